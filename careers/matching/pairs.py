"""Rows beside students as columns, and one such pair by itself."""

from collections.abc import Hashable
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from . import points
from .columns import SCHOOLS, Students
from .dates import BIRTHS, Birth
from .joins import Bools, Floats, Ints, Small
from .points import First, Last
from .schools import School

FIRSTS, LASTS = tuple(First), tuple(Last)
NOT_SAID, IS_SAME, IS_NEAR, IS_OTHER = range(4)
STATES = ("", "same", "near", "other")

FIRST_DONE = np.array([level is First.SAME for level in FIRSTS])
FIRST_TRUE = np.array([level in points.TRUE_FIRST for level in FIRSTS])
FIRST_ALIKE = np.array([level in points.ALIKE_FIRST for level in FIRSTS])
LAST_TRUE = np.array([level in points.TRUE_LAST for level in LASTS])
LAST_SURE = np.array([level in points.SURE_LAST for level in LASTS])
MIDDLE_MATTERS = FIRST_TRUE | np.array([level is First.ANOTHER_NAME for level in FIRSTS])


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a row and a student compare. `points` includes the prior; `middle` is 1 same, 0 not said, -1 different."""

    student: Hashable
    points: float
    first: First
    last: Last
    middle: int
    birth: Birth
    turned: bool
    upn: str  # same, near, other or ""
    uln: str
    postcode: str  # same, near, other or ""
    school: School
    form: str
    sex: str

    @property
    def name_agrees(self) -> bool:
        return self.first in points.TRUE_FIRST and self.last in points.TRUE_LAST

    @property
    def name_alike(self) -> bool:
        return self.first in points.ALIKE_FIRST and self.last in points.TRUE_LAST


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows beside students, column by column; `first`, `last` and `birth` are places in FIRSTS, LASTS and BIRTHS."""

    row: Ints
    student: Ints
    points: Floats
    first: Small
    last: Small
    middle: Small
    birth: Small
    turned: Bools
    upn: Small
    uln: Small
    postcode: Small
    form: Small
    sex: Small
    school: Small

    def at(self, places: Any) -> "Pairs":
        return Pairs(**{one.name: getattr(self, one.name)[places] for one in fields(self)})

    def name_agrees(self) -> Bools:
        return FIRST_TRUE[self.first] & LAST_TRUE[self.last]

    def possible(self) -> Bools:
        """A different birth date means a different person, unless something else than the name speaks for ours."""
        spoken = (self.postcode == IS_SAME) | (self.school == SCHOOLS.index(School.OURS)) | (self.upn == IS_NEAR) | (self.uln == IS_NEAR)
        other = self.birth == BIRTHS.index(Birth.OTHER)
        agrees, different = self.name_agrees(), self.first == FIRSTS.index(First.DIFFERENT)
        return np.where(other, agrees & spoken, ~different | LAST_TRUE[self.last])

    def held(self) -> Bools:
        """Where the row carries the student's number."""
        return (self.upn == IS_SAME) | (self.uln == IS_SAME)

    def likeness(self, place: int, known: Students) -> Likeness:
        return Likeness(
            known.known[self.student[place]].id, float(self.points[place]), FIRSTS[self.first[place]], LASTS[self.last[place]],
            int(self.middle[place]), BIRTHS[self.birth[place]], bool(self.turned[place]), STATES[self.upn[place]], STATES[self.uln[place]],
            STATES[self.postcode[place]], SCHOOLS[self.school[place]], STATES[self.form[place]], STATES[self.sex[place]],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Best:
    """The pairs of some rows, best first, and where those of each row begin; rows without any are not among them."""

    pairs: Pairs
    starts: Ints
    ends: Ints

    @classmethod
    def of(cls, pairs: Pairs, rank: Ints) -> "Best":
        order = np.lexsort((rank[pairs.student], -pairs.points, pairs.row))
        ordered = pairs.at(order)
        _, starts = np.unique(ordered.row, return_index=True)
        return cls(ordered, starts, np.append(starts, len(order))[1:].astype(np.int64))

    def any_other(self, flags: Bools) -> Bools:
        """For each row, whether a pair of its own but for the best is flagged."""
        if not len(self.starts):
            return np.zeros(0, np.bool_)
        counts = np.add.reduceat(flags.astype(np.int64), self.starts)
        found: Bools = counts - flags[self.starts] > 0
        return found

    def scores(self) -> Floats:
        """How likely each pair is, from 0 to 1: the students of a row and "none of ours" share one."""
        odds = 2.0 ** np.clip(self.pairs.points, -60.0, 60.0)
        if not len(self.starts):
            return odds
        shared = np.repeat(np.add.reduceat(odds, self.starts), self.ends - self.starts)
        found: Floats = odds / (1.0 + shared)
        return found
