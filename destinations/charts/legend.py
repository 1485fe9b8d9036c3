"""What the colours and patterns mean: a list for the page, outside the picture, so that words never touch."""

from collections.abc import Iterable
from dataclasses import dataclass

from destinations.charts.drawing import area, checked, element, swatch, tile
from destinations.charts.lines import DASHES
from destinations.charts.palette import INKS
from destinations.rules.outcomes import Group


@dataclass(frozen=True, slots=True)
class Swatch:
    """`svg` is markup that our own functions made; `words` is plain text."""

    svg: str
    words: str


def legend(groups: Iterable[Group], *, key: str) -> tuple[Swatch, ...]:
    """The boxes of a stacked bar. `key` starts the ids and must differ from the chart's."""
    return tuple(Swatch(box(group, checked(key)), group.label) for group in groups)


def line_legend(groups: Iterable[Group]) -> tuple[Swatch, ...]:
    return tuple(Swatch(dash(group), group.label) for group in groups)


def box(group: Group, key: str) -> str:
    marks = tile(key, group)
    return swatch(element("defs", marks) if marks else "", area(key, group, x=0.5, y=0.5, width=21, height=13, rx=2))


def dash(group: Group) -> str:
    ink = INKS[group]
    stroke = {"stroke_dasharray": DASHES[group]} if DASHES[group] else {}
    line = element("line", x1=0, x2=22, y1=7, y2=7, stroke=ink.edge, stroke_width=2.5, **stroke)
    return swatch(line, element("circle", cx=11, cy=7, r=4, fill=ink.fill, stroke=ink.edge, stroke_width=2))
