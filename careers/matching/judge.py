"""From the points of a row's students to its pile, its candidates and the reason, before rows are seen beside one another."""

import numpy as np

from . import columns, numbers, points
from .beside import Verdict
from .columns import Book, Rows, Students
from .dates import BIRTHS, Birth
from .joins import Bools, Floats, Ints
from .pairs import FIRST_TRUE, FIRSTS, IS_OTHER, IS_SAME, LAST_SURE, LASTS, Best, Pairs
from .points import First, Last
from .reasons import NOBODY, describe, name_of
from .records import Candidate, Listed, Match, Pile

LEAST_SHOWN = 0.01
SURE = 0.999

FIRST_MISSING, FIRST_SAME = FIRSTS.index(First.MISSING), FIRSTS.index(First.SAME)
LAST_SAME, LAST_SHORT_SLIP, LAST_DIFFERENT = (LASTS.index(level) for level in (Last.SAME, Last.SHORT_SLIP, Last.DIFFERENT))
BORN_SAME, BORN_MISSING, BORN_OTHER = (BIRTHS.index(birth) for birth in (Birth.SAME, Birth.MISSING, Birth.OTHER))
BORN_YEAR, BORN_SLIP = BIRTHS.index(Birth.YEAR), BIRTHS.index(Birth.SLIP)

RIVAL = "It could also be {}."
DOUBTS = (
    "",
    "There is no first name.",
    "The first names do not truly agree: it may be a brother or sister.",
    "The surnames do not agree: it may have changed, or be another person.",
    "A name alone is not enough.",
    "It may be another person of that name.",
    "A birth date nearly the same is not enough without the postcode or form.",
    "Both names can be first names: it may be another person.",
    "It may be another person: the UPN is not ours.",
    "It may be a brother or sister.",
    "The sex is another one, and the first name not quite the same.",
    RIVAL,
    "Not enough agrees to be certain.",
)


