from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.models import Characteristic, kinds_of
from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions.destinations import recompute
from destinations.models import Destination
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import Group
from destinations.tests.factories import EvidenceFactory
from reporting.rules.figures import Figures
from reporting.sections.counting import measure
from reporting.tests.population import a_cohort

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 20)


def now(cohort, checkpoint=Checkpoint.Y12) -> Figures:
    return measure(cohort, checkpoint, as_at=None, today=timezone.localdate(), kinds=kinds_of(cohort.school))


def then(cohort, day, checkpoint=Checkpoint.Y12) -> Figures:
    return measure(cohort, checkpoint, as_at=day, today=timezone.localdate(), kinds=kinds_of(cohort.school))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_figures_of_today_are_the_same_from_kept_answers_and_from_the_evidence(seed, db):
    cohort = a_cohort(30, random=Random(seed))
    for checkpoint in Checkpoint:
        assert now(cohort, checkpoint) == then(cohort, timezone.localdate(), checkpoint)


def test_figures_count_every_student_of_the_cohort_once():
    cohort = a_cohort(60)
    f = now(cohort)
    assert f.cohort + sum(f.excluded.values()) == 60
    assert f.cohort == Destination.objects.filter(student__cohort=cohort, checkpoint="y12").counted().count()
    assert f.conflicting == Destination.objects.filter(student__cohort=cohort, checkpoint="y12").conflicting().count() > 0
    assert f.not_known == Destination.objects.filter(student__cohort=cohort, checkpoint="y12").not_known().count()


def test_before_anything_was_recorded_nobody_is_known():
    f = then(a_cohort(20), date(2025, 8, 1))
    assert (f.known, f.outcomes[Group.NOT_KNOWN]) == (0, 20)


def test_a_student_for_whom_no_answer_is_kept_yet_is_not_known():
    student = StudentFactory()
    assert (now(student.cohort).cohort, now(student.cohort).known) == (1, 0)


def test_another_cohort_is_not_counted():
    cohort = CohortFactory()
    a_cohort(10, cohort=CohortFactory(school=cohort.school, leaving=2024))
    assert now(cohort).cohort == 0


@pytest.mark.parametrize("as_at", [None, date(2025, 12, 1)])
def test_queries_do_not_grow_with_the_cohort(as_at, django_assert_max_num_queries):
    small, large = a_cohort(10), a_cohort(120)
    kinds = kinds_of(large.school)
    for cohort in (small, large):
        with django_assert_max_num_queries(9 if as_at else 3):
            measure(cohort, Checkpoint.Y12, as_at=as_at, today=TODAY, kinds=kinds)


def test_a_standard_group_without_students_is_left_out_and_the_schools_own_is_not():
    student = StudentFactory(having=["fsm"])
    student.school.own_characteristics.create(key="own-more-able", name="More able")
    assert [group.name for group in now(student.cohort).groups] == ["Free school meals", "More able"]


def test_an_own_group_called_like_a_standard_one_keeps_a_line_of_its_own():
    student = StudentFactory(having=["young_carer", "own-young-carer"])
    student.school.own_characteristics.create(key="own-young-carer", name="Young carer")
    assert [(group.name, group.n) for group in now(student.cohort).groups] == [("Young carer", 1), ("Young carer (own)", 1)]


@pytest.mark.parametrize(("kind", "name"), [("fsm", "Free school meals"), ("sen", "SEN")])
def test_a_group_is_those_who_are_or_have_been_in_it_unless_it_is_only_is(kind, name):
    student, other = StudentFactory(), StudentFactory()
    Characteristic.objects.create(student=student, kind=kind, since=date(2023, 1, 1), until=date(2024, 1, 1))
    assert [group.name for group in now(student.cohort).groups] == (["Free school meals"] if kind == "fsm" else [])
    assert [group.name for group in then(student.cohort, date(2023, 6, 1)).groups] == [name]
    assert now(other.cohort).groups == ()


def test_a_group_as_at_a_day_leaves_out_who_joined_it_later():
    student = StudentFactory()
    Characteristic.objects.create(student=student, kind="fsm", since=date(2025, 10, 1))
    assert then(student.cohort, date(2025, 9, 30)).groups == ()
    assert then(student.cohort, date(2025, 10, 1)).groups[0].n == 1


def test_figures_say_what_kinds_of_source_they_stand_on():
    statement = EvidenceFactory(dated=True)
    recompute(students=[statement.student_id])
    assert now(statement.student.cohort).sources == {"provider": 1}
    assert then(statement.student.cohort, timezone.localdate() - timedelta(days=1)).sources == {"provider": 1}
