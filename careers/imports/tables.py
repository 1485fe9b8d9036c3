"""Where on a sheet the table is: its row of headings, and the rows below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .bare_tables import first_bare_row
from .cells import Cell, column_letter
from .header_rows import Header, find_header, heading_above, is_header_again
from .sheets import Sheet
from .values import to_text
from .vocabulary import Vocabulary

Kind = Literal["data", "heading", "total", "note"]
TOTALS = frozenset({"total", "totals", "grand total", "count", "sum", "sub total", "subtotal", "sub-total"})
TOTAL = re.compile(
    r"(?:grand |sub-?)?total\b.*\d|(?:total|overall) (?:number|students|learners|pupils)|number (?:of|on)\b",
    re.I,
)
NOTE_WORDS = 7
FEW_CELLS = 3


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is not blank. `number` is the one a person sees; `kind` says if it is about somebody."""

    number: int
    cells: dict[str, Cell]
    kind: Kind = "data"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's table. `header_row` is 0 where there are no headings, and then `headings` are all empty."""

    sheet_name: str
    header_row: int
    headings: dict[str, str]
    rows: list[TableRow]

    @property
    def data_rows(self) -> list[TableRow]:
        return [row for row in self.rows if row.kind == "data"]

    def column(self, letter: str) -> list[Cell]:
        """The cells of one column in its data rows."""
        return [row.cells.get(letter) for row in self.rows if row.kind == "data"]


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of a sheet, or None where there is none (notes, a summary, a blank sheet).

    Below the headings every row that is not blank is kept, headings said again and totals marked as such.
    """
    header = find_header(sheet.rows, vocabulary)
    if header is None:
        start = first_bare_row(sheet.rows, vocabulary)
        if start is None:
            return None
        header = heading_above(sheet.rows, start)
        if header is None:
            nothing: list[str | None] = [None] * len(sheet.rows[start])
            return _table(sheet, Header(start, nothing), start, header_row=0)
    return _table(sheet, header, header.index + 1, header_row=header.index + 1)


def _table(sheet: Sheet, header: Header, start: int, *, header_row: int) -> Table | None:
    below = sheet.rows[start:]
    used = [i for i in range(len(header.texts)) if header.texts[i] or any(row[i] is not None for row in below)]
    letters = {i: column_letter(i) for i in used}
    headings = {letters[i]: header.texts[i] or "" for i in used}
    rows = []
    for number, row in enumerate(below, start=start + 1):
        cells = {letters[i]: row[i] for i in used}
        if filled := [cell for cell in cells.values() if cell is not None]:
            rows.append(TableRow(number, cells, _kind(row, filled, len(used), header)))
    return Table(sheet.name, header_row, headings, rows) if rows or header_row else None


def _kind(row: Sequence[Cell], filled: Sequence[Cell], width: int, header: Header) -> Kind:
    if is_header_again(row, header):
        return "heading"
    if len(filled) > FEW_CELLS:
        return "data"
    words = [text for cell in filled if isinstance(cell, str) and (text := to_text(cell))]
    if words and (words[0].lower().rstrip(" :=") in TOTALS or (len(words) == 1 and TOTAL.match(words[0]))):
        return "total"
    if words and len(filled) == 1 and width > 2 and _is_note(words[0]):
        return "note"
    return "data"


def _is_note(text: str) -> bool:
    return len(text.split()) >= NOTE_WORDS or text.rstrip().endswith(":")
