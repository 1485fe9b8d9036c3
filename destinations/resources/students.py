"""A school's export, row by row. Which values refuse a row: a UPN or a birth date that cannot be right, and a name that is none,
because a wrong fact about who somebody is does harm. A wrong ULN, postcode or yes/no is left out and listed; the rest goes in."""

from collections.abc import Mapping, Sequence
from datetime import date

from import_export.fields import Field
from import_export.results import Result, RowResult

from careers.imports.cells import Cell
from careers.imports.dates import Order, date_order
from careers.imports.vocabularies import IGNORE
from careers.models import School
from careers.register import register_of
from careers.rules.student_plan import Plan, Reading, make_plan
from careers.rules.students import NUMBERS, Incoming, Register
from destinations.resources import student_readers
from destinations.resources.files import FileRefused, ReadTable, headings_of
from destinations.resources.rows import ReadCell, RowResource, ValueField, tell_rows
from destinations.resources.student_columns import NOT_KEPT
from destinations.resources.student_rows import Column, rows_of, whole_name

NO_NUMBERS = "No column of UPNs, ULNs or admission numbers was found, so no row can be told from another."


class StudentResource(RowResource[Incoming]):
    """Reads the rows of one file for one cohort. After `read`, `plan` is what they would change."""

    plan: Plan

    def __init__(self, file: ReadTable, register: Register, *, leaving: int, today: date) -> None:
        self.register, self.leaving, self.today = register, leaving, today
        letters = letters_of(file)
        self.cells = {name: file.table.column(letter) for name, letter in letters.items()}
        orders = {"date_of_birth": date_order(self.cells.get("date_of_birth", ()))}
        headings = {name: file.heading(letter) for name, letter in letters.items()}
        once = {name: different(cells) for name, cells in self.cells.items()}
        self.columns = columns_of(once, headings, list(file.own), orders, leaving=leaving, today=today)
        super().__init__(file, letters)

    def field_for(self, name: str) -> Field | None:
        column = self.columns.get(name)
        return ValueField(name, name, ReadCell(column.read)) if column else None

    def new_row(self, number: int, cells: object) -> Incoming:
        return Incoming(number)

    def make_plan(self) -> Plan:
        numbers = [row.number for row in self.file.table.data_rows]
        read = rows_of(self.columns, numbers, self.cells)
        self.rows, self.unusable, self.problems = read.rows, read.unusable, read.problems
        reading = Reading(read.rows, read.unusable, read.problems, self.file.own, self.file.notes)
        self.plan = make_plan(reading, self.register, leaving=self.leaving, today=self.today)
        return self.plan

    def read(self) -> Result:
        """What the plan makes of each row, as the library tells it."""
        plan, numbers = self.make_plan(), [row.number for row in self.file.table.data_rows]
        result = Result()
        for _ in numbers:
            result.append_row_result(RowResult())
        kinds = dict.fromkeys(plan.same, RowResult.IMPORT_TYPE_SKIP)
        kinds |= dict.fromkeys((part.row for part in plan.new), RowResult.IMPORT_TYPE_NEW)
        kinds |= dict.fromkeys((part.row for part in plan.changed), RowResult.IMPORT_TYPE_UPDATE)
        tell_rows(result, kinds, {part.row: part.changes for part in plan.changed}, numbers)
        return result


def letters_of(file: ReadTable) -> dict[str, str]:
    """The letter of each field that is kept."""
    letters = {name: letter for letter, name in file.columns.items() if name != IGNORE and name not in NOT_KEPT}
    if "eal" in letters:
        letters.pop("first_language", None)  # said outright, it need not be concluded from a language
    return letters


def different(cells: Sequence[Cell]) -> list[Cell]:
    """Each different cell once; 1, 1.0 and True are different here."""
    return [cell for _, cell in dict.fromkeys(zip(map(type, cells), cells, strict=True))]


def columns_of(
    cells: Mapping[str, Sequence[Cell]],
    headings: Mapping[str, str],
    own: Sequence[str],
    orders: Mapping[str, Order | None],
    *,
    leaving: int,
    today: date,
) -> dict[str, Column]:
    """How to read each column, from what stands in it: all its cells, or each different one once."""
    columns = {}
    for name, said in cells.items():
        if read := student_readers.mark_reader(name, said, own):
            columns[name] = Column(name, headings[name], read, "marks")
        elif name == "full_name":
            columns[name] = Column(name, headings[name], whole_name(frozenset(cells)), "name")
        elif read := student_readers.value_reader(name, said, orders.get(name), leaving, today):
            columns[name] = Column(name, headings[name], read, "former" if name == "former_upn" else "value")
    return columns


def plan_import(file: ReadTable, school: School, *, leaving: int, today: date) -> Plan:
    """What the file would change. Raises FileRefused when no row could be told from another."""
    must_have_numbers(file)
    return StudentResource(file, register_of(school), leaving=leaving, today=today).make_plan()


def must_have_numbers(file: ReadTable) -> None:
    if not any(name in NUMBERS for name in file.columns.values()):
        raise FileRefused(f"{NO_NUMBERS} The columns are: {headings_of(file.table)}.")
