"""Which of our students each row of a list is about: certain, check, or not ours.

The order is UPN, then ULN, then birth date and names. Points (points.py) say how likely; the rules here say when likely is
not enough. docs/matching.md tells the same on one page.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from math import log2

from . import points
from .block import Blocks, day_points
from .compare import Likeness, Setting, compare
from .dates import NEAR, Birth
from .nicknames import SHARED_FIRST
from .people import Row, Student, ready_row, ready_student
from .points import First, Last
from .reasons import NOBODY, describe
from .records import Candidate, Known, Listed, Match, Pile
from .schools import School

LEAST_SHOWN = 0.01
SURE = 0.999


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's match with what led to it, before rows are compared with one another."""

    listed: Listed
    match: Match
    best: Likeness | None = None
    by_number: bool = False


def match(listed: Sequence[Listed], known: Sequence[Known], our_school_names: Sequence[str] = (), our_urn: str = "") -> list[Match]:
    """One `Match` for each row, in the order given. Neither the order of rows nor of students changes an answer.

    `our_school_names` are all the names a list may call us by; with `our_urn` they weigh a row's previous school.
    """
    students = [ready_student(student) for student in known]
    rows = [ready_row(row) for row in listed]
    blocks, setting = Blocks(students), _setting(rows, students, tuple(our_school_names), our_urn)
    judged = [_judge(raw, row, blocks, setting) for raw, row in zip(listed, rows, strict=True)]
    return _beside_one_another(judged)


def _setting(rows: Sequence[Row], students: Sequence[Student], our_names: tuple[str, ...], our_urn: str) -> Setting:
    forenames: Counter[str] = Counter()
    surnames: Counter[str] = Counter()
    for student in students:
        forenames.update(student.given.names)
        surnames.update({word for family in student.families for word in {*family.parts, "".join(family.parts)}})
    for row in rows:
        if row.readings:
            forenames.update(row.readings[0].given.names)
            family = row.readings[0].family
            surnames.update({*family.parts, "".join(family.parts)})
    birthdays = log2(day_points(student.born for student in students if student.born))
    forms = frozenset(student.form for student in students if student.form)
    return Setting(forenames, surnames, len(rows) + len(students), len(students), birthdays, forms, our_names, our_urn)


def _judge(raw: Listed, row: Row, blocks: Blocks, setting: Setting) -> Verdict:
    students = [blocks.students[i] for i in blocks.candidates(row)]
    likes = sorted((compare(row, student, setting) for student in students), key=lambda like: (-like.points, repr(like.student)))
    named = {student.id: student for student in students}
    holders = [like for like in likes if "same" in (like.upn, like.uln)]
    if holders:
        return _by_number(raw, holders, likes, named)
    return _by_names(raw, row, likes, named)


def _by_number(raw: Listed, holders: list[Likeness], likes: list[Likeness], named: dict[Hashable, Student]) -> Verdict:
    """A UPN or ULN of ours stands when the name or the birth date agrees, and no other student fits both better."""
    holder = next((like for like in holders if like.upn == "same"), holders[0])
    others = [like for like in likes if like.student != holder.student]
    doubt = _doubt_number(raw, holder, others, named)
    if not doubt:
        only = Candidate(holder.student, SURE, describe(raw, named[holder.student], holder))
        return Verdict(raw, Match(raw.key, Pile.CERTAIN, holder.student, (only,), only.words + "."), holder, True)
    shown = _candidates(raw, [holder, *(like for like in others if _possible(like))], named)
    return Verdict(raw, Match(raw.key, Pile.CHECK, None, shown, doubt), holder, True)


def _doubt_number(raw: Listed, holder: Likeness, others: list[Likeness], named: dict[Hashable, Student]) -> str:
    number = "UPN" if holder.upn == "same" else "ULN"
    whose = named[holder.student].name
    fits = holder.name_agrees and holder.birth is Birth.SAME
    if not _number_stands(holder):
        both = "the name is different" if holder.birth is Birth.MISSING else "name and birth date are both different"
        return f"{number} is {whose}'s but {both}."
    for other in others:
        if "same" in (other.upn, other.uln) and not fits:
            return f"{number} is {whose}'s but the other number is {named[other.student].name}'s."
        if other.name_agrees and other.birth is Birth.SAME and not fits:
            return f"{number} is {whose}'s but name and birth date are {named[other.student].name}'s."
    return ""


def _number_stands(holder: Likeness) -> bool:
    """Whether name or birth date agrees with the student whose number it is, as far as the list gives them."""
    nothing = holder.first is First.MISSING and holder.last is Last.MISSING
    if holder.birth is Birth.SAME or holder.name_alike or (nothing and holder.birth is Birth.MISSING):
        return True
    half = holder.first in points.TRUE_FIRST or holder.last in points.TRUE_LAST
    return half and (holder.birth in NEAR or holder.first is First.MISSING or holder.last is Last.MISSING)


