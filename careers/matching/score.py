"""Pairs of a row and a student as columns: how each thing compares, and the points it earns. No loop over pairs."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import dates, points
from .columns import SCHOOLS, Book, Rows, Students, Words, counted
from .compare import compare_called, compare_last, compare_middle, plainly_different, with_middles
from .dates import BIRTHS, Birth
from .joins import Bools, Floats, Ints, Small
from .nicknames import SHORT_SURNAMES, is_a_forename
from .pairs import FIRST_DONE, FIRSTS, IS_NEAR, IS_OTHER, IS_SAME, LASTS, MIDDLE_MATTERS, NOT_SAID, STATES, Pairs
from .points import First, Last

MIDDLES = {1: points.MIDDLE_SAME, 0: 0.0, -1: points.MIDDLE_DIFFERENT}


class Scorer:
    """Scores pairs. Every two different names are compared once, whoever bears them."""

    def __init__(self, listed: Rows, known: Students, book: Book, words: Words) -> None:
        self.rows, self.students = listed, known
        self.people = len(listed.listed) + len(known.known)
        self.forenames, self.surnames = counted(listed, known, book)
        self.called, self.middles = list(book.called), list(book.middle)
        self.givens = [(self.called[a], self.middles[b]) for a, b in book.given]
        self.families, self.texts = list(book.family), list(book.texts)
        self.called_words, self.family_words = words.called.sets(), words.family.sets()
        self.has_rest = np.array([bool(one.tail or rest) for one, rest in self.givens], np.bool_)
        self.has_middle = np.array([bool(rest) for _, rest in self.givens], np.bool_)
        self.prior, self.birthday = points.before(known.days, known.chosen, self._share())
        self.our_forms = np.zeros(len(self.texts), np.bool_)
        self.our_forms[known.form] = True
        self.seen: tuple[dict[int, Any], ...] = ({}, {}, {}, {})

    def _share(self) -> float:
        """How many rows are ours, by those whose name and birth date are exactly ours."""
        person, families = self.students.families.expand(np.arange(len(self.students.known)))
        first = self.rows.readings.starts[:-1]
        wide, wider = len(self.called), len(self.called) * len(self.families)
        ours = self.students.days.number[person] * wider + families * wide + self.students.called[person]
        theirs = self.rows.days.number * wider + self.rows.family[first] * wide + self.rows.called[first]
        found = np.isin(theirs[self.rows.days.number > 0], ours)
        return points.share_of_ours(int(found.sum()), len(theirs))

    def score(self, row: Ints, student: Ints) -> Pairs:
        """The pairs with their points, each by the best reading of the row's name."""
        names, first, last, middle, turned = self._names(row, student)
        birth = dates.compare(self.rows.days.at(row), self.students.days.at(student))
        upn = self._numbers(self.rows.upn[row], self.students.upn[student], self.rows.whole_upn[row])
        uln = self._numbers(self.rows.uln[row], self.students.uln[student], self.rows.whole_uln[row])
        postcode = self._postcodes(self.rows.postcode[row], self.students.postcode[student])
        form = _equal_or_not(np.where(self.our_forms[self.rows.form[row]], self.rows.form[row], 0), self.students.form[student])
        sex = _equal_or_not(self.rows.sex[row], self.students.sex[student])
        school = self.rows.school[row]
        total = names + self.prior[student] + BIRTH_POINTS[birth]
        total += np.where(birth == BIRTHS.index(Birth.SAME), self.birthday[student], 0.0)
        for state, worth in ((upn, UPN), (uln, ULN), (postcode, POSTCODE), (form, FORM), (sex, SEX), (school, SCHOOL)):
            total += worth[state]
        return Pairs(row, student, total, first, last, middle, birth, turned, upn, uln, postcode, form, sex, school)

    def _names(self, row: Ints, student: Ints) -> tuple[Floats, Small, Small, Small, Bools]:
        """The best of every reading of the row's name with every surname of the student's."""
        pair, reading = self.rows.readings.expand(row)
        place, family = self.students.families.expand(student[pair])
        pair, reading = pair[place], reading[place]
        first, last, middle, worth = self._trials(reading, student[pair], family)
        turned = self.rows.turned[reading]
        worth = worth + np.where(turned, points.WRONG_WAY_ROUND, 0.0)
        order = np.lexsort((np.arange(len(pair)), turned, -worth, pair))
        _, best = np.unique(pair[order], return_index=True)
        best = order[best]
        return worth[best], first[best], last[best], middle[best], turned[best]

    def _trials(self, reading: Ints, student: Ints, family: Ints) -> tuple[Small, Small, Small, Floats]:
        theirs, ours = self.rows.given[reading], self.students.given[student]
        levels, worth = self._first(reading, student, theirs, ours)
        lasts, worth_last = self._each(2, self.rows.family[reading], family, len(self.families), self._last_of)
        middle = np.zeros(len(reading), np.int8)
        told = self.has_rest[theirs] & self.has_rest[ours] & MIDDLE_MATTERS[levels]
        middle[told], worth_middle = self._each(3, theirs[told], ours[told], len(self.givens), self._middle_of)
        total = worth + worth_last
        total[told] += worth_middle
        return levels, lasts, middle, total

    def _first(self, reading: Ints, student: Ints, theirs: Ints, ours: Ints) -> tuple[Small, Floats]:
        levels, worth = self._each(0, self.rows.called[reading], self.students.called[student], len(self.called), self._first_of)
        more = (self.has_middle[theirs] | self.has_middle[ours]) & ~FIRST_DONE[levels]
        width = len(self.givens) * len(FIRSTS)
        found, found_worth = self._each(1, theirs[more], ours[more] * len(FIRSTS) + levels[more], width, self._with_middle_of)
        better = found >= 0
        places = np.flatnonzero(more)[better]
        levels[places], worth[places] = found[better], found_worth[better]
        return levels, worth

    def _each(self, kind: int, a: Ints, b: Ints, width: int, of: Callable[[int, int], tuple[int, float]]) -> tuple[Small, Floats]:
        """What `of` says of each two different numbers, spread over all the places where they stand together."""
        codes, back = np.unique(a * width + b, return_inverse=True)
        seen = self.seen[kind]
        found = []
        for code in codes.tolist():
            answer = seen.get(code)
            if answer is None:
                seen[code] = answer = of(*divmod(code, width))
            found.append(answer)
        levels, worth = (np.array(column) for column in zip(*found, strict=True)) if found else (np.zeros(0), np.zeros(0))
        return levels.astype(np.int8)[back], worth.astype(np.float64)[back]

    def _first_of(self, a: int, b: int) -> tuple[int, float]:
        if self.called_words[a].isdisjoint(self.called_words[b]) and plainly_different(self.called[a].names, self.called[b].names):
            return FIRSTS.index(First.DIFFERENT), points.FIRST[First.DIFFERENT]
        level, name = compare_called(self.called[a], self.called[b], self._is_name)
        return FIRSTS.index(level), self._first_worth(level, name)

    def _with_middle_of(self, a: int, coded: int) -> tuple[int, float]:
        b, level = divmod(coded, len(FIRSTS))
        better = with_middles(self.givens[a], self.givens[b], FIRSTS[level])
        return (FIRSTS.index(better[0]), self._first_worth(*better)) if better else (-1, 0.0)

    def _last_of(self, a: int, b: int) -> tuple[int, float]:
        if self.family_words[a].isdisjoint(self.family_words[b]) and plainly_different(self.families[a].forms, self.families[b].forms):
            return LASTS.index(Last.DIFFERENT), points.LAST[Last.DIFFERENT]
        level, name = compare_last(self.families[a], self.families[b], self._is_surname)
        if level in points.AGREEING_LAST:
            return LASTS.index(level), self._rarity(self.surnames, name) + points.AGREEING_LAST[level]
        return LASTS.index(level), points.LAST[level]

    def _middle_of(self, a: int, b: int) -> tuple[int, float]:
        middle = compare_middle(self.givens[a], self.givens[b])
        return middle, MIDDLES[middle]

    def _first_worth(self, level: First, name: str) -> float:
        if level in points.AGREEING_FIRST:
            return self._rarity(self.forenames, name) + points.AGREEING_FIRST[level]
        return points.FIRST[level]

    def _rarity(self, names: Mapping[str, int], name: str) -> float:
        return points.rarity(names.get(name, 0), self.people)

    def _is_name(self, word: str) -> bool:
        """Whether a word is a first name in its own right: in our tables, or borne by two people here."""
        return is_a_forename(word) or self.forenames.get(word, 0) > 1

    def _is_surname(self, word: str) -> bool:
        """Whether a short word is a surname in its own right: in our table, or borne by two people here."""
        return word in SHORT_SURNAMES or self.surnames.get(word, 0) > 1

    def _numbers(self, theirs: Ints, ours: Ints, whole: Bools) -> Small:
        found = np.where((theirs == ours) & (theirs > 0), IS_SAME, NOT_SAID).astype(np.int8)
        places = np.flatnonzero((theirs != ours) & (theirs > 0) & (ours > 0))
        near = self._a_slip(theirs[places], ours[places])
        found[places] = np.where(near, IS_NEAR, np.where(whole[places], IS_OTHER, NOT_SAID))
        return found

    def _postcodes(self, theirs: Ints, ours: Ints) -> Small:
        found = _equal_or_not(theirs, ours)
        places = np.flatnonzero(found == IS_OTHER)
        a, b = [self.texts[n] for n in theirs[places].tolist()], [self.texts[n] for n in ours[places].tolist()]
        sector = np.array([one[:-2] == two[:-2] for one, two in zip(a, b, strict=True)], np.bool_)
        found[places[sector | self._a_slip(theirs[places], ours[places])]] = IS_NEAR
        return found

    def _a_slip(self, theirs: Ints, ours: Ints) -> Bools:
        """Whether one character added, lost, changed or exchanged turns one text into the other."""
        a, b = ([self.texts[n].replace(" ", "") for n in column.tolist()] for column in (theirs, ours))
        found: Bools = process.cpdist(a, b, scorer=OSA.distance, score_cutoff=1, dtype=np.int32) == 1
        return found


def _equal_or_not(theirs: Ints, ours: Ints) -> Small:
    found = np.where((theirs == 0) | (ours == 0), NOT_SAID, np.where(theirs == ours, IS_SAME, IS_OTHER))
    return found.astype(np.int8)


def _by_state(worth: Mapping[str, float]) -> Floats:
    return np.array([worth.get(state, 0.0) for state in STATES])


BIRTH_POINTS = np.array([points.BIRTH.get(birth, points.BIRTH_SAME) for birth in BIRTHS])
SCHOOL = np.array([points.PREVIOUS_SCHOOL[school] for school in SCHOOLS])
UPN, ULN = (_by_state({state: worth for (kind, state), worth in points.NUMBER.items() if kind == of}) for of in ("upn", "uln"))
POSTCODE, FORM, SEX = _by_state(points.POSTCODE), _by_state(points.FORM), _by_state(points.SEX)
