from datetime import date

import pytest
from django.core.exceptions import ValidationError

from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions import returns
from destinations.models import DataReturn, Destination, Evidence, ReturnRow
from destinations.tests.lists import LIST, NEARLY_MAYA, RECEIVED, STRANGER, college, school_of_three, student

pytestmark = pytest.mark.django_db
Pile, Decision = ReturnRow.Pile, ReturnRow.Decision


@pytest.fixture
def cohort():
    return school_of_three()


def staged(cohort, text=LIST):
    return returns.stage(cohort=cohort, source=college(cohort), data=text.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


def applied(cohort, text=LIST):
    return returns.apply(data_return=staged(cohort, text), by=None)


def test_a_row_to_check_waits_and_says_its_own_words_until_it_is_decided(cohort):
    done = applied(cohort)
    waiting = done.rows.get(pile=Pile.CHECK)
    assert waiting.seen["forename"] == "Mia"
    returns.decide(row=waiting, student=student(cohort, "Clegg"), by=None)
    assert Evidence.objects.get(student=student(cohort, "Clegg")).outcome == "220"
    assert DataReturn.objects.get().counts["waiting"] == 0


def test_a_row_that_is_decided_before_applying_is_applied(cohort):
    draft = staged(cohort)
    returns.decide(row=draft.rows.get(pile=Pile.CHECK), student=student(cohort, "Clegg"), by=None)
    assert Evidence.objects.count() == 0
    assert returns.apply(data_return=draft, by=None).counts["added"] == 3


def test_before_applying_a_decision_can_be_changed(cohort):
    draft = staged(cohort)
    row = draft.rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=None, by=None)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    assert returns.apply(data_return=draft, by=None).counts["added"] == 3


def test_a_row_decided_not_to_be_ours_says_nothing_and_waits_no_more(cohort):
    done = applied(cohort)
    returns.decide(row=done.rows.get(pile=Pile.CHECK), student=None, by=None)
    assert DataReturn.objects.get().counts["waiting"] == 0
    assert Evidence.objects.count() == 2


def test_a_row_decided_before_applying_is_forgotten_with_it(cohort):
    draft = staged(cohort)
    returns.decide(row=draft.rows.get(pile=Pile.CHECK), student=None, by=None)
    assert not returns.apply(data_return=draft, by=None).rows.filter(pile=Pile.CHECK).exists()


def test_a_row_is_decided_once(cohort):
    row = applied(cohort).rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    with pytest.raises(returns.NotNow):
        returns.decide(row=row, student=student(cohort, "Ashworth"), by=None)


def test_once_applied_a_certain_row_is_not_up_for_decision(cohort):
    with pytest.raises(returns.NotNow):
        returns.decide(row=applied(cohort).rows.filter(pile=Pile.CERTAIN).first(), student=None, by=None)


def test_a_row_is_never_given_to_a_student_of_another_school(cohort):
    row = applied(cohort).rows.get(pile=Pile.CHECK)
    with pytest.raises(ValidationError):
        returns.decide(row=row, student=StudentFactory(), by=None)
    assert Evidence.objects.count() == 2


def test_a_row_can_be_given_to_a_student_of_another_cohort_that_is_still_followed(cohort):
    older = StudentFactory(cohort=CohortFactory(school=cohort.school, leaving=2024), surname="Clegg", date_of_birth=date(2007, 11, 30))
    done = applied(cohort)
    returns.decide(row=done.rows.get(pile=Pile.CHECK), student=older, by=None)
    assert Evidence.objects.get(student=older).outcome == "220"


def test_a_row_is_not_given_to_a_student_whose_cohort_is_not_followed_any_more(cohort):
    gone = StudentFactory(cohort=CohortFactory(school=cohort.school, leaving=2021), surname="Clegg")
    with pytest.raises(ValidationError):
        returns.decide(row=applied(cohort).rows.get(pile=Pile.CHECK), student=gone, by=None)


