"""A file too long to be done while its owner waits: planned and applied by the worker, once, and shown from what was planned."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from careers.actions import uploads
from careers.models import AuditEvent, Student, Upload
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, StudentFactory, upn
from destinations import student_imports, student_tasks
from destinations.actions import students as actions
from destinations.models import Destination
from destinations.resources import long_texts
from destinations.views import students_import

pytestmark = pytest.mark.django_db
ROWS = [f"{upn(n)},Surname{chr(97 + n // 26)}{chr(97 + n % 26)},Kit,{'31/02' if n % 50 == 7 else '14/03'}/2009,11A,Y" for n in range(120)]


@pytest.fixture(autouse=True)
def everything_is_long(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(student_imports, "SHORT", 10)
    monkeypatch.setattr(student_imports, "FEW", 1)
    monkeypatch.setattr(long_texts, "FROM_BYTES", 10)
    monkeypatch.setattr(long_texts, "TOGETHER", 50)


@pytest.fixture
def sent(monkeypatch):
    """The tasks that were sent, not done yet."""
    waiting = []
    monkeypatch.setattr(students_import, "send", lambda request, task, upload: waiting.append((task, upload.pk)))
    return waiting


@pytest.fixture
def keeper(client):
    membership = MembershipFactory(role=Role.DATA_MANAGER)
    client.force_login(membership.user)
    return membership


def choose(client, rows=ROWS):
    data = "\n".join(["UPN,Surname,Forename,DOB,Form,FSM", *rows]).encode()
    return client.post(reverse("students:import"), {"leaving": 2025, "file": SimpleUploadedFile("export.csv", data)})["Location"]


def work(sent):
    while sent:
        task, pk = sent.pop(0)
        task(pk)


def press_apply(client, where):
    return client.post(where + "apply/", {"plan": Upload.objects.get().planned["digest"]})


def test_a_long_file_is_read_looked_at_and_applied_by_the_worker(client, keeper, sent):
    where = choose(client)
    assert "the file is being read" in client.get(where).content.decode()
    work(sent)
    page = client.get(where, {"show": "new", "page": 2}).content.decode()
    assert "117 to add" in page
    assert "51 to 100 of 117" in page
    assert press_apply(client, where)["Location"] == where
    assert "is being applied" in client.get(where).content.decode()
    assert not Student.objects.exists()
    work(sent)
    done = client.get(where).content.decode()
    assert "117 added" in done
    assert "February 2009 has no day 31" in done
    assert Destination.objects.count() == 4 * 117
    assert AuditEvent.objects.get(verb="imported students").by == keeper.user


def test_progress_is_a_part_of_a_page_for_a_script_and_the_page_for_others(client, keeper, sent):
    where = choose(client)
    part = client.get(where + "progress/", headers={"hx-request": "true"})
    assert "every 2s" in part.content.decode()
    assert client.get(where + "progress/")["Location"] == where
    work(sent)
    assert client.get(where + "progress/", headers={"hx-request": "true"})["HX-Refresh"] == "true"


def test_the_pages_of_a_preview_are_shown_without_reading_the_file_again(client, keeper, sent, monkeypatch):
    where = choose(client)
    work(sent)
    monkeypatch.setattr(Upload, "data", lambda upload: pytest.fail("the file was read again"))
    assert client.get(where, {"show": "refused"}).status_code == 200
    assert client.get(where, {"page": 3}).status_code == 200


def test_a_file_is_planned_once_whoever_else_is_told(client, keeper, sent):
    choose(client)
    pk = Upload.objects.get().pk
    assert uploads.claim(upload_id=pk, for_what=Upload.State.WAITING)
    assert not student_imports.plan(upload_id=pk)
    Upload.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    assert student_imports.plan(upload_id=pk)


def test_a_second_press_applies_nothing_twice(client, keeper, sent):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    press_apply(client, where)
    assert len(sent) == 1
    task, pk = sent[0]
    task(pk)
    task(pk)
    assert AuditEvent.objects.filter(verb="imported students").count() == 1


def test_what_dies_in_the_middle_leaves_nothing_and_is_taken_up_again(client, keeper, sent, monkeypatch):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    answer = actions.answer_for_newcomers

    def dies(**asked):
        raise SystemExit("killed")

    monkeypatch.setattr(actions, "answer_for_newcomers", dies)
    with pytest.raises(SystemExit):
        work(sent)
    assert not Student.objects.exists()
    assert Upload.objects.get().state == Upload.State.APPLYING
    monkeypatch.setattr(actions, "answer_for_newcomers", answer)
    Upload.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    student_tasks.continue_student_imports()
    assert Student.objects.count() == 117
    assert Upload.objects.get().state == Upload.State.APPLIED


def test_whoever_was_given_up_for_dead_writes_nothing(client, keeper, sent, monkeypatch):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    monkeypatch.setattr(uploads, "set_applied", lambda **asked: False)
    work(sent)
    assert not Student.objects.exists()


def test_a_plan_that_is_out_of_date_is_made_again_and_not_applied(client, keeper, sent):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    StudentFactory(cohort__school=keeper.school, upn=upn(1))
    work(sent)
    page = client.get(where).content.decode()
    assert "Somebody has changed the school’s students" in page
    assert "116 to add, 1 to change" in page
    assert Student.objects.count() == 1


def test_a_plan_of_yesterday_is_made_again(client, keeper, sent):
    where = choose(client)
    work(sent)
    Upload.objects.update(
        planned={**Upload.objects.get().planned, "outline": {**Upload.objects.get().planned["outline"], "today": "2025-01-01"}}
    )
    press_apply(client, where)
    work(sent)
    assert not Student.objects.exists()
    assert Upload.objects.get().state == Upload.State.PLANNED


def test_what_nobody_foresaw_is_told_in_a_sentence_and_the_file_can_be_tried_again(client, keeper, sent, monkeypatch):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    monkeypatch.setattr(student_imports, "import_parts", lambda **asked: 1 / 0)
    work(sent)
    assert "Something went wrong that was not foreseen" in client.get(where).content.decode()
    monkeypatch.undo()
    assert not Student.objects.exists()


def test_a_long_letter_is_refused_where_its_owner_looks(client, keeper, sent):
    where = choose(client, ["x"])
    Upload.objects.get().file.storage.delete(Upload.objects.get().file.name)
    upload = Upload.objects.get()
    upload.file.storage.save(upload.file.name, SimpleUploadedFile("x", b"A letter about something else, and no list.\n" * 30))
    work(sent)
    assert "No table of students" in client.get(where).content.decode()
    client.post(where + "discard/")
    assert not Upload.objects.exists()


def test_the_plan_goes_with_the_file(client, keeper, sent, tmp_path, django_capture_on_commit_callbacks):
    where = choose(client)
    work(sent)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(where + "discard/")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_file_that_is_being_applied_is_not_removed(client, keeper, sent):
    where = choose(client)
    work(sent)
    press_apply(client, where)
    client.post(where + "discard/")
    assert Upload.objects.exists()


def test_a_file_nobody_took_up_is_taken_up_by_the_clock(client, keeper, sent):
    choose(client)
    student_tasks.continue_student_imports()
    assert Upload.objects.get().state == Upload.State.WAITING
    Upload.objects.update(asked_at=timezone.now() - timedelta(minutes=1))
    student_tasks.continue_student_imports()
    assert Upload.objects.get().state == Upload.State.PLANNED
