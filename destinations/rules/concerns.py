"""Reasons to act for one student: one small function each, in one tuple that the dashboard, the lists and the reports all use."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from destinations.rules.checkpoints import Question
from destinations.rules.counting import Counted
from destinations.rules.outcomes import group_of
from destinations.rules.reconciliation import reconcile
from destinations.rules.standing import Settlement
from destinations.rules.statements import Answer, Statement, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one student at one checkpoint when we look for reasons to act.

    `planned`: the checkpoint is about a plan. `missing_since`: no longer in the school's export. `contradicted`: see below.
    """

    counted: Counted
    planned: bool = False
    missing_since: date | None = None
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class Concern:
    """A named reason. `one` and `many` finish a sentence that starts with a number; `holds` decides."""

    key: str
    one: str
    many: str
    holds: Callable[[Facts], bool]


def sources_disagree(facts: Facts) -> bool:
    return facts.counted.conflicting


def no_intention(facts: Facts) -> bool:
    return facts.planned and not facts.counted.known and not facts.counted.conflicting


def unknown(facts: Facts) -> bool:
    return not facts.planned and not facts.counted.known and not facts.counted.conflicting


def settled_against_later_evidence(facts: Facts) -> bool:
    return facts.contradicted


def not_in_the_export(facts: Facts) -> bool:
    return facts.missing_since is not None


CONCERNS: tuple[Concern, ...] = (
    Concern("conflicting", "conflict between sources to settle", "conflicts between sources to settle", sources_disagree),
    Concern("unknown", "student to find", "students to find", unknown),
    Concern("no_intention", "student without a plan", "students without a plan", no_intention),
    Concern(
        "contradicted",
        "settled answer that later evidence disagrees with",
        "settled answers that later evidence disagrees with",
        settled_against_later_evidence,
    ),
    Concern("missing", "student missing from the last export", "students missing from the last export", not_in_the_export),
)


def raised(facts: Facts) -> tuple[Concern, ...]:
    """The reasons to act for one student. Someone who is not counted gives none."""
    return () if facts.counted.excluded else tuple(concern for concern in CONCERNS if concern.holds(facts))


def contradicted(settlement: Settlement, statements: Iterable[Statement], asked: Question) -> bool:
    """Whether what reached us after a decision makes the evidence say something else than what was decided.

    A decision is taken against evidence that was already there, so an answer of the evidence that has not changed since is no news.
    """
    statements = list(statements)
    now = reconcile(statements, asked)
    then = reconcile([s for s in statements if s.recorded_at <= settlement.at], asked)
    return says(now) != says(then) and now.status is not Status.UNKNOWN and not bears_out(now, settlement)


def says(answer: Answer) -> tuple:
    return answer.status is Status.CONFLICTING, answer.outcome, answer.provider, answer.route, answer.against


def bears_out(answer: Answer, settlement: Settlement) -> bool:
    """The same group and, where both name one, the same provider."""
    if answer.status is Status.CONFLICTING:
        return False
    same_place = answer.provider is None or settlement.provider is None or answer.provider == settlement.provider
    if settlement.outcome or answer.outcome:
        return same_place and group_of(answer.outcome) is group_of(settlement.outcome)
    return same_place and (answer.route or None) == (settlement.route or None)
