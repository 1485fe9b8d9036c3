"""Imports, the register, accounts and the audit in a real browser: nothing axe can find, nothing sideways, nothing too small."""

import os
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from careers.models import Membership
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory, upn
from careers.tests.views.test_look_browser import SIZES, assert_good, sign_in
from destinations.actions.providers import add_provider

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXPORT = f"""UPN,ULN,Surname,Forename,DOB,Form,Postcode,More able
{upn(1)},1000102504,Ada,Ruth,14/03/2009,11A,Preston,Y
{upn(2)},,Ben,Tom,15/03/2009,11C,PR1 1AA,N
{upn(3)},,Cyd,Ann,31/02/2009,11A,,N
{upn(4)},,Dov,Lee,31/01/2008,11A,,N
"""
PROVIDERS = "Name,Type,Aliases\nRosehall College,fe college,RC\nCNC,sixth form college,Newlands\nBay,orchestra,\n"


@pytest.fixture
def leader() -> Membership:
    leader = MembershipFactory()
    cohort = CohortFactory(school=leader.school, leaving=2025)
    StudentFactory(cohort=cohort, upn=upn(2), surname="Ben", forename="Tom", form="11A")
    StudentFactory(cohort=cohort, upn=upn(9), surname="Gone", forename="Kit")
    add_provider(school=leader.school, by=leader.user, name="Cardwell Newlands College", type="sixth form college", aliases=["CNC"])
    MembershipFactory(school=leader.school, tutor_of_11a=True, user__name="A tutor with quite a long name")
    return leader


def look(page: Page, name: str, size: dict[str, int]) -> None:
    """Keeps a picture where somebody asks for one."""
    if folder := os.environ.get("WAYMARK_PICTURES"):
        page.screenshot(path=Path(folder, f"{name}-{size['width']}.png"), full_page=True)


@SIZES
def test_an_export_is_imported_by_hand_and_every_pile_is_readable(page, live_server, axe, leader, tmp_path, settings, size):
    settings.MEDIA_ROOT = tmp_path
    Path(tmp_path, "export.csv").write_text(EXPORT)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("students:import"))
    assert_good(page, axe, size)
    look(page, "import", size)
    page.get_by_label("Which students are in it?").select_option("2025")
    page.get_by_label("Which file?").set_input_files(Path(tmp_path, "export.csv"))
    page.get_by_role("button", name="See what would change").click()
    for pile in ("new", "changed", "missing", "refused", "warnings"):
        page.goto(page.url.split("?")[0] + f"?show={pile}")
        assert_good(page, axe, size)
        look(page, f"preview-{pile}", size)
    page.get_by_text("What each column was taken for").click()
    page.get_by_label("Column H, “More able”").select_option("own")
    assert_good(page, axe, size)
    page.get_by_role("button", name="Use these columns").click()
    page.get_by_role("button", name="Apply").click()
    assert "2 added, 1 changed" in page.locator(".answer").inner_text()
    assert_good(page, axe, size)
    look(page, "done", size)


@SIZES
def test_a_list_of_providers_is_imported_by_hand(page, live_server, axe, leader, tmp_path, settings, size):
    settings.MEDIA_ROOT = tmp_path
    Path(tmp_path, "providers.csv").write_text(PROVIDERS)
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("providers:import"))
    assert_good(page, axe, size)
    page.get_by_label("Which file?").set_input_files(Path(tmp_path, "providers.csv"))
    page.get_by_role("button", name="See what would change").click()
    assert_good(page, axe, size)
    look(page, "providers-preview", size)
    page.get_by_role("button", name="Apply").click()
    assert "2 providers in the register." in page.locator(".answer").inner_text()
    assert_good(page, axe, size)
    look(page, "providers", size)


@SIZES
@pytest.mark.parametrize("name", ["providers:add", "accounts:list", "accounts:add", "audit:list"])
def test_pages_of_the_settings_are_accessible_and_fit(page, live_server, axe, leader, size, name):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse(name))
    assert_good(page, axe, size)
    look(page, name.replace(":", "-"), size)


@SIZES
def test_two_entries_of_the_register_are_compared_and_every_list_stacks_on_a_phone(page, live_server, axe, leader, size):
    kept = leader.school.providers.get()
    other = add_provider(school=leader.school, by=leader.user, name="Cardwell College", type="sixth form college")
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    for path in (reverse("providers:list"), reverse("providers:doubles"), f"{reverse('providers:merge', args=[kept.pk])}?other={other.pk}"):
        page.goto(live_server.url + path)
        assert_good(page, axe, size)
        wide = "[...document.querySelectorAll('.table-region')].some((e) => e.scrollWidth > e.clientWidth + 1)"
        assert not page.evaluate(wide), "a table scrolls sideways"
    look(page, "merge", size)
