"""One row of an evidence file: its statement as plain values, or why it is refused (the columns of `import_evidence`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from careers.imports.cells import Cell
from careers.imports.values import BadValue, to_date, to_text
from destinations.rules.names import LONGEST_NAME, normalise
from destinations.rules.outcomes import OUTCOMES, ProviderType, Route, outcome_of_provider
from destinations.rules.places import likely_type
from destinations.rules.sources import HOSTS, SOURCE_NAMES, SourceKind
from destinations.rules.statements import Said

COLUMNS = ("upn", "source", "source_kind", "said", "outcome", "route", "provider", "said_on", "recorded_on")
NEEDED = ("upn", "source_kind", "said")

E = TypeVar("E", bound=StrEnum)


class Refused(Exception):
    """A row that cannot be believed: the column, what it holds, and a sentence."""

    def __init__(self, column: str, value: str, message: str) -> None:
        super().__init__(message)
        self.column, self.value, self.message = column, value, message


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A row that can be believed. `provider` names the place; a host that names none speaks of its own."""

    upn: str
    source: str
    kind: SourceKind
    said: Said
    outcome: str
    route: str
    provider: str
    said_on: date | None
    recorded_on: date | None


def read_stated(cells: Mapping[str, Cell], today: date) -> StatedRow:
    """Raises Refused for the first thing in the row that is wrong."""
    texts = {name: to_text(cells.get(name)) or "" for name in COLUMNS}
    for name in NEEDED:
        if not texts[name]:
            raise Refused(name, "", f"Fill in {name}.")
    kind = one_of(SourceKind, "source_kind", texts)
    said = one_of(Said, "said", texts)
    route = one_of(Route, "route", texts) if texts["route"] else ""
    if texts["outcome"] and texts["outcome"] not in OUTCOMES:
        raise Refused("outcome", texts["outcome"], f"“{texts['outcome']}” is not a national activity code.")
    if texts["outcome"] and said is not Said.PRESENT:
        raise Refused("outcome", texts["outcome"], f"Only “present” carries a code; “{said}” does not.")
    if kind in HOSTS and not texts["source"] and not texts["provider"]:
        raise Refused("source", "", "Say which provider or employer said so.")
    said_on, recorded_on = a_day("said_on", cells), a_day("recorded_on", cells)
    if recorded_on and recorded_on > today:
        raise Refused("recorded_on", texts["recorded_on"], "Evidence cannot be recorded on a day that has not come.")
    if said_on and said_on > today:
        raise Refused("said_on", texts["said_on"], "Nothing can have been said on a day that has not come.")
    for name in ("source", "provider"):
        must_be_a_name(name, texts[name])
    source = texts["source"] or (texts["provider"] if kind in HOSTS else SOURCE_NAMES[kind])
    upn = texts["upn"].replace(" ", "").upper()
    return StatedRow(upn, source, kind, said, texts["outcome"], route, texts["provider"], said_on, recorded_on)


def must_be_a_name(column: str, text: str) -> None:
    """A name that is given has a letter or a digit, and fits where names are kept, also with its abbreviations written out."""
    if text and not normalise(text):
        raise Refused(column, text, f"“{text}” is not a name: it has neither a letter nor a digit.")
    if max(len(text), len(normalise(text))) > LONGEST_NAME:
        raise Refused(column, text, f"“{text[:30]}…” is too long: at most {LONGEST_NAME} characters fit here.")


def one_of(kinds: type[E], column: str, texts: Mapping[str, str]) -> E:
    """The member that the words name, however they are written."""
    word = "_".join(texts[column].replace("-", " ").replace("_", " ").lower().split())
    if word not in {member.value for member in kinds}:
        raise Refused(column, texts[column], f"“{texts[column]}” is not one of: {', '.join(kinds)}.")
    return kinds(word)


def a_day(column: str, cells: Mapping[str, Cell]) -> date | None:
    try:
        return to_date(cells.get(column))
    except BadValue as wrong:
        raise Refused(column, to_text(cells.get(column)) or "", wrong.sentence) from None


def type_of_new(row: StatedRow, *, as_source: bool) -> ProviderType:
    """What a place that is not in the register is likely to be: an employer speaks as one, a code tells of the place it is done at."""
    if as_source and row.kind is SourceKind.EMPLOYER:
        return ProviderType.EMPLOYER
    name = row.source if as_source else row.provider
    likely = likely_type(name, row.outcome or ("310" if row.route == Route.APPRENTICESHIP else None))
    if as_source and likely is ProviderType.EMPLOYER:
        return ProviderType.TRAINING_PROVIDER if row.outcome == "310" else ProviderType.OTHER
    return likely


def outcome_told(row: StatedRow, provider_type: str | None) -> str:
    """The code of a presence: the one given, else that of being at such a place (docs/rule.md)."""
    if row.said is not Said.PRESENT or row.outcome:
        return row.outcome
    if row.route == Route.APPRENTICESHIP:
        return "310"
    return (outcome_of_provider(provider_type) if provider_type else None) or ""