class Judge:
    """Turns the points of a row's students into its pile, its candidates and the reason."""

    def __init__(self, listed: Rows, known: Students, book: Book) -> None:
        self.rows, self.students = listed, known
        self.may_be_shared = columns.shared_first(book)[known.called] if len(known.known) else np.zeros(0, np.bool_)
        self.others = numbers.Others(listed, known, book)
        self.said: dict[tuple[int, ...], str] = {}

    def verdicts(self, chosen: Ints, pairs: Pairs) -> list[Verdict]:
        """One verdict for each of the chosen rows, in order."""
        numbered = np.zeros(len(self.rows.listed), np.bool_)
        numbered[pairs.row[pairs.held()]] = True
        found = {}
        found.update(self._by_numbers(pairs.at(numbered[pairs.row])))
        found.update(self._by_names(pairs.at(~numbered[pairs.row] & pairs.possible())))
        return [found.get(row) or self._nobody(row) for row in chosen.tolist()]

    def _nobody(self, row: int) -> Verdict:
        listed = self.rows.listed[row]
        return Verdict(listed, Match(listed.key, Pile.NOT_OURS, why=NOBODY))

    def _by_names(self, pairs: Pairs) -> dict[int, Verdict]:
        best = Best.of(pairs, self.students.rank)
        top = best.pairs.at(best.starts)
        doubts, scores = self._doubts(best, top), best.scores()
        plain, signs, firsts = self._plain(top), _signs(top), best.starts.tolist()
        sure = scores[best.starts].round(4).tolist()
        found = {}
        for n, row in enumerate(top.row.tolist()):
            if top.points[n] < points.CHECK:
                continue
            if doubts[n] or not plain[n]:
                found[row] = self._told(row, best.pairs, range(firsts[n], best.ends[n]), scores, int(doubts[n]))
            else:
                found[row] = self._certain(row, best.pairs, firsts[n], sure[n], signs[n])
        return found

    def _doubts(self, best: Best, top: Pairs) -> Ints:
        """For each row, the first reason in DOUBTS why its best student by names may not be taken for certain, or 0."""
        home, inexact = top.postcode == IS_SAME, (top.birth != BORN_SAME) & (top.birth != BORN_MISSING)
        reasons = [
            top.first == FIRST_MISSING,
            ~FIRST_TRUE[top.first],
            (~_sure_last(top) & ~home) | (top.last == LAST_DIFFERENT),
            top.birth == BORN_MISSING,
            (top.birth == BORN_OTHER) | (inexact & self.others.has_namesake[top.student]),
            (top.birth == BORN_SLIP) & ~home & (top.form != IS_SAME),
            top.turned & self.others.either_way[top.student] & ~(home & (top.birth == BORN_SAME)),
            top.upn == IS_OTHER,
            ((top.middle < 0) & self.may_be_shared[top.student]) | self.others.contradicts(top),
            (top.sex == IS_OTHER) & (top.first != FIRST_SAME),
            best.any_other(self._rivals(best, top)),
            top.points < points.CERTAIN,
        ]
        found: Ints = np.select(reasons, range(1, len(DOUBTS)), 0)
        return found

    @staticmethod
    def _rivals(best: Best, top: Pairs) -> Bools:
        """Twins and namesakes: where two could be meant, only what is exactly one's own decides.

        Beside a name and birth date exactly as we have them, nobody of another first name is meant, nor a namesake born in another year.
        """
        times = best.ends - best.starts
        close = best.pairs.points > np.repeat(top.points, times) - points.MARGIN
        exact = (top.first == FIRST_SAME) & (top.last == LAST_SAME) & (top.birth == BORN_SAME) & ~top.turned
        agrees = best.pairs.name_agrees()
        in_doubt = best.pairs.birth != BORN_YEAR
        found: Bools = np.where(
            np.repeat(exact, times), close & agrees & in_doubt, close | (np.repeat(top.birth != BORN_SAME, times) & agrees)
        )
        return found

    def _plain(self, pairs: Pairs) -> Bools:
        """Where the name is written letter for letter as we have it, so that there is nothing to explain."""
        same = (pairs.first == FIRST_SAME) & (pairs.last == LAST_SAME) & ~pairs.turned
        first, last = self.rows.first_text[pairs.row], self.rows.last_text[pairs.row]
        same &= (first > 0) & (first == self.students.first_text[pairs.student])
        found: Bools = same & (last > 0) & (last == self.students.last_text[pairs.student])
        return found

    def _certain(self, row: int, pairs: Pairs, place: int, score: float, signs: tuple[int, ...]) -> Verdict:
        """A row whose name is ours letter for letter: what is said of it has been said of many."""
        listed, student = self.rows.listed[row], self.students.known[pairs.student[place]]
        words = self.said.get(signs)
        if words is None:
            self.said[signs] = words = describe(listed, student, pairs.likeness(place, self.students))
        only = Candidate(student.id, score, words)
        return Verdict(listed, Match(listed.key, Pile.CERTAIN, student.id, (only,), words + "."), *_claim(signs))

    def _told(self, row: int, pairs: Pairs, places: range, scores: Floats, doubt: int) -> Verdict:
        listed, top = self.rows.listed[row], places[0]
        shown = [place for n, place in enumerate(places) if n == 0 or scores[place] >= LEAST_SHOWN][:3]
        candidates = tuple(self._candidate(listed, pairs, place, float(scores[place])) for place in shown)
        why = candidates[0].words + "."
        same = pairs.first[top] == FIRST_SAME and pairs.last[top] == LAST_SAME
        weaker = FIRSTS[pairs.first[top]] is First.SPELLING or pairs.birth[top] != BORN_SAME
        exact = bool(same and pairs.birth[top] == BORN_SAME)
        if not doubt:
            return Verdict(listed, Match(listed.key, Pile.CERTAIN, candidates[0].id, candidates[:1], why), exact, bool(weaker))
        said = DOUBTS[doubt].format(self._rival(pairs, places)) if DOUBTS[doubt] == RIVAL else DOUBTS[doubt]
        return Verdict(listed, Match(listed.key, Pile.CHECK, None, candidates, f"{why} {said}"))

    def _rival(self, pairs: Pairs, places: range) -> str:
        one = Best(pairs.at(slice(places.start, places.stop)), np.zeros(1, np.int64), np.array([len(places)]))
        flags = self._rivals(one, one.pairs.at(one.starts))
        return name_of(self.students.known[one.pairs.student[1:][flags[1:]][0]])

    def _candidate(self, listed: Listed, pairs: Pairs, place: int, score: float) -> Candidate:
        student = self.students.known[pairs.student[place]]
        return Candidate(student.id, round(score, 4), describe(listed, student, pairs.likeness(place, self.students)))

    def _by_numbers(self, pairs: Pairs) -> dict[int, Verdict]:
        """A UPN or ULN of ours stands when name and birth date bear it out (numbers.py), and no other student fits both better."""
        best = Best.of(pairs, self.students.rank)
        agrees, same_day = best.pairs.name_agrees(), best.pairs.birth == BORN_SAME
        found = {}
        plain, signs = self._plain(best.pairs), _signs(best.pairs)
        upn, held, stands = best.pairs.upn == IS_SAME, best.pairs.held(), numbers.stands(best.pairs, self.others)
        for start, end in zip(best.starts.tolist(), best.ends.tolist(), strict=True):
            by_upn = upn[start:end]
            holder = start + int(by_upn.argmax() if by_upn.any() else held[start:end].argmax())
            row = int(best.pairs.row[holder])
            if stands[holder] and agrees[holder] and same_day[holder] and plain[holder]:
                found[row] = self._certain(row, best.pairs, holder, SURE, signs[holder])
                continue
            others = [place for place in range(start, end) if place != holder]
            doubt = ""
            if not (stands[holder] and agrees[holder] and same_day[holder]):
                doubt = self._doubt_number(best.pairs, holder, others, bool(stands[holder]))
            found[row] = self._held(row, best.pairs, holder, others, doubt)
        return found

    def _doubt_number(self, pairs: Pairs, holder: int, others: list[int], stands: bool) -> str:
        number = "UPN" if pairs.upn[holder] == IS_SAME else "ULN"
        begin = f"{number} is {name_of(self.students.known[pairs.student[holder]])}'s but"
        agrees, held = pairs.name_agrees(), pairs.held()
        for place in others:
            whose = name_of(self.students.known[pairs.student[place]])
            if held[place]:
                return f"{begin} the other number is {whose}'s."
            if agrees[place] and pairs.birth[place] == BORN_SAME:
                return f"{begin} name and birth date are {whose}'s."
        return "" if stands else f"{begin} {self._unlike(pairs, holder)}."

    @staticmethod
    def _unlike(pairs: Pairs, holder: int) -> str:
        """What does not bear the number out."""
        if FIRST_TRUE[pairs.first[holder]] and LAST_SURE[pairs.last[holder]] and pairs.birth[holder] != BORN_OTHER:
            return "it may be a brother or sister"
        if FIRST_TRUE[pairs.first[holder]] or pairs.birth[holder] == BORN_SAME:
            return "name and birth date do not both agree: it may be somebody else"
        return "the name is different" if pairs.birth[holder] == BORN_MISSING else "name and birth date are both different"

    def _held(self, row: int, pairs: Pairs, holder: int, others: list[int], doubt: str) -> Verdict:
        listed = self.rows.listed[row]
        if not doubt:
            only = self._candidate(listed, pairs, holder, SURE)
            exact = bool(pairs.birth[holder] == BORN_SAME)
            return Verdict(listed, Match(listed.key, Pile.CERTAIN, only.id, (only,), only.words + "."), exact, False)
        possible, held = pairs.possible(), pairs.held()
        places = sorted([holder, *(place for place in others if possible[place])])
        odds = {place: 2.0 ** float(np.clip(pairs.points[place], -60.0, 60.0)) for place in places}
        scores = {place: odd / (1.0 + sum(odds.values())) for place, odd in odds.items()}
        shown = [place for n, place in enumerate(places) if n == 0 or scores[place] >= LEAST_SHOWN or held[place]][:3]
        candidates = tuple(self._candidate(listed, pairs, place, scores[place]) for place in shown)
        return Verdict(listed, Match(listed.key, Pile.CHECK, None, candidates, doubt))


def _sure_last(pairs: Pairs) -> Bools:
    """Where the surnames truly agree; one letter out in a short one counts only where everything else is exactly ours."""
    exact = (pairs.first == FIRST_SAME) & (pairs.birth == BORN_SAME) & ~pairs.turned
    found: Bools = LAST_SURE[pairs.last] | ((pairs.last == LAST_SHORT_SLIP) & exact)
    return found


def _signs(pairs: Pairs) -> list[tuple[int, ...]]:
    """For each pair, what its description says beside the names."""
    told = (pairs.birth, pairs.upn, pairs.uln, pairs.middle, pairs.postcode, pairs.form, pairs.sex, pairs.school)
    return list(zip(*(column.tolist() for column in told), strict=True))


def _claim(signs: tuple[int, ...]) -> tuple[bool, bool]:
    """Whether a name that is ours letter for letter stands exactly for our student, and whether less so than another might."""
    birth, upn, uln, *_ = signs
    exact = birth == BORN_SAME
    return exact, not exact and IS_SAME not in (upn, uln)
