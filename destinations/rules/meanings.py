"""What a row means, as the rules for words hand it on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from destinations.rules.outcomes import Route
from destinations.rules.rows import Problem


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row says. `outcome` only with *present*; `application` as plain values; `told` the words all this was read from.

    `doubt` is why a person should look, `lead` where somebody went instead. `away` is true where what they do is done nowhere, or not at a
    place of the type that the row was read with.
    """

    said: str
    outcome: str | None = None
    route: Route | None = None
    level: str = ""
    problems: tuple[Problem, ...] = ()
    application: Mapping[str, str] | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    lead: str = ""
    doubt: str = ""
    away: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a row says of somebody, before the place and the course are looked at."""

    said: str
    code: str | None = None
    problems: tuple[Problem, ...] = ()
    doubt: str = ""
