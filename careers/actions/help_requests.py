"""Requests for help: one open request a student, however often and wherever it is asked."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import HelpRequest, Student, User

SOON, LATER = HelpRequest.When.SOON, HelpRequest.When.LATER
TAKEN_BACK = "The student no longer asks for it"


@transaction.atomic
def ask_for_help(
    *, student: Student, when: str, what: Sequence[str], came_by: str, known_by: str, since: datetime, now: datetime, by: User | None
) -> HelpRequest:
    """Ask, or change what was asked: an open request is brought up to date, and keeps the day on which it was first made.

    `came_by`, at most 60 characters, says where this asking began; `known_by` is its end, by which it is found again whatever else it
    says by then, and `since` when it began. What was asked there and has been dealt with is not asked again by the same
    words; what was asked elsewhere is only added to.
    """
    alone_in(student.school)
    what = sorted(set(what))
    open_one = HelpRequest.objects.filter(student=student, closed_at=None).first()
    if open_one is None:
        dealt_with = HelpRequest.objects.filter(student=student, came_by__endswith=known_by, asked_at__gte=since, when=when)
        done = next((request for request in dealt_with if request.what == what), None)
        return done or asked_anew(student, when, what, came_by, now, by)
    if not open_one.came_by.endswith(known_by):
        when = SOON if SOON in (when, open_one.when) else LATER
        what = sorted({*what, *open_one.what})
    if (open_one.when, open_one.what) != (when, what):
        open_one.when, open_one.what = when, what
        open_one.save(update_fields=["when", "what"])
        audit.record(school=student.school, by=by, verb="changed a request for help", subject=student)
    return open_one


def asked_anew(student: Student, when: str, what: list[str], came_by: str, now: datetime, by: User | None) -> HelpRequest:
    request = HelpRequest.objects.create(student=student, when=when, what=what, came_by=came_by, asked_at=now)
    audit.record(school=student.school, by=by, verb="asked for help", subject=student)
    return request


@transaction.atomic
def take_back(*, student: Student, known_by: str, now: datetime, by: User | None) -> bool:
    """Close the open request that came this way (`known_by` of ask_for_help); one that came another way stands."""
    alone_in(student.school)
    theirs = HelpRequest.objects.filter(student=student, closed_at=None, came_by__endswith=known_by)
    if not theirs.update(closed_at=now, closed_by=by, closed_why=TAKEN_BACK):
        return False
    audit.record(school=student.school, by=by, verb="took back a request for help", subject=student)
    return True


@transaction.atomic
def close(*, request: HelpRequest, by: User, why: str) -> bool:
    """Somebody has seen to it; `why` says what was done. False where it was closed meanwhile. Raises ValidationError without words."""
    alone_in(request.student.school)
    why = " ".join(why.split())
    if not why:
        raise ValidationError({"why": "Write what was done, in a few words."})
    if len(why) > 300:
        raise ValidationError({"why": "Use 300 characters at most."})
    open_still = HelpRequest.objects.open().filter(pk=request.pk)
    if not open_still.update(closed_at=timezone.now(), closed_by=by, closed_why=why):
        return False
    audit.record(school=request.student.school, by=by, verb="closed a request for help", subject=request.student)
    return True
