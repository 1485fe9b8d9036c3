"""Contact details, permissions and ways in, in a real browser: nothing axe can find, nothing sideways, nothing too small to press."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from careers import passes
from careers.actions import codes, links
from careers.models import Message, OneTimeCode, Student
from careers.rules.asking import Purpose
from careers.tests.asking_factories import ContactDetailFactory, PermissionFactory
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from careers.tests.views.test_look_browser import SIZES, assert_fits, assert_good, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Axe = Callable[[Page], None]


@pytest.fixture
def robin() -> Student:
    student = StudentFactory(cohort=CohortFactory(), surname="Ashworth", forename="Robin")
    ContactDetailFactory(student=student, value="robin.with.a.very.long.address@a-very-long-domain-of-somebody.example")
    ContactDetailFactory(student=student, of_a_parent=True, bounced=True)
    PermissionFactory(student=student, purpose=Purpose.SHARE_PROVIDERS, refused=True, to_whom="Cardwell College")
    links.give(student=student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=9), by=None)
    return student


@SIZES
def test_staff_pages_fit_and_are_accessible(page: Page, live_server, axe: Axe, size: dict[str, int], robin: Student) -> None:
    page.set_viewport_size(size)
    sign_in(page, live_server.url, MembershipFactory(school=robin.school).user)
    for name, args in [
        ("students:contact", [robin.pk]),
        ("students:contact_add", [robin.pk]),
        ("students:permission", [robin.pk]),
        ("students:preferences", [robin.pk]),
        ("contacts:missing", []),
        ("contacts:import", []),
        ("permissions:list", []),
        ("permissions:basis", ["contact"]),
        ("permissions:words", ["contact"]),
    ]:
        page.goto(live_server.url + reverse(name, args=args))
        assert_good(page, axe, size)


def test_an_objection_is_recorded_by_keyboard_and_holds_at_once(page: Page, live_server, robin: Student) -> None:
    sign_in(page, live_server.url, MembershipFactory(school=robin.school).user)
    page.goto(live_server.url + reverse("students:contact", args=[robin.pk]))
    page.get_by_role("link", name="Record a permission").press("Enter")
    page.get_by_label("Contact for three years after Year 11").press("Space")
    page.get_by_label("The student", exact=True).press("Space")
    page.get_by_label("No, or objects").press("Space")
    page.get_by_role("button", name="Record it").press("Enter")
    row = page.get_by_role("region", name="What we may do today").get_by_role("row", name="Contact for three years")
    expect(row).to_contain_text("The student said no on")


@SIZES
def test_a_link_and_its_code_on_a_phone(page: Page, live_server, axe: Axe, size: dict[str, int], robin: Student, monkeypatch) -> None:
    monkeypatch.setitem(passes.LEADS_TO, "test", "one_time_code")
    page.set_viewport_size(size)
    link = links.give(student=robin, purpose="test", expires_at=timezone.now() + timedelta(days=9), by=None)
    page.goto(f"{live_server.url}/go/{links.secret_of(link)}/")
    assert page.url == live_server.url + reverse("one_time_code")
    expect(page.get_by_text("r•••@a•••.example")).to_be_visible()
    assert_good(page, axe, size)
    page.get_by_role("button", name="Send a code").press("Enter")
    page.get_by_label("The six-digit code").fill("000")
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This is not the code")
    assert_good(page, axe, size)
    page.get_by_label("The six-digit code").fill(codes.digits_of(OneTimeCode.objects.get()))
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert OneTimeCode.objects.get().used_at
    assert Message.objects.get().code
    assert_fits(page, size)
