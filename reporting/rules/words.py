"""Figures in words: the sentence that a page or a report answers with first."""

from datetime import date

from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import PLANNED
from destinations.rules.outcomes import Group
from reporting.rules.figures import Figures


def headline(f: Figures, checkpoint: Checkpoint = Checkpoint.Y12) -> str:
    """ "183 of 200 known, 9 not in education, employment or training, 17 to find": who is not known is never left out."""
    if not f.cohort:
        return "There are no students in this cohort yet."
    parts = [f"{f.known} of {f.cohort} known", f"{f.neet} not in education, employment or training"]
    parts += [f"{f.conflicting} where sources disagree"] if f.conflicting else []
    missing = f.not_known - f.conflicting
    finding = "without a known plan" if checkpoint in PLANNED else "to find"
    parts.append(f"{missing or 'nobody'} {'else ' if f.conflicting and not missing else ''}{finding}")
    return ", ".join(parts) + "."


def day(on: date) -> str:
    """ "1 November 2025" """
    return f"{on.day} {on:%B %Y}"


def many(n: int, one: str, more: str | None = None) -> str:
    """ "1 student", "17 students": the plural is `more`, by default with an s."""
    return f"{n} {one if n == 1 else more or one + 's'}"


def listed(parts: list[str]) -> str:
    """ "A", "A and B", "A, B and C" """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


OUTCOME_PHRASES = {
    Group.EDUCATION: "in education",
    Group.APPRENTICESHIP: "on an apprenticeship",
    Group.EMPLOYMENT: "in employment",
    Group.TRAINING: "in training",
    Group.RE_ENGAGEMENT: "in re-engagement provision",
    Group.NEET: "not in education, employment or training",
    Group.OTHER: "doing something else",
    Group.NOT_KNOWN: "not known",
}
