from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from destinations.rules.applications import ENDED, ApplicationState, Heard, Standing, standing

State = ApplicationState
MARCH, APRIL = date(2026, 3, 2), date(2026, 4, 1)
NOON = datetime(2026, 4, 2, 12, tzinfo=UTC)


def heard(state, on=MARCH, at=NOON, **more):
    return Heard(state, on, at, **more)


def test_nobody_speaking_is_no_application():
    assert standing([]) == Standing()


def test_the_latest_word_decides_the_state():
    assert standing([heard(State.CONDITIONAL, APRIL), heard(State.ACCEPTED)]).state == State.CONDITIONAL


def test_on_one_day_the_place_s_own_word_decides():
    assert standing([heard(State.ACCEPTED), heard(State.CONDITIONAL, own=True)]).state == State.CONDITIONAL


def test_of_two_courses_at_one_place_the_application_that_goes_on_speaks():
    assert standing([heard(State.TURNED_DOWN), heard(State.CONDITIONAL), heard(State.SENT)]).state == State.CONDITIONAL


def test_a_course_and_an_interview_stand_until_another_is_said():
    told = standing([heard(State.INTERVIEW, course="A Levels", interview_on=MARCH), heard(State.CONDITIONAL, APRIL, conditions="5 GCSEs")])
    assert (told.course, told.interview_on, told.conditions, told.said_on) == ("A Levels", MARCH, "5 GCSEs", APRIL)


def test_conditions_fall_away_with_an_offer_that_has_none_and_with_an_application_that_ended():
    for state in (State.UNCONDITIONAL, *ENDED):
        assert not standing([heard(State.CONDITIONAL, conditions="5 GCSEs"), heard(state, APRIL)]).conditions


def test_an_offer_of_which_no_conditions_are_told_is_neither_with_nor_without_them():
    assert State.OFFERED.label == "Offer"
    told = standing([heard(State.OFFERED), heard(State.CONDITIONAL, APRIL, conditions="5 GCSEs")])
    assert (told.state, told.conditions) == (State.CONDITIONAL, "5 GCSEs")


STATEMENTS = st.lists(
    st.builds(
        Heard,
        st.sampled_from(State),
        st.sampled_from([MARCH, APRIL]),
        st.just(NOON),
        st.booleans(),
        st.sampled_from(["", "A Levels", "T Level"]),
        st.sampled_from(["", "3"]),
        st.sampled_from([None, MARCH]),
        st.sampled_from(["", "5 GCSEs"]),
    ),
    max_size=6,
)


@given(STATEMENTS, st.randoms())
def test_the_order_in_which_statements_come_does_not_matter(statements, random):
    shuffled = random.sample(statements, len(statements))
    assert standing(shuffled) == standing(statements)
