"""The only door to the audit trail. Called inside the transaction of the action it records."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from careers.actions.locking import alone_in
from careers.actions.many_rows import add_rows, field_of, value_of
from careers.models import AuditEvent, School, User

SAME, TOLD = ("school_id", "at", "by_id", "by_name"), ("verb", "subject", "subject_id", "details_digest")
DETAILS = field_of(AuditEvent, "details")


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to one thing. `details` must be plain values; never a password, token or survey answer."""

    verb: str
    subject: models.Model | None = None
    details: dict[str, Any] = field(default_factory=dict)


def record(*, school: School | None, by: User | None, verb: str, subject: models.Model | None = None, **details: Any) -> None:
    """Add one event to the school's chain."""
    record_all(school=school, by=by, entries=[Entry(verb, subject, details)])


@transaction.atomic
def record_all(*, school: School | None, by: User | None, entries: Iterable[Entry]) -> None:
    """Add many events to the school's chain in one statement. `by` None is the system (a command or the clock)."""
    if school is not None:
        alone_in(school)  # two writers must not chain to the same event
    previous = AuditEvent.objects.filter(school=school).order_by("-id").values_list("digest", flat=True).first() or ""
    now = timezone.now()
    same = AuditEvent(school=school, at=now, by=by, by_name=str(by) if by else "Waymark")
    fixed = [value_of(field_of(AuditEvent, name), getattr(same, name)) for name in SAME]
    rows = []
    for entry in entries:
        details = json.loads(json.dumps(entry.details, default=str))
        subject = (entry.subject._meta.model_name or "") if entry.subject else ""
        told = (entry.verb, subject, entry.subject.pk if entry.subject else None, digest_of_details(details))
        previous = chained(previous, same, told)
        rows.append((*fixed, *told, value_of(DETAILS, details), previous))
    add_rows(AuditEvent, [*SAME, *TOLD, "details", "digest"], rows)


def digest_of_details(details: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(details, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def digest_of_event(event: AuditEvent, previous: str) -> str:
    return chained(previous, event, tuple(getattr(event, name) for name in TOLD))


def chained(previous: str, event: AuditEvent, told: tuple[Any, ...]) -> str:
    """The digest of an event: what it tells, who did it when, and the digest before it."""
    parts = [previous, event.school_id, event.at.isoformat(), event.by_id, *told]
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()


def broken_link(school: School | None) -> AuditEvent | None:
    """The first event of the chain that does not follow from the one before it, or None when the chain holds."""
    previous = ""
    for event in AuditEvent.objects.filter(school=school).order_by("id").iterator():
        if event.digest != digest_of_event(event, previous):
            return event
        previous = event.digest
    return None
