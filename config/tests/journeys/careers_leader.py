"""The careers leader's steps, each from where the one before ended, and the files that the school was sent."""

from collections.abc import Callable
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import Page, expect

from careers.rules.academic_year import academic_year
from careers.tests.factories import upn

Look = Callable[[str], None]
EXPORT = f"""UPN,Surname,Forename,DOB,Form,Pupil Premium
{upn(1)},Adeyemi,Ruth,14/03/2009,11A,Y
{upn(2)},Barlow,Tom,15/04/2009,11A,N
{upn(3)},Carter,Ann,31/01/2009,11B,N
"""
ENROLLED = """Newlands College: enrolments
Surname,First name,D.O.B.,Course,Status
ADEYEMI,Ruth,14/03/2009,"A levels: Biology, Chemistry",Enrolled
BARLOW,Tom,,A levels: History,Enrolled
DOVER,Lee,01/02/2009,A levels: French,Enrolled
Total,3,,,
"""
ALSO_ENROLLED = "Surname,Forename,Date of birth,Course,Status\nAdeyemi,Ruth,14/03/2009,Level 3 Art,Attending\n"


def this_leaving() -> int:
    """The cohort that is in Year 12 today."""
    return academic_year(timezone.localdate())


def import_students(page: Page, look: Look, export: Path) -> None:
    page.get_by_role("link", name="Import students").first.click()
    look("Import students")
    page.get_by_label("Which students are in it?").select_option(str(this_leaving()))
    page.get_by_label("Which file?").set_input_files(export)
    page.get_by_role("button", name="See what would change").click()
    expect(page.locator(".answer")).to_contain_text(": 3 to add.")
    look("Import students")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator(".answer")).to_contain_text(": 3 added.")
    look("Students imported")


def add_college(page: Page, look: Look, name: str, kind: str) -> None:
    page.get_by_role("link", name="Returns", exact=True).click()
    page.get_by_role("link", name="Providers", exact=True).click()
    look("Providers")
    page.get_by_role("link", name="Add a provider").click()
    look("Add a provider")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Type").select_option(label=kind)
    page.get_by_role("button", name="Add the provider").click()
    expect(page.get_by_role("table")).to_contain_text(name)


def read_list(page: Page, look: Look, file: Path, sender: str) -> None:
    page.get_by_role("link", name="Returns", exact=True).click()
    page.get_by_role("link", name="Read a list").first.click()
    look("Read a list")
    page.get_by_label("Their file").set_input_files(file)
    page.get_by_label("Who sent it?").select_option(label=sender)
    page.get_by_role("button", name="Read the list").click()
    expect(page.locator(".answer")).to_contain_text("Nothing is written yet.")
    look(sender)


def check_and_apply(page: Page, look: Look) -> None:
    expect(page.locator(".answer")).to_contain_text("1 row ready to apply, 1 to check")
    page.get_by_text("How the columns were understood").click()
    expect(page.get_by_text("Column C looks like date of birth")).to_be_visible()
    look("Newlands College")
    page.get_by_role("link", name="Not ours").click()
    expect(page.get_by_role("table")).to_contain_text("DOVER")
    page.get_by_role("link", name="Check 1 row").click()
    look("Row 4")
    page.get_by_role("button", name="It is Tom").click()
    look("Newlands College")
    page.get_by_role("button", name="Apply 2 rows").click()
    expect(page.get_by_role("status")).to_contain_text("2 statements added")
    look("Newlands College")


def see_them_verified(page: Page, look: Look) -> None:
    page.get_by_role("link", name="See the cohort").click()
    look("Cohort board")
    for name, status in (("Adeyemi, Ruth", "Verified"), ("Barlow, Tom", "Verified"), ("Carter, Ann", "Not known")):
        expect(page.get_by_role("row", name=name)).to_contain_text(status)


def settle_the_conflict(page: Page, look: Look) -> None:
    page.get_by_role("link", name="See the cohort").click()
    expect(page.get_by_role("row", name="Adeyemi, Ruth")).to_contain_text("Conflicting")
    page.get_by_role("link", name="Adeyemi, Ruth").click()
    look("Ruth Adeyemi")
    page.get_by_role("link", name="Settle by hand Year 12").click()
    look("Settle Year 12")
    page.get_by_label("What is the student doing?").select_option("220")
    page.get_by_label("Where?").select_option(label="Newlands College")
    page.get_by_label("Why do you decide this by hand?").fill("Both colleges were rung: she attends Newlands.")
    page.get_by_role("button", name="Settle").click()
    card = page.get_by_role("region", name="Year 12")
    expect(card).to_contain_text("Settled")
    expect(card).to_contain_text("she attends Newlands")
    look("Ruth Adeyemi")


def make_and_publish(page: Page, look: Look) -> None:
    page.get_by_role("link", name="Today", exact=True).click()
    expect(page.locator(".answer")).to_contain_text("2 of 3 known")
    look("Today")
    page.get_by_role("link", name="Reports", exact=True).click()
    page.get_by_role("button", name="Make the report").click()
    expect(page.get_by_role("link", name="Download")).to_be_visible(timeout=30_000)
    look("Reports")
    page.get_by_role("button", name="Publish to governors").click()
    expect(page.get_by_role("status").first).to_contain_text("governors can download it")
    assert downloaded(page).startswith(b"%PDF")


def downloaded(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    return Path(download.value.path()).read_bytes()
