"""Which students are worth comparing with a row. Never all of them: 15,000 rows against 45,000 students take about a second."""

import numpy as np
from rapidfuzz import fuzz, process

from .columns import SCHOOLS, Rows, Students, Words, each
from .dates import BIRTHS, NEAR, Birth, compare
from .joins import Ints, Lookup, product, runs
from .records import Listed
from .schools import School

LIMIT = 2_000_000  # pairs looked at together
ALIKE = 70  # how alike two whole names must be, of 100, when they share no word
LIKEST = 3
LETTERS = 128
IS_NEAR = np.array([birth in NEAR or birth is Birth.MISSING for birth in BIRTHS])
OTHER, SAME = BIRTHS.index(Birth.OTHER), BIRTHS.index(Birth.SAME)

Pairs = tuple[Ints, Ints]


class TooManyPairs(Exception):
    """So many students are worth comparing with these rows that the rows must be taken a few at a time."""


class Blocks:
    """The students of a register in the orders in which they are looked up."""

    def __init__(self, listed: Rows, known: Students, words: Words) -> None:
        self.rows, self.students, self.keys = listed, known, words
        everyone, keys = np.arange(len(known.known)), self.keys
        self.upn, self.uln, self.postcode = (_filled(column, everyone) for column in (known.upn, known.uln, known.postcode))
        born = known.days.number
        self.day = _filled(born, everyone)
        person, families = known.families.expand(everyone)
        first, last = keys.called.expand(known.called), _through(person, keys.family.expand(families))
        owners, each = _both(first, last, keys.middle.expand(known.middle))
        self.day_word, self.home_word = (_filled(_together(column[owners], each, keys.width), owners) for column in (born, known.postcode))
        self.name = _coded(product(first, last), keys.width)
        starts_last = _through(person, keys.family_letters.expand(families))
        self.half = _halves(first, last, keys.called_letters.expand(known.called), starts_last)

    def candidates(self, chosen: Ints) -> Pairs:
        """Places of rows (among all rows) and of students: the pairs worth comparing, sorted. Raises TooManyPairs."""
        place, read = self.rows.readings.expand(chosen)
        first, last = self.keys.called.expand(self.rows.called[read]), self.keys.family.expand(self.rows.family[read])
        row = chosen[place]
        words = _both((row[first[0]], first[1]), (row[last[0]], last[1]), _through(row, self.keys.middle.expand(self.rows.middle[read])))
        pairs = self._unique(
            self._equal(self.upn, self.rows.upn, chosen),
            self._equal(self.uln, self.rows.uln, chosen),
            self._same_home(chosen),
            self._join(self.home_word, words[0], _together(self.rows.postcode[words[0]], words[1], self.keys.width)),
            self._join(self.day_word, words[0], _together(self.rows.days.number[words[0]], words[1], self.keys.width)),
            self._of_that_name(row, product(first, last)),
        )
        missed = self._nobody_of_the_day(chosen, pairs)
        lost = np.isin(row, missed)[first[0]], np.isin(row, missed)[last[0]]
        starts = self.keys.called_letters.expand(self.rows.called[read]), self.keys.family_letters.expand(self.rows.family[read])
        near = self._near(row, (first[0][lost[0]], first[1][lost[0]]), (last[0][lost[1]], last[1][lost[1]]), *starts)
        return self._unique(pairs, near, self._misspelt(np.setdiff1d(missed, pairs[0])))

    def _unique(self, *found: Pairs) -> Pairs:
        size = max(1, len(self.students.known))
        codes = np.unique(np.concatenate([rows * size + students for rows, students in found]))
        return codes // size, codes % size

    def _join(self, lookup: Lookup, owners: Ints, codes: Ints) -> Pairs:
        low, lengths = lookup.ranges(codes)
        if int(lengths.sum()) > LIMIT and len(np.unique(owners)) > 1:
            raise TooManyPairs
        return np.repeat(owners, lengths), lookup.owners[runs(low, lengths)]

    def _equal(self, lookup: Lookup, column: Ints, chosen: Ints) -> Pairs:
        stated = chosen[column[chosen] > 0]
        return self._join(lookup, stated, column[stated])

    def _same_home(self, chosen: Ints) -> Pairs:
        """Those of the row's postcode whose birth date does not speak against it."""
        found = self._equal(self.postcode, self.rows.postcode, chosen)
        kept = compare(self.rows.days.at(found[0]), self.students.days.at(found[1])) != OTHER
        return found[0][kept], found[1][kept]

    def _of_that_name(self, row: Ints, names: tuple[Ints, Ints, Ints]) -> Pairs:
        """Of one name: a birth date far from the row's needs something else than the name to speak for it."""
        found = self._unique(self._join(self.name, row[names[0]], names[1] * self.keys.width + names[2]))
        births = compare(self.rows.days.at(found[0]), self.students.days.at(found[1]))
        kept = (births != OTHER) | (self.rows.school != SCHOOLS.index(School.NOT_SAID))[found[0]]
        kept |= (self.rows.upn > 0)[found[0]] | (self.rows.uln > 0)[found[0]]
        return found[0][kept], found[1][kept]

    def _nobody_of_the_day(self, chosen: Ints, pairs: Pairs) -> Ints:
        """Rows for which nobody born that day is found."""
        same = compare(self.rows.days.at(pairs[0]), self.students.days.at(pairs[1])) == SAME
        return np.setdiff1d(chosen, pairs[0][same])

    def _near(self, row: Ints, first: Pairs, last: Pairs, starts_first: Pairs, starts_last: Pairs) -> Pairs:
        """Those with a birth date like the row's, or none, who share one whole name, and the first letter of the other."""
        owners, codes = _half_codes(first, last, starts_first, starts_last)
        found = self._unique(self._join(self.half, row[owners], codes))
        near = IS_NEAR[compare(self.rows.days.at(found[0]), self.students.days.at(found[1]))]
        return found[0][near], found[1][near]

    def _misspelt(self, lost: Ints) -> Pairs:
        """Those born that day whose whole name, both parts wrong somewhere, still looks like the row's."""
        lost = lost[self.rows.days.number[lost] > 0]
        row, student = self._join(self.day, lost, self.rows.days.number[lost])
        theirs = each(row.tolist(), lambda n: _written(self.rows.listed[n]))
        ours = each(student.tolist(), lambda n: f"{self.students.known[n].forename} {self.students.known[n].surname}".casefold())
        scores = process.cpdist(theirs, ours, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, dtype=np.float32)
        order = np.lexsort((self.students.rank[student], -scores, row))
        row, student, scores = row[order], student[order], scores[order]
        place = np.arange(len(row)) - np.searchsorted(row, row, "left")
        kept = (scores >= ALIKE) & (place < LIKEST)
        return row[kept], student[kept]


