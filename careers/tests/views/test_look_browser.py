"""The frame, sign-in, empty and error pages in a real browser: nothing axe can find, nothing sideways, nothing too small to press."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from careers.models import Membership, User
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, {"width": 360, "height": 740}], ids=["wide", "phone"])
PHRASE = "a long enough phrase"
Axe = Callable[[Page], None]

TOO_SMALL = """() => [
        ...document.querySelectorAll("button, summary, input:not([type=hidden], [type=checkbox], [type=radio]), select, nav a, .btn"),
    ]
    .filter((e) => e.checkVisibility() && !e.closest(".visually-hidden"))
    .filter((e) => e.getBoundingClientRect().height < 43.5)
    .map((e) => e.outerHTML.slice(0, 80))"""


def sign_in(page: Page, server: str, person: User) -> None:
    page.goto(server + reverse("account_login"))
    page.get_by_label("Your email address").fill(person.email)
    page.get_by_label("Your password").fill(PHRASE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")


def assert_good(page: Page, axe: Axe, size: dict[str, int]) -> None:
    axe(page)
    assert_fits(page, size)


def assert_fits(page: Page, size: dict[str, int]) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], "the page scrolls sideways"
    if size["width"] < 400:
        assert page.evaluate(TOO_SMALL) == []


def calm(page: Page) -> None:
    """A page that answers 404 is looked at as if it answered 200: the browser would complain of what is meant."""
    page.route(re.compile(r"/no-such-page/$"), lambda route: route.fulfill(response=route.fetch(), status=200))


@pytest.fixture
def leader() -> Membership:
    leader = MembershipFactory(school__name="St Aelred’s Catholic High School and Sixth Form Centre")
    MembershipFactory(user=leader.user, school__name="Zetland High School")
    for leaving in (2023, 2024, 2025):
        CohortFactory(school=leader.school, leaving=leaving)
    return leader


@SIZES
@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_reset_password_done", "account_inactive"])
def test_pages_before_sign_in(page, axe, live_server, size, name):
    page.set_viewport_size(size)
    page.goto(live_server.url + reverse(name))
    assert_good(page, axe, size)


@SIZES
def test_a_refused_sign_in_puts_the_reader_at_the_problem(page, axe, live_server, size):
    page.set_viewport_size(size)
    page.goto(live_server.url + reverse("account_login"))
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    assert_good(page, axe, size)
    page.get_by_role("link", name="Enter your password.").click()
    expect(page.get_by_label("Your password")).to_be_focused()


@SIZES
def test_the_page_of_a_role_with_nothing_to_do(page, axe, live_server, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, MembershipFactory(role=Role.EXAMS_OFFICER).user)
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome")
    assert_good(page, axe, size)


@SIZES
def test_a_page_that_does_not_exist(page, axe, live_server, size, leader):
    calm(page)
    page.set_viewport_size(size)
    page.goto(live_server.url + "/no-such-page/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    assert_good(page, axe, size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + "/no-such-page/")
    assert_good(page, axe, size)


@SIZES
def test_changing_the_password_with_every_menu_tried(page, axe, live_server, size, leader):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("account_change_password"))
    assert_good(page, axe, size)
    for menu in page.locator("details.drop > summary").all():
        if menu.is_visible():
            menu.click()
            assert_fits(page, size)
            page.keyboard.press("Escape")
    expect(page.locator("details.drop[open]")).to_have_count(0)


def test_without_a_script_the_cohort_is_chosen_and_the_same_page_comes_back(browser, browser_context_args, live_server, leader):
    context: BrowserContext = browser.new_context(**browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("account_change_password"))
    page.locator("summary", has_text="Leavers 2025").click()
    page.get_by_role("button", name="Leavers 2023").click()
    expect(page).to_have_url(live_server.url + reverse("account_change_password"))
    expect(page.locator("summary", has_text="Leavers 2023")).to_be_visible()
    context.close()


def test_the_first_press_of_tab_offers_to_skip_to_the_page(page, live_server):
    page.goto(live_server.url + reverse("account_reset_password"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_at_twice_the_size_of_letters_nothing_is_lost(page, axe, live_server, leader):
    page.set_viewport_size({"width": 640, "height": 400})
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("account_change_password"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    axe(page)


def test_signing_out_from_the_account_menu(page, live_server):
    sign_in(page, live_server.url, MembershipFactory(user=UserFactory(name="Mina Okafor")).user)
    page.locator("summary", has_text="Mina Okafor").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
