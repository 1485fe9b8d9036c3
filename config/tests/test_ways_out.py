"""Every way by which something about a student leaves the school, or reaches the student, against every safety mark."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from careers import passes
from careers.actions import contact, links, messages, personal_codes, sending
from careers.models import Message, Student
from careers.permitted import may_we
from careers.reaching import addresses_for_codes
from careers.rules.asking import Answer, Purpose
from careers.rules.contact import ContactKind, Whose
from careers.rules.may_we import ADDRESSES, REACHING
from careers.tests.asking_factories import ContactDetailFactory, PermissionFactory
from careers.tests.factories import StudentFactory
from conftest import Person

pytestmark = pytest.mark.django_db

ADDRESS, CONTACTS, HOLD, DEAD = Student.SAFETY_MARKS
ALL = frozenset(Student.SAFETY_MARKS)
CLOSED = frozenset({HOLD, DEAD})
NOT_REACHED = CLOSED | {CONTACTS}


def in_file(name: str) -> Callable[[Person, Student], bool]:
    def is_in(leader: Person, student: Student) -> bool:
        file = leader.client.get(reverse(name), {"format": "csv", "leaving": student.cohort.leaving})
        return student.surname in file.content.decode("utf-8-sig")

    return is_in


def reached_by(channel: str, whose: Whose = Whose.STUDENT) -> Callable[[Person, Student], bool]:
    return lambda leader, student: contact.best(student, channel, whose=whose) is not None


def ruled(purpose: Purpose) -> Callable[[Person, Student], bool]:
    return lambda leader, student: may_we(student, purpose).yes


def fields_out(fields: frozenset) -> Callable[[Person, Student], bool]:
    return lambda leader, student: any(may_we(student, purpose).fields & fields for purpose in Purpose)


def link_opens(leader: Person, student: Student) -> bool:
    link = links.give(student=student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=9), by=None)
    return links.find(links.secret_of(link), timezone.now()) is not None


def visit_goes_on(leader: Person, student: Student) -> bool:
    return passes.is_good(passes.for_student(student, purpose="wave", about=1), timezone.now())


def slip_opens(leader: Person, student: Student) -> bool:
    return personal_codes.find(student.school, personal_codes.codes_for([student])[student.pk]) is not None


def email_goes(leader: Person, student: Student) -> bool:
    detail = student.contact_details.get(whose=Whose.STUDENT, kind=ContactKind.EMAIL)
    words = {"first_name": "Robin", "survey": "Your plans", "closes_on": "Friday"}
    told = {"school": student.school, "student": student, "template": "reminder", "values": words, "at_once": True}
    link = links.give(student=student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=9), by=None)
    messages.write(key="a", channel="email", detail=detail, link=link, **told)
    sending.send_due(timezone.now() + timedelta(seconds=1))
    return bool(mail.outbox)


# Each way, and the marks that close it. Whoever adds a way out adds a row.
WAYS: dict[str, tuple[Callable[[Person, Student], bool], frozenset[str]]] = {
    "the cohort board as a file": (in_file("students:export"), ALL),
    "the list of missing contacts as a file": (in_file("contacts:export"), ALL),
    "email": (reached_by("email"), NOT_REACHED),
    "text": (reached_by("text"), NOT_REACHED),
    "letter": (reached_by("letter"), NOT_REACHED | {ADDRESS}),
    "a parent's email": (reached_by("email", Whose.PARENT), NOT_REACHED),
    "a one-time code": (lambda leader, student: bool(addresses_for_codes(student)), NOT_REACHED),
    "an email that was written before": (email_goes, NOT_REACHED),
    "a personal link": (link_opens, CLOSED),
    "a visit that has begun": (visit_goes_on, CLOSED),
    "a slip for class": (slip_opens, CLOSED),
    "the council, by law": (ruled(Purpose.SHARE_AUTHORITY), CLOSED),
    "the council, more": (ruled(Purpose.SHARE_AUTHORITY_MORE), CLOSED),
    "colleges": (ruled(Purpose.SHARE_PROVIDERS), CLOSED),
    "contact after leaving": (ruled(Purpose.CONTACT), NOT_REACHED),
    "the alumni network": (ruled(Purpose.ALUMNI), NOT_REACHED),
    "an address to anybody": (fields_out(ADDRESSES), CLOSED | {ADDRESS}),
    "an email address or number to anybody": (fields_out(REACHING), NOT_REACHED),
}


@pytest.fixture
def robin(careers_leader: Person, cohort) -> Student:
    """Somebody whom every way reaches: everything is on record but a mobile of a parent, and everything was allowed."""
    student = StudentFactory(cohort=cohort, surname="Quillfeather")
    ContactDetailFactory(student=student)
    ContactDetailFactory(student=student, mobile=True)
    ContactDetailFactory(student=student, at_home=True)
    ContactDetailFactory(student=student, of_a_parent=True)
    PermissionFactory(student=student, purpose=Purpose.ALUMNI, answer=Answer.GIVEN)
    return student


@pytest.mark.parametrize("way", WAYS)
def test_a_student_without_a_mark_is_reached(way: str, robin: Student, careers_leader: Person) -> None:
    if way == "the list of missing contacts as a file":
        robin.contact_details.filter(kind=ContactKind.MOBILE).delete()
    assert WAYS[way][0](careers_leader, robin)


@pytest.mark.parametrize("mark", Student.SAFETY_MARKS)
@pytest.mark.parametrize("way", WAYS)
def test_a_safety_mark_closes_the_ways_it_closes(way: str, mark: str, robin: Student, careers_leader: Person) -> None:
    Student.objects.filter(pk=robin.pk).update(**{mark: True})
    if way == "the list of missing contacts as a file":
        robin.contact_details.filter(kind=ContactKind.MOBILE).delete()
    marked = Student.objects.get(pk=robin.pk)
    goes, closing = WAYS[way]
    assert goes(careers_leader, marked) == (mark not in closing)


def test_a_withdrawal_stops_what_was_written_and_what_would_be(robin: Student, careers_leader: Person) -> None:
    PermissionFactory(student=robin, purpose=Purpose.CONTACT, answer=Answer.WITHDRAWN)
    assert not email_goes(careers_leader, robin)
    assert Message.objects.get().state == Message.State.STOPPED
