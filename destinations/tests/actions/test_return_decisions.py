"""What a person decided about the rows of a list that is read again."""

import pytest

from careers.models import Student
from careers.tests.factories import StudentFactory
from destinations.actions import return_reading, returns, words
from destinations.actions.return_work import GivenAway
from destinations.models import ReturnRow
from destinations.rules.remembered import WordMeaning
from destinations.rules.statements import Said
from destinations.tests.lists import LIST, RECEIVED, college, school_of_three, student

pytestmark = pytest.mark.django_db
Pile, Decision = ReturnRow.Pile, ReturnRow.Decision


@pytest.fixture
def cohort():
    return school_of_three()


@pytest.fixture
def draft(cohort):
    return returns.stage(cohort=cohort, source=college(cohort), data=LIST.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


def put_right(draft, phrase="Withdrawn", column="status", meaning=None):
    draft.refresh_from_db()
    meaning = meaning or WordMeaning(Said.NOT_HERE)
    return words.remember(source=draft.source, column=column, words=phrase, meaning=meaning, by=None, data_return=draft)


def row_of(draft, number):
    return draft.rows.get(row=number)


def decide(draft, number, who):
    return returns.decide(row=row_of(draft, number), student=who, by=None)


def test_a_decision_stands_when_words_are_put_right_and_taken_back(cohort, draft):
    at = decide(draft, 5, student(cohort, "Clegg")).decided_at
    kept = put_right(draft)
    row = row_of(draft, 5)
    assert (row.decision, row.student, row.decided_at) == (Decision.STUDENT, student(cohort, "Clegg"), at)
    assert row_of(draft, 4).said == Said.NOT_HERE
    draft.refresh_from_db()
    words.take_back(remembered=kept, by=None, data_return=draft)
    assert row_of(draft, 5).decision == Decision.STUDENT
    assert returns.apply(data_return=draft, by=None).counts["added"] == 3


def test_a_decided_row_says_what_its_words_mean_now(cohort, draft):
    decide(draft, 5, student(cohort, "Clegg"))
    put_right(draft, "Enrolled", meaning=WordMeaning(Said.LEFT))
    assert (row_of(draft, 5).said, row_of(draft, 5).decision) == (Said.LEFT, Decision.STUDENT)


def test_a_decision_that_nobody_of_ours_is_meant_stands_too(cohort, draft):
    decide(draft, 5, None)
    put_right(draft)
    assert (row_of(draft, 5).decision, row_of(draft, 5).student) == (Decision.NOT_OURS, None)


def test_a_certain_row_that_was_given_to_another_student_stays_with_that_one(cohort, draft):
    decide(draft, 4, student(cohort, "Clegg"))
    put_right(draft)
    assert (row_of(draft, 4).student, row_of(draft, 4).decision) == (student(cohort, "Clegg"), Decision.STUDENT)


def test_a_row_that_was_pulled_back_by_hand_stays_ours_and_keeps_its_words(cohort, draft):
    decide(draft, 6, student(cohort, "Clegg"))
    put_right(draft, "T Level Health", "course", WordMeaning(level="3"))
    row = row_of(draft, 6)
    assert (row.pile, row.decision, row.seen["surname"], row.level) == (Pile.NOT_OURS, Decision.STUDENT, "Zephaniah", "3")


def test_rows_stand_in_the_order_of_the_file_whichever_were_decided(cohort, draft):
    decide(draft, 5, student(cohort, "Clegg"))
    put_right(draft)
    numbers = list(draft.rows.values_list("row", flat=True))
    assert numbers == sorted(numbers)


def test_a_row_is_asked_about_again_when_somebody_else_may_be_meant(cohort, draft):
    decide(draft, 5, student(cohort, "Clegg"))
    StudentFactory(cohort=cohort, surname="Clegg", forename="Mia", date_of_birth=student(cohort, "Clegg").date_of_birth)
    put_right(draft)
    draft.refresh_from_db()
    assert (row_of(draft, 5).decision, draft.counts["asked_again"]) == (Decision.NONE, 1)


def test_a_row_is_asked_about_again_when_its_columns_say_other_things_of_whom_it_means(cohort, draft):
    decide(draft, 5, student(cohort, "Clegg"))
    returns.correct_columns(data_return=draft, corrections={draft.layout[0]["title"]: {"C": "ignore"}}, by=None)
    assert row_of(draft, 5).decision == Decision.NONE


def test_a_decision_for_a_student_whom_the_list_can_not_be_about_any_more_is_asked_again(cohort, draft):
    stranger = StudentFactory(cohort=cohort, surname="Nobody", forename="Like")
    decide(draft, 5, stranger)
    Student.objects.filter(pk=stranger.pk).delete()
    put_right(draft)
    assert row_of(draft, 5).decision == Decision.NONE


def test_decisions_survive_a_worker_that_dies_while_it_reads(cohort, draft, monkeypatch):
    decide(draft, 5, student(cohort, "Clegg"))
    draft.refresh_from_db()
    monkeypatch.setattr(return_reading, "is_quick", lambda draft: False)
    monkeypatch.setattr(return_reading, "TOGETHER", 2)
    put_right(draft)
    real, written = return_reading.add_all, []

    def dies(rows):
        if written:
            raise GivenAway
        written.append(real(rows))

    monkeypatch.setattr(return_reading, "add_all", dies)
    assert not returns.read(return_id=draft.pk)
    draft.__class__.objects.filter(pk=draft.pk).update(claimed_at=None)
    monkeypatch.setattr(return_reading, "add_all", real)
    assert returns.read(return_id=draft.pk)
    assert row_of(draft, 5).decision == Decision.STUDENT
    assert draft.rows.count() == 5
