"""A school's export as text of any length: understood from its beginning, then gone through a few thousand rows at a time."""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from careers.imports.cells import Cell, column_index
from careers.imports.reading import UnreadableFile
from careers.imports.sheets import LARGEST_CELL, Sheet, clean, shaped
from careers.imports.tables import FEW_CELLS, find_table
from careers.imports.text_files import looks_like_text, stream_text, whole_text
from careers.imports.vocabularies import STUDENTS
from careers.models import School
from destinations.resources.files import FileRefused, ReadTable
from destinations.resources.student_columns import NO_TABLE, understood

HEAD = 500
TOGETHER = 5_000
FROM_BYTES = 1_000_000  # a shorter file is read as a whole
HEADINGS_ASKED = 3
SURELY_MANY, MUCH_TEXT = 8, 60  # cells, letters
HELD_BYTES = 8_000_000  # the rows of a file no larger than this are kept from one time through it to the next
Record = list[str]
Source = Path | BinaryIO | list[Record]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows: their numbers as a person sees them, and their cells by the letter of the column."""

    numbers: list[int]
    cells: Mapping[str, list[Cell]]


@dataclass(frozen=True, slots=True)
class LongText:
    """A text file whose columns are understood. `file` holds the first rows only; `held` all of them, where they are few."""

    source: Source
    file: ReadTable
    head: Sheet
    letters: Sequence[str]
    headings: Record  # the first few, as they are written
    held: Sequence[Chunk] = ()

    def chunks(self, letters: Collection[str] | None = None) -> Iterator[Chunk]:
        """All its rows about somebody, in order. `letters` are the columns wanted; all of them where none are named."""
        if self.held:
            yield from self.held
            return
        places = {letter: column_index(letter) for letter in (self.letters if letters is None else letters)}
        start = 0
        for records in batches(records_of(self.source)):
            rows = self.about_somebody(records, start)
            start += len(records)
            yield chunk_of(rows, places)

    def about_somebody(self, records: Sequence[Record], start: int) -> list[tuple[int, Record]]:
        """The rows that are not blank, a heading said again, a total or a note."""
        header, rows, doubtful = self.file.table.header_row, [], []
        for number, record in enumerate(records, start=start + 1):
            if number <= header:
                continue
            if filled := how_many_are_filled(record):
                rows.append((number, record))
                if filled <= FEW_CELLS or number == header + 1 or record[:HEADINGS_ASKED] == self.headings:
                    doubtful.append((number, record))
        others = self.not_about_anybody(doubtful)
        return [row for row in rows if row[0] not in others] if others else rows

    def not_about_anybody(self, doubtful: Sequence[tuple[int, Record]]) -> set[int]:
        """The numbers of those rows that a table would not count as data, were they at the end of the beginning."""
        kinds = {row.number: row.kind for row in self.file.table.rows}
        doubtful = [row for row in doubtful if kinds.get(row[0]) != "data"]
        if not doubtful:
            return set()
        width, known = len(self.head.rows[0]), len(self.head.rows)
        cleaned = [[clean(cell) for cell in [*record[:width], *[""] * (width - len(record))]] for _, record in doubtful]
        table = find_table(Sheet(self.head.name, [*self.head.rows, *cleaned]), STUDENTS)
        kinds = {row.number: row.kind for row in table.rows} if table else {}
        told = {number: kinds.get(number if number <= known else known + 1 + place) for place, (number, _) in enumerate(doubtful)}
        return {number for number, kind in told.items() if kind != "data"}


def how_many_are_filled(record: Record) -> int:
    """How many cells hold more than spaces: exactly where they are few, and more than a few otherwise."""
    filled = len(record) - record.count("")
    if filled > SURELY_MANY:
        text = "".join(record)
        if len(text) - text.count(" ") > MUCH_TEXT:
            return filled
    return sum(1 for cell in record if cell and not cell.isspace())


def chunk_of(rows: Sequence[tuple[int, Record]], places: Mapping[str, int]) -> Chunk:
    width = max(places.values(), default=0) + 1
    padded = [record if len(record) >= width else [*record, *[""] * (width - len(record))] for _, record in rows]
    columns = list(zip(*padded, strict=False)) or [()] * width
    return Chunk([number for number, _ in rows], {letter: all_clean(columns[place]) for letter, place in places.items()})


def all_clean(texts: Sequence[str]) -> list[Cell]:
    """The cells of a column as a sheet would hold them, each different one looked at once. Raises FileRefused."""
    whole = "".join(texts)
    if "#" not in whole and whole.isprintable() and max(map(len, texts), default=0) <= LARGEST_CELL:
        return [text if text and (text[0] != " " or text.strip()) else None for text in texts]
    try:
        cells = {text: clean(text) for text in set(texts)}
    except UnreadableFile as problem:
        raise FileRefused(problem.sentence) from problem
    return [cells[text] for text in texts]


def long_text(
    source: Path | bytes, school: School, *, today: date, columns: Mapping[str, str] | None = None, own: Iterable[str] = ()
) -> LongText:
    """A text file with its columns guessed from its first rows. Raises FileRefused."""
    try:
        opened = held_if_short(source)
        records = list(islice(records_of(opened), HEAD))
        head = shaped("Sheet1", records, hidden=False)
    except UnreadableFile as problem:
        raise FileRefused(problem.sentence) from problem
    table = find_table(head, STUDENTS)
    if table is None or not table.data_rows:
        raise FileRefused(NO_TABLE)
    file = understood(table, [], school, today=today, columns=columns, own=own)
    headings = records[table.header_row - 1][:HEADINGS_ASKED] if table.header_row else []
    text = LongText(opened, file, head, list(table.headings), headings)
    return replace(text, source=[], held=tuple(text.chunks())) if isinstance(opened, list) else text


def held_if_short(source: Path | bytes) -> Source:
    """The records themselves, where they are few enough. Raises UnreadableFile."""
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > HELD_BYTES:
        return io.BytesIO(source) if isinstance(source, bytes) else source
    return whole_text(io.BytesIO(source if isinstance(source, bytes) else source.read_bytes()))


def is_long_text(data: bytes) -> bool:
    """Whether a file is text and too long to be read at once."""
    return len(data) >= FROM_BYTES and data[:4] != b"PK\x03\x04" and looks_like_text(data[:100_000]) and data.lstrip()[:1] != b"<"


def records_of(source: Source) -> Iterator[Record]:
    """The records from the beginning. Raises FileRefused."""
    if isinstance(source, list):
        yield from source
        return
    if not isinstance(source, Path):
        source.seek(0)
    try:
        yield from stream_text(source)
    except UnreadableFile as problem:
        raise FileRefused(problem.sentence) from problem


def batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while some := list(islice(records, TOGETHER)):
        yield some
