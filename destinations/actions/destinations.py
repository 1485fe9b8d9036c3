"""Answering checkpoints again, and the decisions of named persons about them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import Cohort, Student, User
from destinations import asking
from destinations.actions.writing import add_all
from destinations.among import among
from destinations.models import Destination, Exclusion, Provider, Settlement
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import OUTCOMES

ANSWERED = [
    "status", "settled", "excluded", "outcome", "provider", "route", "level", "source_name", "said_on", "sources_agree", "confirmed",
    "reason", "evidence", "computed_at",
]  # fmt: skip
ANSWER = [f"{name}_id" if name in ("provider", "evidence") else name for name in ANSWERED if name != "computed_at"]


@transaction.atomic
def recompute(*, students: Collection[int]) -> None:
    """Answer all four checkpoints again for these students (ids) and write what has changed. Queries grow with the number of cohorts,
    not of students."""
    now, destinations = timezone.now(), []
    for cohort, ids in by_cohort(students):
        questions = {checkpoint: asking.question_for(cohort, checkpoint) for checkpoint in Checkpoint}
        for checkpoint, answers in asking.ask_about(ids, questions).items():
            destinations += [as_destination(checkpoint, standing, now) for standing in answers.values()]
    write_changed(destinations, students)


def by_cohort(students: Collection[int]) -> list[tuple[Cohort, list[int]]]:
    """The students who are there, with their cohorts. Two queries."""
    ids: defaultdict[int, list[int]] = defaultdict(list)
    for pk, cohort in Student.objects.filter(pk__in=among(students)).order_by("pk").values_list("pk", "cohort"):
        ids[cohort].append(pk)
    return [(cohort, ids[cohort.pk]) for cohort in Cohort.objects.filter(pk__in=ids).select_related("school")]


def write_changed(destinations: Collection[Destination], students: Collection[int]) -> None:
    """Put answers in the place of those that differ. Two queries, and one to write."""
    before = {
        (student, checkpoint): (pk, answer)
        for pk, student, checkpoint, *answer in Destination.objects.filter(student__in=among(students))
        .order_by()
        .values_list("pk", "student", "checkpoint", *ANSWER)
    }
    changed = [
        d for d in destinations if (d.student_id, d.checkpoint) not in before or before[d.student_id, d.checkpoint][1] != answer_in(d)
    ]
    outdated = [before[key][0] for d in changed if (key := (d.student_id, d.checkpoint)) in before]
    Destination.objects.filter(pk__in=among(outdated))._raw_delete(using=connection.alias)  # nothing refers to an answer
    add_all(changed)


def answer_in(destination: Destination) -> list[Any]:
    return [getattr(destination, name) for name in ANSWER]


def as_destination(checkpoint: Checkpoint, standing: asking.Standing, now) -> Destination:
    answer = standing.answer
    return Destination(
        student_id=standing.student,
        checkpoint=checkpoint,
        status=answer.status,
        settled=answer.settled,
        excluded=standing.excluded.reason if standing.excluded else "",
        outcome=answer.outcome or "",
        provider_id=answer.provider,
        route=answer.route or "",
        level=answer.level,
        source_name=answer.source or "",
        said_on=answer.said_on,
        sources_agree=answer.sources_agree,
        confirmed=answer.confirmed,
        reason=answer.reason,
        evidence_id=answer.evidence,
        computed_at=now,
    )


@transaction.atomic
def settle(
    *,
    student: Student,
    checkpoint: Checkpoint,
    outcome: str,
    reason: str,
    by: User | None,
    provider: Provider | None = None,
    route: str = "",
) -> Settlement:
    """Decide by hand. An earlier decision at the same checkpoint ends. Raises ValidationError without a reason or a known outcome."""
    if not reason.strip():
        raise ValidationError({"reason": "Say why, so that the next person understands."})
    if outcome and outcome not in OUTCOMES:
        raise ValidationError({"outcome": f"“{outcome}” is not a national activity code."})
    if not outcome and not route:
        raise ValidationError({"outcome": "Choose what the student is doing, or the planned route."})
    if provider and provider.school_id != student.school_id:
        raise ValidationError({"provider": "This provider is not in the school's register."})
    now = timezone.now()
    settlement = Settlement(
        student=student, checkpoint=checkpoint, outcome=outcome, provider=provider, route=route, reason=reason.strip(), by=by, at=now
    )
    settlement.clean_fields(exclude=["student", "provider", "by"])
    alone_in(student.school)
    end_settlement(student, checkpoint, by, now)
    settlement.save()
    recompute(students=[student.pk])
    audit.record(
        school=student.school, by=by, verb="settled a destination", subject=student, checkpoint=checkpoint, outcome=outcome, reason=reason
    )
    return settlement


@transaction.atomic
def unsettle(*, student: Student, checkpoint: Checkpoint, by: User | None) -> bool:
    """Let the evidence answer again. False when nothing was settled."""
    alone_in(student.school)
    if not end_settlement(student, checkpoint, by, timezone.now()):
        return False
    recompute(students=[student.pk])
    audit.record(school=student.school, by=by, verb="unsettled a destination", subject=student, checkpoint=checkpoint)
    return True


def end_settlement(student: Student, checkpoint: Checkpoint, by: User | None, now) -> int:
    open_ones = Settlement.objects.filter(student=student, checkpoint=checkpoint, ended_at=None)
    return open_ones.update(ended_at=now, ended_by=by)


@transaction.atomic
def exclude(*, student: Student, reason: str, by: User | None, on: date | None = None, note: str = "") -> Exclusion:
    """Count a student out of every figure, with a reason and a date. Raises ValidationError for an unknown reason."""
    if reason not in Exclusion.Reason:
        raise ValidationError({"reason": f"“{reason}” is not a reason. Use one of: {', '.join(Exclusion.Reason)}."})
    now = timezone.now()
    exclusion = Exclusion(student=student, reason=reason, note=note, on=on or timezone.localdate(), by=by, at=now)
    exclusion.clean_fields(exclude=["student", "by"])
    alone_in(student.school)
    Exclusion.objects.filter(student=student, ended_at=None).update(ended_at=now, ended_by=by)
    exclusion.save()
    recompute(students=[student.pk])
    audit.record(school=student.school, by=by, verb="excluded a student", subject=student, reason=reason, on=exclusion.on)
    return exclusion


@transaction.atomic
def include(*, student: Student, by: User | None) -> bool:
    """Count a student again. False when the student was not excluded."""
    alone_in(student.school)
    if not Exclusion.objects.filter(student=student, ended_at=None).update(ended_at=timezone.now(), ended_by=by):
        return False
    recompute(students=[student.pk])
    audit.record(school=student.school, by=by, verb="counted a student again", subject=student)
    return True
