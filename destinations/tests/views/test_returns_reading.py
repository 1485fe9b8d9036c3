"""A list on its way in: pasted or long, with progress, refused, tried again; and what its page points out."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from kombu.exceptions import OperationalError
from openpyxl import Workbook

from careers.tests.factories import CohortFactory, StudentFactory
from destinations import tasks
from destinations.actions import return_applying, return_reading, returns
from destinations.actions.providers import add_provider
from destinations.models import DataReturn, Evidence, RememberedLayout

pytestmark = pytest.mark.django_db
LIST = "Surname,Forename,Date of Birth,Course,Status\nAshworth,Amelia,14/03/2009,A Levels,Enrolled\nCarter,Jo,21/01/2009,Art,Enrolled\n"
PASTED = "Surname\tForename\tDate of Birth\tCourse\tStatus\nAshworth\tAmelia\t14/03/2009\tA Levels\tEnrolled\n"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(careers_leader):
    return careers_leader.client


@pytest.fixture
def college(cohort):
    StudentFactory(cohort=cohort, surname="Ashworth", forename="Amelia", date_of_birth=date(2009, 3, 14))
    return add_provider(school=cohort.school, by=None, name="Cardwell College", type="sixth form college")


@pytest.fixture
def nobody_hears(monkeypatch):
    """Whoever sends word to the worker finds no broker."""

    def silence(*args, **kwargs):
        raise OperationalError

    for task in tasks.WORK.values():
        monkeypatch.setattr(task, "apply_async", silence)


@pytest.fixture
def long_lists(monkeypatch):
    monkeypatch.setattr(return_reading, "QUICK", 0)
    monkeypatch.setattr(return_reading, "QUICK_ZIPPED", 0)
    monkeypatch.setattr(return_applying, "QUICK", 0)


def send(client, cohort, college, *, data=LIST, name="list.csv", **more):
    file = {} if data is None else {"file": SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)}
    given = {"sender": str(college.pk), "cohort": cohort.pk, "received_on": "2025-09-19"}
    return client.post(reverse("returns:read"), {**given, **file, **more}, follow=True)


def page_of(client, name="detail", **more):
    return client.get(reverse(f"returns:{name}", args=[DataReturn.objects.get().pk]), **more)


def test_a_pasted_list_is_read_like_a_file(client, cohort, college):
    page = send(client, cohort, college, data=None, text=PASTED).content.decode()
    assert "Amelia" in page and "Pasted text" in page
    assert DataReturn.objects.get().counts["certain"] == 1


def test_a_list_is_chosen_or_pasted_and_not_both_nor_neither(client, cohort, college):
    assert "not both" in send(client, cohort, college, text=PASTED).content.decode()
    assert "Choose the file they sent, or paste" in send(client, cohort, college, data=None, text="  \n").content.decode()
    assert not DataReturn.objects.exists()


def test_a_pasted_text_that_is_no_list_is_refused_where_it_was_pasted(client, cohort, college):
    page = send(client, cohort, college, data=None, text="Dear Ms Hall, thank you for your email.")
    assert page.context["form"].errors.keys() == {"text"}
    assert not DataReturn.objects.exists()


def test_a_long_list_is_read_by_the_worker(client, cohort, college, long_lists):
    page = send(client, cohort, college)
    assert page.context["return"].state == "staged"
    assert "Amelia" in page.content.decode()


def test_a_list_that_waits_shows_how_far_it_has_come_and_has_a_link_without_a_script(client, cohort, college, long_lists, nobody_hears):
    page = send(client, cohort, college).content.decode()
    assert "<noscript><p><a" in page
    assert 'role="status"' in page and "<progress" in page
    assert "It starts by itself" in page
    assert not Evidence.objects.exists()


def test_the_part_that_asks_again_stops_when_the_work_is_done(client, cohort, college, long_lists, nobody_hears):
    send(client, cohort, college)
    under_way = page_of(client, "progress", headers={"HX-Request": "true"})
    assert "hx-get" in under_way.content.decode() and "HX-Refresh" not in under_way.headers
    returns.read(return_id=DataReturn.objects.get().pk)
    done = page_of(client, "progress", headers={"HX-Request": "true"})
    assert done.headers["HX-Refresh"] == "true" and "hx-get" not in done.content.decode()
    assert page_of(client, "progress").url == reverse("returns:detail", args=[DataReturn.objects.get().pk])


def test_a_long_list_is_applied_by_the_worker(client, cohort, college, long_lists):
    send(client, cohort, college)
    kept = DataReturn.objects.get()
    page = client.post(reverse("returns:apply", args=[kept.pk]), {"version": kept.version}, follow=True)
    assert page.context["return"].state == "applied"
    assert Evidence.objects.count() == 1


def test_a_long_file_that_cannot_be_read_says_why_and_can_be_discarded(client, cohort, college, long_lists):
    page = send(client, cohort, college, data=b"%PDF-1.7 nothing", name="list.pdf").content.decode()
    assert "could not be read" in page and "PDF" in page and "Discard" in page
    client.post(reverse("returns:discard", args=[DataReturn.objects.get().pk]))
    assert not DataReturn.objects.exists()


def test_what_was_not_foreseen_can_be_tried_again(client, cohort, college, long_lists, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    with monkeypatch.context() as breaking:
        breaking.setattr("destinations.returning.match_all", broken)
        assert "Try again" in send(client, cohort, college).content.decode()
    client.post(reverse("returns:again", args=[DataReturn.objects.get().pk]))
    assert DataReturn.objects.get().state == "staged"


def test_hidden_sheets_and_sheets_without_a_list_are_named(client, cohort, college):
    book = Workbook()
    for line in LIST.splitlines():
        book.active.append(line.split(","))
    book.create_sheet("Staff").append(["Surname", "Forename"])
    book["Staff"].sheet_state = "hidden"
    book.create_sheet("Notes").append(["Thank you for your help."])
    file = BytesIO()
    book.save(file)
    page = send(client, cohort, college, data=file.getvalue(), name="list.xlsx").content.decode()
    assert "The sheet “Staff” is hidden in the file and was left out." in page
    assert "The sheet “Notes” has no list of people on it and was left out." in page


def test_two_columns_with_one_heading_are_said_beside_the_columns(client, cohort, college):
    send(client, cohort, college, data=LIST.replace("Course,Status", "Status,Status"))
    assert "have the same heading, “Status”" in page_of(client, "columns").content.decode()


def test_rows_about_another_cohort_are_counted_and_marked(client, cohort, college):
    older = CohortFactory(school=cohort.school, leaving=2024)
    StudentFactory(cohort=older, surname="Carter", forename="Jo", date_of_birth=date(2009, 1, 21))
    page = send(client, cohort, college)
    assert page.context["other_cohorts"] == [(2024, 1)]
    assert "1 row is about leavers 2024" in page.content.decode()
    assert '<small class="said">leavers 2024</small>' in page.content.decode()


def test_the_page_says_until_when_a_list_is_kept(client, cohort, college):
    assert "Kept until" in send(client, cohort, college).content.decode()


def test_the_next_list_says_as_on_which_day_it_is_laid_out_and_what_has_changed(client, cohort, college):
    kept = send(client, cohort, college).context["return"]
    client.post(reverse("returns:apply", args=[kept.pk]), {"version": kept.version})
    assert "Laid out as on" in send(client, cohort, college, data=LIST + "Bright,Sam,02/09/2008,Art,Enrolled\n").content.decode()
    changed = send(client, cohort, college, data=LIST.replace("Course", "Programme of study")).content.decode()
    assert "“Course” is now “Programme of study” (column D)" in changed


def test_what_is_remembered_of_a_sender_is_shown_and_forgotten(client, cohort, college):
    kept = send(client, cohort, college).context["return"]
    client.post(reverse("returns:apply", args=[kept.pk]), {"version": kept.version})
    address = reverse("returns:layouts", args=[kept.source_id])
    assert "Date of Birth" in client.get(address).content.decode()
    page = client.post(address, {"layout": RememberedLayout.objects.get().pk}, follow=True).content.decode()
    assert "is forgotten" in page and not RememberedLayout.objects.exists()


def test_a_layout_of_another_school_is_neither_shown_nor_forgotten(client, stranger, cohort, college):
    kept = send(client, cohort, college).context["return"]
    client.post(reverse("returns:apply", args=[kept.pk]), {"version": kept.version})
    address = reverse("returns:layouts", args=[kept.source_id])
    assert stranger.client.get(address).status_code == 404
    assert stranger.client.post(address, {"layout": RememberedLayout.objects.get().pk}).status_code == 404
    assert RememberedLayout.objects.exists()