def _filled(codes: Ints, owners: Ints) -> Lookup:
    """A lookup without the empty ones, whose code is 0."""
    return Lookup.of(codes[codes > 0], owners[codes > 0])


def _together(first: Ints, second: Ints, width: int) -> Ints:
    """Two columns as one; 0 where the first is empty."""
    return np.where(first > 0, first * width + second, 0)


def _through(owners: Ints, expanded: Pairs) -> Pairs:
    return owners[expanded[0]], expanded[1]


def _both(*found: Pairs) -> Pairs:
    return np.concatenate([owners for owners, _ in found]), np.concatenate([words for _, words in found])


def _coded(names: tuple[Ints, Ints, Ints], width: int) -> Lookup:
    return Lookup.of(names[1] * width + names[2], names[0])


def _half_codes(first: Pairs, last: Pairs, starts_first: Pairs, starts_last: Pairs) -> Pairs:
    """One whole name and the first letter of the other, as codes."""
    one, two = product(first, starts_last), product(last, starts_first)
    return _both((one[0], one[1] * LETTERS + one[2]), (two[0], two[1] * LETTERS + two[2]))


def _halves(first: Pairs, last: Pairs, starts_first: Pairs, starts_last: Pairs) -> Lookup:
    owners, codes = _half_codes(first, last, starts_first, starts_last)
    return Lookup.of(codes, owners)


def _written(row: Listed) -> str:
    return (f"{row.forename or row.known_as} {row.surname}".strip() or row.full_name).casefold()
