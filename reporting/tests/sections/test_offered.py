from datetime import UTC, date, datetime

import pytest

from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory
from destinations.models import Settlement
from destinations.tests.factories import EvidenceFactory
from reporting.sections.offered import can_be_made, offers

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 20)
JANUARY = datetime(2026, 1, 10, 9, tzinfo=UTC)


def offered(school) -> dict:
    return {offer.term: offer for offer in offers(school, TODAY)}


def test_a_term_of_a_school_that_started_after_it_says_that_nothing_was_recorded_by_its_end():
    found = offered(EvidenceFactory(student__cohort__leaving=2025, recorded_at=JANUARY).student.school)
    assert found["2025-autumn"].nothing_known_by_then
    assert found["2025-autumn"].title == "Autumn term 2025/26: nothing about its students had been recorded by its end"
    assert (found["2025-spring"].nothing_known_by_then, found["2025-spring"].title) == (False, "Spring term 2025/26")


def test_what_was_settled_by_the_end_of_a_term_was_recorded_by_then():
    student = EvidenceFactory(student__cohort__leaving=2025, recorded_at=JANUARY).student
    Settlement.objects.create(student=student, checkpoint="y12", outcome="330", reason="Rang.", at=datetime(2025, 11, 3, tzinfo=UTC))
    assert not offered(student.school)["2025-autumn"].nothing_known_by_then


def test_a_school_of_which_nothing_is_known_at_all_gains_nothing_from_another_day():
    assert not offered(StudentFactory(cohort__leaving=2025).school)["2025-autumn"].nothing_known_by_then


def test_a_term_without_students_at_its_stages_says_so_and_a_cohort_without_students_is_not_enough():
    cohort = CohortFactory(leaving=2026)
    assert not can_be_made(cohort.school, "2025-autumn")
    assert offered(cohort.school)["2025-autumn"].title == "Autumn term 2025/26: no students in Year 11, 12 or 14 then"
    StudentFactory(cohort=cohort)
    assert can_be_made(cohort.school, "2025-autumn")
    assert offered(cohort.school)["2025-autumn"].has_students


def test_the_terms_are_looked_at_in_one_query(django_assert_num_queries):
    school = SchoolFactory()
    for leaving in (2023, 2025, 2026):
        StudentFactory.create_batch(3, cohort=CohortFactory(school=school, leaving=leaving))
    with django_assert_num_queries(1):
        offers(school, TODAY)
