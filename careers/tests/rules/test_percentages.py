import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.percentages import do_not_add_up, percent


@pytest.mark.parametrize(
    ("part", "whole", "read"),
    [(183, 200, "92%"), (0, 200, "0%"), (200, 200, "100%"), (1, 400, "under 1%"), (399, 400, "over 99%"), (1, 200, "1%"), (0, 0, "–")],
)
def test_percentages_read(part, whole, read):
    assert percent(part, whole) == read


@given(st.integers(0, 5000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_all_and_none_are_said_only_when_it_is_so(parts):
    part, whole = parts
    assert (percent(part, whole) == "100%") == (part == whole > 0)
    assert (percent(part, whole) == "0%") == (part == 0 < whole)


def test_rounded_percentages_that_miss_a_hundred_are_noticed():
    assert do_not_add_up([1, 1, 1], 3)
    assert not do_not_add_up([1, 1], 2)
