"""A list of contact details, read and its rows matched to the school's students. Only rows that are certain tell anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from careers.actions import contact_lists
from careers.exports import as_it_was
from careers.imports.columns import guess_columns
from careers.imports.dates import BadValue, Order, to_date
from careers.imports.values import to_text
from careers.imports.vocabularies import CONTACTS, IGNORE
from careers.matching.decide import match
from careers.matching.records import Known, Listed, Match, Pile
from careers.models import School, Student
from careers.rules.contact_plan import ContactPlan, Told
from careers.rules.problems import Problem
from destinations.meant import KNOWN
from destinations.resources.files import FileRefused, ReadTable, headings_of, longest_table, no_heading_twice, one_of_each
from destinations.rules.contact_rows import COLUMNS, LINES, Unread, told_by

NO_TABLE = "No list of students was found in this file. It needs a row of headings, such as UPN, Surname, Forename, Email and Mobile."
NO_CONTACTS = "No column of addresses or numbers was found. The columns are: {}."
NOBODY = "Nobody of ours was found by what this row says of the student."
WHO = ("upn", "uln", "surname", "forename", "middle_names", "known_as", "full_name", "form", "postcode")
SOMEBODY_ELSE = "The admission number is that of another student than the name and birth date."


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number a person sees, and its cells by field."""

    number: int
    cells: Mapping[str, Any]

    def text(self, name: str) -> str:
        return as_it_was(to_text(self.cells.get(name)) or "")


@dataclass
class ContactList:
    """What a list tells. `rows` says for each student in which row."""

    told: list[Told] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def plan(self) -> ContactPlan:
        return contact_lists.plan_of(self.told)

    @property
    def digest(self) -> str:
        return contact_lists.digest_of(self.plan)


def read_contacts(data: bytes, filename: str, *, today: date, columns: Mapping[str, str] | None = None) -> ReadTable:
    """The list with its columns guessed; `columns` (letter → field) replaces guesses. Raises FileRefused."""
    table, others = longest_table(data, filename, CONTACTS, NO_TABLE)
    guesses = tuple(guess_columns(table, CONTACTS, today=today))
    fields = {guess.letter: guess.field for guess in guesses} | dict(columns or {})
    no_heading_twice(table, fields, CONTACTS, chosen=columns or ())
    notes = (f"Only the sheet “{table.sheet_name}” is read. These have students too: {', '.join(others)}.",) if others else ()
    return ReadTable(table, one_of_each(table, fields, CONTACTS), guesses, notes=notes)


def list_of(file: ReadTable, school: School) -> ContactList:
    """What the list tells of students of this school. Raises FileRefused where no column holds an address or number."""
    if not {*COLUMNS, *LINES, "address"} & set(file.columns.values()):
        raise FileRefused(NO_CONTACTS.format(headings_of(file.table)))
    letters = {name: letter for letter, name in file.columns.items() if name != IGNORE}
    rows = [Row(row.number, {name: row.cells.get(letter) for name, letter in letters.items()}) for row in file.table.data_rows]
    found, told = ContactList(), People(school, rows, order_of(file, letters))
    for row in rows:
        student = told.student(row)
        if isinstance(student, str):
            found.problems.append(Problem(row.number, "", name_in(row), student))
            continue
        found.rows.setdefault(student, row.number)
        for one in told_by({name: as_it_was(cell) for name, cell in row.cells.items()}, student):
            if isinstance(one, Unread):
                found.problems.append(
                    Problem(row.number, file.heading(letters[one.field]), row.text(one.field)[:60], one.sentence, kept=True)
                )
            else:
                found.told.append(one)
    return found


def order_of(file: ReadTable, letters: Mapping[str, str]) -> Order | None:
    return file.order_of_dates(letters["date_of_birth"]) if "date_of_birth" in letters else None


def name_in(row: Row) -> str:
    return row.text("full_name") or f"{row.text('forename')} {row.text('surname')}".strip()


class People:
    """Which student each row is about: by admission number where the surname agrees, else as any list is matched."""

    def __init__(self, school: School, rows: Sequence[Row], order: Order | None) -> None:
        students = list(Student.objects.filter(school=school).order_by("pk").values(*KNOWN, "admission_number"))
        known = [Known(*(student[name] for name in KNOWN)) for student in students]
        self.by_number = {student["admission_number"]: student for student in students if student["admission_number"]}
        listed = [as_listed(row, order) for row in rows]
        self.matches: dict[Any, Match] = {found.key: found for found in match(listed, known, (school.name,), school.urn)}

    def student(self, row: Row) -> int | str:
        """The student's id, or why the row is left out."""
        matched, numbered = self.matches[row.number], self.by_number.get(row.text("admission_number"))
        certain = matched.student if matched.pile is Pile.CERTAIN else None
        if numbered and certain is not None and certain != numbered["pk"]:
            return SOMEBODY_ELSE
        if numbered and certain is None and agrees(row, numbered):
            return int(numbered["pk"])
        if isinstance(certain, int):
            return certain
        return f"{matched.why} Add the UPN or the birth date." if matched.pile is Pile.CHECK else NOBODY


def agrees(row: Row, student: Mapping[str, Any]) -> bool:
    """Whether a row with the student's admission number has the surname too, or says no name."""
    written = name_in(row).casefold()
    surnames = [student[name].casefold() for name in ("surname", "preferred_surname", "former_surname") if student[name]]
    return not written or any(surname in written for surname in surnames)


def as_listed(row: Row, order: Order | None) -> Listed:
    return Listed(row.number, date_of_birth=born(row.cells.get("date_of_birth"), order), **{name: row.text(name) for name in WHO})


def born(cell: Any, order: Order | None) -> date | None:
    """A birth date that cannot be read says nothing; the row must then be known by something else."""
    try:
        return to_date(cell, order or "dmy")
    except BadValue:
        return None


def lines_of(found: ContactList) -> Iterator[tuple[int, list[tuple[Told, str]]]]:
    """For each student of whom something changes: what is new, with what it takes the place of."""
    by_student: dict[int, list[tuple[Told, str]]] = {}
    for new in found.plan.new:
        by_student.setdefault(new.told.student, []).append((new.told, ", ".join(kept.value for kept in new.replaces)))
    yield from by_student.items()
