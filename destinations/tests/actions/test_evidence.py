from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import RestrictedError
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careers.actions.audit import broken_link
from careers.models import AuditEvent
from careers.tests.factories import CohortFactory, StudentFactory
from destinations import asking
from destinations.actions.destinations import exclude, include, recompute, settle, unsettle
from destinations.actions.evidence import state, withdraw
from destinations.actions.providers import add_provider, change_provider
from destinations.models import Destination, Evidence
from destinations.rules.checkpoints import Checkpoint
from destinations.tests.factories import EvidenceFactory, ProviderFactory, SourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def student():
    return StudentFactory(cohort=CohortFactory(leaving=2025))


@pytest.fixture
def college(student):
    provider = ProviderFactory(school=student.school, name="Cardwell College")
    return SourceFactory(school=student.school, provider=provider, name=provider.name)


def present(student, source, **more) -> Evidence:
    given = {"said": "present", "outcome": "220", "provider": source.provider, "said_on": date(2025, 9, 12)}
    return EvidenceFactory.build(student=student, source=source, **{**given, **more, "recorded_at": None})


def say(student, source, **more):
    return state(school=student.school, by=None, statements=[present(student, source, **more)], verb="added a statement")


def year_12(student) -> Destination:
    return Destination.objects.get(student=student, checkpoint=Checkpoint.Y12)


def test_a_statement_changes_the_answer_in_the_same_transaction(student, college):
    say(student, college)
    assert (year_12(student).outcome, year_12(student).evidence.source) == ("220", college)


def test_the_same_statement_twice_is_kept_once_and_said_so(student, college):
    assert len(say(student, college).added) == 1
    again = say(student, college)
    assert (len(again.added), again.already) == (0, 1)
    assert Evidence.objects.count() == 1


def test_a_withdrawn_statement_can_be_made_again(student, college):
    say(student, college)
    withdraw(school=student.school, by=None, evidence=Evidence.objects.all(), why="Wrong file")
    assert year_12(student).status == "unknown"
    assert len(say(student, college).added) == 1
    assert year_12(student).outcome == "220"


def test_evidence_of_another_school_is_not_withdrawn(student, college):
    say(student, college)
    assert withdraw(school=CohortFactory().school, by=None, evidence=Evidence.objects.all(), why="Not theirs") == 0


def test_evidence_an_answer_stands_on_cannot_be_deleted(student, college):
    say(student, college)
    with pytest.raises(RestrictedError):
        Evidence.objects.get().delete()


def test_a_student_can_be_deleted_with_everything_that_was_said(student, college):
    say(student, college)
    student.delete()
    assert not Evidence.objects.exists() and not Destination.objects.exists()


def test_the_database_refuses_an_outcome_on_a_statement_that_is_not_of_presence(student, college):
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceFactory(student=student, source=college, said="left", outcome="220")


def test_history_is_recorded_on_its_own_day_and_the_audit_keeps_the_true_time(student, college):
    loaded = state(
        school=student.school, by=None, statements=[present(student, college)], recorded_on=date(2025, 10, 1), verb="loaded history"
    )
    assert timezone.localdate(loaded.added[0].recorded_at) == date(2025, 10, 1)
    assert AuditEvent.objects.get(verb="loaded history").at > timezone.now() - timedelta(minutes=5)


def test_nothing_is_recorded_on_a_day_to_come(student, college):
    with pytest.raises(ValueError, match="has not come"):
        state(school=student.school, by=None, statements=[present(student, college)], recorded_on=date(2999, 1, 1), verb="x")


def test_a_settled_destination_is_not_overruled_by_later_evidence(student, college):
    settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="Seen at work", by=None)
    say(student, college)
    assert (year_12(student).settled, year_12(student).outcome, year_12(student).status) == (True, "330", "verified")
    unsettle(student=student, checkpoint=Checkpoint.Y12, by=None)
    assert (year_12(student).settled, year_12(student).outcome) == (False, "220")


def test_settling_needs_a_reason_and_a_code_of_the_national_list(student):
    for wrong in ({"outcome": "330", "reason": " "}, {"outcome": "999", "reason": "x"}, {"outcome": "", "reason": "x"}):
        with pytest.raises(ValidationError):
            settle(student=student, checkpoint=Checkpoint.Y12, by=None, **wrong)


def test_an_exclusion_has_a_reason_and_can_be_taken_back(student):
    exclude(student=student, reason="moved abroad", by=None)
    assert year_12(student).excluded == "moved abroad"
    assert include(student=student, by=None) and year_12(student).excluded == ""
    with pytest.raises(ValidationError):
        exclude(student=student, reason="on holiday", by=None)


