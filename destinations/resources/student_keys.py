"""Which rows of a long file have to do with one another, told from numbers alone: eight bytes a number, whatever their count."""

from array import array
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from careers.imports.cells import Cell
from careers.imports.values import to_text

KINDS = {"upn": "upn", "uln": "uln", "admission_number": "admission_number", "former_upn": "upn"}
NONE = 0


def key_of(kind: str, cell: Cell) -> int:
    """A mark that is equal for whatever could be the same number, and hardly ever for anything else."""
    text = cell if isinstance(cell, str) else (to_text(cell) or "")
    if not text:
        return NONE
    if not (text.isascii() and text.isalnum()):
        text = "".join(filter(str.isalnum, text.strip().removesuffix(".0")))
    return hash((kind, text.upper())) if text else NONE


class Numbers:
    """The numbers of many rows, or of many students, in the order in which they come: kind by kind, with whose each is."""

    def __init__(self) -> None:
        self.kinds: dict[str, tuple[array[int], array[int]]] = {}

    def add(self, owners: Sequence[int], cells: Mapping[str, Iterable[Cell]]) -> None:
        """`cells` are those of each number by its field."""
        for name, column in cells.items():
            kind = KINDS[name]
            keys, theirs = self.kinds.setdefault(kind, (array("q"), array("q")))
            keys.extend(key_of(kind, cell) for cell in column)
            theirs.extend(owners)

    def taken(self, kind: str) -> tuple["np.ndarray", "np.ndarray"]:
        """The keys of a kind that are there in order, each owner once for each, and the owners beside them. They are held no longer."""
        keys, owners = (np.frombuffer(held, dtype=np.int64) for held in self.kinds.pop(kind, (array("q"), array("q"))))
        there = keys != NONE
        return each_once(keys[there], owners[there])


class Ties:
    """`tangled` are rows that share a number with another row, or a student with one of their numbers; `students_of` says which students
    have a number of each row."""

    def __init__(self, rows: Numbers, students: Numbers) -> None:
        self.tangled: set[int] = set()
        self.row_of = self.student_of = np.empty(0, dtype=np.int64)
        for kind in sorted(set(KINDS.values())):  # one after the other, so that memory stays small
            keys, row_of = rows.taken(kind)
            self.tangled.update(row_of[shared(keys)].tolist())
            found = hits(keys, row_of, *students.taken(kind))
            self.row_of, self.student_of = each_once(*map(np.concatenate, zip((self.row_of, self.student_of), found, strict=True)))
        order = np.argsort(self.student_of, kind="stable")
        self.tangled.update(self.row_of[order][shared(self.student_of[order])].tolist())

    def students_of(self, rows: Sequence[int]) -> list[int]:
        """The ids of whoever has a number of these rows."""
        if not len(self.row_of) or not rows:
            return []
        near = slice(*np.searchsorted(self.row_of, (min(rows), max(rows) + 1)))
        wanted = np.isin(self.row_of[near], np.array(rows, dtype=np.int64))
        return sorted(set(self.student_of[near][wanted].tolist()))


def shared(ordered: "np.ndarray") -> "np.ndarray":
    """Which of some values in order stand beside an equal one."""
    same = ordered[1:] == ordered[:-1]
    none = np.zeros(1, dtype=bool)
    return np.asarray(np.concatenate((none, same)) | np.concatenate((same, none))) if len(ordered) else np.zeros(0, dtype=bool)


def each_once(first: "np.ndarray", second: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    """Pairs in order, each of them once."""
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    fresh = np.ones(len(order), dtype=bool)
    fresh[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    return first[fresh], second[fresh]


def hits(keys: "np.ndarray", rows: "np.ndarray", held: "np.ndarray", students: "np.ndarray") -> tuple["np.ndarray", "np.ndarray"]:
    """(row, student) for every number they share, in the order of the numbers."""
    first, last = np.searchsorted(held, keys, "left"), np.searchsorted(held, keys, "right")
    count = last - first
    row_of = np.repeat(rows, count)
    places = np.repeat(first, count) + np.arange(len(row_of)) - np.repeat(np.cumsum(count) - count, count)
    return row_of, students[places]


def names_of_numbers(columns: Iterable[str]) -> list[str]:
    return [name for name in columns if name in KINDS]
