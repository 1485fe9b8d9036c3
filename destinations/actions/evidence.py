"""Stating and withdrawing evidence. Nothing else writes it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import School, User
from destinations import asking
from destinations.actions.destinations import Changes, recompute, work_out, write_answers
from destinations.actions.writing import add_all
from destinations.models import Evidence

# Two statements alike in all of these are the same statement made twice.
SAME = (
    "student_id", "source_id", "said", "outcome", "route", "provider_id", "course", "level", "starts_on", "ends_on", "said_on",
)  # fmt: skip


NOT_YET = 2**62  # ids of statements that are not recorded: later than all that are


@dataclass(frozen=True, slots=True)
class Stated:
    """What came of stating: the evidence added, and how many statements we had already."""

    added: Sequence[Evidence]
    already: int


@transaction.atomic
def state(*, school: School, by: User | None, statements: Iterable[Evidence], recorded_on: date | None = None, verb: str) -> Stated:
    """Add unsaved Evidence objects that are not there yet, all at once, and answer every checkpoint of their students again.

    `recorded_on` backdates what history is loaded with; the audit keeps the true time. Raises ValueError for a day to come.
    """
    alone_in(school)
    now = timezone.now()
    if recorded_on and recorded_on > timezone.localdate():
        raise ValueError("Evidence cannot be recorded on a day that has not come.")
    fresh, already = not_there_yet(statements, by, noon(recorded_on) if recorded_on else now)
    add_all(fresh)
    recompute(students={s.student_id for s in fresh})
    audit.record(school=school, by=by, verb=verb, evidence=[e.pk for e in fresh], already=already)
    return Stated(fresh, already)


def not_there_yet(statements: Iterable[Evidence], by: User | None, recorded_at: datetime) -> tuple[list[Evidence], int]:
    """The statements that are not there yet, each once, recorded by whom and when; and how many there are already. One query."""
    statements = list(statements)
    known = fingerprints({s.student_id for s in statements})
    fresh: list[Evidence] = []
    for statement in statements:
        mark = fingerprint(statement)
        if mark not in known:
            known.add(mark)
            fresh.append(statement)
        statement.recorded_at = statement.recorded_at or recorded_at
        statement.recorded_by = by
    return fresh, len(statements) - len(fresh)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Statements and the answers they will lead to, worked out while others may still write: good only if nobody has."""

    fresh: Sequence[Evidence]
    already: int
    changes: Changes


def prepare(*, by: User | None, statements: Iterable[Evidence]) -> Prepared:
    """Everything about stating that takes long and writes nothing."""
    fresh, already = not_there_yet(statements, by, timezone.now())
    for number, statement in enumerate(fresh):
        statement.pk = NOT_YET + number
    changes = work_out({s.student_id for s in fresh}, asking.about_to_say(fresh))
    return Prepared(fresh, already, changes)


def state_prepared(*, school: School, by: User | None, prepared: Prepared, verb: str) -> Stated:
    """What `state` would do, all of it worked out before. Inside the transaction that has made sure that nothing changed since."""
    before = [statement.pk for statement in prepared.fresh]
    add_all(prepared.fresh)
    write_answers(prepared.changes, dict(zip(before, (s.pk for s in prepared.fresh), strict=True)))
    audit.record(school=school, by=by, verb=verb, evidence=[e.pk for e in prepared.fresh], already=prepared.already)
    return Stated(prepared.fresh, prepared.already)


@transaction.atomic
def withdraw(*, school: School, by: User | None, evidence: Collection[Evidence], why: str) -> int:
    """Take back statements that were a mistake. They stay readable; the answers are worked out again without them. Returns how many."""
    alone_in(school)
    standing = Evidence.objects.standing().filter(pk__in=among([e.pk for e in evidence]), student__school=school)
    pks, students = list(standing.values_list("pk", flat=True)), set(standing.values_list("student_id", flat=True))
    Evidence.objects.filter(pk__in=among(pks)).update(withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_why=why)
    recompute(students=students)
    audit.record(school=school, by=by, verb="withdrew evidence", evidence=pks, why=why)
    return len(pks)


def fingerprint(evidence: Evidence) -> tuple:
    return tuple(getattr(evidence, name) for name in SAME)


def fingerprints(students: Collection[int]) -> set[tuple]:
    """The marks of every statement that stands about these students. One query."""
    return set(Evidence.objects.standing().filter(student__in=among(students)).order_by().values_list(*SAME))


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))
