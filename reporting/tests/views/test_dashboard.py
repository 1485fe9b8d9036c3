from datetime import UTC, date, datetime
from random import Random
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers.models import Characteristic, Student
from careers.rules import permissions
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, SchoolFactory, StudentFactory
from destinations import board
from destinations.actions.destinations import recompute
from destinations.models import Evidence
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import ProviderFactory, SourceFactory
from reporting.tests.population import a_cohort

pytestmark = pytest.mark.django_db
TODAY_PAGE = reverse("dashboard")


def enter(client: Client, school, role=Role.CAREERS_LEADER):
    membership = MembershipFactory(school=school, role=role)
    client.force_login(membership.user)
    return membership


@pytest.fixture
def cohort():
    return a_cohort(40, random=Random(7))


def look(client, cohort, **query):
    return client.get(TODAY_PAGE, {"leaving": cohort.leaving, "checkpoint": "y12", **query})


def test_the_page_answers_first_in_one_sentence(client, cohort):
    enter(client, cohort.school)
    page = look(client, cohort)
    f = page.context["page"].figures
    assert f"{f.known} of {f.cohort} known, {f.neet} not in education, employment or training" in page.content.decode()


@pytest.mark.parametrize("role", [Role.SLT, Role.TRUST, Role.REVIEWER])
def test_those_who_see_totals_see_no_group_and_no_way_to_a_student(client, cohort, role):
    enter(client, cohort.school, role)
    page = look(client, cohort)
    html = page.content.decode()
    assert page.context["page"].figures.groups == ()
    assert "Free school meals" not in html
    assert "Looked after" not in html
    assert reverse("students:board") not in html
    assert page.context["todos"] == []
    assert f"{page.context['page'].figures.known} of" in html


def test_care_groups_are_for_those_who_may_see_care(client, cohort, monkeypatch):
    names = {group.name for group in seen_by(cohort)}
    assert {"Looked after", "Free school meals"} <= names
    may_not = permissions.PERMISSIONS[Role.COORDINATOR] - {permissions.May.SEE_CARE}
    monkeypatch.setitem(permissions.PERMISSIONS, Role.COORDINATOR, may_not)
    names = {group.name for group in seen_by(cohort, Role.COORDINATOR)}
    assert "Looked after" not in names
    assert "Free school meals" in names


def seen_by(cohort, role=Role.CAREERS_LEADER):
    client = Client()
    enter(client, cohort.school, role)
    return look(client, cohort).context["page"].figures.groups


def found_behind(viewer, cohort, address: str) -> int:
    """How many students the cohort board shows at an address."""
    query = {key: values[0] for key, values in parse_qs(urlsplit(address).query).items()}
    assert query.pop("leaving") == str(cohort.leaving)
    filters = board.Filters(checkpoint=Checkpoint(query.pop("checkpoint")), **query)
    ids = board.find(viewer, cohort, filters).ids
    if set(query) <= {"group"}:  # the board also lists, by name, those who are not counted
        ids = [pk for pk in ids if not cohort.students.get(pk=pk).destinations.get(checkpoint=filters.checkpoint).excluded]
    return len(ids)


def test_every_figure_opens_exactly_the_students_behind_it(client, cohort):
    viewer = enter(client, cohort.school)
    context = look(client, cohort).context
    figures = [(stat["value"], stat["url"]) for stat in context["stats"]]
    figures += [(line.n, url) for _, lines in context["tables"] for line, url in lines if url]
    for row in context["groups"]:
        group = row["group"]
        figures += [(group.n, row["url"]), (group.known, row["known_url"])]
        figures += [(row["not_known"], row["not_known_url"]), (row["neet"], row["neet_url"])]
    assert len(figures) > 40
    for n, address in figures:
        assert found_behind(viewer, cohort, address) == n, address


def test_what_needs_doing_opens_exactly_the_students_behind_it(client, cohort):
    viewer = enter(client, cohort.school)
    todos = {todo["words"]: todo for todo in look(client, cohort).context["todos"]}
    for words in ("conflicts between sources to settle", "students to find"):
        assert found_behind(viewer, cohort, todos[words]["url"]) == todos[words]["count"] > 0


