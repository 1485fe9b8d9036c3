from datetime import date, timedelta

import pytest

from careers.rules.academic_year import term_end, term_of
from reporting.rules import terms


def test_the_autumn_of_2025_is_about_leavers_of_2026_2025_and_2023():
    found = [(stage.name, stage.leaving, str(stage.checkpoint)) for stage in terms.stages_of("2025-autumn")]
    assert found == [("Year 11", 2026, "y11_intended"), ("Year 12", 2025, "y12"), ("Year 14", 2023, "y14")]


@pytest.mark.parametrize("term", ["2025-spring", "2025-summer"])
def test_the_other_terms_of_the_year_are_about_the_same_cohorts(term):
    assert terms.stages_of(term) == terms.stages_of("2025-autumn")


def test_a_report_is_as_at_the_end_of_its_term_once_that_has_passed():
    assert terms.as_at("2025-autumn", date(2026, 3, 1)) == date(2025, 12, 31)


def test_a_report_made_during_its_term_is_as_at_that_day():
    assert terms.as_at("2025-autumn", date(2025, 11, 21)) == date(2025, 11, 21)


def test_a_term_that_has_not_begun_has_no_report():
    with pytest.raises(ValueError, match=r"The spring term 2025/26 has not begun yet\."):
        terms.as_at("2025-spring", date(2025, 12, 31))


@pytest.mark.parametrize("wrong", ["autumn", "2025-winter", "25-autumn", "2025 autumn", ""])
def test_what_is_not_a_term_is_refused_with_an_example(wrong):
    with pytest.raises(ValueError, match="2025-autumn"):
        terms.as_at(wrong, date(2025, 11, 21))


@pytest.mark.parametrize(
    ("today", "term"),
    [
        (date(2025, 12, 30), "2024-summer"),
        (date(2025, 12, 31), "2025-autumn"),
        (date(2026, 3, 30), "2025-autumn"),
        (date(2026, 3, 31), "2025-spring"),
        (date(2026, 8, 15), "2025-summer"),
        (date(2026, 9, 1), "2025-summer"),
    ],
)
def test_the_term_that_ended_last(today, term):
    assert terms.last_ended(today) == term


def test_every_day_of_ten_years_falls_between_the_start_of_its_term_and_the_next():
    for n in range(3653):
        day = date(2023, 1, 1) + timedelta(days=n)
        term = term_of(day)
        assert terms.term_start(term) <= day
        assert day <= max(term_end(term), date(term_end(term).year, 8, 31) if term.endswith("summer") else date.min)


def test_recent_terms_start_with_this_one():
    assert terms.recent(date(2025, 11, 21)) == ["2025-autumn", "2024-summer", "2024-spring", "2024-autumn"]


def test_another_day_may_be_chosen_from_the_start_of_the_term_to_today():
    today = date(2026, 1, 20)
    assert terms.day_of("2025-autumn", None, today) == date(2025, 12, 31)
    assert terms.day_of("2025-autumn", today, today) == today
    with pytest.raises(ValueError, match="21 January 2026 has not come yet"):
        terms.day_of("2025-autumn", date(2026, 1, 21), today)
    with pytest.raises(ValueError, match="31 August 2025 is before the autumn term 2025/26, which starts on 1 September 2025"):
        terms.day_of("2025-autumn", date(2025, 8, 31), today)
