"""What the words of a list mean, in a real browser: put right by hand, remembered, and readable on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from careers.models import Membership
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from careers.tests.views.test_look_browser import SIZES, assert_good, sign_in
from destinations.actions import returns
from destinations.actions.providers import add_provider, source_of_provider
from destinations.models import Application, DataReturn
from destinations.tests.views.test_imports_browser import look

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = """Surname,Forename,Date of Birth,Course,Status
Ashworth,Amelia,14/03/2009,BTEC Level 3 National Extended Diploma in Applied Science (Forensic and Criminal Investigation),Phase 2B
Bright,Sam,02/09/2008,A Levels,Enrolled - changed from Level 3 to Level 2 engineering after the induction week
"""
APPLICANTS = """Surname,Forename,Date of Birth,Course applied for,Application status,Interview date,Conditions
Ashworth,Amelia,14/03/2009,A Levels,Offer made,12/03/2026,
Bright,Sam,02/09/2008,T Level Health,Conditional offer,13/03/2026,5 GCSEs at grade 5 and above with English and maths
"""


@pytest.fixture
def leader(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    leader = MembershipFactory()
    cohort = CohortFactory(school=leader.school, leaving=2025)
    for surname, forename, born in (("Ashworth", "Amelia", "2009-03-14"), ("Bright", "Sam", "2008-09-02")):
        StudentFactory(cohort=cohort, surname=surname, forename=forename, date_of_birth=born)
    return leader


def staged(leader: Membership, text: str) -> DataReturn:
    cohort = leader.school.cohorts.get()
    college = add_provider(school=leader.school, by=None, name="Cardwell Newlands College", type="sixth form college")
    return returns.stage(cohort=cohort, source=source_of_provider(college), data=text.encode(), file_name="list.csv", by=None)


def sideways(page: Page) -> bool:
    """Whether any table has to be scrolled to be read."""
    regions = page.locator(".table-region").all()
    return any(region.evaluate("region => region.scrollWidth > region.clientWidth + 1") for region in regions)


@SIZES
def test_a_word_is_put_right_and_remembered_for_its_sender(page, live_server, axe, leader, size):
    data_return = staged(leader, LIST)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("returns:words", args=[data_return.pk]))
    assert_good(page, axe, size)
    assert not sideways(page)
    look(page, "words", size)
    page.get_by_role("link", name="Change what Phase 2B means").click()
    assert_good(page, axe, size)
    look(page, "word", size)
    page.get_by_label("Left", exact=True).check()
    page.get_by_role("button", name="Read the list again with this").click()
    told = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Phase 2B"))
    expect(told.get_by_role("cell", name="Left", exact=True)).to_be_visible()
    expect(told).to_contain_text("you, on")
    page.get_by_role("link", name="Everything put right for Cardwell Newlands College").click()
    expect(page.get_by_role("rowheader", name="Phase 2B")).to_be_visible()
    assert_good(page, axe, size)
    assert not sideways(page)
    look(page, "sender-words", size)


@SIZES
def test_how_words_are_read_is_readable_without_scrolling_sideways(page, live_server, axe, leader, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("returns:word_rules"))
    assert_good(page, axe, size)
    page.get_by_label("Look up words of a list").fill("gap year")
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_text("“Gap year”", exact=False).first).to_be_visible()
    assert_good(page, axe, size)
    look(page, "words-looked-up", size)
    page.get_by_role("navigation", name="Subjects").get_by_role("link", name="Course").click()
    assert_good(page, axe, size)
    assert not sideways(page)
    look(page, "words-subject", size)


@SIZES
def test_a_word_about_an_application_is_put_right_by_keyboard(page, live_server, axe, leader, size):
    data_return = staged(leader, APPLICANTS)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("returns:words", args=[data_return.pk]))
    assert_good(page, axe, size)
    assert not sideways(page)
    look(page, "words-applicants", size)
    page.get_by_role("link", name="Change what Offer made means").press("Enter")
    assert_good(page, axe, size)
    look(page, "word-applicants", size)
    page.get_by_label("On a waiting list").press("Space")
    page.get_by_role("button", name="Read the list again with this").press("Enter")
    told = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Offer made"))
    expect(told).to_contain_text("On a waiting list")
    expect(told).to_contain_text("you, on")


@SIZES
def test_an_offer_says_only_what_was_told_of_it(page, live_server, axe, leader, size):
    returns.apply(data_return=staged(leader, APPLICANTS), by=None)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    shown = {}
    for application in Application.objects.select_related("student"):
        page.goto(live_server.url + reverse("students:story", args=[application.student_id]))
        assert_good(page, axe, size)
        shown[application.student.forename] = page.locator(".panel", has_text="Cardwell Newlands College").inner_text()
        look(page, f"application-{application.state}", size)
    assert "Offer: A Levels" in shown["Amelia"]
    assert "conditions" not in shown["Amelia"].lower()
    assert "Offer with conditions: T Level Health" in shown["Sam"]
