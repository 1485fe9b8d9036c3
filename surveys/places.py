"""The school's providers as students are offered them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from careers.models import School
from destinations.models import ProviderName
from destinations.rules.outcomes import ProviderType
from surveys.rules.place_matching import Match, look_up

ROOM, ROUND_EACH = 9_000, 50  # bytes: a page stays small; a name that does not fit in is found once it is sent


@dataclass(frozen=True, slots=True)
class Offered:
    """One line of the type-ahead: a name, and what else it goes by."""

    name: str
    also: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Names to find providers by. `unconfirmed` were typed by somebody and are never shown to another."""

    names: dict[str, int] = field(default_factory=dict)
    called: dict[int, str] = field(default_factory=dict)
    unconfirmed: frozenset[int] = frozenset()
    offered: tuple[Offered, ...] = ()

    def look_up(self, typed: str) -> Match:
        found = look_up(typed, self.names)
        return Match(found.certain, tuple(provider for provider in found.perhaps if provider not in self.unconfirmed))


def register_of(school: School) -> Register:
    """One query."""
    rows = list(ProviderName.objects.filter(school=school).select_related("provider").order_by("provider__name", "is_alias", "name"))
    called = {row.provider_id: row.provider.name for row in rows}
    unconfirmed = frozenset(row.provider_id for row in rows if row.provider.to_confirm)
    also: dict[int, list[str]] = {}
    employers = {row.provider_id for row in rows if row.provider.type == ProviderType.EMPLOYER}
    for row in rows:
        if row.provider_id not in unconfirmed:
            also.setdefault(row.provider_id, []).extend([row.name] if row.is_alias else [])
    shown = sorted(also, key=lambda provider: (provider in employers, called[provider]))
    offered = tuple(that_fit(Offered(called[provider], " ".join(also[provider])) for provider in shown))
    return Register({row.normalised: row.provider_id for row in rows}, called, unconfirmed, offered)


def that_fit(offered: Iterable[Offered]) -> Iterator[Offered]:
    """As many as a page has room for: places to learn at come before employers."""
    room = ROOM
    for one in offered:
        room -= len(one.name.encode()) + len(one.also.encode()) + ROUND_EACH
        if room < 0:
            return
        yield one