def test_a_checkpoint_is_chosen_in_the_address(client, cohort):
    enter(client, cohort.school)
    page = look(client, cohort, checkpoint="y11_intended")
    assert [tab["words"] for tab in page.context["tabs"] if tab["current"]] == ["Year 11 intended"]


@pytest.mark.parametrize("wrong", ["", "y13", "y14'--"])
def test_a_checkpoint_that_is_none_or_has_not_begun_shows_the_latest_that_has(client, cohort, wrong):
    enter(client, cohort.school)
    assert look(client, cohort, checkpoint=wrong).context["asked"].checkpoint == "y12"


def test_an_earlier_day_shows_the_figures_of_that_day_and_opens_no_list(client, cohort):
    enter(client, cohort.school)
    page = look(client, cohort, as_at="2025-09-01")
    assert page.context["page"].figures.known == 0
    assert "figures of 1 September 2025" in page.content.decode()
    assert page.context["todos"] == []
    main = page.content.decode().split("<main")[1]
    assert reverse("students:board") + "?" not in main


def test_today_chosen_as_the_day_is_today(client, cohort):
    enter(client, cohort.school)
    page = look(client, cohort, as_at=timezone.localdate().isoformat())
    assert page.context["asked"].as_at is None


@pytest.mark.parametrize(("wrong", "sentence"), [("2999-01-01", "That day has not come yet."), ("soon", "Enter a date")])
def test_a_day_that_cannot_be_shown_is_explained_and_today_is_shown(client, cohort, wrong, sentence):
    enter(client, cohort.school)
    page = look(client, cohort, as_at=wrong)
    assert sentence in page.content.decode()
    assert page.context["asked"].as_at is None


def test_a_school_without_students_is_told_what_to_do_first(client):
    enter(client, SchoolFactory())
    assert "No students yet" in client.get(TODAY_PAGE).content.decode()


def test_a_cohort_that_is_not_the_schools_does_not_exist(client, cohort):
    enter(client, cohort.school)
    assert client.get(TODAY_PAGE, {"leaving": "2031"}).status_code == 404


def test_another_schools_students_are_not_counted(client, cohort):
    other = CohortFactory(leaving=cohort.leaving)
    enter(client, other.school)
    assert look(client, other).context["page"].figures.cohort == 0


def test_cohorts_that_have_reached_the_checkpoint_stand_side_by_side(client, cohort):
    a_cohort(10, cohort=CohortFactory(school=cohort.school, leaving=2024))
    CohortFactory(school=cohort.school, leaving=timezone.localdate().year + 3)
    enter(client, cohort.school)
    chart = look(client, cohort).context["page"].charts[-1]
    assert [row[0].words for row in chart.table.rows] == ["Leavers 2025", "Leavers 2024"]


def test_who_is_not_counted_is_said_with_the_reason(client, cohort):
    enter(client, cohort.school)
    assert "Not counted: 4 students (" in look(client, cohort).content.decode()


@pytest.mark.parametrize(("as_at", "most"), [("", 22), ("2025-12-01", 18)])
def test_queries_are_the_same_for_20_and_for_2000_students(client, django_assert_max_num_queries, as_at, most):
    asked = []
    for n in (20, 2000):
        cohort = a_cohort_quickly(n)
        enter(client, cohort.school)
        look(client, cohort)
        with django_assert_max_num_queries(most) as queries:
            look(client, cohort, as_at=as_at)
        asked.append(len(queries))
    assert asked[0] == asked[1]


def a_cohort_quickly(n: int):
    """A cohort of `n` whose statements are written at once."""
    cohort = CohortFactory()
    provider = ProviderFactory(school=cohort.school)
    source = SourceFactory(school=cohort.school, provider=provider)
    cohort.school.own_characteristics.create(key="own-more-able", name="More able")
    students = Student.objects.bulk_create(StudentFactory.build_batch(n, cohort=cohort, school=cohort.school))
    Evidence.objects.bulk_create(
        Evidence(
            student=student, source=source, said="present", outcome="220", provider=provider, said_on=date(2025, 9, 12),
            recorded_at=datetime(2025, 9, 20, tzinfo=UTC),
        )
        for student in students[: n - 5]
    )  # fmt: skip
    Characteristic.objects.bulk_create(Characteristic(student=student, kind="fsm") for student in students[::3])
    recompute(students=[student.pk for student in students])
    return cohort
