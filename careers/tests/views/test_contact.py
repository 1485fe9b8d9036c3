from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from careers.actions import links, personal_codes
from careers.models import AuditEvent, ContactDetail, LawfulBasis, Permission, Preferences, Student, Wording
from careers.rules.asking import Basis, Purpose
from careers.tests.asking_factories import ContactDetailFactory, PermissionFactory
from careers.tests.factories import StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def robin(cohort) -> Student:
    return StudentFactory(cohort=cohort, surname="Ashworth", forename="Robin", date_of_birth=date(2009, 3, 14))


def text(person, name: str, *args, **query) -> str:
    return person.client.get(reverse(name, args=args), query).content.decode()


def test_the_page_says_what_may_be_done_today_and_why(careers_leader, robin) -> None:
    ContactDetailFactory(student=robin, mobile=True, value="+447700900123")
    PermissionFactory(student=robin, purpose=Purpose.SHARE_PROVIDERS, refused=True)
    page = text(careers_leader, "students:contact", robin.pk)
    assert "The student said no on 1 May 2025." in page
    assert "It needs consent, and none has been given." in page
    assert "07700 900123" in page
    assert "Sixteen since 14 March 2025" in page


def test_the_page_takes_as_many_queries_for_much_as_for_little(careers_leader, robin, django_assert_max_num_queries) -> None:
    for n in range(20):
        ContactDetailFactory(student=robin, ended=bool(n % 2), value=f"robin{n}@mail.example", recorded_by=careers_leader.membership.user)
        PermissionFactory(student=robin, recorded_by=careers_leader.membership.user)
    for about in range(5):
        links.give(student=robin, purpose="wave", about=about, expires_at=timezone.now() + timedelta(days=3), by=None)
    with django_assert_max_num_queries(20):
        careers_leader.client.get(reverse("students:contact", args=[robin.pk]))


def test_a_detail_is_added_checked_and_ended(careers_leader, robin) -> None:
    given = {"whose": "student", "kind": "mobile", "value": "7700 900123", "source": "The student told us"}
    assert careers_leader.client.post(reverse("students:contact_add", args=[robin.pk]), given).status_code == 302
    detail = ContactDetail.objects.get()
    assert (detail.value, detail.recorded_by) == ("+447700900123", careers_leader.membership.user)
    ContactDetail.objects.update(checked_on=None, bounced_at=timezone.now())
    careers_leader.client.post(reverse("students:contact_check", args=[robin.pk, detail.pk]))
    detail.refresh_from_db()
    assert (detail.checked_on, detail.bounced_at) == (timezone.localdate(), None)
    careers_leader.client.post(reverse("students:contact_end", args=[robin.pk, detail.pk]))
    assert not ContactDetail.objects.current().exists()


def test_what_is_no_number_is_refused_beside_its_field(careers_leader, robin) -> None:
    given = {"whose": "student", "kind": "mobile", "value": "ask mum", "source": "The student told us"}
    page = careers_leader.client.post(reverse("students:contact_add", args=[robin.pk]), given)
    assert page.context["form"].errors["value"] == ["This is not a mobile number."]


def test_a_permission_is_recorded_with_who_and_when(careers_leader, robin) -> None:
    given = {"purpose": "contact", "who": "student", "answer": "refused", "channel": "phone", "on": "2025-09-20", "note": "rang"}
    assert careers_leader.client.post(reverse("students:permission", args=[robin.pk]), given).status_code == 302
    said = Permission.objects.get()
    assert (said.on, said.recorded_by, said.version) == (date(2025, 9, 20), careers_leader.membership.user, 0)


def test_a_parent_s_late_objection_is_refused_in_words(careers_leader, robin) -> None:
    given = {"purpose": "contact", "who": "parent", "answer": "refused", "channel": "phone", "on": "2025-09-20"}
    page = careers_leader.client.post(reverse("students:permission", args=[robin.pk]), given)
    assert "only the student" in page.content.decode()
    assert not Permission.objects.exists()


