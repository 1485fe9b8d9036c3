"""Evidence and answers as plain values: what the rules read and return."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from destinations.rules.outcomes import Group, Route, group_of, route_of
from destinations.rules.sources import HOSTS, OFFICIAL, TRUST, SourceKind

GAP_YEAR = "260"
AWAY = frozenset({Group.EMPLOYMENT, Group.NEET, Group.OTHER})


class Said(StrEnum):
    INTENDS = "intends"
    UNDECIDED = "undecided"
    PRESENT = "present"
    LEFT = "left"
    NOT_HERE = "not_here"


class Status(StrEnum):
    UNKNOWN = "unknown"
    PROVISIONAL = "provisional"
    VERIFIED = "verified"
    CONFLICTING = "conflicting"

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Statement:
    """One piece of evidence. `source` and `provider` are ids; `own_place` is the provider that the source is, where it is one.

    `dated` is false where the row carried no date of its own and the source needs one (docs/rule.md).
    """

    id: int
    source: int
    source_name: str
    kind: SourceKind
    said: Said
    said_on: date
    recorded_at: datetime
    outcome: str | None = None
    provider: int | None = None
    provider_name: str = ""
    own_place: int | None = None
    route: str | None = None
    course: str = ""
    level: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    dated: bool = True
    place: str = ""

    @property
    def order(self) -> tuple[date, datetime, int]:
        """Later said, then later recorded, then later id."""
        return self.said_on, self.recorded_at, self.id

    @property
    def is_hearsay(self) -> bool:
        """Whether a place speaks of another than itself, or of a life that it is no part of: "employment", on a sixth form's list."""
        if self.kind not in HOSTS or self.own_place is None or self.provider == self.own_place:
            return False
        return self.provider is not None or self.is_away

    @property
    def is_away(self) -> bool:
        """Whether somebody is present at what is done at no provider's place."""
        return self.kind is SourceKind.PROVIDER and self.said is Said.PRESENT and (self.group in AWAY or self.outcome == GAP_YEAR)

    @property
    def is_official(self) -> bool:
        """Whether the place itself or the authority says so."""
        return self.kind in OFFICIAL and not self.is_hearsay

    @property
    def trust(self) -> int:
        """The lower, the more trusted. Hearsay comes after the place itself and the authority."""
        return max(TRUST[kind] for kind in OFFICIAL) + 1 if self.is_hearsay else TRUST[self.kind]

    @property
    def group(self) -> Group:
        return group_of(self.outcome)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a checkpoint answers for one student, and why. `evidence` is the id of the statement it stands on."""

    status: Status
    reason: str
    outcome: str | None = None
    provider: int | None = None
    provider_name: str = ""
    route: Route | None = None
    level: str = ""
    evidence: int | None = None
    source: str | None = None
    said_on: date | None = None
    sources_agree: bool | None = None
    confirmed: bool = True
    settled: bool = False
    against: tuple[int, ...] = field(default=())

    @property
    def group(self) -> Group:
        return group_of(self.outcome)


def answer_from(winner: Statement, status: Status, reason: str, *, agree: bool | None, confirmed: bool = True) -> Answer:
    """An answer that stands on one statement."""
    return Answer(
        status=status,
        reason=reason,
        outcome=winner.outcome,
        provider=winner.provider,
        provider_name=winner.provider_name,
        route=route_of(winner.outcome, winner.route),
        level=winner.level,
        evidence=winner.id,
        source=winner.source_name,
        said_on=winner.said_on,
        sources_agree=agree,
        confirmed=confirmed,
    )
