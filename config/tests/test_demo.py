"""Loading the demonstration: on any day of the year, and never beside a real school."""

import io
from datetime import date, datetime

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from careers.models import Characteristic, ContactDetail, Membership, Message, Permission, School, Student
from careers.rules.permissions import Role
from careers.tests.factories import SchoolFactory
from config.demo import loading
from destinations.models import DataReturn, Evidence, Exclusion
from reporting.models import Report
from surveys.models import Invitation, PageAnswer, Response, Wave, Worry
from surveys.rules.plans import LONGEST

DAYS = ["2026-09-01", "2026-08-20", "2027-01-15", "2026-08-31", "2028-02-29", "2026-11-21"]


@pytest.fixture(autouse=True)
def quick_and_private(settings, tmp_path, monkeypatch):
    """No PDFs, and a folder of its own for the sign-ins and the staged files."""
    settings.MEDIA_ROOT, settings.VAR = tmp_path / "files", tmp_path
    monkeypatch.setattr(loading.reports, "make", lambda *, report_id: False)


def load(*arguments: str) -> str:
    out = io.StringIO()
    call_command("load_demo", *arguments, stdout=out)
    return out.getvalue()


def at_noon(day: str):
    return time_machine.travel(datetime.fromisoformat(f"{day}T12:30").replace(tzinfo=timezone.get_default_timezone()), tick=False)


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_dated_later_than_today_whatever_day_it_is(day):
    with at_noon(day):
        load("--students", "40", "--schools", "1")
        today, now = timezone.localdate(), timezone.now()
        assert not Evidence.objects.filter(said_on__gt=today).exists() and not Evidence.objects.filter(recorded_at__gt=now).exists()
        assert not DataReturn.objects.filter(received_on__gt=today).exists() and not DataReturn.objects.filter(applied_at__gt=now).exists()
        assert not DataReturn.objects.filter(uploaded_at__gt=now).exists()
        assert not Exclusion.objects.filter(on__gt=today).exists() and not Membership.objects.filter(since__gt=today).exists()
        assert not Characteristic.objects.filter(until__gt=today).exists() and not Characteristic.objects.filter(since__gt=today).exists()
        assert not Student.objects.filter(date_of_birth__gt=today).exists()
        assert not ContactDetail.objects.filter(since__gt=today).exists() and not Permission.objects.filter(on__gt=today).exists()
        assert not Response.objects.filter(saved_at__gt=now).exists() and not PageAnswer.objects.filter(saved_at__gt=now).exists()
        assert not Invitation.objects.filter(finished_at__gt=now).exists() and not Message.objects.filter(sent_at__gt=now).exists()
        assert not Worry.objects.filter(said_at__gt=now).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("day", DAYS)
def test_a_survey_is_open_whatever_day_it_is(day):
    with at_noon(day):
        load("--students", "40", "--schools", "1")
        today = timezone.localdate()
        wave = Wave.objects.running(today).get()
        assert wave.cohort.year_group(today) == 11 and (wave.closes_on - wave.opens_on).days <= LONGEST
        assert Wave.objects.exclude(closed_at=None).filter(cohort__leaving=wave.cohort.leaving - 1).count() == 2


@pytest.mark.django_db
def test_the_cohorts_are_year_11_to_year_14_of_this_academic_year():
    with at_noon("2026-11-21"):
        load("--students", "30", "--schools", "1")
    cohorts = School.objects.get().cohorts.all()
    assert {c.leaving: c.year_group(date(2026, 11, 21)) for c in cohorts} == {2027: 11, 2026: 12, 2025: 13, 2024: 14}
    assert {c.students.count() for c in cohorts} == {30}


@pytest.mark.django_db
def test_beside_a_real_school_it_is_refused():
    SchoolFactory(is_demo=False)
    with pytest.raises(CommandError, match="real school") as refused:
        load()
    assert refused.value.returncode == 1 and School.objects.count() == 1


@pytest.mark.django_db
def test_a_governor_has_a_published_report_to_download(monkeypatch):
    monkeypatch.undo()
    with at_noon("2026-11-21"):
        load("--students", "12", "--schools", "1")
        governor = Membership.objects.get(role=Role.GOVERNOR)
        report = Report.objects.visible_to(governor).get()
    assert (report.term, report.state) == ("2026-autumn", "ready")


@pytest.mark.django_db
@pytest.mark.parametrize("n", ["1", "3"])
def test_a_handful_of_students_is_enough(n):
    load("--students", n, "--schools", "3")
    assert Student.objects.count() == int(n) * 4 * 3


@pytest.mark.parametrize("argument", ["0", "-1", "many"])
def test_a_wrong_number_is_a_usage_error(argument):
    with pytest.raises(CommandError, match="is not a number"):
        load("--students", argument)
