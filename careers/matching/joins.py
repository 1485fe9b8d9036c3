"""Joining two columns of numbers where they are equal, and the bookkeeping of lists of unequal length."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Small = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Ragged:
    """For each number, a list of numbers: those of `n` are `values[starts[n]:starts[n + 1]]`."""

    starts: Ints
    values: Ints

    @classmethod
    def of(cls, lists: list[list[int]]) -> "Ragged":
        lengths = np.fromiter((len(one) for one in lists), np.int64, len(lists))
        flat = [value for one in lists for value in one]
        return cls(np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64), np.array(flat, np.int64))

    def sets(self) -> list[frozenset[int]]:
        values, starts = self.values.tolist(), self.starts.tolist()
        return [frozenset(values[a:b]) for a, b in pairwise(starts)]

    def expand(self, wanted: Ints) -> tuple[Ints, Ints]:
        """For each place in `wanted`, its place once for every value of its number, and those values."""
        starts, lengths = self.starts[wanted], self.starts[wanted + 1] - self.starts[wanted]
        return np.repeat(np.arange(len(wanted)), lengths), self.values[runs(starts, lengths)]


def runs(starts: Ints, lengths: Ints) -> Ints:
    """start, start + 1, … for each start, as many as its length says, one after another."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) - np.repeat(ends - lengths - starts, lengths)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A column sorted once, in which many others are looked up; `owners` says whose each code is."""

    codes: Ints
    owners: Ints

    @classmethod
    def of(cls, codes: Ints, owners: Ints) -> "Lookup":
        order = np.argsort(codes, kind="stable")
        return cls(codes[order], owners[order])

    def ranges(self, codes: Ints) -> tuple[Ints, Ints]:
        """Where each code begins among ours, and how often it is there."""
        low = np.searchsorted(self.codes, codes, "left")
        return low, np.searchsorted(self.codes, codes, "right") - low


def product(first: tuple[Ints, Ints], second: tuple[Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """Owners, each of the first's values of that owner, and each of the second's."""
    order = np.argsort(second[0], kind="stable")
    owners, values = second[0][order], second[1][order]
    low = np.searchsorted(owners, first[0], "left")
    lengths = np.searchsorted(owners, first[0], "right") - low
    return np.repeat(first[0], lengths), np.repeat(first[1], lengths), values[runs(low, lengths)]


class Numbered(dict[Any, int]):
    """Gives each different thing a number, from 0, in the order they come."""

    def __missing__(self, thing: Any) -> int:
        self[thing] = number = len(self)
        return number

    def of(self, things: Iterable[Any]) -> Ints:
        return np.fromiter(map(self.__getitem__, things), np.int64)
