"""A list of providers, row by row."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from import_export.fields import Field
from import_export.results import Result, RowResult

from careers.exports import as_it_was
from careers.imports.cells import Cell as SheetCell
from careers.imports.columns import ColumnGuess, guess_columns
from careers.imports.values import to_postcode, to_text
from careers.imports.vocabularies import IGNORE, PROVIDERS
from careers.models import School
from careers.rules.problems import Cell
from destinations.models import Provider
from destinations.register import provider_register
from destinations.resources.files import FileRefused, ReadTable, headings_of, longest_table, no_heading_twice, one_of_each
from destinations.resources.gias import Extract, extract, is_gias
from destinations.resources.rows import ReadCell, RowResource, ValueField, tell_rows
from destinations.rules.names import normalise
from destinations.rules.provider_plan import KnownProvider, ProviderPlan, ProviderRow, plan_providers
from destinations.rules.provider_types import type_called

NO_TABLE = "No list of providers was found in this file. It needs a row of headings, such as Name, Type, Aliases, UKPRN and Postcode."


def plain(name: str) -> Callable[[SheetCell], str | None]:
    """Text that fits its field, without the apostrophe that our own export puts before what a spreadsheet would run as a formula."""
    longest: int = Provider._meta.get_field(name).max_length  # type: ignore[union-attr, assignment]

    def read(cell: SheetCell) -> str | None:
        text = as_it_was(to_text(cell) or "")
        if len(text) > longest:
            raise ValueError(f"“{text[:30]}…” is too long: at most {longest} characters fit here.")
        return text or None

    return read


def provider_name(cell: SheetCell) -> str | None:
    name = plain("name")(cell)
    if name and not normalise(name):
        raise ValueError(f"“{name}” is not a name: it has neither a letter nor a digit.")
    return name


def provider_type(cell: SheetCell) -> str | None:
    words = to_text(cell)
    return type_called(words).value if words else None


def number(pattern: str, sentence: str) -> Callable[[SheetCell], str | None]:
    def read(cell: SheetCell) -> str | None:
        text = re.sub(r"\.0$", "", (to_text(cell) or "").replace(" ", ""))
        if text and not re.fullmatch(pattern, text):
            raise ValueError(f"{text} is not right: {sentence}")
        return text or None

    return read


def aliases(cell: SheetCell) -> list[str]:
    """Names separated by semicolons or bars; a name of idle marks alone is none."""
    names = [name.strip() for name in re.split(r"[;|\n]", as_it_was(str(cell or "")))]
    if too_long := next((name for name in names if len(name) > 200), None):
        raise ValueError(f"“{too_long[:30]}…” is too long for a name.")
    return [name for name in names if normalise(name)]


def email(cell: SheetCell) -> str | None:
    text = plain("contact_email")(cell)
    if text:
        try:
            validate_email(text)
        except ValidationError:
            raise ValueError(f"{text} is not an email address.") from None
    return text


READERS: dict[str, Callable[[SheetCell], Any]] = {
    "name": provider_name,
    "type": provider_type,
    "aliases": aliases,
    "ukprn": number(r"1\d{7}", "a UKPRN is eight digits and starts with 1."),
    "urn": number(r"\d{6}", "a URN is six digits."),
    "postcode": to_postcode,
    "contact_name": plain("contact_name"),
    "contact_email": email,
    "contact_phone": plain("contact_phone"),
}


class ProviderResource(RowResource[ProviderRow]):
    """Reads the rows of one list. After `read`, `plan` is what they would change."""

    REFUSING = frozenset({"name"})
    plan: ProviderPlan

    def __init__(self, file: ReadTable, register: list[KnownProvider]) -> None:
        self.register = register
        super().__init__(file, {name: letter for letter, name in file.columns.items() if name != IGNORE})

    def field_for(self, name: str) -> Field | None:
        return ValueField(name, name, ReadCell(READERS[name])) if name in READERS else None

    def new_row(self, number: int, cells: Mapping[str, Cell]) -> ProviderRow:
        return ProviderRow(number, cells=cells)

    def after_import(self, dataset: tablib.Dataset, result: Result, **kwargs: Any) -> None:
        plan = self.plan = plan_providers(self.rows, self.problems, self.register)
        kinds = dict.fromkeys(plan.same, RowResult.IMPORT_TYPE_SKIP)
        kinds |= dict.fromkeys((part.row for part in plan.new), RowResult.IMPORT_TYPE_NEW)
        kinds |= dict.fromkeys((part.row for part in plan.changed), RowResult.IMPORT_TYPE_UPDATE)
        tell_rows(result, kinds, {part.row: part.changes for part in plan.changed}, [row[0] for row in dataset])


def read_providers(
    data: bytes, filename: str, *, columns: Mapping[str, str] | None = None, home: str = "", authorities: Collection[str] | None = None
) -> ReadTable:
    """The list with its columns guessed; `columns` (letter → field) replaces guesses. Raises FileRefused.

    Of an extract of Get Information about Schools, the establishments for leavers in the local authorities `authorities` (codes), or in
    `home`, the school's own.
    """
    table, others = longest_table(data, filename, PROVIDERS, NO_TABLE)
    if is_gias(table):
        return from_gias(extract(table, home=home, wanted=authorities), columns or {})
    guesses = tuple(guess_columns(table, PROVIDERS))
    fields = {guess.letter: guess.field for guess in guesses} | dict(columns or {})
    no_heading_twice(table, fields, PROVIDERS, chosen=columns or ())
    notes = (f"Only the sheet “{table.sheet_name}” is read. These have providers too: {', '.join(others)}.",) if others else ()
    return ReadTable(table, one_of_each(table, fields, PROVIDERS), guesses, notes=notes)


def from_gias(found: Extract, columns: Mapping[str, str]) -> ReadTable:
    note = (
        f"This is an extract of Get Information about Schools. Of its {found.of:,} establishments {found.found:,} are open and take"
        " students after 16. Training providers and employers are not in it."
    )
    fields = found.columns | {letter: name for letter, name in columns.items() if letter in found.columns}
    guesses = tuple(
        ColumnGuess(letter, heading, found.columns[letter], 1.0, words_for(letter, found.columns[letter]))
        for letter, heading in found.table.headings.items()
    )
    return ReadTable(found.table, one_of_each(found.table, fields, PROVIDERS), guesses, notes=(note,), authorities=found.authorities)


def words_for(letter: str, name: str) -> str:
    return f"Column {letter} will be left out" if name == IGNORE else f"Column {letter} is the {PROVIDERS[name].label}"


def plan_import(file: ReadTable, school: School) -> ProviderPlan:
    """What the list would change. Raises FileRefused when no column holds names."""
    if "name" not in file.columns.values():
        raise FileRefused(f"No column of names was found. The columns are: {headings_of(file.table)}.")
    resource = ProviderResource(file, provider_register(school))
    resource.read()
    return resource.plan
