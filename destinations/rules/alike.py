"""Problems that are the same but for the row: told once, with the rows they are in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from destinations.rules.said_once import without_value

LISTED = 100  # rows of one problem that are named


@dataclass(frozen=True, slots=True)
class RowValue:
    """Where a problem is, and the value there. `pk` is the row's id where it has a page; `kept`: the rest of the row is taken in."""

    row: int
    value: str
    sheet: str = ""
    pk: int = 0
    kept: bool = False


@dataclass(slots=True)
class Alike:
    """One problem of one column. `message` leaves the value out where the rows have different ones."""

    column: str
    message: str
    rows: int = 0
    kept: int = 0
    places: list[RowValue] = field(default_factory=list)
    values: set[str] = field(default_factory=set)

    @property
    def value(self) -> str:
        """The one value that all its rows have, or ""."""
        return next(iter(self.values)) if len(self.values) == 1 else ""

    @property
    def where(self) -> str:
        """ "Row 4", "Rows 4 and 9", "Rows 4, 9 and 31 others"."""
        first = [str(place.row) for place in self.places[: 2 if self.rows > 3 else 3]]
        if self.rows > len(first):
            others = self.rows - len(first)
            return f"Rows {', '.join(first)} and {others} other{'' if others == 1 else 's'}"
        return f"Row {first[0]}" if len(first) == 1 else f"Rows {', '.join(first[:-1])} and {first[-1]}"

    @property
    def unlisted(self) -> int:
        return self.rows - len(self.places)


def alike(problems: Iterable[tuple[str, str, RowValue]]) -> Sequence[Alike]:
    """Problems (column, message, where) put together, those of most rows first."""
    found: dict[tuple[str, str], Alike] = {}
    whole: dict[tuple[str, str], str] = {}
    for column, message, place in problems:
        key = column, without_value(message, place.value)
        one = found.setdefault(key, Alike(*key))
        whole.setdefault(key, message)
        one.rows += 1
        one.kept += place.kept
        if one.rows <= LISTED:
            one.places.append(place)
            one.values.add(place.value)
    for key, one in found.items():
        if len(one.values) == 1:
            one.message = whole[key]
    return sorted(found.values(), key=lambda one: -one.rows)
