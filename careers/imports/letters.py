"""A text file that is a letter: a line for each person, whose parts stand between dashes ("Ahmed, Bilal – 17/04/2009 – enrolled")."""

import re
from collections.abc import Sequence

from .delimiters import regularity
from .letter_lines import bare_line, without_bullet, without_counting, without_farewell
from .shapes import is_date
from .statements import headed, statements_of

BETWEEN = tuple(
    re.compile(pattern)
    for pattern in (r"\s*–\s*", r"\s*—\s*", r"\s*→\s*", r"\s+[-=]+>?\s+", r"\s*;\s+", r"\s*:\s+", r"\s*\.{3,}\s*", r"\s{2,}")
)
MOST = 0.6
MOST_LINES = 5_000
LONGEST_LINE = 500
WIDEST = 12


def letter_rows(lines: Sequence[str]) -> list[list[str]] | None:
    """A row for every line; None where most lines are not alike about a person each.

    No row is added, so that rows are counted as the lines are: the headings that are meant take the place of a blank line above the
    first person, and are left out where there is none.
    """
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        return None
    ours = without_counting([without_bullet(line).strip() for line in without_farewell([bare_line(line) for line in lines])])
    if sum(any(between.search(line) for between in BETWEEN) for line in ours) < MOST * sum(map(bool, ours)):
        return None
    found = divided_alike(ours) or statements_of(ours)
    return _as_long_as_before(found, len(ours)) if found else None


def divided_alike(lines: Sequence[str]) -> list[list[str]] | None:
    """The lines cut at what cuts most of them into as many parts, one of them a day, under the headings that are meant."""
    filled = sum(map(bool, lines))
    for between in BETWEEN:
        cut = [between.split(line) for line in lines]
        share, width = regularity(cut)
        if share < MOST or width > WIDEST:
            continue
        rows = [parts if len(parts) == width else [line] for parts, line in zip(cut, lines, strict=True)]
        wide = [row for row in rows if len(row) == width]
        if any(sum(is_date(row[place], row[place]) for row in wide) >= MOST * filled for place in range(width)):
            return [list(row) for row in headed(rows)]
    return None


def _as_long_as_before(rows: list[list[str]], lines: int) -> list[list[str]]:
    """The rows with as many as there were lines: where headings were put in, a blank row above them makes room, or they go."""
    if len(rows) == lines:
        return rows
    added = next(place for place, row in enumerate(rows) if len(row) > 1)
    room = added - 1 if added and not any(rows[added - 1]) else added
    return rows[:room] + rows[room + 1 :]
