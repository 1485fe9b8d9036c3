from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.actions import contact
from careers.models import AuditEvent, Message, PersonalLink, SchoolHoliday
from careers.models.people import Student
from careers.tests.factories import CohortFactory, StudentFactory, UserFactory
from destinations.actions.destinations import exclude
from surveys.actions import waves
from surveys.actions.reminders import remind, remind_all, send_once_more
from surveys.audiences import choice_for
from surveys.models import Invitation, Response, Wave
from surveys.rules.audience import Audience
from surveys.rules.plans import usual_plan

pytestmark = pytest.mark.django_db
OPENS = date(2025, 11, 3)
MONDAY = datetime(2025, 11, 3, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MONDAY, tick=False) as travelling:
        yield travelling


@pytest.fixture
def cohort():
    return CohortFactory(leaving=2026)


@pytest.fixture
def leader():
    return UserFactory()


def with_email(student: Student, whose: str = "student", kind: str = "email", value: str = "") -> Student:
    value = value or f"s{student.pk}@pupils.example"
    contact.keep(student=student, kind=kind, value=value, whose=whose, source="test", by=None)
    return student


def made(cohort, **values) -> Wave:
    told = {
        "survey": "first",
        "name": "Autumn",
        "opens_on": OPENS,
        "closes_on": date(2025, 12, 5),
        "audience": Audience(),
        "plan": usual_plan(),
    }
    return waves.make(cohort=cohort, by=None, **told | values)


def wrote(student: Student) -> list[str]:
    """The kinds of message to a student, oldest first."""
    return [m.key.split(",")[1].strip() for m in Message.objects.filter(student=student).order_by("created_at", "id")]


def test_opening_a_wave_asks_everybody_with_a_link_and_writes_to_whom_it_can(cohort, leader):
    ada, ben = with_email(StudentFactory(cohort=cohort)), StudentFactory(cohort=cohort)
    wave = made(cohort)
    assert waves.open_wave(wave=wave, by=leader) == 2
    invitations = {row.student_id: row for row in wave.invitations.select_related("link")}
    assert set(invitations) == {ada.pk, ben.pk}
    assert invitations[ada.pk].link.expires_at == datetime(2025, 12, 6, tzinfo=UTC)
    message = Message.objects.get()
    assert (message.student, message.about_kind, message.about, message.link) == (ada, "wave", wave.pk, invitations[ada.pk].link)
    assert "Friday 5 December" in message.body


def test_who_is_excluded_or_carries_a_hold_is_not_asked_and_counted(cohort, leader):
    StudentFactory(cohort=cohort)
    StudentFactory(cohort=cohort, safeguarding_hold=True)
    exclude(student=StudentFactory(cohort=cohort), reason="moved abroad", by=None)
    wave = made(cohort)
    assert choice_for(wave).left_out == {"on a safeguarding hold": 1, "moved abroad": 1}
    assert waves.open_wave(wave=wave, by=leader) == 1


def test_contacts_not_to_be_used_are_not_used_but_the_student_can_answer_in_class(cohort, leader):
    student = with_email(StudentFactory(cohort=cohort))
    Student.objects.update(contacts_not_to_be_used=True)
    wave = made(cohort)
    assert waves.open_wave(wave=wave, by=leader) == 1
    assert wrote(student) == []


def test_a_wave_opens_once(cohort, leader):
    StudentFactory(cohort=cohort)
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    with pytest.raises(waves.NotNow):
        waves.open_wave(wave=wave, by=leader)
    assert Invitation.objects.count() == 1


def test_a_wave_with_nobody_to_ask_stays_closed(cohort, leader):
    wave = made(cohort)
    with pytest.raises(waves.NotNow, match="nobody to ask"):
        waves.open_wave(wave=wave, by=leader)
    assert Wave.objects.get().opened_at is None


