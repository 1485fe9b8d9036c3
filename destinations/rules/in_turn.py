"""Questions asked in turn: whether somebody came, and whether they are still there ("Enrolled? | Still attending?", docs/returns.md)."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from destinations.rules.statements import Said
from destinations.rules.statuses import EMPTY, MONTH, STILL, Marked, after_mark, plain, said_by_heading

LATER = re.compile(
    r"\b(?:still|now|current\w*|continu\w*|retain\w*|remain\w*|at (?:\d|six|half|end|christmas)|(?:6|six) weeks?|day 42|42 days?|half term"
    r"|census|to date|latest)\b"
)
NEARLY_ALL, MOST = 0.9, 0.5


@dataclass(frozen=True, slots=True)
class InTurn:
    """Of the ticked columns of a table: `still`, the headings that ask on after another; `blank_is_no`, those of them that hold ticks
    alone, in most rows where somebody came."""

    still: frozenset[str] = frozenset()
    blank_is_no: frozenset[str] = frozenset()


def answered(text: str, x_means: Marked) -> Marked | None:
    """Yes, no, or None where nothing is answered. A day, and any word but no, is a yes."""
    words = plain(text)
    if words in EMPTY or re.fullmatch(r"not (?:applicable|known)|unknown|tbc", words):
        return None
    _, mark = after_mark(words, x_means)
    return Marked.NO if mark is Marked.NO else Marked.YES


def asked_in_turn(columns: Mapping[str, Sequence[str]], x_means: Mapping[str, Marked]) -> InTurn:
    """Which of the ticked columns (heading → text of each row) ask on after another: headed as being there, and hardly anybody
    answers yes who did not answer yes before."""
    asking = sorted((heading for heading in columns if said_by_heading(heading) == Said.PRESENT), key=is_of_now)
    told = {heading: [answered(text, x_means.get(heading, Marked.YES)) for text in columns[heading]] for heading in asking}
    still = {
        heading for heading in asking[1:] if _follows(told[heading], told[asking[0]], heading, again=_stem(heading) == _stem(asking[0]))
    }
    blank = {heading for heading in still if Marked.NO not in told[heading] and _share(told[heading], told[asking[0]]) >= MOST}
    return InTurn(frozenset(still), frozenset(blank))


def _stem(heading: str) -> str:
    """A heading without its day: "On roll Sept" and "On roll Oct" ask the same."""
    return re.sub(rf"\b(?:{MONTH}|\d+(?:st|nd|rd|th)?|autumn|spring|summer|term|half|start|end|week|wk)\b", " ", plain(heading)).strip()


def _follows(later: Sequence[Marked | None], first: Sequence[Marked | None], heading: str, *, again: bool) -> bool:
    yes = [before is Marked.YES for before, now in zip(first, later, strict=True) if now is Marked.YES]
    said = is_of_now(heading) or re.search(rf"\b{MONTH}\b", plain(heading)) is not None
    return sum(yes) >= NEARLY_ALL * len(yes) and (said or again or len(yes) >= 2)


def _share(later: Sequence[Marked | None], first: Sequence[Marked | None]) -> float:
    """How many of those who came are still there."""
    came = [now is Marked.YES for before, now in zip(first, later, strict=True) if before is Marked.YES]
    return sum(came) / len(came) if came else 0.0


def said_in_turn(said: Collection[str], answers: Mapping[str, Marked | None], in_turn: InTurn) -> str | None:
    """What the answers of a row (heading → yes, no or nothing) come to where they are questions asked in turn; None where they are not.

    `said` is what the ticked headings say. Who left had come; who came and is not there any more left; a no to having come is enough.
    """
    came = [heading for heading in answers if said_by_heading(heading) == Said.PRESENT and heading not in in_turn.still]
    later = (answers[heading] or (Marked.NO if heading in in_turn.blank_is_no else None) for heading in answers if heading in in_turn.still)
    there = [answer for answer in later if answer]
    if set(said) == {Said.PRESENT, Said.LEFT} and Marked.YES not in there and not any(map(is_of_now, came)):
        return Said.LEFT
    if said and set(said) != {Said.PRESENT}:
        return None
    if came and any(answers[heading] is Marked.YES for heading in came):
        return Said.LEFT if there and there[-1] is Marked.NO else None
    if any(answers[heading] is Marked.NO for heading in came):
        return None if said else Said.NOT_HERE
    denied = [heading for heading in answers if said_by_heading(heading) in (Said.LEFT, Said.NOT_HERE)]
    if not said and denied and len(denied) == len(answers):
        return Said.PRESENT  # nothing that anybody is asked to tick has happened
    return None


def is_of_now(heading: str) -> bool:
    """Whether a heading says that somebody is there now, which who left is not: "Current", "Still here"."""
    return LATER.search(plain(heading)) is not None or STILL.search(plain(heading)) is not None
