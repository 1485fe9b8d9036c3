"""What the demonstration tells on 21 November 2026: loaded once for all of these tests."""

import io
import stat
from collections.abc import Iterator
from datetime import date, datetime

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone

from careers.actions.audit import broken_link
from careers.models import AuditEvent, Membership, School, Student, User
from careers.rules.permissions import Role
from config.demo import loading
from destinations import asking
from destinations.models import DataReturn, Destination, Evidence, Provider, Settlement
from destinations.rules.checkpoints import Checkpoint

pytestmark = pytest.mark.django_db
NOVEMBER = datetime(2026, 11, 21, 12, 30, tzinfo=timezone.get_default_timezone())


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[str]:
    """What the command printed. Each test runs inside this transaction, which is taken back after the last of them."""
    folder, out = tmp_path_factory.mktemp("demo"), io.StringIO()
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder, VAR=folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading.reports, "make", lambda *, report_id: False)
        with transaction.atomic():
            with time_machine.travel(NOVEMBER, tick=False):
                call_command("load_demo", "--students", "100", stdout=out)
            yield out.getvalue()
            transaction.set_rollback(True)


@pytest.fixture
def november(loaded, db) -> str:
    return loaded


def test_the_story_of_year_12_has_everything_worth_looking_at(november):
    year_12 = Destination.objects.filter(student__cohort__leaving=2026, checkpoint="y12", student__school__urn="900001")
    statuses = set(year_12.values_list("status", flat=True))
    assert statuses == {"verified", "provisional", "conflicting", "unknown"}
    reasons = " ".join(year_12.filter(status="conflicting").values_list("reason", flat=True))
    assert "local authority" in reasons and "not there" in reasons
    assert year_12.filter(settled=True).count() == 1 and Settlement.objects.exclude(reason="").count() == Settlement.objects.count()
    assert set(year_12.exclude(excluded="").values_list("excluded", flat=True)) == {"moved abroad", "dual"}
    assert year_12.filter(outcome__in=("619", "610", "640", "616")).count() >= 3
    assert year_12.filter(outcome="310").exists() and year_12.filter(reason__contains="row").exists()


def test_year_11_has_said_what_it_intends_and_nothing_more(november):
    heard = Evidence.objects.filter(student__cohort__leaving=2027)
    assert set(heard.values_list("said", flat=True)) == {"intends", "undecided"}
    assert set(heard.values_list("source__kind", flat=True)) == {"student"}


def test_year_14_knows_less_than_year_12(november):
    known = {c: Destination.objects.filter(student__cohort__leaving=2024, checkpoint=c).exclude(outcome="").count() for c in ("y12", "y14")}
    assert 0 < known["y14"] < known["y12"]
    assert Destination.objects.filter(student__cohort__leaving=2024, checkpoint="y14", outcome="240").exists()


def test_the_past_can_be_asked_as_at_its_own_days(november):
    cohort = School.objects.get(urn="900001").cohorts.select_related("school").get(leaving=2026)
    known = [
        sum(s.answer.outcome is not None for s in asking.ask(cohort, Checkpoint.Y12, as_at=day).values())
        for day in (date(2026, 9, 1), date(2026, 9, 20), date(2026, 11, 18))
    ]
    assert known[0] == 0 < known[1] < known[2]


def test_what_stands_is_what_the_evidence_says(november):
    for cohort in School.objects.get(urn="900002").cohorts.select_related("school"):
        for checkpoint in Checkpoint:
            stood = {d.student_id: (d.status, d.outcome) for d in Destination.objects.filter(student__cohort=cohort, checkpoint=checkpoint)}
            asked = asking.ask(cohort, checkpoint)
            assert stood == {pk: (one.answer.status, one.answer.outcome or "") for pk, one in asked.items()}


def test_one_list_in_each_school_waits_with_rows_of_every_pile(november):
    staged = DataReturn.objects.filter(state="staged")
    assert sorted(staged.values_list("school__urn", flat=True)) == ["900001", "900002"]
    assert {"certain", "check", "not_ours"} <= set(staged[0].rows.values_list("pile", flat=True))


def test_two_students_of_year_12_carry_a_safety_mark(november):
    marked = Student.objects.filter(school__urn="900001").exclude(pk__in=Student.objects.may_leave_the_school())
    assert {(s.confidential_address, s.safeguarding_hold) for s in marked} == {(True, False), (False, True)}


def test_the_two_schools_share_nothing(november):
    one, two = School.objects.all()
    assert not set(one.providers.values_list("name", flat=True)) & set(two.providers.values_list("name", flat=True))
    assert not set(one.students.values_list("upn", flat=True)) & set(two.students.values_list("upn", flat=True))
    assert Provider.objects.filter(to_confirm=True).count() == 0


def test_every_role_can_sign_in_with_the_printed_password(november):
    password = next(line.removeprefix("Password for all: ") for line in november.splitlines() if line.startswith("Password"))
    roles = set(Membership.objects.filter(school__urn="900001").values_list("role", flat=True))
    assert roles == {role.value for role in Role}
    for user in User.objects.all():
        assert user.email in november and user.check_password(password)
        assert Client().login(email=user.email, password=password)
    assert Membership.objects.filter(user__email="trust@waymark.example").count() == 2


def test_the_sign_ins_are_kept_for_the_owner_alone(november):
    file = settings.VAR / "demo_sign_ins.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text() in november


def test_the_audit_holds(november):
    for school in School.objects.all():
        assert AuditEvent.objects.filter(school=school).exists() and broken_link(school) is None


def test_loading_again_says_so_and_changes_nothing(november):
    before = Evidence.objects.count(), User.objects.count()
    again = io.StringIO()
    call_command("load_demo", stdout=again)
    assert "nothing was changed" in again.getvalue()
    assert (Evidence.objects.count(), User.objects.count()) == before
