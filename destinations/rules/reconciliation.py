"""The published rule: from what everybody said to the answer we stand by (docs/rule.md).

Year 12 and 14: the latest word of each source; trust decides; a place's own denial cancels what is said about it; a later word of a
place or of the authority against the answer is a conflict. Year 11: the latest intention, or what was said from results day.
"""

from collections.abc import Iterable

from destinations.rules import telling
from destinations.rules.checkpoints import Checkpoint, Question
from destinations.rules.outcomes import OUTCOMES, Group, is_known
from destinations.rules.sources import HOSTS, SourceKind
from destinations.rules.statements import Answer, Said, Statement, Status, answer_from

DENIALS = frozenset({Said.LEFT, Said.NOT_HERE})
PLANS = frozenset({Said.INTENDS, Said.UNDECIDED})


def reconcile(statements: Iterable[Statement], asked: Question) -> Answer:
    """The answer to `asked` from statements that stand (not withdrawn, recorded in time). Their order does not matter."""
    if asked.checkpoint in (Checkpoint.Y12, Checkpoint.Y14):
        return whereabouts(statements, asked)
    return plans(statements, asked)


def whereabouts(statements: Iterable[Statement], asked: Question) -> Answer:
    """Where the student is on the reference day of Year 12 or 14."""
    statements = list(statements)
    heard = [s for s in statements if counts(s, asked)]
    words = latest_words(heard)
    denials = {s.own_place: s for s in words if s.said in DENIALS and speaks_of_itself(s)}
    present = [s for s in words if s.said is Said.PRESENT]
    contested = [s for s in present if s.provider in denials]
    standing = sorted((s for s in present if s.provider not in denials), key=preference)
    said_again = [s for s in contested if s.kind is SourceKind.LOCAL_AUTHORITY and s.said_on > denials[s.provider].said_on]
    if said_again and (not standing or not standing[0].is_official):
        return telling.denied_but_said_again(said_again[0], denials[said_again[0].provider])
    if not standing:
        return telling.nobody_knows(words, [s for s in statements if s not in heard], asked)

    winner, *others = standing
    others = [s for s in (*others, *contested) if not beside(s, winner)]
    left = [s for s in denials.values() if s.said is Said.LEFT and s.own_place != winner.provider and had_been_there(s, heard)]
    against = [s for s in others if conflicts(s, winner)] + [s for s in left if s.said_on > winner.said_on]
    if against:
        return telling.conflict(winner, sorted(against, key=preference))
    doubts = [s for s in others if not agrees(s, winner)] + [s for s in words if denies(s, winner)]
    later_doubts = [s for s in doubts if s.said_on > winner.said_on]
    firm = winner.is_official and winner.dated and not later_doubts
    agree = not doubts if others or doubts else None
    reason = telling.winner(winner, [s for s in others if agrees(s, winner)], doubts)
    return answer_from(winner, Status.VERIFIED if firm else Status.PROVISIONAL, reason, agree=agree)


def counts(s: Statement, asked: Question) -> bool:
    """Whether a statement is about the reference day. 810, 820 and 830 are no evidence; a late *left* or NEET is today's news."""
    if s.said in PLANS or not asked.opens <= s.said_on <= asked.closes:
        return False
    if s.said in DENIALS:
        return (s.ends_on or s.said_on) <= asked.cut_off
    if not is_known(s.outcome) or (s.group is Group.NEET and s.said_on > asked.cut_off):
        return False
    return (s.starts_on is None or s.starts_on <= asked.reference) and (s.ends_on is None or s.ends_on >= asked.reference)


def latest_words(statements: Iterable[Statement]) -> list[Statement]:
    """The last statement of each source."""
    last: dict[int, Statement] = {}
    for s in statements:
        if s.source not in last or s.order > last[s.source].order:
            last[s.source] = s
    return sorted(last.values(), key=lambda s: s.order)


def preference(s: Statement) -> tuple[int, bool, float, float, int]:
    """Best first: more trusted, then the full-time place of two, then the later word."""
    return s.trust, is_part_time(s), -s.said_on.toordinal(), -s.recorded_at.timestamp(), -s.id


def conflicts(s: Statement, winner: Statement) -> bool:
    """Two places that both say present, whichever spoke last; or the authority naming something else later."""
    if not s.is_official or agrees(s, winner):
        return False
    return (s.kind in HOSTS and winner.kind in HOSTS) or s.said_on > winner.said_on


def agrees(s: Statement, winner: Statement) -> bool:
    """The same outcome group and, where both name one, the same provider."""
    same_place = s.provider is None or winner.provider is None or s.provider == winner.provider
    return s.group is winner.group and (same_place or is_one_apprenticeship(s, winner))


def beside(s: Statement, winner: Statement) -> bool:
    """Two places, one of them part time: they stand side by side and neither doubts the other."""
    return s.kind in HOSTS and winner.kind in HOSTS and s.provider != winner.provider and (is_part_time(s) or is_part_time(winner))


def speaks_of_itself(s: Statement) -> bool:
    """Whether a provider or employer speaks of its own books. What it says of another place is hearsay."""
    return s.kind in HOSTS and s.own_place is not None and s.provider in (None, s.own_place)


def is_one_apprenticeship(s: Statement, winner: Statement) -> bool:
    """An employer and a training provider name different places for the same apprenticeship."""
    return s.outcome == winner.outcome == "310" and (s.kind is SourceKind.EMPLOYER) != (winner.kind is SourceKind.EMPLOYER)


def is_part_time(s: Statement) -> bool:
    return s.outcome in OUTCOMES and OUTCOMES[s.outcome].part_time


def denies(s: Statement, winner: Statement) -> bool:
    """Somebody other than the place itself says that the student is not there."""
    return s.said in DENIALS and not speaks_of_itself(s) and s.provider in (None, winner.provider)


def had_been_there(denial: Statement, heard: Iterable[Statement]) -> bool:
    """Whether the place that reports a leaver had been said, by anyone, to be the student's."""
    return any(s.said is Said.PRESENT and s.provider == denial.own_place and s.said_on <= denial.said_on for s in heard)


def plans(statements: Iterable[Statement], asked: Question) -> Answer:
    """What the student meant to do before results day, or what was said from then to 31 August."""
    statements = list(statements)
    before = [s for s in statements if s.said in PLANS and s.said_on < asked.opens]
    heard, confirmed = before, True
    if asked.checkpoint is Checkpoint.Y11_CONFIRMED:
        since = [s for s in statements if asked.opens <= s.said_on <= asked.closes and speaks_of_a_plan(s)]
        heard, confirmed = (since, True) if since else (before, False)
    if not heard:
        return telling.no_plan(asked)
    last = max(heard, key=lambda s: s.order)
    if last.said is Said.UNDECIDED:
        return telling.undecided(last)
    others = [s for s in latest_words(heard) if s.source != last.source]
    accepted = [s for s in latest_words(heard) if speaks_of_itself(s) and s.said is not Said.UNDECIDED and same_plan(s, last)]
    agree = all(same_plan(s, last) for s in others) if others else None
    status = Status.VERIFIED if accepted else Status.PROVISIONAL
    return answer_from(last, status, telling.plan(last, accepted, confirmed=confirmed), agree=agree, confirmed=confirmed)


def speaks_of_a_plan(s: Statement) -> bool:
    return s.said in PLANS or (s.said is Said.PRESENT and is_known(s.outcome))


def same_plan(s: Statement, last: Statement) -> bool:
    """The same place where both name one, else the same route."""
    if s.provider is not None and last.provider is not None:
        return s.provider == last.provider
    return s.said is not Said.UNDECIDED and (s.route or None) == (last.route or None)
