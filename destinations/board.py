"""The cohort board: which students of a cohort a viewer sees, filtered and in order. A bounded number of queries for any cohort."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from careers.matching.names import words
from careers.models import Characteristic, Cohort, Membership, Student, StudentQuerySet, kinds_of
from careers.rules.groups import EVERYONE, Kind
from careers.rules.permissions import May
from destinations.models import Destination
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import Counted, Doing, count
from destinations.rules.statements import Status
from destinations.seen import WithheldAnswer, answer_seen, reads_answers, rests_on_a_survey

SETTLED, EXCLUDED, COUNTED = "settled", "excluded", "counted"
MOST_FOUND = 500
NO_PROVIDER = "none"  # known, but nobody named a place


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; empty means everybody. The keys are those that figures link with."""

    checkpoint: Checkpoint
    form: str = ""
    group: str = ""
    status: str = ""
    outcome: str = ""
    known: str = ""
    provider: str = ""
    route: str = ""
    missing: str = ""
    sort: str = "name"

    def narrows(self) -> bool:
        return any((self.form, self.group, self.status, self.outcome, self.known, self.provider, self.route, self.missing))


@dataclass(frozen=True, slots=True)
class Board:
    """The ids of the students found, in order; how many the viewer could see; how many may not be on a list that leaves the school."""

    ids: list[int]
    of: int
    held_back: int


def kinds_visible_to(viewer: Membership) -> tuple[Kind, ...]:
    """The characteristics a viewer may see, filter and count by."""
    if viewer.may(May.SEE_ALL_STUDENTS):
        return tuple(kind for kind in kinds_of(viewer.school) if not kind.care or viewer.may(May.SEE_CARE))
    return tuple(kind for kind in kinds_of(viewer.school) if kind.key == viewer.group)


def find(viewer: Membership, cohort: Cohort, filters: Filters, asked: str = "") -> Board:
    """The students of the cohort whom the viewer may see and the filters (and the words of a search) let through."""
    everybody = Student.objects.visible_to(viewer).filter(cohort=cohort)
    students: QuerySet[Student] = narrowed(everybody, viewer, filters)
    if asked:
        students = named(students, asked)
    answers = counted_of(students, filters.checkpoint, read=reads_answers(viewer))
    rows = list(students.values("pk", "surname", "forename", "form", *Student.SAFETY_MARKS))
    rows = [row for row in rows if lets_through(filters, answers.get(row["pk"]))]
    rows.sort(key=lambda row: sort_key(filters.sort.lstrip("-"), row, answers.get(row["pk"])), reverse=filters.sort.startswith("-"))
    held_back = sum(any(row[mark] for mark in Student.SAFETY_MARKS) for row in rows)
    return Board([row["pk"] for row in rows], everybody.count(), held_back)


def narrowed(students: StudentQuerySet, viewer: Membership, filters: Filters) -> StudentQuerySet:
    if filters.form:
        students = students.filter(form=filters.form)
    if filters.missing:
        students = students.exclude(missing_since=None)
    if filters.group and filters.group != EVERYONE:
        kind = next((kind for kind in kinds_visible_to(viewer) if kind.key == filters.group), None)
        students = students.with_characteristic(kind.key, ever=kind.ever) if kind else students.none()
    return students


NAMES = ("surname", "forename", "known_as", "preferred_surname", "former_surname", "middle_names")


def named(students: QuerySet[Student], asked: str) -> QuerySet[Student]:
    """Every word asked for is part of one of the student's names, however accents, hyphens and apostrophes are written. One query."""
    wanted = words(asked)[:6]
    if not wanted:
        return students.none()
    found = [pk for pk, *names in students.values_list("pk", *NAMES) if has_all(wanted, names)]
    return students.filter(pk__in=found[:MOST_FOUND])


def has_all(wanted: Iterable[str], names: Iterable[str]) -> bool:
    plain = ["".join(words(name)) for name in names if name]
    return all(any(word in name for name in plain) for word in wanted)


@dataclass(frozen=True, slots=True)
class Answer:
    """How a student's answer counts, and its status as the board shows it. `withheld` where the viewer may not read what it stands on."""

    counted: Counted
    status: str
    settled: bool
    provider_name: str
    withheld: bool = False


