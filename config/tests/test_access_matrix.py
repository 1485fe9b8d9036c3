"""Every address × every role: who may open it, and that a stranger from another school cannot. An address without a row fails."""

from datetime import date

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory, UserFactory
from config.tests.access import EVERYBODY, MATRIX, PUBLIC, Row
from config.tests.world import World, build_world

pytestmark = pytest.mark.django_db


def every_address(resolver: URLResolver, prefix: str = "") -> list[str]:
    """The full name of every address of the house."""
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append(f"{prefix}{entry.name}")
        else:
            found += every_address(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
    return found


def address(name: str, world: World) -> str:
    return reverse(
        name, args=[getattr(world, part) if isinstance(part, str) and hasattr(world, part) else part for part in MATRIX[name].args]
    )


def ask(client: Client, row: Row, where: str) -> int:
    """The status of the least that can be asked: a page is read, a button pressed with nothing filled in."""
    return client.post(where, {}).status_code if row.only_post else client.get(where).status_code


def signed_in(membership) -> Client:
    client = Client(raise_request_exception=True)
    client.force_login(membership.user)
    return client


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(every_address(get_resolver())) == sorted(MATRIX)


@pytest.fixture
def world(settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return build_world()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_opens_what_it_may_and_nothing_else(role, world):
    wrong = []
    for name, row in MATRIX.items():
        client = signed_in(MembershipFactory(school=world.school, role=role, forms=["11A"], group="fsm"))
        status = ask(client, row, address(name, world))
        allowed = row.who is PUBLIC or role in row.who
        if (status == 403) == allowed or status >= 500:
            wrong.append((name, role.value, status, "should open" if allowed else "should be refused"))
    assert not wrong


@pytest.mark.parametrize("role", list(Role))
def test_the_same_role_of_another_school_finds_nothing(role, world):
    stranger = MembershipFactory(school=CohortFactory().school, role=role, forms=["11A"], group="fsm")
    StudentFactory(cohort=stranger.school.cohorts.get())
    client, wrong = signed_in(stranger), []
    for name, row in MATRIX.items():
        if row.of_the_school:
            status = ask(client, row, address(name, world))
            if status not in (403, 404):
                wrong.append((name, role.value, status))
    assert not wrong


def test_nobody_signed_in_is_sent_to_sign_in(world):
    wrong = []
    for name, row in MATRIX.items():
        if row.who is PUBLIC:
            continue
        client = Client()
        response = client.post(address(name, world)) if row.only_post else client.get(address(name, world))
        if response.status_code != 302 or "/accounts/login/" not in response["Location"]:
            wrong.append((name, response.status_code))
    assert not wrong


@pytest.mark.parametrize("membership", ["none", "ended"])
def test_somebody_without_a_current_role_opens_nothing(membership, world):
    user = UserFactory() if membership == "none" else MembershipFactory(school=world.school, ended=True).user
    client = Client()
    client.force_login(user)
    wrong = []
    for name, row in MATRIX.items():
        status = ask(client, row, address(name, world))
        if row.who not in (PUBLIC, EVERYBODY) and status not in (403, 404):
            wrong.append((name, status))
    assert not wrong


def test_a_student_whom_the_role_may_not_see_does_not_exist(world):
    """A tutor of 11A asks for a student of 11B by every address that names a student."""
    other = StudentFactory(cohort=world.cohort, form="11B")
    client = signed_in(MembershipFactory(school=world.school, tutor_of_11a=True))
    assert client.get(reverse("students:story", args=[other.pk])).status_code == 404


def test_a_role_that_ended_stops_working_at_once(world):
    leader = MembershipFactory(school=world.school)
    client = signed_in(leader)
    assert client.get(reverse("students:board")).status_code == 200
    leader.until = date(2021, 1, 1)
    leader.save()
    assert client.get(reverse("students:board")).status_code == 403
