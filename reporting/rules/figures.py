"""The figures of one cohort at one checkpoint: one definition of each, used by pages, reports and the command line.

cohort: students who are not excluded = known + not known. known: counted in a group other than not known (destinations/rules/counting.py
says which); provisional is known. conflicting: sources that disagree and nobody has settled; inside not known, and a line of its own.
verified: known, and the provider, employer or dated authority itself said so. outcomes, routes and sources each add up to the cohort
(sources to the known). providers: known students by the place that is named; some have none.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from destinations.rules.counting import Counted
from destinations.rules.outcomes import Group, Route


@dataclass(frozen=True, slots=True)
class Members:
    """The students (ids) of one group."""

    key: str
    name: str
    students: Collection[int]


@dataclass(frozen=True, slots=True)
class ProviderFigure:
    """How many known students are at one provider."""

    id: int
    name: str
    n: int


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One group: its students who are not excluded, how many of them are known, and where they are."""

    key: str
    name: str
    n: int
    known: int
    outcomes: Mapping[Group, int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of one cohort at one checkpoint. Each is a number of students."""

    cohort: int = 0
    known: int = 0
    verified: int = 0
    conflicting: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    outcomes: Mapping[Group, int] = field(default_factory=lambda: tally(Group, ()))
    providers: tuple[ProviderFigure, ...] = ()
    routes: Mapping[Route, int] = field(default_factory=lambda: tally(Route, ()))
    groups: tuple[GroupFigures, ...] = ()
    sources: Mapping[str, int] = field(default_factory=dict)

    @property
    def not_known(self) -> int:
        return self.cohort - self.known

    @property
    def neet(self) -> int:
        return self.outcomes[Group.NEET]

    @property
    def no_provider(self) -> int:
        """Known students for whom no place is named: with the providers and the not known they make up the cohort."""
        return self.known - sum(provider.n for provider in self.providers)


def figures(counted: Iterable[Counted], *, providers: Mapping[int, str], groups: Iterable[Members] = ()) -> Figures:
    """Count a cohort. `providers` names each provider by id. The order of `counted` does not matter."""
    everyone = list(counted)
    ours = [c for c in everyone if not c.excluded]
    known = [c for c in ours if c.known]
    places = Counter(c.provider for c in known if c.provider is not None)
    return Figures(
        cohort=len(ours),
        known=len(known),
        verified=sum(c.verified for c in known),
        conflicting=sum(c.conflicting for c in ours),
        excluded=dict(sorted(Counter(c.excluded for c in everyone if c.excluded).items())),
        outcomes=tally(Group, (c.group for c in ours)),
        providers=tuple(sorted((ProviderFigure(id, providers[id], n) for id, n in places.items()), key=lambda p: (-p.n, p.name))),
        routes=tally(Route, (c.route for c in ours)),
        groups=tuple(of_group(members, ours) for members in groups),
        sources=dict(Counter(c.source for c in known)),
    )


def of_group(members: Members, ours: Iterable[Counted]) -> GroupFigures:
    inside = [c for c in ours if c.student in members.students]
    outcomes = tally(Group, (c.group for c in inside))
    return GroupFigures(members.key, members.name, len(inside), sum(c.known for c in inside), outcomes)


def tally(kinds: Any, values: Iterable[Any]) -> dict[Any, int]:
    """How often each member of an enumeration occurs, in its own order, nought included."""
    counts = Counter(values)
    return {kind: counts[kind] for kind in kinds}


def as_json(f: Figures) -> dict[str, Any]:
    """The figures as the command line prints them."""
    return {
        "cohort": f.cohort,
        "known": f.known,
        "verified": f.verified,
        "conflicting": f.conflicting,
        "excluded": dict(f.excluded),
        "outcomes": plain(f.outcomes),
        "providers": {provider.name: provider.n for provider in f.providers},
        "routes": plain(f.routes),
        "groups": {group.name: {"n": group.n, "known": group.known, "outcomes": plain(group.outcomes)} for group in f.groups},
    }


def plain(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(kind): n for kind, n in counts.items()}
