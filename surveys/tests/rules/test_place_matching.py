import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.rules.names import normalise
from surveys.rules.place_matching import MOST, Match, look_up

NAMES = {
    normalise(name): provider
    for name, provider in {
        "Cardwell Newlands College": 1,
        "CNC": 1,
        "Cardwell Sixth Form College": 2,
        "St Oswald’s High School Sixth Form": 3,
        "Preston Training Partnership": 4,
    }.items()
}


@pytest.mark.parametrize("typed", ["Cardwell Newlands College", "the cardwell newlands coll", "CNC", "c.n.c."])
def test_the_same_name_however_written_is_certain(typed):
    assert look_up(typed, NAMES) == Match(1)


@pytest.mark.parametrize(
    ("typed", "perhaps"),
    [
        ("Cardwell", {1, 2}),
        ("newlands", {1}),
        ("Cardwel Newland Colege", {1}),
        ("st oswalds", {3}),
        ("sixth form", {2, 3}),
        ("Whitworth Engineering", set()),
        ("ca", set()),
    ],
)
def test_what_is_only_like_a_name_is_asked_about(typed, perhaps):
    found = look_up(typed, NAMES)
    assert found.certain is None
    assert set(found.perhaps) == perhaps


@given(st.text(max_size=200))
def test_whatever_is_typed_few_are_offered_each_once(typed):
    found = look_up(typed, NAMES)
    assert len(found.perhaps) == len(set(found.perhaps)) <= MOST
    assert not (found.certain and found.perhaps)