def counted_of(students: QuerySet[Student], checkpoint: Checkpoint, *, read: bool) -> dict[int, Answer]:
    """The answers of these students at a checkpoint, counted as every figure counts them. One query.

    `read`: whether what students said in surveys may be read.
    """
    rows = Destination.objects.at(checkpoint).filter(student__in=students).values(
        "student_id", "status", "settled", "excluded", "outcome", "route", "provider_id", "provider__type", "provider__name",
        "evidence__outcome", "evidence__route", "evidence__provider_id",
        "evidence__place", "reason",
    )  # fmt: skip
    return {row["student_id"]: as_answer(checkpoint, row, read=read) for row in rows}


def as_answer(checkpoint: Checkpoint, row: Mapping[str, Any], *, read: bool) -> Answer:
    said = Doing(row["outcome"] or None, row["route"] or None, row["provider_id"], row["provider__type"] or "")
    evidence = Doing(row["evidence__outcome"] or None, row["evidence__route"] or None, row["evidence__provider_id"])
    counted = count(checkpoint, row["student_id"], row["status"], said, evidence, settled=row["settled"], excluded=row["excluded"])
    withheld = not read and rests_on_a_survey(settled=row["settled"], place=row["evidence__place"], reason=row["reason"])
    return Answer(counted, row["status"], row["settled"], row["provider__name"] or "", withheld)


def lets_through(filters: Filters, answer: Answer | None) -> bool:
    """Whether a student's answer fits the filters. Whoever is not counted fits only a filter that asks for them."""
    if not any((filters.status, filters.outcome, filters.known, filters.provider, filters.route)):
        return True
    if answer is None:
        return False
    if answer.counted.excluded:
        return filters.status == EXCLUDED
    if answer.withheld:
        return filters.status == COUNTED and not any((filters.outcome, filters.known, filters.provider, filters.route))
    return (
        fits_status(filters.status, answer)
        and filters.outcome in ("", answer.counted.group)
        and filters.known in ("", "yes" if answer.counted.known else "no")
        and fits_provider(filters.provider, answer)
        and filters.route in ("", answer.counted.route)
    )


def fits_provider(provider: str, answer: Answer) -> bool:
    if provider == NO_PROVIDER:
        return answer.counted.known and answer.counted.provider is None
    return provider in ("", str(answer.counted.provider or ""))


def fits_status(status: str, answer: Answer) -> bool:
    """Whether a counted student is in this state. *Unknown* is everyone to find: not known, and not because sources conflict."""
    if status in ("", COUNTED):
        return True
    if status == SETTLED:
        return answer.settled
    if status == Status.VERIFIED:
        return answer.counted.verified
    if status == Status.CONFLICTING:
        return answer.counted.conflicting
    if status == Status.UNKNOWN:
        return not answer.counted.known and not answer.counted.conflicting
    return status == answer.status and not answer.settled


def sort_key(by: str, row: Mapping[str, Any], answer: Answer | None) -> tuple:
    name = (row["surname"].casefold(), row["forename"].casefold(), row["pk"])
    if by == "form":
        return (row["form"], *name)
    if answer is None or answer.withheld:
        return ("", *name)
    first = {"outcome": answer.counted.group.label, "status": answer.status, "provider": answer.provider_name.casefold()}.get(by, "")
    return (first, *name)


@dataclass(frozen=True, slots=True)
class Shown:
    """A student as a list shows one: the answers by checkpoint, and the names of the groups the viewer may see."""

    student: Student
    answers: dict[str, Destination | WithheldAnswer]
    groups: list[str]


def shown(viewer: Membership, ids: Iterable[int]) -> list[Shown]:
    """The students with these ids in this order. Three queries."""
    kinds = {kind.key: kind for kind in kinds_visible_to(viewer)}
    students = Student.objects.visible_to(viewer).prefetch_related(
        Prefetch("destinations", Destination.objects.select_related("provider", "evidence")),
        Prefetch("characteristics", Characteristic.objects.filter(kind__in=kinds)),
    )
    found = students.in_bulk(list(ids))
    return [as_shown(viewer, found[pk], kinds) for pk in ids if pk in found]


def as_shown(viewer: Membership, student: Student, kinds: dict[str, Kind]) -> Shown:
    held = {c.kind for c in student.characteristics.all() if kinds[c.kind].ever or c.until is None}
    answers = {destination.checkpoint: answer_seen(viewer, destination) for destination in student.destinations.all()}
    return Shown(student, answers, [kind.name for key, kind in kinds.items() if key in held])
