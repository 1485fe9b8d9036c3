"""Which of a person's addresses and numbers to use, if any."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careers.rules.contact import REACHES, ContactKind, MessageChannel
from careers.rules.may_we import Marks

SCHOOL_EMAIL_ENDS = (8, 31)  # of the leaving year: accounts are closed in the autumn, and nobody reads them from then on


@dataclass(frozen=True, slots=True)
class Way:
    """One current address or number. `place` tells it from the others."""

    place: int
    kind: ContactKind
    since: date
    checked_on: date | None = None
    bounced: bool = False


def best_way(ways: Iterable[Way], channel: MessageChannel, marks: Marks, *, leaving: int, on: date) -> Way | None:
    """The way that a channel uses for somebody: kinds in their order, then the one last known to be right. None where a safety mark forbids
    it (a confidential address stops letters), where it has come back, and for a school email after 31 August of the leaving year."""
    if marks.contacts_not_to_be_used or marks.safeguarding_hold or marks.deceased:
        return None
    if marks.confidential_address and channel is MessageChannel.LETTER:
        return None
    usable = [way for way in ways if way.kind in REACHES[channel] and not way.bounced and not has_ended(way.kind, leaving, on)]
    order = REACHES[channel]
    return max(usable, key=lambda way: (-order.index(way.kind), way.checked_on or way.since, way.place), default=None)


def has_ended(kind: ContactKind, leaving: int, on: date) -> bool:
    """Whether a school email is one of an account that is closed by then."""
    return kind is ContactKind.SCHOOL_EMAIL and on > date(leaving, *SCHOOL_EMAIL_ENDS)
