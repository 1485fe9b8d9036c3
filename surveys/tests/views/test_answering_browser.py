"""A student answers on a phone: with and without JavaScript, by keyboard, in easy read; axe looks at every page they pass."""

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from careers.actions import links
from careers.tests.factories import SchoolFactory
from careers.tests.views.test_look_browser import SIZES, TOO_SMALL, assert_fits
from destinations.actions.providers import add_provider
from destinations.models import Application
from surveys.models import Invitation, PageAnswer, Response, Worry
from surveys.tests.factories import InvitationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def invited() -> Invitation:
    school = SchoolFactory(name="Harefield Academy")
    add_provider(school=school, by=None, name="Cardwell Newlands College", type="further education college", aliases=["CNC"])
    add_provider(school=school, by=None, name="Cardwell Sixth Form College", type="sixth form college")
    return InvitationFactory(student__forename="Amira", wave__cohort__school=school)


@pytest.fixture
def link(invited, live_server) -> str:
    """The personal link, on this server."""
    later = timezone.now() + timezone.timedelta(days=30)
    given = links.give(student=invited.student, purpose="wave", about=invited.wave_id, expires_at=later, by=None)
    return f"{live_server.url}/go/{links.secret_of(given)}/"


def look(page: Page, axe: Callable[[Page], None] | None, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert_fits(page, page.viewport_size)
    assert page.evaluate(TOO_SMALL) == []
    if axe:
        axe(page)


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def answer_all(page: Page, look_at: Callable[[str], None]) -> None:
    """The whole path with one application, from the start page to the list of answers."""
    look_at("Hello Amira")
    page.get_by_role("button", name="Start").click()
    look_at("What do you want to do after Year 11?")
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("Choose what you want to do.")
    look_at("What do you want to do after Year 11?")
    page.get_by_role("radio", name="A levels", exact=True).check()
    go_on(page)
    look_at("How sure are you?")
    page.get_by_role("radio", name="Quite sure").check()
    go_on(page)
    look_at("What job or kind of work interests you?")
    page.get_by_label("Job or kind of work").fill("Nurse")
    page.keyboard.press("Escape")
    go_on(page)
    look_at("Have you applied anywhere?")
    page.get_by_role("radio", name="Yes").check()
    go_on(page)
    look_at("Where have you applied?")
    page.get_by_label("Where have you applied?").fill("Cardwell")
    page.keyboard.press("Escape")
    go_on(page)
    expect(page.get_by_role("group", name="Which place do you mean?")).to_be_visible()
    look_at("Where have you applied?")
    page.get_by_role("radio", name="Cardwell Newlands College").check()
    go_on(page)
    look_at("What have you applied for at Cardwell Newlands College?")
    page.get_by_label("Course, subjects or job").fill("Biology, Chemistry")
    page.get_by_role("radio", name="Level 3").check()
    go_on(page)
    look_at("How far is your application to Cardwell Newlands College?")
    page.get_by_role("radio", name="I have an interview, or have been to one").check()
    go_on(page)
    look_at("When is the interview?")
    for part, value in {"Day": "4", "Month": "12", "Year": "2026"}.items():
        page.get_by_label(part).fill(value)
    go_on(page)
    look_at("Have you applied anywhere else?")
    page.get_by_role("radio", name="No, that is all of them").check()
    go_on(page)
    look_at("Which is your first choice?")
    page.get_by_role("radio", name="Cardwell Newlands College").check()
    go_on(page)
    look_at("What is your back-up?")
    page.get_by_role("radio", name="I have no back-up yet").check()
    go_on(page)
    look_at("What would help you?")
    page.get_by_role("checkbox", name="How to get there").check()
    go_on(page)
    look_at("Is anything worrying you?")
    page.get_by_label("Is anything worrying you?").fill("The bus is full.")
    go_on(page)
    look_at("Would you like to meet a careers adviser?")
    page.get_by_role("radio", name="Yes, soon").check()
    go_on(page)
    look_at("Check your answers")


@SIZES
def test_the_whole_path(page, axe, link, size, invited):
    page.set_viewport_size(size)
    page.goto(link)
    assert "/go/" not in page.url
    answer_all(page, lambda heading: look(page, axe, heading))
    page.get_by_role("button", name="Send my answers").click()
    look(page, axe, "Thank you, Amira")
    assert (Application.objects.get().state, Worry.objects.get().words) == ("interview", "The bus is full.")
    page.get_by_role("button", name="Finish on this computer").click()
    look(page, axe, "You have finished on this computer")


def test_the_whole_path_without_javascript(browser: Browser, link, invited):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(link)
    answer_all(page, lambda heading: expect(page.get_by_role("heading", level=1)).to_have_text(heading))
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, Amira")
    context.close()
    assert Response.objects.get().finished_at


@pytest.mark.parametrize("javascript", [True, False], ids=["with a script", "without"])
def test_not_knowing_is_a_short_path_to_a_meeting_in_easy_read(browser: Browser, axe, link, javascript):
    context = browser.new_context(java_script_enabled=javascript, viewport=PHONE)
    page = context.new_page()
    page.goto(link)
    page.get_by_label("Easy read, please").check()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("radio", name="I do not know yet").check()
    look_at = (lambda heading: look(page, axe, heading)) if javascript else (lambda heading: None)
    look_at("What do you want to do after Year 11?")
    for heading, choice in (
        ("What would help you?", "Open days"),
        ("Do you have a worry?", ""),
        ("Do you want to meet a careers adviser?", "Yes, soon"),
    ):
        go_on(page)
        look_at(heading)
        if choice:
            page.get_by_label(choice).check()
    go_on(page)
    page.get_by_role("button", name="Send my answers").click()
    expect(page.get_by_text("A careers adviser will find a time to meet you")).to_be_visible()
    look_at("Thank you, Amira")
    context.close()


def test_by_keyboard_alone_with_a_place_chosen_while_typing(page, link, invited):
    page.set_viewport_size(PHONE)
    page.goto(link)
    page.get_by_role("button", name="Start").press("Enter")
    page.get_by_role("radio", name="A levels", exact=True).press("Space")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="Very sure", exact=True).press("Space")
    page.keyboard.press("Enter")
    page.get_by_label("Job or kind of work").press_sequentially("nur")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Nurse")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Job or kind of work")).to_have_value("Nurse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Have you applied anywhere?")
    assert PageAnswer.objects.get(page="interest").values == {"interest": "Nurse", "not_sure": False}
    page.get_by_role("button", name="Back").press("Enter")
    expect(page.get_by_label("Job or kind of work")).to_have_value("Nurse")


