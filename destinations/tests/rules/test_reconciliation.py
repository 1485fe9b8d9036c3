"""Each sentence of the published rule has a case with its own name; what must always hold is tried on many ledgers."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from destinations.rules.checkpoints import Checkpoint, question
from destinations.rules.outcomes import Route
from destinations.rules.reconciliation import reconcile
from destinations.rules.standing import Settlement, stand_by
from destinations.rules.statements import Said, Status
from destinations.tests.ledger import (
    CARDWELL,
    CONFIRMED,
    COUNTY,
    INTENDED,
    MILL,
    MOTHER,
    NAMES,
    RESULTS_DAY,
    RIBBLESDALE,
    STUDENT,
    TUTOR,
    Y12,
    d,
    say,
)


def test_nothing_said_is_unknown():
    answer = reconcile([], Y12)
    assert (answer.status, answer.outcome, answer.sources_agree) == (Status.UNKNOWN, None, None)


def test_a_provider_that_says_present_is_verified():
    answer = reconcile([say(CARDWELL, "present", d(9, 12))], Y12)
    assert (answer.status, answer.outcome, answer.provider) == (Status.VERIFIED, "220", CARDWELL)
    assert answer.sources_agree is None


def test_the_reason_says_who_when_and_where_it_is_written():
    answer = reconcile(
        [say(CARDWELL, "present", d(9, 12), place="row 14 of list.xlsx"), say(COUNTY, "present", d(9, 10), at=CARDWELL)], Y12
    )
    assert answer.reason == "Cardwell College, 12 September 2025, row 14 of list.xlsx; Source 11 agrees."


def test_the_latest_word_of_each_source_counts():
    answer = reconcile([say(COUNTY, "present", d(9, 12), "619", id=1), say(COUNTY, "present", d(11, 3), "220", at=CARDWELL, id=2)], Y12)
    assert (answer.outcome, answer.evidence) == ("220", 2)


@pytest.mark.parametrize("code", ["810", "820", "830"])
def test_810_820_and_830_are_no_evidence(code):
    said = [say(COUNTY, "present", d(9, 12), "220", at=CARDWELL)]
    later = say(COUNTY, "present", d(11, 14), code, id=99)
    assert reconcile([*said, later], Y12) == reconcile(said, Y12)


def test_a_provider_is_trusted_over_the_county_when_it_spoke_later():
    answer = reconcile([say(COUNTY, "present", d(10, 1), "230", at=RIBBLESDALE), say(CARDWELL, "present", d(10, 2))], Y12)
    assert (answer.status, answer.provider, answer.sources_agree) == (Status.VERIFIED, CARDWELL, False)


@pytest.mark.parametrize(("higher", "lower"), [(CARDWELL, COUNTY), (COUNTY, MOTHER), (MOTHER, STUDENT), (STUDENT, TUTOR), (MILL, COUNTY)])
def test_trust_runs_from_provider_or_employer_down_to_staff(higher, lower):
    outcome = "330" if higher == MILL else "220"
    first = say(higher, "present", d(10, 2), outcome, at=higher if higher in NAMES else CARDWELL)
    assert reconcile([first, say(lower, "present", d(9, 2), "619")], Y12).evidence == first.id


def test_left_cancels_the_providers_own_earlier_word():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(CARDWELL, "left", d(10, 20))], Y12)
    assert (answer.status, answer.outcome) == (Status.UNKNOWN, None)


def test_not_here_cancels_the_providers_own_earlier_word():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(CARDWELL, "not_here", d(9, 30))], Y12)
    assert answer.status is Status.UNKNOWN


def test_the_provider_itself_can_take_its_denial_back():
    answer = reconcile([say(CARDWELL, "not_here", d(9, 12)), say(CARDWELL, "present", d(9, 30))], Y12)
    assert (answer.status, answer.provider) == (Status.VERIFIED, CARDWELL)


def test_the_county_saying_present_after_a_denial_is_a_conflict():
    answer = reconcile([say(CARDWELL, "not_here", d(9, 12)), say(COUNTY, "present", d(11, 14), at=CARDWELL)], Y12)
    assert (answer.status, answer.outcome, answer.sources_agree) == (Status.CONFLICTING, None, False)


def test_the_county_saying_present_before_a_denial_is_overtaken():
    answer = reconcile([say(COUNTY, "present", d(9, 1), at=CARDWELL), say(CARDWELL, "left", d(10, 12))], Y12)
    assert answer.status is Status.UNKNOWN


def test_the_student_cannot_take_a_denial_back():
    answer = reconcile([say(CARDWELL, "left", d(9, 12)), say(STUDENT, "present", d(11, 14), at=CARDWELL)], Y12)
    assert answer.status is Status.UNKNOWN


@pytest.mark.parametrize("weaker", [MOTHER, STUDENT, TUTOR])
def test_a_weaker_voice_does_not_end_that_conflict(weaker):
    said = [say(CARDWELL, "left", d(10, 1)), say(COUNTY, "present", d(10, 20), at=CARDWELL), say(weaker, "present", d(10, 25), "619")]
    assert reconcile(said, Y12).status is Status.CONFLICTING


def test_another_providers_later_word_ends_that_conflict():
    said = [say(CARDWELL, "left", d(10, 1)), say(COUNTY, "present", d(10, 20), at=CARDWELL), say(RIBBLESDALE, "present", d(10, 25), "230")]
    assert (reconcile(said, Y12).status, reconcile(said, Y12).provider) == (Status.VERIFIED, RIBBLESDALE)


@pytest.mark.parametrize("denial", ["not_here", "left"])
def test_a_provider_cannot_deny_for_another_place(denial):
    said = [say(CARDWELL, "present", d(9, 10)), say(RIBBLESDALE, denial, d(9, 20), at=CARDWELL)]
    assert (reconcile(said, Y12).outcome, reconcile(said, Y12).provider) == ("220", CARDWELL)


def test_the_reason_says_what_was_heard_but_does_not_count():
    late = say(CARDWELL, "present", d(11, 20), starts_on=d(11, 10))
    assert reconcile([late], Y12).reason == (
        "Cardwell College, 20 November 2025 says sixth form college, full time at Cardwell College, but on other days;"
        " nobody who could know says where on 1 November 2025."
    )


def test_the_county_naming_another_provider_later_is_a_conflict():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(COUNTY, "present", d(11, 14), "230", at=RIBBLESDALE)], Y12)
    assert answer.status is Status.CONFLICTING


def test_the_county_naming_another_outcome_group_later_is_a_conflict():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(COUNTY, "present", d(11, 14), "619", at=None)], Y12)
    assert answer.status is Status.CONFLICTING


def test_the_county_naming_another_provider_earlier_only_disagrees():
    answer = reconcile([say(COUNTY, "present", d(9, 1), "230", at=RIBBLESDALE), say(CARDWELL, "present", d(9, 12))], Y12)
    assert (answer.status, answer.provider, answer.sources_agree) == (Status.VERIFIED, CARDWELL, False)


def test_the_county_agreeing_is_said():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(COUNTY, "present", d(11, 14), at=CARDWELL)], Y12)
    assert (answer.status, answer.sources_agree) == (Status.VERIFIED, True)


@pytest.mark.parametrize("second", [d(9, 2), d(9, 22)])
def test_two_providers_both_saying_present_are_a_conflict_whoever_spoke_last(second):
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(RIBBLESDALE, "present", second, "230")], Y12)
    assert answer.status is Status.CONFLICTING


def test_part_time_separates_two_providers_and_the_full_time_one_answers():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(RIBBLESDALE, "present", d(9, 22), "250")], Y12)
    assert (answer.status, answer.provider, answer.sources_agree) == (Status.VERIFIED, CARDWELL, None)


def test_dates_separate_two_providers():
    left_in_october = say(CARDWELL, "present", d(9, 12), starts_on=d(9, 4), ends_on=d(10, 10))
    answer = reconcile([left_in_october, say(RIBBLESDALE, "present", d(9, 22), "230", starts_on=d(10, 13))], Y12)
    assert (answer.status, answer.provider) == (Status.VERIFIED, RIBBLESDALE)


def test_an_employer_and_a_training_provider_speak_of_one_apprenticeship():
    answer = reconcile([say(MILL, "present", d(9, 12), "310"), say(RIBBLESDALE, "present", d(9, 22), "310")], Y12)
    assert (answer.status, answer.outcome, answer.sources_agree) == (Status.VERIFIED, "310", True)


def test_another_providers_not_here_never_conflicts():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(RIBBLESDALE, "not_here", d(9, 30))], Y12)
    assert (answer.status, answer.provider, answer.sources_agree) == (Status.VERIFIED, CARDWELL, None)


def test_another_providers_left_conflicts_if_it_had_been_the_students_place():
    said = [
        say(CARDWELL, "present", d(9, 12)),
        say(RIBBLESDALE, "present", d(9, 2), "230", id=1),
        say(RIBBLESDALE, "left", d(11, 20), id=2),
    ]
    assert reconcile(said, Y12).status is Status.CONFLICTING


def test_another_providers_left_does_not_conflict_if_the_student_was_never_there():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(RIBBLESDALE, "left", d(11, 20))], Y12)
    assert answer.status is Status.VERIFIED


def test_leaving_one_place_before_being_at_the_next_is_no_conflict():
    said = [say(RIBBLESDALE, "present", d(9, 2), "230", id=1), say(RIBBLESDALE, "left", d(9, 20), id=2), say(CARDWELL, "present", d(10, 1))]
    assert (reconcile(said, Y12).status, reconcile(said, Y12).provider) == (Status.VERIFIED, CARDWELL)


def test_ties_go_to_the_later_said_then_the_later_recorded_then_the_later_id():
    early, late = datetime(2025, 10, 1, tzinfo=UTC), datetime(2025, 10, 2, tzinfo=UTC)
    first = say(COUNTY, "present", d(9, 12), "619", id=3, recorded_at=early)
    second = say(COUNTY, "present", d(9, 12), "330", id=2, recorded_at=late)
    third = say(COUNTY, "present", d(9, 12), "530", id=4, recorded_at=late)
    assert reconcile([first, second], Y12).outcome == "330"
    assert reconcile([first, second, third], Y12).outcome == "530"


@pytest.mark.parametrize("source", [MOTHER, STUDENT, TUTOR])
def test_only_the_family_the_student_or_staff_is_provisional(source):
    assert reconcile([say(source, "present", d(9, 12), at=CARDWELL)], Y12).status is Status.PROVISIONAL


def test_an_authority_row_without_a_verified_date_is_provisional():
    assert reconcile([say(COUNTY, "present", d(11, 24), at=CARDWELL, dated=False)], Y12).status is Status.PROVISIONAL


def test_an_authority_row_with_a_verified_date_is_verified():
    assert reconcile([say(COUNTY, "present", d(11, 14), at=CARDWELL)], Y12).status is Status.VERIFIED


def test_a_provider_row_where_no_date_was_given_is_provisional():
    assert reconcile([say(CARDWELL, "present", d(11, 24), dated=False)], Y12).status is Status.PROVISIONAL


def test_somebody_who_later_disagrees_takes_the_verification_away():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(STUDENT, "present", d(11, 14), "330")], Y12)
    assert (answer.status, answer.provider, answer.sources_agree) == (Status.PROVISIONAL, CARDWELL, False)


def test_the_student_saying_later_that_they_left_takes_the_verification_away():
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(STUDENT, "left", d(11, 14), at=CARDWELL)], Y12)
    assert answer.status is Status.PROVISIONAL


@pytest.mark.parametrize("day", [d(8, 31), d(9, 1, 2026)])
def test_statements_outside_the_academic_year_do_not_count(day):
    assert reconcile([say(CARDWELL, "present", day)], Y12).status is Status.UNKNOWN


def test_a_spell_that_starts_after_the_reference_day_does_not_count():
    assert reconcile([say(CARDWELL, "present", d(11, 20), starts_on=d(11, 10))], Y12).status is Status.UNKNOWN


@pytest.mark.parametrize("said", [Said.LEFT, Said.NOT_HERE])
def test_left_after_31_december_changes_todays_view_not_this_answer(said):
    answer = reconcile([say(CARDWELL, "present", d(9, 12)), say(CARDWELL, said, d(1, 15, 2026))], Y12)
    assert (answer.status, answer.provider) == (Status.VERIFIED, CARDWELL)


def test_neet_after_31_december_changes_todays_view_not_this_answer():
    answer = reconcile([say(COUNTY, "present", d(11, 14), at=CARDWELL), say(COUNTY, "present", d(2, 14, 2026), "619")], Y12)
    assert (answer.status, answer.outcome) == (Status.VERIFIED, "220")


def test_leaving_in_october_counts_though_it_was_told_in_january():
    told_late = say(CARDWELL, "left", d(1, 15, 2026), ends_on=d(10, 20))
    assert reconcile([say(CARDWELL, "present", d(9, 12)), told_late], Y12).status is Status.UNKNOWN


def test_an_intention_never_answers_year_12():
    assert reconcile([say(CARDWELL, "intends", d(9, 12))], Y12).status is Status.UNKNOWN


def test_year_14_asks_two_years_later():
    asked = question(Checkpoint.Y14, 2023, date(2023, 8, 24))
    assert (asked.opens, asked.reference, asked.closes) == (d(9, 1), d(11, 1), d(8, 31, 2026))
    assert reconcile([say(CARDWELL, "present", d(10, 1), "240")], asked).outcome == "240"


def test_intended_is_the_latest_intention_before_results_day():
    said = [
        say(STUDENT, "intends", d(11, 5, 2024), at=RIBBLESDALE, route="vocational", id=1),
        say(STUDENT, "intends", d(4, 5), at=CARDWELL, route="a_level", id=2),
        say(STUDENT, "intends", RESULTS_DAY, at=MILL, route="apprenticeship", id=3),
    ]
    answer = reconcile(said, INTENDED)
    assert (answer.status, answer.outcome, answer.route, answer.provider) == (Status.PROVISIONAL, None, Route.A_LEVEL, CARDWELL)


def test_undecided_is_unknown():
    said = [say(STUDENT, "intends", d(11, 5, 2024), at=CARDWELL, route="a_level"), say(STUDENT, "undecided", d(4, 5))]
    assert (reconcile(said, INTENDED).status, reconcile(said, INTENDED).route) == (Status.UNKNOWN, None)


def test_an_intention_is_verified_when_the_provider_confirms_the_accepted_offer():
    said = [say(CARDWELL, "intends", d(5, 20)), say(STUDENT, "intends", d(6, 1), at=CARDWELL, route="a_level")]
    answer = reconcile(said, INTENDED)
    assert (answer.status, answer.route, answer.sources_agree) == (Status.VERIFIED, Route.A_LEVEL, True)


def test_confirmed_is_what_was_said_from_results_day():
    said = [
        say(STUDENT, "intends", d(4, 5), at=CARDWELL, route="a_level"),
        say(TUTOR, "intends", RESULTS_DAY, at=RIBBLESDALE, route="vocational"),
    ]
    answer = reconcile(said, CONFIRMED)
    assert (answer.provider, answer.confirmed, answer.sources_agree) == (RIBBLESDALE, True, None)


def test_without_a_word_on_results_day_the_latest_intention_stands_marked_not_confirmed():
    answer = reconcile([say(STUDENT, "intends", d(4, 5), at=CARDWELL, route="a_level")], CONFIRMED)
    assert (answer.provider, answer.confirmed) == (CARDWELL, False)
    assert "not confirmed on results day" in answer.reason


def test_a_settled_answer_keeps_the_status_of_the_evidence_beside_it():
    computed = reconcile([say(CARDWELL, "present", d(9, 12)), say(RIBBLESDALE, "present", d(9, 12), "230")], Y12)
    decision = Settlement(
        "230", RIBBLESDALE, "Ribblesdale College", None, "The mother rang", "Ruth Hall", datetime(2025, 12, 1, tzinfo=UTC)
    )
    settled = stand_by(computed, decision)
    assert (settled.settled, settled.outcome, settled.provider, settled.status) == (True, "230", RIBBLESDALE, Status.CONFLICTING)
    assert settled.reason == "Settled by Ruth Hall on 1 December 2025: The mother rang"


def hearsay(said_on, **more):
    """Cardwell's list says that a student is at Ribblesdale."""
    return replace(say(CARDWELL, "present", said_on, "230", at=RIBBLESDALE, **more), own_place=CARDWELL)


def test_what_a_place_says_of_another_is_provisional():
    answer = reconcile([hearsay(d(9, 12))], Y12)
    assert (answer.status, answer.provider) == (Status.PROVISIONAL, RIBBLESDALE)


def test_what_a_place_says_of_another_beats_neither_that_place_nor_the_authority():
    authority = reconcile([hearsay(d(9, 12)), say(COUNTY, "present", d(9, 12), "220", at=CARDWELL)], Y12)
    itself = reconcile([hearsay(d(9, 12)), say(RIBBLESDALE, "not_here", d(9, 12))], Y12)
    assert (authority.status, authority.provider) == (Status.VERIFIED, CARDWELL)
    assert itself.provider is None


def test_what_a_place_says_of_another_is_no_conflict():
    answer = reconcile([say(MILL, "present", d(9, 12), "330"), hearsay(d(9, 20))], Y12)
    assert (answer.status, answer.outcome) == (Status.PROVISIONAL, "330")
