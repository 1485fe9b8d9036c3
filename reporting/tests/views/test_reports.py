from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from kombu.exceptions import OperationalError

from careers.models import AuditEvent
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, SchoolFactory, StudentFactory
from destinations.tests.factories import EvidenceFactory
from reporting.actions import reports
from reporting.models import Report
from reporting.tasks import make_report
from reporting.tests.factories import PAPER, ReportFactory

pytestmark = pytest.mark.django_db
LIST = reverse("reports:list")


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def school():
    return SchoolFactory()


def enter(client: Client, school, role=Role.CAREERS_LEADER):
    membership = MembershipFactory(school=school, role=role)
    client.force_login(membership.user)
    return membership


def where(name: str, report: Report) -> str:
    return reverse(f"reports:{name}", args=[report.pk])


def test_the_button_makes_this_terms_report(client, school):
    StudentFactory(cohort__school=school, cohort__leaving=2026)
    enter(client, school)
    term = client.get(LIST).context["form"].initial["term"]
    page = client.post(reverse("reports:make"), {"term": term}, follow=True)
    report = Report.objects.get()
    assert (report.state, report.term) == ("ready", term)
    assert where("download", report) in page.content.decode()


def test_a_broker_that_does_not_answer_leaves_the_report_waiting_and_says_so(client, school, monkeypatch):
    def down(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(make_report, "apply_async", down)
    enter(client, school)
    StudentFactory(cohort__school=school, cohort__leaving=2026)
    term = client.get(LIST).context["form"].initial["term"]
    page = client.post(reverse("reports:make"), {"term": term}, follow=True)
    assert Report.objects.get().state == "waiting"
    assert "It starts by itself" in page.content.decode()


def test_a_term_that_is_not_in_the_list_is_refused_in_plain_words(client, school):
    StudentFactory(cohort__school=school, cohort__leaving=2026)
    enter(client, school)
    page = client.post(reverse("reports:make"), {"term": "2999-autumn"}, follow=True)
    assert "Choose one of the terms in the list." in page.content.decode()
    assert not Report.objects.exists()


def test_a_report_being_made_looks_again_by_itself_with_a_script_and_by_a_link_without(client, school):
    report = ReportFactory(school=school, waiting=True)
    enter(client, school)
    page = client.get(LIST).content.decode()
    assert f'hx-get="{where("progress", report)}"' in page
    assert f'<a class="small" href="{LIST}">Look now</a>' in page


def test_progress_is_one_part_for_a_script_and_the_list_without_one(client, school):
    report = ReportFactory(school=school, waiting=True, step="Laying out the pages")
    enter(client, school)
    part = client.get(where("progress", report), headers={"hx-request": "true"})
    assert "Laying out the pages" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert "HX-Refresh" not in part.headers
    assert client.get(where("progress", report)).url == LIST


def test_progress_asks_for_the_whole_page_again_once_the_report_is_made(client, school):
    enter(client, school)
    assert client.get(where("progress", ReportFactory(school=school)), headers={"hx-request": "true"})["HX-Refresh"] == "true"


def test_why_a_report_could_not_be_made_is_on_the_page(client, school):
    ReportFactory(school=school, failed=True)
    enter(client, school)
    assert "Pango is missing." in client.get(LIST).content.decode()


def test_downloading_gives_the_file_to_keep_and_is_recorded(client, school):
    report = ReportFactory(school=school)
    membership = enter(client, school)
    response = client.get(where("download", report))
    assert response.content == PAPER
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="governors-report-2025-autumn-as-at-2025-12-31.pdf"'
    assert response["Cache-Control"] == "no-store, private"
    event = AuditEvent.objects.get(verb="downloaded a report")
    assert (event.by, event.subject_id) == (membership.user, report.pk)


def test_a_changed_file_is_not_given_out_and_the_page_says_why(client, school, settings):
    report = ReportFactory(school=school)
    (settings.MEDIA_ROOT / report.file.name).write_bytes(b"%PDF-1.7 better numbers")
    enter(client, school)
    response = client.get(where("download", report))
    assert response.status_code == 410
    assert "its numbers may have been changed" in response.content.decode()


def test_a_report_without_a_file_has_nothing_to_download(client, school):
    enter(client, school)
    assert client.get(where("download", ReportFactory(school=school, waiting=True))).status_code == 404


def test_publishing_shows_it_to_governors_and_taking_back_hides_it(client, school):
    report = ReportFactory(school=school)
    governor = Client()
    enter(governor, school, Role.GOVERNOR)
    enter(client, school)
    assert governor.get(where("download", report)).status_code == 404
    client.post(where("publish", report), {"publish": "yes"})
    assert governor.get(where("download", report)).content == PAPER
    client.post(where("publish", report), {"publish": "no"})
    assert governor.get(where("download", report)).status_code == 404


def test_a_report_that_was_not_made_is_not_published(client, school):
    report = ReportFactory(school=school, waiting=True)
    enter(client, school)
    page = client.post(where("publish", report), {"publish": "yes"}, follow=True)
    assert "has not been made yet" in page.content.decode()


def test_a_governor_reads_published_reports_and_nothing_else(client, school):
    published, other = ReportFactory(school=school, published=True), ReportFactory(school=school)
    enter(client, school, Role.GOVERNOR)
    page = client.get(LIST).content.decode()
    assert where("download", published) in page
    assert where("download", other) not in page
    assert "Make the report" not in page
    assert "Publish to governors" not in page
    for refused in (reverse("dashboard"), reverse("students:board"), where("progress", published)):
        assert client.get(refused).status_code == 403


def test_a_report_of_another_school_does_not_exist(client, school):
    report = ReportFactory(published=True)
    enter(client, school)
    for response in (client.get(where("download", report)), client.post(where("publish", report)), client.get(where("progress", report))):
        assert response.status_code == 404


@pytest.mark.parametrize("reports_made", [1, 30])
def test_the_list_asks_the_same_number_of_queries_however_long_it_is(client, school, django_assert_max_num_queries, reports_made):
    ReportFactory.create_batch(reports_made, school=school)
    enter(client, school)
    client.get(LIST)
    with django_assert_max_num_queries(7):
        client.get(LIST)


IN_JANUARY = "2026-01-20 12:00Z"


@pytest.fixture
def started_in_january(school):
    """Everything about the leavers of 2025 was recorded after the autumn term had ended."""
    EvidenceFactory(student__cohort=CohortFactory(school=school, leaving=2025), recorded_at=datetime(2026, 1, 10, 9, tzinfo=UTC))
    with time_machine.travel(IN_JANUARY, tick=False):
        yield school


def test_a_past_term_of_which_nothing_was_recorded_in_time_is_made_as_at_today_unless_the_end_is_chosen_again(client, started_in_january):
    enter(client, started_in_january)
    assert "nothing about its students had been recorded by its end" in client.get(LIST).content.decode()
    asked = client.post(reverse("reports:make"), {"term": "2025-autumn", "as_at": "term_end", "told": "2025-spring"})
    assert "had been recorded by 31 December 2025" in asked.content.decode()
    assert not Report.objects.exists()
    form = asked.context["form"]
    assert (form["as_at"].value(), form["told"].value()) == ("today", "2025-autumn")
    for as_at, day in (("today", date(2026, 1, 20)), ("term_end", date(2025, 12, 31))):
        client.post(reverse("reports:make"), {"term": "2025-autumn", "as_at": as_at, "told": "2025-autumn"})
        assert Report.objects.first().as_at == day
    assert "after the end of the term" in client.get(LIST).content.decode()


def test_the_latest_term_with_students_is_chosen_and_one_without_is_refused(client, school):
    StudentFactory(cohort__school=school, cohort__leaving=2022)  # Year 14 in 2024/25, and nobody after them
    with time_machine.travel("2025-11-21 12:00Z", tick=False):
        enter(client, school)
        assert client.get(LIST).context["form"].initial["term"] == "2024-summer"
        page = client.post(reverse("reports:make"), {"term": "2025-autumn", "as_at": "term_end"}, follow=True)
    assert "no students in Year 11, 12 or 14 in the autumn term 2025/26. Choose another term." in page.content.decode()
    assert not Report.objects.exists()


def test_a_school_without_students_is_told_why_there_is_no_form(client, school):
    enter(client, school)
    page = client.get(LIST).content.decode()
    assert "No report can be made yet" in page
    assert "Make the report</button>" not in page


def test_a_report_that_failed_is_tried_again_by_a_button(client, school):
    StudentFactory(cohort__school=school, cohort__leaving=2025)
    report = ReportFactory(school=school, failed=True)
    membership = enter(client, school)
    assert where("again", report) in client.get(LIST).content.decode()
    page = client.post(where("again", report), follow=True).content.decode()
    report.refresh_from_db()
    assert (report.state, report.asked_by) == ("ready", membership.user)
    assert where("again", report) not in page
    assert f"by {membership.user}" in page


def test_publishing_what_is_barely_known_asks_first_and_other_reports_do_not(client, school):
    enter(client, school)
    ReportFactory(school=school)
    assert "<summary>Publish" not in client.get(LIST).content.decode()
    ReportFactory(school=school, barely_known="Year 12, leavers 2025 (3 of 40)")
    page = client.get(LIST).content.decode()
    assert page.count("<summary>Publish to governors") == 1
    assert "Less than half is known of Year 12, leavers 2025 (3 of 40)." in page


def test_what_the_actions_are_called_with_names_the_person(client, school, monkeypatch):
    seen = {}
    monkeypatch.setattr(reports, "publish", lambda **given: seen.update(given))
    membership = enter(client, school)
    client.post(where("publish", ReportFactory(school=school)))
    assert seen["by"] == membership.user
