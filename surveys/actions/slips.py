"""Slips: each student's personal code, to be printed, cut and handed out."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from careers.actions import audit, personal_codes
from careers.models import Student, User
from careers.rules.secrets import as_printed
from surveys.models import Invitation, Wave


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on one slip. The code opens nothing without the date of birth, which is not on it."""

    student: Student
    code: str


@transaction.atomic
def slips_for(*, wave: Wave, invitations: QuerySet[Invitation], by: User) -> Sequence[Slip]:
    """The slips of those asked in a wave, by form and name; who has no code yet gets one. Nobody who is on hold or has died."""
    asked = invitations.filter(student__safeguarding_hold=False, student__deceased=False)
    order = ("student__form", "student__surname", "student__forename", "pk")
    students = [row.student for row in asked.select_related("student__school").order_by(*order)]
    codes = personal_codes.codes_for(students, by=by)
    if students:
        audit.record(school=wave.cohort.school, by=by, verb="printed personal codes", subject=wave, students=len(students))
    return [Slip(student, as_printed(codes[student.pk])) for student in students]
