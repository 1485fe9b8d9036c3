"""Checking rows in a real browser: with the keyboard alone, on a phone, without a script, and when the line breaks."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from careers.models import Membership
from careers.tests.factories import CohortFactory, MembershipFactory
from careers.tests.views.test_look_browser import SIZES, assert_good, sign_in
from destinations.models import DataReturn, ReturnRow
from destinations.tests.views.cards import LONG, a_list, card_of, next_of, student, to_check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def files(settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def leader() -> Membership:
    return MembershipFactory()


@pytest.fixture
def college_list(leader) -> DataReturn:
    """Row 2: one long name. Row 3: twins and a namesake of another cohort. Row 4: nobody is close."""
    cohort = CohortFactory(school=leader.school)
    earlier = CohortFactory(school=leader.school, leaving=cohort.leaving - 1)
    college_list = a_list(cohort)
    long = student(cohort, LONG, "Maximilian", known_as="Max", former_surname="Hale", confidential_address=True, postcode="PR1 1AA")
    seen = {"surname": LONG.replace("-", " ", 1), "forename": "Maximillian", "date_of_birth": "3 April 2009", "postcode": "PR1 1AA"}
    to_check(college_list, 2, seen, (long, "Birth date different; the surname lost its hyphen; Maximillian is one letter from Maximilian."))
    born = {"date_of_birth": date(2008, 9, 2)}
    twins = [student(cohort, "Bright", forename, **born) for forename in ("Samuel", "Samantha")]
    older = student(earlier, "Bright", "Sam")
    said = "Same birth date; Sam can be {}."
    candidates = [*((twin, said.format(twin.forename)) for twin in twins), (older, "Birth date different; same name.")]
    to_check(college_list, 3, {"surname": "Bright", "forename": "Sam", "date_of_birth": "2 September 2008"}, *candidates)
    to_check(college_list, 4, {"surname": "Vickers", "forename": "Jonty"})
    college_list.rows.create(sheet="Sheet1", row=9, pile="certain", student=twins[1], seen={"surname": "Bright"})
    college_list.rows.create(sheet="Sheet1", row=5, pile="not_ours")
    return college_list


def row(college_list: DataReturn, number: int) -> ReturnRow:
    return college_list.rows.get(row=number, pile="check")


def start(page: Page, live_server, leader, college_list) -> None:
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + next_of(college_list))


def heading(page: Page):
    return page.get_by_role("heading", level=1)


@SIZES
def test_every_card_is_good_at_every_width(page: Page, live_server, axe, leader, college_list, size):
    page.set_viewport_size(size)
    start(page, live_server, leader, college_list)
    for number in (2, 3, 4):
        expect(heading(page)).to_have_text(f"Row {number}")
        assert_good(page, axe, size)
        page.keyboard.press("l")
        expect(heading(page)).not_to_have_text(f"Row {number}")
    page.get_by_text("It is another student of ours").click()
    page.get_by_label("Find the student", exact=True).fill("bright")
    page.get_by_role("button", name="Find").last.click()
    expect(page.get_by_role("heading", name="3 students found")).to_be_focused()
    assert_good(page, axe, size)


@SIZES
def test_the_lists_of_rows_are_good_at_every_width(page: Page, live_server, axe, leader, college_list, size):
    page.set_viewport_size(size)
    start(page, live_server, leader, college_list)
    page.keyboard.press("n")
    expect(heading(page)).to_have_text("Row 3")
    page.get_by_role("link", name="All decided rows").click()
    expect(heading(page)).to_have_text("Decided rows")
    assert_good(page, axe, size)
    page.get_by_role("button", name="Take back the decision on row 2").click()
    expect(heading(page)).to_have_text("Row 2")
    page.get_by_role("link", name="Rows that are not ours").click()
    expect(page.get_by_role("row", name="Fenn, Ash")).to_be_visible()
    assert_good(page, axe, size)
    page.get_by_role("link", name="One of ours").click()
    expect(page.locator(".answer")).to_contain_text("taken for nobody of ours")
    assert_good(page, axe, size)


def test_a_list_is_checked_with_single_keys_and_nothing_else(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.keyboard.press("y")
    expect(heading(page)).to_have_text("Row 3")
    expect(heading(page)).to_be_focused()
    expect(heading(page)).to_be_in_viewport()
    expect(page).to_have_url(live_server.url + card_of(row(college_list, 3)))
    expect(page).to_have_title(re.compile("^Row 3 "))
    expect(page.get_by_role("status").last).to_have_text(re.compile(r"Row 2: it is .*Maximilian.* 1 of 3 decided\."))
    page.keyboard.press("u")
    expect(heading(page)).to_have_text("Row 2")
    expect(heading(page)).to_be_focused()
    assert row(college_list, 2).decision == ""
    page.keyboard.press("1")
    expect(heading(page)).to_have_text("Row 3")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("2")
    expect(heading(page)).to_have_text("Row 4")
    expect(heading(page)).to_be_focused()
    assert row(college_list, 3).student.forename == "Samantha"
    page.keyboard.press("3")
    page.keyboard.press("n")
    expect(heading(page)).to_have_text("Newlands College")
    expect(page.get_by_text("Every row of this list is decided.")).to_be_visible()
    assert row(college_list, 4).decision == "not_ours"


def test_no_key_decides_while_somebody_writes_or_holds_another_key(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.get_by_text("It is another student of ours").click()
    page.get_by_label("Find the student", exact=True).focus()
    page.keyboard.type("yn123ul")
    page.get_by_text("It is another student of ours").focus()
    page.keyboard.press("Alt+y")
    expect(heading(page)).to_have_text("Row 2")
    assert row(college_list, 2).decision == ""


def test_a_decision_is_taken_back_with_the_same_key_on_its_own_card(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.keyboard.press("y")
    expect(heading(page)).to_have_text("Row 3")
    page.goto(live_server.url + card_of(row(college_list, 2)))
    expect(page.locator(".answer")).to_contain_text("Decided by you")
    page.keyboard.press("u")
    expect(page.get_by_role("button", name="It is Maximilian")).to_be_visible()
    assert row(college_list, 2).decision == ""


def test_the_keys_can_be_turned_off_and_stay_off(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.get_by_label("Use these keys").uncheck()
    expect(page.locator(".btn kbd").first).to_be_hidden()
    page.reload()
    expect(page.get_by_label("Use these keys")).not_to_be_checked()
    page.keyboard.press("y")
    expect(heading(page)).to_have_text("Row 2")
    assert row(college_list, 2).decision == ""
    page.get_by_label("Use these keys").check()
    page.keyboard.press("y")
    expect(heading(page)).to_have_text("Row 3")


def test_a_style_that_the_browser_left_on_a_part_of_the_page_is_not_carried_to_the_next_card(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.evaluate(
        "document.querySelectorAll('#main [id]').forEach((part) => { part.style.color = 'inherit'; })"
    )  # as dragging a box larger does
    page.keyboard.press("l")
    expect(heading(page)).to_have_text("Row 3")
    expect(heading(page)).to_be_focused()


def test_nothing_speaks_of_keys_on_a_touch_screen(browser, browser_context_args, live_server, leader, college_list):
    touched = browser_context_args | {"is_mobile": True, "has_touch": True, "viewport": {"width": 360, "height": 740}}
    context = browser.new_context(**touched)
    page = context.new_page()
    start(page, live_server, leader, college_list)
    expect(page.get_by_role("button", name="Not one of ours")).to_be_visible()
    expect(page.get_by_label("Use these keys")).to_be_hidden()
    expect(page.locator(".checking kbd:visible")).to_have_count(0)
    context.close()


def test_a_student_is_looked_for_compared_and_chosen(page: Page, live_server, leader, college_list):
    page.set_viewport_size({"width": 360, "height": 740})
    start(page, live_server, leader, college_list)
    page.goto(live_server.url + card_of(row(college_list, 4)))
    page.get_by_label("Find the student", exact=True).fill("samu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 student found")).to_be_focused()
    expect(page.get_by_role("heading", name="1 student found")).to_be_in_viewport()
    assert "samu" not in page.url
    page.get_by_role("link", name="Compare with Bright, Samuel").click()
    page.get_by_role("button", name="It is Samuel").click()
    expect(heading(page)).to_have_text("Row 2")
    assert row(college_list, 4).student.forename == "Samuel"


def test_going_back_and_forth_shows_whole_pages(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.keyboard.press("l")
    expect(heading(page)).to_have_text("Row 3")
    page.go_back()
    expect(heading(page)).to_have_text("Row 2")
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    page.go_forward()
    expect(heading(page)).to_have_text("Row 3")


def test_a_decision_that_does_not_arrive_is_said_and_can_be_tried_again(browser, browser_context_args, live_server, leader, college_list):
    page = browser.new_page(**browser_context_args)  # not the fixture's: what breaks here is meant, and the browser complains of it
    start(page, live_server, leader, college_list)
    card = re.compile(r"/rows/\d+/$")
    page.route(card, lambda route: route.abort("failed"))
    page.keyboard.press("y")
    expect(page.get_by_role("alert")).to_contain_text("nothing was saved")
    page.unroute(card)
    page.keyboard.press("y")
    expect(heading(page)).to_have_text("Row 3")
    page.close()


def test_somebody_signed_out_meanwhile_is_asked_to_sign_in(page: Page, live_server, leader, college_list):
    start(page, live_server, leader, college_list)
    page.context.clear_cookies(name="sessionid")
    page.keyboard.press("l")
    expect(heading(page)).to_have_text("Sign in")
    expect(page.get_by_role("navigation", name="Main")).to_have_count(0)


def test_what_the_thumb_needs_is_in_reach_on_a_phone(page: Page, live_server, leader, college_list):
    page.set_viewport_size({"width": 360, "height": 740})
    start(page, live_server, leader, college_list)
    for name in ("It is Maximilian", "Not one of ours"):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box and box["height"] >= 44 and 740 / 2 < box["y"] < 740 - 44


def test_a_list_is_checked_without_a_script(browser, browser_context_args, live_server, leader, college_list):
    context = browser.new_context(**browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    start(page, live_server, leader, college_list)
    expect(page.get_by_label("Use these keys")).to_be_hidden()
    page.get_by_role("button", name="It is Maximilian").click()
    expect(heading(page)).to_have_text("Row 3")
    page.get_by_role("button", name="Undo").click()
    expect(heading(page)).to_have_text("Row 2")
    page.get_by_role("link", name="Later").click()
    page.get_by_role("button", name="It is Samantha").click()
    expect(heading(page)).to_have_text("Row 4")
    page.get_by_label("Find the student", exact=True).fill("maxi")
    page.get_by_role("button", name="Find").last.click()
    page.get_by_role("link", name="Compare with").click()
    page.get_by_role("button", name="It is Maximilian").click()
    expect(heading(page)).to_have_text("Row 2")
    page.get_by_role("button", name="Not one of ours").click()
    expect(page.get_by_text("Every row of this list is decided.")).to_be_visible()
    context.close()
