"""The cumulative curve of a wave: how many per cent have finished by each day, with the wave of the year before and the reminder days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from destinations.charts.chart import Cell, Chart, Source, Table, two_sizes
from destinations.charts.drawing import element, number, picture, swatch, words
from destinations.charts.legend import Swatch
from destinations.charts.palette import ACCENT, DARK, GRID, MUTED
from surveys.rules.progress_curve import Curve

TALL, SMALL = 250.0, 12.5
NOW = {"stroke": ACCENT, "stroke_width": 3.0}
BEFORE = {"stroke": MUTED, "stroke_width": 2.5, "stroke_dasharray": "6 4"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which messages went or will go."""

    day: int
    words: str


@dataclass(frozen=True, slots=True)
class Room:
    left: float
    right: float
    top: float
    bottom: float
    last: int

    def x(self, day: float) -> float:
        return self.left + (self.right - self.left) * day / max(self.last, 1)

    def y(self, percent: float) -> float:
        return self.bottom - (self.bottom - self.top) * percent / 100


def curve_chart(
    now: Curve,
    before: Curve | None,
    marks: Sequence[Mark],
    *,
    opens_on: date,
    last: int,
    key: str,
    title: str,
    sentence: str,
    source: Source,
) -> Chart:
    """`last` is the last day of the wave, counted from its first. Raises ValueError for a day before it."""
    if last < 0 or any(mark.day < 0 for mark in marks):
        raise ValueError("Days are counted from the first day of the wave.")
    wide, narrow = two_sizes(
        key, lambda ids, width: curve_picture(now, before, marks, opens_on, last, key=ids, sentence=sentence, width=width)
    )
    legend = [Swatch(dash(NOW), now.name)] + ([Swatch(dash(BEFORE), before.name)] if before else [])
    marked = [Swatch(tick(), "a day on which messages go")] if marks else []
    return Chart(key, title, sentence, wide, narrow, (*legend, *marked), curve_table(now, before, opens_on), source)


def curve_picture(
    now: Curve, before: Curve | None, marks: Sequence[Mark], opens_on: date, last: int, *, key: str, sentence: str, width: float
) -> str:
    room = Room(44, width - 52, 16, TALL, last)
    drawn = [*grid(room), *days(room, opens_on, width), *(marked(mark, room) for mark in marks if mark.day <= last)]
    drawn += [line(before, room, BEFORE)] if before else []
    drawn += [line(now, room, NOW), *end_of(now, room)]
    description = "Percentage of those asked who have finished, by day. The table below has the same numbers."
    return picture(key, sentence, description, width, TALL + 52, (), *drawn)


def grid(room: Room) -> Iterator[str]:
    for percent in (0, 25, 50, 75, 100):
        y = room.y(percent)
        yield element("line", x1=room.left, x2=room.right, y1=y, y2=y, stroke=GRID if percent else MUTED, stroke_width=1)
        yield words(f"{percent}%", room.left - 8, y + 4.5, fill=MUTED, anchor="end", size=SMALL)


def days(room: Room, opens_on: date, width: float) -> Iterator[str]:
    """A date under every week, or every few weeks where there is no room."""
    week = 7 * max(-(-room.last * 62 // int(7 * (width - 96))), 1)
    for day in range(0, room.last + 1, week):
        on = opens_on + timedelta(days=day)
        yield words(f"{on.day} {on:%b}", room.x(day), room.bottom + 34, fill=MUTED, anchor="middle", size=SMALL)


def marked(mark: Mark, room: Room) -> str:
    x = room.x(mark.day)
    return element(
        "path",
        element("title", mark.words.replace("&", "and").replace("<", "")),
        d=f"M{number(x)} {number(room.bottom + 4)}l-5 9h10z",
        fill=DARK,
    )


def line(curve: Curve, room: Room, stroke: dict) -> str:
    points = [(day, percent) for day in range(len(curve.finished)) if (percent := curve.percent(day)) is not None and day <= room.last]
    if len(points) == 1:
        return element("circle", cx=room.x(points[0][0]), cy=room.y(points[0][1]), r=4, fill=stroke["stroke"])
    steps = "".join(f"L{number(room.x(b))} {number(room.y(q))}" for (_, _), (b, q) in pairwise(points))
    start = f"M{number(room.x(points[0][0]))} {number(room.y(points[0][1]))}" if points else ""
    return element("path", d=start + steps, fill="none", stroke_linejoin="round", **stroke) if points else ""


def end_of(curve: Curve, room: Room) -> Iterator[str]:
    day = min(len(curve.finished) - 1, room.last)
    percent = curve.percent(day) if day >= 0 else None
    if percent is not None:
        yield words(curve.rate(day), room.x(day) + 7, room.y(percent) + 4.5, weight="600", size=SMALL + 1)


def dash(stroke: dict) -> str:
    return swatch(element("line", x1=0, x2=22, y1=7, y2=7, **stroke))


def tick() -> str:
    return swatch(element("path", d="M11 3l-5 9h10z", fill=DARK))


def curve_table(now: Curve, before: Curve | None, opens_on: date) -> Table:
    """A row a day, as far as either has come."""
    head = ("Day", "Date", now.name, *([before.name] if before else []))
    rows = []
    for day in range(max(len(now.finished), len(before.finished) if before else 0)):
        on = opens_on + timedelta(days=day)
        each = [told(curve, day) for curve in (now, before) if curve]
        rows.append((Cell(str(day)), Cell(f"{on.day} {on:%b}"), *each))
    return Table(head, tuple(rows))


def told(curve: Curve, day: int) -> Cell:
    return Cell("–" if curve.percent(day) is None else f"{curve.finished[day]} ({curve.rate(day)})")
