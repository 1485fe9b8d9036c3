"""A school's export, row by row. Which values refuse a row: a UPN or a birth date that cannot be right, and a name that is none,
because a wrong fact about who somebody is does harm. A wrong ULN, postcode or yes/no is left out and listed; the rest goes in."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import tablib
from import_export.fields import Field
from import_export.results import Result, RowResult

from careers.imports.names import Name
from careers.imports.vocabularies import IGNORE
from careers.models import School
from careers.register import register_of
from careers.rules.characteristics import one_sen_stage
from careers.rules.problems import Cell
from careers.rules.student_plan import Plan, Reading, make_plan
from careers.rules.students import NUMBERS, Incoming, Register
from destinations.resources import student_readers
from destinations.resources.files import FileRefused, ReadTable, headings_of
from destinations.resources.rows import ReadCell, RowResource, ValueField, tell_rows
from destinations.resources.student_columns import NOT_KEPT

NO_NUMBERS = "No column of UPNs, ULNs or admission numbers was found, so no row can be told from another."


class FormerNumberField(Field):
    def save(self, instance: Incoming, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        instance.former_upn = self.widget.clean(row[self.column_name]) or ""


class FullNameField(Field):
    """A whole name in one cell. It fills in what has no column of its own."""

    def save(self, instance: Incoming, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        name = self.widget.clean(row[self.column_name]) or Name("")
        parts = {"surname": name.surname, "forename": name.forename, "middle_names": name.middle, "known_as": name.known_as}
        for part, text in parts.items():
            if part not in row:
                instance.values[part] = student_readers.name(part)(text or None)


class MarkField(Field):
    """A column that is about characteristics."""

    def save(self, instance: Incoming, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        for kind, mark in self.widget.clean(row[self.column_name]).items():
            earlier = instance.marks.get(kind)
            instance.marks[kind] = earlier | mark if earlier else mark


class StudentResource(RowResource[Incoming]):
    """Reads the rows of one file for one cohort. After `read`, `plan` is what they would change."""

    REFUSING = frozenset({"upn", "date_of_birth", "surname", "forename", "full_name"})
    KINDS = {"former_upn": FormerNumberField, "full_name": FullNameField}
    plan: Plan

    def __init__(self, file: ReadTable, register: Register, *, leaving: int, today: date) -> None:
        self.register, self.leaving, self.today = register, leaving, today
        letters = {name: letter for letter, name in file.columns.items() if name != IGNORE and name not in NOT_KEPT}
        if "eal" in letters:
            letters.pop("first_language", None)  # said outright, it need not be concluded from a language
        super().__init__(file, letters)

    def field_for(self, name: str) -> Field | None:
        letter = self.letters[name]
        cells = self.file.table.column(letter)
        if read := student_readers.mark_reader(name, cells, list(self.file.own)):
            return MarkField(name, name, ReadCell(read))
        read = student_readers.value_reader(name, cells, self.file.order_of_dates(letter), self.leaving, self.today)
        return self.KINDS.get(name, ValueField)(name, name, ReadCell(read)) if read else None

    def new_row(self, number: int, cells: Mapping[str, Cell]) -> Incoming:
        return Incoming(number, cells=cells)

    def import_instance(self, instance: Incoming, row: Mapping[str, Any], **kwargs: Any) -> None:
        super().import_instance(instance, row, **kwargs)
        one_sen_stage(instance.marks)

    def after_import(self, dataset: tablib.Dataset, result: Result, **kwargs: Any) -> None:
        reading = Reading(self.rows, self.unusable, self.problems, self.file.own, self.file.notes)
        plan = self.plan = make_plan(reading, self.register, leaving=self.leaving, today=self.today)
        kinds = dict.fromkeys(plan.same, RowResult.IMPORT_TYPE_SKIP)
        kinds |= dict.fromkeys((part.row for part in plan.new), RowResult.IMPORT_TYPE_NEW)
        kinds |= dict.fromkeys((part.row for part in plan.changed), RowResult.IMPORT_TYPE_UPDATE)
        tell_rows(result, kinds, {part.row: part.changes for part in plan.changed}, [row[0] for row in dataset])


def plan_import(file: ReadTable, school: School, *, leaving: int, today: date) -> Plan:
    """What the file would change. Raises FileRefused when no row could be told from another."""
    if not any(name in NUMBERS for name in file.columns.values()):
        raise FileRefused(f"{NO_NUMBERS} The columns are: {headings_of(file.table)}.")
    resource = StudentResource(file, register_of(school), leaving=leaving, today=today)
    resource.read()
    return resource.plan
