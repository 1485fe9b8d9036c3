"""A message about a wave is asked about again at the moment it would go."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.actions import by_hand, contact, sending
from careers.actions.message_decisions import decide, open_to, why_not_again
from careers.models import AuditEvent, Message, Student
from careers.tests.factories import CohortFactory, StudentFactory, UserFactory
from careers.tests.outbox import Server, refuses
from destinations.actions.destinations import exclude, include, settle
from destinations.rules.checkpoints import Checkpoint
from surveys.actions import waves
from surveys.actions.answering import stop_asking
from surveys.actions.reminders import remind_all, send_once_more
from surveys.actions.stopping import stop_what_is_over
from surveys.models import Invitation, Wave
from surveys.rules.audience import Audience
from surveys.rules.plans import usual_plan

pytestmark = pytest.mark.django_db
MONDAY = datetime(2025, 11, 3, 10, tzinfo=UTC)
LAST = date(2025, 12, 5)


@pytest.fixture(autouse=True)
def clock(settings):
    settings.EMAIL_BACKEND, Server.temper = "careers.tests.outbox.Server", None
    with time_machine.travel(MONDAY, tick=False) as travelling:
        yield travelling
    Server.temper = None


@pytest.fixture
def cohort():
    return CohortFactory(leaving=2026)


def written_to(cohort) -> Student:
    student = StudentFactory(cohort=cohort)
    contact.keep(student=student, kind="email", value=f"s{student.pk}@pupils.example", whose="student", source="test", by=None)
    return student


def opened(cohort, name="Autumn", **values) -> Wave:
    told = {"survey": "first", "opens_on": MONDAY.date(), "closes_on": LAST, "audience": Audience(), "plan": usual_plan()} | values
    wave = waves.make(cohort=cohort, name=name, by=None, **told)
    waves.open_wave(wave=wave, by=None)
    return wave


def answer(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(started_at=MONDAY, finished_at=MONDAY)
    stop_asking(invitation.student.school, invitation)


def is_known(student: Student) -> None:
    settle(student=student, checkpoint=Checkpoint.Y11_INTENDED, outcome="", route="a_level", reason="On the college's list", by=None)


ENDS = {
    "The student has answered.": lambda wave: answer(wave.invitations.get()),
    "The survey is over.": lambda wave: waves.close(wave=wave, by=None),
    "The student was taken off the list.": lambda wave: waves.take_off(invitation=wave.invitations.get(), why="", by=UserFactory()),
    "What the student does is known without asking.": lambda wave: is_known(wave.invitations.get().student),
    "The student is not counted any more.": lambda wave: exclude(student=wave.invitations.get().student, reason="dual", by=None),
}
every_end = pytest.mark.parametrize(("why", "end"), ENDS.items(), ids=list(ENDS))


@pytest.mark.parametrize("reason", ["moved abroad", "never on roll", "dual", "guest", "died"])
def test_excluding_a_student_stops_what_waits_at_once(cohort, reason):
    student = written_to(cohort)
    opened(cohort)
    exclude(student=student, reason=reason, by=None)
    assert Message.objects.get().state == "stopped"
    student.refresh_from_db()
    assert student.deceased is (reason == "died")


def test_who_has_died_keeps_the_mark_when_counted_again(cohort):
    student = written_to(cohort)
    exclude(student=student, reason="died", by=None)
    include(student=student, by=None)
    student.refresh_from_db()
    assert student.deceased


@every_end
def test_what_still_waits_by_some_mischance_is_stopped_when_it_would_go(cohort, why, end):
    written_to(cohort)
    wave = opened(cohort)
    end(wave)
    Message.objects.update(state="waiting", problem="")
    assert sending.send_due()["stopped"] == 1
    assert Message.objects.get().problem == why and not mail.outbox


@every_end
def test_a_message_being_sent_meanwhile_and_refused_for_now_is_not_tried_again(cohort, clock, why, end):
    written_to(cohort)
    wave = opened(cohort)
    claimed = sending.claim(Message.objects.get().pk, MONDAY)
    end(wave)
    assert sending.later(claimed, "450 greylisted") == "later"
    clock.shift(timedelta(minutes=5))
    sending.send_due()
    assert Message.objects.get().state == "stopped" and Message.objects.get().problem == why and not mail.outbox


@every_end
def test_a_message_in_doubt_cannot_be_sent_again_and_says_why(cohort, why, end):
    written_to(cohort)
    wave = opened(cohort)
    Server.temper = TimeoutError()
    sending.send_due()
    assert "again" in {decision.key for decision in open_to(Message.objects.get())}
    end(wave)
    message = Message.objects.get()
    assert message.state == "in_doubt" and why_not_again(message) == why
    assert {decision.key for decision in open_to(message)} == {"gone", "stop", "back"}
    assert not decide(message=message, what="again", by=UserFactory())
    assert decide(message=message, what="gone", by=UserFactory())


def test_an_email_to_a_parent_does_not_go_after_the_last_day(cohort, clock):
    student = written_to(cohort)
    opened(cohort)
    Message.objects.update(link=None, body="Dear parent")  # what parents get carries no link that could run out
    clock.move_to(datetime(2025, 12, 8, 10, tzinfo=UTC))
    assert sending.send_due() == {"sent": 0, "later": 0, "failed": 0, "stopped": 1, "in_doubt": 0}
    assert Message.objects.get(student=student).problem == "The survey is over."


def test_a_refused_message_is_not_sent_after_the_last_day(cohort, clock):
    written_to(cohort)
    opened(cohort, closes_on=MONDAY.date())
    Message.objects.update(link=None, body="Hello")
    Server.temper = refuses(450, "4.2.0 greylisted")
    sending.send_due()
    Server.temper = None
    clock.shift(timedelta(days=1))
    sending.send_due()
    assert Message.objects.get().state == "stopped" and not mail.outbox


def test_a_text_by_hand_is_over_after_the_last_day(cohort, clock):
    written_to(cohort)
    wave = opened(cohort)
    Message.objects.update(channel="text", state="by_hand", link=None, body="Hello")
    clock.move_to(datetime(2025, 12, 6, 10, tzinfo=UTC))
    handed = by_hand.hand_out(school=wave.cohort.school, channel="text", by=UserFactory())
    assert (handed.messages, handed.stopped) == ([], 1)


def test_a_last_day_that_was_moved_counts_as_it_stands_now(cohort, clock):
    written_to(cohort)
    wave = opened(cohort)
    waves.change(wave=wave, by=UserFactory(), closes_on=date(2025, 12, 12))
    clock.move_to(datetime(2025, 12, 8, 10, tzinfo=UTC))
    assert sending.send_due()["sent"] == 1


def test_the_clock_stops_what_is_over_and_says_so_in_the_audit(cohort, clock):
    done, waits = written_to(cohort), written_to(cohort)
    wave = opened(cohort)
    wave.invitations.filter(student=done).update(finished_at=MONDAY)
    assert (stop_what_is_over(), stop_what_is_over()) == (1, 0)
    assert Message.objects.get(student=waits).state == "waiting"
    assert AuditEvent.objects.filter(verb="stopped messages").count() == 1
    clock.move_to(datetime(2025, 12, 6, 10, tzinfo=UTC))
    assert stop_what_is_over() == 1


def test_the_clock_asks_as_few_questions_for_many_as_for_few():
    counts = []
    for n in (10, 60):
        Message.objects.all().delete()
        cohort = CohortFactory(leaving=2026)
        for _ in range(n):
            written_to(cohort)
        wave = opened(cohort)
        wave.invitations.update(finished_at=MONDAY)
        with CaptureQueriesContext(connection) as asked:
            assert stop_what_is_over() == n
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 20, counts


def test_two_open_waves_do_not_write_to_one_person_within_two_days(cohort, clock):
    student = written_to(cohort)
    opened(cohort)
    opened(cohort, "Again")
    assert Message.objects.count() == 1
    for hour in range(33 * 24):
        clock.move_to(MONDAY + timedelta(hours=hour))
        remind_all()
    gone = sorted(Message.objects.filter(student=student).values_list("due_at", flat=True))
    assert len(gone) >= 3 and set(Message.objects.values_list("about", flat=True)) == set(Wave.objects.values_list("pk", flat=True))
    assert all(second - first >= timedelta(days=2) for first, second in pairwise(gone))


def test_six_messages_are_counted_over_all_waves_that_are_open(cohort, clock):
    written_to(cohort)
    both = [opened(cohort), opened(cohort, "Again")]
    for day in range(1, 15):
        clock.move_to(MONDAY + timedelta(days=day))
        wave = both[day % 2]
        send_once_more(wave=wave, invitations=list(wave.invitations.select_related("student__cohort", "student__school", "link")), by=None)
    assert Message.objects.count() == 6


def test_a_wave_that_was_closed_does_not_count(cohort, clock):
    written_to(cohort)
    first = opened(cohort)
    sending.send_due()
    waves.close(wave=first, by=None)
    opened(cohort, "Again")
    assert Message.objects.count() == 2
