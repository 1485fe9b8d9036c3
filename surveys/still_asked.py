"""What the outbox asks of a message about a wave at the moment it would go. Bounded queries for any number."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from careers.among import among
from careers.models import Message
from destinations.models import Destination, Exclusion
from surveys.chasing import ABOUT
from surveys.models import Invitation
from surveys.rules.still_asked import Asked, why_not
from surveys.rules.surveys import SURVEYS


def why_not_all(messages: Sequence[Message], now: datetime) -> dict[int, str]:
    """Why a message may not go any more, by its id; those about no wave are left out."""
    about = [message for message in messages if message.about_kind == ABOUT and message.about and message.student_id]
    students = {message.student_id for message in about if message.student_id}
    if not students:
        return {}
    rows = Invitation.objects.filter(wave__in={message.about for message in about}, student__in=among(students)).order_by()
    invitations = {(row.wave_id, row.student_id): row for row in rows.select_related("wave")}
    out = set(Exclusion.objects.filter(student__in=among(students), ended_at=None).values_list("student_id", flat=True))
    known = known_at({row.wave.survey for row in invitations.values()}, students)
    today = timezone.localdate(now)
    found = {}
    for message in about:
        row = invitations.get((message.about or 0, message.student_id or 0))
        if row:
            found[message.pk] = why_not(
                Asked(
                    over=row.wave.closed_at is not None or row.wave.closes_on < today,
                    answered=row.finished_at is not None,
                    taken_off=row.stopped_at is not None,
                    not_counted=row.student_id in out,
                    known=row.student_id in known[row.wave.survey],
                )
            )
    return found


def known_at(surveys: set[str], students: set[int]) -> dict[str, set[int]]:
    """Of these students, whose answer to each survey is known without asking them. One query for each checkpoint."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for survey in surveys:
        known = Destination.objects.at(SURVEYS[survey].checkpoint).known_from_a_list().filter(student__in=among(students))
        found[survey] = set(known.values_list("student_id", flat=True))
    return found
