"""The place that a row of a provider's own list names: the provider itself, or plainly another (docs/returns.md)."""

import re
from collections.abc import Mapping
from dataclasses import replace

from destinations.rules.activities import code_of_words
from destinations.rules.elsewhere import KIND, telling
from destinations.rules.listings import Listing
from destinations.rules.names import normalise
from destinations.rules.outcomes import OUTCOMES, Group, ProviderType
from destinations.rules.places import (
    GAP_YEAR,
    NOWHERE_GROUPS,
    OF_DESTINATIONS,
    Place,
    find_place,
    is_an_activity,
    is_done_at,
    likely_type,
    names_a_place,
)
from destinations.rules.rows import ReadRow
from destinations.rules.statements import Said
from destinations.rules.statuses import plain
from destinations.rules.words import Meaning, meaning_of

A_SITE = re.compile(
    r"\b(?:campus|sites?|centre|locations?|building|department|faculty|school of|provision"
    r"|placement|base|delivery|subcontract\w*)\b"
)
NOT_THE_PLACE = re.compile(rf"\bemployers?\b|{A_SITE.pattern}")
OF_UNIVERSITIES = re.compile(r"\b(?:university|universities|hei|uni)\b")
A_PART = re.compile(
    r"^(?:school|faculty|academy|department|institute|centre|college) (?:of|for)\b|\buniversity (?:centre|campus)\b|\bcampus\b"
)


def another_place(name: str, heading: str, own: Place, own_names: frozenset[str], register: Mapping[str, Place]) -> Place | None:
    """The place of `name` where that is plainly not `own`, which sent the list; `id` is None for one not in the register.

    Another provider of the register, a university, or a name that shares no telling word with the sender's names. Under a heading that
    does not ask where somebody went ("College") the name must also say that it is a place.
    """
    asked = plain(heading)
    if is_an_activity(name, heading):
        return None
    if NOT_THE_PLACE.search(asked) or A_PART.search(plain(name)) or not names_a_place(name):
        return None
    found = find_place(name, register)
    known, theirs = found.place, telling(name)
    if known and same(known, own):
        return None
    if known and not found.guessed:
        return known
    likely = ProviderType.UNIVERSITY if OF_UNIVERSITIES.search(asked) else likely_type(name, None)
    shares = any(theirs & telling(each) for each in own_names)
    if not theirs or (shares and not (likely is ProviderType.UNIVERSITY and own.type != likely)):
        return None
    is_named = OF_UNIVERSITIES.search(asked) or KIND.search(name) or (OF_DESTINATIONS.search(asked) and not code_of_words(name))
    return (known or Place(None, name[:200], likely)) if is_named else None


def named_for_an_activity(text: str, heading: str, own: Place, own_names: frozenset[str], register: Mapping[str, Place]) -> Place | None:
    """The place that stands where an activity should be ("University of Leeds" under "Destination"), where it is plainly another."""
    code = code_of_words(text)
    if code is not None and OUTCOMES[code].group is not Group.EDUCATION:
        return None
    is_known = normalise(text) in register
    return another_place(text, heading, own, own_names, register) if is_known or KIND.search(text) else None


def named_beside(name: str, heading: str, code: str | None, register: Mapping[str, Place]) -> Place | None:
    """The place of a name that stands beside what the sender's own place does not do: the employer of an apprentice who left a sixth form.

    None where nothing is named, and for what is done nowhere (NEET, a gap year).
    """
    named = names_a_place(name) and not is_an_activity(name, heading) and A_SITE.search(plain(heading)) is None
    if not named or code not in OUTCOMES or OUTCOMES[code].group in NOWHERE_GROUPS or code == GAP_YEAR:
        return None
    known = find_place(name, register).place
    found = known or Place(None, name[:200], likely_type(name, code))
    return found if is_done_at(code, found.type) else None


def same(one: Place, other: Place) -> bool:
    return one.id == other.id if one.id is not None or other.id is not None else one.name == other.name


def about_another(read: ReadRow, listing: Listing, other: Place) -> Meaning | None:
    """What a provider's row says of another place. None where it says left or not here: that is of the provider itself."""
    listing = replace(listing, own_names=listing.own_names | {normalise(other.name)})
    if not read.text("provider"):
        read = replace(read, texts={name: text for name, text in read.texts.items() if name != "activity_words"})  # it names the place
    meaning = meaning_of(read, listing, None if other.type == ProviderType.OTHER else other.type)
    return None if meaning.said in (Said.LEFT, Said.NOT_HERE) else meaning
