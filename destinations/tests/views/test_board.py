from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from careers.models import AuditEvent, Student
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, StudentFactory
from destinations.actions.destinations import exclude, recompute, settle
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import EvidenceFactory, ProviderFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(careers_leader):
    return careers_leader.client


def names(response) -> set[str]:
    return {row.student.surname for row in response.context["rows"]}


def board(client, **asked):
    return client.get(reverse("students:board"), {"leaving": 2025, "checkpoint": "y12", **asked})


@pytest.fixture
def four(cohort):
    """One at college, one the county calls NEET, one nobody knows, one not counted."""
    college = ProviderFactory(school=cohort.school, name="Cardwell College")
    county = SourceFactory(school=cohort.school, authority=True)
    ada, ben, cyd, dov = (StudentFactory(cohort=cohort, surname=name) for name in ("Ada", "Ben", "Cyd", "Dov"))
    EvidenceFactory(student=ada, provider=college, source=SourceFactory(school=cohort.school, provider=college, name="Cardwell College"))
    EvidenceFactory(student=ben, source=county, outcome="619")
    recompute(students=[s.pk for s in (ada, ben, cyd, dov)])
    exclude(student=dov, reason="moved abroad", by=None)
    return ada, ben, cyd, dov


def test_the_board_shows_a_row_a_student(client, four):
    response = board(client)
    assert names(response) == {"Ada", "Ben", "Cyd", "Dov"}
    assert b"Cardwell College" in response.content


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"outcome": "neet"}, {"Ben"}),
        ({"known": "no"}, {"Cyd"}),
        ({"known": "yes"}, {"Ada", "Ben"}),
        ({"status": "verified"}, {"Ada", "Ben"}),
        ({"status": "excluded"}, {"Dov"}),
        ({"outcome": "not_known"}, {"Cyd"}),
        ({"status": "unknown"}, {"Cyd"}),
        ({"status": "counted"}, {"Ada", "Ben", "Cyd"}),
        ({"provider": "none"}, {"Ben"}),
        ({"form": "11A", "outcome": "education"}, {"Ada"}),
        ({"outcome": "nonsense"}, {"Ada", "Ben", "Cyd", "Dov"}),
    ],
)
def test_filters_narrow_the_board(client, four, asked, found):
    assert names(board(client, **asked)) == found


def test_a_group_filter_uses_is_or_has_been(client, four):
    four[0].characteristics.create(kind="fsm", until=date(2024, 1, 1))
    four[1].characteristics.create(kind="sen", until=date(2024, 1, 1))
    assert names(board(client, group="fsm")) == {"Ada"}
    assert names(board(client, group="sen")) == set()


def test_a_search_comes_by_post_and_stays_out_of_the_address(client, four):
    response = client.post(reverse("students:board") + "?leaving=2025", {"q": "cy"})
    assert names(response) == {"Cyd"}


def test_the_board_sorts_by_provider(client, four):
    response = board(client, sort="-provider")
    assert response.context["rows"][0].student.surname == "Ada"


def test_a_tutor_sees_only_the_own_form(client, cohort):
    tutor = MembershipFactory(school=cohort.school, tutor_of_11a=True)
    client.force_login(tutor.user)
    StudentFactory(cohort=cohort, surname="Mine", form="11A")
    StudentFactory(cohort=cohort, surname="Other", form="11B")
    assert names(board(client)) == {"Mine"}


def test_a_tutor_cannot_filter_by_a_group_they_may_not_see(client, cohort):
    tutor = MembershipFactory(school=cohort.school, tutor_of_11a=True)
    client.force_login(tutor.user)
    StudentFactory(cohort=cohort, having=["looked_after"])
    StudentFactory(cohort=cohort)
    assert len(names(board(client, group="looked_after"))) == 2
    assert b"Looked after" not in board(client).content


def test_an_export_leaves_out_students_with_a_safety_mark_and_is_audited(client, cohort):
    StudentFactory(cohort=cohort, surname="Open")
    StudentFactory(cohort=cohort, surname="Hidden", hidden_address=True)
    response = client.get(reverse("students:export"), {"leaving": 2025, "format": "csv"})
    text = response.content.decode("utf-8-sig")
    assert "Open" in text and "Hidden" not in text
    assert AuditEvent.objects.get(verb="exported the cohort board").details == {"students": 1, "held_back": 1}


def test_a_name_that_looks_like_a_formula_is_harmless_in_an_export(client, cohort):
    StudentFactory(cohort=cohort, surname='=HYPERLINK("http://x")')
    text = client.get(reverse("students:export"), {"leaving": 2025, "format": "csv"}).content.decode("utf-8-sig")
    assert "'=HYPERLINK" in text


@pytest.mark.parametrize("role", [Role.GOVERNOR, Role.SLT, Role.TUTOR, Role.SAFEGUARDING_LEAD])
def test_only_careers_staff_export(client, cohort, role):
    client.force_login(MembershipFactory(school=cohort.school, role=role).user)
    assert client.get(reverse("students:export")).status_code == 403


