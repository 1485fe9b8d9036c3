"""The pages of worries: shown at once, to the right people, the words on one page alone."""

import pytest
from django.urls import reverse

from careers.models import AuditEvent, Message
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, StudentFactory
from conftest import sign_in
from surveys.models import Worry
from surveys.tests.factories import WorryFactory

pytestmark = pytest.mark.django_db
WORDS = "I cannot sleep for thinking about the exams."


@pytest.fixture
def worry(cohort) -> Worry:
    return WorryFactory(student=StudentFactory(cohort=cohort, form="11A"), words=WORDS)


@pytest.fixture
def lead(cohort):
    return sign_in(MembershipFactory(school=cohort.school, role=Role.SAFEGUARDING_LEAD))


def page(person, name: str, *args) -> str:
    return person.client.get(reverse(name, args=args)).content.decode()


def test_today_says_how_many_and_not_what(careers_leader, lead, worry):
    for person in (careers_leader, lead):
        today = page(person, "dashboard")
        assert "1 student has told us of a worry" in today and "exams" not in today


def test_today_counts_students_not_worries(careers_leader, worry):
    WorryFactory(student=worry.student)
    WorryFactory(student=StudentFactory(cohort=worry.student.cohort), overdue=True)
    today = page(careers_leader, "dashboard")
    assert "2 students have told us of a worry" in today and "1 has not been read for a school day" in today


def test_today_says_nothing_of_worries_to_a_senior_leader(cohort, worry):
    assert "worry" not in page(sign_in(MembershipFactory(school=cohort.school, role=Role.SLT)), "dashboard")


def test_what_is_handed_over_stays_on_the_safeguarding_leads_today_until_it_is_closed(careers_leader, lead, worry):
    careers_leader.client.post(reverse("worries:read", args=[worry.pk]))
    careers_leader.client.post(reverse("worries:hand_over", args=[worry.pk]))
    assert "1 worry is with the safeguarding lead" in page(lead, "dashboard")
    lead.client.post(reverse("worries:close", args=[worry.pk]), {"note": "Met with the family."})
    assert "worr" not in page(lead, "dashboard").partition("<main")[2]


def test_the_words_are_shown_once_somebody_says_that_they_read_it(careers_leader, worry):
    assert WORDS not in page(careers_leader, "worries:list")
    assert WORDS not in page(careers_leader, "worries:detail", worry.pk)
    worry.refresh_from_db()
    assert worry.read_at is None
    shown = careers_leader.client.post(reverse("worries:read", args=[worry.pk]), follow=True)
    assert WORDS in shown.content.decode()
    worry.refresh_from_db()
    assert worry.read_by == careers_leader.membership.user
    assert AuditEvent.objects.filter(verb="read a worry").count() == 2  # the press, and the page that shows it


def test_an_adviser_reads_those_of_the_own_caseload_alone(adviser, worry):
    other = WorryFactory(student=StudentFactory(cohort=worry.student.cohort, form="11B"))
    assert worry.student.surname in page(adviser, "worries:list")
    assert other.student.surname not in page(adviser, "worries:list")
    assert adviser.client.get(reverse("worries:detail", args=[other.pk])).status_code == 404
    assert adviser.client.post(reverse("worries:read", args=[other.pk])).status_code == 404


def test_a_tutor_reads_none(cohort, worry):
    tutor = sign_in(MembershipFactory(school=cohort.school, tutor_of_11a=True))
    assert tutor.client.get(reverse("worries:list")).status_code == 403
    assert tutor.client.get(reverse("worries:detail", args=[worry.pk])).status_code == 403


def test_without_a_safeguarding_lead_the_page_says_to_go_and_speak(careers_leader, worry):
    assert "Go and speak to them" in page(careers_leader, "worries:detail", worry.pk)
    careers_leader.client.post(reverse("worries:hand_over", args=[worry.pk]))
    assert not Message.objects.exists()


def test_closing_without_a_word_is_refused_on_the_page(careers_leader, worry):
    careers_leader.client.post(reverse("worries:read", args=[worry.pk]))
    shown = careers_leader.client.post(reverse("worries:close", args=[worry.pk]), {"note": " "}).content.decode()
    assert "Write what was done" in shown
    worry.refresh_from_db()
    assert worry.closed_at is None


def test_what_is_overdue_is_marked_on_the_list(careers_leader, cohort):
    WorryFactory(student=StudentFactory(cohort=cohort), overdue=True)
    assert "Not read for a school day" in page(careers_leader, "worries:list")


def test_the_list_asks_no_more_of_the_database_for_more_worries(careers_leader, cohort, django_assert_max_num_queries):
    WorryFactory.create_batch(12, student__cohort=cohort)
    with django_assert_max_num_queries(9):
        page(careers_leader, "worries:list")


def test_markup_in_a_worry_is_shown_as_it_was_typed(careers_leader, worry):
    Worry.objects.filter(pk=worry.pk).update(words="<script>alert(1)</script>")
    careers_leader.client.post(reverse("worries:read", args=[worry.pk]))
    assert "&lt;script&gt;" in page(careers_leader, "worries:detail", worry.pk)
