"""A whole class answers: the careers leader opens a wave, the tutor opens the class, thirty students come in, and staff see it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, expect

from careers.actions import personal_codes
from careers.models import HelpRequest, Membership, Student
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from careers.tests.views.test_look_browser import TOO_SMALL, assert_fits, assert_good, sign_in
from config.tests.journeys import a_class as does
from surveys.models import Response, Worry

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
BORN = date(2010, 3, 27)
ON_PHONES, IN_CLASS = 3, 30
WORRY = "Somebody in my form makes fun of me."


@pytest.fixture
def leader() -> Membership:
    return MembershipFactory(school__name="Hodder Academy")


@pytest.fixture
def class_11a(leader) -> list[Student]:
    cohort = CohortFactory(school=leader.school, leaving=does.this_year_11())
    names = ["Amira", "Tomasz", "Keira", *(f"Robin{number}" for number in range(IN_CLASS - ON_PHONES))]
    return [StudentFactory(cohort=cohort, forename=name, form="11A", date_of_birth=BORN) for name in names]


def looking(page: Page, axe, *, small: bool = False) -> Callable[[str], None]:
    """Asks that the page be the one named, and that it be good."""

    def look_at(heading: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        if not small:
            assert_good(page, axe, page.viewport_size)
            return
        assert_fits(page, page.viewport_size)
        assert page.evaluate(TOO_SMALL) == []
        axe(page)

    return look_at


@pytest.fixture
def phones(browser: Browser, browser_context_args):
    """A new phone for each student."""
    made: list[BrowserContext] = []

    def another() -> Page:
        made.append(browser.new_context(**browser_context_args, viewport=PHONE, has_touch=True))
        return made[-1].new_page()

    yield another
    for context in made:
        context.close()


def test_a_class_of_thirty_answers_and_staff_see_it_at_once(page: Page, phones, axe, live_server, leader, class_11a):
    look = looking(page, axe)
    page.set_viewport_size(WIDE)
    sign_in(page, live_server.url, leader.user)
    does.open_a_wave(page, look, "Autumn plans", IN_CLASS)
    codes = personal_codes.codes_for(class_11a)

    tutor = MembershipFactory(school=leader.school, role=Role.TUTOR, forms=["11A"])
    tutors = phones()
    tutors.set_viewport_size(WIDE)
    sign_in(tutors, live_server.url, tutor.user)
    class_code = does.open_the_class(tutors, looking(tutors, axe), "Autumn plans")
    board, wave = tutors.url, page.url
    for live in (tutors, page):
        live.goto("about:blank")  # pages that ask again by themselves would ask through the test's only connection to the database

    for number, student in enumerate(class_11a[:ON_PHONES]):
        phone = phones()
        seen = looking(phone, axe, small=True) if number == 0 else looking_quickly(phone)
        does.come_in(phone, seen, live_server.url, class_code, codes[student.pk], BORN, student.forename)
        does.answer_in_the_browser(phone, seen, student.forename, worry=WORRY if number == 0 else "")
    for student in class_11a[ON_PHONES:]:
        does.answer_without_a_browser(class_code, codes[student.pk], BORN)

    assert Response.objects.exclude(finished_at=None).count() == IN_CLASS
    tutors.goto(board)
    expect(tutors.locator("#period")).to_contain_text(f"{IN_CLASS} of {IN_CLASS} have come in, {IN_CLASS} have finished")
    tutors.get_by_role("link", name="Back to the list").click()
    expect(tutors.get_by_role("table")).to_contain_text("Ashworth")
    assert "Not done" not in tutors.content() and "Robin0 " not in tutors.title() and WORRY not in tutors.content()

    tutors.goto("about:blank")

    page.goto(wave)
    expect(page.locator("#live")).to_contain_text(f"All {IN_CLASS} have finished.")
    does_read_the_worry(page, look, live_server)
    assert HelpRequest.objects.count() == IN_CLASS


def looking_quickly(page: Page) -> Callable[[str], None]:
    return lambda heading: expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def does_read_the_worry(page: Page, look: Callable[[str], None], live_server) -> None:
    """From Today to what Amira wrote, to the safeguarding lead, who finds it on theirs."""
    worry = Worry.objects.select_related("student__school").get()
    lead = MembershipFactory(school=worry.student.school, role=Role.SAFEGUARDING_LEAD)
    page.goto(live_server.url + reverse("dashboard"))
    expect(page.get_by_role("region", name="1 student has told us of a worry")).to_be_visible()
    look("Today")
    page.get_by_role("link", name="Read it").click()
    look("Worries")
    assert WORRY not in page.content()
    page.get_by_role("link", name=worry.student.surname).click()
    look("A worry of Amira " + worry.student.surname)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text(WORRY)).to_be_visible()
    page.get_by_role("button", name="Hand to the safeguarding lead").click()
    expect(page.get_by_role("status")).to_contain_text("It is with the safeguarding lead")
    look("A worry of Amira " + worry.student.surname)
    page.context.clear_cookies()
    sign_in(page, live_server.url, lead.user)
    expect(page.get_by_role("region", name="Handed to the safeguarding lead")).to_contain_text("1 worry is with the safeguarding lead")
    page.get_by_role("link", name="See it").click()
    page.get_by_role("link", name=worry.student.surname).click()
    page.get_by_label("What was done?").fill("Spoke with Amira and the head of year.")
    page.get_by_role("button", name="Close this worry").click()
    look("Worries")
    expect(page.get_by_role("table")).to_contain_text("Closed")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_requests_for_help_are_seen_to(page: Page, axe, live_server, leader, class_11a, size):
    student = class_11a[0]
    student.help_requests.create(when="soon", what=["travel", "money"], asked_at="2026-11-20T09:00Z", came_by="survey: Autumn plans")
    look = looking(page, axe)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("help:list"))
    look("Asking for help")
    page.get_by_role("link", name="Say what was done").click()
    look("Amira " + student.surname + " asked for help")
    page.get_by_label("What was done?").fill("Bus pass form given.")
    page.get_by_role("button", name="Close this request").click()
    look("Asking for help")
    page.get_by_role("link", name="Seen to 1", exact=True).click()
    expect(page.get_by_role("table")).to_contain_text("Bus pass form given.")
