"""Worries are read, handed over, told of when nobody reads them, and closed; their words go nowhere."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.models import AuditEvent, Message
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory
from surveys.actions import worries
from surveys.models import Worry
from surveys.tests.factories import WorryFactory

pytestmark = pytest.mark.django_db
WORDS = "I cannot sleep for thinking about the exams."


@pytest.fixture
def worry() -> Worry:
    return WorryFactory(words=WORDS)


@pytest.fixture
def leader(worry):
    return MembershipFactory(school=worry.student.school).user


@pytest.fixture
def lead(worry):
    return MembershipFactory(school=worry.student.school, role=Role.SAFEGUARDING_LEAD).user


def test_the_first_to_read_is_kept_and_every_reader_is_in_the_audit(worry, leader, lead):
    worries.read(worry=worry, by=leader)
    worries.read(worry=worry, by=lead)
    worry.refresh_from_db()
    assert worry.read_by == leader
    assert list(AuditEvent.objects.filter(verb="read a worry").order_by("id").values_list("by", flat=True)) == [leader.pk, lead.pk]


def test_handing_over_tells_the_safeguarding_lead_without_words_or_name(worry, leader, lead):
    assert worries.hand_over(worry=worry, by=leader)
    notice = Message.objects.get()
    assert (notice.to, notice.student, notice.at_once) == (lead.email, None, True)
    said = f"{notice.subject} {notice.body}"
    assert "/worries/" in said and "exams" not in said and worry.student.surname not in said and worry.student.forename not in said


def test_handing_over_twice_tells_once(worry, leader, lead):
    worries.hand_over(worry=worry, by=leader)
    assert not worries.hand_over(worry=worry, by=leader)
    assert Message.objects.count() == 1


def test_without_a_safeguarding_lead_there_is_nobody_to_hand_it_to(worry, leader):
    MembershipFactory(school=worry.student.school, role=Role.SAFEGUARDING_LEAD, ended=True)
    with pytest.raises(worries.NobodyToTell):
        worries.hand_over(worry=worry, by=leader)
    worry.refresh_from_db()
    assert worry.passed_on_at is None


def test_what_nobody_read_for_a_school_day_is_told_once(worry, leader, lead):
    late, now = WorryFactory(student=worry.student, overdue=True), timezone.now()
    assert worries.tell_of_overdue(now=now) == 1
    assert worries.tell_of_overdue(now=now + timedelta(hours=2)) == 0
    late.refresh_from_db()
    worry.refresh_from_db()
    assert late.escalated_at == now and worry.escalated_at is None
    assert list(Message.objects.values_list("to", flat=True)) == [lead.email]


def test_several_at_once_are_told_in_one_message(lead, worry):
    now = worry.escalate_at + timedelta(minutes=1)
    WorryFactory(student=worry.student)
    assert worries.tell_of_overdue(now=now + timedelta(hours=2)) == 2
    assert "2 waiting" in Message.objects.get().body


def test_without_a_safeguarding_lead_the_careers_leader_is_told(worry, leader):
    assert worries.tell_of_overdue(now=worry.escalate_at) == 1
    assert Message.objects.get().to == leader.email


def test_what_was_read_is_not_told_again(worry, leader, lead):
    worries.read(worry=worry, by=leader)
    assert worries.tell_of_overdue(now=worry.escalate_at) == 0


def test_one_school_is_not_told_of_another(worry, lead):
    WorryFactory(overdue=True)
    assert worries.tell_of_overdue(now=timezone.now()) == 0
    assert not Message.objects.exists()


def test_closing_says_what_was_done(worry, leader):
    worries.read(worry=worry, by=leader)
    assert worries.close(worry=worry, by=leader, note=" Met with  the tutor. ")
    assert not worries.close(worry=worry, by=leader, note="Again")
    worry.refresh_from_db()
    assert (worry.note, worry.closed_by) == ("Met with the tutor.", leader)


@pytest.mark.parametrize("note", ["", "   ", "x" * 501])
def test_closing_takes_a_note_of_a_few_words(worry, leader, note):
    worries.read(worry=worry, by=leader)
    with pytest.raises(ValidationError):
        worries.close(worry=worry, by=leader, note=note)


def test_what_nobody_has_read_is_not_closed(worry, leader):
    with pytest.raises(ValidationError, match="Read it first"):
        worries.close(worry=worry, by=leader, note="Done")


def test_the_words_are_in_no_audit_event(worry, leader, lead):
    worries.read(worry=worry, by=leader)
    worries.hand_over(worry=worry, by=leader)
    worries.close(worry=worry, by=leader, note="Met them.")
    assert not [event for event in AuditEvent.objects.all() if "exams" in str(event.details) or "Met" in str(event.details)]
