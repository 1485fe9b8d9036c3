"""What is remembered of a sender: how its lists were laid out, and what its words mean."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Q

from careers.imports.legends import Legend
from careers.imports.sheets import Sheet
from careers.imports.vocabularies import IGNORE, RETURN
from careers.models import School
from destinations.models import RememberedLayout, RememberedWords
from destinations.rules.layout_columns import Column
from destinations.rules.layouts import Corrections, SheetLayout, lay_out
from destinations.rules.outcomes import Route
from destinations.rules.plan import Sender
from destinations.rules.remembered import Remembered, WordMeaning
from destinations.rules.same_layout import Layout, Recognised, recognise, title_of


def from_sender(sender: Sender) -> Q:
    return Q(source__kind=sender.kind, source__provider=sender.place.id if sender.place else None)


def layouts_of(school: School, sender: Sender) -> list[Layout]:
    """How this sender's tables were laid out. One query."""
    kept = RememberedLayout.objects.filter(from_sender(sender), school=school)
    return [Layout(one.sheet, [Column(**column) for column in one.columns], one.used_on) for one in kept]


def words_of(school: School, sender: Sender) -> Remembered:
    """What this sender's words mean, where a person put it right. One query."""
    kept = RememberedWords.objects.filter(from_sender(sender), school=school)
    return {(one.column, one.normalised): meaning_kept(one) for one in kept}


def meaning_kept(one: RememberedWords) -> WordMeaning:
    route = Route(one.route) if one.route else None
    return WordMeaning(one.said, one.outcome or None, route, one.level, one.application)


def lay_out_again(
    sheet: Sheet, corrections: Corrections, memory: Sequence[Layout], *, today: date, legends: Sequence[Legend] = ()
) -> tuple[SheetLayout, Recognised | None]:
    """The sheet's layout, its columns taken for what they held last time; a person's corrections to this very list win.

    Raises ValueError for a correction to a column or field that there is not.
    """
    by_hand = corrections.get(title_of(sheet.name, sheet.part), {})
    plain = lay_out(sheet, by_hand, today=today, legends=legends)
    if plain.header_row is None or not memory:
        return plain, None
    found = recognise(memory, title_of(sheet.name, sheet.part), columns_in(plain), by_hand)
    if found is None:
        return plain, None
    as_then = left_as_they_were(found.fields, by_hand)
    if all(plain.columns.fields.get(letter) == name for letter, name in as_then.items()):
        return plain, found
    layout = lay_out(sheet, {**as_then, **by_hand}, today=today, legends=legends)
    told = {letter: as_last_time(letter, name) for letter, name in as_then.items() if plain.columns.fields[letter] != name}
    return replace(layout, words={**layout.words, **told}), found


def columns_in(layout: SheetLayout) -> list[Column]:
    fields, guessed = layout.columns.fields, layout.guessed
    return [Column(letter, heading, fields[letter], guessed.get(letter, "")) for letter, heading in layout.columns.headings.items()]


def left_as_they_were(then: Mapping[str, str], by_hand: Mapping[str, str]) -> dict[str, str]:
    """What the columns held, less the columns and the fields that a person has given away by hand now."""
    given = {name for name in by_hand.values() if not RETURN[name].repeats}
    return {letter: name for letter, name in then.items() if letter not in by_hand and name not in given}


def as_last_time(letter: str, name: str) -> str:
    if name == IGNORE:
        return f"Column {letter} is left out, as last time"
    return f"Column {letter} is {RETURN[name].label}, as last time"
