"""Names made ready for comparing: every different name is folded once, however many people bear it."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .names import mac, spellings, without_particles, words
from .patterns import COURTESY, ONE_NAME, is_no_surname, is_patronymic
from .records import Known, Listed

MIDDLE = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each: see `_called` and `_family`
class Called:
    """First names as one or two columns give them: `names` are what the person may be called, `tail` the words after the first.

    `head` is the first word of a double name (anne of Anne-Marie, itself among `names`), else empty; `joined` is the whole
    as one word, so that Anne Marie and Anne-Marie are one; `initial` stands where there is no more than a letter.
    """

    names: frozenset[str]
    tail: tuple[str, ...]
    joined: str
    head: str
    initial: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """One surname: its one-word spellings, and its words with the courtesy names (Kaur, Begum) that may stand for it."""

    forms: frozenset[str]
    parts: tuple[str, ...]
    courtesy: frozenset[str] = frozenset()


class Reading(NamedTuple):
    """One way of reading a row's name."""

    called: Called
    middle: MIDDLE
    family: Family
    turned: bool = False


@lru_cache(maxsize=100_000)
def called(forename: str, known_as: str = "", initials: str = "") -> Called:
    first = words(forename)
    initial = "".join(words(initials))[:1]
    tail = first[1:]
    if first and len(first[0]) == 1:  # "J" or "J M" in the first-name column
        initial, first = first[0], ()
    names = set(spellings(known_as)) if len("".join(words(known_as))) > 1 else set()
    own = first[:1] + tuple(word for word in first[1:] if word not in COURTESY and not is_patronymic(word))
    head = own[0] if len(own) > 1 else ""
    if first:
        names |= spellings(forename) | {own[0], "".join(own)}
    return _called(frozenset(names), tail, "".join(own), head, initial)


@lru_cache(maxsize=100_000)
def family(surname: str, also: tuple[str, ...] = ()) -> Family:
    """A surname, with the courtesy names among the person's other names."""
    if is_no_surname(surname):
        return _family(frozenset({ONE_NAME}), (ONE_NAME,), frozenset())
    parts = words(surname)
    plain = tuple(mac(part) for part in without_particles(parts))
    forms = set(spellings(surname)) | {"".join(plain), mac("".join(parts))}
    extra = frozenset(word for word in also if word in COURTESY and word not in plain) if plain else frozenset()
    return _family(frozenset(form for form in forms if form), plain, extra)


@lru_cache(maxsize=100_000)
def _called(names: frozenset[str], tail: tuple[str, ...], joined: str, head: str, initial: str) -> Called:
    return Called(names, tail, joined, head, initial)


@lru_cache(maxsize=100_000)
def _family(forms: frozenset[str], parts: tuple[str, ...], extra: frozenset[str]) -> Family:
    return Family(forms, parts, extra)


@lru_cache(maxsize=100_000)
def middle(text: str) -> MIDDLE:
    return words(text)


@lru_cache(maxsize=100_000)
def courtesy(text: str) -> tuple[str, ...]:
    """The courtesy names in a text, sorted."""
    return tuple(sorted(COURTESY.intersection(words(text))))


@lru_cache(maxsize=100_000)
def families(legal: str, preferred: str, former: str, also: tuple[str, ...], single: bool) -> tuple[Family, ...]:
    """The surnames a student may be listed under, with the courtesy names in `also`; `single` has one name in both columns."""
    names = [name for name in dict.fromkeys((legal, preferred, former)) if name.strip()]
    return tuple(family(name, also) for name in (*names, ".")[: len(names) + single])


def surnames_of(known: Known) -> tuple[str, str, str, tuple[str, ...], bool]:
    """What `families` asks of a student."""
    also = courtesy(known.forename) + courtesy(known.middle_names)
    single = bool(known.surname) and known.surname.casefold() == known.forename.casefold()
    return known.surname, known.preferred_surname, known.former_surname, also, single


def readings(row: Listed) -> list[Reading]:
    """Every way to read a row's name, the most likely first."""
    if not (row.surname or row.forename or row.known_as) and row.full_name:
        return _splits(row.full_name)
    also = courtesy(row.forename) + courtesy(row.middle_names)
    first, rest = called(row.forename, row.known_as, row.initials), middle(row.middle_names)
    found = [Reading(first, rest, family(row.surname, also))]
    if row.surname and row.forename:
        found += _turned(row)
    if row.full_name and "," not in row.full_name and len(row.full_name.split()) > 2:
        found += _splits(row.full_name)
    return found


def _turned(row: Listed) -> list[Reading]:
    found = [Reading(called(row.surname), (), family(row.forename), turned=True)]
    if row.surname.casefold() == row.forename.casefold():
        found = [Reading(called(row.forename), (), family("."))]
    if " " in row.forename.strip():  # "Hill Eliza May" read as Eliza May Hill by columns: the first word may be the surname
        head, _, tail = row.forename.strip().partition(" ")
        found.append(Reading(called(row.surname), middle(tail), family(head), turned=True))
        found.append(Reading(called(tail), middle(row.surname), family(head), turned=True))
    return found


def _splits(full: str) -> list[Reading]:
    """Every way to cut a name of up to six words in two; a comma says where."""
    if "," in full:
        last, _, first = full.partition(",")
        return [_reading(first, last), _reading(last, first, turned=True)]
    parts = full.split()
    if len(parts) == 1 or len(parts) > 6:
        return [_reading("", full)]
    cuts = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    return [_reading(a, b) for a, b in cuts] + [_reading(b, a, turned=True) for a, b in cuts]


def _reading(first: str, last: str, *, turned: bool = False) -> Reading:
    return Reading(called(first), (), family(last, courtesy(first)), turned)
