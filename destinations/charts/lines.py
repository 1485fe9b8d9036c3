"""How a share moves from year to year. The scale starts at nought; a year without a figure is a gap, not a guess."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from destinations.charts.drawing import element, lines_of, number, picture, width_of, words
from destinations.charts.palette import DARK, GRID, INKS, MUTED
from destinations.charts.stacked_bars import WIDE
from destinations.rules.outcomes import Group

DASHES = {
    Group.EDUCATION: "",
    Group.APPRENTICESHIP: "8 4",
    Group.EMPLOYMENT: "2 4",
    Group.TRAINING: "12 4 2 4",
    Group.RE_ENGAGEMENT: "4 2",
    Group.NEET: "10 3",
    Group.OTHER: "1 3",
    Group.NOT_KNOWN: "5 5",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One year. `value` is a percentage, None where there is no figure; `known` of `n` students are behind it."""

    label: str
    value: float | None
    n: int
    known: int


@dataclass(frozen=True, slots=True)
class Line:
    key: Group
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Field:
    left: float
    right: float
    top: float
    bottom: float
    most: float
    steps: int

    def x(self, index: int) -> float:
        return self.left + (self.right - self.left) * ((index + 0.5) / self.steps)  # half a step of air at both ends

    def y(self, value: float) -> float:
        return self.bottom - (self.bottom - self.top) * value / self.most


def lines(series: Sequence[Line], *, key: str, sentence: str, width: float = WIDE) -> str:
    """The picture as SVG. Every line has the same years in the same order; raises ValueError otherwise, or for what is no percentage."""
    labels = [point.label for point in series[0].points] if series else []
    if any([point.label for point in line.points] != labels for line in series):
        raise ValueError("Every line needs the same years in the same order.")
    values = [point.value for line in series for point in line.points if point.value is not None]
    if any(not 0 <= value <= 100 for value in values):
        raise ValueError("A percentage is from 0 to 100.")
    field = Field(44, width - 52, 14, 260, nice_top(max(values, default=0)), max(len(labels), 1))
    drawn = [*scale(field), *years(labels, field), *(one(line, field) for line in series), *last_values(series, field)]
    description = "Each line is one outcome as a percentage of the whole cohort. The table below has the same numbers."
    return picture(key, sentence, description, width, 302, (), *drawn)


def nice_top(most: float) -> float:
    return next((top for top in (5, 10, 20, 40, 60, 80) if most <= top * 0.95), 100)


def scale(field: Field) -> Iterator[str]:
    for step in range(6):
        value = field.most * step / 5
        y = field.y(value)
        yield element("line", x1=field.left, x2=field.right, y1=y, y2=y, stroke=MUTED if step == 0 else GRID, stroke_width=1)
        yield words(f"{number(value)}%", field.left - 8, y + 4.5, fill=MUTED, anchor="end", size=12.5)


def years(labels: Sequence[str], field: Field) -> Iterator[str]:
    for index, label in enumerate(labels):
        room = (field.right - field.left) / field.steps
        short = label if width_of(label, 12.5) <= room else label.split()[-1] if label.split() else ""
        for row, part in enumerate(lines_of(short, room, 12.5)):
            yield words(part, field.x(index), field.bottom + 20 + row * 15, anchor="middle", size=12.5)


def one(line: Line, field: Field) -> str:
    ink = INKS[line.key]
    points = [(field.x(i), field.y(p.value), p.value) if p.value is not None else None for i, p in enumerate(line.points)]
    pairs = [(a, b) for a, b in pairwise(points) if a and b]
    path = "".join(f"M{number(a[0])} {number(a[1])}L{number(b[0])} {number(b[1])}" for a, b in pairs)
    stroke = {"stroke_dasharray": DASHES[line.key]} if DASHES[line.key] else {}
    drawn = element("path", d=path, fill="none", stroke=ink.edge, stroke_width=2.5, **stroke) if path else ""
    for point in filter(None, points):
        drawn += element("circle", cx=point[0], cy=point[1], r=4.5, fill=ink.fill, stroke=ink.edge, stroke_width=2)
    return element("g", drawn) if drawn else ""


def last_values(series: Sequence[Line], field: Field) -> Iterator[str]:
    """The latest value at the end of each line, pushed apart where two would touch."""
    ends = sorted((field.y(last), last) for line in series if (last := line.points[-1].value) is not None)
    below = 0.0
    for y, value in ends:
        below = max(y + 4.5, below + 15)
        yield words(f"{number(round(value, 1))}%", field.right + 6, below, fill=DARK, size=12.5, weight="600")
