"""Texts and letters: handed out to be sent by a person, and marked as sent."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from careers import message_standing
from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import Message, School, User

State = Message.State


@dataclass(frozen=True, slots=True)
class HandedOut:
    """The messages to send now, and how many were stopped because they may not go any more."""

    messages: list[Message]
    stopped: int


@transaction.atomic
def hand_out(*, school: School, channel: str, by: User) -> HandedOut:
    """What is due of one channel, with the links in it, to be sent by hand. What may not go any more is stopped instead.

    It may be handed out as often as is wanted: only marking it as sent ends it. Whoever takes it is noted.
    """
    alone_in(school)
    now = timezone.now()
    due = Message.objects.filter(school=school, channel=channel, state=State.BY_HAND, due_at__lte=now)
    waiting = list(due.select_related(*message_standing.NEEDED).order_by("student__surname", "student__forename", "id"))
    why = message_standing.why_not_all(waiting, now)
    stopped = messages.stop_these(messages=[(message, why[message.pk]) for message in waiting if why[message.pk]], by=None)
    ready = [message for message in waiting if not why[message.pk]]
    audit.record(school=school, by=by, verb="took messages to send by hand", channel=channel, messages=len(ready), stopped=stopped)
    return HandedOut(ready, stopped)


@transaction.atomic
def mark_sent(*, school: School, ids: Collection[int], by: User) -> int:
    """These have been sent by hand. Returns how many were waiting for it."""
    alone_in(school)
    waiting = Message.objects.filter(school=school, state=State.BY_HAND, pk__in=among(ids))
    marked = waiting.update(state=State.SENT, sent_at=timezone.now(), settled_by=by, problem="")
    if marked:
        audit.record(school=school, by=by, verb="marked messages as sent by hand", messages=marked)
    return marked
