from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from surveys.questions.fields import Day


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["Cor", "12", "2026"], "three numbers"),
        (["4", "", "2026"], "three numbers"),
        (["31", "2", "2026"], "no such day"),
        (["4", "12", "1826"], "Check the year"),
    ],
)
def test_a_day_that_is_none_is_refused_with_what_is_wrong_with_it(parts: list[str], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Day(required=False).clean(parts)


def test_a_year_of_two_figures_is_of_this_century() -> None:
    assert Day(required=False).clean(["4", "12", "26"]) == date(2026, 12, 4)


def test_what_must_have_happened_has_no_day_to_come() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    parts = [str(part) for part in (tomorrow.day, tomorrow.month, tomorrow.year)]
    assert Day(required=False).clean(parts) == tomorrow
    with pytest.raises(ValidationError, match="not come yet"):
        Day(required=False, past=True).clean(parts)
