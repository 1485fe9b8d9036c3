"""A school's students as plain values for the rules that plan an import: two queries, whatever their number."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet

from careers.models import Characteristic, School, Student
from careers.rules.characteristics import Span
from careers.rules.students import KEPT, Known, Register

TOGETHER = 5_000
HELD = ("student_id", "kind", "since", "until", "id")
FIELDS = ("id", "cohort__leaving", "missing_since", *KEPT)


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
