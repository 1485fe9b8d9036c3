"""Rows of a school's export read column by column: what a column says over and over is understood once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from careers.exports import as_it_was
from careers.imports import cells as imported
from careers.imports.names import Name
from careers.imports.values import to_text
from careers.rules.characteristics import Mark, one_sen_stage
from careers.rules.problems import Cell, Problem
from careers.rules.students import Incoming
from destinations.resources import student_readers
from destinations.resources.student_readers import Marks, Read
from destinations.resources.sure_numbers import SURE

REFUSING = frozenset({"upn", "date_of_birth", "surname", "forename", "full_name"})  # a wrong value of these refuses the row
NAME_PARTS = {"surname": "surname", "forename": "forename", "middle_names": "middle", "known_as": "known_as"}
MOST_REMEMBERED = 20_000
ONLY_TEXTS = frozenset({str, type(None)})


class Wrong(NamedTuple):
    """What a cell cannot be."""

    message: str


class Column:
    """One column that means something: `about` is value, marks, name or former."""

    def __init__(self, name: str, heading: str, read: Read, about: str = "value") -> None:
        self.name, self.heading, self.read, self.about = name, heading, read, about
        self.known: dict[Any, Any] = {}

    def understand(self, cells: Sequence[imported.Cell]) -> list[Any]:
        """What each cell says; a `Wrong` where that cannot be."""
        plain = ONLY_TEXTS.issuperset(map(type, cells))  # elsewhere 1, 1.0 and True are equal and not the same
        keys: Sequence[Any] = cells if plain else list(zip(map(type, cells), cells, strict=True))
        if len(self.known) > MOST_REMEMBERED:
            self.known.clear()
        unheard = set(keys).difference(self.known)
        if plain and (sure := SURE.get(self.name)):
            texts = sure(filter(None, unheard))
            self.known.update(zip(texts, texts, strict=True))
            unheard.difference_update(texts)
        self.known.update((key, self.one(key if plain else key[1])) for key in unheard)
        return list(map(self.known.__getitem__, keys))

    def one(self, cell: imported.Cell) -> Any:
        try:
            return self.read(as_it_was(cell))
        except ValueError as problem:
            return Wrong(str(problem))


def whole_name(others: frozenset[str]) -> Read:
    """A whole name in one cell, as the parts of it that have no column of their own."""
    parts = {part: student_readers.name(part) for part in NAME_PARTS if part not in others}

    def read(cell: imported.Cell) -> dict[str, object]:
        name = student_readers.to_name_parts(cell) or Name("")
        return {part: read_part(getattr(name, NAME_PARTS[part]) or None) for part, read_part in parts.items()}

    return read


class CellsOf(Mapping[str, Cell]):
    """The cells of a row as their writer sees them, worked out only for the few that a message is about."""

    __slots__ = ("cells", "columns", "place")

    def __init__(self, columns: Mapping[str, Column], cells: Mapping[str, Sequence[imported.Cell]], place: int) -> None:
        self.columns, self.cells, self.place = columns, cells, place

    def __getitem__(self, name: str) -> Cell:
        column = name if name in self.columns or name not in NAME_PARTS else "full_name"
        return Cell(self.columns[column].heading, to_text(self.cells[column][self.place]) or "")

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns)

    def __len__(self) -> int:
        return len(self.columns)


@dataclass(slots=True)
class Rows:
    """Rows that were read, those that cannot be taken in, and what is wrong with either."""

    rows: list[Incoming] = field(default_factory=list)
    unusable: list[Incoming] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def rows_of(columns: Mapping[str, Column], numbers: Sequence[int], cells: Mapping[str, Sequence[imported.Cell]]) -> Rows:
    """The rows with these numbers; `cells` are theirs by field, one list a column."""
    said = {name: column.understand(cells[name]) for name, column in columns.items()}
    values = values_of(columns, said, len(numbers))
    marks = marks_of([said[name] for name, column in columns.items() if column.about == "marks"], len(numbers))
    former = said.get("former_upn") or [""] * len(numbers)
    every = [
        Incoming(number, values[place], marks[place], CellsOf(columns, cells, place), former[place] or "")
        for place, number in enumerate(numbers)
    ]
    return sorted_out(every, wrong_cells(said))


def values_of(columns: Mapping[str, Column], said: Mapping[str, Sequence[Any]], count: int) -> list[dict[str, Any]]:
    names = [name for name, column in columns.items() if column.about == "value"]
    every: list[dict[str, Any]] = (
        [dict(zip(names, row, strict=True)) for row in zip(*(said[name] for name in names), strict=True)]
        if names
        else [{} for _ in range(count)]
    )
    for values, parts in zip(every, said.get("full_name", ()), strict=False):
        if not isinstance(parts, Wrong):
            values.update(parts)
    return every


def marks_of(columns: Sequence[Sequence[Any]], count: int) -> list[Marks]:
    """What the columns about characteristics say of each row together. Rows that say the same share one answer."""
    if not columns:
        return [{}] * count
    together: dict[tuple[int, ...], Marks] = {}  # what a column says is remembered by it, so one saying is one object
    answers = []
    for row in zip(*columns, strict=True):
        key = tuple(map(id, row))
        if key not in together:
            together[key] = joined(row)
        answers.append(together[key])
    return answers


def joined(said: Sequence[Any]) -> Marks:
    marks: dict[str, Mark] = {}
    for column in said:
        for kind, mark in () if isinstance(column, Wrong) else column.items():
            marks[kind] = marks[kind] | mark if kind in marks else mark
    one_sen_stage(marks)
    return marks


def wrong_cells(said: Mapping[str, Sequence[Any]]) -> list[tuple[int, str, str]]:
    """(place, field, message), a column after the other."""
    return [
        (place, name, value.message)
        for name, values in said.items()
        if Wrong in set(map(type, values))
        for place, value in enumerate(values)
        if isinstance(value, Wrong)
    ]


def sorted_out(every: list[Incoming], wrong: Sequence[tuple[int, str, str]]) -> Rows:
    refused = {place for place, name, _ in wrong if name in REFUSING}
    for place, name, _ in wrong:
        every[place].values.pop(name, None)
        if name == "former_upn":
            every[place].former_upn = ""
    left_out = [every[place].problem(name, message, kept=True) for place, name, message in wrong if name not in REFUSING]
    whole = [every[place].problem(name, message) for place, name, message in wrong if name in REFUSING]
    rows = [row for place, row in enumerate(every) if place not in refused] if refused else every
    return Rows(rows, [every[place] for place in sorted(refused)], left_out + whole)
