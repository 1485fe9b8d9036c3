"""Answers in words: one sentence that says what the answer stands on."""

from collections.abc import Sequence
from datetime import date

from destinations.rules.checkpoints import Checkpoint, Question
from destinations.rules.outcomes import OUTCOMES, ROUTE_NAMES, Group, Route, is_known
from destinations.rules.statements import Answer, Said, Statement, Status

SAID_WORDS = {
    Said.INTENDS: "intends to go there",
    Said.UNDECIDED: "undecided",
    Said.PRESENT: "is there",
    Said.LEFT: "left",
    Said.NOT_HERE: "not there",
}


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def cite(s: Statement) -> str:
    """Who said it, when and where it is written: "Cardwell College, 12 September 2025, row 14 of list.xlsx"."""
    return ", ".join(part for part in (s.source_name, day(s.said_on), s.place) if part)


def what(s: Statement) -> str:
    """What a statement says, short: "Further education, full time at Cardwell College"."""
    doing = OUTCOMES[s.outcome].name if s.outcome in OUTCOMES else ROUTE_NAMES[Route(s.route)] if s.route else SAID_WORDS[s.said]
    return f"{doing} at {s.provider_name}" if s.provider_name else doing


def names(statements: Sequence[Statement]) -> str:
    """ "A", "A and B", "A, B and C" """
    each = list(dict.fromkeys(s.source_name for s in statements))
    return each[0] if len(each) == 1 else f"{', '.join(each[:-1])} and {each[-1]}"


def winner(s: Statement, agreeing: Sequence[Statement], doubts: Sequence[Statement]) -> str:
    parts = [cite(s) + ("" if s.dated else " (no date of its own)")]
    if agreeing:
        parts.append(f"{names(agreeing)} {'agrees' if len(agreeing) == 1 else 'agree'}")
    parts += [f"{cite(d)} said {'otherwise: ' if d.said is Said.PRESENT else ''}{lower(what(d))}" for d in doubts]
    return "; ".join(parts) + "."


def lower(words: str) -> str:
    """Words in the middle of a sentence; "A levels" and "T Level" keep their letter."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def conflict(s: Statement, against: Sequence[Statement]) -> Answer:
    sides = [f"{cite(s)} says {lower(what(s))}"]
    sides += [f"{cite(a)} says {lower(what(a)) if a.said is Said.PRESENT else f'left {a.provider_name}'}" for a in against]
    return Answer(Status.CONFLICTING, "; but ".join(sides) + ".", sources_agree=False, evidence=s.id, against=tuple(a.id for a in against))


def denied_but_said_again(s: Statement, denial: Statement) -> Answer:
    reason = f"{cite(denial)} says {'left' if denial.said is Said.LEFT else 'not there'}; but {cite(s)} says {lower(what(s))}."
    return Answer(Status.CONFLICTING, reason, sources_agree=False, evidence=denial.id, against=(s.id,))


def nobody_knows(words: Sequence[Statement], not_counted: Sequence[Statement], asked: Question) -> Answer:
    """What was heard, though it does not answer: who denied it, and what was said but does not count here."""
    said = [f"{cite(s)} says {'left' if s.said is Said.LEFT else 'not there'}" for s in words if s.said in (Said.LEFT, Said.NOT_HERE)]
    said += [f"{cite(s)} says {heard}" for s in sorted(not_counted, key=lambda s: s.order) if (heard := why_not(s, asked))]
    if not said:
        return Answer(Status.UNKNOWN, "Nobody has said where the student is.")
    return Answer(Status.UNKNOWN, f"{'; '.join(said)}; nobody who could know says where on {day(asked.reference)}.")


def why_not(s: Statement, asked: Question) -> str:
    """Why a statement of this academic year does not answer; empty for plans and for other years."""
    if s.said in (Said.INTENDS, Said.UNDECIDED) or not asked.opens <= s.said_on <= asked.closes:
        return ""
    if s.said is not Said.PRESENT:
        return f"left after {day(asked.cut_off)}"
    if s.outcome is None:
        return f"present{f' at {s.provider_name}' if s.provider_name else ''}, but not what the student is doing"
    if not is_known(s.outcome):
        return lower(OUTCOMES[s.outcome].name)
    if s.group is Group.NEET and s.said_on > asked.cut_off:
        return f"{lower(what(s))}, but after {day(asked.cut_off)}"
    return f"{lower(what(s))}, but on other days"


def no_plan(asked: Question) -> Answer:
    since = "before or on" if asked.checkpoint is Checkpoint.Y11_CONFIRMED else "before"
    return Answer(Status.UNKNOWN, f"No intention was recorded {since} results day.", confirmed=False)


def undecided(s: Statement) -> Answer:
    return Answer(Status.UNKNOWN, f"{cite(s)}: undecided.", evidence=s.id, source=s.source_name, said_on=s.said_on)


def plan(s: Statement, accepted: Sequence[Statement], *, confirmed: bool) -> str:
    parts = [cite(s)]
    if accepted and accepted[0].id != s.id:
        parts.append(f"{names(accepted)} confirms the place")
    if not confirmed:
        parts.append("not confirmed on results day")
    return "; ".join(parts) + "."
