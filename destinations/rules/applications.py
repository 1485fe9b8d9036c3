"""Applications: their states, in the order they are usually reached, and what several statements about one come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class ApplicationState(StrEnum):
    SENT = "sent"
    INTERVIEW = "interview"
    WAITING = "waiting"
    OFFERED = "offered"
    CONDITIONAL = "conditional"
    UNCONDITIONAL = "unconditional"
    ACCEPTED = "accepted"
    TURNED_DOWN = "turned_down"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    ApplicationState.SENT: "Applied",
    ApplicationState.INTERVIEW: "Interview",
    ApplicationState.WAITING: "On a waiting list",
    ApplicationState.OFFERED: "Offer",
    ApplicationState.CONDITIONAL: "Offer with conditions",
    ApplicationState.UNCONDITIONAL: "Offer without conditions",
    ApplicationState.ACCEPTED: "Offer accepted",
    ApplicationState.TURNED_DOWN: "Turned down by the provider",
    ApplicationState.DECLINED: "Offer declined by the student",
    ApplicationState.WITHDRAWN: "Application withdrawn",
}
ENDED = frozenset({ApplicationState.TURNED_DOWN, ApplicationState.DECLINED, ApplicationState.WITHDRAWN})
# Of two courses at one place on one day the application that goes on is the one that speaks, and of those the furthest.
REACHED = {state: (state not in ENDED, number) for number, state in enumerate(ApplicationState)}


@dataclass(frozen=True, slots=True)
class Heard:
    """What one source said of an application. `own` where it is the place applied to, speaking of itself."""

    state: ApplicationState
    said_on: date
    recorded_at: datetime
    own: bool = False
    course: str = ""
    level: str = ""
    interview_on: date | None = None
    conditions: str = ""

    @property
    def order(self) -> tuple[Any, ...]:
        """Later said; of one day the place's own word, then later recorded, then what was reached; nothing hangs on who came first."""
        rest = (self.course, self.level, self.interview_on or date.min, self.conditions)
        return (self.said_on, self.own, self.recorded_at, REACHED[self.state], rest)


@dataclass(frozen=True, slots=True)
class Told:
    """One application as somebody tells it of themselves, without a list. `provider` is an id of the register."""

    provider: int
    state: ApplicationState
    course: str = ""
    level: str = ""
    applied_on: date | None = None
    interview_on: date | None = None
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the statements about one application come to. `state` is "" where nobody speaks of it any more."""

    state: str = ""
    course: str = ""
    level: str = ""
    interview_on: date | None = None
    conditions: str = ""
    said_on: date | None = None


def standing(statements: Iterable[Heard]) -> Standing:
    """The latest word decides the state. A course, a level, an interview and conditions stand until somebody says another.

    Conditions fall away with an offer that has none, and with an application that has ended.
    """
    told = sorted(statements, key=lambda heard: heard.order, reverse=True)
    if not told:
        return Standing()
    last = told[0]
    bound = last.state not in ENDED | {ApplicationState.UNCONDITIONAL}
    return Standing(
        state=last.state,
        course=next((heard.course for heard in told if heard.course), ""),
        level=next((heard.level for heard in told if heard.level), ""),
        interview_on=next((heard.interview_on for heard in told if heard.interview_on), None),
        conditions=next((heard.conditions for heard in told if heard.conditions), "") if bound else "",
        said_on=last.said_on,
    )
