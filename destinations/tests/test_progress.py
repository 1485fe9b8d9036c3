"""Decided n of m: m is how many rows wanted a person when the list was read, and stays that."""

import pytest

from destinations.actions import return_expiry, returns
from destinations.checking import Progress, progress_of
from destinations.models import DataReturn, ReturnRow
from destinations.tests.lists import LIST, RECEIVED, college, school_of_three, student

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort():
    return school_of_three()


def staged(cohort):
    return returns.stage(cohort=cohort, source=college(cohort), data=LIST.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


def waiting(data_return):
    return data_return.rows.get(pile=ReturnRow.Pile.CHECK)


def now(data_return):
    return progress_of(DataReturn.objects.get(pk=data_return.pk))


@pytest.mark.parametrize("whose", ["Clegg", None])
def test_a_decision_counts_the_same_before_applying_and_after(cohort, whose):
    draft = staged(cohort)
    assert now(draft) == Progress(0, 1)
    returns.decide(row=waiting(draft), student=student(cohort, whose) if whose else None, by=None)
    assert now(draft) == Progress(1, 1)
    assert now(returns.apply(data_return=draft, by=None)) == Progress(1, 1)


def test_a_decision_made_and_taken_back_after_applying_moves_only_what_is_decided(cohort):
    done = returns.apply(data_return=staged(cohort), by=None)
    row = returns.decide(row=waiting(done), student=student(cohort, "Clegg"), by=None)
    assert now(done) == Progress(1, 1)
    returns.reopen(row=row, by=None)
    assert now(done) == Progress(0, 1)
    assert waiting(done).candidates and waiting(done).seen


def test_rows_of_other_piles_are_not_counted(cohort):
    draft = staged(cohort)
    returns.decide(row=draft.rows.filter(pile=ReturnRow.Pile.CERTAIN).first(), student=None, by=None)
    assert now(draft) == Progress(0, 1)


def test_what_nobody_decided_in_time_is_not_decided(cohort):
    done = returns.apply(data_return=staged(cohort), by=None)
    return_expiry.forget_rows(done)
    assert now(done) == Progress(0, 1)


def test_rows_left_to_an_earlier_list_from_the_same_file_are_not_decided_in_the_later(cohort):
    first, second = (returns.apply(data_return=staged(cohort), by=None) for _ in range(2))
    assert (now(first), now(second)) == (Progress(0, 1), Progress(0, 1))
