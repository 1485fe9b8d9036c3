"""Rows and students as columns of numbers. Every different name is folded once, and has a number from then on."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from careers.rules.identifiers import ULN_PLACEHOLDER, UPN_SHAPE, normalise_postcode

from . import schools
from .dates import Days
from .joins import Bools, Ints, Numbered, Ragged, Small
from .nicknames import SHARED_FIRST, forename_keys
from .patterns import by_ear, by_gender
from .people import Called, Family, called, families, family, middle, readings, surnames_of
from .records import Known, Listed
from .schools import School

SCHOOLS = tuple(School)
COLUMNS = frozenset({"upn", "uln", "postcode", "form", "sex"})
Result = TypeVar("Result")


@dataclass(slots=True)
class Book:
    """Every different name, number and text of one matching, and its number. 0 is the empty one."""

    called: Numbered = field(default_factory=lambda: Numbered({called(""): 0}))
    middle: Numbered = field(default_factory=lambda: Numbered({(): 0}))
    given: Numbered = field(default_factory=lambda: Numbered({(0, 0): 0}))
    family: Numbered = field(default_factory=lambda: Numbered({family(""): 0}))
    texts: Numbered = field(default_factory=lambda: Numbered({"": 0}))
    keys: Numbered = field(default_factory=Numbered)

    def coded(self, values: list[str], folded: Callable[[str], str]) -> Ints:
        """Numbers of texts, each folded once."""
        return np.array(each(values, lambda value: self.texts[folded(value)] if value else 0), np.int64)

    def numbers(self, keys: Iterable[str]) -> list[int]:
        return [self.keys[key] for key in keys]


def each(values: list[Any], of: Callable[[Any], Result]) -> list[Result]:
    """`of` of every value, asked once for each different one."""
    found = {value: of(value) for value in dict.fromkeys(values)}
    return [found[value] for value in values]


@dataclass(frozen=True, slots=True)
class Words:
    """The words under which each name of a book is looked up, as numbers, and the letters that a name begins with."""

    called: Ragged
    called_letters: Ragged
    middle: Ragged
    family: Ragged
    family_letters: Ragged
    width: int

    @classmethod
    def of(cls, book: Book) -> "Words":
        called = Ragged.of([book.numbers(_first_keys(one)) for one in book.called])
        middle = Ragged.of([book.numbers(map(by_ear, words)) for words in book.middle])
        family = Ragged.of([book.numbers(_last_keys(one)) for one in book.family])
        letters = _letters([one.names | {one.initial} for one in book.called]), _letters([one.forms for one in book.family])
        return cls(called, letters[0], middle, family, letters[1], max(1, len(book.keys)))


def _letters(names: list[frozenset[str]]) -> Ragged:
    """The letters that the names begin with, as written and by ear."""
    return Ragged.of([sorted({ord(word[0]) for name in some if name for word in (name, by_ear(name)) if word}) for some in names])


@dataclass(frozen=True, slots=True)
class Students:
    """Our students, column by column."""

    known: Sequence[Known]
    called: Ints
    middle: Ints
    given: Ints
    families: Ragged
    days: Days
    upn: Ints
    uln: Ints
    postcode: Ints
    form: Ints
    sex: Ints
    first_text: Ints
    last_text: Ints
    rank: Ints
    chosen: Bools


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a list, column by column; `readings` of row n are those with these places in the four columns after it."""

    listed: Sequence[Listed]
    readings: Ragged
    called: Ints
    middle: Ints
    given: Ints
    family: Ints
    turned: Bools
    days: Days
    upn: Ints
    whole_upn: Bools
    uln: Ints
    whole_uln: Bools
    postcode: Ints
    form: Ints
    sex: Ints
    school: Small
    first_text: Ints
    last_text: Ints


def students(known: Sequence[Known], book: Book, chosen: Callable[[Known], bool], asked: Set[str] = COLUMNS) -> Students:
    """The students, of whom only the columns in `asked` are looked at beside names and birth dates."""
    first = each([(s.forename, s.known_as) for s in known], lambda pair: book.called[called(*pair)])
    second = each([s.middle_names for s in known], lambda text: book.middle[middle(text)])
    lists = each([surnames_of(s) for s in known], lambda names: [book.family[one] for one in families(*names)] or [0])
    given = book.given.of(zip(first, second, strict=True))
    first_choice = [chosen(s) for s in known]
    order = [(not preferred, repr(s.id)) for preferred, s in zip(first_choice, known, strict=True)]
    rank = np.empty(len(known), np.int64)
    rank[np.array(sorted(range(len(known)), key=order.__getitem__), np.int64)] = np.arange(len(known))
    return Students(
        known, np.array(first, np.int64), np.array(second, np.int64), given, Ragged.of(lists), Days.of([s.date_of_birth for s in known]),
        **_texts(known, book, asked), rank=rank, chosen=np.array(first_choice, np.bool_),
    )  # fmt: skip


