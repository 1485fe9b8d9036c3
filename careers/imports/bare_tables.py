"""Tables without headings, found by what their columns hold."""

from collections.abc import Sequence

from .cells import Cell
from .shapes import share, with_text
from .vocabulary import Vocabulary

TELLING = ("upn", "uln", "birth_date")
ROWS_TRIED = 12
ROWS_LOOKED_AT = 60
SURE = 0.75


def first_bare_row(rows: Sequence[list[Cell]], vocabulary: Vocabulary) -> int | None:
    """Where a table without headings begins, counted from 0; None if nothing on the sheet is one.

    It needs two columns or more, one of UPNs, ULNs or dates and, unless it is of numbers, one of names.
    """
    shapes = {field.shape for field in vocabulary.fields}
    if not shapes.intersection(TELLING):
        return None
    for start, row in enumerate(rows[:ROWS_TRIED]):
        if sum(cell is not None for cell in row) >= 2 and _is_table(rows[start : start + ROWS_LOOKED_AT], row):
            return start
    return None


def _is_table(rows: Sequence[list[Cell]], first: list[Cell]) -> bool:
    columns = [with_text([row[i] for row in rows]) for i in range(len(first))]
    full = [(i, cells) for i, cells in enumerate(columns) if len(cells) >= 0.5 * len(rows)]
    telling = {i for i, cells in full if any(share(name, cells) >= SURE for name in TELLING)}
    if not any(_same_kind(first[i], name) for i in telling for name in TELLING):
        return False
    numbered = any(share(name, cells) >= SURE for _, cells in full for name in ("upn", "uln"))
    named = any(i not in telling and max(share("full_name", c), share("surname", c)) >= SURE for i, c in full)
    return numbered or named


def _same_kind(cell: Cell, name: str) -> bool:
    return share(name, with_text([cell])) == 1
