from datetime import date

import pytest

from careers.rules.quiet_hours import Quiet
from surveys.rules.plans import as_data, from_data, usual_plan
from surveys.rules.reminders import Days, dated

MESSAGE = {"day": 7, "channel": "email", "to": "student", "words": "reminder", "for": "all"}


def test_a_plan_is_the_same_after_it_was_kept():
    assert from_data(as_data(usual_plan())) == usual_plan()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"day": -1}, "day"),
        ({"day": 400}, "day"),
        ({"words": "nonsense"}, "no words"),
        ({"words": "one_time_code"}, "no words"),
        ({"words": "parent_reminder"}, "parent or carer"),
        ({"to": "parent"}, "parent or carer"),
        ({"to": "tutor"}, "tutors have their list"),
        ({"channel": "task", "words": "nonsense"}, "no task"),
    ],
)
def test_what_is_no_plan_is_refused_with_a_sentence(change, said):
    with pytest.raises(ValueError, match=said):
        from_data([MESSAGE | change])


def test_a_message_stands_once_on_a_day():
    with pytest.raises(ValueError, match="twice"):
        from_data([MESSAGE, MESSAGE])


def test_the_plan_is_shown_as_dates_moved_out_of_the_holidays():
    quiet = Quiet(holidays=((date(2025, 10, 27), date(2025, 10, 31)),))
    shown = {step.step.key: step for step in dated(usual_plan(), Days(date(2025, 10, 20), date(2025, 10, 31), quiet))}
    assert shown["0 student email"].on == date(2025, 10, 20)
    assert (shown["7 student email"].on, shown["7 student email"].moved) == (date(2025, 11, 3), True)
    assert shown["7 student email"].too_late
    assert shown["-7 briefing"].on == date(2025, 10, 13)
