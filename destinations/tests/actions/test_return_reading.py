from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from careers.models import AuditEvent
from careers.tests.factories import StudentFactory
from destinations import returning, tasks
from destinations.actions import return_applying, return_reading, return_work, returns
from destinations.models import DataReturn, Evidence, ReturnRow
from destinations.tests.lists import LIST, RECEIVED, college, school_of_three

pytestmark = pytest.mark.django_db
State, Pile = DataReturn.State, ReturnRow.Pile


@pytest.fixture
def cohort():
    return school_of_three()


def received(cohort, text=LIST):
    data = text if isinstance(text, bytes) else text.encode()
    return returns.receive(cohort=cohort, source=college(cohort), data=data, file_name="list.csv", by=None, received_on=RECEIVED)


def read(cohort):
    draft = received(cohort)
    assert returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    return draft


def interrupt(monkeypatch, module, name, at_call=1):
    """The machine stops in the middle: nothing after this runs, not even what would tidy up."""
    calls, real = [], getattr(module, name)

    def stopping(*args, **kwargs):
        calls.append(1)
        if len(calls) == at_call:
            raise SystemExit
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, stopping)


def test_a_received_list_waits_and_nothing_is_read_yet(cohort):
    draft = received(cohort)
    assert (draft.state, draft.rows.count(), Evidence.objects.count()) == (State.READING, 0, 0)
    assert default_storage.exists(draft.file.name)


def test_the_worker_reads_it_to_the_same_rows_as_the_request_does(cohort):
    here = returns.stage(cohort=cohort, source=college(cohort), data=LIST.encode(), file_name="list.csv", by=None, received_on=RECEIVED)
    there = read(cohort)
    kept = ("sheet", "part", "row", "pile", "student", "candidates", "said", "outcome", "provider", "course", "why", "seen")
    assert list(here.rows.values_list(*kept)) == list(there.rows.values_list(*kept))
    assert (there.state, there.progress, there.doing, there.counts) == (State.STAGED, 100, "", here.counts)


def test_two_workers_do_not_read_one_list_at_once(cohort):
    draft = received(cohort)
    assert return_work.claim(draft.pk, State.READING)
    assert not returns.read(return_id=draft.pk)
    assert draft.rows.count() == 0


def test_a_list_that_is_read_is_not_read_again_by_a_second_message(cohort):
    draft = read(cohort)
    assert not returns.read(return_id=draft.pk)
    assert draft.rows.count() == 5


def test_a_worker_that_died_is_followed_by_another_who_begins_anew(cohort, monkeypatch):
    draft = received(cohort)
    monkeypatch.setattr(return_reading, "TOGETHER", 2)
    with monkeypatch.context() as dying:
        interrupt(dying, return_reading, "add_all", at_call=2)
        with pytest.raises(SystemExit):
            returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert draft.state == State.READING
    assert not returns.read(return_id=draft.pk), "it may still be alive"
    with time_machine.travel(timezone.now() + return_work.CLAIM_LASTS + timedelta(seconds=1)):
        assert returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.rows.count()) == (State.STAGED, 5)


def test_whoever_was_given_up_for_dead_writes_nothing_over_the_one_who_took_over(cohort):
    draft = received(cohort)
    slow = return_work.claim(draft.pk, State.READING)
    assert slow
    made = returning.plan_of(draft)
    with time_machine.travel(timezone.now() + return_work.CLAIM_LASTS + timedelta(seconds=1)):
        assert returns.read(return_id=draft.pk)
    with pytest.raises(return_work.GivenAway):
        return_reading.put_on_stage(slow, draft, made)


def test_rows_of_a_list_being_read_are_not_shown_as_waiting(cohort, monkeypatch):
    draft = received(cohort)
    interrupt(monkeypatch, return_reading, "note_plan")
    with pytest.raises(SystemExit):
        returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert draft.state == State.READING
    with pytest.raises(returns.NotNow):
        returns.apply(data_return=draft, by=None)


def test_progress_tells_each_station(cohort, monkeypatch):
    told = []
    monkeypatch.setattr(return_work, "AT_MOST_EACH", 0)
    sign = return_work.Claim.sign
    monkeypatch.setattr(return_work.Claim, "sign", lambda self, percent, doing: (told.append((percent, doing)), sign(self, percent, doing)))
    read(cohort)
    assert [percent for percent, _ in told] == sorted(percent for percent, _ in told)
    assert [doing for _, doing in told] == [
        "Reading the file",
        "Finding out what the columns hold",
        "Reading row 0 of 5",
        "Matching 4 rows with 3 students",
        "Matching row 4 of 4",
        "Writing row 0 of 5",
    ]


def test_a_file_that_cannot_be_read_is_refused_with_the_sentence_and_goes(cohort, django_capture_on_commit_callbacks):
    draft = received(cohort, b"%PDF-1.7 nothing")
    name = draft.file.name
    with django_capture_on_commit_callbacks(execute=True):
        assert returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert draft.state == State.REFUSED
    assert "PDF" in draft.problem
    assert not draft.file
    assert not default_storage.exists(name)
    returns.discard(data_return=draft, by=None)
    assert not DataReturn.objects.exists()


