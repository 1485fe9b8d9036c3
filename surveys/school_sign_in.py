"""From a verified school email address to the survey its student is asked now."""

from datetime import date

from careers.models import ContactDetail, Student
from careers.rules.contact import ContactKind, Whose
from careers.rules.school_accounts import Provider
from surveys.models import Invitation, Wave


def student_of(provider: Provider, email: str) -> Student | None:
    """The student of the provider's school who has this school email address now. None where nobody has it, or more than one."""
    kept = ContactDetail.objects.current().filter(
        kind=ContactKind.SCHOOL_EMAIL, whose=Whose.STUDENT, value__iexact=email, student__school__urn=provider.school_urn
    )
    students = {detail.student_id: detail.student for detail in kept.select_related("student__school")[:2]}
    return next(iter(students.values())) if len(students) == 1 else None


def asked_now(student: Student, today: date) -> Invitation | None:
    """The invitation to the wave that is open for the student; of several, to the one that opened last."""
    running = Wave.objects.running(today).filter(cohort__school=student.school_id)
    asked = Invitation.objects.filter(student=student, wave__in=running, stopped_at=None)
    return asked.order_by("-wave__opens_on", "-wave").first()
