"""The only door to the audit trail. Called inside the transaction of the action it records."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from careers.actions.locking import alone_in
from careers.actions.many_rows import add_rows
from careers.models import AuditEvent, School, User

SAME, TOLD = ("school_id", "at", "by_id", "by_name"), ("verb", "subject", "subject_id", "details_digest")


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened to one thing: an instance, or its model and id. `details` must be plain values under texts; never a password, token
    or survey answer."""

    verb: str
    subject: models.Model | tuple[type[models.Model], int] | None = None
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def about(self) -> tuple[str, int | None]:
        """The name of the subject's model, and its id."""
        if self.subject is None:
            return "", None
        model, pk = self.subject if isinstance(self.subject, tuple) else (self.subject, self.subject.pk)
        return model._meta.model_name or "", pk


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
    when = who_and_when(same)
    rows = []
    for entry in entries:
        details = written(entry.details)
        told = (entry.verb, *entry.about, digest_of(details))
        previous = chained(previous, when, told)
        rows.append((*told, details, previous))
    add_rows(AuditEvent, [*TOLD, "details", "digest"], rows, {name: getattr(same, name) for name in SAME})


def written(details: dict[str, Any]) -> str:
    """Details as they are kept, in one order, so that what is kept has the digest of what was told."""
    return json.dumps(details, sort_keys=True, ensure_ascii=False, default=str)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of_event(event: AuditEvent, previous: str) -> str:
    return chained(previous, who_and_when(event), tuple(getattr(event, name) for name in TOLD))


def who_and_when(event: AuditEvent) -> str:
    return f"{event.school_id}\x1f{event.at.isoformat()}\x1f{event.by_id}"


def chained(previous: str, when: str, told: tuple[Any, ...]) -> str:
    """The digest of an event: what it tells, who did it when, and the digest before it."""
    return digest_of("\x1f".join((previous, when, *map(str, told))))


def broken_link(school: School | None) -> AuditEvent | None:
    """The first event of the chain that does not follow from the one before it, or None when the chain holds."""
    previous = ""
    for event in AuditEvent.objects.filter(school=school).order_by("id").iterator():
        if event.digest != digest_of_event(event, previous):
            return event
        previous = event.digest
    return None
