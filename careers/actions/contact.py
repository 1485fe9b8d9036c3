"""Contact details: kept, ended when another takes their place, never edited; and how somebody likes to be asked."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.contact_lists import REPLACED, plan_of
from careers.actions.locking import alone_in
from careers.models import ContactDetail, Preferences, Student, User
from careers.reaching import best, best_all
from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_plan import Told
from careers.rules.contact_values import NotThat, kept_value

__all__ = ["best", "best_all", "came_back", "check", "end", "keep", "prefer"]
PREFERENCES = ("language", "easy_read", "best_way", "best_time", "adjustments")


@transaction.atomic
def keep(
    *,
    student: Student,
    kind: ContactKind | str,
    value: Any,
    whose: Whose | str = Whose.STUDENT,
    source: str,
    by: User | None,
    name: str = "",
    relation: str = "",
    on: date | None = None,
) -> ContactDetail:
    """Keep one address or number, in the form careers/rules/contact_values.py gives it. `source` says where we have it from.

    One that is there already is known to be right on that day; another of the same person and kind ends. Raises ValidationError
    for what is no such address or number.
    """
    alone_in(student.school)
    kind, whose, on = ContactKind(kind), Whose(whose), on or timezone.localdate()
    try:
        kept = kept_value(kind, value)
    except NotThat as wrong:
        raise ValidationError({"value": wrong.sentence}) from wrong
    plan = plan_of([Told(student.pk, whose, kind, kept, name, relation)])
    if plan.same:
        return said_again(ContactDetail.objects.get(pk=plan.same[0][1]), on, name, relation)
    now = timezone.now()
    over = [one.pk for one in plan.new[0].replaces]
    ContactDetail.objects.filter(pk__in=over).update(ended_at=now, ended_why=REPLACED)
    detail = ContactDetail(student=student, kind=kind, value=kept, whose=whose, name=name.strip(), relation=relation.strip())
    detail.source, detail.since, detail.checked_on, detail.recorded_at, detail.recorded_by = source[:60], on, on, now, by
    detail.full_clean(exclude=["student", "recorded_by"], validate_unique=False)
    detail.save()
    audit.record(school=student.school, by=by, verb="kept a contact detail", subject=student, kind=kind.value, whose=whose.value)
    return detail


def said_again(detail: ContactDetail, on: date, name: str, relation: str) -> ContactDetail:
    """The same once more, by which perhaps we learn whose it is. One that came back stays so: lists repeat what is wrong, too."""
    if not detail.bounced_at:
        detail.checked_on = max(filter(None, (detail.checked_on, on)))
    detail.name, detail.relation = detail.name or name.strip(), detail.relation or relation.strip()
    detail.save(update_fields=["checked_on", "name", "relation"])
    return detail


@transaction.atomic
def check(*, detail: ContactDetail, by: User | None, on: date | None = None) -> None:
    """Somebody found it to be right; it may be tried again if it had come back."""
    alone_in(detail.student.school)
    detail.checked_on, detail.bounced_at, detail.bounced_why = on or timezone.localdate(), None, ""
    detail.save(update_fields=["checked_on", "bounced_at", "bounced_why"])
    about = {"kind": detail.kind, "whose": detail.whose}
    audit.record(school=detail.student.school, by=by, verb="checked a contact detail", subject=detail.student, **about)


@transaction.atomic
def end(*, detail: ContactDetail, by: User | None, why: str) -> bool:
    """It is used no more; its history stays. False where it had ended already."""
    alone_in(detail.student.school)
    if not ContactDetail.objects.current().filter(pk=detail.pk).update(ended_at=timezone.now(), ended_why=why[:100]):
        return False
    about = {"kind": detail.kind, "whose": detail.whose}
    audit.record(school=detail.student.school, by=by, verb="ended a contact detail", subject=detail.student, **about)
    return True


@transaction.atomic
def came_back(*, detail: ContactDetail, why: str, at: datetime) -> None:
    """A message to it came back: it is not used again until somebody finds it to be right."""
    changed = ContactDetail.objects.filter(pk=detail.pk, bounced_at=None).update(bounced_at=at, bounced_why=why[:300])
    if changed:
        audit.record(school=detail.student.school, by=None, verb="a message came back", subject=detail.student, kind=detail.kind)


@transaction.atomic
def prefer(*, student: Student, by: User | None, **wishes: Any) -> Preferences:
    """How somebody likes to be asked: any of `language`, `easy_read`, `best_way`, `best_time`, `adjustments`. What is not given stays."""
    alone_in(student.school)
    kept, _ = Preferences.objects.get_or_create(student=student)
    changed = {name: value for name, value in wishes.items() if name in PREFERENCES and getattr(kept, name) != value}
    for name, value in changed.items():
        setattr(kept, name, value)
    kept.full_clean(exclude=["student"])
    if changed:
        kept.save(update_fields=list(changed))
        audit.record(school=student.school, by=by, verb="changed preferences", subject=student, changed=dict.fromkeys(changed, True))
    return kept
