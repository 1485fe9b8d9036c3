"""The words of a list and what they were taken to mean, line by line, for a person to read and put right."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from destinations.rules.application_words import is_unread, state_in
from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Route
from destinations.rules.remembered import (
    NO_APPLICATION,
    NOTHING_OF_IT,
    OF_AN_APPLICATION,
    TELLING_COLUMNS,
    TICKED_TOO,
    Remembered,
    normalised,
    recall,
)
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.rules.telling import lower

SAID_WORDS = {Said.PRESENT: "Present", Said.LEFT: "Left", Said.NOT_HERE: "Not there", NOT_STATED: "Not stated"}
# What a column can tell: of a course the route and the level, of a status who is there and, where it says so, what they do.
TELLS_SAID = frozenset({"status", "marked", "activity_words", "activity_code"})
MAY_APPLY = frozenset({"status", "marked"})  # whose words may speak of an application
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
    """Words of one column with the rows they stand in and what they were taken to mean, most rows first.

    `unread`: not understood. `come_to` is what rows come to with their other words, where that is another state of an application.
    """

    column: str
    words: str
    rows: int
    means: tuple[tuple[str, int], ...]
    unread: bool
    come_to: tuple[tuple[str, int], ...] = ()

    @property
    def mark(self) -> str:
        """Stands for the line in an address, without its words."""
        return mark_of(self.column, self.words)


@dataclass(slots=True)
class Tally:
    """The rows of one line while they are counted. `aside` are those in which something else decided."""

    words: str
    taken: Counter[str] = field(default_factory=Counter)
    aside: Counter[str] = field(default_factory=Counter)
    come_to: Counter[str] = field(default_factory=Counter)


def mark_of(column: str, words: str) -> str:
    return hashlib.sha256(f"{column}\n{normalised(words)}".encode()).hexdigest()[:16]


def lines_of(rows: Iterable[SaidRow], remembered: Remembered | None = None) -> dict[str, list[Line]]:
    """The lines of each column that tells something; what was not understood first, then by how many rows.

    `remembered` is what a person has said words mean. Each heading of several ticked columns is a line of its own.
    """
    told: dict[tuple[str, str], Tally] = {}
    for row in rows:
        for column, text in row.told.items():
            for words in text.split(TICKED_TOO) if column == "marked" else [text]:
                if column in TELLING_COLUMNS:
                    count(told.setdefault((column, normalised(words)), Tally(words)), row, column, words, remembered or {})
    lines: dict[str, list[Line]] = {column: [] for column in TELLING_COLUMNS}
    for (column, _), tally in told.items():
        lines[column].append(line_of(column, tally, remembered or {}))
    return {column: sorted(of_it, key=lambda line: (not line.unread, -line.rows, line.words)) for column, of_it in lines.items() if of_it}


def count(tally: Tally, row: SaidRow, column: str, words: str, remembered: Remembered) -> None:
    if column in OF_AN_APPLICATION:
        state = state_meant(column, words, remembered)
        tally.taken[application_in_words(state)] += 1
        if row.application.get("state", NO_APPLICATION) != state:
            tally.come_to[come_to_in_words(row)] += 1
    else:
        found = tally.taken if tells_of(row, column) else tally.aside
        found[what_it_says(row, column)] += 1


def line_of(column: str, tally: Tally, remembered: Remembered) -> Line:
    means = tally.taken or tally.aside
    if column in OF_AN_APPLICATION:
        unread = is_unread(column, tally.words) and recall(remembered, column, tally.words) is None
    else:
        unread = column in TELLS_SAID and SAID_WORDS[NOT_STATED] in means
    rows = tally.taken.total() + tally.aside.total()
    return Line(column, tally.words, rows, tuple(means.most_common()), unread, tuple(tally.come_to.most_common()))


def state_meant(column: str, words: str, remembered: Remembered) -> str:
    """How far an application is by words of a column that tells of one: as a person said, else by the rules; else `NO_APPLICATION`."""
    told = recall(remembered, column, words)
    return (told.application if told else "") or state_in(column, words) or NO_APPLICATION


def come_to_in_words(row: SaidRow) -> str:
    """What a row of a list of applicants comes to: "offer accepted"; "present: further education, full time (230)"."""
    state = row.application.get("state")
    return application_in_words(state).lower() if state and row.said == NOT_STATED else lower(said_in_words(row))


def application_in_words(state: str) -> str:
    return NOTHING_OF_IT if state == NO_APPLICATION else ApplicationState(state).label


def asked_of(column: str) -> set[str]:
    """What a person is asked about words of a column: the parts of a meaning that it can tell."""
    if column in OF_AN_APPLICATION:
        return {"application"}
    if column in TELLS_SAID:
        return {"said", "outcome", "application"} if column in MAY_APPLY else {"said", "outcome"}
    return {"level"} if column == "level" else {"outcome", "route", "level"}


def tells_of(row: SaidRow, column: str) -> bool:
    """Whether a row shows what its words tell: where the code settles the route ("other training"), the course did not."""
    return column != "course" or row.outcome in PROGRAMMES or row.outcome not in OUTCOMES or OUTCOMES[row.outcome].route is None


def what_it_says(row: SaidRow, column: str) -> str:
    """What a row says, as far as this column can tell it: "Present: further education, full time (230)"; "A levels, level 3"."""
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


def meaning_in_words(said: str, outcome: str, route: str, level: str, application: str = "") -> str:
    """What a person said that words mean: "Present: apprenticeship (310), level 2"; "Offer with conditions"."""
    parts = [said_in_words(SaidRow({}, said, outcome))] if said else [in_words(outcome)] if outcome else []
    parts += [ROUTE_NAMES[Route(route)]] if route else []
    parts += [level_in_words(level)] if level else []
    if application:
        told = application_in_words(application)
        parts += [told if not said else told.lower() if application == NO_APPLICATION else f"an application: {told.lower()}"]
    return ", ".join(parts)


def find_line(lines: Mapping[str, Sequence[Line]], mark: str) -> Line | None:
    return next((line for of_it in lines.values() for line in of_it if line.mark == mark), None)
