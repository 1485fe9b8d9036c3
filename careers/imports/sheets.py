"""A sheet as this program holds it, and the limits on one."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from .cells import Cell

MAX_BYTES = 10_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 300
MAX_CELLS = 2_000_000
MAX_SHEETS = 200
MAX_CHARACTERS = 20_000_000
LARGEST_CELL = 32_767  # what a spreadsheet program itself allows
LONGEST_NAME = 80

ERROR_VALUES = frozenset(
    "#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #BUSY! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #GETTING_DATA".split()
)
TEXT_FROM = 10**9
EXACT_BELOW = 10**15
NEVER_TYPED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

LONG_CELL = (
    f"A cell of this file holds more than {LARGEST_CELL:,} letters, which no list does. A quotation mark or a line end may be missing: "
    "open it in a spreadsheet program, save it as an Excel workbook (.xlsx), and try again."
)
TOO_MUCH_TEXT = "This file holds far more text than a list does. Copy the list into a new workbook and try again."
TOO_MANY_SHEETS = f"This workbook has more than {MAX_SHEETS} sheets. Copy those with lists into a new workbook and try again."


class UnreadableFile(Exception):
    """A file that cannot be read; `sentence` says why, and what to do, to whoever chose it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows` begins at row 1 and column A, and every row is as long as the longest.

    `part` is 1, 2… for one of several tables that stand side by side: the columns of the others are blank in it.
    `title` is what stood above the only table of a page, which has no name of its own.
    """

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    part: int = 0
    title: str = ""


def shaped(name: str, rows: Sequence[Sequence[object]], *, hidden: bool) -> Sheet:
    """A sheet of clean cells, cut after the last row and column that hold anything. Raises UnreadableFile where it is too big."""
    too_big(name, len(rows), max(map(len, rows), default=0))
    cells: list[list[Cell]] = []
    height = width = characters = 0
    for number, row in enumerate(rows, start=1):
        kept = _clean_row(row)
        while kept and kept[-1] is None:
            kept.pop()
        if kept:
            height, width = number, max(width, len(kept))
            characters += sum(len(cell) for cell in kept if cell.__class__ is str)
        cells.append(kept)
    if characters > MAX_CHARACTERS:
        raise UnreadableFile(TOO_MUCH_TEXT)
    del cells[height:]
    for kept in cells:
        kept.extend([None] * (width - len(kept)))
    return Sheet(name, cells, hidden)


def _clean_row(row: Sequence[object]) -> list[Cell]:
    """As `clean` of every cell; a row of ordinary texts, which most are, is looked at as one text."""
    try:
        whole = "".join(row)  # type: ignore[arg-type]
    except TypeError:
        return [clean(cell) for cell in row]
    if len(whole) > LARGEST_CELL or "#" in whole or not whole.isprintable():
        return [clean(cell) for cell in row]
    return [cell if cell.strip() else None for cell in row]  # type: ignore[attr-defined,misc]


def named_apart(sheets: Iterable[Sheet]) -> list[Sheet]:
    """The same sheets with names that are short, can be seen and are all different."""
    seen: set[str] = set()
    named = []
    for number, sheet in enumerate(sheets, start=1):
        name = NEVER_TYPED.sub("", sheet.name)[:LONGEST_NAME]
        name = name if name.strip() else f"Sheet{number}"
        unique, copy = name, 2
        while unique in seen:
            unique, copy = f"{name} ({copy})", copy + 1
        seen.add(unique)
        named.append(sheet if sheet.name == unique else replace(sheet, name=unique))
    return named


def too_big(name: str, height: int, width: int) -> None:
    """Refuse a sheet that is larger than any list, before it is built."""
    if height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS:
        raise UnreadableFile(
            f"The sheet {name[:LONGEST_NAME]} reaches to row {height:,} and has {width:,} columns. A list may have {MAX_ROWS:,} rows, "
            f"{MAX_COLUMNS} columns and {MAX_CELLS:,} cells: delete what is beyond it, and save it again."
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
        return _clean_whole(cell)
    if isinstance(cell, timedelta):
        return str(cell)
    return _clean_text(str(cell))


def _clean_text(text: str) -> str | None:
    if not text.isprintable():
        text = NEVER_TYPED.sub("", text)
    if not text or text.isspace() or (text[0] == "#" and text.upper() in ERROR_VALUES):
        return None
    if len(text) > LARGEST_CELL:
        raise UnreadableFile(LONG_CELL)
    return text


def _clean_number(number: float) -> Cell:
    if not math.isfinite(number):
        return None
    return _clean_whole(int(number)) if number.is_integer() else number


def _clean_whole(whole: int) -> int | str:
    """A short number as a number, a long one as its digits; one that has lost digits as the shortened form it was saved in.

    A spreadsheet keeps 15 digits. An identifier saved as 8.89E+11 comes back as 889000000000, which looks whole and is not:
    it is written 8.89E+11 again, so that nobody takes it for the identifier.
    """
    size = abs(whole)
    if size < TEXT_FROM:
        return whole
    if size >= EXACT_BELOW:
        return f"{whole:.14E}" if size < 10**300 else "1E+300"
    lost = 10**5 if size >= 10**11 else 10**6
    if whole % lost:
        return str(whole)
    mantissa, _, power = f"{whole:.14E}".partition("E")
    return f"{mantissa.rstrip('0').rstrip('.')}E{power}"
