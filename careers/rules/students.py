"""A row of a school's export and a student as we hold one, as plain values; and what is wrong with what a row says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from careers.rules import academic_year
from careers.rules.characteristics import Mark, Span
from careers.rules.identifiers import upn_is_temporary, upn_la_is_known
from careers.rules.problems import Cell, Problem, problem_in

NUMBERS = ("upn", "uln", "admission_number")  # who a student is: the first of these that is there (docs/rule.md)
NAMES = ("surname", "forename")
NUMBER_NAMES = {"upn": "UPN", "uln": "ULN", "admission_number": "admission number"}
CLEARED_BY_AN_EMPTY_CELL = frozenset(
    {"middle_names", "known_as", "preferred_surname", "former_surname", "form", "postcode", "attendance", "enrolment_status"}
)
KEPT = (
    *NUMBERS, *NAMES, "middle_names", "known_as", "preferred_surname", "former_surname", "date_of_birth", "sex", "form", "postcode",
    "attendance", "enrolment_status",
)  # fmt: skip
YOUNGEST, OLDEST = 10, 30  # ages in the summer they leave; outside these a birth date is a slip


@dataclass(slots=True)
class Incoming:
    """One row. A field that is not in `values` has no column; None is an empty cell. `number` is the row a person sees."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    former_upn: str = ""

    def __str__(self) -> str:
        return f"row {self.number}"

    def problem(self, name: str, message: str, *, kept: bool = False) -> Problem:
        return problem_in(self.number, self.cells, name, message, kept=kept)

    @property
    def identity(self) -> str | None:
        """The name of the number this row goes by, or None when it has none."""
        values = self.values
        for name in NUMBERS:
            if values.get(name):
                return name
        return None


@dataclass(frozen=True, slots=True)
class Known:
    """A student of the school as we hold them, in any cohort."""

    id: int
    leaving: int
    values: Mapping[str, Any]
    spans: tuple[Span, ...] = ()
    missing_since: date | None = None

    @property
    def name(self) -> str:
        return f"{self.values['forename']} {self.values['surname']}"


@dataclass(frozen=True, slots=True)
class Register:
    """All students of one school. `digest` changes whenever one of them does."""

    students: tuple[Known, ...] = ()
    digest: str = ""


def what_refuses(row: Incoming, leaving: int) -> Problem | None:
    """Why nothing of a row can be taken in: nobody can be told from it, or it would write a birth date that cannot be."""
    if row.identity is None:
        return row.problem(first_there(row, NUMBERS), "This row has no UPN, ULN or admission number, so it cannot be told who it is.")
    for name, words in (("surname", "surname"), ("forename", "first name")):
        if name in row.values and not row.values[name]:
            return row.problem(name, f"This row has no {words}.")
    born = row.values.get("date_of_birth")
    if born and not YOUNGEST <= leaving - born.year <= OLDEST:
        return row.problem("date_of_birth", f"Somebody born in {born.year} cannot be among the leavers of {leaving}.")
    return None


def what_a_newcomer_lacks(row: Incoming) -> Problem | None:
    """A student we do not know yet needs both names."""
    for name, words in (("surname", "surname"), ("forename", "first name")):
        if not row.values.get(name):
            return row.problem(name, f"This student is new and the file gives no {words}.")
    return None


class LookAt:
    """What is worth a look though nothing is refused, among the leavers of one summer."""

    def __init__(self, leaving: int) -> None:
        self.first, self.last = academic_year.usual_birth_dates(leaving)
        self.usual = f"The usual birth dates of leavers of {leaving} are {self.first:%-d %B %Y} to {self.last:%-d %B %Y}."

    def at(self, row: Incoming, known: Known | None) -> list[Problem]:
        warnings = []
        upn, born = row.values.get("upn"), row.values.get("date_of_birth")
        if upn and not upn_la_is_known(upn):
            warnings.append(row.problem("upn", "The authority in this UPN is not one we know. It may still be right."))
        if born and not self.first <= born <= self.last:
            warnings.append(row.problem("date_of_birth", self.usual))
        if known and is_somebody_else(row, known):
            message = f"We know this number as {known.name}: both the name and the birth date differ. Check that the number is right."
            warnings.append(row.problem(row.identity or "upn", message))
        return warnings


def is_somebody_else(row: Incoming, known: Known) -> bool:
    """Whether a row under a known number gives other names and another birth date."""
    born, born_before = row.values.get("date_of_birth"), known.values.get("date_of_birth")
    if not born or not born_before or born == born_before:
        return False
    said = [name for name in NAMES if row.values.get(name)]
    return bool(said) and all(same_text(row.values[name], known.values[name]) is False for name in said)


def is_same_person(row: Incoming, known: Known) -> bool:
    """Whether names and birth date let a number have changed: the same birth date, and surname or first name alike."""
    born = row.values.get("date_of_birth")
    if not born or born != known.values.get("date_of_birth"):
        return False
    return any(row.values.get(name) and same_text(row.values[name], known.values[name]) for name in NAMES)


def may_become(row: Incoming, known: Known, matched: str) -> bool:
    """Whether a row found by the number `matched` is this student, though a number that counts for more may differ."""
    if row.former_upn and row.former_upn == known.values["upn"]:
        return True
    for name in NUMBERS[: NUMBERS.index(matched)]:
        said, held = row.values.get(name), known.values[name]
        if said and held and said != held and not (name == "upn" and upn_is_temporary(held)):
            return is_same_person(row, known)
    return True


def same_text(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def first_there(row: Incoming, names: tuple[str, ...]) -> str:
    return next((name for name in names if name in row.values), names[0])