def test_who_joins_later_can_be_asked_too(cohort, leader):
    StudentFactory(cohort=cohort)
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    newcomer = with_email(StudentFactory(cohort=cohort))
    assert (waves.ask_more(wave=wave, by=leader), waves.ask_more(wave=wave, by=leader)) == (1, 0)
    assert wrote(newcomer) == ["0 student email"]


@pytest.mark.parametrize(
    "wrong",
    [{"closes_on": date(2025, 11, 2)}, {"closes_on": date(2027, 11, 2)}, {"survey": "nonsense"}, {"name": ""}, {"name": "x" * 81}],
)
def test_a_wave_that_could_not_be_run_is_refused(cohort, wrong):
    with pytest.raises(ValidationError):
        made(cohort, **wrong)


def test_a_name_is_used_once_in_a_cohort(cohort):
    made(cohort)
    with pytest.raises(ValidationError, match="that name"):
        made(cohort, name="autumn ")


def test_the_plan_runs_and_twice_is_once(cohort, leader, clock):
    student = with_email(StudentFactory(cohort=cohort))
    with_email(student, whose="parent", kind="mobile", value="07700 900123")
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    for hour in range(33 * 24):
        clock.move_to(MONDAY + timedelta(hours=hour))
        remind_all()
        remind_all()
    assert wrote(student) == ["0 student email", "7 student email", "14 parent text"]
    assert Message.objects.filter(channel="text").get().state == Message.State.BY_HAND


def test_nothing_is_written_in_the_holidays_or_at_night(cohort, leader, clock):
    SchoolHoliday.objects.create(school=cohort.school, name="Half-term", first=date(2025, 11, 8), last=date(2025, 11, 16))
    student = with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    clock.move_to(MONDAY + timedelta(days=10))
    assert remind(wave=wave, now=MONDAY + timedelta(days=10)) == 0
    assert remind(wave=wave, now=datetime(2025, 11, 17, 5, tzinfo=UTC)) == 0
    assert remind(wave=wave, now=datetime(2025, 11, 17, 9, tzinfo=UTC)) == 1
    assert wrote(student) == ["0 student email", "7 student email"]


def later(wave: Wave, days: int = 7) -> int:
    return remind(wave=wave, now=MONDAY + timedelta(days=days))


def test_who_has_answered_was_taken_off_or_is_known_from_a_list_is_not_reminded(cohort, leader):
    from destinations.actions.destinations import settle
    from destinations.rules.checkpoints import Checkpoint

    done, off, known, waiting = (with_email(StudentFactory(cohort=cohort)) for _ in range(4))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    wave.invitations.filter(student=done).update(started_at=MONDAY, finished_at=MONDAY)
    waves.take_off(invitation=wave.invitations.get(student=off), why="", by=leader)
    settle(student=known, checkpoint=Checkpoint.Y11_INTENDED, outcome="", route="a_level", provider=None, reason="Told us", by=leader)
    assert later(wave) == 1
    assert len(wrote(waiting)) == 2


def test_taking_somebody_off_stops_what_waits_and_they_can_be_put_back(cohort, leader):
    student = with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    invitation = wave.invitations.get()
    assert waves.take_off(invitation=invitation, why="", by=leader)
    assert not waves.take_off(invitation=invitation, why="", by=leader)
    assert Message.objects.get(student=student).state == Message.State.STOPPED
    assert waves.put_back(invitation=invitation, by=leader)
    assert later(wave) == 1


def test_who_has_begun_gets_other_words(cohort, leader):
    student = with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    wave.invitations.update(started_at=MONDAY)
    assert later(wave) == 1
    assert "begun" in Message.objects.filter(student=student).order_by("id").last().body


def test_who_saved_a_page_in_the_last_day_is_left_in_peace(cohort, leader):
    with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    wave.invitations.update(started_at=MONDAY)
    yesterday = MONDAY + timedelta(days=6, hours=8)
    Response.objects.create(invitation=wave.invitations.get(), started_at=MONDAY, saved_at=yesterday)
    assert later(wave, 7) == 0
    assert later(wave, 8) == 1


