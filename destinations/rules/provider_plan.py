"""What a list of providers would change in a school's register. A provider is the same when its name, however written, is the same."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from careers.rules.problems import Cell, Problem, in_order, problem_in
from destinations.rules.names import normalise

DETAILS = ("type", "ukprn", "urn", "postcode", "contact_name", "contact_email", "contact_phone")


@dataclass(slots=True)
class ProviderRow:
    """One row of a list. None in `values` is an empty cell: it says nothing, so nothing is cleared."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"row {self.number}"

    @property
    def name(self) -> str:
        return self.values.get("name") or ""

    @property
    def aliases(self) -> list[str]:
        return self.values.get("aliases") or []

    def problem(self, name: str, message: str, *, kept: bool = False) -> Problem:
        return problem_in(self.number, self.cells, name, message, kept=kept)


@dataclass(frozen=True, slots=True)
class KnownProvider:
    """A provider of the register. `names` are all it goes by, its own first."""

    id: int
    values: Mapping[str, str]
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{self.names[0]} ({self.values['type']})"


@dataclass(frozen=True, slots=True)
class NewProvider:
    row: int
    name: str
    details: dict[str, str]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedProvider:
    """`changes` are field → (old, new); `aliases` are the names that are added."""

    row: int
    id: int
    name: str
    changes: dict[str, tuple[str, str]]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProviderPlan:
    """`understood` are notes: names that need no keeping. Nothing is lost by them, so they are no refusal."""

    new: tuple[NewProvider, ...]
    changed: tuple[ChangedProvider, ...]
    same: tuple[int, ...]
    refused: tuple[Problem, ...]
    understood: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that a person is told of single rows, in the order of the list."""
        return in_order([*self.refused, *self.understood])

    @property
    def rows_refused(self) -> int:
        return len({problem.row for problem in self.refused if not problem.kept})

    @property
    def changes_nothing(self) -> bool:
        return not self.new and not self.changed

    @property
    def digest(self) -> str:
        return hashlib.sha256(repr(asdict(self)).encode()).hexdigest()


def plan_providers(rows: Sequence[ProviderRow], problems: Sequence[Problem], register: Sequence[KnownProvider]) -> ProviderPlan:
    """What the rows would change. A provider is known again by its URN, else by a name. Of two rows with one name the first is looked at;
    an alias that is somebody else's is left out."""
    numbered = {known.values["urn"]: known for known in register if known.values.get("urn")}
    owners: dict[str, KnownProvider | ProviderRow] = {normalise(name): known for known in register for name in known.names}
    told, understood, new, changed, same = list(problems), [], [], [], []
    for row in rows:
        owner = owner_of(row, owners, numbered)
        if problem := why_not(row, owner):
            told.append(problem)
            continue
        known = owner if isinstance(owner, KnownProvider) else None
        understood += understood_anyway(row, known)
        aliases = free_aliases(row, known, owners, told)
        if known is None:
            new.append(NewProvider(row.number, row.name, {name: row.values[name] for name in DETAILS if row.values.get(name)}, aliases))
        elif (changes := differences(row, known)) or aliases:
            changed.append(ChangedProvider(row.number, known.id, known.names[0], changes, aliases))
        else:
            same.append(row.number)
        owners[normalise(row.name)] = row
        if known:
            owners |= {normalise(name): row for name in known.names}
    return ProviderPlan(tuple(new), tuple(changed), tuple(same), in_order(told), in_order(understood))


def owner_of(
    row: ProviderRow, owners: Mapping[str, "KnownProvider | ProviderRow"], numbered: Mapping[str, KnownProvider]
) -> "KnownProvider | ProviderRow | None":
    """Whose the row is. A row whose name is that of another row is that row's, whatever its number."""
    by_name = owners.get(normalise(row.name)) if row.name else None
    by_number = numbered.get(row.values.get("urn") or "")
    return by_name if isinstance(by_name, ProviderRow) or by_number is None or not row.name else by_number


def why_not(row: ProviderRow, owner: "KnownProvider | ProviderRow | None") -> Problem | None:
    if not row.name:
        return row.problem("name", "This row has no name of a provider.")
    if isinstance(owner, ProviderRow):
        return row.problem("name", f"Rows {owner.number} and {row.number} are one provider: “{owner.name}” and “{row.name}”.")
    if isinstance(owner, KnownProvider) and (theirs := row.values.get("urn")) and (ours := owner.values.get("urn")) and theirs != ours:
        return row.problem(
            "urn",
            f"The register has {owner.words} with the URN {ours}. If that is another place, give it another name;"
            " if it has a new number, change ours first.",
        )
    if owner is None and not row.values.get("type"):
        return row.problem("type", "This provider is new, so the list must say of what type it is.")
    return None


def free_aliases(
    row: ProviderRow, known: KnownProvider | None, owners: dict[str, "KnownProvider | ProviderRow"], told: list[Problem]
) -> tuple[str, ...]:
    """The names of a row that are new to the register: its aliases, and its name where the register has it under another."""
    wanted = {normalise(alias): alias for alias in row.aliases if normalise(alias) != normalise(row.name)}
    if known and normalise(row.name) not in map(normalise, known.names):
        wanted[normalise(row.name)] = row.name
    added = []
    for normalised, alias in wanted.items():
        owner = owners.get(normalised)
        if owner is None:
            added.append(alias)
            owners[normalised] = row
        elif owner is not known and owner is not row:
            words = owner.words if isinstance(owner, KnownProvider) else f"the provider in row {owner.number}"
            told.append(row.problem("aliases", f"“{alias}” is already a name of {words}. It was left out.", kept=True))
    return tuple(added)


def understood_anyway(row: ProviderRow, known: KnownProvider | None) -> list[Problem]:
    """A note for each alias that is written otherwise than a name of the same provider and yet is that name: it needs no keeping."""
    names = [*(known.names if known else ()), row.name]
    written = {name.casefold() for name in names}
    by_words = {normalise(name): name for name in reversed(names)}
    notes = []
    for alias in row.aliases:
        same = by_words.setdefault(normalise(alias), alias)
        if alias.casefold() not in written and same != alias:
            message = f"“{alias}” is understood as “{same}” without being kept, so it is not added as another name."
            notes.append(row.problem("aliases", message, kept=True))
    return notes


def differences(row: ProviderRow, known: KnownProvider) -> dict[str, tuple[str, str]]:
    return {
        name: (known.values[name], row.values[name]) for name in DETAILS if row.values.get(name) and row.values[name] != known.values[name]
    }
