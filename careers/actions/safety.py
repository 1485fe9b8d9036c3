"""The marks that keep a student out of every list, export and message."""

from django.db import transaction

from careers.actions import audit, messages
from careers.models import Student, User

STOPS_MESSAGES = {
    "deceased": "The student has died.",
    "safeguarding_hold": "There is a safeguarding hold.",
    "contacts_not_to_be_used": "The contacts are marked as not to be used.",
}


@transaction.atomic
def mark_safety(*, student: Student, by: User | None, marks: dict[str, bool]) -> dict[str, bool]:
    """Set the safety marks named in `marks` (of Student.SAFETY_MARKS). Returns those that changed. Messages that wait are stopped for good,
    but for a confidential address, which is only kept off letters (careers/rules/outbox.py)."""
    changed = {mark: value for mark, value in marks.items() if mark in Student.SAFETY_MARKS and getattr(student, mark) != value}
    if changed:
        for mark, value in changed.items():
            setattr(student, mark, value)
        student.save(update_fields=list(changed))
        audit.record(school=student.school, by=by, verb="changed safety marks", subject=student, **changed)
        if why := next((words for mark, words in STOPS_MESSAGES.items() if changed.get(mark)), ""):
            messages.stop(school=student.school, student=student, by=by, why=why)
    return changed
