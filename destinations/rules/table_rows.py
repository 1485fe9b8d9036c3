"""The rows of a table one by one, with what the line that heads its part says of each."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from careers.imports.tables import TableRow
from careers.imports.values import to_text
from destinations.rules.layouts import SheetLayout
from destinations.rules.rows import ReadRow, read_row
from destinations.rules.statuses import said_by_title


def rows_of(layout: SheetLayout, latest_birth: int) -> Iterable[tuple[TableRow, ReadRow | None, str | None]]:
    """Each row below the headings; read where it is about somebody; and what the line that heads its part of the table says.

    Nobody on it was born after the year `latest_birth`.
    """
    section = layout.said
    for row in layout.rows:
        read = read_row(row, layout.columns, latest_birth=latest_birth) if row.kind == "data" else None
        if heading := heading_of_a_part(row):
            section = heading
            yield replace(row, kind="note"), None, section
        else:
            yield row, read if read and read.is_about_somebody else None, section


def heading_of_a_part(row: TableRow) -> str | None:
    """What a row that is one line of words says of the rows below it: "Withdrawn", "Did not enrol"."""
    filled = [text for cell in row.cells.values() if (text := to_text(cell))]
    return said_by_title(filled[0].rstrip(":")) if len(filled) == 1 and len(row.cells) > 1 else None


def only(layout: SheetLayout, wanted: Callable[[str, int, int], bool]) -> SheetLayout:
    """The table with those of its rows that are wanted (by sheet, part and row), and the lines that say something of rows below them."""
    rows = [row for row in layout.rows[:] if wanted(layout.sheet, layout.part, row.number) or heading_of_a_part(row)]
    return replace(layout, rows=rows)
