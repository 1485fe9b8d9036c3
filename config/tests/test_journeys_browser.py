"""What people do with Waymark from sign-in to the end, in a real browser; axe looks at every page they pass."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from careers.models import Cohort, Membership, Student
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory, upn
from careers.tests.views.test_look_browser import PHRASE, SIZES, assert_good, sign_in
from config.tests.access import MATRIX, PUBLIC
from config.tests.journeys import careers_leader as does
from destinations.actions import returns
from destinations.actions.providers import add_provider, source_of_provider
from destinations.models import DataReturn
from reporting.tests.factories import PAPER, ReportFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WIDE = {"width": 1280, "height": 800}


@pytest.fixture(autouse=True)
def files(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "kept"
    return tmp_path


def written(folder: Path, name: str, text: str) -> Path:
    Path(folder, name).write_text(text)
    return Path(folder, name)


@pytest.fixture
def look(page: Page, axe) -> Callable[[str], None]:
    """Asks that the page be the one named, and that it be good."""

    def look_at(heading: str) -> None:
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        assert_good(page, axe, page.viewport_size)

    return look_at


@pytest.fixture
def leader() -> Membership:
    return MembershipFactory(school__name="Hodder Academy")


@pytest.fixture
def cohort(leader) -> Cohort:
    cohort = CohortFactory(school=leader.school, leaving=does.this_leaving())
    people = [
        ("Adeyemi", "Ruth", date(2009, 3, 14), "11A"),
        ("Barlow", "Tom", date(2009, 4, 15), "11A"),
        ("Carter", "Ann", date(2009, 1, 31), "11B"),
    ]
    for number, (surname, forename, born, form) in enumerate(people, 1):
        StudentFactory(
            cohort=cohort, upn=upn(number), surname=surname, forename=forename, date_of_birth=born, form=form, having=["pupil_premium"]
        )
    return cohort


@pytest.fixture
def college_list(cohort, leader) -> DataReturn:
    """A list that has been read and waits: one row certain, one to check, one not ours."""
    college = add_provider(school=cohort.school, by=None, name="Newlands College", type="sixth form college")
    source = source_of_provider(college)
    return returns.stage(
        cohort=cohort,
        source=source,
        data=does.ENROLLED.encode(),
        file_name="enrolments.csv",
        by=leader.user,
        received_on=timezone.localdate(),
    )


def url(live_server, name: str, *args: object) -> str:
    return live_server.url + reverse(name, args=args)


# the careers leader, from an empty school to a report in the governors' hands


def test_a_careers_leader_goes_from_an_export_to_a_published_report(page: Page, live_server, look, leader, files):
    page.set_viewport_size(WIDE)
    sign_in(page, live_server.url, leader.user)
    look("Today")
    does.import_students(page, look, written(files, "export.csv", does.EXPORT))
    does.add_college(page, look, "Newlands College", "Sixth form college")
    does.add_college(page, look, "Tarn College", "Further education college")
    does.read_list(page, look, written(files, "enrolments.csv", does.ENROLLED), "Newlands College")
    does.check_and_apply(page, look)
    does.see_them_verified(page, look)
    does.read_list(page, look, written(files, "attending.csv", does.ALSO_ENROLLED), "Tarn College")
    page.get_by_role("button", name="Apply 1 row").click()
    does.settle_the_conflict(page, look)
    does.make_and_publish(page, look)


def test_a_list_that_was_a_mistake_is_undone(page: Page, live_server, look, leader, college_list):
    sign_in(page, live_server.url, leader.user)
    page.goto(url(live_server, "returns:detail", college_list.pk))
    page.get_by_role("button", name="Apply 1 row").click()
    page.get_by_role("link", name="See the cohort").click()
    expect(page.get_by_role("row", name="Adeyemi, Ruth")).to_contain_text("Verified")
    page.goto(url(live_server, "returns:detail", college_list.pk))
    page.get_by_text("Undo the whole list").click()
    look("Newlands College")
    page.get_by_role("button", name="Withdraw all that this list said").click()
    expect(page.locator(".answer")).to_contain_text("1 statement withdrawn")
    look("Newlands College")
    page.goto(url(live_server, "students:board"))
    expect(page.get_by_role("row", name="Adeyemi, Ruth")).to_contain_text("Not known")


# people who may see less


def test_a_governor_downloads_the_published_report_and_is_refused_everything_else(page: Page, live_server, look, college_list):
    governor = MembershipFactory(governor=True, school=college_list.school)
    ReportFactory(school=college_list.school, published=True)
    sign_in(page, live_server.url, governor.user)
    look("Reports")
    assert does.downloaded(page) == PAPER
    expect(page.get_by_role("navigation", name="Main").get_by_role("link")).to_have_text(["Reports"])
    for name in refused_to(Role.GOVERNOR):
        answer = page.request.get(live_server.url + reverse(name))
        assert answer.status == 403, name
        assert "Adeyemi" not in answer.text()
    for address in (url(live_server, "students:story", Student.objects.first().pk), url(live_server, "returns:detail", college_list.pk)):
        assert page.request.get(address).status in (403, 404)


def refused_to(role: Role) -> list[str]:
    """The names of the pages, without anything in their address, that `role` may not open."""
    refused = [(name, row) for name, row in MATRIX.items() if row.who is not PUBLIC and role not in row.who]
    return [name for name, row in refused if not row.only_post and not row.args and has_address(name) and not name.startswith("account_")]


def has_address(name: str) -> bool:
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False


def test_a_tutor_sees_the_students_of_the_own_form_and_nobody_else(page: Page, live_server, look, cohort):
    tutor = MembershipFactory(school=cohort.school, tutor_of_11a=True)
    CohortFactory(school=cohort.school, leaving=cohort.leaving - 1)
    sign_in(page, live_server.url, tutor.user)
    look("Cohort board")
    expect(page.locator("tbody th a")).to_have_text(["Adeyemi, Ruth", "Barlow, Tom"])
    page.get_by_label("Find a student").last.fill("Carter")
    page.get_by_role("button", name="Find").last.click()
    look("Find a student")
    expect(page.locator(".answer")).to_contain_text("Nobody fits")
    page.goto(url(live_server, "students:story", Student.objects.get(surname="Adeyemi").pk))
    look("Ruth Adeyemi")
    expect(page.get_by_text("14 March 2009")).to_have_count(0)
    expect(page.get_by_role("link", name="Settle by hand")).to_have_count(0)
    assert page.request.get(url(live_server, "students:story", Student.objects.get(surname="Carter").pk)).status == 404


def test_a_tutor_of_one_cohort_starts_at_that_cohort(page: Page, live_server, cohort):
    CohortFactory(school=cohort.school, leaving=cohort.leaving + 1)
    later = StudentFactory(cohort=Cohort.objects.get(leaving=cohort.leaving + 1), form="11A", surname="Eaves", forename="Kit")
    tutor = MembershipFactory(school=cohort.school, tutor_of_11a=True, leaving=later.cohort.leaving)
    sign_in(page, live_server.url, tutor.user)
    expect(page.locator("tbody th a")).to_have_text(["Eaves, Kit"])


# everybody's ways of using a page


@SIZES
def test_the_pages_that_are_used_most_are_good_at_every_width(page: Page, live_server, look, leader, college_list, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    row = college_list.rows.get(pile="check")
    page.goto(url(live_server, "returns:row", college_list.pk, row.pk))
    look("Row 4")
    page.goto(url(live_server, "returns:detail", college_list.pk))
    look("Newlands College")
    returns.apply(data_return=college_list, by=leader.user)
    page.goto(url(live_server, "students:board") + "?status=verified")
    expect(page.get_by_label("Checkpoint")).to_have_value("y12")
    look("Cohort board")
    page.get_by_role("link", name="Adeyemi, Ruth").click()
    look("Ruth Adeyemi")
    page.goto(url(live_server, "dashboard"))
    look("Today")


def test_everything_that_matters_works_without_a_script(browser: Browser, browser_context_args, live_server, leader, college_list):
    context = browser.new_context(**browser_context_args, java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    sign_in(page, live_server.url, leader.user)
    page.goto(url(live_server, "returns:check", college_list.pk))
    page.get_by_role("button", name="It is Tom").click()
    page.get_by_role("button", name="Apply 2 rows").click()
    page.get_by_role("link", name="See the cohort").click()
    page.get_by_text("Filters").click()
    page.get_by_label("How sure").select_option("verified")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".answer")).to_contain_text("2 of 3 students")
    page.locator("summary", has_text="Menu").click()
    page.get_by_label("Find a student").first.fill("Carter")
    page.get_by_role("button", name="Find").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ann Carter")
    page.get_by_role("link", name="Do not count this student").click()
    page.get_by_label("Moved abroad").check()
    page.get_by_role("button", name="Do not count this student").click()
    expect(page.locator(".answer")).to_contain_text("Not counted: moved abroad")
    page.goto(url(live_server, "dashboard"))
    expect(page.locator(".answer")).to_contain_text("2 of 2 known")
    context.close()


def test_a_student_is_found_with_the_keyboard_alone(page: Page, live_server, cohort, leader):
    page.set_viewport_size(WIDE)
    page.goto(url(live_server, "account_login"))
    tab_to(page, "Your email address")
    page.keyboard.type(leader.user.email)
    tab_to(page, "Your password")
    page.keyboard.type(PHRASE)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    tab_to(page, "Find a student")
    page.keyboard.type("carter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ann Carter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def tab_to(page: Page, label: str) -> None:
    """Presses Tab until the field of this label has the focus, and shows it: twelve presses at most."""
    field = page.get_by_label(label).locator("visible=true")
    for _ in range(12):
        if field.evaluate("field => field === document.activeElement"):
            outline = field.evaluate("field => getComputedStyle(field).outlineStyle")
            assert outline != "none", f"{label} has the focus and does not show it"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {label}.")
