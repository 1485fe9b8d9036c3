"""How to reach students now: the best address or number for a channel, for many at once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from careers.among import among
from careers.models import ContactDetail, Student
from careers.permitted import marks_of
from careers.rules.best_way import Way, best_way
from careers.rules.contact import REACHES, ContactKind, MessageChannel, Whose


def best(student: Student, channel: MessageChannel | str, on: date | None = None, *, whose: Whose = Whose.STUDENT) -> ContactDetail | None:
    """The detail to use for an email, text or letter to the student (or, with `whose`, a parent) on a day, today unless given."""
    return best_all([student], channel, on, whose=whose).get(student.pk)


def best_all(
    students: Sequence[Student], channel: MessageChannel | str, on: date | None = None, *, whose: Whose = Whose.STUDENT
) -> dict[int, ContactDetail]:
    """The same for many, by student id; who cannot be reached is not in it. Two questions to the database."""
    channel, on = MessageChannel(channel), on or timezone.localdate()
    prefetch_related_objects(students, "cohort")
    kept = ContactDetail.objects.current().filter(student__in=among([student.pk for student in students]), whose=whose)
    details = {detail.pk: detail for detail in kept}
    ways: defaultdict[int, list[Way]] = defaultdict(list)
    for detail in details.values():
        ways[detail.student_id].append(as_way(detail))
    chosen = {
        student.pk: best_way(ways[student.pk], channel, marks_of(student), leaving=student.cohort.leaving, on=on) for student in students
    }
    return {student: details[way.place] for student, way in chosen.items() if way}


def as_way(detail: ContactDetail) -> Way:
    return Way(detail.pk, ContactKind(detail.kind), detail.since, detail.checked_on, detail.bounced_at is not None)


def addresses_for_codes(student: Student, on: date | None = None) -> list[ContactDetail]:
    """Email addresses of the student's own that a one-time code may go to, latest first. Texts are sent by hand and come too late."""
    on, marks = on or timezone.localdate(), marks_of(student)
    kept = ContactDetail.objects.usable().filter(student=student, whose=Whose.STUDENT, kind__in=REACHES[MessageChannel.EMAIL])
    details = {detail.pk: detail for detail in kept.order_by("-since", "-id")}
    leaving = student.cohort.leaving
    ways = [best_way([as_way(detail)], MessageChannel.EMAIL, marks, leaving=leaving, on=on) for detail in details.values()]
    return [details[way.place] for way in ways if way]
