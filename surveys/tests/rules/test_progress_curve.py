from datetime import date, timedelta

from surveys.rules.progress_curve import against, curve, same_time_last_year

OPENS = date(2025, 11, 3)


def days(*numbers):
    return [OPENS + timedelta(days=n) for n in numbers]


def test_a_curve_counts_up_day_by_day():
    made = curve("This wave", days(0, 0, 2, 9), opens_on=OPENS, until=OPENS + timedelta(days=3), n=10)
    assert made.finished == (2, 2, 3, 3)
    assert (made.percent(2), made.percent(4)) == (30.0, None)


def test_who_finished_before_the_first_day_counts_on_it():
    assert curve("", days(-2), opens_on=OPENS, until=OPENS, n=1).finished == (1,)


def test_a_wave_that_has_not_begun_has_no_curve():
    before = curve("", [], opens_on=OPENS, until=OPENS - timedelta(days=5), n=10)
    assert before.finished == ()
    assert "not begun" in against(before, None)


def test_the_wave_of_the_year_before_is_the_one_at_the_same_time_of_its_year():
    assert same_time_last_year(OPENS, [(1, date(2024, 11, 4)), (2, date(2025, 4, 1))]) == 1
    assert same_time_last_year(OPENS, [(2, date(2025, 5, 20))]) is None


def test_it_is_told_where_the_wave_stands_against_the_year_before():
    now = curve("", days(0, 1), opens_on=OPENS, until=OPENS + timedelta(days=1), n=4)
    before = curve("", days(0, 5), opens_on=OPENS, until=OPENS + timedelta(days=9), n=4)
    assert against(now, before) == "On day 1, 50% have finished; a year before, it was 25% on the same day."
