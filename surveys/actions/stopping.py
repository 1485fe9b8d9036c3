"""Messages about waves that may not go any more, stopped by the clock, so that no list shows them as still to be sent."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.models import Message, School
from surveys.chasing import ABOUT
from surveys.still_asked import why_not_all


def stop_what_is_over(now: datetime | None = None) -> int:
    """Stop what waits or goes by hand where the wave is over, or the student has answered, is known or is not asked. Returns how many."""
    now = now or timezone.now()
    unsent = Message.objects.filter(state__in=messages.UNSENT, about_kind=ABOUT).order_by()
    return sum(stop_in(school, now) for school in School.objects.filter(pk__in=unsent.values("school")))


@transaction.atomic
def stop_in(school: School, now: datetime) -> int:
    alone_in(school)
    unsent = list(Message.objects.filter(school=school, state__in=messages.UNSENT, about_kind=ABOUT))
    why = why_not_all(unsent, now)
    stopped = messages.stop_these(messages=[(message, why[message.pk]) for message in unsent if why.get(message.pk)], by=None)
    if stopped:
        audit.record(school=school, by=None, verb="stopped messages", messages=stopped, why="not asked any more")
    return stopped
