"""Today and Reports in a real browser: nothing axe can find, nothing sideways, nothing too small to press, nothing the policy blocks."""

from random import Random

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from careers.tests.factories import CohortFactory, MembershipFactory
from careers.tests.views.test_look_browser import SIZES, assert_good, sign_in
from reporting.tests.factories import ReportFactory
from reporting.tests.population import a_cohort

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def leader():
    leader = MembershipFactory()
    for leaving in (2024, 2025):
        a_cohort(20, random=Random(leaving), cohort=CohortFactory(school=leader.school, leaving=leaving))
    return leader


@SIZES
def test_today_can_be_read_by_everyone(page: Page, axe, live_server, leader, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    for query in ("?leaving=2025", "?leaving=2025&as_at=2025-12-01", "?leaving=2025&as_at=2999-01-01"):
        page.goto(live_server.url + reverse("dashboard") + query)
        assert_good(page, axe, size)


@SIZES
def test_reports_can_be_read_by_everyone(page: Page, axe, live_server, leader, size, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for situation in ({"published": True}, {}, {"waiting": True}, {"failed": True}):
        ReportFactory(school=leader.school, **situation)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("reports:list"))
    assert_good(page, axe, size)


def test_a_report_that_is_being_made_shows_its_download_by_itself_once_it_is_made(page: Page, live_server, leader, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    report = ReportFactory(school=leader.school, waiting=True)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("reports:list"))
    expect(page.get_by_text("Waiting to start")).to_be_visible()
    made = ReportFactory.build(school=leader.school)
    report.file.save("report.pdf", made.file.file, save=False)
    report.state, report.digest, report.percent = made.state, made.digest, 100
    report.save()
    expect(page.get_by_role("link", name="Download")).to_be_visible(timeout=10_000)
