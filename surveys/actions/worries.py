"""Worries: read, handed to the safeguarding lead, told to them when nobody reads, closed. What a student wrote is in no message and no
audit event."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.models import Membership, School, User
from careers.rules.contact import MessageChannel
from careers.rules.permissions import Role
from surveys.models import Worry

HANDED_OVER, WAITING = "worry_handed_over", "worry_waiting"


class NobodyToTell(Exception):
    """The school has no safeguarding lead in Waymark."""


@transaction.atomic
def read(*, worry: Worry, by: User) -> None:
    """Somebody is shown what was written. The first to read it is kept on it; everybody who reads is in the audit."""
    school = worry.student.school
    alone_in(school)
    now = timezone.now()
    if Worry.objects.filter(pk=worry.pk, read_at=None).update(read_at=now, read_by=by):
        worry.read_at, worry.read_by = now, by
    audit.record(school=school, by=by, verb="read a worry", subject=worry)


@transaction.atomic
def hand_over(*, worry: Worry, by: User) -> bool:
    """Hand it to the safeguarding lead, who finds it on Today and is told by email that there is something. False where it was handed
    over already or is closed. Raises NobodyToTell."""
    school = worry.student.school
    alone_in(school)
    leads = people_in(school, Role.SAFEGUARDING_LEAD)
    if not leads:
        raise NobodyToTell
    now = timezone.now()
    if not Worry.objects.open().filter(pk=worry.pk, passed_on_at=None).update(passed_on_at=now, passed_on_by=by):
        return False
    worry.passed_on_at, worry.passed_on_by = now, by
    messages.write_all(school=school, by=by, drafts=[notice(HANDED_OVER, f"worry {worry.pk} handed over", lead) for lead in leads])
    audit.record(school=school, by=by, verb="handed a worry to the safeguarding lead", subject=worry)
    return True


@transaction.atomic
def close(*, worry: Worry, by: User, note: str) -> bool:
    """Nothing is left to do, and the note says what was done. False where it was closed already. Raises ValidationError without a note,
    or for one that nobody has read."""
    school = worry.student.school
    alone_in(school)
    note = " ".join(note.split())
    if not note:
        raise ValidationError({"note": "Write what was done, in a few words."})
    fresh = Worry.objects.get(pk=worry.pk)
    if fresh.read_at is None:
        raise ValidationError({"note": "Read it first."})
    if fresh.closed_at:
        return False
    fresh.closed_at, fresh.closed_by, fresh.note = timezone.now(), by, note
    fresh.full_clean(exclude=["student", "response"])
    fresh.save(update_fields=["closed_at", "closed_by", "note"])
    audit.record(school=school, by=by, verb="closed a worry", subject=worry)
    return True


def tell_of_overdue(*, now: datetime) -> int:
    """Tell the safeguarding lead of every school about worries that nobody has read for a school day; the careers leader where there is
    no safeguarding lead. Each worry is told of once. Returns how many there were."""
    overdue: defaultdict[int, list[Worry]] = defaultdict(list)
    for worry in Worry.objects.overdue(now).filter(escalated_at=None).select_related("student__school").order_by("pk"):
        overdue[worry.student.school_id].append(worry)
    return sum(tell(theirs[0].student.school, theirs, now) for theirs in overdue.values())


@transaction.atomic
def tell(school: School, found: Sequence[Worry], now: datetime) -> int:
    alone_in(school)
    still = Worry.objects.overdue(now).filter(pk__in=[worry.pk for worry in found], escalated_at=None)
    worries = list(still.order_by("pk"))
    readers = people_in(school, Role.SAFEGUARDING_LEAD) or people_in(school, Role.CAREERS_LEADER)
    if not worries or not readers:
        return 0
    number, key = str(len(worries)), f"worry {worries[0].pk} waits"
    messages.write_all(school=school, by=None, drafts=[notice(WAITING, key, reader, number=number) for reader in readers])
    still.update(escalated_at=now)
    entries = [audit.Entry("told the safeguarding lead that a worry waits", worry) for worry in worries]
    audit.record_all(school=school, by=None, entries=entries)
    return len(worries)


def people_in(school: School, role: Role) -> list[User]:
    """Whoever has this role in the school today."""
    current = Membership.objects.filter(school=school, role=role).current(timezone.localdate())
    return [membership.user for membership in current.select_related("user").order_by("pk")]


def has_safeguarding_lead(school: School) -> bool:
    return bool(people_in(school, Role.SAFEGUARDING_LEAD))


def notice(template: str, key: str, reader: User, **values: str) -> messages.Draft:
    """An email that says where to look and nothing else. It goes at once: a worry keeps no office hours."""
    page = settings.SITE_ADDRESS.rstrip("/") + reverse("worries:list")
    return messages.Draft(
        key=f"{key}, to {reader.pk}",
        template=template,
        channel=MessageChannel.EMAIL,
        to=reader.email,
        to_name=str(reader),
        values={"page": page, **values},
        at_once=True,
    )