def test_a_row_that_is_not_ours_can_be_pulled_back_by_hand_while_the_file_is_there(cohort):
    late = StudentFactory(cohort=cohort, surname="Kovalenko", forename="Olena", date_of_birth=date(2009, 4, 4))
    draft = staged(cohort)
    row = returns.decide(row=draft.rows.get(pile=Pile.NOT_OURS), student=late, by=None)
    assert (row.said, row.course, row.seen["surname"]) == ("present", "T Level Health", STRANGER.split(",")[0])
    assert returns.apply(data_return=draft, by=None).counts["added"] == 3
    assert Evidence.objects.get(student=late).outcome == "220"


def test_pulling_a_row_back_can_be_taken_back_and_leaves_nothing_of_it(cohort):
    draft = staged(cohort)
    row = draft.rows.get(pile=Pile.NOT_OURS)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    row = returns.reopen(row=row, by=None)
    row.refresh_from_db()
    assert (row.decision, row.student, row.said, row.seen) == ("", None, "", {})


def test_once_applied_a_row_that_is_not_ours_cannot_be_pulled_back(cohort):
    draft = staged(cohort)
    row = draft.rows.get(pile=Pile.NOT_OURS)
    returns.apply(data_return=draft, by=None)
    with pytest.raises(returns.NotNow):
        returns.decide(row=row, student=student(cohort, "Clegg"), by=None)


def test_a_decision_taken_back_before_applying_leaves_the_row_as_it_was_read(cohort):
    draft = staged(cohort)
    certain, check = draft.rows.filter(pile=Pile.CERTAIN).first(), draft.rows.get(pile=Pile.CHECK)
    ours = certain.student
    for row in (certain, check):
        returns.decide(row=row, student=None, by=None)
        returns.reopen(row=row, by=None)
        row.refresh_from_db()
    assert (certain.student, certain.decision, check.student, check.decision) == (ours, "", None, "")
    counts = returns.apply(data_return=draft, by=None).counts
    assert (counts["added"], counts["waiting"]) == (2, 1)


def test_a_decision_taken_back_after_applying_withdraws_what_it_wrote_and_asks_again(cohort):
    done = applied(cohort)
    row = done.rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    row = returns.reopen(row=row, by=None)
    assert not Evidence.objects.standing().filter(student=student(cohort, "Clegg")).exists()
    assert Destination.objects.get(student=student(cohort, "Clegg"), checkpoint="y12").status == "unknown"
    done.refresh_from_db()
    assert (done.counts["added"], done.counts["waiting"]) == (2, 1)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    assert Evidence.objects.standing().filter(student=student(cohort, "Clegg")).count() == 1


def test_not_ours_after_applying_can_be_taken_back(cohort):
    row = applied(cohort).rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=None, by=None)
    row = returns.reopen(row=row, by=None)
    assert (row.decision, row.seen["forename"]) == ("", "Mia")


def test_taking_back_one_of_two_rows_that_said_the_same_leaves_the_other_speaking(cohort):
    text = LIST.replace("Total,4,,,", f"{NEARLY_MAYA},T Level Health,Enrolled")
    done = applied(cohort, text)
    first, second = done.rows.filter(pile=Pile.CHECK)
    for row in (first, second):
        returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    assert Evidence.objects.filter(student=student(cohort, "Clegg")).count() == 1
    returns.reopen(row=first, by=None)
    said = Evidence.objects.standing().get(student=student(cohort, "Clegg"))
    assert said.return_row == second


def test_a_row_whose_own_words_are_gone_is_not_opened_again(cohort):
    draft = staged(cohort)
    row = draft.rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    returns.apply(data_return=draft, by=None)
    with pytest.raises(returns.NotNow):
        returns.reopen(row=row, by=None)


def test_a_row_that_is_not_decided_is_not_opened_again(cohort):
    with pytest.raises(returns.NotNow):
        returns.reopen(row=applied(cohort).rows.get(pile=Pile.CHECK), by=None)


def test_a_list_whose_decision_was_taken_back_can_still_be_undone(cohort):
    done = applied(cohort)
    row = done.rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=student(cohort, "Clegg"), by=None)
    returns.reopen(row=row, by=None)
    assert returns.undo(data_return=done, by=None) == 2
    row.refresh_from_db()
    assert (row.pile, row.seen, row.student) == (Pile.NOT_OURS, {}, None)
