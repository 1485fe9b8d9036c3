from datetime import date, timedelta

import pytest
from django.utils import timezone

from careers.rules import academic_year
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from destinations.actions import destinations
from destinations.models import DataReturn, ReturnRow
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import DataReturnFactory, EvidenceFactory, ProviderFactory, SourceFactory
from reporting.sections.counting import counted_now, register_of
from reporting.sections.todo import LOOKS, Situation, what_needs_doing
from reporting.tests.factories import ReportFactory

pytestmark = pytest.mark.django_db
TODAY = date(2025, 11, 21)


@pytest.fixture
def cohort():
    """Nobody is in it; the Year 11 below it has somebody, so that the term can be reported on."""
    cohort = CohortFactory(leaving=2025)
    StudentFactory(cohort__school=cohort.school, cohort__leaving=2026)
    return cohort


def to_do(cohort, role=Role.CAREERS_LEADER, checkpoint=Checkpoint.Y12) -> dict[str, tuple]:
    viewer = MembershipFactory(school=cohort.school, role=role)
    counted = counted_now([cohort], [checkpoint], register_of(cohort.school))[cohort.pk, checkpoint]
    found = what_needs_doing(Situation(viewer, cohort, checkpoint, counted, TODAY))
    return {todo.words: (todo.count, todo.url_name, *todo.args) for todo in found}


REPORT = {"governors’ report of this term to make and publish": (1, "reports:list")}


def test_with_nothing_in_hand_there_is_the_terms_report_to_make(cohort):
    assert to_do(cohort) == REPORT


def test_a_term_without_students_to_report_on_is_not_to_do():
    assert to_do(CohortFactory(leaving=2025)) == {}


def test_a_published_report_of_the_term_is_done(cohort):
    ReportFactory(school=cohort.school, published=True, term=academic_year.term_of(TODAY))
    assert to_do(cohort) == {}


def test_a_report_that_nobody_has_published_is_still_to_do(cohort):
    ReportFactory(school=cohort.school, term=academic_year.term_of(TODAY))
    assert to_do(cohort) == REPORT


def test_one_list_to_apply_opens_that_list_and_several_open_all(cohort):
    first = DataReturnFactory(cohort=cohort)
    assert to_do(cohort)["list received and not applied yet"] == (1, "returns:detail", first.pk)
    DataReturnFactory(cohort=cohort)
    DataReturnFactory(cohort=cohort, state=DataReturn.State.APPLIED)
    assert to_do(cohort)["lists received and not applied yet"] == (2, "returns:list")


def test_rows_to_match_are_counted_while_nobody_has_decided(cohort):
    listed = DataReturnFactory(cohort=cohort, state=DataReturn.State.APPLIED)
    for row, pile in enumerate(["check", "check", "certain", "not_ours"]):
        ReturnRow.objects.create(data_return=listed, sheet="Sheet1", row=row, pile=pile)
    ReturnRow.objects.create(data_return=listed, sheet="Sheet1", row=9, pile="check", decision="not_ours")
    assert to_do(cohort)["rows to match to students"] == (2, "returns:check", listed.pk)


def test_rows_of_a_return_that_was_undone_are_not_to_do(cohort):
    undone = DataReturnFactory(cohort=cohort, state=DataReturn.State.UNDONE)
    ReturnRow.objects.create(data_return=undone, sheet="Sheet1", row=2, pile="check")
    assert to_do(cohort) == REPORT


def test_students_nobody_knows_about_are_to_find(cohort):
    StudentFactory.create_batch(2, cohort=cohort)
    assert to_do(cohort)["students to find"] == (2, "students:board")


def test_students_of_year_11_without_a_plan_are_told_apart_from_students_to_find(cohort):
    StudentFactory(cohort=cohort)
    found = to_do(cohort, checkpoint=Checkpoint.Y11_INTENDED)
    assert found["student without a plan"] == (1, "students:board")
    assert "student to find" not in found


def test_two_colleges_that_both_say_present_are_a_conflict_to_settle(cohort):
    student = StudentFactory(cohort=cohort)
    for _ in range(2):
        place = ProviderFactory(school=cohort.school)
        EvidenceFactory(student=student, provider=place, source=SourceFactory(school=cohort.school, provider=place))
    destinations.recompute(students=[student.pk])
    assert to_do(cohort)["conflict between sources to settle"] == (1, "students:board")


def test_a_settled_answer_is_to_look_at_again_once_later_evidence_disagrees(cohort):
    student, place = StudentFactory(cohort=cohort), ProviderFactory(school=cohort.school)
    destinations.settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="The family rang.", by=None)
    assert "settled answer that later evidence disagrees with" not in to_do(cohort)
    EvidenceFactory(
        student=student,
        provider=place,
        source=SourceFactory(school=cohort.school, provider=place),
        recorded_at=timezone.now() + timedelta(days=1),
    )
    assert to_do(cohort)["settled answer that later evidence disagrees with"] == (1, "students:board")


def test_students_who_are_no_longer_in_the_export_are_named(cohort):
    StudentFactory(cohort=cohort, missing_since=date(2025, 10, 1))
    assert to_do(cohort)["student missing from the last export"] == (1, "students:board")


def test_providers_that_a_list_brought_are_to_confirm(cohort):
    ProviderFactory(school=cohort.school, to_confirm=True)
    assert to_do(cohort)["provider added from a list, to confirm"] == (1, "providers:list")


def test_what_another_school_has_to_do_is_not_ours(cohort):
    DataReturnFactory()
    ProviderFactory(to_confirm=True)
    StudentFactory()
    assert to_do(cohort) == REPORT


@pytest.mark.parametrize("role", [Role.SLT, Role.TRUST, Role.REVIEWER, Role.GOVERNOR])
def test_nothing_is_asked_of_those_who_see_totals(cohort, role):
    StudentFactory(cohort=cohort)
    DataReturnFactory(cohort=cohort)
    ProviderFactory(school=cohort.school, to_confirm=True)
    assert to_do(cohort, role) == {}


def test_the_safeguarding_lead_is_told_of_students_and_not_of_lists(cohort):
    StudentFactory(cohort=cohort)
    DataReturnFactory(cohort=cohort)
    assert to_do(cohort, Role.SAFEGUARDING_LEAD) == {"student to find": (1, "students:board")}


def test_every_look_is_a_small_function_of_its_own():
    assert len({look.__name__ for look in LOOKS}) == len(LOOKS)


def test_queries_do_not_grow_with_what_there_is_to_do(cohort, django_assert_max_num_queries):
    viewer = MembershipFactory(school=cohort.school)
    for _ in range(2):
        for student in StudentFactory.create_batch(10, cohort=cohort):
            destinations.settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="The family rang.", by=None)
        DataReturnFactory.create_batch(5, cohort=cohort)
        counted = counted_now([cohort], [Checkpoint.Y12], register_of(cohort.school))[cohort.pk, Checkpoint.Y12]
        with django_assert_max_num_queries(9):
            what_needs_doing(Situation(viewer, cohort, Checkpoint.Y12, counted, TODAY))
