"""How many, longest first: for providers and everything else that is counted but is not a share of a whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from destinations.charts.drawing import element, lines_of, picture, width_of, words
from destinations.charts.palette import ACCENT
from destinations.charts.stacked_bars import WIDE

THICK = 20.0


@dataclass(frozen=True, slots=True)
class Count:
    """One bar; `url` opens the students behind it."""

    label: str
    value: int
    url: str = ""


def bars(counts: Sequence[Count], *, key: str, sentence: str, width: float = WIDE) -> str:
    """The picture as SVG, in the order given. Bars start at nought; each has its number at its end. Raises ValueError below nought."""
    if any(count.value < 0 for count in counts):
        raise ValueError("A bar cannot be shorter than nothing.")
    narrow = width < 500
    left, step, top = (1.0, 48.0, 22.0) if narrow else (270.0, 32.0, 4.0)
    most = max((count.value for count in counts), default=0) or 1
    full = width - left - width_of(str(most)) - 14
    rows = [bar(count, left, top + index * step, full * count.value / most, narrow) for index, count in enumerate(counts)]
    description = "Each bar is a number of students. The table below has the same numbers."
    return picture(key, sentence, description, width, top + len(counts) * step, (), *rows)


def bar(count: Count, left: float, y: float, long: float, narrow: bool) -> str:
    name = lines_of(count.label, 330 if narrow else left - 16, most=1)[0]
    label = words(name, left, y - 6) if narrow else words(name, left - 12, y + THICK / 2 + 5, anchor="end")
    box = element("rect", x=left, y=y, width=long, height=THICK, fill=ACCENT)
    return element("g", label, box, words(str(count.value), left + long + 7, y + THICK / 2 + 5, weight="600"))
