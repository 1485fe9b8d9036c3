"""Figures as tables that add up, for pages and for paper: each line with its number and its share of the cohort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careers.rules.percentages import do_not_add_up, percent
from destinations.rules.outcomes import Group, Route
from destinations.rules.sources import SOURCE_NAMES
from reporting.rules.figures import Figures
from reporting.rules.words import listed, many

Row = tuple[str, int, Mapping[str, str]]
ROUNDED = "Percentages are rounded, so they may not add up to exactly 100%."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table. `find` is how the cohort board is asked for its students; empty where it cannot be."""

    name: str
    n: int
    share: str
    find: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """`lines` add up to the cohort of `n` students, of whom `known` are known. `note` is about rounding, or empty."""

    title: str
    lines: tuple[Line, ...]
    n: int
    known: int
    note: str

    @property
    def known_words(self) -> str:
        return known_words(self.known, self.n)


def known_words(known: int, n: int) -> str:
    """ "183 of 200 known (92%)": stands beside every percentage."""
    return f"{known} of {n} known ({percent(known, n)})"


# Most of Year 14's "other" is at university, which a reader would not look for there.
ROUTE_NAMES = {Route.OTHER: "Other (for example university, training)"}


def outcomes_table(f: Figures) -> Table:
    """Every outcome group, nought included, so that one term's table can be laid beside another's."""
    return table("Outcome", [(group.label, n, {"outcome": str(group)}) for group, n in f.outcomes.items()], f)


def routes_table(f: Figures) -> Table:
    """Every route; what is known without a readable route stands apart from what is not known."""
    rows: list[Row] = [
        (ROUTE_NAMES.get(route, route.label), n, {"route": str(route)}) for route, n in f.routes.items() if route is not Route.UNKNOWN
    ]
    unread = f.routes[Route.UNKNOWN] - f.not_known
    rows += [("Known, route not stated", unread, {"known": "yes", "route": str(Route.UNKNOWN)})] if unread else []
    return table("Route", [*rows, not_known(f)], f)


def providers_table(f: Figures) -> Table:
    """Every provider that a known student is at, from the largest."""
    rows: list[Row] = [(provider.name, provider.n, {"provider": str(provider.id)}) for provider in f.providers]
    rows += [("Known, no provider named", f.no_provider, {"provider": "none"})] if f.no_provider else []
    return table("Provider", [*rows, not_known(f)], f)


def not_known(f: Figures) -> Row:
    return Group.NOT_KNOWN.label, f.not_known, {"known": "no"}


def table(title: str, rows: Sequence[Row], f: Figures) -> Table:
    lines = tuple(Line(name, n, percent(n, f.cohort), find) for name, n, find in rows)
    note = ROUNDED if do_not_add_up([n for _, n, _ in rows], f.cohort) else ""
    return Table(title, lines, f.cohort, f.known, note)


def sources_words(sources: Mapping[str, int]) -> str:
    """Whose word the known answers stand on, most first: "providers 150, the local authority 20, settled by staff 3"."""
    if not sources:
        return "none yet"
    names = {kind.value: name[0].lower() + name[1:] for kind, name in SOURCE_NAMES.items()} | SOURCE_WORDS
    ranked = sorted(sources.items(), key=lambda source: (-source[1], source[0]))
    return ", ".join(f"{names[kind]} {n}" for kind, n in ranked)


SOURCE_WORDS = {
    "provider": "providers",
    "employer": "employers",
    "local_authority": "the local authority",
    "family": "families we spoke to",
    "student": "students themselves",
    "staff": "staff",
    "settled": "settled by a named person",
}
EXCLUSION_WORDS = {
    "moved abroad": "moved abroad",
    "died": "died",
    "never on roll": "never on roll",
    "dual": "dual registered",
    "guest": "guest",
}


def exclusions_words(f: Figures) -> str:
    """ "Not counted: 2 students (1 moved abroad, 1 guest)."; empty where everybody counts."""
    if not f.excluded:
        return ""
    reasons = listed([f"{n} {EXCLUSION_WORDS[reason]}" for reason, n in f.excluded.items()])
    return f"Not counted: {many(sum(f.excluded.values()), 'student')} ({reasons})."
