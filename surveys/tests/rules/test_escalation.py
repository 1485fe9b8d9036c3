from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.quiet_hours import Quiet
from surveys.rules.escalation import one_school_day_later

UK = ZoneInfo("Europe/London")
HALF_TERM = Quiet(holidays=[(datetime(2026, 10, 26).date(), datetime(2026, 10, 30).date())])  # noqa: DTZ001  a date


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UK)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (at(6, 9, 30), at(7, 9, 30)),  # a Tuesday morning
        (at(9, 10), at(12, 10)),  # a Friday
        (at(9, 21), at(12, 16)),  # a Friday night: by the end of Monday
        (at(10, 11), at(12, 16)),  # a Saturday
        (at(23, 10), at(2, 10, month=11)),  # the Friday before half-term; the clocks change in between
        (at(28, 10), at(2, 16, month=11)),  # in half-term
    ],
)
def test_a_worry_waits_one_school_day(said, due) -> None:
    assert one_school_day_later(said, HALF_TERM) == due


@given(st.datetimes(datetime(2026, 9, 1), datetime(2027, 8, 31)))  # noqa: DTZ001  given a zone below
def test_it_is_always_later_and_in_school_time(said) -> None:
    due = one_school_day_later(said.replace(tzinfo=UK), HALF_TERM)
    assert due > said.replace(tzinfo=UK)
    assert due.weekday() < 5
    assert due.hour <= 16
