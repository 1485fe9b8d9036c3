"""What has changed in how a sender lays out its lists: each column that is not as it was, in a sentence."""

from collections.abc import Collection, Iterable, Sequence

from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.layout_columns import Column, Pair, moved_among


def changes(before: Sequence[Column], now: Sequence[Column], pairs: Sequence[Pair], by_hand: Collection[str]) -> Iterable[str]:
    """In the order of the sheet; what is gone comes last."""
    pair_of = {pair.now.letter: pair for pair in pairs}
    moved, taken = moved_among(pairs), {pair.then.field for pair in pairs if not pair.renamed}
    for column in now:
        pair = pair_of.get(column.letter)
        if pair is None:
            yield new_column(column, taken)
        elif pair.renamed:
            yield f"{renamed(pair, moved)}{held_otherwise(pair, by_hand)}."
        else:
            yield from of_one_heading(pair, moved, by_hand)
    stayed = {pair.then.letter for pair in pairs}
    for column in before:
        if column.letter not in stayed:
            yield f"{called(column)} is gone. It was {words(column.field)}."


def renamed(pair: Pair, moved: Collection[str]) -> str:
    then, now = pair.then, pair.now
    if not now.heading:
        return f"“{then.heading}” has no heading now (column {now.letter})"
    if not then.heading:
        return f"Column {then.letter} is headed “{now.heading}” now"
    where = f"has moved from column {then.letter} to column {now.letter}" if now.letter in moved else ""
    seems = "is now" if then.field == now.field else "seems to be now"
    return f"“{then.heading}” {seems} “{now.heading}”" + (f", and {where}" if where else f" (column {now.letter})")


def held_otherwise(pair: Pair, by_hand: Collection[str]) -> str:
    """What a column with another heading holds, where that is not what it held."""
    then, now = words(pair.then.field), words(pair.now.field)
    if then == now:
        return "" if pair.now.field == IGNORE else f": {now}, as before"
    return f": {now}, as you said; it was {then}" if pair.now.letter in by_hand else f": {now}; it was {then}"


def of_one_heading(pair: Pair, moved: Collection[str], by_hand: Collection[str]) -> Iterable[str]:
    then, now = pair.then, pair.now
    if now.letter in moved:
        yield f"“{now.heading}” has moved from column {then.letter} to column {now.letter}."
    if then.field == now.field or then.field not in RETURN or (then.guessed and then.guessed == now.guessed and now.letter not in by_hand):
        return
    if now.letter in by_hand:
        yield f"{called(now)} is {words(now.field)}, as you said; it was {words(then.field)}."
    else:
        yield f"{called(now)} is {words(then.field)}, as before; by what is in it, it would be {words(now.field)}."


def new_column(column: Column, taken: Collection[str]) -> str:
    if column.field != IGNORE and column.field in taken and not RETURN[column.field].repeats:
        return f"{called(column)} is new. It looks like {words(column.field)}, which another column is already, so it is left out."
    return f"{called(column)} is new: {words(column.field)}."


def called(column: Column) -> str:
    return f"“{column.heading}” (column {column.letter})" if column.heading else f"Column {column.letter}"


def words(field: str) -> str:
    return "left out" if field == IGNORE or field not in RETURN else RETURN[field].label
