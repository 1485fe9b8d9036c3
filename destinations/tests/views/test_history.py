"""The page that loads the school's past, and its command."""

import io
import json
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers.actions import uploads
from careers.models import Student, Upload
from careers.rules import academic_year
from careers.tests.factories import CohortFactory, MembershipFactory
from destinations.models import Destination, Evidence
from destinations.resources.history import LEAVING, SAMPLES
from destinations.rules.history_columns import read_history

pytestmark = pytest.mark.django_db
CSV = b"Surname,Forename,DOB,Y12 outcome,Y12 source,Notes\nMarsh,Ada,3/4/2007,college,mum,\nHale,Tom,5/5/2007,zzz,,\n"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def leader() -> Client:
    membership = MembershipFactory()
    client = Client()
    client.force_login(membership.user)
    client.school = membership.school
    return client


def choose(client: Client, data: bytes = CSV, leaving: int = LEAVING, follow: bool = True):
    file = SimpleUploadedFile("past.csv", data)
    return client.post(reverse("history:load"), {"file": file, "leaving": leaving}, follow=follow)


def kept_files() -> list[str]:
    return default_storage.listdir("uploads")[1] if default_storage.exists("uploads") else []


def apply(client: Client, follow: bool = True):
    return client.post(reverse("history:preview", args=[Upload.objects.get().pk]), follow=follow)


def test_the_preview_shows_what_is_added_and_refused_and_writes_nothing(leader):
    page = choose(leader)
    words = page.content.decode()
    assert "MARSH" in words.upper() and "zzz" in words and "This is not an outcome" in words and "Notes" in words
    assert page.context["plan"].summary["evidence_added"] == 1
    assert not Student.objects.exists() and not Evidence.objects.exists()


def test_applying_adds_what_was_shown_and_deletes_the_file(leader, django_capture_on_commit_callbacks):
    choose(leader)
    with django_capture_on_commit_callbacks(execute=True):
        page = apply(leader)
    assert "Added 1 new student and 1 statement to the leavers of 2023; 1 row refused." in page.content.decode()
    assert Evidence.objects.get().recorded_by == get_user_model().objects.get()
    assert kept_files() == []


def test_discarding_deletes_the_file_and_adds_nothing(leader, django_capture_on_commit_callbacks):
    choose(leader)
    with django_capture_on_commit_callbacks(execute=True):
        leader.post(reverse("history:discard", args=[Upload.objects.get().pk]))
    assert kept_files() == [] and not Student.objects.exists() and not Upload.objects.exists()


def test_choosing_another_file_forgets_the_first(leader):
    choose(leader)
    choose(leader)
    assert Upload.objects.count() == 1


def test_files_nobody_came_back_for_are_swept(leader, monkeypatch, django_capture_on_commit_callbacks):
    choose(leader)
    monkeypatch.setattr(uploads, "KEPT_FOR", timedelta(seconds=-1))
    with django_capture_on_commit_callbacks(execute=True):
        assert uploads.sweep() == 1
    assert kept_files() == []


def test_the_preview_belongs_to_the_school_it_was_made_in(leader):
    choose(leader)
    elsewhere = MembershipFactory(user=get_user_model().objects.get())
    leader.post(reverse("choose_school"), {"membership": elsewhere.pk})
    assert apply(leader, follow=False).status_code == 404
    assert not Student.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"), [(b"%PDF-1.7 x", "This is a PDF"), (b"UPN,Year 11 destination\nA,B\n", "does not say whether")]
)
def test_a_file_that_cannot_be_read_is_an_error_on_the_form(leader, data, sentence):
    page = choose(leader, data)
    assert sentence in page.content.decode() and kept_files() == []


def test_the_first_visit_offers_the_sample_and_says_that_nothing_is_here(leader):
    words = leader.get(reverse("history:load")).content.decode()
    assert "No leavers yet" in words and reverse("history:sample", args=["xlsx"]) in words


def test_the_page_lists_what_is_here_of_this_school_alone(leader):
    CohortFactory(school=leader.school, leaving=2022)
    CohortFactory(leaving=2019)
    words = leader.get(reverse("history:load")).content.decode()
    assert "Leavers 2022" in words and "Leavers 2019" not in words


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_sample_loads_without_a_word_of_complaint(leader, kind):
    sample = leader.get(reverse("history:sample", args=[kind])).content
    plan = choose(leader, sample).context["plan"]
    assert (plan.refused, plan.notes, plan.sheet.left_out) == ((), (), ())
    assert (len(plan.students), len(plan.told)) == (3, 11)


def test_both_samples_say_the_same(leader):
    tables = [read_history(write(), "") for _, write in SAMPLES.values()]
    assert tables[0].columns == tables[1].columns and tables[0].fields == tables[1].fields


def run(*args: str) -> dict:
    out = io.StringIO()
    call_command("import_history", *args, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_the_command_prints_one_json_value_and_a_dry_run_changes_nothing(leader, tmp_path):
    file = tmp_path / "past.csv"
    file.write_bytes(CSV)
    asked = (str(file), "--school", leader.school.urn, "--leaving", "2023")
    shown = run(*asked, "--dry-run")
    assert not Evidence.objects.exists()
    assert run(*asked) == shown
    assert (shown["students_new"], shown["evidence_added"], shown["already"]) == (1, 1, 0)
    assert shown["refused"][0] == {"row": 3, "column": "Y12 outcome", "value": "zzz", "message": shown["refused"][0]["message"]}
    assert Destination.objects.get(checkpoint="y12").outcome == "230"


@pytest.mark.parametrize("leaving", ["1999", str(academic_year.academic_year(timezone.localdate()) + 2)])
def test_the_command_refuses_a_summer_without_a_past(leader, tmp_path, leaving):
    file = tmp_path / "past.csv"
    file.write_bytes(CSV)
    with pytest.raises(CommandError, match="is not one of these summers"):
        run(str(file), "--school", leader.school.urn, "--leaving", leaving)
