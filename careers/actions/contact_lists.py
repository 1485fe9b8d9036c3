"""Contact details of many students at once, as a list tells them."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import ContactDetail, School, Student, User
from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_plan import ContactPlan, Current, Told, plan_contacts

TOGETHER = 500
REPLACED = "another took its place"


class ContactsChanged(Exception):
    """What would be written is no longer what was shown. It must be shown again."""

    sentence = "Somebody has changed contact details since this preview was made. Here is the preview as it is now."


def current_of(students: Collection[int]) -> list[Current]:
    """What is in use for these students (ids). One query."""
    kept = ContactDetail.objects.current().filter(student__in=among(students)).order_by("pk")
    rows = kept.values_list("pk", "student_id", "whose", "kind", "value", "name")
    return [Current(pk, student, Whose(whose), ContactKind(kind), value, name) for pk, student, whose, kind, value, name in rows]


def plan_of(told: Sequence[Told]) -> ContactPlan:
    """What these would change today."""
    return plan_contacts(told, current_of({one.student for one in told}))


def digest_of(plan: ContactPlan) -> str:
    """The mark of a plan: the same where it would write the same."""
    return hashlib.sha256(repr(plan).encode()).hexdigest()


@transaction.atomic
def keep_all(*, school: School, told: Sequence[Told], shown: str, source: str, on: date, by: User | None, file_name: str) -> ContactPlan:
    """Keep what a list tells, all or nothing, in a dozen queries and one for every few hundred rows. Every student must be of the school.
    Raises ContactsChanged where the plan is not the one with the digest `shown`."""
    alone_in(school)
    plan = plan_of(told)
    if digest_of(plan) != shown:
        raise ContactsChanged
    now = timezone.now()
    over = [kept.pk for new in plan.new for kept in new.replaces]
    ContactDetail.objects.filter(pk__in=among(over)).update(ended_at=now, ended_why=REPLACED)
    still = ContactDetail.objects.filter(pk__in=among([pk for _, pk in plan.same]), bounced_at=None)
    still.exclude(checked_on__gte=on).update(checked_on=on)
    rows = [
        ContactDetail(
            student_id=new.told.student, whose=new.told.whose, kind=new.told.kind, value=new.told.value, name=new.told.name,
            relation=new.told.relation, source=source[:60], since=on, checked_on=on, recorded_at=now, recorded_by=by,
        )
        for new in plan.new
    ]  # fmt: skip
    ContactDetail.objects.bulk_create(rows, batch_size=TOGETHER)
    record(school, plan, by, file_name)
    return plan


def record(school: School, plan: ContactPlan, by: User | None, file_name: str) -> None:
    """One event for the list, and one for each student of whom something changed."""
    if not plan.new:
        return
    changed: Iterable[int] = sorted({new.told.student for new in plan.new})
    entries = [Entry("kept contact details", (Student, student)) for student in changed]
    whole = Entry("imported contact details", None, {"file": file_name, "added": len(plan.new), "same": len(plan.same)})
    audit.record_all(school=school, by=by, entries=[whole, *entries])
