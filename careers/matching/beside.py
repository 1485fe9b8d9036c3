"""The rows of one list beside one another: a student is one person, and a row is about one student."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from .records import Candidate, Listed, Match, Pile

ELSEWHERE = 1 / 16  # how much less likely a student is who stands on another row of the list
MOST = 7  # rows that share students and are weighed all together; more are taken one after another


@dataclass(frozen=True, slots=True)
class Verdict:
    """A row's match before rows are compared. `exact`: name and birth date are the same; `weaker`: a short form or a near birth date."""

    listed: Listed
    match: Match
    exact: bool = False
    weaker: bool = False


def beside_one_another(judged: Sequence[Verdict]) -> list[Match]:
    """One student on several rows: the same word twice is one fact, different words are a question.

    A row that fits worse than another goes to check, and so does nobody else: but a student who stands on another row
    is proposed last.
    """
    answers = [verdict.match for verdict in judged]
    for numbers in _claims(answers).values():
        _settle(judged, answers, numbers)
    holders = {student: [judged[n] for n in numbers] for student, numbers in _claims(answers).items()}
    waiting = [n for n, answer in enumerate(answers) if answer.pile is Pile.CHECK and answer.candidates]
    for n in waiting:
        taken = {one.id for one in answers[n].candidates if any(_another(judged[n], holder) for holder in holders.get(one.id, ()))}
        answers[n] = _proposed_last(answers[n], taken)
    for group in _sharing(waiting, answers, judged):
        for n, taken in _shared_out(group, answers).items():
            answers[n] = _proposed_last(answers[n], taken)
    return answers


def _claims(answers: Sequence[Match]) -> Mapping[Hashable, list[int]]:
    claims: dict[Hashable, list[int]] = defaultdict(list)
    certain = Pile.CERTAIN
    for n, answer in enumerate(answers):
        if answer.pile is certain:
            claims[answer.student].append(n)
    return claims


def _settle(judged: Sequence[Verdict], answers: list[Match], numbers: list[int]) -> None:
    best = any(judged[n].exact for n in numbers)
    worse = {n for n in numbers if best and judged[n].weaker}
    for n in worse:
        answers[n] = _to_check(answers[n], "Another row of this list fits the same student better.")
    kept = [n for n in numbers if n not in worse]
    if len({judged[n].listed.says for n in kept}) > 1:
        for n in kept:
            answers[n] = _to_check(answers[n], "The list has this student more than once, with different words.")


def _to_check(answer: Match, why: str) -> Match:
    return replace(answer, pile=Pile.CHECK, student=None, why=f"{answer.why} {why}")


def _another(one: Verdict, other: Verdict) -> bool:
    """Whether two rows are two statements, and not the same one written twice."""
    a, b = one.listed, other.listed
    return a.says != b.says or (a.surname, a.forename, a.full_name, a.date_of_birth) != (
        b.surname,
        b.forename,
        b.full_name,
        b.date_of_birth,
    )


def _proposed_last(answer: Match, taken: set[Hashable]) -> Match:
    if not taken:
        return answer
    nobody = max(1e-9, 1.0 - sum(one.score for one in answer.candidates))
    odds = [(one, one.score / nobody * (ELSEWHERE if one.id in taken else 1.0)) for one in answer.candidates]
    total = 1.0 + sum(odd for _, odd in odds)
    weighed = [_said(one, round(odd / total, 4), one.id in taken) for one, odd in odds]
    return replace(answer, candidates=tuple(sorted(weighed, key=lambda one: -one.score)))


def _said(one: Candidate, score: float, taken: bool) -> Candidate:
    more = "; on another row of this list"
    return replace(one, score=score, words=one.words + more if taken and not one.words.endswith(more) else one.words)


def _sharing(waiting: list[int], answers: Sequence[Match], judged: Sequence[Verdict]) -> list[list[int]]:
    """Groups of rows that would be shown the same student first, with the rows that share their students; in the order of their keys."""
    firsts: dict[Hashable, list[int]] = defaultdict(list)
    for n in waiting:
        firsts[answers[n].candidates[0].id].append(n)
    disputed = [numbers for numbers in firsts.values() if any(_another(judged[numbers[0]], judged[n]) for n in numbers)]
    return [sorted(numbers, key=lambda n: repr(answers[n].key)) for numbers in disputed]


def _shared_out(group: list[int], answers: Sequence[Match]) -> dict[int, set[Hashable]]:
    """For each row, the students that the likeliest way to give every row a student of its own gives to the others."""
    given = _likeliest(group, answers) if len(group) <= MOST else _one_by_one(group, answers)
    return {n: {other for m, other in given.items() if m != n and other is not None and other != given[n]} for n in group}


def _likeliest(group: list[int], answers: Sequence[Match]) -> dict[int, Hashable]:
    best: tuple[float, dict[int, Hashable]] = (-1.0, {})

    def weigh(place: int, worth: float, given: dict[int, Hashable]) -> None:
        nonlocal best
        if place == len(group):
            if worth > best[0] * (1 + 1e-9):
                best = (worth, dict(given))
            return
        shown = answers[group[place]].candidates
        for one in shown:
            if one.id not in given.values():
                weigh(place + 1, worth * max(one.score, 1e-6), {**given, group[place]: one.id})
        weigh(place + 1, worth * max(1.0 - sum(one.score for one in shown), 1e-6), {**given, group[place]: None})

    weigh(0, 1.0, {})
    return best[1]


def _one_by_one(group: list[int], answers: Sequence[Match]) -> dict[int, Hashable]:
    given: dict[int, Hashable] = dict.fromkeys(group)
    offers = sorted((-one.score, repr(answers[n].key), repr(one.id), n, one.id) for n in group for one in answers[n].candidates)
    for _, _, _, n, student in offers:
        if given[n] is None and student not in given.values():
            given[n] = student
    return given
