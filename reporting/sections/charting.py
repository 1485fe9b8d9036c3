"""Figures as charts: the same bars on the page and on paper, with who was counted and whose word it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from destinations.charts.chart import Chart, Source, outcomes_chart
from destinations.charts.stacked_bars import Bar, Part
from destinations.rules.outcomes import Group
from reporting.rules.figures import Figures
from reporting.rules.tables import sources_words
from reporting.rules.words import many

Behind = Callable[..., str]
"""Filters of the cohort board → the address of the students behind a figure, or "" where they may not be seen."""


def nobody_behind(**filters: Any) -> str:
    """On paper, and for those who see totals alone, a figure opens nothing."""
    return ""


def bar(label: str, outcomes: Mapping[Group, int], *, behind: Behind = nobody_behind, **filters: Any) -> Bar:
    """One row: everybody, those not known included. `filters` find its students."""
    n, parts = sum(outcomes.values()), [Part(group, value, behind(outcome=group, **filters)) for group, value in outcomes.items()]
    return Bar(label, parts, n, n - outcomes[Group.NOT_KNOWN])


def stacked(rows: Sequence[Bar], *, key: str, title: str, first: str, sentence: str, source: Source) -> Chart:
    return outcomes_chart(rows, key=key, title=title, first=first, sentence=sentence, source=source)


def source_of(every: Iterable[Figures], as_at: date) -> Source:
    """What stands under a chart of several figures: everybody counted, and the sources of all the known answers together."""
    every = list(every)
    counted = f"{many(sum(f.cohort for f in every), 'student')}, {sum(f.known for f in every)} known"
    return Source(counted, as_at, sources_words(sum((Counter(f.sources) for f in every), Counter())))


def reading(label: str, row: Bar) -> str:
    """ "Year 12: 183 of 200 known, 9 not in education, employment or training" """
    neet = sum(part.value for part in row.parts if part.key is Group.NEET)
    return f"{label}: {row.known} of {row.n} known, {neet} not in education, employment or training"


def readings(rows: Sequence[Bar]) -> str:
    return "; ".join(reading(row.label, row) for row in rows) + "."


def least_known(rows: Sequence[Bar]) -> str:
    """Of many rows, how everybody stands and whom we know least about: the first row is everybody."""
    everyone, *groups = rows
    counted = [row for row in groups if row.n]
    if not counted:
        return f"{reading(everyone.label, everyone)}."
    least = min(counted, key=lambda row: row.known / row.n)
    return f"{reading(everyone.label, everyone)}. Least is known about: {least.label}, {least.known} of {least.n}."
