"""The outbox, read: how a school writes, when it is quiet, what waits and what wants a person."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Q

from careers.models import Message, MessageSettings, MessageTemplate, School, SchoolHoliday
from careers.models.message import MessageQuerySet
from careers.rules.message_words import Words, words_for
from careers.rules.quiet_hours import Quiet

State = Message.State
# What an outbox shows, in the order in which it wants a person.
PILES: dict[str, tuple[str, ...]] = {
    "in_doubt": (State.IN_DOUBT,),
    "failed": (State.FAILED,),
    "bounced": (State.BOUNCED,),
    "by_hand": (State.BY_HAND,),
    "waiting": (State.WAITING, State.CLAIMED),
    "sent": (State.SENT,),
    "stopped": (State.STOPPED,),
}


def settings_of(school: School) -> MessageSettings:
    """How the school writes; the usual where it has not said. Not saved."""
    return MessageSettings.objects.filter(school=school).first() or MessageSettings(school=school)


def is_set_up(settings: MessageSettings) -> bool:
    """Whether people learn who writes, and can answer."""
    return bool(settings.sender_name and settings.reply_to)


def quiet_of(school: School) -> Quiet:
    """When the school sends nothing by itself. Two queries."""
    return quiet_from(settings_of(school), school.holidays.values_list("first", "last"))


def quiet_from(settings: MessageSettings, holidays: Iterable[tuple]) -> Quiet:
    return Quiet(settings.quiet_from, settings.quiet_until, settings.weekends, tuple(holidays))


def quiet_of_schools(schools: Iterable[int]) -> dict[int, Quiet]:
    """The same for many schools, by id. Two queries."""
    ids = set(schools)
    own = {settings.school_id: settings for settings in MessageSettings.objects.filter(school__in=ids)}
    holidays: dict[int, list[tuple]] = {pk: [] for pk in ids}
    for school_id, first, last in SchoolHoliday.objects.filter(school__in=ids).values_list("school", "first", "last"):
        holidays[school_id].append((first, last))
    return {pk: quiet_from(own.get(pk) or MessageSettings(school_id=pk), holidays[pk]) for pk in ids}


def own_words(school: School) -> dict[tuple[str, str], MessageTemplate]:
    """The school's own words, by (key, channel). One query."""
    return {(own.key, own.channel): own for own in MessageTemplate.objects.filter(school=school)}


def text_of(key: str, channel: str, own: dict[tuple[str, str], MessageTemplate]) -> tuple[Words, str, str]:
    """What kind of message it is, and the subject and body in force. Raises KeyError for one that does not exist by this channel."""
    words = words_for(key, channel)
    mine = own.get((key, str(channel)))
    return (words, mine.subject, mine.body) if mine else (words, words.subject, words.body)


def values_of(school: School, settings: MessageSettings) -> dict[str, str]:
    """What every message of the school may say of it; where it has not said, words that read well in a sentence."""
    return {
        "school": school.name,
        "sender": settings.sender_name or "The careers team",
        "reply_to": settings.reply_to or "the school",
        "phone": settings.careers_phone or "the school",
        "data_protection": settings.data_protection_contact or "the school",
    }


def counts(messages: MessageQuerySet) -> dict[str, int]:
    """How many messages in each pile. One query."""
    return messages.aggregate(**{pile: Count("pk", filter=Q(state__in=states)) for pile, states in PILES.items()})


def late(messages: MessageQuerySet, now: datetime) -> MessageQuerySet:
    """Waiting, due, and tried in vain: the mail server may not answer."""
    return messages.filter(state=State.WAITING).exclude(problem="").order_by("due_at")
