"""A class of thirty answers the first survey: the steps of the careers leader, the tutor and the students, in the browser and without."""

from collections.abc import Callable, Mapping
from datetime import date

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from careers.rules.secrets import as_printed

Look = Callable[[str], None]
SHORT = {"plan": "do_not_know"}  # the short path: four questions


def this_year_11() -> int:
    """The cohort that is in Year 11 today."""
    today = timezone.localdate()
    return today.year + (today.month >= 9)


def open_a_wave(page: Page, look: Look, name: str, asked: int) -> None:
    page.get_by_role("link", name="Surveys", exact=True).click()
    look("Survey centre")
    page.get_by_role("link", name="New wave").click()
    look("New wave")
    page.get_by_label("What do you call this wave?").fill(name)
    page.get_by_label("First day").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Go on: who is asked, and when").click()
    look(name)
    page.get_by_role("button", name=f"Open the wave: ask {asked} students").click()
    look(name)
    expect(page.locator("#main")).to_contain_text(f"0 of {asked} have finished")


def open_the_class(page: Page, look: Look, name: str) -> str:
    """The class code on the board."""
    page.get_by_role("link", name="Surveys", exact=True).click()
    look("Survey centre")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Open for my class").click()
    code = page.locator(".board-code").inner_text().removeprefix("Class code:").strip()
    look("Your plans after Year 11")
    return code


def come_in(page: Page, look: Look, server: str, class_code: str, code: str, born: date, name: str) -> None:
    """From the address on the board to the first page of the survey."""
    page.goto(server + reverse("class:code"))
    look("Type the class code")
    page.get_by_label("Class code").fill(class_code.lower())
    page.get_by_role("button", name="Continue").click()
    look("Come in")
    page.get_by_label("The code on your slip").fill(as_printed(code).lower())
    for part, value in {"Day": born.day, "Month": born.month, "Year": born.year}.items():
        page.get_by_label(part).fill(str(value))
    page.get_by_role("button", name="Continue").click()
    look(f"Are you {name}?")
    page.get_by_role("button", name="Yes").click()
    look(f"Hello {name}")


def answer_in_the_browser(page: Page, look: Look, name: str, worry: str = "") -> None:
    """The short path, to the end."""
    page.get_by_role("button", name="Start").click()
    look("What do you want to do after Year 11?")
    page.get_by_role("radio", name="I do not know yet").check()
    page.get_by_role("button", name="Continue").click()
    look("What would help you?")
    page.get_by_role("checkbox", name="A careers interview").check()
    page.get_by_role("button", name="Continue").click()
    look("Is anything worrying you?")
    page.get_by_label("Is anything worrying you?").fill(worry)
    page.get_by_role("button", name="Continue").click()
    look("Would you like to meet a careers adviser?")
    page.get_by_role("radio", name="Yes, soon").check()
    page.get_by_role("button", name="Continue").click()
    look("Check your answers")
    page.get_by_role("button", name="Send my answers").click()
    look(f"Thank you, {name}")
    page.get_by_role("button", name="Finish on this computer").click()
    look("You have finished on this computer")


def answer_without_a_browser(class_code: str, code: str, born: date) -> None:
    """The same path, asked for page by page."""
    client = Client()
    typed = {"code": code, "day": born.day, "month": born.month, "year": born.year}
    asked = client.post(reverse("class:sign_in", args=[class_code]), typed)
    client.post(reverse("class:confirm", args=[class_code]), {"who": asked.context["who"], "yes": "yes"})
    mark = client.get(reverse("answer:start")).context["mark"]
    client.post(reverse("answer:start"), {"mark": mark, "language": "en-gb"})
    for page, values in {"plan": SHORT, "help": {"help": ["open_days"]}, "worry": {"worry": ""}, "meeting": {"meeting": "no"}}.items():
        send(client, reverse("answer:page", args=[page]), values)
    send(client, reverse("answer:check"), {})


def send(client: Client, address: str, values: Mapping[str, object]) -> None:
    shown = client.get(address)
    assert shown.status_code == 200, address
    sent = client.post(address, {"mark": shown.context["mark"], **values})
    assert sent.status_code == 302, address
