"""The words of a list and what they were taken to mean, line by line, for a person to read and put right."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Route
from destinations.rules.remembered import TELLING_COLUMNS, normalised
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.rules.telling import lower

SAID_WORDS = {Said.PRESENT: "There", Said.LEFT: "Left", Said.NOT_HERE: "Not there", NOT_STATED: "Says nothing of where they are"}
# What a column can tell: of a course the route and the level, of a status who is there and, where it says so, what they do.
TELLS_SAID = frozenset({"status", "marked", "activity_words", "activity_code"})
PROGRAMMES = frozenset({"250", "310", "450", "460"})  # codes that a course decides


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What one row of ours was read from (`told`, by column) and what it was taken to say."""

    told: Mapping[str, str]
    said: str
    outcome: str = ""
    route: str = ""
    level: str = ""
    application: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one column with the rows they stand in and what those rows were taken to say, most rows first. `unread`: not understood."""

    column: str
    words: str
    rows: int
    means: tuple[tuple[str, int], ...]
    unread: bool

    @property
    def mark(self) -> str:
        """Stands for the line in an address, without its words."""
        return mark_of(self.column, self.words)


def mark_of(column: str, words: str) -> str:
    return hashlib.sha256(f"{column}\n{normalised(words)}".encode()).hexdigest()[:16]


def lines_of(rows: Iterable[SaidRow]) -> dict[str, list[Line]]:
    """The lines of each column that tells something; what was not understood first, then by how many rows."""
    taken: dict[tuple[str, str], Counter[str]] = {}
    aside: dict[tuple[str, str], Counter[str]] = {}
    shown: dict[tuple[str, str], str] = {}
    for row in rows:
        for column, words in row.told.items():
            if column in TELLING_COLUMNS:
                key = (column, normalised(words))
                shown.setdefault(key, words)
                found = taken if tells_of(row, column) else aside
                found.setdefault(key, Counter())[what_it_says(row, column)] += 1
    lines: dict[str, list[Line]] = {column: [] for column in TELLING_COLUMNS}
    for key, words in shown.items():
        column, counts = key[0], taken.get(key) or aside[key]
        unread = column in TELLS_SAID and SAID_WORDS[NOT_STATED] in counts
        rows_of_it = counts.total() + (aside[key].total() if key in taken and key in aside else 0)
        lines[column].append(Line(column, words, rows_of_it, tuple(counts.most_common()), unread))
    return {column: sorted(of_it, key=lambda line: (not line.unread, -line.rows, line.words)) for column, of_it in lines.items() if of_it}


def tells_of(row: SaidRow, column: str) -> bool:
    """Whether a row shows what its words tell: where the code settles the route ("other training"), the course did not."""
    return column != "course" or row.outcome in PROGRAMMES or row.outcome not in OUTCOMES or OUTCOMES[row.outcome].route is None


def what_it_says(row: SaidRow, column: str) -> str:
    """What a row says, as far as this column can tell it: "There: further education, full time (230)"; "A levels, level 3"."""
    if column in TELLS_SAID:
        return said_in_words(row)
    parts = [ROUTE_NAMES[Route(row.route)]] if column == "course" and row.route else []
    if column == "course" and row.outcome in PROGRAMMES:
        parts = [in_words(row.outcome)]
    parts += [level_in_words(row.level)] if row.level else []
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}" or ("No level" if column == "level" else "Neither route nor level")


def said_in_words(row: SaidRow) -> str:
    if row.said == Said.PRESENT and row.outcome in OUTCOMES:
        return f"{SAID_WORDS[Said.PRESENT]}: {lower(in_words(row.outcome))}"
    if row.said == NOT_STATED and (state := row.application.get("state")):
        return f"An application: {ApplicationState(state).label.lower()}"
    return SAID_WORDS.get(row.said, SAID_WORDS[NOT_STATED])


def in_words(code: str) -> str:
    return f"{OUTCOMES[code].name} ({code})"


def level_in_words(level: str) -> str:
    return "entry level" if level == "E" else f"level {level}"


def meaning_in_words(said: str, outcome: str, route: str, level: str) -> str:
    """What a person said that words mean: "There: apprenticeship (310), level 2"."""
    parts = [said_in_words(SaidRow({}, said, outcome))] if said else [in_words(outcome)] if outcome else []
    parts += [ROUTE_NAMES[Route(route)]] if route else []
    parts += [level_in_words(level)] if level else []
    return ", ".join(parts)


def find_line(lines: Mapping[str, Sequence[Line]], mark: str) -> Line | None:
    return next((line for of_it in lines.values() for line in of_it if line.mark == mark), None)
