"""The card at the head of Today for those who may read worries: how many wait, never what they say."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from careers.models import Membership
from careers.rules.permissions import May
from surveys.models import Worry


@dataclass(frozen=True, slots=True)
class WorriesTold:
    """Students with a worry nobody has read, how many worries of these are unread for a school day, and how many were handed to the
    safeguarding lead and are not closed."""

    students: int
    late: int
    handed: int


def worries_told(viewer: Membership, now: datetime) -> WorriesTold | None:
    """None where there is nothing to say, or nothing that the viewer may know. One query at most."""
    if not viewer.may(May.READ_WORRIES):
        return None
    unread = Q(read_at=None)
    counts = (
        Worry.objects.visible_to(viewer)
        .open()
        .aggregate(
            students=Count("student", filter=unread, distinct=True),
            late=Count("pk", filter=unread & Q(escalate_at__lte=now)),
            handed=Count("pk", filter=Q(passed_on_at__isnull=False)),
        )
    )
    return WorriesTold(**counts) if any(counts.values()) else None
