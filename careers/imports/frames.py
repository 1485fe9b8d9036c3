"""Sheets as lines of JSON, to pass from the process that read a file to the one that asked.

The process that read may have been taken over by the file. What it says is therefore only ever data: no pickle, every cell's type
checked, every length bounded.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, BinaryIO, NoReturn

from .cells import Cell
from .sheets import MAX_CELLS, MAX_COLUMNS, MAX_SHEETS, Sheet

ROWS_A_LINE = 200
MAX_OUTPUT = 150_000_000
LONGEST_SENTENCE = 500
TOO_MUCH_MEMORY = (
    "This file needs far more memory to open than a list does. Copy the list into a new workbook, save that as .xlsx, and try again."
)
CELL_TYPES = frozenset({str, int, float, bool, date, datetime, time, type(None)})
READERS: dict[str, Callable[[str], date | time]] = {"d": date.fromisoformat, "m": datetime.fromisoformat, "t": time.fromisoformat}


class BrokenFrames(ValueError):
    """What came back is not what a reader writes: it was cut short, or is not its own."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reading process said: sheets or a sentence, and what it took. `peak` is in KiB, 0 where it cannot be known."""

    sheets: list[Sheet]
    refused: str | None
    peak: int
    seconds: float


def write_sheets(sheets: Sequence[Sheet], out: BinaryIO) -> None:
    for sheet in sheets:
        _write(out, ["sheet", sheet.name, sheet.hidden, sheet.part, sheet.title])
        for start in range(0, len(sheet.rows), ROWS_A_LINE):
            _write(out, ["rows", sheet.rows[start : start + ROWS_A_LINE]])


def write_refusal(sentence: str, out: BinaryIO) -> None:
    _write(out, ["refused", sentence[:LONGEST_SENTENCE]])


def write_end(peak: int, seconds: float, out: BinaryIO) -> None:
    _write(out, ["end", peak, seconds])


def read_frames(file: BinaryIO) -> Answer:
    """What `write_*` wrote. Raises BrokenFrames for anything else, and for lines without their end."""
    try:
        return _read(_lines(file))
    except (ValueError, TypeError, IndexError, RecursionError) as problem:
        raise BrokenFrames from problem


def _read(lines: Iterator[list[Any]]) -> Answer:
    sheets: list[Sheet] = []
    refused: str | None = None
    cells = 0
    for line in lines:
        match line:
            case ["sheet", str(name), bool(hidden), int(part), str(title)] if len(sheets) < MAX_SHEETS:
                sheets.append(Sheet(name, [], hidden, part, title))
            case ["rows", list(rows)]:
                cells += _check(rows)
                if cells > MAX_CELLS:
                    raise BrokenFrames
                sheets[-1].rows.extend(rows)
            case ["refused", str(sentence)]:
                refused = sentence[:LONGEST_SENTENCE]
            case ["end", int(peak), float(seconds)]:
                return Answer(sheets, refused, peak, seconds)
            case _:
                raise BrokenFrames
    raise BrokenFrames


def _check(rows: list[Any]) -> int:
    """How many cells these rows have. Raises BrokenFrames where one is no row or a cell is of no type that cells have."""
    cells = 0
    for row in rows:
        if row.__class__ is not list or len(row) > MAX_COLUMNS or not CELL_TYPES.issuperset(map(type, row)):
            raise BrokenFrames
        cells += len(row)
    return cells


def _lines(file: BinaryIO) -> Iterator[list[Any]]:
    decode = json.JSONDecoder(object_hook=_untagged, parse_constant=_no_number).decode
    for line in file:
        yield decode(line.decode("utf-8"))


def _write(out: BinaryIO, line: list[Any]) -> None:
    out.write(_encode(line).encode("utf-8") + b"\n")


def _tagged(cell: Cell) -> dict[str, str]:
    if isinstance(cell, datetime):
        return {"m": cell.isoformat()}
    if isinstance(cell, date):
        return {"d": cell.isoformat()}
    if isinstance(cell, time):
        return {"t": cell.isoformat()}
    raise TypeError(type(cell).__name__)


def _untagged(tagged: dict[str, str]) -> date | time:
    ((kind, text),) = tagged.items()
    if kind not in READERS:
        raise BrokenFrames
    return READERS[kind](text)


def _no_number(name: str) -> NoReturn:
    raise BrokenFrames(name)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_tagged, check_circular=False, allow_nan=False).encode
