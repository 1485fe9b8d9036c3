"""Whether a sender's list is laid out as an earlier one was, and what each column held then."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.layout_changes import changes, words
from destinations.rules.layout_columns import Column, Pair, moved_among
from destinations.rules.names import normalise

ALIKE = 0.5  # less of the columns in common than this, and it is another list
OWN_SHEET = 0.2  # what the same name of the sheet adds to how like a layout is
SAME_HEADING, SAME_KIND, SAME_PLACE = 1.0, 0.75, 0.4  # how much of a column is the same
OUT_OF_ORDER = 0.1
LEFT_OUT = 0.5  # what a column that is left out counts beside one that tells something
ALIKE_WORDS = 0.5  # of the words of two headings


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as it was laid out when a list of this sender was last applied."""

    sheet: str
    columns: Sequence[Column]
    used_on: date


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table that is laid out like an earlier one. `fields`: what the columns (letters) held then; `changes` in sentences."""

    layout: Layout
    fields: Mapping[str, str]
    changes: tuple[str, ...] = ()


def title_of(sheet: str, part: int) -> str:
    """How a table is called: its sheet, and its number where a sheet has several."""
    return f"{sheet}, table {part}" if part else sheet


def recognise(layouts: Iterable[Layout], title: str, guessed: Sequence[Column], by_hand: Collection[str] = ()) -> Recognised | None:
    """The earlier layout most like this table, its sheet's own before others about as like; None where it is another list.

    `guessed` is the table as it is understood without memory, the columns in `by_hand` (letters) as a person set them for this list.
    Only columns with the heading they had are taken for what they held: one that is headed otherwise is pointed out.
    """
    found = [(likeness(layout.columns, guessed), layout) for layout in layouts]
    alike = [(share + OWN_SHEET * (layout.sheet == title), layout.used_on, layout) for share, layout in found if share >= ALIKE]
    if not alike:
        return None
    layout = max(alike, key=lambda one: one[:2])[2]
    pairs = paired(layout.columns, guessed)
    fields = {pair.now.letter: pair.then.field for pair in pairs if not pair.renamed and pair.then.field in RETURN}
    return Recognised(layout, fields, tuple(changes(layout.columns, guessed, pairs, by_hand)))


def likeness(before: Sequence[Column], now: Sequence[Column]) -> float:
    """From 0 to 1: how much of both tables is the same, by headings kept, by kinds of values and by order."""
    whole = sum(weight(column) for column in (*before, *now))
    pairs = paired(before, now)
    moved = moved_among(pairs)
    shares = ((same(pair) - OUT_OF_ORDER * (pair.now.letter in moved)) * (weight(pair.then) + weight(pair.now)) for pair in pairs)
    return sum(shares) / whole if whole else 0.0


def weight(column: Column) -> float:
    return LEFT_OUT if column.field == IGNORE else 1.0


def same(pair: Pair) -> float:
    if not pair.renamed:
        return SAME_HEADING
    return SAME_KIND if of_one_kind(pair.then, pair.now) or alike_in_words(pair.then, pair.now) else SAME_PLACE


def of_one_kind(then: Column, now: Column) -> bool:
    return then.field == now.field != IGNORE


def alike_in_words(then: Column, now: Column) -> bool:
    one, other = set(normalise(then.heading).split()), set(normalise(now.heading).split())
    return bool(one & other) and len(one & other) >= ALIKE_WORDS * len(one | other)


def paired(before: Sequence[Column], now: Sequence[Column]) -> list[Pair]:
    """The columns of both tables that are the same, in the order of the new one: by heading, the second of one heading with the second;
    then headed otherwise, by what they hold, by words of the heading, by the place between the same neighbours. Columns without headings
    are the same where they stand, if none has one."""
    if not any(normalise(column.heading) for column in (*before, *now)):
        by_letter = {column.letter: column for column in before}
        return [Pair(by_letter[column.letter], column) for column in now if column.letter in by_letter]
    then = dict(numbered(before))
    found = {column.letter: Pair(then[key], column) for key, column in numbered(now) if key in then}
    for alike in (of_one_kind, alike_in_words):
        for column in now:
            if column.letter not in found and (old := next((old for old in gone(before, found) if alike(old, column)), None)):
                found[column.letter] = Pair(old, column, renamed=True)
    in_their_places(before, now, found)
    return [found[column.letter] for column in now if column.letter in found]


def gone(before: Sequence[Column], found: Mapping[str, Pair]) -> list[Column]:
    kept = {pair.then.letter for pair in found.values()}
    return [column for column in before if column.letter not in kept]


def in_their_places(before: Sequence[Column], now: Sequence[Column], found: dict[str, Pair]) -> None:
    """Pair what stands between the same neighbours. Two columns that are known to hold different things are never one."""
    old_at = {column.letter: n for n, column in enumerate(before)}
    for n, column in enumerate(now):
        if column.letter in found:
            continue
        left = found.get(now[n - 1].letter) if n else None
        place = 0 if n == 0 else old_at[left.then.letter] + 1 if left else len(before)
        old = before[place] if place < len(before) else None
        if old is None or old not in gone(before, found) or IGNORE not in (old.field, column.field):
            continue
        right = found.get(now[n + 1].letter) if n + 1 < len(now) else None
        beside = before[place + 1].letter if place + 1 < len(before) else ""
        if old.letter == column.letter or (right.then.letter if right else "") == beside:
            found[column.letter] = Pair(old, column, renamed=True)


def numbered(columns: Sequence[Column]) -> Iterable[tuple[tuple[str, int], Column]]:
    seen: Counter[str] = Counter()
    for column in columns:
        if heading := normalise(column.heading):
            seen[heading] += 1
            yield (heading, seen[heading]), column


def headed_alike(columns: Sequence[Column]) -> list[str]:
    """Headings that several columns have, a sentence each. Columns that repeat by their nature, or are all left out, are passed over."""
    alike: defaultdict[str, list[Column]] = defaultdict(list)
    for column in columns:
        alike[normalise(column.heading)].append(column)
    return [
        f"Columns {', '.join(c.letter for c in several[:-1])} and {several[-1].letter} have the same heading, “{several[0].heading}”: "
        f"{'; '.join(f'{c.letter} is {words(c.field)}' for c in several)}. See that each holds what it is taken for."
        for heading, several in alike.items()
        if heading and len(several) > 1 and any(c.field != IGNORE and not RETURN[c.field].repeats for c in several)
    ]
