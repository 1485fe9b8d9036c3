"""The marks that keep a student out of every list, export and message."""

from django.db import transaction

from careers.actions import audit
from careers.models import Student, User


@transaction.atomic
def mark_safety(*, student: Student, by: User | None, marks: dict[str, bool]) -> dict[str, bool]:
    """Set the safety marks named in `marks` (of Student.SAFETY_MARKS). Returns those that changed."""
    changed = {mark: value for mark, value in marks.items() if mark in Student.SAFETY_MARKS and getattr(student, mark) != value}
    if changed:
        for mark, value in changed.items():
            setattr(student, mark, value)
        student.save(update_fields=list(changed))
        audit.record(school=student.school, by=by, verb="changed safety marks", subject=student, **changed)
    return changed
