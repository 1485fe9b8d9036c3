from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.actions import contact
from careers.models import AuditEvent, ContactDetail, Preferences, Student
from careers.rules.contact import ContactKind, MessageChannel, Whose
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import CohortFactory, StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def student() -> Student:
    return StudentFactory()


def keep(student: Student, value, kind=ContactKind.EMAIL, **also) -> ContactDetail:
    return contact.keep(student=student, kind=kind, value=value, source="typed in", by=None, **also)


def test_a_new_address_takes_the_place_of_the_old_whose_history_stays(student: Student) -> None:
    old, new = keep(student, "robin@old.example"), keep(student, "robin@new.example")
    assert list(student.contact_details.current()) == [new]
    old.refresh_from_db()
    assert (old.value, old.ended_why) == ("robin@old.example", "another took its place")


def test_the_same_again_was_right_today_and_is_not_a_second_one(student: Student) -> None:
    first = keep(student, "robin@mail.example", on=date(2025, 1, 1))
    again = keep(student, "robin@MAIL.example")
    assert again.pk == first.pk
    assert again.checked_on == timezone.localdate()
    assert student.contact_details.count() == 1


def test_two_parents_keep_their_own_numbers(student: Student) -> None:
    mobiles = {"whose": Whose.PARENT, "kind": ContactKind.MOBILE}
    keep(student, "07700 900001", **mobiles)
    sam = keep(student, "07700 900002", name="Sam Ashworth", **mobiles)
    alex = keep(student, "07700 900003", name="Alex Ashworth", **mobiles)
    assert set(student.contact_details.current()) == {sam, alex}
    newer = keep(student, "07700 900004", name="sam  ashworth", **mobiles)
    assert set(student.contact_details.current()) == {newer, alex}


def test_what_is_no_address_is_refused_in_words(student: Student) -> None:
    with pytest.raises(ValidationError, match="not an email"):
        keep(student, "robin at home")
    assert not ContactDetail.objects.exists()


def test_the_audit_says_that_and_never_what(student: Student) -> None:
    detail = keep(student, "robin@mail.example", name="Robin Ashworth")
    contact.check(detail=detail, by=None)
    contact.end(detail=detail, by=None, why="asked us to")
    told = str(list(AuditEvent.objects.values()))
    assert "robin@" not in told
    assert "Ashworth" not in told
    assert {"kept a contact detail", "checked a contact detail", "ended a contact detail"} <= set(
        AuditEvent.objects.values_list("verb", flat=True)
    )


def test_what_came_back_is_not_used_until_somebody_finds_it_right(student: Student) -> None:
    detail = keep(student, "robin@mail.example")
    contact.came_back(detail=detail, why="550 no such user", at=timezone.now())
    assert contact.best(student, MessageChannel.EMAIL) is None
    detail.refresh_from_db()
    contact.check(detail=detail, by=None)
    assert contact.best(student, MessageChannel.EMAIL) == detail


def test_the_best_of_a_cohort_takes_two_questions(django_assert_max_num_queries) -> None:
    cohort = CohortFactory()
    reached = [ContactDetailFactory(student__cohort=cohort).student for _ in range(10)]
    at_school = ContactDetailFactory(student__cohort=cohort, school_email=True).student
    held = ContactDetailFactory(student__cohort=cohort, student__on_safeguarding_hold=True).student
    nothing = ContactDetailFactory(student__cohort=cohort, ended=True).student
    students = list(Student.objects.filter(cohort=cohort))
    with django_assert_max_num_queries(2):
        found = contact.best_all(students, "email", date(2025, 9, 1))
    assert set(found) == {student.pk for student in reached}
    assert {at_school.pk, held.pk, nothing.pk}.isdisjoint(found)
    assert at_school.pk in contact.best_all(students, "email", date(2025, 8, 31))


def test_preferences_change_one_by_one(student: Student) -> None:
    contact.prefer(student=student, by=None, easy_read=True)
    contact.prefer(student=student, by=None, language="pl", adjustments="large print")
    kept = Preferences.objects.get(student=student)
    assert (kept.easy_read, kept.language, kept.adjustments) == (True, "pl", "large print")
    assert "large print" not in str(list(AuditEvent.objects.values()))
