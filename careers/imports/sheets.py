"""A sheet as this program holds it, and the limits on one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from .cells import Cell

MAX_BYTES = 10_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 300
MAX_CELLS = 5_000_000

ERROR_VALUES = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
TEXT_FROM = 10**9


class UnreadableFile(Exception):
    """A file that cannot be read; `sentence` says why, and what to do, to whoever chose it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows` begins at row 1 and column A, and every row is as long as the longest.

    `part` is 1, 2… for one of several tables that stand side by side: the columns of the others are blank in it.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    part: int = 0


def shaped(name: str, rows: Sequence[Sequence[object]], *, hidden: bool) -> Sheet:
    """A sheet of clean cells, cut after the last row and column that hold anything.

    pandas is imported here because it takes a second, which nobody who only opens a page should wait for.
    """
    import pandas as pd

    width = max(map(len, rows), default=0)
    too_big(name, len(rows), width)
    if not width:
        return Sheet(name, [], hidden)
    frame = pd.DataFrame([[*row, *[None] * (width - len(row))] for row in rows], dtype=object)
    columns = [[clean(cell) for cell in frame[column]] for column in frame]
    clear = pd.DataFrame(dict(enumerate(columns)), dtype=object)
    filled = clear.dropna(how="all").dropna(axis="columns", how="all")
    if filled.empty:
        return Sheet(name, [], hidden)
    height, width = int(filled.index[-1]) + 1, int(filled.columns[-1]) + 1
    kept = zip(*(column[:height] for column in columns[:width]), strict=True)
    return Sheet(name, [list(row) for row in kept], hidden)


def too_big(name: str, height: int, width: int) -> None:
    """Refuse a sheet that is larger than any list, before it is built."""
    if height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
        raise UnreadableFile(
            f"The sheet {name} reaches to row {height:,} and has {width:,} columns. A list may have "
            f"{MAX_ROWS:,} rows and {MAX_COLUMNS} columns: delete what is beyond it, and save it again."
        )


def clean(cell: object) -> Cell:
    """A cell as this program keeps it: whole numbers whole, long ones as digits, errors as nothing."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return _clean_text(cell)
    if isinstance(cell, float):
        return _clean_number(cell)
    if isinstance(cell, (bool, date, datetime, time)):
        return cell
    if isinstance(cell, int):
        return str(cell) if abs(cell) >= TEXT_FROM else cell
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell) or None


def _clean_text(text: str) -> str | None:
    if "\x00" in text:
        text = text.replace("\x00", "")
    if not text or text.isspace() or (text[0] == "#" and text.upper() in ERROR_VALUES):
        return None
    return text


def _clean_number(number: float) -> Cell:
    if not math.isfinite(number):
        return None
    if not number.is_integer():
        return number
    whole = int(number)
    return str(whole) if abs(whole) >= TEXT_FROM else whole
