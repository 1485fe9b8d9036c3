"""Put a checkpoint's question to the evidence of many students: fetch in a bounded number of queries, apply the rules."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils import timezone

from careers.among import among
from careers.models import Cohort, Student
from destinations.models import Evidence, Exclusion, Provider, Settlement, Source
from destinations.rules import standing
from destinations.rules.checkpoints import Checkpoint, Question, question
from destinations.rules.reconciliation import reconcile
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Answer, Said, Statement

TOLD = (
    "student", "pk", "source", "said", "said_on", "recorded_at", "outcome", "route", "provider", "course", "level", "starts_on", "ends_on",
    "dated", "place",
)  # fmt: skip
M = TypeVar("M", Settlement, Exclusion)


@dataclass(frozen=True, slots=True)
class Standing:
    """What we stand by for one student at one checkpoint."""

    student: int
    answer: Answer
    excluded: standing.Exclusion | None = None


def end_of_day(day: date) -> datetime:
    """The last moment of a day here: "as at" a date uses what was recorded by then."""
    return timezone.make_aware(datetime.combine(day, time.max))


def question_for(cohort: Cohort, checkpoint: Checkpoint) -> Question:
    """The checkpoint's days for a cohort. Its school must be loaded."""
    reference = (cohort.school.reference_month, cohort.school.reference_day)
    return question(checkpoint, cohort.leaving, cohort.results_day, reference)


def ask(cohort: Cohort, checkpoint: Checkpoint, *, as_at: date | None = None) -> dict[int, Standing]:
    """The answers for every student of a cohort by student id, excluded ones included. Six queries."""
    students = list(Student.objects.filter(cohort=cohort).values_list("pk", flat=True))
    return ask_about(students, {checkpoint: question_for(cohort, checkpoint)}, as_at=as_at)[checkpoint]


def ask_about(
    students: Collection[int],
    questions: dict[Checkpoint, Question],
    *,
    as_at: date | None = None,
    also: Mapping[int, Sequence[Statement]] | None = None,
) -> dict[Checkpoint, dict[int, Standing]]:
    """The answers to several questions for the students with these ids. Five queries.

    `also` holds statements, by student, that are about to be recorded: the answers are those that will stand then.
    """
    at = end_of_day(as_at) if as_at else None
    heard = statements_of(students, at)
    for student, more in (also or {}).items():
        heard[student] += more
    settled = {(s.student_id, s.checkpoint): s for s in in_force(Settlement.objects.select_related("by", "provider"), students, at)}
    excluded = {e.student_id: e for e in in_force(Exclusion.objects.select_related("by"), students, at)}
    return {
        checkpoint: {
            student: Standing(
                student,
                standing.stand_by(reconcile(heard[student], asked), as_settlement(settled.get((student, checkpoint)))),
                as_exclusion(excluded.get(student)),
            )
            for student in students
        }
        for checkpoint, asked in questions.items()
    }


def statements_of(students: Collection[int], at: datetime | None = None) -> defaultdict[int, list[Statement]]:
    """The statements that stand (or stood at a moment), by student id, in the order of their ids. Three queries."""
    heard: defaultdict[int, list[Statement]] = defaultdict(list)
    told = Evidence.objects.standing(at).filter(student__in=among(students)).order_by("pk").values_list(*TOLD)
    rows = list(told)
    sources = Source.objects.in_bulk({row[2] for row in rows})
    places = dict(Provider.objects.filter(pk__in={row[8] for row in rows}).values_list("pk", "name"))
    for student, *row in rows:
        heard[student].append(as_statement(row, sources, places))
    return heard


def as_statement(row: Sequence[Any], sources: Mapping[int, Source], places: Mapping[int, str]) -> Statement:
    """The rule's view of a row of `TOLD` without its student."""
    pk, source_id, said, said_on, recorded_at, outcome, route, provider, *rest = row
    source = sources[source_id]
    course, level, starts_on, ends_on, dated, place = rest
    return Statement(
        id=pk,
        source=source_id,
        source_name=source.name,
        kind=SourceKind(source.kind),
        said=Said(said),
        said_on=said_on,
        recorded_at=recorded_at,
        outcome=outcome or None,
        provider=provider,
        provider_name=places.get(provider, ""),
        own_place=source.provider_id,
        route=route or None,
        course=course,
        level=level,
        starts_on=starts_on,
        ends_on=ends_on,
        dated=dated,
        place=place,
    )


def about_to_say(evidence: Iterable[Evidence]) -> defaultdict[int, list[Statement]]:
    """The rule's view of evidence that is not recorded yet, by student. Its sources and providers must be loaded."""
    said: defaultdict[int, list[Statement]] = defaultdict(list)
    for one in evidence:
        row = [one.pk, *(getattr(one, f"{name}_id" if name in ("source", "provider") else name) for name in TOLD[2:])]
        places = {one.provider_id: one.provider.name} if one.provider_id and one.provider else {}
        said[one.student_id].append(as_statement(row, {one.source_id: one.source}, places))
    return said


def in_force(decisions: QuerySet[M], students: Collection[int], at: datetime | None) -> QuerySet[M]:
    """Decisions that hold now, or held at a moment."""
    ours = decisions.filter(student__in=among(students))
    if at is None:
        return ours.filter(ended_at=None)
    return ours.filter(Q(ended_at=None) | Q(ended_at__gt=at), at__lte=at)


def as_settlement(settlement: Settlement | None) -> standing.Settlement | None:
    if settlement is None:
        return None
    return standing.Settlement(
        outcome=settlement.outcome or None,
        provider=settlement.provider_id,
        provider_name=settlement.provider.name if settlement.provider else "",
        route=settlement.route or None,
        reason=settlement.reason,
        by=str(settlement.by) if settlement.by else "the school",
        at=timezone.localtime(settlement.at),
    )


def as_exclusion(exclusion: Exclusion | None) -> standing.Exclusion | None:
    if exclusion is None:
        return None
    return standing.Exclusion(exclusion.reason, exclusion.on, str(exclusion.by) if exclusion.by else "the school")