def _by_names(raw: Listed, row: Row, likes: list[Likeness], named: dict[Hashable, Student]) -> Verdict:
    likes = [like for like in likes if _possible(like)]
    if not likes or likes[0].points < points.CHECK:
        return Verdict(raw, Match(raw.key, Pile.NOT_OURS, why=NOBODY))
    best, others = likes[0], likes[1:]
    shown = _candidates(raw, likes, named)
    doubt = _doubt(row, best, others, named)
    why = shown[0].words + "."
    if doubt:
        return Verdict(raw, Match(raw.key, Pile.CHECK, None, shown, f"{why} {doubt}"), best)
    return Verdict(raw, Match(raw.key, Pile.CERTAIN, best.student, shown[:1], why), best)


def _possible(like: Likeness) -> bool:
    """A different birth date means a different person, unless something else than the name speaks for ours."""
    if like.birth is Birth.OTHER:
        return like.name_agrees and (like.postcode == "same" or like.school is School.OURS or "near" in (like.upn, like.uln))
    return like.first is not First.DIFFERENT or like.last in points.TRUE_LAST


def _doubt(row: Row, best: Likeness, others: list[Likeness], named: dict[Hashable, Student]) -> str:
    """Why the best student by names may not be taken for certain, or nothing."""
    if best.first is First.MISSING:
        return "There is no first name."
    if best.first not in points.TRUE_FIRST:
        return "The first names do not truly agree: it may be a brother or sister."
    if best.last not in points.SURE_LAST and best.postcode != "same":
        return "The surnames do not agree: it may have changed, or be another person."
    if best.birth is Birth.MISSING and not (best.postcode == "same" and best.first is First.SAME and best.last is Last.SAME):
        return "A name alone is not enough."
    if best.birth is Birth.OTHER:
        return "It may be another person of that name."
    if best.upn == "other":
        return "It may be another person: the UPN is not ours."
    if best.middle < 0 and SHARED_FIRST & named[best.student].given.names:
        return "It may be a brother or sister."
    if rival := next((other for other in others if _rivals(best, other)), None):
        return f"It could also be {named[rival.student].name}."
    return "" if best.points >= points.CERTAIN else "Not enough agrees to be certain."


def _rivals(best: Likeness, other: Likeness) -> bool:
    """Twins and namesakes: where two could be meant, only what is exactly one's own decides."""
    if other.points > best.points - points.MARGIN:
        return True
    return best.birth is not Birth.SAME and other.name_agrees


def _candidates(raw: Listed, likes: list[Likeness], named: dict[Hashable, Student]) -> tuple[Candidate, ...]:
    """At most three, best first; their scores and "none of ours" share one."""
    odds = [2.0 ** max(-60.0, min(60.0, like.points)) for like in likes]
    scores = [odd / (1.0 + sum(odds)) for odd in odds]
    ranked = sorted(zip(scores, likes, strict=True), key=lambda pair: (-pair[0], repr(pair[1].student)))
    shown = [pair for n, pair in enumerate(ranked) if n == 0 or pair[0] >= LEAST_SHOWN or "same" in (pair[1].upn, pair[1].uln)][:3]
    return tuple(Candidate(like.student, round(score, 4), describe(raw, named[like.student], like)) for score, like in shown)


def _beside_one_another(judged: list[Verdict]) -> list[Match]:
    """One student on several rows: the same word twice is one fact, different words are a question."""
    claims: dict[Hashable, list[int]] = defaultdict(list)
    for n, verdict in enumerate(judged):
        if verdict.match.pile is Pile.CERTAIN:
            claims[verdict.match.student].append(n)
    answers = [verdict.match for verdict in judged]
    for numbers in claims.values():
        best = [n for n in numbers if _exact(judged[n])]
        worse = [n for n in numbers if best and _weaker(judged[n])]
        for n in worse:
            answers[n] = _to_check(answers[n], "Another row of this list fits the same student better.")
        kept = [n for n in numbers if n not in worse]
        if len({judged[n].listed.says for n in kept}) > 1:
            for n in kept:
                answers[n] = _to_check(answers[n], "The list has this student more than once, with different words.")
    return answers


def _exact(verdict: Verdict) -> bool:
    best = verdict.best
    return best is not None and (verdict.by_number or (best.first is First.SAME and best.last is Last.SAME)) and best.birth is Birth.SAME


def _weaker(verdict: Verdict) -> bool:
    best = verdict.best
    return best is not None and not verdict.by_number and (best.first is First.SPELLING or best.birth is not Birth.SAME)


def _to_check(answer: Match, why: str) -> Match:
    return replace(answer, pile=Pile.CHECK, student=None, why=f"{answer.why} {why}")
