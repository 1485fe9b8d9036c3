"""The place that a row speaks of, and what it says of it (docs/returns.md)."""

from collections.abc import Mapping
from dataclasses import dataclass

from destinations.rules.listings import Listing
from destinations.rules.meanings import Meaning
from destinations.rules.named_places import about_another, another_place, named_beside, named_for_an_activity
from destinations.rules.outcomes import OUTCOMES, Group, ProviderType
from destinations.rules.places import Found, Place, find_place, likely_type, names_a_place
from destinations.rules.rows import Problem, ReadRow
from destinations.rules.words import meaning_of


@dataclass(frozen=True, slots=True)
class Located:
    """What a row says and of which place; `other` where a provider's list names another than itself."""

    meaning: Meaning
    place: Place | None
    problems: tuple[Problem, ...] = ()
    other: Place | None = None


def locate(read: ReadRow, listing: Listing, own: Place | None, register: Mapping[str, Place]) -> Located:
    """`own` is the provider that sent the list, None for an authority."""
    if listing.by_authority:
        return located_by_authority(read, listing, register)
    other = other_place(read, listing, own, register) if own else None
    if other and (meaning := about_another(read, listing, other)):
        return Located(meaning, None if meaning.away else other, (), other)
    meaning = meaning_of(read, listing, own.type if own else None)
    if not meaning.away:
        return Located(meaning, own, (), other)
    heading = listing.columns.heading_of("provider")
    return Located(meaning, named_beside(read.text("provider"), heading, meaning.outcome, register), (), other)


def located_by_authority(read: ReadRow, listing: Listing, register: Mapping[str, Place]) -> Located:
    found = find_place(read.text("provider"), register)
    meaning = meaning_of(read, listing, found.place.type if found.place else type_named(read))
    return Located(meaning, *place_named(read, found, meaning, listing.columns.called("provider")))


def other_place(read: ReadRow, listing: Listing, own: Place, register: Mapping[str, Place]) -> Place | None:
    """The place that a row of a provider's list is about where it is plainly not that provider."""
    named = (own, listing.own_names, register)
    if not read.text("provider"):
        return named_for_an_activity(read.text("activity_words"), listing.columns.heading_of("activity_words"), *named)
    return another_place(read.text("provider"), listing.columns.heading_of("provider"), *named)


def type_named(read: ReadRow) -> str | None:
    """The likely type of a place that is not in the register, from its name alone."""
    name = read.text("provider")
    if not names_a_place(name):
        return None
    likely = likely_type(name, None)
    return None if likely is ProviderType.OTHER else likely


def place_named(read: ReadRow, found: Found, meaning: Meaning, column: str) -> tuple[Place | None, tuple[Problem, ...]]:
    """The place that an authority's row names; none with NEET and not known."""
    name = read.text("provider")
    group = OUTCOMES[meaning.outcome].group if meaning.outcome else None
    if group in (Group.NEET, Group.NOT_KNOWN) or (found.place is None and not names_a_place(name)):
        return None, ()
    if found.place is None:
        return Place(None, name[:200], likely_type(name, meaning.outcome)), ()
    if found.guessed:
        return found.place, (Problem(column, name, f"“{name}” was taken for {found.place.name}, which is nearly the same name."),)
    return found.place, ()
