"""What a person says that words of an application mean, among the other words of a row."""

from datetime import date

import pytest

from destinations.rules.applications import ApplicationState
from destinations.rules.layouts import lay_out
from destinations.rules.plan import Sender, Terms, plan
from destinations.rules.remembered import NO_APPLICATION, WordMeaning, normalised
from destinations.rules.sources import SourceKind
from destinations.tests.rules.lists import COLLEGE, HEADINGS, LISTED, REGISTER, TODAY, about, matched, sheet

State = ApplicationState
TABLE = (*HEADINGS, "Course applied for", "Decision", "Interview date", "Conditions")


def state(*cells, headings=TABLE, listed=LISTED, **said):
    """What a row comes to where a person said what words mean: column__words=meaning."""
    remembered = {}
    for key, told in said.items():
        column, _, words = key.partition("__")
        meaning = told if isinstance(told, WordMeaning) else WordMeaning(application=told)
        remembered[(column, normalised(words.replace("_", " ")))] = meaning
    terms = Terms(Sender(SourceKind.PROVIDER, COLLEGE.name, COLLEGE), listed, True, TODAY, 2025)
    rows = plan([lay_out(sheet(headings, about(0, *cells)), {}, today=TODAY)], terms, REGISTER, matched, remembered)
    return rows[0].said, (rows[0].application or {}).get("state")


@pytest.mark.parametrize("wanted", State)
def test_a_decision_can_be_put_right_to_every_state_of_an_application(wanted):
    assert state("A Levels", "Pending", application_status__Pending=wanted) == ("not_stated", wanted)
    assert state("A Levels", "UF", application_status__UF=wanted) == ("not_stated", wanted)


@pytest.mark.parametrize("wanted", State)
def test_a_status_on_a_list_of_applicants_can_be_put_right_to_every_state(wanted):
    headings = (*HEADINGS, "Status")
    meaning = WordMeaning("not_stated", application=wanted)
    assert state("Conditional offer", headings=headings, status__conditional_offer=meaning) == ("not_stated", wanted)


def test_what_a_person_said_is_believed_before_what_days_and_conditions_let_one_suppose():
    cells = ("A Levels", "Offer", "12/03/2025", "5 GCSEs at grade 5")
    assert state(*cells) == ("not_stated", State.CONDITIONAL)
    assert state(*cells, application_status__Offer=State.SENT) == ("not_stated", State.SENT)


def test_words_of_another_column_still_speak_for_themselves():
    headings = (*HEADINGS, "Decision", "Offer made")
    assert state("Pending", "Unconditional", headings=headings, application_status__Pending=State.SENT)[1] == State.UNCONDITIONAL


def test_words_that_tell_nothing_of_an_application_make_none():
    assert state("A Levels", "Pending", application_status__Pending=NO_APPLICATION) == ("not_stated", None)


def test_a_blank_decision_can_be_put_right_too():
    assert state("A Levels", "", application_status__=State.TURNED_DOWN) == ("not_stated", State.TURNED_DOWN)


def test_an_interview_that_was_had_can_mean_an_offer_and_conditions_can_mean_that_there_are_none():
    headings = (*HEADINGS, "Interview", "Conditions")
    assert state("Interviewed", "", headings=headings)[1] == State.INTERVIEW
    assert state("Interviewed", "", headings=headings, interview__Interviewed=State.WAITING)[1] == State.WAITING
    assert state("", "As discussed", headings=headings, conditions__as_discussed=State.UNCONDITIONAL)[1] == State.UNCONDITIONAL


def test_a_student_s_reply_goes_beyond_the_decision_and_can_be_put_right():
    headings = (*HEADINGS, "Decision", "Reply")
    decided = "Conditional offer"
    told = {reply: state(decided, reply, headings=headings)[1] for reply in ("UF", "CI", "Firm", "Insurance", "Declined", "1", "")}
    assert told == {
        "UF": State.ACCEPTED,
        "CI": State.CONDITIONAL,
        "Firm": State.ACCEPTED,
        "Insurance": State.CONDITIONAL,
        "Declined": State.DECLINED,
        "1": State.CONDITIONAL,
        "": State.CONDITIONAL,
    }
    assert state(decided, "UI", headings=headings, choice__UI=State.DECLINED)[1] == State.DECLINED


def test_somebody_enrolled_has_taken_the_place_up_whatever_a_decision_means():
    headings = (*HEADINGS, "Decision", "Status")
    told = state("Pending", "Enrolled", headings=headings, listed=date(2025, 9, 19), application_status__Pending=State.SENT)
    assert told == ("present", State.ACCEPTED)
