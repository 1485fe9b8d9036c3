"""Whether a sender's list is laid out as the last one was, and what each column held then."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.names import normalise

ALIKE = 0.6  # of the headings: fewer in common, and it is another list


@dataclass(frozen=True, slots=True)
class Column:
    letter: str
    heading: str
    field: str


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
    """The earlier layout most like this table, its sheet's own first. `guessed` is the table as it is understood without memory, the
    columns in `by_hand` (letters) as a person set them for this list."""
    scored = [(share_alike(layout.columns, guessed), layout.sheet == title, layout) for layout in layouts]
    alike = [(named, share, layout) for share, named, layout in scored if share >= ALIKE]
    if not alike:
        return None
    layout = max(alike, key=lambda found: (found[0], found[1], found[2].used_on))[2]
    pairs = same_columns(layout.columns, guessed)
    fields = {now.letter: then.field for then, now in pairs if then.field in RETURN}
    return Recognised(layout, fields, tuple(changes(layout.columns, guessed, pairs, by_hand)))


def share_alike(before: Sequence[Column], guessed: Sequence[Column]) -> float:
    longest = max(len(before), len(guessed))
    return len(same_columns(before, guessed)) / longest if longest else 0.0


def same_columns(before: Sequence[Column], now: Sequence[Column]) -> list[tuple[Column, Column]]:
    """Columns with one heading, the second of that heading with the second; columns without headings where they stand, if none has one."""
    if not any(normalise(column.heading) for column in (*before, *now)):
        by_letter = {column.letter: column for column in before}
        return [(by_letter[column.letter], column) for column in now if column.letter in by_letter]
    then = dict(numbered(before))
    return [(then[key], column) for key, column in numbered(now) if key in then]


def numbered(columns: Sequence[Column]) -> Iterable[tuple[tuple[str, int], Column]]:
    seen: Counter[str] = Counter()
    for column in columns:
        if heading := normalise(column.heading):
            seen[heading] += 1
            yield (heading, seen[heading]), column


def changes(
    before: Sequence[Column], now: Sequence[Column], pairs: Sequence[tuple[Column, Column]], by_hand: Collection[str]
) -> Iterable[str]:
    """Each column that is not as it was, in a sentence, in the order of the sheet."""
    then_of = {column.letter: then for then, column in pairs}
    stayed = {then.letter for then, _ in pairs}
    gone = [column for column in before if column.letter not in stayed]
    retitled = heading_changed(gone, [column for column in now if column.letter not in then_of], then_of, before, now)
    moved = moved_among(pairs)
    taken = {then.field for then, _ in pairs}
    for column in now:
        then = then_of.get(column.letter)
        if column.letter in retitled:
            old = retitled[column.letter]
            stood = f" and stood in column {old.letter}" if old.letter != column.letter else ""
            yield f"{called(column)} was headed “{old.heading}” last time{stood}."
        elif then is None:
            yield new_column(column, taken)
        else:
            if column.letter in moved:
                yield f"“{column.heading}” has moved from column {then.letter} to column {column.letter}."
            if then.field == column.field or then.field not in RETURN:
                continue
            if column.letter in by_hand:
                yield f"{called(column)} is {words(column.field)}, as you said; last time it was {words(then.field)}."
            else:
                yield f"{called(column)} is {words(then.field)}, as last time; by what is in it, it would be {words(column.field)}."
    for column in gone:
        if column not in retitled.values():
            yield f"{called(column)} which was {words(column.field)}, is not there any more."


def new_column(column: Column, taken: Iterable[str]) -> str:
    if column.field != IGNORE and column.field in set(taken) and not RETURN[column.field].repeats:
        return f"{called(column)} is new. It looks like {words(column.field)}, which another column is already, so it is left out."
    return f"{called(column)} is new: {words(column.field)}."


def heading_changed(
    gone: Sequence[Column], new: Sequence[Column], then_of: Mapping[str, Column], before: Sequence[Column], now: Sequence[Column]
) -> dict[str, Column]:
    """New headings (by letter) that hold what one that is gone held, or stand in its very place after the same neighbour."""
    left_then, left_now = neighbours(before), neighbours(now)
    found: dict[str, Column] = {}
    for column in new:
        left = left_now[column.letter]
        beside = (then_of.get(left) or found.get(left) or column).letter if left else ""
        free = [old for old in gone if old not in found.values()]
        in_place = (old for old in free if left_then[old.letter] == beside and column.letter == old.letter)
        same = (old for old in free if old.field == column.field != IGNORE)
        old = next(same, None) or next(in_place, None)
        if old:
            found[column.letter] = old
    return found


def neighbours(columns: Sequence[Column]) -> dict[str, str]:
    """The letter of the column before each, "" for the first."""
    return {column.letter: columns[n - 1].letter if n else "" for n, column in enumerate(columns)}


def moved_among(pairs: Sequence[tuple[Column, Column]]) -> set[str]:
    """The letters of columns out of their old order: all but the longest run of columns that kept theirs."""
    runs: list[list[int]] = []  # the longest run that ends with each column
    places = [position(then.letter) for then, _ in pairs]
    for n, place in enumerate(places):
        before = max((runs[m] for m in range(n) if places[m] < place), key=len, default=[])
        runs.append([*before, n])
    kept = max(runs, key=len, default=[])
    return {now.letter for n, (_, now) in enumerate(pairs) if n not in kept}


def position(letter: str) -> tuple[int, str]:
    return len(letter), letter


def called(column: Column) -> str:
    return f"Column {column.letter}, “{column.heading}”," if column.heading else f"Column {column.letter}"


def words(field: str) -> str:
    return "left out" if field == IGNORE or field not in RETURN else RETURN[field].label


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