def test_the_board_makes_the_same_queries_for_20_and_for_2000_students(client, cohort):
    def queries() -> int:
        with CaptureQueriesContext(connection) as made:
            assert board(client).status_code == 200
        return len(made)

    StudentFactory.create_batch(20, cohort=cohort)
    few = queries()
    Student.objects.bulk_create(
        Student(school=cohort.school, cohort=cohort, surname=f"S{n}", forename="F", upn="", uln="", form="11B") for n in range(1980)
    )
    recompute(students=Student.objects.values_list("pk", flat=True))
    assert queries() == few


def test_a_story_shows_each_statement_with_where_it_came_from(client, four):
    ada = four[0]
    county = SourceFactory(school=ada.school, kind="local_authority", name="Ribble County Council")
    EvidenceFactory(student=ada, source=county, place="row 14 of county.csv")
    page = client.get(reverse("students:story", args=[ada.pk])).content.decode()
    assert "row 14 of county.csv" in page and "Cardwell College, 12 September 2025" in page


def test_a_student_of_another_school_does_not_exist(stranger, four):
    assert stranger.client.get(reverse("students:story", args=[four[0].pk])).status_code == 404


def test_an_adviser_sees_the_own_forms_and_a_governor_nobody(adviser, governor, cohort):
    mine, other = StudentFactory(cohort=cohort, form="11A"), StudentFactory(cohort=cohort, form="11B")
    assert adviser.client.get(reverse("students:story", args=[mine.pk])).status_code == 200
    assert adviser.client.get(reverse("students:story", args=[other.pk])).status_code == 404
    assert governor.client.get(reverse("students:story", args=[mine.pk])).status_code == 403


def test_settling_by_hand_needs_a_reason(client, four):
    address = reverse("students:settle", args=[four[2].pk, "y12"])
    assert client.post(address, {"outcome": "330", "reason": ""}).status_code == 200
    assert not four[2].settlements.exists()
    client.post(address, {"outcome": "330", "reason": "Her mother rang on 3 November."})
    answer = four[2].destinations.get(checkpoint="y12")
    assert (answer.settled, answer.outcome) == (True, "330")


def test_letting_the_evidence_answer_again(client, four):
    settle(student=four[0], checkpoint=Checkpoint.Y12, outcome="330", reason="Seen at work", by=None)
    client.post(reverse("students:unsettle", args=[four[0].pk, "y12"]))
    answer = four[0].destinations.get(checkpoint="y12")
    assert (answer.settled, answer.outcome) == (False, "220")


def test_withdrawing_a_statement_crosses_it_out_and_changes_the_answer(client, four):
    statement = four[0].evidence.get()
    client.post(reverse("students:withdraw", args=[four[0].pk, statement.pk]), {"why": "Wrong student"})
    assert four[0].destinations.get(checkpoint="y12").status == "unknown"
    assert b"Wrong student" in client.get(reverse("students:story", args=[four[0].pk])).content


def test_what_the_family_told_us_becomes_a_statement(client, four):
    given = {"source_kind": "family", "said": "present", "outcome": "330", "course": "Warehouse", "said_on": "2025-10-03"}
    client.post(reverse("students:add_statement", args=[four[2].pk]), given)
    answer = four[2].destinations.get(checkpoint="y12")
    assert (answer.outcome, answer.status) == ("330", "provisional")


def test_what_a_college_said_by_telephone_is_its_own_word(client, four):
    college = four[0].school.providers.get()
    given = {"source_kind": "provider", "said": "present", "outcome": "220", "provider": college.pk, "said_on": "2025-10-03"}
    client.post(reverse("students:add_statement", args=[four[2].pk]), given)
    answer = four[2].destinations.get(checkpoint="y12")
    assert (answer.provider, answer.status, answer.evidence.source.provider) == (college, "verified", college)


def test_a_search_ignores_accents_and_apostrophes(client, cohort):
    StudentFactory(cohort=cohort, surname="D’Souza-Müller", forename="Zoë")
    for asked in ("muller", "d'souza", "Zoe", "dsouza zoe"):
        assert len(client.post(reverse("students:board") + "?leaving=2025", {"q": asked}).context["rows"]) == 1, asked


def test_a_safety_mark_is_set_and_audited(client, four):
    client.post(reverse("students:safety", args=[four[0].pk]), {"safeguarding_hold": "on"})
    four[0].refresh_from_db()
    assert four[0].safeguarding_hold
    assert AuditEvent.objects.filter(verb="changed safety marks", subject_id=four[0].pk).exists()


def test_the_search_box_opens_the_one_student_it_finds(client, four):
    response = client.post(reverse("students:search"), {"q": four[0].upn.lower()})
    assert response["Location"] == reverse("students:story", args=[four[0].pk])
    assert len(client.post(reverse("students:search"), {"q": "robin"}).context["students"]) == 4
