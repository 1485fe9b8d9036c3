"""Rows of a table through django-import-export: its fields and widgets, its row errors and results.

A resource here reads and plans; it never saves. Saving is an action that is given the plan, so that what was shown is what is done.
The library would copy every instance and render every difference as HTML: both are switched off, which makes 20,000 rows a matter of
seconds.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar

import tablib
from django.core.exceptions import ValidationError
from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Resource
from import_export.results import Result, RowResult
from import_export.widgets import Widget

from careers.imports.values import to_text
from careers.rules.problems import Cell, Problem
from destinations.resources.files import ReadTable

ROW = "row number"


class ARow(Protocol):
    values: dict[str, Any]

    def problem(self, name: str, message: str, *, kept: bool = False) -> Problem: ...


R = TypeVar("R", bound=ARow)


class ReadCell(Widget):
    """A widget of django-import-export around one of our readers: a cell in, a value out, ValueError with a sentence.

    Most columns say the same few things over and over, so what was read once is remembered. What comes out must not be changed.
    """

    def __init__(self, read: Any) -> None:
        super().__init__()
        self.read = read
        self.known: dict[tuple[type, Any], Any] = {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        key = (type(value), value)  # 1, 1.0 and True are equal and not the same
        if key not in self.known:
            self.known[key] = self.read(value)
        return self.known[key]


class ValueField(Field):
    """A column that is a field."""

    def save(self, instance: ARow, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        instance.values[self.column_name] = self.widget.clean(row[self.column_name])


class RowResource(Resource, Generic[R]):
    """Reads the rows of a table. After `import_data` there are `rows`, `unusable` rows, and `problems` that say what is wrong."""

    REFUSING: frozenset[str] = frozenset()  # a wrong value of these refuses the row; of others, it is left out

    class Meta:
        using_db = "default"
        instance_loader_class = BaseInstanceLoader
        use_transactions = False
        skip_diff = True
        skip_html_diff = True

    def __init__(self, file: ReadTable, letters: Mapping[str, str]) -> None:
        super().__init__()
        self.file, self.letters = file, letters
        self.fields = {name: field for name in letters if (field := self.field_for(name))}
        self.in_order = list(self.fields.values())
        self.rows: list[R] = []
        self.unusable: list[R] = []
        self.problems: list[Problem] = []

    def field_for(self, name: str) -> Field | None:
        """The field of a column; None for a column that is left out."""
        raise NotImplementedError

    def new_row(self, number: int, cells: Mapping[str, Cell]) -> R:
        raise NotImplementedError

    def read(self) -> Result:
        """Import every row. Not a dry run to the library, which would open a transaction and undo it: nothing is written anyway."""
        result = self.import_data(self.dataset(), use_transactions=False)
        if result.base_errors:  # a fault of ours, not of the file
            raise result.base_errors[0].error
        return result

    def dataset(self) -> tablib.Dataset:
        """The rows of the table under the names of our fields."""
        names = list(self.fields)
        rows = ((row.number, *(row.cells.get(self.letters[name]) for name in names)) for row in self.file.table.data_rows)
        return tablib.Dataset(*rows, headers=[ROW, *names])

    def get_import_fields(self) -> list[Field]:
        return self.in_order

    def get_or_init_instance(self, instance_loader: Any, row: Mapping[str, Any]) -> tuple[R, bool]:
        return self.new_row(row[ROW], Cells(self.file, self.letters, row)), True

    def import_field(self, field: Field, instance: R, row: Mapping[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        try:
            field.save(instance, row)
        except ValueError as problem:
            if field.column_name in self.REFUSING:
                raise
            self.problems.append(instance.problem(field.column_name, str(problem), kept=True))

    def import_instance(self, instance: R, row: Mapping[str, Any], **kwargs: Any) -> None:
        try:
            super().import_instance(instance, row, **kwargs)
        except ValidationError as problem:
            self.unusable.append(instance)
            told = ((name, message) for name, messages in problem.message_dict.items() for message in messages)
            self.problems += [instance.problem(name, message) for name, message in told]
            raise
        self.rows.append(instance)

    def validate_instance(self, instance: R, import_validation_errors: Any = None, validate_unique: bool = True) -> None:
        if import_validation_errors:
            raise ValidationError(import_validation_errors)

    def save_instance(self, instance: R, is_create: bool, row: Mapping[str, Any], **kwargs: Any) -> None:
        """Nothing: saving is an action, and it is given the plan."""

    def save_m2m(self, instance: R, row: Mapping[str, Any], **kwargs: Any) -> None:
        """Nothing, as above."""

    def import_row(self, row: Mapping[str, Any], instance_loader: Any, **kwargs: Any) -> RowResult:
        result = super().import_row(row, instance_loader, **kwargs)
        if result.errors:  # a fault of ours, not of the row
            raise result.errors[0].error
        return result


class Cells(Mapping[str, Cell]):
    """The cells of a row as their writer sees them, worked out only for the few that a message is about."""

    PART_OF = dict.fromkeys(("surname", "forename", "middle_names", "known_as"), "full_name")

    def __init__(self, file: ReadTable, letters: Mapping[str, str], row: Mapping[str, Any]) -> None:
        self.file, self.letters, self.row = file, letters, row

    def __getitem__(self, name: str) -> Cell:
        column = name if name in self.letters else self.PART_OF.get(name, name)
        return Cell(self.file.heading(self.letters[column]), to_text(self.row.get(column)) or "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.letters)

    def __len__(self) -> int:
        return len(self.letters)


def tell_rows(result: Result, kinds: Mapping[int, str], changes: Mapping[int, Any], numbers: list[int]) -> None:
    """Give each row result what the plan makes of its row: new, update with its changes, skip, or invalid."""
    for number, row in zip(numbers, result.rows, strict=True):
        row.import_type = kinds.get(number, RowResult.IMPORT_TYPE_INVALID)
        row.diff = changes.get(number)
    result.totals.update(dict.fromkeys(result.totals, 0))
    for row in result.rows:
        result.increment_row_result_total(row)
