"""What a word in an export says about a characteristic, and what that changes in what we hold (docs/rule.md).

A word says whether a student has it *now* (yes, no, nothing said) and whether they have *ever* had it. The two are kept apart
because "Ever 6" and "previously looked after" say the second without saying the first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mark:
    """What was said about one characteristic of one student. `now` None: nothing was said about today."""

    now: bool | None = None
    ever: bool = False

    def __or__(self, other: "Mark") -> "Mark":
        """Two columns about one characteristic: a yes outweighs a no."""
        said = [now for now in (self.now, other.now) if now is not None]
        return Mark(any(said) if said else None, self.ever or other.ever)


YES, NO, HAS_BEEN, WAS = Mark(now=True), Mark(now=False), Mark(ever=True), Mark(now=False, ever=True)

NO_SEN = "n|no|none|no sen|no special educational need|no special educational needs|not sen|0|false|-"
SUPPORT = "k|sen support|sen k|support|k - sen support|school action|school action plus|a|p|sa|sa+|send support"
PLAN = (
    "e|ehcp|ehc|ehc plan|education health and care plan|education, health and care plan|e - education, health and care plan"
    "|s|statement|statemented|statement of sen"
)
UNSAID_SEN = "y|yes|true|1|sen|send"
CARE = {
    YES: "currently|currently in care|in care|lac|cla|looked after|currently looked after|current|is looked after|child looked after",
    WAS: "ever in care|plac|pcla|previously looked after|previously in care|post lac|left care|formerly looked after|adopted"
    "|adopted from care|adoption|special guardianship|special guardianship order|sgo|child arrangements order|cao",
    NO: "not in care|never|never in care|not looked after|not lac",
}
SOCIAL_WORK = {
    YES: "cin|cp|child in need|child protection|child protection plan|cp plan|cin plan|has social worker|current|currently|open",
    WAS: "ever|previously|previous|closed|ever cin|ever cp|has had a social worker",
    NO: "never|no social worker",
}
NOTHING_SAID = "unknown|not known|refused|ref|not obtained|information not obtained|information not yet obtained|n/a|?"
ENGLISH = "eng|enb|english|english (british)|english/believed to be english|believed to be english|british english|en"
LANGUAGE_UNSAID = "ref|not|nob|zzz|refused|not obtained|information not obtained|information not yet obtained|not known|unknown"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("|"))


_SEN = (
    (_words(NO_SEN), {"sen": NO, "sen_support": NO, "ehc_plan": NO}),
    (_words(SUPPORT), {"sen": YES, "sen_support": YES, "ehc_plan": NO}),
    (_words(PLAN), {"sen": YES, "sen_support": NO, "ehc_plan": YES}),
    (_words(UNSAID_SEN), {"sen": YES}),
)
_WORDS = {
    kind: {word: mark for mark, words in table.items() for word in _words(words)}
    for kind, table in (("looked_after", CARE), ("social_worker", SOCIAL_WORK))
}
_ENGLISH, _LANGUAGE_UNSAID, _NOTHING_SAID = _words(ENGLISH), _words(LANGUAGE_UNSAID), _words(NOTHING_SAID)


def sen_marks(word: str) -> dict[str, Mark]:
    """What an SEN provision code or its words say: N, K, E, the earlier A, P and S (domain reference 6.4). Raises ValueError."""
    plain = " ".join(word.casefold().split())
    for words, marks in _SEN:
        if plain in words:
            return dict(marks)
    raise ValueError(f"{word} is not an SEN status we can read. Write N, K (SEN support) or E (EHC plan).")


def word_mark(kind: str, word: str) -> Mark | None:
    """What a word says about a characteristic, beyond yes and no; None when it is not such a word."""
    plain = " ".join(word.casefold().split())
    return Mark() if plain in _NOTHING_SAID else _WORDS.get(kind, {}).get(plain)


def one_sen_stage(marks: dict[str, Mark]) -> None:
    """Somebody with an EHC plan is not on SEN support as well, whichever columns say so."""
    if marks.get("ehc_plan", Mark()).now and marks.get("sen_support", Mark()).now:
        marks["sen_support"] = NO


def language_mark(word: str) -> Mark:
    """What a first language says about English as an additional language. A language nobody asked about says nothing."""
    plain = " ".join(word.casefold().split())
    if plain in _LANGUAGE_UNSAID:
        return Mark()
    return NO if plain in _ENGLISH else YES


@dataclass(frozen=True, slots=True)
class Span:
    """A characteristic as we hold it. `id` is None before it is saved."""

    kind: str
    since: date | None = None
    until: date | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class SpanChange:
    """One characteristic opened, ended, or noted as past."""

    kind: str
    what: str  # begins, ends or has been
    span: Span


def span_changes(kind: str, mark: Mark, held: Sequence[Span], *, today: date, newcomer: bool) -> list[SpanChange]:
    """What a mark changes. `held` are the student's spans of this kind; `newcomer` says that we meet the student for the first time.

    The first yes of a newcomer has no beginning ("at least since then"); a later yes begins today; yes to no ends today. Something
    that has been, and that we knew nothing of, is noted as past.
    """
    running = [span for span in held if span.until is None]
    changes = []
    if mark.now is True and not running:
        changes.append(SpanChange(kind, "begins", Span(kind, since=None if newcomer else today)))
    if mark.now is False:
        changes += [SpanChange(kind, "ends", Span(kind, span.since, today, span.id)) for span in running]
    if mark.ever and mark.now is not True and not held:
        changes.append(SpanChange(kind, "has been", Span(kind, None, today)))
    return changes


def all_changes(marks: dict[str, Mark], held: Iterable[Span], *, today: date, newcomer: bool) -> tuple[SpanChange, ...]:
    """What several marks change for one student."""
    spans: dict[str, list[Span]] = {}
    for span in held:
        spans.setdefault(span.kind, []).append(span)
    return tuple(
        change
        for kind, mark in marks.items()
        if kind in spans or mark.now or mark.ever
        for change in span_changes(kind, mark, spans.get(kind, ()), today=today, newcomer=newcomer)
    )
