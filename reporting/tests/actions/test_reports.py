import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from careers.models import AuditEvent, School
from careers.pdf import PdfUnavailable
from careers.tests.factories import MembershipFactory, SchoolFactory, StudentFactory
from reporting.actions import reports
from reporting.models import Report

pytestmark = pytest.mark.django_db
MIDTERM = "2025-11-21 12:00Z"


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def leader():
    school = SchoolFactory()
    StudentFactory(cohort__school=school, cohort__leaving=2025)
    School.objects.filter(pk=school.pk).update(created_at=datetime(2025, 9, 1, tzinfo=UTC))
    school.refresh_from_db()
    return MembershipFactory(school=school)


@pytest.fixture
def report(leader):
    with time_machine.travel(MIDTERM, tick=False):
        yield reports.ask_for(school=leader.school, term="2025-autumn", by=leader.user)


@pytest.fixture
def quick(monkeypatch):
    """Paper that takes no time."""
    monkeypatch.setattr(reports, "make_pdf", lambda template, context: b"%PDF-1.7 " + template.encode())


def verbs() -> list[str]:
    return list(AuditEvent.objects.order_by("id").values_list("verb", flat=True))


def test_a_report_asked_for_during_a_term_is_as_at_that_day(report):
    assert (report.state, report.as_at) == ("waiting", date(2025, 11, 21))
    assert verbs() == ["asked for a report"]


def test_asking_twice_while_it_is_being_made_gives_the_same_report(report, leader):
    assert reports.ask_for(school=leader.school, term="2025-autumn", by=leader.user) == report


def test_asking_again_once_it_is_made_gives_a_new_report_and_leaves_the_old_alone(report, leader, quick):
    reports.make(report_id=report.pk)
    assert reports.ask_for(school=leader.school, term="2025-autumn", by=leader.user) != report


def test_a_term_that_has_not_begun_is_refused(leader):
    with time_machine.travel(MIDTERM), pytest.raises(ValueError, match="has not begun yet"):
        reports.ask_for(school=leader.school, term="2025-spring", by=leader.user)
    assert not Report.objects.exists()


def test_making_keeps_the_file_with_its_digest(report):
    assert reports.make(report_id=report.pk)
    report.refresh_from_db()
    with report.file.open() as kept:
        pdf = kept.read()
    assert (report.state, report.percent, report.digest) == ("ready", 100, hashlib.sha256(pdf).hexdigest())
    assert pdf.startswith(b"%PDF-")
    assert verbs()[-1] == "made a report"


def test_making_twice_makes_it_once(report, quick):
    assert reports.make(report_id=report.pk)
    assert not reports.make(report_id=report.pk)
    assert verbs().count("made a report") == 1


def test_a_report_that_somebody_is_making_is_left_to_them(report, quick):
    assert reports.claim(report.pk)
    assert not reports.make(report_id=report.pk)


def test_a_report_whose_maker_died_is_made_by_the_next(report, quick):
    reports.claim(report.pk)
    Report.objects.update(claimed_at=timezone.now() - reports.CLAIM_LASTS - timedelta(seconds=1))
    assert reports.make(report_id=report.pk)
    assert Report.objects.get().state == "ready"


def test_a_maker_given_up_for_dead_does_not_write_over_the_one_who_took_over(report, quick, settings):
    late = reports.claim(report.pk)
    assert late
    Report.objects.update(claimed_at=timezone.now() - reports.CLAIM_LASTS - timedelta(seconds=1))
    reports.make(report_id=report.pk)
    made = Report.objects.get()
    reports.finish(Report.objects.get(), late, b"%PDF-late")
    reports.give_up(Report.objects.get(), late, "too late")
    assert Report.objects.values_list("state", "digest", "problem").get() == ("ready", made.digest, "")
    assert len(list(settings.MEDIA_ROOT.rglob("*.pdf"))) == 1


def test_how_far_it_has_come_is_seen_on_the_way(report, monkeypatch):
    seen = []

    def look(template, context):
        seen.append(Report.objects.values_list("state", "step", "percent").get())
        return b"%PDF-"

    monkeypatch.setattr(reports, "make_pdf", look)
    reports.make(report_id=report.pk)
    assert seen == [("working", "Laying out the pages", 45)]


def fails_with(problem: Exception):
    def fail(template, context):
        raise problem

    return fail


def test_a_machine_that_cannot_make_pdfs_says_so_in_plain_words(report, monkeypatch):
    monkeypatch.setattr(reports, "make_pdf", fails_with(PdfUnavailable("The Pango library is missing.")))
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    assert (report.state, report.problem) == ("failed", "The Pango library is missing.")


def test_what_was_not_foreseen_is_recorded_without_its_details(report, monkeypatch):
    monkeypatch.setattr(reports, "make_pdf", fails_with(RuntimeError("Ashworth, Robin")))
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    assert report.state == "failed"
    assert str(report.pk) in report.problem
    assert "Ashworth" not in report.problem


def test_a_school_without_those_cohorts_is_told_so(report):
    report.school.students.all().delete()
    report.school.cohorts.all().delete()
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    assert "has no students in Year 11, 12 or 14" in report.problem