def test_a_link_is_revoked_and_a_code_renewed_by_whoever_keeps_contacts(careers_leader, robin) -> None:
    link = links.give(student=robin, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=3), by=None)
    code = personal_codes.codes_for([robin])[robin.pk]
    careers_leader.client.post(reverse("students:revoke_link", args=[robin.pk, link.pk]))
    careers_leader.client.post(reverse("students:renew_code", args=[robin.pk]))
    link.refresh_from_db()
    assert link.revoked_by == careers_leader.membership.user
    assert personal_codes.find(robin.school, code) is None
    secret = links.address_of(link).partition("/go/")[2].strip("/")
    assert secret not in text(careers_leader, "students:contact", robin.pk)


def test_preferences_are_kept(careers_leader, robin) -> None:
    given = {"easy_read": "on", "language": "pl", "adjustments": "large print"}
    careers_leader.client.post(reverse("students:preferences", args=[robin.pk]), given)
    kept = Preferences.objects.get(student=robin)
    assert (kept.easy_read, kept.language, kept.adjustments) == (True, "pl", "large print")


def test_a_detail_or_link_of_somebody_else_is_not_found(careers_leader, robin) -> None:
    other = ContactDetailFactory(student=StudentFactory(cohort=robin.cohort))
    assert careers_leader.client.post(reverse("students:contact_end", args=[robin.pk, other.pk])).status_code == 404
    assert ContactDetail.objects.current().count() == 1


def test_a_basis_is_changed_with_its_note(careers_leader, robin) -> None:
    where = reverse("permissions:basis", args=["share_providers"])
    careers_leader.client.post(where, {"basis": "consent", "note": "Trust policy, June"})
    assert LawfulBasis.objects.get().basis == Basis.CONSENT
    assert "Trust policy, June" in text(careers_leader, "permissions:list")
    assert careers_leader.client.post(where, {"basis": "legal_obligation"}).status_code == 200
    assert careers_leader.client.get(reverse("permissions:basis", args=["nonsense"])).status_code == 404


def test_words_are_looked_at_before_they_are_saved(careers_leader, robin) -> None:
    where = reverse("permissions:words", args=["alumni"])
    seen = careers_leader.client.post(where, {"words": "Join {school}?\n\n- one\n- {oops}", "preview": ""})
    assert f"Join {robin.school.name}?" in seen.content.decode()
    assert "nothing can be filled in for {oops}" in seen.content.decode()
    assert not Wording.objects.exists()
    assert "Nothing can be filled in" in careers_leader.client.post(where, {"words": "Join {oops}?"}).content.decode()
    careers_leader.client.post(where, {"words": "Join {school}?"})
    assert Wording.objects.get().version == 1
    assert (
        "<script>"
        not in careers_leader.client.post(where, {"words": "<script>x</script>", "preview": ""}).content.decode().split("</head>")[1]
    )


def test_what_is_missing_is_listed_by_what_it_is(careers_leader, robin) -> None:
    ContactDetailFactory(student=robin, school_email=True)
    reached = ContactDetailFactory(student=StudentFactory(cohort=robin.cohort, form="11B"), mobile=True).student
    held = StudentFactory(cohort=robin.cohort, on_safeguarding_hold=True)
    page = careers_leader.client.get(reverse("contacts:missing"), {"gap": "everything"})
    assert [row.student for row in page.context["found"].rows] == [robin]
    everybody = careers_leader.client.get(reverse("contacts:missing")).context["found"]
    assert {row.student for row in everybody.rows} == {robin, reached}
    assert held not in {row.student for row in everybody.rows}
    assert careers_leader.client.get(reverse("contacts:missing"), {"form": "11B", "gap": "nonsense"}).context["found"].of == 1


def test_the_export_obeys_the_safety_marks_and_is_written_down(careers_leader, robin) -> None:
    hidden = StudentFactory(cohort=robin.cohort, surname="Hidden", hidden_address=True)
    file = careers_leader.client.get(reverse("contacts:export"), {"format": "csv"}).content.decode("utf-8-sig")
    assert "Ashworth" in file
    assert hidden.surname not in file
    assert AuditEvent.objects.get(verb="exported missing contact details").details == {"students": 1, "held_back": 1}


def test_the_list_takes_as_many_queries_for_many_as_for_few(careers_leader, robin, django_assert_max_num_queries) -> None:
    for _ in range(30):
        ContactDetailFactory(student=StudentFactory(cohort=robin.cohort))
    with django_assert_max_num_queries(12):
        careers_leader.client.get(reverse("contacts:missing"))
