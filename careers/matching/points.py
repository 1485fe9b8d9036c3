"""What each agreement and disagreement is worth: the policy of matching, as tables.

Points are powers of two: ten points make "the same person" about a thousand times likelier, minus ten a thousand times
less likely. They are added up, with `prior` for the size of the school. A name's worth grows with its rarity, counted
among our students and the list itself: sharing "Mohammed Khan" says less than sharing "Ottilie Featherstone".
"""

from datetime import date
from enum import StrEnum
from math import log2

import numpy as np

from .dates import Birth, Days
from .joins import Bools, Floats, Ints
from .schools import School


class First(StrEnum):
    """How two first names compare."""

    SAME = "same"
    SPELLING = "spelling or short form"
    SLIP = "one letter out"
    PART = "part of a double name"
    ANOTHER_NAME = "one letter out, but a name of its own"
    LOOSE = "two letters out"
    INITIAL = "initial only"
    MIDDLE = "a middle name"
    MISSING = "missing"
    DIFFERENT = "different"


class Last(StrEnum):
    """How two surnames compare."""

    SAME = "same"
    PART = "half of a double surname"
    SPELLING = "another spelling"
    SLIP = "one letter out"
    SHORT_SLIP = "one letter out, in a name of two or three"
    PART_SLIP = "half of a double surname, one letter out"
    LOOSE = "two letters out"
    MISSING = "missing"
    DIFFERENT = "different"


# rarity of the name, plus this
AGREEING_FIRST = {
    First.SAME: 0.0,
    First.SPELLING: -4.0,
    First.SLIP: -1.0,
    First.PART: -4.0,
    First.ANOTHER_NAME: -6.5,
    First.LOOSE: -4.5,
    First.MIDDLE: -5.5,
}
AGREEING_LAST = {
    Last.SAME: 0.0,
    Last.PART: -3.0,
    Last.SPELLING: -2.5,
    Last.SLIP: -2.0,
    Last.SHORT_SLIP: -4.0,
    Last.PART_SLIP: -4.5,
    Last.LOOSE: -4.5,
}
# this, whatever the name
FIRST = {First.INITIAL: 2.5, First.MISSING: 0.0, First.DIFFERENT: -7.0}
LAST = {Last.MISSING: 0.0, Last.DIFFERENT: -6.5}

# first names that truly agree: the others can be a brother or sister, and are never certain by names
TRUE_FIRST = frozenset({First.SAME, First.SPELLING, First.SLIP, First.PART})
TRUE_LAST = frozenset({Last.SAME, Last.PART, Last.SPELLING, Last.SLIP, Last.SHORT_SLIP, Last.PART_SLIP, Last.LOOSE})
SURE_LAST = TRUE_LAST - {Last.SHORT_SLIP, Last.LOOSE}
ALIKE_FIRST = TRUE_FIRST | {First.ANOTHER_NAME, First.LOOSE, First.INITIAL, First.MIDDLE}

BIRTH_SAME = -0.1  # plus the points of one day among all birthdays of our cohorts
BIRTH = {Birth.SWAPPED: 3.0, Birth.YEAR: 3.0, Birth.SLIP: -2.5, Birth.MISSING: 0.0, Birth.OTHER: -8.5}

MIDDLE_SAME, MIDDLE_DIFFERENT = 4.0, -3.0
WRONG_WAY_ROUND = -2.5
SEX = {"same": 0.9, "other": -3.0}
POSTCODE = {"same": 8.0, "near": 1.5, "other": -2.0}
FORM = {"same": 2.5, "other": -3.0}
PREVIOUS_SCHOOL = {School.OURS: 1.5, School.ANOTHER: -3.0, School.NOT_SAID: 0.0}
NUMBER = {
    ("upn", "same"): 14.0,
    ("upn", "near"): 8.0,
    ("upn", "other"): -6.0,
    ("uln", "same"): 14.0,
    ("uln", "near"): 8.0,
    ("uln", "other"): -3.0,
}

CERTAIN = 6.5  # about 99 in 100, before the rules that forbid a certain match
CHECK = -3.5  # about 1 in 12: below, a row is nobody of ours
MARGIN = 9.0  # how far the next student must be behind

SMALLEST_SCHOOL = 150
STRANGERS = 200  # names are counted as if this many more people were there, so that nothing is endlessly rare
OTHER_COHORT = -1.0  # a list is about the chosen cohort twice as often as about any other
RAREST, COMMONEST = 14.0, 3.0


def before(born: Days, chosen: Bools, share: float) -> tuple[Floats, Floats]:
    """For each student, the points before anything is compared, and those of an equal birth date.

    `share` of the rows are ours, and any of our students may be meant; those of the chosen cohort as if there were no other.
    """
    ours = log2(share / (1 - share)) - 1
    prior, birthday = np.zeros(len(chosen)), np.zeros(len(chosen))
    for some, many in ((chosen, int(chosen.sum())), (~chosen, len(chosen))):
        prior[some] = ours - log2(max(many, SMALLEST_SCHOOL)) + (0.0 if some is chosen else OTHER_COHORT)
        stated = born.number[(some if some is chosen else np.ones_like(chosen)) & (born.number > 0)]
        birthday[some] = log2(days(stated))
    return prior, birthday


def share_of_ours(found: int, rows: int) -> float:
    """About how many of a list's rows are ours, where `found` have a name and birth date exactly ours: from a quarter to four fifths.

    One row in five carries a slip; twenty rows of which half are ours are added, so that short lists say little.
    """
    return min(0.8, max(0.25, (min(rows, found / 0.8) + 10) / (rows + 20)))


def days(numbers: Ints) -> int:
    """How many birthdays there could be: 365 for each school year in which any of these days falls."""
    years = {date.fromordinal(n).year + (date.fromordinal(n).month >= 9) for n in np.unique(numbers).tolist()}
    return 365 * max(1, len(years))


def rarity(times: int, people: int) -> float:
    """The points of a name that `times` of `people` bear."""
    return min(RAREST, max(COMMONEST, -log2((times + 1) / (people + STRANGERS))))
