"""Rows of text files: any encoding, any delimiter, any line ending."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from .delimiters import LONGEST_FIELD, SAMPLE_RECORDS, delimiter_of, divides, records, regularity
from .encodings import encoding_of, looks_like_text
from .gaps import columns_by_gaps
from .letters import letter_rows
from .sheets import LONG_CELL, MAX_COLUMNS, MAX_ROWS, UnreadableFile

__all__ = ["delimiter_of", "looks_like_text", "read_text", "stream_text", "whole_text"]

SAMPLE_CHARACTERS = 200_000
LINES_IN_A_CELL = 25
TOO_MANY_ROWS = f"This file has more than {MAX_ROWS:,} rows, which is more than any list needs."


@dataclass(frozen=True, slots=True)
class _Text:
    """A text whose encoding and delimiter are known. `sample` is its beginning; `skipped` are lines that are no rows."""

    file: BinaryIO
    encoding: str
    delimiter: str
    sample: str
    skipped: int


def read_text(data: bytes) -> list[list[str]]:
    """The records of a text file. A blank line is an empty record, so that the count of rows is kept. Raises UnreadableFile."""
    text = _opened(io.BytesIO(data))
    if len(data) < SAMPLE_CHARACTERS and (without := _without_delimiters(text)):
        return without
    try:
        found = _no_more_than_a_list(_records(text))
    except _QuotationMarkLeftOpen:
        return _no_more_than_a_list(_line_by_line(text))
    if data.count(b'"') % 2 and regularity(lines := _no_more_than_a_list(_line_by_line(text)))[0] > regularity(found)[0]:
        return lines  # one mark too few shifts the cells of every line after it
    return found


def _without_delimiters(text: _Text) -> list[list[str]] | None:
    """The rows of a text whose columns stand apart by space alone, or that is a letter with a line a person; None for any other.

    The comma of "Ahmed, Bilal" divides nothing, however many lines have it.
    """
    if divides(text.sample, text.delimiter) and (
        text.delimiter != "," or regularity(records(io.StringIO(text.sample, newline=""), ","))[1] > 2
    ):
        return None
    lines = [line.rstrip("\r\n") for line in _lines(text)]
    return columns_by_gaps(lines, enough=0.7) or letter_rows(lines)


def stream_text(source: str | Path | BinaryIO) -> Iterator[list[str]]:
    """The records of a text file of any length, one at a time, as `read_text` reads them. Memory stays flat.

    `source` is a path, or a binary file that can go back to its beginning. The first 100,000 lines are read twice, to see whether a
    quotation mark was left open; one left open further on raises UnreadableFile, since the rows before it have been given out.
    """
    if isinstance(source, (str, Path)):
        with Path(source).open("rb") as file:
            yield from stream_text(file)
        return
    text = _opened(source)
    try:
        deque(islice(_records(text), MAX_ROWS), maxlen=0)
    except _QuotationMarkLeftOpen:
        yield from _line_by_line(text)
        return
    try:
        yield from _records(text)
    except _QuotationMarkLeftOpen as problem:
        raise UnreadableFile(LONG_CELL) from problem


def whole_text(file: BinaryIO) -> list[list[str]]:
    """The records of a text file short enough to be held, however many rows it has. Raises UnreadableFile."""
    text = _opened(file)
    try:
        return list(_records(text))
    except _QuotationMarkLeftOpen:
        return list(_line_by_line(text))


class _QuotationMarkLeftOpen(Exception):
    """A cell runs over so many lines that its quotation mark was never closed."""


def _opened(file: BinaryIO) -> _Text:
    encoding = encoding_of(file)
    file.seek(0)
    wrapper = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    sample = wrapper.read(SAMPLE_CHARACTERS).replace("\x00", "")
    wrapper.detach()
    rest, declared = _declared(sample)
    return _Text(file, encoding, declared or delimiter_of(rest), rest, 1 if declared else 0)


def _declared(text: str) -> tuple[str, str | None]:
    """Excel's own first line "sep=;", which no spreadsheet program shows."""
    first, _, rest = text.partition("\n")
    line = first.strip("\r\"' ")
    if line.lower().startswith("sep=") and len(line) == 5:
        return rest, line[4]
    return text, None


def _lines(text: _Text) -> Iterator[str]:
    text.file.seek(0)
    wrapper = io.TextIOWrapper(text.file, text.encoding, errors="replace", newline="")
    try:
        for number, line in enumerate(wrapper):
            if number >= text.skipped:
                yield line.replace("\x00", "")
    finally:
        wrapper.detach()


def _no_more_than_a_list(found: Iterator[list[str]]) -> list[list[str]]:
    first = list(islice(found, MAX_ROWS + 1))
    if len(first) > MAX_ROWS:
        raise UnreadableFile(TOO_MANY_ROWS)
    return first


def _records(text: _Text) -> Iterator[list[str]]:
    reader = records(_lines(text), text.delimiter)
    before = 0
    try:
        for record in reader:
            after = reader.line_num  # type: ignore[attr-defined]
            if after - before > LINES_IN_A_CELL and any(_lines_in(cell) > LINES_IN_A_CELL for cell in record):
                raise _QuotationMarkLeftOpen
            before = after
            yield _cut(record)
    except csv.Error as problem:
        raise _QuotationMarkLeftOpen from problem


def _lines_in(cell: str) -> int:
    return cell.count("\n") + cell.count("\r")


def _line_by_line(text: _Text) -> Iterator[list[str]]:
    """Every line a record. Where a mark was left open it ends with its line, or is a letter, whichever gives as many cells as most have."""
    _, width = regularity(next(records([line], text.delimiter), []) for line in text.sample.splitlines()[:SAMPLE_RECORDS])
    for line in _lines(text):
        bare = line.rstrip("\r\n")
        if len(bare) > LONGEST_FIELD:
            raise UnreadableFile(LONG_CELL)
        record = next(records([bare], text.delimiter), [])
        if len(record) != width and bare.count('"') % 2:
            cut = [cell.strip('"') for cell in bare.split(text.delimiter)]
            record = cut if len(cut) == width else record
        yield _cut(record)


def _cut(record: list[str]) -> list[str]:
    """No wider than it takes to see that it is too wide."""
    return record if len(record) <= MAX_COLUMNS else record[: MAX_COLUMNS + 1]
