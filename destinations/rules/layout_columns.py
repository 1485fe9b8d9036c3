"""The columns of a table then and now: which are the same, and which have moved."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is what the column holds, as a person left it; `guessed` what it would be by its heading and what is in it."""

    letter: str
    heading: str
    field: str
    guessed: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A column of an earlier list, and the same one now. `renamed`: under another heading, so that it only seems to be the same."""

    then: Column
    now: Column
    renamed: bool = False


def moved_among(pairs: Sequence[Pair]) -> set[str]:
    """The letters of columns out of their old order: all but the longest run of columns that kept theirs."""
    runs: list[list[int]] = []  # the longest run that ends with each column
    places = [position(pair.then.letter) for pair in pairs]
    for n, place in enumerate(places):
        before = max((runs[m] for m in range(n) if places[m] < place), key=len, default=[])
        runs.append([*before, n])
    kept = max(runs, key=len, default=[])
    return {pair.now.letter for n, pair in enumerate(pairs) if n not in kept}


def position(letter: str) -> tuple[int, str]:
    return len(letter), letter