def test_what_nobody_foresaw_is_said_logged_without_what_the_rows_say_and_can_be_tried_again(cohort, monkeypatch, caplog):
    draft = received(cohort)

    def broken(*args, **kwargs):
        raise KeyError(LIST)

    with monkeypatch.context() as breaking:
        breaking.setattr(returning, "match_all", broken)
        assert returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, bool(draft.file)) == (State.REFUSED, True)
    assert "not foreseen" in draft.problem
    assert "KeyError" in caplog.text and "Ashworth" not in caplog.text
    returns.read_again(data_return=draft, by=None)
    draft.refresh_from_db()
    assert (draft.state, draft.rows.count(), draft.problem) == (State.STAGED, 5, "")


def test_a_long_list_is_left_to_the_worker_when_its_columns_are_corrected(cohort, monkeypatch):
    draft = read(cohort)
    monkeypatch.setattr(return_reading, "QUICK", 0)
    returns.correct_columns(data_return=draft, corrections={"Sheet1": {"D": "ignore"}}, by=None)
    draft.refresh_from_db()
    assert draft.state == State.READING
    assert returns.read(return_id=draft.pk)
    draft.refresh_from_db()
    assert draft.state == State.STAGED
    assert draft.layout[0]["columns"][3]["field"] == "ignore"
    assert draft.rows.count() == 5


def test_a_list_asked_to_be_applied_is_applied_by_the_worker_once(cohort):
    draft = read(cohort)
    asked = returns.ask_to_apply(data_return=draft, by=None, version=draft.version)
    assert (asked.state, Evidence.objects.count()) == (State.APPLYING, 0)
    assert returns.carry_on_applying(return_id=draft.pk)
    assert not returns.carry_on_applying(return_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.counts["added"], Evidence.objects.count()) == (State.APPLIED, 2, 2)


def test_nothing_else_can_be_done_with_a_list_that_is_being_applied(cohort):
    draft = read(cohort)
    returns.ask_to_apply(data_return=draft, by=None)
    for do in (returns.apply, returns.discard, returns.undo, returns.read_again):
        with pytest.raises(returns.NotNow):
            do(data_return=draft, by=None)


def test_a_worker_that_dies_while_applying_leaves_nothing_and_another_does_all_of_it(cohort, monkeypatch):
    draft = read(cohort)
    returns.ask_to_apply(data_return=draft, by=None)
    with monkeypatch.context() as dying:
        interrupt(dying, return_applying, "forget_rows")
        with pytest.raises(SystemExit):
            returns.carry_on_applying(return_id=draft.pk)
    assert (Evidence.objects.count(), draft.rows.count()) == (0, 5)
    with time_machine.travel(timezone.now() + return_work.CLAIM_LASTS + timedelta(seconds=1)):
        tasks.carry_on_with_returns()
    draft.refresh_from_db()
    assert (draft.state, Evidence.objects.count()) == (State.APPLIED, 2)


def test_applying_that_fails_puts_the_list_back_and_says_so(cohort, monkeypatch):
    draft = read(cohort)
    returns.ask_to_apply(data_return=draft, by=None)

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(return_applying, "forget_rows", broken)
    assert returns.carry_on_applying(return_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, Evidence.objects.count()) == (State.STAGED, 0)
    assert "not foreseen" in draft.problem


def test_students_who_came_between_asking_and_doing_make_the_list_want_another_look(cohort):
    draft = read(cohort)
    returns.ask_to_apply(data_return=draft, by=None)
    StudentFactory(cohort=cohort, surname="Quill")
    assert returns.carry_on_applying(return_id=draft.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.problem, Evidence.objects.count()) == (State.STAGED, return_applying.STUDENTS_CHANGED, 0)


def test_the_clock_starts_lists_whose_message_was_lost(cohort):
    draft = received(cohort)
    tasks.carry_on_with_returns()
    draft.refresh_from_db()
    assert draft.state == State.READING, "its message may still be on its way"
    with time_machine.travel(timezone.now() + return_work.PATIENCE + timedelta(seconds=1)):
        tasks.carry_on_with_returns()
    draft.refresh_from_db()
    assert draft.state == State.STAGED


def test_a_pasted_list_is_read_like_a_file(cohort):
    text = "Surname\tForename\tDate of birth\tCourse\tStatus\nAshworth\tPoppy\t14/03/2009\tA Levels\tEnrolled\n"
    draft = returns.stage(cohort=cohort, source=college(cohort), data=text.encode(), file_name=returning.PASTED, by=None)
    assert [(row.pile, row.said) for row in draft.rows.all()] == [(Pile.CERTAIN, "present")]


def test_the_audit_of_reading_names_nobody(cohort):
    read(cohort)
    assert set(AuditEvent.objects.filter(subject="datareturn").values_list("verb", flat=True)) == {"received a return", "read a return"}
    assert "Ashworth" not in str(list(AuditEvent.objects.values_list("details", flat=True)))
