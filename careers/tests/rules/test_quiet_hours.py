"""Quiet hours by the clock on the wall in the UK, through both changes of the clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.quiet_hours import UK, Quiet, is_open, is_school_day, next_open

USUAL = Quiet()
HALF_TERM = (date(2025, 10, 27), date(2025, 10, 31))


def uk(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UK)


@pytest.mark.parametrize(
    ("at", "goes"),
    [
        (uk(2025, 11, 5, 10, 30), uk(2025, 11, 5, 10, 30)),
        (uk(2025, 11, 5, 18, 59, 59), uk(2025, 11, 5, 18, 59, 59)),
        (uk(2025, 11, 5, 19), uk(2025, 11, 6, 8)),
        (uk(2025, 11, 6, 3), uk(2025, 11, 6, 8)),
        (uk(2025, 11, 7, 21), uk(2025, 11, 10, 8)),
        (uk(2025, 11, 8, 12), uk(2025, 11, 10, 8)),
    ],
)
def test_a_message_of_the_evening_or_the_weekend_goes_on_the_next_morning_of_a_working_day(at, goes):
    assert next_open(at, USUAL) == goes


def test_a_message_due_in_a_holiday_waits_until_it_is_over():
    assert next_open(uk(2025, 10, 29, 12), Quiet(holidays=(HALF_TERM,))) == uk(2025, 11, 3, 8)


def test_holidays_that_overlap_are_one():
    holidays = (HALF_TERM, (date(2025, 10, 31), date(2025, 11, 4)))
    assert next_open(uk(2025, 10, 28, 12), Quiet(holidays=holidays)) == uk(2025, 11, 5, 8)


@pytest.mark.parametrize(
    ("day", "utc_hour"), [(date(2025, 3, 29), 8), (date(2025, 3, 30), 7), (date(2025, 10, 25), 7), (date(2025, 10, 26), 8)]
)
def test_eight_in_the_morning_is_eight_on_the_wall_on_both_sides_of_a_change_of_the_clock(day, utc_hour):
    night = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
    assert next_open(night, Quiet(weekends=True)) == datetime(day.year, day.month, day.day, utc_hour, tzinfo=UTC)


def test_an_hour_that_the_clock_jumps_over_begins_when_it_jumps():
    assert next_open(uk(2025, 3, 30, 0, 30), Quiet(hour_from=22, hour_until=1, weekends=True)) == datetime(2025, 3, 30, 1, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_quiet_both_times():
    night = Quiet(hour_from=22, hour_until=2, weekends=True)
    for at in (datetime(2025, 10, 26, 0, 30, tzinfo=UTC), datetime(2025, 10, 26, 1, 30, tzinfo=UTC)):
        assert next_open(at, night) == datetime(2025, 10, 26, 2, tzinfo=UTC)


def test_quiet_hours_may_lie_within_the_day():
    assert next_open(uk(2025, 11, 5, 10), Quiet(hour_from=9, hour_until=15)) == uk(2025, 11, 5, 15)


def test_the_same_hour_twice_means_none_are_quiet():
    assert is_open(uk(2025, 11, 5, 3), Quiet(hour_from=8, hour_until=8))


def test_a_school_day_is_a_weekday_outside_the_holidays_even_where_messages_go_at_weekends():
    quiet = Quiet(weekends=True, holidays=(HALF_TERM,))
    assert [is_school_day(date(2025, 10, day), quiet) for day in (24, 25, 27, 31)] == [True, False, False, False]


days = st.dates(date(2024, 1, 1), date(2027, 12, 31))
holidays = st.lists(st.tuples(days, st.integers(0, 50)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))), max_size=8)
quiets = st.builds(Quiet, st.integers(0, 23), st.integers(0, 23), st.booleans(), holidays.map(tuple))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@given(moments, quiets)
def test_what_is_put_off_goes_at_an_open_moment_never_earlier_and_is_not_put_off_again(at, quiet):
    goes = next_open(at, quiet)
    local = goes.astimezone(UK)
    assert goes >= at
    assert next_open(goes, quiet) == goes
    assert not any(first <= local.date() <= last for first, last in quiet.holidays)
    assert quiet.weekends or local.weekday() < 5


@given(moments, quiets)
def test_nothing_between_the_moment_and_when_it_goes_was_open(at, quiet):
    goes = next_open(at, quiet)
    for part in (0.1, 0.5, 0.999):
        between = at + (goes - at) * part
        assert between >= goes or not is_open(between, quiet)
