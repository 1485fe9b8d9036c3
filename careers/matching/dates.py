"""Two birth dates beside each other, as numbers: many pairs at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .joins import Bools, Ints, Small

PLACEHOLDERS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1900, 1, 2), date(1901, 1, 1), date(1970, 1, 1)})


class Birth(StrEnum):
    SAME = "same"
    SWAPPED = "day and month changed round"
    YEAR = "year wrong"
    SLIP = "one digit out"
    MISSING = "missing"
    OTHER = "different"


BIRTHS = tuple(Birth)
NEAR = frozenset({Birth.SWAPPED, Birth.YEAR, Birth.SLIP})


def stated(day: date | None) -> date | None:
    """A birth date, or None for the dates that programs write when they have none."""
    return None if day in PLACEHOLDERS else day


@dataclass(frozen=True, slots=True)
class Days:
    """Birth dates as columns: `number` counts days, 0 where there is none; `digits` are those of DDMMYYYY."""

    number: Ints
    day: Ints
    month: Ints
    year: Ints
    digits: NDArray[np.int8]

    @classmethod
    def of(cls, dates: Sequence[date | None]) -> "Days":
        places = {day: place for place, day in enumerate(dict.fromkeys(dates))}
        different = [(d.toordinal(), d.day, d.month, d.year) if d and d not in PLACEHOLDERS else (0, 0, 0, 0) for d in places]
        place = np.fromiter(map(places.__getitem__, dates), np.int64, len(dates))
        number, day, month, year = np.array(different, np.int64).reshape(-1, 4)[place].T
        tens = [day // 10, day % 10, month // 10, month % 10, year // 1000, year // 100 % 10, year // 10 % 10, year % 10]
        return cls(number, day, month, year, np.stack(tens, axis=1).astype(np.int8))

    def at(self, places: Ints) -> "Days":
        return Days(self.number[places], self.day[places], self.month[places], self.year[places], self.digits[places])


def compare(listed: Days, known: Days) -> Small:
    """For each pair, the place in `BIRTHS` of how the two dates compare."""
    same_year, same_day = listed.year == known.year, (listed.day == known.day) & (listed.month == known.month)
    wrong = listed.digits != known.digits
    how = [
        (listed.number == 0) | (known.number == 0),
        listed.number == known.number,
        same_year & (listed.day == known.month) & (listed.month == known.day),
        same_day & ((np.abs(listed.year - known.year) == 1) | (wrong[:, 4:].sum(axis=1) == 1)),
        (np.abs(listed.number - known.number) == 1) | (wrong.sum(axis=1) == 1) | _neighbours(listed, known, wrong),
    ]
    names = [Birth.MISSING, Birth.SAME, Birth.SWAPPED, Birth.YEAR, Birth.SLIP]
    found = np.select(how, [BIRTHS.index(name) for name in names], BIRTHS.index(Birth.OTHER))
    return found.astype(np.int8)


def _neighbours(listed: Days, known: Days, wrong: Bools) -> Bools:
    """Where two digits beside each other are exchanged, and nothing else is wrong."""
    a, b = listed.digits, known.digits
    exchanged = (a[:, :-1] == b[:, 1:]) & (a[:, 1:] == b[:, :-1]) & wrong[:, :-1] & wrong[:, 1:]
    found: Bools = exchanged.any(axis=1) & (wrong.sum(axis=1) == 2)
    return found