@pytest.mark.django_db(transaction=True)
def test_an_action_that_fails_writes_nothing(student, college, monkeypatch):
    monkeypatch.setattr("careers.actions.audit.record", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        say(student, college)
    assert not Evidence.objects.exists() and not Destination.objects.exists()


def writes(student, college):
    """Every action of evidence and decisions, ready to run."""
    school, statement = student.school, Evidence.objects.filter(student=student)
    yield "state", lambda: say(student, college)
    yield "withdraw", lambda: withdraw(school=school, by=None, evidence=statement, why="x")
    yield "settle", lambda: settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="x", by=None)
    yield "unsettle", lambda: unsettle(student=student, checkpoint=Checkpoint.Y12, by=None)
    yield "exclude", lambda: exclude(student=student, reason="guest", by=None)
    yield "include", lambda: include(student=student, by=None)
    yield "add a provider", lambda: add_provider(school=school, by=None, name="Mill College", type="university")
    yield "change a provider", lambda: change_provider(provider=college.provider, by=None, aliases=[], name="New name")


def test_every_action_takes_the_schools_lock_before_it_decides(student, college):
    """Two writers who decide on what the other is changing would leave an answer that is not the evidence's."""
    for name, write in writes(student, college):
        with CaptureQueriesContext(connection) as made:
            write()
        first = next(query["sql"] for query in made if "SAVEPOINT" not in query["sql"])
        assert "careers_school" in first and "SELECT" in first, name


def test_renaming_a_provider_renames_it_in_every_answer(student, college):
    say(student, college)
    change_provider(provider=college.provider, by=None, aliases=[], name="Cardwell Sixth")
    assert "Cardwell Sixth" in year_12(student).reason and year_12(student).source_name == "Cardwell Sixth"


def test_a_reason_too_long_to_keep_is_refused(student):
    with pytest.raises(ValidationError):
        settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="x" * 600, by=None)
    with pytest.raises(ValidationError):
        exclude(student=student, reason="guest", note="x" * 600, by=None)


steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["college", "college left", "county", "county neet", "family", "withdraw", "settle", "unsettle", "exclude", "include"]
        ),
        st.integers(1, 20),
    ),
    max_size=7,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_as_at_a_date_equals_replaying_up_to_it(steps):
    """Whatever was done day by day, asking as at each evening gives what the page showed that evening."""
    with transaction.atomic():
        student = StudentFactory(cohort=CohortFactory(leaving=2025))
        sources = sources_of(student)
        day, shown = datetime(2025, 10, 1, 10, tzinfo=UTC), {}
        for step, days in steps:
            day += timedelta(days=days)
            with time_machine.travel(day, tick=False):
                take(step, student, sources, day.date())
                found = Destination.objects.filter(student=student, checkpoint=Checkpoint.Y12).first()
                shown[day.date()] = as_shown(found)
        for evening, then in shown.items():
            standing = asking.ask(student.cohort, Checkpoint.Y12, as_at=evening)[student.pk]
            answer, excluded = standing.answer, standing.excluded
            assert (answer.status, answer.outcome or "", answer.settled, excluded.reason if excluded else "", answer.reason) == then
        assert broken_link(student.school) is None
        transaction.set_rollback(True)


def as_shown(found: Destination | None) -> tuple:
    if found is None:
        return ("unknown", "", False, "", "Nobody has said where the student is.")
    return (found.status, found.outcome, found.settled, found.excluded, found.reason)


def sources_of(student) -> dict:
    provider = ProviderFactory(school=student.school)
    return {
        "college": SourceFactory(school=student.school, provider=provider),
        "county": SourceFactory(school=student.school, authority=True),
        "family": SourceFactory(school=student.school, kind="family", name="Family"),
    }


def take(step: str, student, sources, on: date) -> None:
    who, _, what = step.partition(" ")
    if who in sources:
        provider = sources["college"].provider if what != "neet" else None
        outcome = {"left": "", "neet": "619"}.get(what, "220")
        said = "left" if what == "left" else "present"
        state(
            school=student.school,
            by=None,
            statements=[present(student, sources[who], said=said, outcome=outcome, provider=provider, said_on=on)],
            verb="added a statement",
        )
    elif step == "withdraw":
        withdraw(school=student.school, by=None, evidence=Evidence.objects.standing().filter(student=student)[:1], why="Mistake")
    elif step == "settle":
        settle(student=student, checkpoint=Checkpoint.Y12, outcome="330", reason="Seen", by=None)
    elif step == "unsettle":
        unsettle(student=student, checkpoint=Checkpoint.Y12, by=None)
    elif step == "exclude":
        exclude(student=student, reason="guest", by=None)
    else:
        include(student=student, by=None)


def test_answering_again_makes_the_same_queries_for_one_and_for_ten_students(college, student):
    many = StudentFactory.create_batch(10, cohort=student.cohort)
    with CaptureQueriesContext(connection) as one:
        recompute(students=[student.pk])
    with CaptureQueriesContext(connection) as ten:
        recompute(students=[s.pk for s in many])
    assert len(one) == len(ten)


def test_answering_again_writes_only_what_has_changed():
    student = StudentFactory()
    recompute(students=[student.pk])
    before = dict(Destination.objects.filter(student=student).values_list("checkpoint", "pk"))
    EvidenceFactory(student=student, said_on=date(2025, 11, 1))
    recompute(students=[student.pk])
    after = dict(Destination.objects.filter(student=student).values_list("checkpoint", "pk"))
    assert {checkpoint for checkpoint in after if after[checkpoint] != before[checkpoint]} == {"y12"}