def rows(listed: Sequence[Listed], book: Book, our_names: tuple[str, ...], our_urn: str) -> Rows:
    read = [readings(row) for row in listed]
    flat = [one for some in read for one in some]
    first, second = book.called.of(one.called for one in flat), book.middle.of(one.middle for one in flat)
    given = book.given.of(zip(first.tolist(), second.tolist(), strict=True))
    starts = np.concatenate([[0], np.cumsum([len(some) for some in read])]).astype(np.int64)
    texts = _texts(listed, book, COLUMNS)
    school = [SCHOOLS.index(schools.named(r.previous_school, r.previous_school_urn, our_names, our_urn)) for r in listed]
    upns = np.array([bool(r.upn) and UPN_SHAPE.fullmatch(_number(r.upn)) is not None for r in listed], np.bool_)
    ulns = np.array([bool(r.uln) and len(_uln(r.uln)) == 10 for r in listed], np.bool_)
    return Rows(
        listed, Ragged(starts, np.arange(len(flat))), first, second, given, book.family.of(one.family for one in flat),
        np.array([one.turned for one in flat], np.bool_), Days.of([r.date_of_birth for r in listed]),
        whole_upn=upns, whole_uln=ulns, school=np.array(school, np.int8), **texts,
    )  # fmt: skip


def asked_by(listed: Sequence[Listed]) -> set[str]:
    """The columns that some row fills."""
    return {column for column in COLUMNS if any(getattr(row, column) for row in listed)}


def _texts(people: Sequence[Any], book: Book, asked: Set[str]) -> dict[str, Any]:
    """Each text column as numbers; one that is not asked for is empty."""
    empty = np.zeros(len(people), np.int64)
    columns = {
        name: book.coded([getattr(one, name) for one in people], FOLDED[name]) if name in asked else empty for name in sorted(COLUMNS)
    }
    first = book.coded([one.forename for one in people], _written)
    return {**columns, "first_text": first, "last_text": book.coded([one.surname for one in people], _written)}


def counted(listed: Rows, known: Students, book: Book) -> tuple[Counter[str], Counter[str]]:
    """How many of our students and of the rows bear each first name and each surname."""
    first_readings = listed.readings.starts[:-1][np.diff(listed.readings.starts) > 0]
    called_by = np.concatenate([known.called, listed.called[first_readings]])
    families_of = np.concatenate([known.families.values, listed.family[first_readings]])
    forenames: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    for one, times in zip(book.called, np.bincount(called_by, minlength=len(book.called)).tolist(), strict=True):
        forenames.update(dict.fromkeys(one.names, times))
    for one, times in zip(book.family, np.bincount(families_of, minlength=len(book.family)).tolist(), strict=True):
        surnames.update(dict.fromkeys({*one.parts, "".join(one.parts)}, times))
    return forenames, surnames


def shared_first(book: Book) -> Bools:
    """For each first name, whether it is one that brothers or sisters may share (Mohammed, Maria)."""
    return np.array([not SHARED_FIRST.isdisjoint(one.names) for one in book.called], np.bool_)


def _first_keys(one: Called) -> set[str]:
    """Words that two first names share whenever they truly agree."""
    tags = {key for name in one.names for key in forename_keys(name)}
    return tags | {by_ear(word) for word in (*one.names, *one.tail)} | ({one.initial} if one.initial else set())


def _last_keys(one: Family) -> set[str]:
    words = {*one.forms, *one.parts, *one.courtesy}
    return {by_ear(man) for word in words for man in by_gender(word)} | {by_ear(word) for word in words}


def _number(text: str) -> str:
    return text if text.isalnum() and text.isupper() else "".join(text.split()).upper()


def _uln(text: str) -> str:
    number = text if text.isdecimal() else _number(text).removesuffix(".0")
    return "" if number == ULN_PLACEHOLDER else number


def _written(text: str) -> str:
    return text.strip().casefold()


FOLDED: dict[str, Callable[[str], str]] = {
    "upn": _number,
    "uln": _uln,
    "postcode": normalise_postcode,
    "form": lambda text: "".join(text.split()).casefold(),
    "sex": lambda text: text.strip().upper()[:1],
}