def test_closing_stops_what_waits_and_happens_once(cohort, leader):
    with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    assert waves.close(wave=wave, by=leader) == 1
    with pytest.raises(waves.NotNow):
        waves.close(wave=wave, by=leader)
    assert remind_all(MONDAY + timedelta(days=7)) == 0


def test_a_later_last_day_keeps_the_links_alive(cohort, leader):
    StudentFactory(cohort=cohort)
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    assert waves.change(wave=wave, by=leader, closes_on=date(2025, 12, 12)) == ["closes_on"]
    assert PersonalLink.objects.get().expires_at == datetime(2025, 12, 13, tzinfo=UTC)
    with pytest.raises(waves.NotNow):
        waves.change(wave=wave, by=leader, audience={"forms": ["11A"]})


def test_a_wave_nobody_was_asked_in_can_be_thrown_away_and_others_not(cohort, leader):
    StudentFactory(cohort=cohort)
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    with pytest.raises(waves.NotNow):
        waves.discard(wave=wave, by=leader)
    waves.discard(wave=made(cohort, name="Never"), by=leader)
    assert Wave.objects.get() == wave


def test_an_email_by_hand_goes_once_a_day_to_those_who_may_be_written_to(cohort, leader):
    ada, done = with_email(StudentFactory(cohort=cohort)), with_email(StudentFactory(cohort=cohort))
    StudentFactory(cohort=cohort)
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    wave.invitations.filter(student=done).update(finished_at=MONDAY)
    PersonalLink.objects.filter(student=ada).update(revoked_at=MONDAY)
    everybody = list(wave.invitations.select_related("student__cohort", "student__school", "link"))
    assert send_once_more(wave=wave, invitations=everybody, by=leader) == (1, 2)
    assert send_once_more(wave=wave, invitations=everybody, by=leader) == (0, 3)
    assert Message.objects.filter(student=ada).order_by("id").last().link.revoked_at is None


def test_nobody_gets_a_seventh_message_even_by_hand(cohort, leader, clock):
    student = with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    for day in range(1, 20):
        clock.move_to(MONDAY + timedelta(days=day))
        send_once_more(
            wave=wave, invitations=list(wave.invitations.select_related("student__cohort", "student__school", "link")), by=leader
        )
    assert Message.objects.filter(student=student).count() == 6


def test_what_was_done_is_in_the_audit_without_names(cohort, leader):
    student = with_email(StudentFactory(cohort=cohort))
    wave = made(cohort)
    waves.open_wave(wave=wave, by=leader)
    waves.close(wave=wave, by=leader)
    verbs = set(AuditEvent.objects.filter(school=cohort.school).values_list("verb", flat=True))
    assert {"made a wave", "opened a wave", "invited to a wave", "closed a wave"} <= verbs
    assert not any(student.surname in str(event.details) for event in AuditEvent.objects.all())


def queries_of(what) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        what()
    return len(asked)


def test_opening_and_reminding_take_as_many_queries_for_400_as_for_200(leader):
    counts = []
    for n in (200, 400):
        cohort = CohortFactory(leaving=2026)
        for student in StudentFactory.create_batch(n, cohort=cohort):
            with_email(student)
        wave = made(cohort)
        opening = queries_of(lambda wave=wave: waves.open_wave(wave=wave, by=leader))
        assert Message.objects.filter(about=wave.pk).count() == n
        reminding = queries_of(lambda wave=wave: remind(wave=wave, now=MONDAY + timedelta(days=7)))
        assert Message.objects.filter(about=wave.pk).count() == 2 * n
        counts.append((opening, reminding))
    (small, small_again), (large, large_again) = counts
    assert large <= small + 12, counts
    assert large <= 80, counts
    assert large_again <= small_again + 8, counts
