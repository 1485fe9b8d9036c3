"""A school's students as plain values for the rules that plan an import: two queries, whatever their number."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet

from careers.models import Characteristic, School, Student
from careers.rules.characteristics import Span
from careers.rules.students import KEPT, NUMBERS, Known, Register

TOGETHER = 5_000
HELD = ("student_id", "kind", "since", "until", "id")
FIELDS = ("id", "cohort__leaving", "missing_since", *KEPT)


class Numbers(Protocol):
    def add(self, owners: Sequence[int], cells: Mapping[str, Sequence[Any]]) -> None: ...


N = TypeVar("N", bound=Numbers)


def register_of(school: School) -> Register:
    """Everybody in every cohort of the school. Not narrowed to a viewer: an import must see whom a number already belongs to."""
    mark = hashlib.sha256()
    held = list(marked(spans_of(school), mark))
    students = known(marked(rows_of(school), mark), held)
    return Register(students, mark.hexdigest())


def digest_of(school: School) -> str:
    """The digest of the register, without holding it."""
    mark = hashlib.sha256()
    for rows in (spans_of(school), rows_of(school)):
        for _ in marked(rows, mark):
            pass
    return mark.hexdigest()


def some_of(school: School, students: Iterable[int]) -> tuple[Known, ...]:
    """Those students of the school whose ids are given."""
    ids = list(students)
    held = Characteristic.objects.filter(student__in=ids, student__school=school).order_by("id").values_list(*HELD)
    rows = Student.objects.filter(school=school, pk__in=ids).order_by("id").values_list(*FIELDS)
    return known(rows.iterator(TOGETHER), held.iterator(TOGETHER))


def cohort_of(school: School, leaving: int) -> Iterator[Known]:
    """The leavers of one summer, without their characteristics, one at a time."""
    for row in rows_of(school).filter(cohort__leaving=leaving).iterator(TOGETHER):
        yield from known([row], ())


class RegisterNumbers:
    """The numbers of everybody in the register, and its digest, without holding it."""

    def __init__(self, school: School) -> None:
        self.school, self.digest = school, ""

    def numbers(self, into: N) -> N:
        """Give each student's numbers to `into`. Sets `digest`."""
        mark = hashlib.sha256()
        for _ in marked(spans_of(self.school), mark):
            pass
        rows = marked(rows_of(self.school), mark)
        while some := list(islice(rows, TOGETHER)):
            into.add([row[0] for row in some], {name: [row[FIELDS.index(name)] for row in some] for name in NUMBERS})
        self.digest = mark.hexdigest()
        return into


def spans_of(school: School) -> QuerySet[Characteristic, Any]:
    return Characteristic.objects.filter(student__school=school).order_by("id").values_list(*HELD)


def rows_of(school: School) -> QuerySet[Student, Any]:
    return Student.objects.filter(school=school).order_by("id").values_list(*FIELDS)


def marked(rows: QuerySet[Any, Any], mark: Any) -> Iterator[tuple[Any, ...]]:
    """The rows as they come, each of them added to the digest."""
    for row in rows.iterator(TOGETHER):
        mark.update(repr(row).encode())
        yield row
    mark.update(b"|")


def known(rows: Iterable[tuple[Any, ...]], held: Iterable[tuple[Any, ...]]) -> tuple[Known, ...]:
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for student, kind, since, until, pk in held:
        spans[student].append(Span(kind, since, until, pk))
    return tuple(
        Known(pk, leaving, dict(zip(KEPT, values, strict=True)), tuple(spans.get(pk, ())), missing_since)
        for pk, leaving, missing_since, *values in rows
    )
