"""Newcomers are answered for as a whole; what is written is what each of them would be given."""

import pytest

from careers.models import Student
from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions.destinations import recompute
from destinations.actions.first_answers import answer_for_newcomers
from destinations.models import Destination

pytestmark = pytest.mark.django_db
TOLD = [field.attname for field in Destination._meta.concrete_fields if field.name not in ("id", "computed_at")]


def answers():
    return list(Destination.objects.order_by("student_id", "checkpoint").values_list(*TOLD))


@pytest.mark.parametrize("leaving", [2008, 2025, 2031])
def test_what_newcomers_are_given_is_what_their_evidence_would_answer(leaving):
    cohort = CohortFactory(leaving=leaving)
    for _ in range(3):
        StudentFactory(cohort=cohort)
    students = list(Student.objects.values_list("pk", flat=True))
    recompute(students=students)
    asked_one_by_one = answers()
    Destination.objects.all().delete()
    answer_for_newcomers(cohort=cohort, students=students)
    assert answers() == asked_one_by_one
    assert len(asked_one_by_one) == 12


def test_nobody_new_is_given_nothing():
    answer_for_newcomers(cohort=CohortFactory(), students=[])
    assert not Destination.objects.exists()
