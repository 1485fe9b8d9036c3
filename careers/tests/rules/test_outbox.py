from datetime import date, timedelta

import pytest

from careers.rules.outbox import MOST_TRIES, Means, Standing, meaning_of_service, meaning_of_smtp, pause_after, why_stopped

OPEN = Standing(channel="email", on=date(2025, 11, 5))


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


@pytest.mark.parametrize("channel", ["email", "text", "letter"])
@pytest.mark.parametrize("mark", ["deceased", "safeguarding_hold", "contacts_not_to_be_used"])
def test_these_marks_stop_every_channel(mark, channel):
    assert why_stopped(Standing(channel=channel, on=OPEN.on, safety_marks=[mark]))


@pytest.mark.parametrize(("channel", "stopped"), [("letter", True), ("email", False)])
def test_a_confidential_address_stops_letters(channel, stopped):
    assert bool(why_stopped(Standing(channel=channel, on=OPEN.on, safety_marks=["confidential_address"]))) == stopped


@pytest.mark.parametrize("told", [{"may": False}, {"detail_over": True}, {"link_over": True}, {"code_over": True}])
def test_what_has_changed_since_it_was_written_stops_it_with_a_sentence(told):
    assert why_stopped(Standing(channel="email", on=OPEN.on, **told)).endswith(".")


@pytest.mark.parametrize(("on", "stopped"), [(date(2025, 8, 31), False), (date(2025, 9, 1), True)])
def test_a_school_email_is_not_written_to_after_the_summer_of_leaving(on, stopped):
    assert bool(why_stopped(Standing(channel="email", on=on, leaving=2025, kind="school_email"))) == stopped
    assert not why_stopped(Standing(channel="email", on=on, leaving=2025, kind="email"))
