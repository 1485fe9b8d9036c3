"""Where a group of students is: one horizontal bar a row, always the whole hundred per cent, those not known always drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from careers.rules.percentages import percent
from destinations.charts.drawing import TEXT, area, element, lines_of, picture, width_of, words
from destinations.charts.palette import GRID, INKS, MUTED
from destinations.rules.outcomes import Group

WIDE, NARROW = 760.0, 340.0
THICK = 30.0
SMALL = 12.5


@dataclass(frozen=True, slots=True)
class Part:
    """How many students of a bar are in one outcome group; `url` opens them."""

    key: Group
    value: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `parts` add up to `n`; `known` of them have an answer. Raises ValueError where they do not."""

    label: str
    parts: Sequence[Part]
    n: int
    known: int

    def __post_init__(self) -> None:
        if any(part.value < 0 for part in self.parts) or sum(part.value for part in self.parts) != self.n:
            raise ValueError(f'The parts of "{self.label}" do not add up to {self.n}.')
        if not 0 <= self.known <= self.n:
            raise ValueError(f'"{self.label}" cannot have {self.known} known of {self.n}.')


@dataclass(frozen=True, slots=True)
class Room:
    """Where things stand. `top` is the space above a bar for its label when there is no room beside it."""

    width: float
    left: float
    bar: float
    top: float
    step: float
    ticks: tuple[int, ...]


def room_for(width: float) -> Room:
    if width < 500:
        return Room(width, 1, width - 2, 40, 84, (0, 50, 100))
    return Room(width, 185, width - 185 - 140, 6, 50, (0, 25, 50, 75, 100))


def groups_in(bars: Sequence[Bar]) -> list[Group]:
    """The groups that anybody is in, in the order every figure has; not known stays even when it is nobody."""
    present = {part.key for bar in bars for part in bar.parts if part.value} | {Group.NOT_KNOWN}
    return [group for group in Group if group in present]


def stacked_bars(bars: Sequence[Bar], *, key: str, sentence: str, width: float = WIDE) -> str:
    """The picture as SVG. `key` starts its ids; `sentence` is read in its place; below 500 units wide the labels stand above the bars."""
    room = room_for(width)
    height = room.top + (len(bars) - 1) * room.step + THICK + 28
    rows = [row(bar, key, room, room.top + index * room.step) for index, bar in enumerate(bars)]
    description = "Each bar is all students of one row, divided by outcome. The table below has the same numbers."
    return picture(key, sentence, description, room.width, height, groups_in(bars), *grid(room, height), *rows)


def grid(room: Room, height: float) -> Iterator[str]:
    for tick in room.ticks:
        x = room.left + room.bar * tick / 100
        yield element("line", x1=x, x2=x, y1=room.top - 4, y2=height - 18, stroke=GRID, stroke_width=1)
        anchor = "start" if tick == 0 and room.left < 10 else "end" if tick == 100 and room.left < 10 else "middle"
        yield words(f"{tick}%", x, height - 4, fill=MUTED, anchor=anchor, size=SMALL)


def row(bar: Bar, key: str, room: Room, y: float) -> str:
    segments = "".join(segment(part, bar.n, key, x, y, wide) for part, x, wide in placed(bar, room))
    if not bar.n:
        segments = words("Nobody to count", room.left + 8, y + THICK / 2 + 5, fill=MUTED)
    return element("g", labels(bar, room, y), segments)


def labels(bar: Bar, room: Room, y: float) -> str:
    known = f"{bar.known} of {bar.n} known"
    if room.left < 10:
        name = lines_of(bar.label, room.width, most=1)[0]
        return words(name, room.left, y - 24, weight="600") + words(known, room.left, y - 7, fill=MUTED, size=SMALL)
    names = lines_of(bar.label, room.left - 16)
    first = y + THICK / 2 + 5 - (len(names) - 1) * 8.5
    written = [words(name, room.left - 12, first + index * 17, anchor="end") for index, name in enumerate(names)]
    return "".join(written) + words(known, room.left + room.bar + 14, y + THICK / 2 + 5, fill=MUTED)


def placed(bar: Bar, room: Room) -> Iterator[tuple[Part, float, float]]:
    """Each part that somebody is in, with where it starts and how wide it is. The order is that of the groups."""
    before = 0
    order = list(Group)
    for part in sorted(bar.parts, key=lambda part: order.index(part.key)):
        if part.value:
            start = room.left + room.bar * before / bar.n
            before += part.value
            yield part, start, room.left + room.bar * before / bar.n - start


def segment(part: Part, n: int, key: str, x: float, y: float, wide: float) -> str:
    ink = INKS[part.key]
    box = area(key, part.key, x=x, y=y, width=wide, height=THICK)
    share = percent(part.value, n)
    needed = width_of(share, TEXT)
    if needed + 10 > wide:
        return box
    middle, line = x + wide / 2, y + THICK / 2
    plate = element("rect", x=middle - needed / 2 - 2, y=line - 10, width=needed + 4, height=20, rx=3, fill=ink.fill)
    return box + plate + words(share, middle, line + 5, fill=ink.text, anchor="middle", weight="600")
