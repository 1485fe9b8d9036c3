"""What a student answered in a survey is for those who read answers; others see that there is an answer."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, StudentFactory
from destinations.actions.applications import work_out
from destinations.actions.destinations import recompute, settle
from destinations.models import Application, ApplicationStatement
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import EvidenceFactory, ProviderFactory, SourceFactory

pytestmark = pytest.mark.django_db
DAY, MOMENT, PLACE = date(2024, 11, 4), datetime(2024, 11, 4, 10, tzinfo=UTC), "survey: Autumn plans"
SECRETS = ("Quernmore", "Falconry", "Tarn College", "back-up", "A levels", "undecided", "31 October 2024", "Offer with conditions")
NOT_READERS = {
    Role.TUTOR: {"forms": ["11A"]},
    Role.YEAR_LEAD: {"forms": ["11A"]},
    Role.GROUP_LEAD: {"group": "sen"},
    Role.SAFEGUARDING_LEAD: {},
}


@pytest.fixture
def student(cohort):
    """Means to take A levels at Quernmore College and has applied there, and says both in a survey."""
    made = StudentFactory(cohort=cohort, surname="Ada", having=["sen"])
    provider = ProviderFactory(school=cohort.school, name="Quernmore College")
    source = SourceFactory(school=cohort.school, kind="student", name="Student")
    words = "sure: very; back-up: Tarn College"
    EvidenceFactory(
        student=made, source=source, said="intends", route="a_level", provider=provider, course="Falconry",
        words=words, said_on=DAY, recorded_at=MOMENT, place=PLACE,
    )  # fmt: skip
    apply(made, provider, source, PLACE, state="conditional", course="Falconry", applied_on=date(2024, 10, 31))
    recompute(students=[made.pk])
    return made


def apply(student, provider, source, place, **said):
    application, _ = Application.objects.get_or_create(student=student, provider=provider)
    ApplicationStatement.objects.create(application=application, source=source, said_on=DAY, recorded_at=MOMENT, place=place, **said)
    work_out([application.pk])


def sign_in(client, cohort, role):
    client.force_login(MembershipFactory(school=cohort.school, role=role, **NOT_READERS.get(role, {})).user)


def story(client, student) -> str:
    return client.get(reverse("students:story", args=[student.pk])).content.decode()


def board(client, **asked):
    return client.get(reverse("students:board"), {"leaving": 2025, "checkpoint": Checkpoint.Y11_INTENDED.value, **asked})


def found(response) -> list[str]:
    return [row.student.surname for row in response.context["rows"]]


@pytest.mark.parametrize("role", NOT_READERS)
def test_a_story_tells_only_that_the_student_answered(client, cohort, student, role):
    sign_in(client, cohort, role)
    page = story(client, student)
    assert not [secret for secret in SECRETS if secret in page]
    assert "answered in a survey" in page and "4 November 2024" in page and "Answered in a survey" in page


@pytest.mark.parametrize("role", [Role.CAREERS_LEADER, Role.COORDINATOR])
def test_careers_staff_read_the_answer_in_the_story(client, cohort, student, role):
    sign_in(client, cohort, role)
    page = story(client, student)
    assert all(words in page for words in ("Quernmore College", "Falconry", "Tarn College", "Offer with conditions"))


def test_an_adviser_reads_the_answers_of_their_own_students(client, cohort, student):
    client.force_login(MembershipFactory(school=cohort.school, role=Role.ADVISER, forms=["11A"]).user)
    assert "Falconry" in story(client, student)


def test_what_a_college_says_is_told_without_what_the_student_said(client, cohort, student):
    provider = ProviderFactory(school=cohort.school, name="Cardwell College")
    college = SourceFactory(school=cohort.school, provider=provider, name="Cardwell College")
    apply(student, provider, college, "row 3 of list.xlsx", state="sent")
    apply(student, provider, student.evidence.get().source, PLACE, state="declined", course="Falconry")
    sign_in(client, cohort, Role.TUTOR)
    page = story(client, student)
    assert "Cardwell College" in page and "row 3 of list.xlsx" in page and "Applied" in page
    assert "declined" not in page and not [secret for secret in SECRETS if secret in page]


def test_what_was_taken_back_or_said_again_is_one_line(client, cohort, student):
    first = student.evidence.get()
    again = {"student": student, "source": first.source, "said_on": DAY, "recorded_at": MOMENT, "place": PLACE}
    EvidenceFactory(said="undecided", **again)
    EvidenceFactory(said="undecided", **again | {"said_on": date(2024, 11, 5)}, withdrawn_at=MOMENT, withdrawn_why="It was A levels")
    sign_in(client, cohort, Role.TUTOR)
    page = story(client, student)
    assert page.count("answered in a survey</p>") == 1 and "It was" not in page


@pytest.mark.parametrize("role", NOT_READERS)
def test_the_board_tells_only_that_the_student_answered(client, cohort, student, role):
    sign_in(client, cohort, role)
    response = board(client)
    assert found(response) == ["Ada"]
    table = response.content.decode().partition("<tbody>")[2]
    assert "Answered in a survey" in table and "Quernmore" not in table and "A levels" not in table


def test_somebody_undecided_looks_on_the_board_like_everybody_who_answered(client, cohort, student):
    other = StudentFactory(cohort=cohort, surname="Ben")
    EvidenceFactory(student=other, source=student.evidence.get().source, said="undecided", said_on=DAY, recorded_at=MOMENT, place=PLACE)
    recompute(students=[other.pk])
    sign_in(client, cohort, Role.TUTOR)
    first, second = board(client).context["rows"]
    assert first.answers[Checkpoint.Y11_INTENDED] == second.answers[Checkpoint.Y11_INTENDED]


def test_no_filter_of_the_board_finds_an_answer_that_is_withheld(client, cohort, student):
    provider = str(student.evidence.get().provider_id)
    for asked in ({"route": "a_level"}, {"provider": provider}, {"known": "yes"}, {"known": "no"}, {"status": "provisional"}):
        sign_in(client, cohort, Role.TUTOR)
        assert found(board(client, **asked)) == []
    assert found(board(client, status="counted")) == ["Ada"]
    sign_in(client, cohort, Role.CAREERS_LEADER)
    assert found(board(client, route="a_level")) == ["Ada"]


def test_what_a_named_person_settled_is_shown_to_the_tutor(client, cohort, student):
    settle(student=student, checkpoint=Checkpoint.Y11_INTENDED, outcome="", route="t_level", reason="Seen the offer", by=None)
    sign_in(client, cohort, Role.TUTOR)
    assert "T Level" in board(client).content.decode().partition("<tbody>")[2]
    assert "Seen the offer" in story(client, student)


def test_a_reason_that_quotes_a_survey_is_withheld_whoever_the_answer_stands_on(client, cohort, student):
    answer = student.destinations.get(checkpoint=Checkpoint.Y12)
    answer.reason = f"Cardwell College says studying; but Student, 4 November 2024, {PLACE} says undecided."
    answer.save()
    sign_in(client, cohort, Role.TUTOR)
    assert "undecided" not in story(client, student)
