"""What a long export would change, a part at a time. Rows that have nothing to do with one another are planned as they come; those that
share a number, or a student, are planned together at the end, so that the parts say what one plan of the whole file would."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from careers.actions.many_rows import together
from careers.imports.cells import Cell
from careers.imports.dates import date_order
from careers.models import School
from careers.register import absent_from, numbers_of, some_of
from careers.rules.student_plan import Plan, Reading, Seen, missing_students, plan_rows
from destinations.resources import student_readers
from destinations.resources.long_texts import Chunk, LongText
from destinations.resources.student_keys import Numbers, Ties, names_of_numbers
from destinations.resources.student_rows import Column, rows_of
from destinations.resources.students import columns_of, letters_of, must_have_numbers

MOST_DIFFERENT = 200_000


@dataclass(slots=True)
class Survey:
    """What the whole file holds: each different cell of the columns that are judged as a whole, and the numbers of its rows."""

    different: dict[str, dict[tuple[type, Cell], None]] = field(default_factory=dict)
    numbers: Numbers = field(default_factory=Numbers)


def parts_of_plan(text: LongText, school: School, *, leaving: int, today: date) -> Iterator[Plan]:
    """The plan in parts; each of them is a plan of some of the rows. Raises FileRefused when no row could be told from another."""
    yield from planner_of(text, school, leaving, today).parts()


def planner_of(text: LongText, school: School, leaving: int, today: date) -> "Planner":
    """Somebody who has gone through the whole file and all students once, and keeps only what planning any of the rows needs."""
    must_have_numbers(text.file)
    survey = surveyed(text, letters_of(text.file))
    held, digest = numbers_of(school, Numbers())
    return Planner(text, school, Ties(survey.numbers, held), columns_in(text, survey, leaving, today), digest, leaving, today)


def surveyed(text: LongText, letters: dict[str, str]) -> Survey:
    survey = Survey({name: {} for name in letters if judged_as_a_whole(name, text.file.own)})
    wanted = {*survey.different, *names_of_numbers(letters)}
    for chunk in text.chunks([letters[name] for name in wanted]):
        survey.numbers.add(chunk.numbers, {name: chunk.cells[letters[name]] for name in names_of_numbers(letters)})
        for name, seen in survey.different.items():
            if len(seen) < MOST_DIFFERENT:
                cells = chunk.cells[letters[name]]
                seen.update(dict.fromkeys(zip(map(type, cells), cells, strict=True)))
    return survey


def judged_as_a_whole(name: str, own: Collection[str]) -> bool:
    """Whether what a cell says hangs on the other cells of its column."""
    return name == "date_of_birth" or student_readers.mark_reader(name, (), list(own)) is not None


def columns_in(text: LongText, survey: Survey, leaving: int, today: date) -> dict[str, Column]:
    letters = letters_of(text.file)
    cells = {name: [cell for _, cell in survey.different.get(name, ())] for name in letters}
    headings = {name: text.file.heading(letter) for name, letter in letters.items()}
    orders = {"date_of_birth": date_order(cells.get("date_of_birth", ()))}
    return columns_of(cells, headings, list(text.file.own), orders, leaving=leaving, today=today)


@dataclass(slots=True)
class Planner:
    text: LongText
    school: School
    ties: Ties
    columns: dict[str, Column]
    digest: str
    leaving: int
    today: date
    seen: Seen = field(default_factory=Seen)

    def parts(self) -> Iterator[Plan]:
        tangled: list[tuple[list[int], dict[str, list[Cell]]]] = []
        letters = letters_of(self.text.file)
        for chunk in self.text.chunks([letters[name] for name in self.columns]):
            plain, others = self.divided(chunk)
            tangled.append(others)
            yield self.plan(*plain)
        numbers = [number for some, _ in tangled for number in some]
        yield self.plan(numbers, {name: [cell for _, cells in tangled for cell in cells[name]] for name in self.columns})
        for absent in together(absent_from(self.seen.students, self.school, self.leaving)):
            yield self.part(missing=missing_students(some_of(self.school, absent), self.leaving, self.seen, self.today))

    def divided(self, chunk: Chunk) -> list[tuple[list[int], dict[str, list[Cell]]]]:
        """Rows by themselves, and rows that have to do with others."""
        letters = letters_of(self.text.file)
        cells = {name: chunk.cells[letters[name]] for name in self.columns}
        apart = [number in self.ties.tangled for number in chunk.numbers]
        if not any(apart):
            return [(chunk.numbers, cells), ([], {name: [] for name in self.columns})]
        return [
            (chosen(chunk.numbers, apart, which), {name: chosen(column, apart, which) for name, column in cells.items()})
            for which in (False, True)
        ]

    def plan(self, numbers: list[int], cells: dict[str, list[Cell]]) -> Plan:
        if not numbers:
            return self.part()
        read = rows_of(self.columns, numbers, cells)
        reading = Reading(read.rows, read.unusable, read.problems, self.text.file.own, self.text.file.notes)
        known = some_of(self.school, self.ties.students_of(numbers))
        return plan_rows(reading, known, self.seen, register=self.digest, leaving=self.leaving, today=self.today)

    def part(self, **lines: tuple) -> Plan:
        return Plan(self.leaving, self.today, self.digest, own=self.text.file.own, notes=self.text.file.notes, **lines)


def chosen(items: Sequence, apart: Sequence[bool], which: bool) -> list:
    return [item for item, is_apart in zip(items, apart, strict=True) if is_apart is which]
