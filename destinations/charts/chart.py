"""A chart with all that must stand beside it: what it says, its legend, who was counted, as at when, from whom, and the same numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from careers.rules.percentages import percent
from destinations.charts.bars import Count, bars
from destinations.charts.legend import Swatch, legend, line_legend
from destinations.charts.lines import Line, lines
from destinations.charts.stacked_bars import NARROW, WIDE, Bar, groups_in, stacked_bars


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `url` opens the students behind a number."""

    words: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What stands under every chart. `counted` says who ("200 students, 183 known"), `sources` whose word it is."""

    counted: str
    as_at: date
    sources: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`wide` is for pages and paper, `narrow` for phones: SVG made by our own functions from escaped text, and nothing else."""

    key: str
    title: str
    sentence: str
    wide: str
    narrow: str
    legend: tuple[Swatch, ...]
    table: Table
    source: Source


def two_sizes(key: str, draw: Callable[[str, float], str]) -> tuple[str, str]:
    return draw(f"{key}-wide", WIDE), draw(f"{key}-narrow", NARROW)


def outcomes_chart(rows: Sequence[Bar], *, key: str, title: str, sentence: str, source: Source, first: str = "Cohort") -> Chart:
    """Stacked bars with their table. `first` heads the column of labels."""
    wide, narrow = two_sizes(key, lambda ids, width: stacked_bars(rows, key=ids, sentence=sentence, width=width))
    groups = groups_in(rows)
    return Chart(key, title, sentence, wide, narrow, legend(groups, key=f"{key}-legend"), outcomes_table(rows, first), source)


def outcomes_table(rows: Sequence[Bar], first: str) -> Table:
    groups = groups_in(rows)
    head = (first, "Students", "Known", *(group.label for group in groups))
    return Table(head, tuple((Cell(bar.label), Cell(str(bar.n)), Cell(share(bar.known, bar.n)), *parts_of(bar, groups)) for bar in rows))


def parts_of(bar: Bar, groups: Sequence[str]) -> list[Cell]:
    by_group = {group: [part for part in bar.parts if part.key == group] for group in groups}
    return [Cell(share(sum(part.value for part in parts), bar.n), next((part.url for part in parts), "")) for parts in by_group.values()]


def share(part: int, whole: int) -> str:
    """ "160 (80%)" """
    return f"{part} ({percent(part, whole)})"


def counts_chart(rows: Sequence[Count], *, key: str, title: str, sentence: str, source: Source, first: str = "Provider") -> Chart:
    wide, narrow = two_sizes(key, lambda ids, width: bars(rows, key=ids, sentence=sentence, width=width))
    table = Table((first, "Students"), tuple((Cell(count.label), Cell(str(count.value), count.url)) for count in rows))
    return Chart(key, title, sentence, wide, narrow, (), table, source)


def trend_chart(series: Sequence[Line], *, key: str, title: str, sentence: str, source: Source, first: str = "Cohort") -> Chart:
    wide, narrow = two_sizes(key, lambda ids, width: lines(series, key=ids, sentence=sentence, width=width))
    points = list(zip(*(line.points for line in series), strict=True))
    head = (first, "Students", "Known", *(line.key.label for line in series))
    rows = tuple(
        (Cell(year[0].label), Cell(str(year[0].n)), Cell(share(year[0].known, year[0].n)), *(Cell(written(p.value)) for p in year))
        for year in points
    )
    return Chart(key, title, sentence, wide, narrow, line_legend([line.key for line in series]), Table(head, rows), source)


def written(value: float | None) -> str:
    return "–" if value is None else f"{round(value)}%"
