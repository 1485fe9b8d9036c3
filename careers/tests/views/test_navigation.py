from datetime import date

import pytest
import time_machine
from django.test import RequestFactory
from django.urls import resolve

from careers.models import Cohort, Membership
from careers.navigation import COHORT_KEY, Item, address, chosen_cohort, every_item, navigation
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory

pytestmark = pytest.mark.django_db


def viewer(role: Role, **more) -> Membership:
    return MembershipFactory(role=role, **more)


def shown(role: Role, page: str = "") -> dict[str, list[str]]:
    return {link.name: [item.name for item in link.items] for link in navigation(viewer(role), page)}


@pytest.fixture
def every_page(monkeypatch):
    """Every address of the navigation leads somewhere, whatever has been built so far."""
    monkeypatch.setattr("careers.navigation.address", lambda name: f"/{name.replace(':', '/')}/")


@pytest.mark.usefixtures("every_page")
def test_a_careers_leader_sees_every_task_and_the_pages_of_each():
    assert shown(Role.CAREERS_LEADER) == {
        "Today": [],
        "Students": ["Cohort board", "Import students", "Contact details"],
        "Surveys": ["Survey centre", "Compare waves", "Worries", "Asking for help", "Messages"],
        "Returns": ["Lists received", "Providers"],
        "Reports": [],
        "Settings": ["Accounts", "Groups", "Messages", "Permissions", "The school's past", "Who did what"],
    }


@pytest.mark.usefixtures("every_page")
def test_a_governor_sees_reports_and_nothing_else():
    assert shown(Role.GOVERNOR) == {"Reports": []}


@pytest.mark.usefixtures("every_page")
def test_someone_with_one_page_of_a_task_sees_it_under_its_own_name():
    assert shown(Role.DATA_MANAGER) == {"Import students": [], "Providers": [], "Settings": []}


@pytest.mark.usefixtures("every_page")
def test_someone_who_may_open_only_the_first_page_of_a_task_sees_the_task():
    assert shown(Role.TUTOR) == {"Students": [], "Surveys": []}


def test_a_page_that_does_not_exist_is_not_offered(monkeypatch):
    monkeypatch.setattr("careers.navigation.address", lambda name: "/today/" if name == "dashboard" else None)
    assert shown(Role.CAREERS_LEADER) == {"Today": []}


def test_an_address_that_nobody_has_built_is_none():
    assert address("no:such-page") is None


@pytest.mark.usefixtures("every_page")
@pytest.mark.parametrize(
    ("page", "section", "item"),
    [
        ("students:story", "Students", "Cohort board"),
        ("students:import", "Students", "Import students"),
        ("providers:edit", "Returns", "Providers"),
        ("dashboard", "Today", None),
    ],
)
def test_the_navigation_marks_where_you_are(page, section, item):
    links = navigation(viewer(Role.CAREERS_LEADER), page)
    assert [link.name for link in links if link.here] == [section]
    assert [child.name for link in links for child in link.items if child.here] == ([item] if item else [])


@pytest.mark.parametrize("item", list(every_item()), ids=lambda item: item.url_name)
def test_the_navigation_offers_a_page_to_exactly_those_whom_the_page_lets_in(item: Item):
    url = address(item.url_name)
    if url is not None:
        assert set(resolve(url).func.needs) == set(item.may)


def asking(membership: Membership, query: str = "", chosen: Cohort | None = None):
    request = RequestFactory().get(f"/{query}")
    request.viewer, request.session, request.resolver_match = membership, {COHORT_KEY: chosen.pk} if chosen else {}, None
    return request


@pytest.fixture
def leader() -> Membership:
    leader = MembershipFactory()
    for leaving in (2024, 2025, 2026):
        CohortFactory(school=leader.school, leaving=leaving)
    return leader


@pytest.mark.parametrize(("today", "leaving"), [(date(2025, 11, 21), 2025), (date(2026, 7, 1), 2025), (date(2026, 8, 20), 2026)])
def test_the_cohort_shown_at_first_is_the_latest_that_has_had_its_results(leader, today, leaving):
    with time_machine.travel(today, tick=False):
        assert chosen_cohort(asking(leader)).leaving == leaving


def test_before_any_results_the_next_cohort_to_have_them_is_shown(leader):
    with time_machine.travel(date(2023, 11, 21), tick=False):
        assert chosen_cohort(asking(leader)).leaving == 2024


def test_the_cohort_that_was_chosen_is_shown(leader):
    assert chosen_cohort(asking(leader, chosen=leader.school.cohorts.get(leaving=2024))).leaving == 2024


def test_the_cohort_in_the_address_wins_so_that_a_view_can_be_shared(leader):
    assert chosen_cohort(asking(leader, "?leaving=2026", leader.school.cohorts.get(leaving=2024))).leaving == 2026


def test_an_address_with_another_schools_year_shows_no_cohort(leader):
    CohortFactory(leaving=2019)
    assert chosen_cohort(asking(leader, "?leaving=2019")) is None


def test_a_choice_left_over_from_another_school_is_passed_over(leader):
    with time_machine.travel(date(2025, 11, 21), tick=False):
        assert chosen_cohort(asking(leader, chosen=CohortFactory(leaving=2024))).leaving == 2025


def test_a_school_without_cohorts_has_none_to_show():
    assert chosen_cohort(asking(MembershipFactory())) is None


def test_asking_for_the_cohort_twice_reads_the_database_once(leader, django_assert_num_queries):
    request = asking(leader)
    with django_assert_num_queries(1):
        chosen_cohort(request)
        chosen_cohort(request)
