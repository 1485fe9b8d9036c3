from hypothesis import given
from hypothesis import strategies as st

from surveys.rules.audience import ANSWERED, HOLD, OTHER_FORM, Audience, Candidate, choose, in_words


def test_everybody_of_the_cohort_is_asked_unless_something_stands_against_it():
    choice = choose([Candidate(1), Candidate(2, hold=True), Candidate(3, excluded="Moved abroad"), Candidate(4)], Audience())
    assert choice.asked == (1, 4)
    assert in_words(choice) == "2 of 4 will be asked; 2 not: 1 on a safeguarding hold, 1 moved abroad."


def test_only_the_forms_and_groups_chosen_are_asked():
    cohort = [Candidate(1, "11A", frozenset({"fsm"})), Candidate(2, "11A"), Candidate(3, "11B", frozenset({"fsm"}))]
    assert choose(cohort, Audience(forms=("11A",), groups=("fsm",))).asked == (1,)
    assert choose(cohort, Audience(forms=("11A",))).left_out == {OTHER_FORM: 1}


def test_who_has_answered_an_earlier_survey_can_be_left_out_or_asked_alone():
    cohort = [Candidate(1, answered=True), Candidate(2)]
    assert choose(cohort, Audience(answered="no")).left_out == {ANSWERED: 1}
    assert choose(cohort, Audience(answered="yes")).asked == (1,)


def test_what_holds_for_good_is_the_reason_told():
    assert choose([Candidate(1, "11B", hold=True)], Audience(forms=("11A",))).left_out == {HOLD: 1}


def test_an_empty_cohort_has_nobody_to_ask():
    assert in_words(choose([], Audience())) == "There is nobody in this cohort yet."


candidates = st.builds(
    Candidate,
    st.integers(1, 10**6),
    st.sampled_from(["11A", "11B", ""]),
    st.frozensets(st.sampled_from(["fsm", "sen"])),
    st.booleans(),
    st.sampled_from(["", "Moved abroad"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
audiences = st.builds(
    Audience,
    st.lists(st.sampled_from(["11A", "11B"]), unique=True).map(tuple),
    st.lists(st.sampled_from(["fsm", "sen"]), unique=True).map(tuple),
    st.sampled_from(["", "yes", "no"]),
)


@given(st.lists(candidates, unique_by=lambda c: c.student), audiences)
def test_every_student_is_counted_in_one_place(cohort, audience):
    choice = choose(cohort, audience)
    assert choice.of == len(cohort)
    held = {c.student for c in cohort if c.hold or c.died or c.excluded}
    assert not held & set(choice.asked)
    assert Audience.from_data(audience.as_data()) == audience