def test_an_alias_finds_its_place_while_typing(page, axe, link, invited):
    page.set_viewport_size(PHONE)
    page.goto(link)
    page.get_by_role("button", name="Start").click()
    for choice in ("A levels", "Quite sure"):
        page.get_by_role("radio", name=choice, exact=True).check()
        go_on(page)
    page.get_by_label("I am not sure").check()
    go_on(page)
    page.get_by_role("radio", name="Yes").check()
    go_on(page)
    page.get_by_label("Where have you applied?").press_sequentially("cnc")
    axe(page)
    page.get_by_role("option", name="Cardwell Newlands College").click()
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("What have you applied for at Cardwell Newlands College?")


def begin(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("radio", name="I do not know yet").check()
    go_on(page)
    go_on(page)


def test_what_was_typed_survives_a_reload_and_the_browsers_own_back(page, link):
    begin(page, link)
    page.get_by_label("Is anything worrying you?").fill("The bus is full.")
    page.reload()
    expect(page.get_by_label("Is anything worrying you?")).to_have_value("The bus is full.")
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Would you like to meet a careers adviser?")
    assert page.evaluate("Object.keys(sessionStorage).length") == 0
    page.go_back()
    expect(page.get_by_label("Is anything worrying you?")).to_have_value("The bus is full.")


def test_without_a_connection_nothing_is_sent_and_nothing_lost(page, link):
    begin(page, link)
    page.get_by_label("Is anything worrying you?").fill("The bus is full.")
    page.context.set_offline(True)
    go_on(page)
    expect(page.get_by_role("alert")).to_contain_text("You are not connected at the moment.")
    page.context.set_offline(False)
    go_on(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Would you like to meet a careers adviser?")


def test_a_draft_is_gone_once_they_have_finished_on_this_computer(page, link):
    begin(page, link)
    page.get_by_label("Is anything worrying you?").fill("The bus is full.")
    page.get_by_role("button", name="Stop for now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You have finished on this computer")
    assert page.evaluate("Object.keys(sessionStorage).length") == 0


def test_a_double_click_sends_once(page, link):
    begin(page, link)
    page.get_by_role("button", name="Continue").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Would you like to meet a careers adviser?")
    assert PageAnswer.objects.filter(page="worry").count() == 1


def test_letters_of_twice_the_size_fit(page, link):
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(link)
    page.get_by_role("button", name="Start").click()
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_read_aloud_speaks_the_question_and_the_answers(page, link):
    page.add_init_script(
        "window.said = []; speechSynthesis.speak = (u) => window.said.push([u.text, u.lang]); speechSynthesis.cancel = () => {}"
    )
    page.goto(link)
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Read aloud").click()
    said = page.evaluate("window.said")
    assert said[0] == ["What do you want to do after Year 11?", "en-GB"]
    assert ["An apprenticeship", "en-GB"] in said
