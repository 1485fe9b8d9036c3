"""Legends: what a file says itself that its codes mean, above, below or beside its tables, in a heading or on a sheet of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from .cells import Cell, column_letter
from .header_rows import Header, find_header
from .legend_lines import TITLE, Reading, read_cells, read_line, title_of_line
from .sheets import Sheet
from .values import to_text
from .vocabulary import Vocabulary

Place = tuple[int, int]  # row and column, counted from 0
ROWS_LOOKED_AT, COLUMNS_LOOKED_AT = 200, 40
ROWS_BESIDE = 60
IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
BLANK = frozenset({"blank", "empty", "no entry", "no mark"})


@dataclass(frozen=True, slots=True)
class Legend:
    """Codes, as `as_code` writes them, with their meanings; `last` is the same read with the code behind its meaning.

    `cells` are where it stands on its sheet. `letter` is the column whose own heading says it; `beside` is true to the right of a table.
    """

    sheet: str
    part: int
    title: str
    first: Mapping[str, str]
    last: Mapping[str, str]
    cells: frozenset[Place]
    letter: str = ""
    beside: bool = False

    @property
    def rows(self) -> frozenset[int]:
        """The rows it stands on, as a person counts them."""
        return frozenset(row + 1 for row, _ in self.cells)


@dataclass(slots=True)
class _Found:
    """A line or two cells that may be part of a legend."""

    row: int
    column: int
    reading: Reading
    cells: frozenset[Place]
    title: str = ""
    beside: bool = False
    members: list["_Found"] = field(default_factory=list)


def as_code(text: str) -> str:
    """A code however it is written: "c" and "C." are one; "blank" is the empty cell."""
    code = text.strip().rstrip(".").casefold() or text.strip()
    return "" if code.strip("()") in BLANK else code


def legends_in(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Legend]:
    """Whatever in the sheets that are not hidden may be a legend, in their order. Most of it is none: no column has its codes."""
    return [legend for sheet in sheets if not sheet.hidden for legend in _legends_of(sheet, vocabulary)]


def without(sheet: Sheet, legends: Sequence[Legend]) -> Sheet:
    """The sheet with the legends beside its table left blank, so that nobody takes them for columns."""
    blank = {place for legend in legends if legend.beside for place in legend.cells}
    if not blank:
        return sheet
    rows = [[None if (i, j) in blank else cell for j, cell in enumerate(row)] for i, row in enumerate(sheet.rows)]
    return replace(sheet, rows=rows)


def _legends_of(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Legend]:
    header = find_header(sheet.rows, vocabulary)
    if header:
        yield from _in_headings(sheet, header)
    titled = bool(TITLE.search(sheet.name))
    for group in _groups(list(_pieces(sheet, header)), sheet):
        firm = titled or group.title or len(group.members) > 1 or group.reading.firm
        if firm:
            yield _as_legend(sheet, group)


def _as_legend(sheet: Sheet, group: _Found) -> Legend:
    first = {as_code(code): meaning for piece in group.members for code, meaning in reversed(piece.reading.first)}
    last = {as_code(code): meaning for piece in group.members for code, meaning in reversed(piece.reading.last)}
    cells = frozenset().union(*(piece.cells for piece in group.members), group.cells)
    return Legend(sheet.name, sheet.part, group.title or sheet.name, first, last, cells, beside=group.beside)


def _in_headings(sheet: Sheet, header: Header) -> Iterator[Legend]:
    """Legends within a heading: "Status (E = enrolled, W = withdrawn)"."""
    for column, text in enumerate(header.texts):
        inner = [*IN_BRACKETS.findall(text or ""), (text or "").partition(":")[2], text if "=" in (text or "") else ""]
        readings = (read_line(words) for words in inner if words)
        for reading in [found for found in readings if found.firm and max(len(found.first), len(found.last)) > 1][:1]:
            first, last = ({as_code(code): meaning for code, meaning in pairs} for pairs in (reading.first, reading.last))
            yield Legend(sheet.name, sheet.part, text or "", first, last, frozenset(), column_letter(column))


def _pieces(sheet: Sheet, header: Header | None) -> Iterator[_Found]:
    """Every cell or pair of cells outside the table that could be part of a legend."""
    for row, columns, beside in _outside(sheet.rows, header):
        texts = [(j, text) for j in columns if (text := to_text(sheet.rows[row][j]))]
        for j, text in texts:
            reading = read_line(text)
            title = title_of_line(text)
            if reading.first or reading.last or title:
                yield _Found(row, j, reading, frozenset({(row, j)}), title, beside)
        if header is None or len(texts) == 2:
            for (j, left), (k, right) in pairwise(texts):
                reading = read_cells(left, right)
                if reading.first or reading.last:
                    yield _Found(row, j, reading, frozenset({(row, j), (row, k)}), "", beside)


def _outside(rows: Sequence[Sequence[Cell]], header: Header | None) -> Iterator[tuple[int, range, bool]]:
    """The rows of a sheet, and of each the columns, where no table is: all of it, or what is above, beside and below its table."""
    width = min(len(rows[0]), COLUMNS_LOOKED_AT) if rows else 0
    if header is None:
        yield from ((row, range(width), False) for row in range(min(len(rows), ROWS_LOOKED_AT)))
        return
    top = header.index - max(len(header.lines) - 1, 0)
    yield from ((row, range(width), False) for row in range(top))
    edge = next((j for j in range(width) if _begins_gap(rows, header, j)), width)
    if edge < width:
        yield from ((row, range(edge, width), True) for row in range(top, min(len(rows), header.index + ROWS_BESIDE)))
    yield from ((row, range(width), False) for row in range(_first_below(rows, header, edge), len(rows)))


def _begins_gap(rows: Sequence[Sequence[Cell]], header: Header, column: int) -> bool:
    """Whether a wholly blank column stands behind a table's headings."""
    blank = header.texts[column] is None and all(row[column] is None for row in rows[header.index : header.index + ROWS_BESIDE])
    return blank and any(header.texts[:column])


