from dataclasses import replace
from datetime import date, timedelta

import pytest

from careers.rules.may_we import Field, Marks, Ruling
from careers.rules.outbox import (
    MOST_TRIES,
    Means,
    Standing,
    meaning_of_service,
    meaning_of_smtp,
    pause_after,
    why_secrets_are_over,
    why_stopped,
)

YES = Ruling(True, frozenset(Field), "Nobody has objected.")
OPEN = Standing(channel="email", on=date(2025, 6, 5), ruling=YES, marks=Marks(), leaving=2025)


@pytest.mark.parametrize(
    ("code", "text", "about_recipient", "means"),
    [
        (421, "4.3.2 closing", False, Means.LATER),
        (450, "4.2.0 greylisted", True, Means.LATER),
        (552, "5.2.2 mailbox full", True, Means.NEVER),
        (550, "5.1.1 no such user", True, Means.BAD_ADDRESS),
        (550, "5.1.10 recipient not found", True, Means.BAD_ADDRESS),
        (550, "5.2.1 mailbox disabled", True, Means.BAD_ADDRESS),
        (550, "No such user here", True, Means.BAD_ADDRESS),
        (550, "", True, Means.BAD_ADDRESS),
        (550, "5.7.1 your host may not relay", True, Means.NEVER),
        (554, "5.7.1 looks like spam", False, Means.NEVER),
        (550, "sender unknown", False, Means.NEVER),
    ],
)
def test_a_refusal_ends_an_address_only_where_it_is_about_the_address(code, text, about_recipient, means):
    assert meaning_of_smtp(code, text, about_recipient=about_recipient) == means


@pytest.mark.parametrize(
    ("status", "means"),
    [(429, Means.LATER), (503, Means.LATER), (401, Means.LATER), (422, Means.NEVER), (500, Means.UNSURE), (None, Means.UNSURE)],
)
def test_a_service_that_broke_may_have_taken_the_message(status, means):
    assert meaning_of_service(status) == means


def test_a_temporary_failure_is_tried_again_soon_then_every_half_hour_for_a_day_and_then_shown_to_a_person():
    pauses = [pause_after(tries) for tries in range(1, MOST_TRIES + 1)]
    assert pauses[:5] == [timedelta(minutes=m) for m in (2, 5, 10, 20, 30)]
    assert pauses[-1] is None and None not in pauses[:-1]
    assert sum((pause for pause in pauses if pause), timedelta()) > timedelta(hours=20)


def test_nothing_in_the_way():
    assert why_stopped(OPEN) == ""


@pytest.mark.parametrize("mark", ["deceased", "safeguarding_hold", "contacts_not_to_be_used"])
@pytest.mark.parametrize("channel", ["email", "text", "letter"])
@pytest.mark.parametrize("whose", ["student", "parent"])
def test_these_marks_stop_even_a_code_that_the_student_asked_for(mark, channel, whose):
    told = replace(OPEN, channel=channel, whose=whose, asked_for=True, marks=Marks(**{mark: True}))
    assert why_stopped(told).endswith(".")


@pytest.mark.parametrize(("channel", "stopped"), [("letter", True), ("email", False), ("text", False)])
@pytest.mark.parametrize("whose", ["student", "parent"])
def test_a_confidential_address_stops_letters_to_it(channel, whose, stopped):
    told = replace(OPEN, channel=channel, whose=whose, marks=Marks(confidential_address=True))
    assert bool(why_stopped(told)) == stopped


def test_a_no_stops_what_we_send_and_not_what_the_student_asked_for():
    told = replace(OPEN, ruling=Ruling(False, frozenset(), "The student said no."))
    assert why_stopped(told) == "The student said no."
    assert why_stopped(replace(told, asked_for=True)) == ""


def test_an_address_that_has_ended_is_not_written_to():
    assert why_stopped(replace(OPEN, detail_over=True))


@pytest.mark.parametrize(("on", "stopped"), [(date(2025, 8, 31), False), (date(2025, 9, 1), True)])
def test_a_school_email_is_not_written_to_after_the_summer_of_leaving(on, stopped):
    assert bool(why_stopped(replace(OPEN, on=on, kind="school_email"))) == stopped
    assert not why_stopped(replace(OPEN, on=on, kind="email"))


@pytest.mark.parametrize("told", [{"link_over": True, "code_over": False}, {"link_over": False, "code_over": True}])
def test_what_opens_nothing_any_more_is_not_sent(told):
    assert why_secrets_are_over(**told).endswith(".")
    assert why_secrets_are_over(link_over=False, code_over=False) == ""
