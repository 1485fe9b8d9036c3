"""The reminder planner, by example and over simulated years."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from careers.rules.quiet_hours import UK, Quiet, is_open
from surveys.rules.plans import For, Step, To, usual_plan
from surveys.rules.reminders import APART, MOST_TOUCHES, Days, Person, Stop, Way, due, first, why_not

OPENS = date(2025, 11, 3)
DAYS = Days(OPENS, date(2025, 12, 5), Quiet())
EMAIL, PARENT_TEXT = Way(To.STUDENT, "email"), Way(To.PARENT, "text")


def at(day: int, hour: int = 10) -> datetime:
    return datetime(2025, 11, 3, hour, tzinfo=UK) + timedelta(days=day)


ASKED = Person(invited_at=at(0, 8), ways=(EMAIL, PARENT_TEXT))


def told(person: Person, sent) -> Person:
    return replace(person, touches=(*person.touches, sent.at), written=person.written | {sent.step.key})


def test_the_first_message_goes_when_the_wave_opens():
    assert first(usual_plan(), ASKED, DAYS, at(0, 8)).words == "invitation"


def test_a_wave_that_opens_on_a_saturday_writes_on_monday():
    days = replace(DAYS, opens_on=date(2025, 11, 8))
    sent = first(usual_plan(), replace(ASKED, invited_at=at(0)), days, at(1))
    assert sent.at.astimezone(UK) == datetime(2025, 11, 10, 8, tzinfo=UK)


def test_who_has_not_answered_is_reminded_on_the_seventh_day_and_not_before():
    invited = told(ASKED, first(usual_plan(), ASKED, DAYS, at(0)))
    assert due(usual_plan(), invited, DAYS, at(6)) is None
    assert due(usual_plan(), invited, DAYS, at(7, 8)) is None
    assert due(usual_plan(), invited, DAYS, at(7)).words == "reminder"


def test_who_has_begun_gets_other_words():
    begun = replace(ASKED, started=True, seen_at=at(4), touches=(at(0),), written=frozenset({"0 student email"}))
    assert due(usual_plan(), begun, DAYS, at(7)).words == "started"


def test_who_was_at_it_yesterday_evening_is_left_in_peace():
    begun = replace(ASKED, started=True, seen_at=at(6, 20), touches=(at(0),), written=frozenset({"0 student email"}))
    assert due(usual_plan(), begun, DAYS, at(7)) is None
    assert due(usual_plan(), begun, DAYS, at(8)).words == "started"


def test_a_step_for_those_who_have_not_started_passes_over_who_has():
    plan = (Step(3, "email", To.STUDENT, "reminder", For.NOT_STARTED),)
    assert due(plan, replace(ASKED, started=True), DAYS, at(3)) is None
    assert due(plan, ASKED, DAYS, at(3)).step == plan[0]


def test_the_parent_is_written_to_where_there_is_a_number():
    reminded = replace(ASKED, touches=(at(0), at(7)), written=frozenset({"0 student email", "7 student email"}))
    assert due(usual_plan(), reminded, DAYS, at(14)).step.to is To.PARENT
    assert due(usual_plan(), replace(reminded, ways=(EMAIL,)), DAYS, at(14)) is None


def test_a_sweep_that_comes_late_sends_the_latest_step_alone():
    late = due(usual_plan(), ASKED, DAYS, at(14))
    assert late.step.to is To.PARENT
    assert due(usual_plan(), told(ASKED, late), DAYS, at(14)) is None
    assert due(usual_plan(), told(ASKED, late), DAYS, at(17)) is None, "an earlier step is not made up for"


def test_a_step_missed_by_more_than_a_week_is_left_out():
    invited = told(ASKED, first(usual_plan(), ASKED, DAYS, at(0)))
    assert due(usual_plan(), replace(invited, ways=(EMAIL,)), DAYS, at(15)) is None


def test_who_was_asked_later_is_reminded_later():
    newcomer = replace(ASKED, invited_at=at(10), touches=(at(10),), written=frozenset({"0 student email"}))
    assert due(usual_plan(), newcomer, DAYS, at(11)) is None
    assert due(usual_plan(), newcomer, DAYS, at(17)).words == "reminder"


def test_a_school_email_is_not_used_after_31_august():
    september = Days(date(2026, 8, 20), date(2026, 9, 20), Quiet())
    person = Person(datetime(2026, 8, 20, 8, tzinfo=UK), ways=(Way(To.STUDENT, "email", date(2026, 8, 31)),))
    plan = (Step(12, "email", To.STUDENT, "reminder"),)
    assert due(plan, person, september, datetime(2026, 9, 1, 10, tzinfo=UK)) is None


def test_each_reason_to_stop_stops():
    for name, stop in [
        ("answered", Stop.ANSWERED),
        ("stopped", Stop.STOPPED),
        ("known", Stop.KNOWN),
        ("held", Stop.HELD),
        ("said_no", Stop.SAID_NO),
    ]:
        stopped = replace(ASKED, **{name: True})
        assert why_not(stopped) is stop
        assert due(usual_plan(), stopped, DAYS, at(0)) is None
    assert why_not(replace(ASKED, touches=(at(0),) * 6)) is Stop.TOUCHES
    assert why_not(replace(ASKED, touches=(at(0),) * 6), most=9) is Stop.TOUCHES, "a school may send fewer, never more"
    assert why_not(replace(ASKED, touches=(at(0),) * 2), most=2) is Stop.TOUCHES


def test_nothing_goes_after_the_last_day():
    assert due((Step(40, "email", To.STUDENT, "reminder"),), ASKED, DAYS, at(40)) is None


# ── over simulated years: any plan, any holidays, sweeps at any moments, both changes of the clock ──

steps = st.builds(
    lambda day, way, for_whom: Step(day, way[0], way[1], way[2], for_whom),
    st.integers(0, 120),
    st.sampled_from([("email", To.STUDENT, "reminder"), ("text", To.STUDENT, "reminder"), ("text", To.PARENT, "parent_reminder")]),
    st.sampled_from(For),
)
plans = st.lists(steps, max_size=14, unique_by=lambda step: step.key).map(lambda found: tuple(sorted(found, key=lambda step: step.day)))
openings = st.dates(date(2024, 9, 1), date(2027, 8, 31))


@st.composite
def quiets(draw, opens: date) -> Quiet:
    starts = draw(st.lists(st.integers(-10, 130), max_size=4))
    holidays = tuple((opens + timedelta(days=day), opens + timedelta(days=day + draw(st.integers(0, 20)))) for day in starts)
    return Quiet(draw(st.integers(17, 23)), draw(st.integers(6, 10)), draw(st.booleans()), holidays)


@st.composite
def lives(draw):
    """A wave, a student of it, and the moments at which somebody looks what is due."""
    opens = draw(openings)
    days = Days(opens, opens + timedelta(days=draw(st.integers(0, 130))), draw(quiets(opens)), draw(st.integers(1, 9)))
    start = datetime(opens.year, opens.month, opens.day, tzinfo=UK).astimezone(UTC)
    school_email = draw(st.sampled_from([None, date(opens.year, 8, 31)]))
    ways = draw(st.sets(st.sampled_from([Way(To.STUDENT, "email", school_email), Way(To.STUDENT, "text"), PARENT_TEXT])))
    person = Person(start + timedelta(hours=draw(st.integers(-200, 900))), tuple(ways))
    sweeps = sorted(draw(st.lists(st.integers(-60, 140 * 24 * 4), min_size=20, max_size=120)))
    changes = draw(st.dictionaries(st.integers(0, 140 * 24 * 4), st.sampled_from(["started", "answered", "known", "stopped"]), max_size=2))
    return (
        draw(plans),
        days,
        person,
        [start + timedelta(minutes=15 * n) for n in sweeps],
        {start + timedelta(minutes=15 * n): c for n, c in changes.items()},
    )


def lived(plan, days, person, sweeps, changes):
    """Every message of the wave to this person, with how things stood when it was written."""
    for now in sweeps:
        for when, what in changes.items():
            if when <= now:
                person = replace(person, **{what: True})
                person = replace(person, seen_at=when) if what == "started" else person
        sent = due(plan, person, days, now)
        if sent:
            yield sent, person
            person = told(person, sent)
            assert due(plan, person, days, now) is None, "twice is once"


@settings(max_examples=300, deadline=None)
@given(lives())
def test_over_any_year_nobody_is_pestered_and_nothing_goes_when_the_school_is_quiet(life):
    plan, days, person, sweeps, changes = life
    sent = list(lived(plan, days, person, sweeps, changes))
    assert len(sent) <= min(days.most, MOST_TOUCHES)
    assert len({one.step.key for one, _ in sent}) == len(sent), "no step twice"
    times = [one.at for one, _ in sent]
    assert all(later - earlier >= APART for earlier, later in pairwise(times))
    assert [one.step.day for one, _ in sent] == sorted(one.step.day for one, _ in sent)
    for one, then in sent:
        local = one.at.astimezone(UK)
        assert is_open(one.at, days.quiet)
        assert not any(first <= local.date() <= last for first, last in days.quiet.holidays)
        assert days.opens_on <= local.date() <= days.closes_on
        assert not (then.answered or then.known or then.stopped)
        used = [way for way in person.ways if way.to is one.step.to and way.channel == one.step.channel]
        assert any(way.last_day is None or local.date() <= way.last_day for way in used)
        assert one.words == "started" if then.started and one.step.to is To.STUDENT else one.words == one.step.words


@settings(max_examples=100, deadline=None)
@given(openings)
def test_with_a_sweep_an_hour_the_usual_plan_reaches_whoever_can_be_reached(opens):
    days = Days(opens, opens + timedelta(days=32), Quiet())
    start = datetime(opens.year, opens.month, opens.day, tzinfo=UK).astimezone(UTC)
    person = Person(start, (EMAIL, PARENT_TEXT))
    sent = list(lived(usual_plan(), days, person, [start + timedelta(hours=n) for n in range(33 * 24)], {}))
    assert [one.words for one, _ in sent] == ["invitation", "reminder", "parent_reminder"]
