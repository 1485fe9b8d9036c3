"""Columns that are divided by nothing but space, as in a printed list or the body of an email."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

GAP = re.compile(r"(?:\t|[ \u00a0]{2,})\s*")
LONGEST_LINE = 1_000
MOST_LINES = 5_000
MANY = 3


def columns_by_gaps(lines: Sequence[str], *, enough: float) -> list[list[str]] | None:
    """Each line's cells, where at least the share `enough` of the lines that are not blank fall into columns alike; else None.

    Columns that stand under one another are cut at the space between them, so that an empty cell stays in its column.
    """
    if len(lines) > MOST_LINES:
        return None
    pieces = [GAP.split(line.strip()) if line.strip() else [] for line in lines]
    divided = [(line, cells) for line, cells in zip(lines, pieces, strict=True) if len(cells) > 1]
    if len(divided) < 2 or len(divided) < enough * sum(map(bool, pieces)):
        return None
    width, alike = Counter(len(cells) for _, cells in divided).most_common(1)[0]
    gutters = _gutters([line for line, _ in divided])
    if len(gutters) + 1 >= max(width, max(len(cells) for _, cells in divided)):
        return [_cut_at(gutters, line) if len(cells) > 1 else cells for line, cells in zip(lines, pieces, strict=True)]
    return pieces if alike >= enough * len(divided) else None


def _gutters(lines: Sequence[str]) -> list[int]:
    """Where a column begins: after two or more places that are blank in every line."""
    length = max(map(len, lines))
    if length > LONGEST_LINE or len(lines) < MANY or any("\t" in line for line in lines):
        return []
    filled = {place for line in lines for place, letter in enumerate(line) if not letter.isspace()}
    first = min(filled)
    return [place for place in range(first + 1, length) if place in filled and place - 1 not in filled and place - 2 not in filled]


def _cut_at(gutters: Sequence[int], line: str) -> list[str]:
    edges = [0, *gutters, len(line)]
    return [line[start:end].strip() for start, end in pairwise(edges)]
