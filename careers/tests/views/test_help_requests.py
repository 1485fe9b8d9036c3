"""Asking for help: who waits, in what order, and how it ends."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from careers.models import AuditEvent, HelpRequest, Student
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, StudentFactory
from conftest import sign_in

pytestmark = pytest.mark.django_db


def ask(student: Student, when: str = "soon", what: tuple = ("open_days",), days_ago: int = 1) -> HelpRequest:
    asked_at = timezone.now() - timedelta(days=days_ago)
    return HelpRequest.objects.create(student=student, when=when, what=list(what), asked_at=asked_at, came_by="survey: Plans")


def page(person, query: str = "") -> str:
    return person.client.get(reverse("help:list") + query).content.decode()


@pytest.fixture
def three(cohort) -> list[HelpRequest]:
    people = [
        StudentFactory(cohort=cohort, surname=name, form=form) for name, form in (("Alder", "11A"), ("Birch", "11B"), ("Cedar", "11A"))
    ]
    return [ask(people[0], "later", ("money",), 9), ask(people[1], "soon", days_ago=1), ask(people[2], "soon", ("money", "travel"), 3)]


def test_those_who_need_it_soon_stand_first_and_then_those_who_waited_longest(careers_leader, three):
    shown = page(careers_leader)
    assert shown.index("Cedar,") < shown.index("Birch,") < shown.index("Alder,")
    assert "3 students wait for help, 2 of them soon" in shown


def test_the_list_can_be_narrowed(careers_leader, three):
    shown = page(careers_leader, "?what=money&form=11A&when=soon")
    assert "Cedar," in shown and "Alder," not in shown and "Birch," not in shown


def test_an_adviser_sees_the_own_caseload_and_a_tutor_nothing(adviser, cohort, three):
    shown = page(adviser)
    assert "Alder," in shown and "Birch," not in shown
    assert adviser.client.get(reverse("help:close", args=[three[1].pk])).status_code == 404
    tutor = sign_in(MembershipFactory(school=cohort.school, role=Role.TUTOR, forms=["11A"]))
    assert tutor.client.get(reverse("help:list")).status_code == 403


def test_closing_says_what_was_done_and_by_whom(careers_leader, three):
    careers_leader.client.post(reverse("help:close", args=[three[0].pk]), {"why": "Careers interview on 4 December"})
    three[0].refresh_from_db()
    assert (three[0].closed_why, three[0].closed_by) == ("Careers interview on 4 December", careers_leader.membership.user)
    assert "Alder," not in page(careers_leader) and "Careers interview on 4 December" in page(careers_leader, "?pile=closed")


def test_closing_without_a_word_is_refused(careers_leader, three):
    shown = careers_leader.client.post(reverse("help:close", args=[three[0].pk]), {"why": ""}).content.decode()
    assert "Write what was done" in shown
    three[0].refresh_from_db()
    assert three[0].closed_at is None


def test_the_saved_list_leaves_out_who_carries_a_safety_mark(careers_leader, three):
    Student.objects.filter(surname="Birch").update(confidential_address=True)
    saved = careers_leader.client.get(reverse("help:export") + "?format=csv").content.decode("utf-8-sig")
    assert "Alder" in saved and "Money or a bursary; " not in saved.splitlines()[0] and "Birch" not in saved
    assert AuditEvent.objects.get(verb="exported requests for help").details == {"students": 2}


def test_an_adviser_saves_no_list(adviser, three):
    assert adviser.client.get(reverse("help:export")).status_code == 403


def test_today_counts_who_waits(careers_leader, three):
    today = careers_leader.client.get(reverse("dashboard")).content.decode()
    assert "students ask for help" in today and "2 of them soon." in today


def test_a_students_story_has_their_requests(careers_leader, cohort, three):
    story = reverse("students:story", args=[three[0].student_id])
    assert "money or a bursary" in careers_leader.client.get(story).content.decode()
    tutor = sign_in(MembershipFactory(school=cohort.school, role=Role.TUTOR, forms=["11A"]))
    assert "money or a bursary" not in tutor.client.get(story).content.decode()
