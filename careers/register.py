"""A school's students as plain values for the rules that plan an import: two queries, whatever their number."""

import hashlib
from collections import defaultdict

from careers.models import Characteristic, School, Student
from careers.rules.characteristics import Span
from careers.rules.students import KEPT, Known, Register


def register_of(school: School) -> Register:
    """Everybody in every cohort of the school. Not narrowed to a viewer: an import must see whom a number already belongs to."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    held = Characteristic.objects.filter(student__school=school).order_by("id")
    for student, kind, since, until, pk in held.values_list("student_id", "kind", "since", "until", "id"):
        spans[student].append(Span(kind, since, until, pk))
    rows = Student.objects.filter(school=school).order_by("id").values_list("id", "cohort__leaving", "missing_since", *KEPT)
    students = tuple(
        Known(pk, leaving, dict(zip(KEPT, values, strict=True)), tuple(spans[pk]), missing_since)
        for pk, leaving, missing_since, *values in rows
    )
    return Register(students, hashlib.sha256(repr(students).encode()).hexdigest())
