"""A school's students as plain values for the rules that plan an import, some thousands of them at a time.

Characteristics are asked for by id, so that the answer comes as fast from tables the database has not yet counted.
"""

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Protocol, TypeVar

from django.db.models import QuerySet

from careers.among import among
from careers.models import Characteristic, School, Student
from careers.rules.characteristics import Span
from careers.rules.students import KEPT, NUMBERS, Known, Register

TOGETHER = 5_000
FIELDS = ("id", "cohort__leaving", "missing_since", *KEPT)
Spans = Mapping[int, Sequence[Span]]
Rows = list[tuple[Any, ...]]


class Numbers(Protocol):
    """Whoever listens to the numbers of a register."""

    def add(self, owners: Sequence[int], cells: Mapping[str, Sequence[Any]]) -> None: ...


N = TypeVar("N", bound=Numbers)


def register_of(school: School) -> Register:
    """Everybody in every cohort of the school. Not narrowed to a viewer: an import must see whom a number already belongs to."""
    mark, students = hashlib.sha256(), []
    for rows, spans in marked(school, mark):
        students += [known(row, spans) for row in rows]
    return Register(tuple(students), mark.hexdigest())


def digest_of(school: School) -> str:
    """The digest of the register, without holding it."""
    mark = hashlib.sha256()
    for _ in marked(school, mark):
        pass
    return mark.hexdigest()


def numbers_of(school: School, into: N) -> tuple[N, str]:
    """Tell `into` each student's numbers. Returns it, and the digest of the register."""
    mark = hashlib.sha256()
    for rows, _ in marked(school, mark):
        into.add([row[0] for row in rows], {name: [row[FIELDS.index(name)] for row in rows] for name in NUMBERS})
    return into, mark.hexdigest()


def some_of(school: School, students: Sequence[int]) -> tuple[Known, ...]:
    """Those students of the school whose ids are given."""
    if not students:
        return ()
    rows = Student.objects.filter(school=school, pk__in=among(students)).order_by("id").values_list(*FIELDS)
    spans = spans_of(students)
    return tuple(known(row, spans) for row in rows)


def absent_from(seen: Container[int], school: School, leaving: int) -> list[int]:
    """The ids of those leavers of one summer who are not among `seen`."""
    cohort = Student.objects.filter(school=school, cohort__leaving=leaving)
    return [pk for rows in pages(cohort, "id") for (pk,) in rows if pk not in seen]


def marked(school: School, mark: Any) -> Iterator[tuple[Rows, Spans]]:
    """The students and their characteristics, some thousands at a time, each of them added to the digest."""
    for rows in pages(Student.objects.filter(school=school), *FIELDS):
        spans = spans_of([row[0] for row in rows])
        mark.update(repr(rows).encode())
        mark.update(repr([(student, spans[student]) for student in sorted(spans)]).encode())
        yield rows, spans


def pages(students: QuerySet[Student], *fields: str) -> Iterator[Rows]:
    """Those fields of the students, as they were when the first page was asked for. Nothing may be written until the last has come."""
    rows = students.order_by("id").values_list(*fields).iterator(chunk_size=TOGETHER)
    while page := list(islice(rows, TOGETHER)):
        yield page


def spans_of(students: Sequence[int]) -> Spans:
    """The characteristics of these students, in the order in which they were added."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    if not students:
        return spans
    near = Characteristic.objects.filter(student__gte=min(students), student__lte=max(students))  # lets an index be used
    held = near.filter(student__in=among(students)).order_by().values_list("id", "student_id", "kind", "since", "until")
    for pk, student, kind, since, until in sorted(held, key=lambda row: row[0]):
        spans[student].append(Span(kind, since, until, pk))
    return spans


def known(row: tuple[Any, ...], spans: Spans) -> Known:
    pk, leaving, missing_since, *values = row
    return Known(pk, leaving, dict(zip(KEPT, values, strict=True)), tuple(spans.get(pk, ())), missing_since)