def test_only_a_report_that_was_made_is_published(report, leader):
    with pytest.raises(reports.NotReady):
        reports.publish(report=report, by=leader.user)


def test_publishing_and_taking_back_are_recorded(report, leader, quick):
    reports.make(report_id=report.pk)
    reports.publish(report=report, by=leader.user)
    assert Report.objects.get().published_by == leader.user
    reports.unpublish(report=report, by=leader.user)
    reports.unpublish(report=report, by=leader.user)
    assert Report.objects.get().published_at is None
    assert verbs()[-2:] == ["published a report", "took a report back"]


def test_handing_out_is_recorded_with_who_took_it(report, leader, quick):
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    assert reports.hand_out(report=report, by=leader.user).startswith(b"%PDF-")
    assert (verbs()[-1], AuditEvent.objects.latest("id").by) == ("downloaded a report", leader.user)


@pytest.mark.parametrize("what", ["changed", "gone"])
def test_a_file_that_is_not_the_one_that_was_made_is_not_handed_out(report, leader, quick, settings, what):
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    file = settings.MEDIA_ROOT / report.file.name
    file.write_bytes(b"%PDF-1.7 other numbers") if what == "changed" else file.unlink()
    assert reports.hand_out(report=report, by=leader.user) is None
    assert "downloaded a report" not in verbs()


def test_the_database_refuses_a_ready_report_without_its_file(report):
    with pytest.raises(IntegrityError, match="a_ready_report_has_its_file"), transaction.atomic():
        Report.objects.update(state="ready")


def test_the_database_refuses_to_publish_what_was_not_made(report):
    with pytest.raises(IntegrityError, match="only_a_ready_report_is_published"), transaction.atomic():
        Report.objects.update(published_at=timezone.now())


@pytest.mark.parametrize(
    ("today", "asks"),
    [("2025-12-30", False), ("2025-12-31", True), ("2026-03-30", True), ("2026-01-02", True)],
)
def test_the_report_of_the_term_that_ended_is_asked_for_however_late(leader, today, asks):
    with time_machine.travel(f"{today} 12:00Z"):
        report = reports.ask_for_the_term_that_ended(school=leader.school)
    assert (report is not None) == asks
    if report:
        assert (report.term, report.as_at) == ("2025-autumn", date(2025, 12, 31))


def test_the_report_of_the_term_that_ended_is_asked_for_once(leader, quick):
    with time_machine.travel("2026-01-02 12:00Z"):
        first = reports.ask_for_the_term_that_ended(school=leader.school)
        reports.make(report_id=first.pk)
        assert reports.ask_for_the_term_that_ended(school=leader.school) is None


def test_a_report_made_earlier_in_the_term_does_not_stand_for_the_whole_term(report, leader, quick):
    reports.make(report_id=report.pk)
    with time_machine.travel("2026-01-02 12:00Z"):
        assert reports.ask_for_the_term_that_ended(school=leader.school)


def test_a_school_that_came_after_the_term_gets_no_report_of_it(leader):
    School.objects.update(created_at=datetime(2026, 1, 1, tzinfo=UTC))
    leader.school.refresh_from_db()
    with time_machine.travel("2026-01-02 12:00Z"):
        assert reports.ask_for_the_term_that_ended(school=leader.school) is None


def test_a_school_without_students_at_any_stage_gets_no_report():
    school = SchoolFactory()
    School.objects.update(created_at=datetime(2020, 1, 1, tzinfo=UTC))
    school.refresh_from_db()
    assert reports.ask_for_the_term_that_ended(school=school) is None


def test_a_report_as_at_today_is_another_than_the_one_as_at_the_end_of_its_term(leader):
    today = date(2026, 1, 20)
    with time_machine.travel("2026-01-20 12:00Z", tick=False):
        usual = reports.ask_for(school=leader.school, term="2025-autumn", by=leader.user)
        now = reports.ask_for(school=leader.school, term="2025-autumn", as_at=today, by=leader.user)
        assert reports.ask_for(school=leader.school, term="2025-autumn", as_at=today, by=leader.user) == now
    assert (usual.as_at, usual.is_after_the_term) == (date(2025, 12, 31), False)
    assert (now.as_at, now.is_after_the_term) == (today, True)


def test_a_report_of_which_less_than_half_is_known_remembers_which_stage(report, quick):
    reports.make(report_id=report.pk)
    report.refresh_from_db()
    assert report.barely_known == "Year 12, leavers 2025 (0 of 1)"


def test_a_report_that_failed_is_tried_again_and_only_such_a_one(report, leader, monkeypatch):
    monkeypatch.setattr(reports, "make_pdf", fails_with(PdfUnavailable("The Pango library is missing.")))
    reports.make(report_id=report.pk)
    other = MembershipFactory(school=leader.school).user
    assert reports.try_again(report=report, by=other)
    report.refresh_from_db()
    assert (report.state, report.problem, report.asked_by) == ("waiting", "", other)
    assert verbs()[-1] == "asked for a report again"
    assert not reports.try_again(report=report, by=other)
