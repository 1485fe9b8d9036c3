"""A sample of each column, and how much of it looks like what."""

from dataclasses import dataclass, field
from datetime import date
from statistics import median

from .cells import Cell
from .dates import BadValue, Order, date_order, to_date
from .shapes import is_date, running_numbers, share, with_text
from .tables import Table
from .values import to_text

SAMPLE = 300
BIRTH_AGES = range(11, 27)
YEARS_APART = 9


@dataclass(slots=True)
class Profile:
    """One column: its heading, a sample of what it holds, and whether its dates look like births (`age`: how many years back).

    `places` are the rows of the sample, counted from 0, that `cells` stand in.
    """

    letter: str
    heading: str
    cells: list[tuple[Cell, str]]
    births: bool | None = None
    age: float | None = None
    rows: int = 0
    places: list[int] = field(default_factory=list)
    _shares: dict[str, float] = field(default_factory=dict)
    _variety: int | None = None

    @property
    def values(self) -> list[Cell]:
        return [cell for cell, _ in self.cells]

    @property
    def variety(self) -> int:
        """How many different things it holds."""
        if self._variety is None:
            self._variety = len({text.lower() for _, text in self.cells})
        return self._variety

    def share(self, shape: str) -> float:
        """How much of the column has a shape. Births are not recent dates, nor recent dates births."""
        if shape not in self._shares:
            self._shares[shape] = self._measure(shape)
        return self._shares[shape]

    def _measure(self, shape: str) -> float:
        if self.births is not None and shape == ("recent_date" if self.births else "birth_date"):
            return 0.0
        if shape == "reference" and running_numbers(self.cells):
            return 0.0
        return share(shape, self.cells)

    def dates(self, order: Order | None) -> list[date]:
        """The dates of the sample that can be read."""
        found = []
        for cell, text in self.cells:
            if is_date(cell, text):
                try:
                    found.append(to_date(cell, order))
                except BadValue:
                    continue
        return [day for day in found if day]

    def example_date(self, order: Order | None) -> date | None:
        days = self.dates(order)
        return next((day for day in days if day.day > 12), days[0] if days else None)


def profiles(table: Table, today: date | None) -> list[Profile]:
    """Every column's profile, from rows spread over the table."""
    rows = table.data_rows
    step = max(1, len(rows) // SAMPLE)
    sample = rows[::step][:SAMPLE]
    found = [
        Profile(letter, heading, with_text(cells := [row.cells.get(letter) for row in sample]), rows=len(sample), places=_filled(cells))
        for letter, heading in table.headings.items()
    ]
    _tell_births(found, today)
    return found


def _filled(cells: list[Cell]) -> list[int]:
    """Which rows of the sample hold something."""
    return [place for place, cell in enumerate(cells) if to_text(cell)]


def _tell_births(columns: list[Profile], today: date | None) -> None:
    """Mark columns of dates as births or not, by their age today, or by how far apart columns are."""
    years = {id(c): _middle_year(c) for c in columns if c.cells and c.share("date") >= 0.6}
    known = [year for year in years.values() if year is not None]
    if not known:
        return
    latest = today.year if today else max(known)
    for column in columns:
        year = years.get(id(column))
        if year is None:
            continue
        column.age = age = latest - year
        if age >= YEARS_APART:
            column.births = True
        elif today or max(known) - min(known) >= YEARS_APART:
            column.births = False


def _middle_year(column: Profile) -> float | None:
    days = column.dates(date_order(column.values))
    return median(day.year for day in days) if days else None
