"""Students as figures count them, fetched in a number of queries that does not grow with the cohort."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import FilteredRelation, Q

from careers.models import Characteristic, Cohort, School, Student
from careers.rules.groups import STANDARD_BY_KEY, Kind
from destinations import asking
from destinations.models import Evidence, Provider
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import Counted, Doing, count
from destinations.rules.statements import Status
from reporting.rules.figures import Figures, Members, figures

Key = tuple[int, Checkpoint]  # a cohort's id and one of its checkpoints
SAYS = ("outcome", "route", "provider")


@dataclass(frozen=True, slots=True)
class Register:
    """The names and types of a school's providers by id."""

    names: Mapping[int, str]
    types: Mapping[int, str]

    def doing(self, outcome: str | None, route: str | None, provider: int | None) -> Doing:
        kind = self.types.get(provider, "") if provider else ""
        return Doing(outcome or None, route or None, provider, kind)


def measure(cohort: Cohort, checkpoint: Checkpoint, *, as_at: date | None, today: date, kinds: Collection[Kind] = ()) -> Figures:
    """The figures of a cohort (its school loaded) at a checkpoint: as they stand, or as they stood at the end of a day.

    `kinds` are the groups to break down by; a standard one without students is left out. At most three queries, seven as at a day.
    """
    register = register_of(cohort.school)
    asked = counted_as_at(cohort, [checkpoint], as_at, register) if as_at else counted_now([cohort], [checkpoint], register)
    counted = asked[cohort.pk, checkpoint]
    return figures(counted, providers=register.names, groups=groups_of(cohort, kinds, counted, as_at or today))


def register_of(school: School) -> Register:
    """One query."""
    rows = list(Provider.objects.filter(school=school).values_list("pk", "name", "type"))
    return Register({pk: name for pk, name, _ in rows}, {pk: type for pk, _, type in rows})


def counted_now(cohorts: Iterable[Cohort], checkpoints: Collection[Checkpoint], register: Register) -> dict[Key, list[Counted]]:
    """From the answers that are kept, for cohorts of one school. A student for whom none is kept yet is not known. One query."""
    found: defaultdict[Key, list[Counted]] = defaultdict(list)
    kept = FilteredRelation("destinations", condition=Q(destinations__checkpoint__in=checkpoints))
    rows = Student.objects.filter(cohort__in=cohorts).annotate(answer=kept).order_by().values_list(
        "cohort", "pk", "answer__checkpoint", "answer__status", "answer__settled", "answer__excluded",
        "answer__evidence", "answer__evidence__source__kind",
        *(f"answer__{field}" for field in SAYS), *(f"answer__evidence__{field}" for field in SAYS),
    )  # fmt: skip
    for cohort, student, checkpoint, status, settled, excluded, evidence, kind, *said in rows:
        answer, stands_on = register.doing(*said[:3]), register.doing(*said[3:]) if evidence else None
        for asked in [Checkpoint(checkpoint)] if checkpoint else checkpoints:
            one = count(
                asked, student, status or Status.UNKNOWN, answer, stands_on,
                settled=bool(settled), excluded=excluded or "", source=kind or "",
            )  # fmt: skip
            found[cohort, asked].append(one)
    return found


def counted_as_at(cohort: Cohort, checkpoints: Collection[Checkpoint], as_at: date, register: Register) -> dict[Key, list[Counted]]:
    """From the evidence recorded by the end of a day, asked again. Five queries."""
    students = list(Student.objects.filter(cohort=cohort).values_list("pk", flat=True))
    answers = asking.ask_about(students, {c: asking.question_for(cohort, c) for c in checkpoints}, as_at=as_at)
    cited = {s.answer.evidence for standing in answers.values() for s in standing.values() if s.answer.evidence}
    rows = Evidence.objects.filter(student__cohort=cohort, pk__in=cited).values_list("pk", "source__kind", *SAYS)
    stood_on = {pk: (kind, register.doing(*fields)) for pk, kind, *fields in rows}
    found: defaultdict[Key, list[Counted]] = defaultdict(list)
    for checkpoint, standing in answers.items():
        for s in standing.values():
            found[cohort.pk, checkpoint].append(count_standing(checkpoint, s, register, *stood_on.get(s.answer.evidence, ("", None))))
    return found


def count_standing(checkpoint: Checkpoint, s: asking.Standing, register: Register, kind: str, stands_on: Doing | None) -> Counted:
    answer = register.doing(s.answer.outcome, s.answer.route, s.answer.provider)
    excluded = s.excluded.reason if s.excluded else ""
    return count(checkpoint, s.student, s.answer.status, answer, stands_on, settled=s.answer.settled, excluded=excluded, source=kind)


def groups_of(cohort: Cohort, kinds: Collection[Kind], counted: Collection[Counted], on: date) -> list[Members]:
    """Who is in each group on a day, or has been by then where the group is "is or has been". One query, none without kinds.

    A standard group that nobody who counts is in is left out; the school's own are always there.
    """
    students: dict[str, set[int]] = {kind.key: set() for kind in kinds}
    ever = [kind.key for kind in kinds if kind.ever]
    having = Characteristic.objects.filter(Q(since=None) | Q(since__lte=on), student__cohort=cohort, kind__in=students)
    having = having.filter(Q(until=None) | Q(until__gt=on) | Q(kind__in=ever))
    for student, kind in having.values_list("student", "kind") if kinds else ():
        students[kind].add(student)
    ours = {c.student for c in counted if not c.excluded}
    shown = [kind for kind in kinds if kind.key not in STANDARD_BY_KEY or students[kind.key] & ours]
    return [Members(kind.key, told_apart(kind), frozenset(students[kind.key])) for kind in shown]


def told_apart(kind: Kind) -> str:
    """A group's name; the school's own is marked where it is called like a standard one."""
    taken = {standard.name.casefold() for standard in STANDARD_BY_KEY.values()}
    return f"{kind.name} (own)" if kind.key not in STANDARD_BY_KEY and kind.name.casefold() in taken else kind.name
