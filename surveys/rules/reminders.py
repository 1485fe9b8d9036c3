"""Which message is due to whom, and when. Nothing is kept here: asked again at any time, late or twice, it answers for that moment.

Who has answered, was stopped, is known from a file, has had six messages, or may not be written to, gets none. One message at a time: a
sweep that comes late sends the latest step alone. Two messages to one student (or to their parents) are days apart, and the six are counted
together, whichever open waves they are about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from careers.rules.message_words import BY_KEY
from careers.rules.quiet_hours import UK, Quiet, is_open, next_open, on_the_clock
from surveys.rules.plans import For, Plan, Step, To

HOUR = 9  # of the day, by the clock in the UK
MOST_TOUCHES = 6
APART = timedelta(days=2)
IN_PEACE = timedelta(days=1)  # after somebody was last at it
LATEST = timedelta(days=7)  # after that a step that was missed is left out


class Stop(StrEnum):
    """Why somebody is not reminded any more."""

    ANSWERED = "answered"
    STOPPED = "taken off the list"
    KNOWN = "known from a file"
    TOUCHES = "has had as many messages as anybody gets"
    HELD = "a safety mark"
    SAID_NO = "does not want to be contacted"


@dataclass(frozen=True, slots=True)
class Way:
    """How a message of this kind would reach them; `last_day`: a school email ends on 31 August of the year of leaving."""

    to: To
    channel: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One student asked, as things stand. `touches`: when messages of this wave, and of others open at the time, went or will go;
    `written`: keys of the steps of this wave that were written, those that were stopped too; `seen_at`: when they were last at the
    survey."""

    invited_at: datetime
    ways: Sequence[Way] = ()
    touches: Sequence[datetime] = ()
    written: frozenset[str] = frozenset()
    started: bool = False
    seen_at: datetime | None = None
    answered: bool = False
    stopped: bool = False
    known: bool = False
    held: bool = False
    said_no: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The wave's first and last day, when the school is quiet, and how many messages it sends to one person at most."""

    opens_on: date
    closes_on: date
    quiet: Quiet
    most: int = MOST_TOUCHES


@dataclass(frozen=True, slots=True)
class Due:
    """One message: by which step, with which words, and when it may go."""

    step: Step
    words: str
    at: datetime


def why_not(person: Person, most: int = MOST_TOUCHES) -> Stop | None:
    """Why somebody gets no more reminders, or None."""
    reasons = {
        Stop.ANSWERED: person.answered,
        Stop.STOPPED: person.stopped,
        Stop.HELD: person.held,
        Stop.SAID_NO: person.said_no,
        Stop.KNOWN: person.known,
        Stop.TOUCHES: len(person.touches) >= min(most, MOST_TOUCHES),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def due(plan: Plan, person: Person, days: Days, now: datetime) -> Due | None:
    """The one message to write for this person at this moment, or None."""
    if why_not(person, days.most) or not is_open(now, days.quiet) or now.astimezone(UK).date() > days.closes_on:
        return None
    if any(abs(now - touch) < APART for touch in person.touches) or (person.seen_at and now < person.seen_at + IN_PEACE):
        return None
    step = latest(plan, person, days, now)
    return Due(step, words_for(step, person), now) if step else None


def first(plan: Plan, person: Person, days: Days, now: datetime) -> Due | None:
    """The message that goes out when the wave opens: due now, or the first moment of its first day at which one may go."""
    opening = [step for step in plan if step.is_message and step.day <= 0]
    if not opening:
        return None
    return due(plan, person, days, next_open(max(now, *(moment(step, person, days) for step in opening)), days.quiet))


def latest(plan: Plan, person: Person, days: Days, now: datetime) -> Step | None:
    """The last step that is ripe and fits; never one before a step that was written."""
    done = max((step.day for step in plan if step.key in person.written), default=None)
    open_steps = [
        step
        for step in plan
        if step.is_message
        and step.key not in person.written
        and (done is None or step.day >= done)
        and moment(step, person, days) <= now <= moment(step, person, days) + LATEST
        and fits(step, person, now.astimezone(UK).date())
    ]
    return max(open_steps, key=lambda step: (step.day, step.to is To.STUDENT), default=None)


def fits(step: Step, person: Person, today: date) -> bool:
    """Whether the step is for people who have come as far as this one, and can reach them."""
    for_them = {For.ALL: True, For.STARTED: person.started, For.NOT_STARTED: not person.started}[step.for_whom]
    reached = (way for way in person.ways if way.to is step.to and way.channel == step.channel)
    return for_them and any(way.last_day is None or today <= way.last_day for way in reached)


def words_for(step: Step, person: Person) -> str:
    """Who has begun is told that what they wrote is kept, wherever there are such words."""
    begun = person.started and step.to is To.STUDENT and ("started", step.channel) in BY_KEY
    return "started" if begun else step.words


def moment(step: Step, person: Person, days: Days) -> datetime:
    """When a step is ripe for one person: who was asked later is reminded later."""
    return moment_on(max(days.opens_on, person.invited_at.astimezone(UK).date()) + timedelta(days=step.day), days.quiet)


def moment_on(day: date, quiet: Quiet) -> datetime:
    return next_open(on_the_clock(day, HOUR), quiet)


@dataclass(frozen=True, slots=True)
class Dated:
    """A step of the plan with its day, as a page shows it. `moved`: not the day it was planned for, since the school is closed or quiet;
    `too_late`: that is after the last day, so a message does not go."""

    step: Step
    on: date
    moved: bool
    too_late: bool


def dated(plan: Plan, days: Days) -> Iterator[Dated]:
    """The plan as dates. Messages wait for a day on which the school sends, tasks for a school day."""
    in_school = Quiet(0, 0, weekends=False, holidays=days.quiet.holidays)
    for step in plan:
        planned = days.opens_on + timedelta(days=step.day)
        on = moment_on(planned, days.quiet if step.is_message else in_school).astimezone(UK).date()
        yield Dated(step, on, on != planned, on > days.closes_on)
