"""Who changed from what to what, as a flow: what was said first on the left, what was said then on the right. A band is students."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from destinations.charts.chart import Cell, Chart, Source, Table, two_sizes
from destinations.charts.drawing import drawn, element, filled, lines_of, marks_of, number, plain, words
from destinations.charts.palette import MUTED
from surveys.charts.inks import KIND_INKS
from surveys.rules.comparison import Comparison, Flow, Kind

TALL, GAP, NODE, TOP = 400.0, 10.0, 14.0, 26.0
LINE, APART = 15.0, 18.0
Behind = Callable[[Flow], str]


@dataclass(frozen=True, slots=True)
class Room:
    """`side` is the space for words on both sides."""

    width: float
    side: float
    size: float


@dataclass(frozen=True, slots=True)
class Place:
    top: float
    high: float


def flow_chart(found: Comparison, *, names: tuple[str, str], key: str, title: str, sentence: str, source: Source, behind: Behind) -> Chart:
    """`names` are those of the two waves; `behind` gives the address of the students of one flow, or ""."""
    wide, narrow = two_sizes(key, lambda ids, width: flow_picture(found, names, key=ids, sentence=sentence, width=width))
    return Chart(key, title, sentence, wide, narrow, (), flow_table(found, names, behind), source)


def flow_picture(found: Comparison, names: tuple[str, str], *, key: str, sentence: str, width: float) -> str:
    room = Room(width, 200, 14) if width >= 500 else Room(width, 112, 11.5)
    before, after = found.totals()
    kinds = found.kinds()
    left, right = places(before, kinds), places(after, kinds)
    inside = [*heads(names, room), *ribbons(found, left, right, room)]
    inside += [*nodes(before, left, key, room, at_left=True), *nodes(after, right, key, room, at_left=False)]
    defined = "".join(marks_of(f"{key}-{kind.value.replace('_', '-')}", KIND_INKS[kind]) for kind in kinds)
    description = "Bands run from the plan in the first wave to the plan in the second. The table below has the same numbers."
    return drawn(key, sentence, description, width, TOP + TALL + 14, defined, *inside)


def places(totals: Counter[Kind], kinds: Sequence[Kind]) -> dict[Kind, Place]:
    """Where each kind stands on its side: as high as it has students."""
    present = [kind for kind in kinds if totals[kind]]
    scale = (TALL - GAP * (len(present) - 1)) / (totals.total() or 1)
    found, y = {}, TOP
    for kind in present:
        found[kind] = Place(y, totals[kind] * scale)
        y += totals[kind] * scale + GAP
    return found


def ribbons(found: Comparison, left: Mapping[Kind, Place], right: Mapping[Kind, Place], room: Room) -> Iterator[str]:
    """Bands leave and arrive in the order of the kinds, so that they cross as little as they can. Those who stayed are pale."""
    before, after = found.totals()
    leaving, arriving = Counter[Kind](), Counter[Kind]()
    for flow in found.flows:
        one, two, many = left[flow.before], right[flow.after], len(flow.students)
        start, end = (
            part_of(one, leaving[flow.before], many, before[flow.before]),
            part_of(two, arriving[flow.after], many, after[flow.after]),
        )
        leaving[flow.before] += many
        arriving[flow.after] += many
        ink = KIND_INKS[flow.before]
        said = element("title", plain(f"{flow.before.label} to {flow.after.label}: {many}"))
        drawn_as: dict[str, str | float] = {
            "fill": ink.fill,
            "fill_opacity": 0.75 if flow.changed else 0.28,
            "stroke": ink.edge,
            "stroke_width": 0.6,
        }
        yield element("path", said, d=band(room.side + NODE, room.width - room.side - NODE, start, end), **drawn_as)


def part_of(place: Place, taken: int, many: int, of: int) -> Place:
    """The part of a node that belongs to `many` of its students, below those that are taken."""
    return Place(place.top + place.high * taken / of, place.high * many / of)


def band(x1: float, x2: float, start: Place, end: Place) -> str:
    """From one place on the left to another on the right, bent in the middle."""
    middle = number((x1 + x2) / 2)
    left, right = number(x1), number(x2)
    top1, top2, low1, low2 = map(number, (start.top, end.top, start.top + start.high, end.top + end.high))
    there = f"M{left} {top1}C{middle} {top1} {middle} {top2} {right} {top2}"
    return f"{there}L{right} {low2}C{middle} {low2} {middle} {low1} {left} {low1}Z"


def nodes(totals: Counter[Kind], placed: Mapping[Kind, Place], key: str, room: Room, *, at_left: bool) -> Iterator[str]:
    x = room.side if at_left else room.width - room.side - NODE
    label, anchor = (x - 8, "end") if at_left else (x + NODE + 8, "start")
    written = {kind: lines_of(f"{kind.label}, {totals[kind]}", room.side - 12, room.size) for kind in placed}
    firsts = apart([(place.top + place.high / 2, len(written[kind])) for kind, place in placed.items()])
    for (kind, place), first in zip(placed.items(), firsts, strict=True):
        yield filled(f"{key}-{kind.value.replace('_', '-')}", KIND_INKS[kind], x=x, y=place.top, width=NODE, height=max(place.high, 1.5))
        for row, part in enumerate(written[kind]):
            yield words(part, label, first + row * LINE, anchor=anchor, size=room.size)


def apart(wanted: Sequence[tuple[float, int]]) -> list[float]:
    """The first line of each label: beside its node's middle, pushed apart where two would touch, and none below the picture."""
    firsts: list[float] = []
    lowest = 0.0
    for middle, lines in wanted:
        firsts.append(max(middle + 4.5 - (lines - 1) * LINE / 2, lowest))
        lowest = firsts[-1] + (lines - 1) * LINE + APART
    ceiling = TOP + TALL + 8
    for place in reversed(range(len(wanted))):
        firsts[place] = min(firsts[place], ceiling - (wanted[place][1] - 1) * LINE)
        ceiling = firsts[place] - APART
    return firsts


def heads(names: tuple[str, str], room: Room) -> Iterator[str]:
    for name, x, anchor in ((names[0], 0.0, "start"), (names[1], room.width, "end")):
        yield words(lines_of(name, room.width / 2 - 8, most=1)[0], x, 14, fill=MUTED, anchor=anchor, size=room.size, weight="600")


def flow_table(found: Comparison, names: tuple[str, str], behind: Behind) -> Table:
    """Rows are the first wave, columns the second; the diagonal stayed as it was."""
    kinds = found.kinds()
    cells = {(flow.before, flow.after): flow for flow in found.flows}
    before, after = found.totals()
    head = (f"{names[0]} ↓  {names[1]} →", *(kind.label for kind in kinds), "All")
    rows = []
    for kind in kinds:
        each = [cells.get((kind, other)) for other in kinds]
        rows.append((Cell(kind.label), *(Cell(str(len(f.students)), behind(f)) if f else Cell("0") for f in each), Cell(str(before[kind]))))
    rows.append((Cell("All"), *(Cell(str(after[kind])) for kind in kinds), Cell(str(found.n))))
    return Table(head, tuple(rows))
