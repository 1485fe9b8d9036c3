"""Two people at one list: each gets other rows, and nothing that one has decided is overwritten by the other."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers.tests.factories import MembershipFactory
from destinations.actions import checking as actions
from destinations.actions.return_applying import forget_rows
from destinations.checking import TURN, Progress, progress_of, token_of
from destinations.models import DataReturn
from destinations.tests.views.cards import a_list, card_of, many_to_check, next_of, student

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def leader(careers_leader):
    return careers_leader.client


@pytest.fixture
def sam(cohort):
    return MembershipFactory(school=cohort.school, role="coordinator", user__name="Sam Reed").user


@pytest.fixture
def coordinator(sam):
    client = Client()
    client.force_login(sam)
    return client


@pytest.fixture
def tom(cohort):
    return student(cohort, "Barlow", "Tom")


@pytest.fixture
def rows(cohort, tom):
    return many_to_check(a_list(cohort), tom, 3)


def test_two_people_are_given_different_rows(leader, coordinator, rows):
    first, second, _ = rows
    assert leader.get(next_of(first.data_return)).url == card_of(first)
    assert coordinator.get(next_of(first.data_return)).url == card_of(second)
    assert leader.get(next_of(first.data_return)).url == card_of(first)


def test_taking_another_row_gives_the_last_one_back(leader, coordinator, rows):
    first, second, third = rows
    leader.get(next_of(first.data_return))
    assert leader.get(next_of(first.data_return), {"after": first.pk}).url == card_of(second)
    assert coordinator.get(next_of(first.data_return)).url == card_of(first)
    assert coordinator.get(next_of(first.data_return), {"after": first.pk}).url == card_of(third)


def test_a_row_that_is_left_open_is_offered_again_after_two_minutes(careers_leader, sam, rows):
    first = rows[0]
    long_ago = timezone.now() - TURN - timedelta(seconds=1)
    actions.take(row=first, by=careers_leader.membership.user, at=long_ago)
    assert actions.take_next(data_return=first.data_return, by=sam) == first


def test_when_somebody_else_has_the_last_rows_that_is_said(leader, coordinator, rows, tom):
    first, *others = rows
    for row in others:
        leader.post(card_of(row), {"student": tom.pk})
    leader.get(card_of(first))
    page = coordinator.get(next_of(first.data_return), follow=True)
    assert "Somebody else is looking at the rows that are left" in page.content.decode()


def test_a_card_that_somebody_else_has_open_says_who(leader, coordinator, rows, sam):
    coordinator.get(card_of(rows[0]))
    assert "Sam Reed is looking at this row too" in leader.get(card_of(rows[0])).content.decode()


def test_asking_only_for_the_head_of_a_page_takes_no_row(leader, rows):
    leader.head(card_of(rows[0]))
    rows[0].refresh_from_db()
    assert rows[0].looked_at_by is None


def test_what_somebody_else_decided_meanwhile_is_said_and_not_overwritten(leader, coordinator, rows, tom):
    row = rows[0]
    leader.get(card_of(row))
    coordinator.post(card_of(row), {"student": "not_ours", "as_seen": ""})
    page = leader.post(card_of(row), {"student": tom.pk, "as_seen": ""}, follow=True).content.decode()
    assert "Somebody decided this row while you were looking at it" in page
    assert "Decided by Sam Reed on" in page and "not one of ours" in page
    row.refresh_from_db()
    assert (row.decision, row.student, row.decided_by.name) == ("not_ours", None, "Sam Reed")


def test_pressing_twice_decides_once(leader, rows, tom):
    row = rows[0]
    leader.post(card_of(row), {"student": tom.pk, "as_seen": ""})
    leader.post(card_of(row), {"student": "not_ours", "as_seen": ""})
    row.refresh_from_db()
    assert row.decision == "student"


def test_only_the_decision_that_was_seen_is_taken_back(leader, coordinator, rows, tom):
    row = rows[0]
    reopen = reverse("returns:reopen", args=[row.data_return_id, row.pk])
    leader.post(card_of(row), {"student": tom.pk})
    row.refresh_from_db()
    seen = token_of(row)
    coordinator.post(reopen, {"as_seen": seen})
    coordinator.post(card_of(row), {"student": "not_ours"})
    leader.post(reopen, {"as_seen": seen})
    row.refresh_from_db()
    assert row.decision == "not_ours"


def test_the_count_of_what_is_decided_is_out_of_the_same_number_whoever_decides_and_after_applying(leader, coordinator, rows, tom):
    data_return = rows[0].data_return
    leader.post(card_of(rows[0]), {"student": "not_ours"})
    coordinator.post(card_of(rows[1]), {"student": tom.pk})
    assert "2 of 3 decided" in leader.get(card_of(rows[2])).content.decode()
    data_return.refresh_from_db()
    forget_rows(data_return)  # what applying does with the rows
    DataReturn.objects.filter(pk=data_return.pk).update(state="applied", file="")
    assert "2 of 3 decided" in leader.get(card_of(rows[2])).content.decode()
    coordinator.post(card_of(rows[2]), {"student": "not_ours"})
    assert progress_of(DataReturn.objects.get()) == Progress(3, 3)


def test_a_stranger_and_a_tutor_can_neither_look_for_nor_take_back_anything(stranger, cohort, rows):
    tutor = Client()
    tutor.force_login(MembershipFactory(school=cohort.school, tutor_of_11a=True).user)
    args = [rows[0].data_return_id, rows[0].pk]
    for name in ("returns:find_student", "returns:reopen", "returns:row"):
        assert stranger.client.post(reverse(name, args=args), {"q": "Barlow"}).status_code in (403, 404)
        assert tutor.post(reverse(name, args=args), {"q": "Barlow"}).status_code == 403
