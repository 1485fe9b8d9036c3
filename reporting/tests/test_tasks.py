from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from careers.models import School
from careers.tests.factories import SchoolFactory, StudentFactory
from reporting import tasks
from reporting.actions import reports
from reporting.models import Report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(monkeypatch, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(reports, "make_pdf", lambda template, context: b"%PDF-")


def a_report() -> Report:
    school = StudentFactory(cohort__leaving=2025).school
    return reports.ask_for(school=school, term="2025-autumn", by=None)


def test_a_report_whose_message_was_lost_is_made_by_the_sweep():
    report = a_report()
    Report.objects.update(asked_at=timezone.now() - timedelta(hours=3))
    tasks.make_waiting_reports()
    report.refresh_from_db()
    assert report.state == "ready"


def test_a_report_that_was_asked_for_just_now_is_left_to_its_own_message():
    report = a_report()
    tasks.make_waiting_reports()
    report.refresh_from_db()
    assert report.state == "waiting"


def test_a_report_whose_maker_died_is_made_by_the_sweep():
    report = a_report()
    Report.objects.update(state="working", claimed_at=timezone.now() - timedelta(hours=1))
    tasks.make_waiting_reports()
    report.refresh_from_db()
    assert report.state == "ready"


def test_a_report_that_failed_is_not_tried_again_by_itself():
    a_report()
    Report.objects.update(state="failed", asked_at=timezone.now() - timedelta(hours=3))
    tasks.make_waiting_reports()
    assert Report.objects.get().state == "failed"


def test_each_school_gets_its_termly_report_once():
    for _ in range(2):
        StudentFactory(cohort__leaving=2025)
    SchoolFactory()
    School.objects.update(created_at=datetime(2025, 9, 1, tzinfo=UTC))
    with time_machine.travel("2026-01-01 05:41Z"):
        tasks.make_termly_reports()
        tasks.make_termly_reports()
    assert [report.state for report in Report.objects.all()] == ["ready", "ready"]
    assert len({report.school_id for report in Report.objects.all()}) == 2
