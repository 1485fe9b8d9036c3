"""Rows and students made ready for comparing: every name folded once."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from careers.rules.identifiers import ULN_PLACEHOLDER, UPN_SHAPE, normalise_postcode

from .dates import stated
from .names import mac, spellings, without_particles, words
from .records import Known, Listed


@dataclass(frozen=True, slots=True)
class Given:
    """First names: `names` are what the person may be called, `rest` the names after them.

    `head` is the first word of a double name (anne of Anne-Marie, itself among `names`), else empty; `whole` are the
    names as one word, with and without the first middle name, so that Anne Marie and Anne-Marie are one.
    """

    names: frozenset[str]
    rest: tuple[str, ...]
    whole: frozenset[str]
    head: str
    initial: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """One surname: its one-word spellings and its words."""

    forms: frozenset[str]
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading a row's name."""

    given: Given
    family: Family
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    key: Hashable
    upn: str
    uln: str
    readings: tuple[Reading, ...]
    born: date | None
    sex: str
    postcode: str
    form: str
    previous_school: str
    previous_school_urn: str
    says: Hashable
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Student:
    id: Hashable
    upn: str
    uln: str
    given: Given
    families: tuple[Family, ...]
    born: date | None
    sex: str
    postcode: str
    form: str
    name: str
    surname: str
    forename: str
    known_as: str


@lru_cache(maxsize=200_000)
def given(forename: str, middle: str = "", known_as: str = "", initials: str = "") -> Given:
    first, middles = words(forename), words(middle)
    initial = "".join(words(initials))[:1]
    if first and len(first[0]) == 1:  # "J" or "J M" in the first-name column
        initial, middles, first = first[0], first[1:] + middles, ()
    called = spellings(known_as) if len("".join(words(known_as))) > 1 else frozenset()
    head = first[0] if len(first) > 1 else ""
    if first:
        called |= spellings(forename) | ({head} if head else set())
    whole = {"".join(first), "".join(first + middles[:1])} if first else set()
    return Given(called, (*first[1:], *middles), called | whole, head, initial)


@lru_cache(maxsize=200_000)
def family(surname: str) -> Family:
    parts = words(surname)
    plain = tuple(mac(part) for part in without_particles(parts))
    forms = set(spellings(surname)) | {"".join(plain), mac("".join(parts))}
    return Family(frozenset(form for form in forms if form), plain)


def ready_row(row: Listed) -> Row:
    return Row(
        row.key, _number(row.upn), _uln(row.uln), _readings(row), stated(row.date_of_birth), row.sex.strip().upper()[:1],
        normalise_postcode(row.postcode) if row.postcode else "", _squeezed(row.form), row.previous_school.strip(),
        row.previous_school_urn.strip(), row.says,
        tuple("".join(words(text)) for text in (row.surname, row.forename, row.middle_names, row.known_as, row.full_name)),
    )  # fmt: skip


def ready_student(known: Known) -> Student:
    surnames = dict.fromkeys(name for name in (known.surname, known.preferred_surname, known.former_surname) if name.strip())
    return Student(
        known.id, _number(known.upn), _uln(known.uln), given(known.forename, known.middle_names, known.known_as),
        tuple(family(name) for name in surnames), stated(known.date_of_birth), known.sex.strip().upper()[:1],
        normalise_postcode(known.postcode) if known.postcode else "", _squeezed(known.form),
        f"{known.known_as or known.forename} {known.preferred_surname or known.surname}".strip(), known.surname, known.forename,
        known.known_as,
    )  # fmt: skip


def _readings(row: Listed) -> tuple[Reading, ...]:
    if not (row.surname or row.forename or row.known_as) and row.full_name:
        return tuple(_splits(row.full_name))
    read = given(row.forename, row.middle_names, row.known_as, row.initials)
    found = [Reading(read, family(row.surname))]
    if row.surname and row.forename:
        found.append(Reading(given(row.surname), family(row.forename), turned=True))
        if " " in row.forename.strip():  # "Hill Eliza May" read as Eliza May Hill by columns: the first word may be the surname
            head, _, tail = row.forename.strip().partition(" ")
            found.append(Reading(given(row.surname, tail), family(head), turned=True))
    if row.full_name and "," not in row.full_name and len(row.full_name.split()) > 2:
        found += _splits(row.full_name)
    return tuple(found)


def _splits(full: str) -> list[Reading]:
    """Every way to cut a name of up to six words in two; a comma says where."""
    if "," in full:
        last, _, first = full.partition(",")
        return [Reading(given(first), family(last)), Reading(given(last), family(first), turned=True)]
    parts = full.split()
    if len(parts) == 1 or len(parts) > 6:
        return [Reading(given(""), family(full))]
    cuts = [(" ".join(parts[:i]), " ".join(parts[i:])) for i in range(1, len(parts))]
    return [Reading(given(a), family(b)) for a, b in cuts] + [Reading(given(b), family(a), turned=True) for a, b in cuts]


def _number(text: str) -> str:
    return "".join(text.split()).upper()


def _uln(text: str) -> str:
    number = _number(text).removesuffix(".0")
    return "" if number == ULN_PLACEHOLDER else number


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def looks_like_upn(text: str) -> bool:
    return bool(UPN_SHAPE.fullmatch(text))
