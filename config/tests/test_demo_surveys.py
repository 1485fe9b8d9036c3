"""What the demonstration's surveys tell on 21 November 2026: loaded once for all of these tests."""

import io
from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from careers.models import ContactDetail, HelpRequest, Membership, Message, PersonalCode, Preferences, School
from careers.outbox import settings_of
from careers.rules.contact import ContactKind
from careers.rules.contact_values import kept_value
from careers.rules.permissions import Role
from config.demo import loading
from destinations.models import Application, Evidence
from surveys.models import PageAnswer, Response, Wave, Worry
from surveys.rules.answers import latest
from surveys.rules.routes import ROUTES

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 20, 12, 30, tzinfo=timezone.get_default_timezone())


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Each test runs inside this transaction, which is taken back after the last of them."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder, VAR=folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading.reports, "make", lambda *, report_id: False)
        with transaction.atomic():
            with time_machine.travel(NOVEMBER, tick=False):
                call_command("load_demo", "--students", "140", "--schools", "2", stdout=io.StringIO())
            yield
            transaction.set_rollback(True)


@pytest.fixture
def wave(loaded, db) -> Wave:
    return Wave.objects.select_related("cohort__school").get(cohort__leaving=2027)


def test_three_fifths_have_finished_and_some_are_on_the_way(wave):
    asked = wave.invitations
    assert wave.invitations.count() > 130
    finished = asked.exclude(finished_at=None).count()
    assert 0.5 <= finished / asked.count() <= 0.7
    assert asked.filter(finished_at=None).exclude(started_at=None).exists()
    assert asked.filter(started_at=None).exclude(opened_at=None).exists() and asked.filter(opened_at=None).exists()


def test_every_finished_answer_is_a_whole_path_and_was_heard(wave):
    for response in Response.objects.exclude(finished_at=None).filter(invitation__wave=wave):
        answers = latest(response.pages.order_by("saved_at", "pk"))
        assert ROUTES["first"].first_unanswered(answers) is None and response.heard_at
    said = Evidence.objects.filter(place__startswith="survey:", student__cohort=wave.cohort)
    assert said.count() == wave.invitations.exclude(finished_at=None).count()
    assert Application.objects.filter(student__cohort=wave.cohort).count() > 20


def test_a_third_ask_for_help_at_most_and_some_have_been_seen_to(wave):
    finished = wave.invitations.exclude(finished_at=None).count()
    assert 5 < HelpRequest.objects.open().count() < 0.7 * finished
    assert HelpRequest.objects.exclude(closed_at=None).count() == 2


def test_two_told_of_a_worry_one_is_read_and_one_waits(wave):
    assert Worry.objects.count() == 2 and Worry.objects.unread().count() == 1
    assert not Worry.objects.overdue(NOVEMBER).exists()
    waits = Worry.objects.unread().get()
    assert not [page for page in Message.objects.values_list("body", flat=True) if waits.words in page]


def test_the_outbox_has_a_message_in_every_pile(wave):
    states = set(Message.objects.values_list("state", flat=True))
    assert states == {"sent", "bounced", "failed", "in_doubt", "by_hand", "waiting"}


def test_last_years_two_waves_can_be_compared_with_it(wave):
    before = Wave.objects.filter(cohort__leaving=2026).order_by("opens_on")
    assert [len(each.name) > 0 and each.invitations.exclude(finished_at=None).count() > 100 for each in before] == [True, True]
    plans = PageAnswer.objects.filter(page="plan", response__invitation__wave=before[0])
    assert len(set(plans.values_list("values__plan", flat=True))) >= 5


def test_nobody_can_be_reached_in_earnest_and_every_value_is_as_it_is_kept(wave):
    for detail in ContactDetail.objects.filter(student__cohort=wave.cohort):
        assert kept_value(ContactKind(detail.kind), detail.value) == detail.value
        if "@" in detail.value:
            assert detail.value.endswith(".example")
        if detail.kind == ContactKind.MOBILE:
            assert detail.value.startswith("+447700900")


def test_both_schools_can_write_and_know_their_holidays(wave):
    for school in School.objects.all():
        assert settings_of(school).sender_name and school.holidays.count() == 6
    assert PersonalCode.objects.filter(student__cohort=wave.cohort).count() == wave.cohort.students.count()
    assert not Preferences.objects.exists()


@pytest.mark.parametrize("role", [Role.CAREERS_LEADER, Role.ADVISER, Role.TUTOR, Role.SAFEGUARDING_LEAD])
def test_the_pages_of_surveys_open_for_those_who_may(wave, role):
    member = Membership.objects.get(school=wave.cohort.school, role=role)
    client = Client()
    client.force_login(member.user)
    opened = {"worries:list": role != Role.TUTOR, "help:list": role in (Role.CAREERS_LEADER, Role.ADVISER)}
    with time_machine.travel(NOVEMBER, tick=False):
        assert {name: client.get(reverse(name)).status_code == 200 for name in opened} == opened
