"""What a row takes from the list it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from destinations.rules.in_turn import InTurn
from destinations.rules.marks import NOTHING_IN_TURN
from destinations.rules.remembered import Remembered, WordMeaning, recall
from destinations.rules.rows import Columns, ReadRow
from destinations.rules.statuses import Marked


@dataclass(frozen=True, slots=True)
class Listing:
    """The columns, the title that says something of everybody, the list's date, what a cross means and what a person has put right.

    `applicants` is true of a list of applicants, `of_applications` where its status column speaks of applications. `early` is true of a
    list made before anybody can have started. `own_names` are the normalised names of the provider that sent it.
    """

    columns: Columns
    said: str | None = None
    title: str = ""
    listed_on: date | None = None
    x_means: Marked = Marked.NO
    by_authority: bool = False
    cross_in_marks: Mapping[str, Marked] = field(default_factory=dict)
    applicants: bool = False
    of_applications: bool = False
    early: bool = False
    own_names: frozenset[str] = frozenset()
    remembered: Remembered = field(default_factory=dict)
    in_turn: InTurn = NOTHING_IN_TURN


Told = Mapping[str, str]  # column → the words its meaning was read from


def recalled(row: ReadRow, listing: Listing, column: str) -> WordMeaning | None:
    """What a person said the row's words, or its blank, mean in a column that the list has."""
    return recall(listing.remembered, column, row.text(column)) if listing.columns.has(column) else None
