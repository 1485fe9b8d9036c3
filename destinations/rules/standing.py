"""What we stand by: the answer of the evidence, or a named person's decision, or an exclusion (docs/rule.md)."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from destinations.rules.outcomes import Route, route_of
from destinations.rules.statements import Answer
from destinations.rules.telling import day


@dataclass(frozen=True, slots=True)
class Settlement:
    """A named person's decision at one checkpoint."""

    outcome: str | None
    provider: int | None
    provider_name: str
    route: str | None
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why a student is not counted, since when and by whom."""

    reason: str
    on: date
    by: str


def stand_by(computed: Answer, settlement: Settlement | None) -> Answer:
    """A settled answer is never overruled: the evidence's own status stays visible beside it."""
    if settlement is None:
        return computed
    return replace(
        computed,
        settled=True,
        outcome=settlement.outcome,
        provider=settlement.provider,
        provider_name=settlement.provider_name,
        route=route_of(settlement.outcome, settlement.route) or (Route.UNKNOWN if settlement.outcome is None else None),
        level="",
        source=settlement.by,
        said_on=settlement.at.date(),
        reason=f"Settled by {settlement.by} on {day(settlement.at.date())}: {settlement.reason}",
    )