def _first_below(rows: Sequence[Sequence[Cell]], header: Header, edge: int) -> int:
    """The row behind the last that holds as much as a row of the table does."""
    fills = [sum(cell is not None for cell in row[:edge]) for row in rows]
    below = sorted(fills[header.index + 1 :])
    usual = below[len(below) * 3 // 4] if below else 0
    full = (i for i in range(len(rows) - 1, header.index, -1) if fills[i] >= max(2, usual / 2) and not _is_apart(rows, fills, i))
    return max(next(full, header.index) + 1, len(rows) - ROWS_LOOKED_AT)


def _is_apart(rows: Sequence[Sequence[Cell]], fills: Sequence[int], row: int) -> bool:
    """Whether two cells stand below a blank row or a line that heads a legend, with no fuller row between."""
    if fills[row] != 2:
        return False
    start = row
    while start > 0 and fills[start] == 2:
        start -= 1
    heads = next((text for cell in rows[start] if (text := to_text(cell))), "")
    return fills[start] == 0 or (fills[start] == 1 and bool(title_of_line(heads)))


def _groups(pieces: Sequence[_Found], sheet: Sheet) -> Iterator[_Found]:
    """Pieces that stand below one another as one, under the title that heads them."""
    open_: dict[int, _Found] = {}
    for piece in pieces:
        group = _group_of(piece, open_, sheet)
        follows = group is not None and _follows(group, piece, sheet)
        if piece.title or not follows or group is None:
            if group and _pairs(group):
                yield group
            group = replace(piece, members=[piece])
        else:
            group.members.append(piece)
        open_[piece.column] = group
    yield from {id(group): group for group in open_.values() if _pairs(group)}.values()


def _group_of(piece: _Found, open_: dict[int, _Found], sheet: Sheet) -> _Found | None:
    """The group that a piece may belong to: the one above it, the title beside it, or a line that goes on from cell to cell."""
    own = open_.get(piece.column)
    if own and _follows(own, piece, sheet):
        return own
    titled = (g for c, g in open_.items() if g.title and abs(c - piece.column) <= 1 and not _pairs(g) and _follows(g, piece, sheet))
    before = open_.get(piece.column - 1)
    if before and len(piece.cells) == 1 and before.members[-1].row == piece.row and len(before.members[-1].cells) == 1:
        return before
    return next(titled, own)


def _follows(group: _Found, piece: _Found, sheet: Sheet) -> bool:
    """Whether a piece stands in the row below the group, or in the one after a blank row below its title."""
    last = group.members[-1].row
    return piece.row - last <= 1 or (piece.row - last == 2 and not _pairs(group) and not any(sheet.rows[last + 1]))


def _pairs(group: _Found) -> bool:
    return any(piece.reading.first or piece.reading.last for piece in group.members)
