import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from careers.actions import contact
from careers.models import AuditEvent, ContactDetail, Student, Upload
from careers.rules.contact import ContactKind, Whose
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import StudentFactory

pytestmark = pytest.mark.django_db

HEADINGS = (
    "Adno,Surname,Forename,DOB,Reg,School Email,Personal Email,Mobile,Contact 1 Name,Contact 1 Relationship,Contact 1 Email,"
    "Contact 1 Mobile,Address Line 1,Town,Postcode"
)
ROBIN = (
    "12,Ashworth,Robin,14/03/2009,11A,robin@hodder.example,robin@mail.example,7700900123,Sam Ashworth,Mother,sam@mail.example,"
    "07700 900124,1 Mill Lane,Clitheroe,BB7 1AA"
)
SANA = "13,Begum,Sana,02/05/2009,11A,,sana at home,12345,,,,,,,"
NOBODY = "99,Stranger,Alex,01/01/2009,11B,,alex@mail.example,,,,,,,,"


@pytest.fixture(autouse=True)
def a_private_place(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def robin(cohort) -> Student:
    StudentFactory(cohort=cohort, surname="Begum", forename="Sana", date_of_birth=date(2009, 5, 2), admission_number="13")
    return StudentFactory(cohort=cohort, surname="Ashworth", forename="Robin", admission_number="12")


def send(client, *rows: str, name: str = "contacts.csv"):
    file = SimpleUploadedFile(name, "\n".join([HEADINGS, *rows]).encode())
    return client.post(reverse("contacts:import"), {"file": file}, follow=True)


def apply(client, page):
    upload = Upload.objects.get()
    return client.post(reverse("contacts:import_apply", args=[upload.pk]), {"plan": page.context["found"].digest}, follow=True)


def test_a_list_is_shown_and_then_kept_as_it_was_shown(careers_leader, robin) -> None:
    page = send(careers_leader.client, ROBIN, SANA, NOBODY)
    assert "6 to add, 1 row refused" in page.content.decode()
    assert not ContactDetail.objects.exists()
    done = apply(careers_leader.client, page)
    assert "6 added, 1 row refused." in done.content.decode()
    kept = {(detail.whose, detail.kind): detail for detail in robin.contact_details.current()}
    assert kept[Whose.STUDENT, ContactKind.MOBILE].value == "+447700900123"
    assert kept[Whose.STUDENT, ContactKind.ADDRESS].value == "1 Mill Lane\nClitheroe\nBB7 1AA"
    assert kept[Whose.PARENT, ContactKind.EMAIL].name == "Sam Ashworth"
    assert kept[Whose.PARENT, ContactKind.MOBILE].relation == "Mother"
    assert ContactDetail.objects.exclude(student=robin).count() == 0
    assert not Upload.objects.exists()


def test_the_same_list_again_changes_nothing(careers_leader, robin) -> None:
    apply(careers_leader.client, send(careers_leader.client, ROBIN))
    before = list(ContactDetail.objects.order_by("pk").values("pk", "value", "ended_at"))
    page = send(careers_leader.client, ROBIN)
    assert "6 the same" in page.content.decode()
    apply(careers_leader.client, page)
    assert list(ContactDetail.objects.order_by("pk").values("pk", "value", "ended_at")) == before


def test_what_changes_replaces_what_was_there_and_an_empty_cell_nothing(careers_leader, robin) -> None:
    old = ContactDetailFactory(student=robin, value="robin@old.example")
    mobile = ContactDetailFactory(student=robin, mobile=True)
    page = send(careers_leader.client, "12,Ashworth,Robin,14/03/2009,11A,,robin@new.example,,,,,,,,")
    assert "robin@old.example" in page.content.decode()
    apply(careers_leader.client, page)
    old.refresh_from_db()
    assert old.ended_at
    assert set(robin.contact_details.current().values_list("value", flat=True)) == {"robin@new.example", mobile.value}


def test_what_cannot_be_read_is_told_in_words_and_left_out(careers_leader, robin) -> None:
    page = send(careers_leader.client, SANA, NOBODY)
    page = careers_leader.client.get(reverse("contacts:import_preview", args=[Upload.objects.get().pk]) + "?show=refused")
    text = page.content.decode()
    assert "This is not an email address." in text
    assert "This is not a telephone number." in text
    assert "Nobody of ours was found" in text


def test_an_address_with_an_accent_is_told_by_its_row_and_value(careers_leader, robin) -> None:
    send(careers_leader.client, "12,Ashworth,Robin,14/03/2009,11A,,zoë@new.example,,,,,,,,")
    page = careers_leader.client.get(reverse("contacts:import_preview", args=[Upload.objects.get().pk]) + "?show=refused")
    text = page.content.decode()
    assert "zoë@new.example" in text and "only plain letters" in text


def test_a_row_that_may_be_somebody_else_tells_nothing(careers_leader, robin) -> None:
    page = send(careers_leader.client, ROBIN.replace("12,", "13,", 1), "12,Begum,Sana,02/05/2009,11A,,sana@mail.example,,,,,,,,")
    assert page.context["found"].told == []
    assert "another student" in page.content.decode()


def test_a_preview_that_is_no_longer_true_is_shown_again(careers_leader, robin) -> None:
    page = send(careers_leader.client, ROBIN)
    contact.keep(student=robin, kind="email", value="robin@other.example", source="typed in", by=None)
    again = apply(careers_leader.client, page)
    assert "Somebody has changed contact details" in again.content.decode()
    assert ContactDetail.objects.count() == 1


def test_students_of_another_school_are_nobody_here(stranger, robin) -> None:
    page = send(stranger.client, ROBIN)
    assert page.context["found"].told == []


def test_two_parents_with_one_telephone_are_no_error(careers_leader, robin) -> None:
    heads = "Adno,Surname,Contact 1 Name,Contact 1 Mobile,Contact 2 Name,Contact 2 Mobile"
    file = SimpleUploadedFile("c.csv", f"{heads}\n12,Ashworth,Sam Ashworth,07700900124,Alex Ashworth,07700900124\n".encode())
    page = careers_leader.client.post(reverse("contacts:import"), {"file": file}, follow=True)
    apply(careers_leader.client, page)
    assert robin.contact_details.count() == 1


def test_a_workbook_that_lost_its_zeros_is_read(careers_leader, robin) -> None:
    book = Workbook()
    book.active.append(["Admission Number", "Surname", "Mobile Number", "Home Telephone"])
    book.active.append([12, "Ashworth", 7700900123, 1632960001.0])
    out = io.BytesIO()
    book.save(out)
    page = careers_leader.client.post(reverse("contacts:import"), {"file": SimpleUploadedFile("c.xlsx", out.getvalue())}, follow=True)
    apply(careers_leader.client, page)
    assert set(robin.contact_details.values_list("value", flat=True)) == {"+447700900123", "+441632960001"}


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"PK\x03\x04 not a zip", b"hello", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"])
def test_a_hostile_file_is_refused_with_a_sentence(careers_leader, robin, data: bytes) -> None:
    page = careers_leader.client.post(reverse("contacts:import"), {"file": SimpleUploadedFile("c.xlsx", data)}, follow=True)
    assert page.status_code == 200
    assert page.context["form"].errors["file"]
    assert not Upload.objects.exists()


def test_the_audit_counts_and_names_nothing(careers_leader, robin) -> None:
    apply(careers_leader.client, send(careers_leader.client, ROBIN))
    told = str(list(AuditEvent.objects.values("verb", "details")))
    assert "imported contact details" in told
    assert "mail.example" not in told
    assert "Ashworth" not in told


def test_a_whole_cohort_is_planned_and_kept_in_a_bounded_number_of_queries(careers_leader, cohort, django_assert_max_num_queries) -> None:
    for n in range(40):
        StudentFactory(cohort=cohort, surname="Ashworth", forename=f"Robin{n}", admission_number=f"A{n}")
    page = send(careers_leader.client, *(f"A{n},Ashworth,Robin{n},14/03/2009,11A,,robin{n}@mail.example,,,,,,,," for n in range(40)))
    upload = Upload.objects.get()
    with django_assert_max_num_queries(40):
        careers_leader.client.post(reverse("contacts:import_apply", args=[upload.pk]), {"plan": page.context["found"].digest})
    assert ContactDetail.objects.count() == 40
