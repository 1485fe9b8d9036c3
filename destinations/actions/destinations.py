"""Answering checkpoints again, and the decisions of named persons about them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.actions.safety import mark_safety
from careers.among import among
from careers.models import Cohort, Student, User
from destinations import asking
from destinations.actions.writing import add_all
from destinations.models import Destination, Exclusion, Provider, Settlement
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import OUTCOMES
from destinations.rules.statements import Statement

NOT_COUNTED = "The student is not counted any more."
ANSWERED = [
    "status", "settled", "excluded", "outcome", "provider", "route", "level", "source_name", "said_on", "sources_agree", "confirmed",
    "reason", "evidence", "computed_at",
]  # fmt: skip
ANSWER = [f"{name}_id" if name in ("provider", "evidence") else name for name in ANSWERED if name != "computed_at"]


@dataclass(frozen=True, slots=True)
class Changes:
    """Answers that differ from those that stand, and the ids of those whose place they take."""

    answers: Sequence[Destination]
    outdated: Sequence[int]


@transaction.atomic
def recompute(*, students: Collection[int]) -> None:
    """Answer all four checkpoints again for these students (ids) and write what has changed. Queries grow with the number of cohorts,
    not of students."""
    write_answers(work_out(students))


def work_out(students: Collection[int], also: Mapping[int, Sequence[Statement]] | None = None) -> Changes:
    """What answering again would change; with `also`, once these statements (by student) are recorded. Writes nothing."""
    before, now = answered_before(students), timezone.now()
    changed: list[Destination] = []
    outdated: list[int] = []
    for cohort, ids in by_cohort(students):
        questions = {checkpoint: asking.question_for(cohort, checkpoint) for checkpoint in Checkpoint}
        told = {student: also[student] for student in ids if student in also} if also else None
        for checkpoint, answers in asking.ask_about(ids, questions, also=told).items():
            for standing in answers.values():
                pk, answer = before.get((standing.student, checkpoint), (None, ()))
                if answer != answer_in(standing):
                    changed.append(as_destination(checkpoint, standing, now))
                    outdated += [pk] if pk else []
    return Changes(changed, outdated)


def write_answers(changes: Changes, ids: Mapping[int, int] | None = None) -> None:
    """Put the answers in their place. `ids` gives the evidence its real id where it was worked out before it was recorded."""
    for destination in changes.answers:
        if ids and destination.evidence_id:
            destination.evidence_id = ids.get(destination.evidence_id, destination.evidence_id)
    Destination.objects.filter(pk__in=among(changes.outdated))._raw_delete(using=connection.alias)  # nothing refers to an answer
    add_all(changes.answers)


def answered_before(students: Collection[int]) -> dict[tuple[int, str], tuple[int, tuple]]:
    """The answers that stand, with their ids, by student and checkpoint. One query."""
    rows = Destination.objects.filter(student__in=among(students)).order_by().values_list("pk", "student", "checkpoint", *ANSWER)
    return {(student, checkpoint): (pk, tuple(answer)) for pk, student, checkpoint, *answer in rows}


def by_cohort(students: Collection[int]) -> list[tuple[Cohort, list[int]]]:
    """The students who are there, with their cohorts. Two queries."""
    ids: defaultdict[int, list[int]] = defaultdict(list)
    for pk, cohort in Student.objects.filter(pk__in=among(students)).order_by("pk").values_list("pk", "cohort"):
        ids[cohort].append(pk)
    return [(cohort, ids[cohort.pk]) for cohort in Cohort.objects.filter(pk__in=ids).select_related("school")]


def answer_in(standing: asking.Standing) -> tuple:
    """What is kept of an answer, in the order of `ANSWER`."""
    answer, excluded = standing.answer, standing.excluded
    return (
        answer.status, answer.settled, excluded.reason if excluded else "", answer.outcome or "", answer.provider, answer.route or "",
        answer.level, answer.source or "", answer.said_on, answer.sources_agree, answer.confirmed, answer.reason, answer.evidence,
    )  # fmt: skip


def as_destination(checkpoint: Checkpoint, standing: asking.Standing, now) -> Destination:
    kept = dict(zip(ANSWER, answer_in(standing), strict=True))
    return Destination(student_id=standing.student, checkpoint=checkpoint, computed_at=now, **kept)


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
    """Count a student out of every figure, with a reason and a date. Messages that wait for the student are stopped; who died gets the
    safety mark. Raises ValidationError for an unknown reason."""
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
    if reason == Exclusion.Reason.DIED:
        mark_safety(student=student, by=by, marks={"deceased": True})
    messages.stop(school=student.school, student=student, by=by, why=NOT_COUNTED)
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
