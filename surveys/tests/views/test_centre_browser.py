"""The survey centre in a browser, wide and on a phone: readable, nothing beside the page, and live."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from careers.actions import personal_codes
from careers.models import Membership
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory, UserFactory
from careers.tests.views.test_look_browser import TOO_SMALL
from surveys.actions import form_periods
from surveys.models import Invitation
from surveys.rules.plans import as_data, usual_plan
from surveys.tests.factories import InvitationFactory, WaveFactory, leaving

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (1280, 360)


@pytest.fixture
def wave():
    wave = WaveFactory(cohort=CohortFactory(leaving=leaving()), plan=as_data(usual_plan()))
    for form in ("11A", "11A", "11B"):
        InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, form=form))
    Invitation.objects.filter(pk=wave.invitations.first().pk).update(
        opened_at=timezone.now(), started_at=timezone.now(), finished_at=timezone.now()
    )
    return wave


def enter(page: Page, live_server, membership: Membership) -> None:
    page.goto(f"{live_server.url}{reverse('account_login')}")
    page.get_by_label("Email").fill(membership.user.email)
    page.get_by_label("Password").fill("a long enough phrase")
    page.get_by_label("Password").press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")


def look(page: Page, axe, address: str = "") -> None:
    """Nothing stands out of the page, nothing is too small to press on a phone, and axe finds nothing."""
    if address:
        page.goto(address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), (page.url, width)
        axe(page)
    assert page.evaluate(TOO_SMALL) == [], page.url


def test_the_pages_of_a_wave_hold_wide_and_on_a_phone(page, live_server, axe, wave):
    draft = WaveFactory(cohort=wave.cohort, opened_at=None, plan=as_data(usual_plan()))
    enter(page, live_server, MembershipFactory(school=wave.cohort.school))
    for name, args in (("list", []), ("new", []), ("wave", [wave.pk]), ("wave", [draft.pk]), ("waiting", [wave.pk]), ("compare", [])):
        look(page, axe, f"{live_server.url}{reverse(f'surveys:{name}', args=args)}")


def test_the_centre_shows_who_finishes_meanwhile(page, live_server, wave):
    enter(page, live_server, MembershipFactory(school=wave.cohort.school))
    page.goto(f"{live_server.url}{reverse('surveys:wave', args=[wave.pk])}")
    expect(page.get_by_role("status").first).to_contain_text("1 of 3 have finished")
    wave.invitations.update(finished_at=timezone.now(), started_at=timezone.now())
    expect(page.get_by_role("status").first).to_contain_text("All 3 have finished", timeout=9_000)


def test_a_tutor_opens_for_the_class_and_a_student_comes_in(page, live_server, axe, wave, browser):
    enter(page, live_server, MembershipFactory(school=wave.cohort.school, tutor_of_11a=True))
    look(page, axe, f"{live_server.url}{reverse('surveys:own', args=[wave.pk])}")
    page.get_by_role("button", name="Open for my class").click()
    look(page, axe)
    expect(page.get_by_text("0 of 2 have come in")).to_be_visible()
    waiting = wave.invitations.filter(finished_at=None, student__form="11A").select_related("student__school").get()
    code = personal_codes.codes_for([waiting.student])[waiting.student_id]
    phone = browser.new_context(viewport={"width": 360, "height": 740}, locale="en-GB", java_script_enabled=False).new_page()
    phone.goto(f"{live_server.url}{reverse('class:code')}")
    phone.get_by_label("Class code").fill(wave.form_periods.get().code)
    phone.get_by_role("button", name="Continue").click()
    phone.get_by_label("The code on your slip").fill(code)
    for part, value in (("Day", "14"), ("Month", "3"), ("Year", "2009")):
        phone.get_by_label(part).fill(value)
    phone.get_by_role("button", name="Continue").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"Are you {waiting.student.forename}?")
    phone.get_by_role("button", name="Yes").click()
    expect(phone).to_have_url(f"{live_server.url}{reverse('answer:start')}")
    phone.context.close()
    expect(page.get_by_text("1 of 2 have come in")).to_be_visible(timeout=9_000)


def test_the_class_pages_hold_on_a_phone(page, live_server, axe, wave):
    period = form_periods.open_period(wave=wave, forms=[], minutes=60, by=UserFactory())
    look(page, axe, f"{live_server.url}{reverse('class:code')}")
    look(page, axe, f"{live_server.url}{reverse('class:sign_in', args=[period.code])}")
    page.get_by_role("button", name="Continue").click()
    look(page, axe)
