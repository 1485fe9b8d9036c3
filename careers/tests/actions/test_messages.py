from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from careers.actions import messages
from careers.actions.messages import Draft
from careers.actions.safety import mark_safety
from careers.models import AuditEvent, Message, MessageTemplate, SchoolHoliday
from careers.tests.factories import SchoolFactory, StudentFactory
from careers.tests.outbox import NOON, VALUES, an_invitation, reached

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


TEST = {"student": None, "template": "test", "channel": "email", "values": {}, "to": "a@b.example"}


def test_a_message_is_written_once_however_often_it_is_planned():
    first = an_invitation()
    assert messages.write(school=first.school, key=first.key, **TEST) is None
    assert Message.objects.count() == 1


def test_the_same_key_in_another_school_is_another_message():
    first = an_invitation()
    other = messages.write(school=SchoolFactory(), key=first.key, **TEST)
    assert other is not None and other.message_id != first.message_id


def test_words_are_filled_when_it_is_written_and_the_link_stays_out_of_the_database():
    message = an_invitation()
    assert message.subject == f"{message.school.name}: Your plans"
    assert "Hello Robin," in message.body and "{link}" in message.body


def test_a_school_writes_with_its_own_words():
    detail = reached()
    MessageTemplate.objects.create(
        school=detail.student.school,
        key="invitation",
        channel="email",
        subject="From us",
        body="Dear {first_name}: {link}",
        changed_at=NOON,
    )
    message = an_invitation(detail)
    assert (message.subject, message.body) == ("From us", "Dear Robin: {link}")


def test_a_value_that_is_missing_is_an_error_and_not_a_gap_in_a_letter():
    with pytest.raises(ValueError, match="closes_on"):
        an_invitation(values={"first_name": "Robin", "survey": "Your plans"})


def test_nobody_to_send_it_to_is_an_error():
    with pytest.raises(ValueError, match="somebody"):
        messages.write(school=SchoolFactory(), student=None, key="k", template="test", channel="email", values={})


@pytest.mark.parametrize("channel", ["text", "letter"])
def test_texts_and_letters_wait_to_be_sent_by_hand(channel):
    assert an_invitation(channel=channel).state == "by_hand"


def test_an_email_of_the_evening_is_due_on_the_next_morning_of_a_school_day():
    detail = reached()
    SchoolHoliday.objects.create(school=detail.student.school, name="Day off", first=date(2025, 6, 5), last=date(2025, 6, 6))
    message = an_invitation(detail, due_at=datetime(2025, 6, 4, 20, tzinfo=UTC))
    assert message.due_at == datetime(2025, 6, 9, 7, tzinfo=UTC)


def test_what_somebody_waits_for_is_due_at_any_hour():
    night = datetime(2025, 6, 4, 23, tzinfo=UTC)
    assert an_invitation(due_at=night, at_once=True).due_at == night


def test_many_are_written_in_a_handful_of_queries(django_assert_max_num_queries):
    students = StudentFactory.create_batch(240, cohort=StudentFactory().cohort)
    same = {"template": "parent_reminder", "channel": "email", "to": "a@b.example", "to_name": "Sam", "values": VALUES}
    drafts = [Draft(key=f"wave 1, student {student.pk}", student=student, **same) for student in students]
    with django_assert_max_num_queries(24):  # SQLite takes some forty rows at once
        assert len(messages.write_all(school=students[0].school, drafts=drafts, by=None)) == 240
    assert messages.write_all(school=students[0].school, drafts=drafts, by=None) == []
    assert AuditEvent.objects.filter(verb="wrote messages").count() == 1


def test_messages_of_one_student_are_stopped_at_once_and_those_that_went_stay_sent():
    detail = reached()
    waiting, sent = an_invitation(detail), an_invitation(detail, key="sent")
    Message.objects.filter(pk=sent.pk).update(state="sent")
    letter, another = an_invitation(detail, key="letter", channel="letter"), an_invitation(key="another's")
    assert messages.stop(school=waiting.school, student=detail.student, by=None, why="They asked us to stop") == 2
    states = dict(Message.objects.values_list("pk", "state"))
    assert states == {waiting.pk: "stopped", letter.pk: "stopped", sent.pk: "sent", another.pk: "waiting"}


def test_messages_about_one_thing_are_stopped_and_others_go_on():
    detail = reached()
    about_this, about_other = an_invitation(detail), an_invitation(detail, key="other", about=2)
    assert messages.stop(school=detail.student.school, about_kind="wave", about=1, by=None, why="The survey has closed") == 1
    about_this.refresh_from_db()
    about_other.refresh_from_db()
    assert (about_this.state, about_this.problem, about_other.state) == ("stopped", "The survey has closed", "waiting")


def test_everything_is_never_stopped_by_mistake():
    with pytest.raises(ValueError, match="whose"):
        messages.stop(school=SchoolFactory(), by=None, why="?")


def test_a_message_is_not_kept_when_what_caused_it_is_undone():
    def cause_and_fail() -> None:
        with transaction.atomic():
            an_invitation()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        cause_and_fail()
    assert not Message.objects.exists()


def test_the_message_id_says_nothing_of_anybody(settings):
    settings.DEFAULT_FROM_EMAIL = "Waymark <waymark@harefield.example>"
    message = an_invitation(due_at=NOON + timedelta(days=1))
    assert message.message_id.endswith("@harefield.example>") and len(message.message_id) > 40


@pytest.mark.parametrize("mark", ["deceased", "safeguarding_hold", "contacts_not_to_be_used"])
def test_a_safety_mark_stops_what_waits_at_once(mark):
    message = an_invitation()
    mark_safety(student=message.student, by=None, marks={mark: True})
    message.refresh_from_db()
    assert message.state == "stopped"


def test_a_mark_that_is_taken_away_and_a_confidential_address_stop_no_email():
    message = an_invitation()
    mark_safety(student=message.student, by=None, marks={"confidential_address": True})
    mark_safety(student=message.student, by=None, marks={"safeguarding_hold": False})
    message.refresh_from_db()
    assert message.state == "waiting"
