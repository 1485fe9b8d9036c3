"""The four questions asked of the evidence for one cohort (docs/rule.md)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careers.rules import academic_year


class Checkpoint(StrEnum):
    Y11_INTENDED = "y11_intended"
    Y11_CONFIRMED = "y11_confirmed"
    Y12 = "y12"
    Y14 = "y14"

    @property
    def label(self) -> str:
        return CHECKPOINT_NAMES[self]


CHECKPOINT_NAMES = {
    Checkpoint.Y11_INTENDED: "Year 11 intended",
    Checkpoint.Y11_CONFIRMED: "Year 11 confirmed",
    Checkpoint.Y12: "Year 12",
    Checkpoint.Y14: "Year 14",
}
YEARS_AFTER = {Checkpoint.Y12: 0, Checkpoint.Y14: 2}
FOLLOWED = range(11, 15)  # the year groups from which something is asked


@dataclass(frozen=True, slots=True)
class Question:
    """A checkpoint with its days. Statements said from `opens` to `closes` count; `reference` is the day the answer is about.

    For Years 12 and 14 a *left* or NEET dated after `cut_off` changes today's view, not the answer.
    """

    checkpoint: Checkpoint
    opens: date
    closes: date
    reference: date
    cut_off: date


def question(checkpoint: Checkpoint, leaving: int, results_day: date, reference: tuple[int, int] = (11, 1)) -> Question:
    """The question for the cohort leaving in summer `leaving`. `reference` is (month, day), a setting of the school."""
    if checkpoint in YEARS_AFTER:
        start = leaving + YEARS_AFTER[checkpoint]
        month, day = reference
        on = date(start if month >= 9 else start + 1, month, day)
        return Question(checkpoint, date(start, 9, 1), date(start + 1, 8, 31), on, date(start, 12, 31))
    end = date(leaving, 8, 31)
    return Question(checkpoint, results_day, end, results_day, end)


def has_opened(asked: Question, today: date) -> bool:
    """Whether anything could have been said yet. Intentions are asked from the September of Year 11."""
    if asked.checkpoint is Checkpoint.Y11_INTENDED:
        return today >= date(academic_year.academic_year(asked.reference), 9, 1)
    return today >= asked.opens


def is_followed(leaving: int, on: date) -> bool:
    """Whether a cohort is between the start of its Year 11 and the end of its Year 14 checkpoint on that day."""
    return academic_year.national_curriculum_year(leaving, academic_year.academic_year(on)) in FOLLOWED


def latest_open(leaving: int, results_day: date, today: date) -> Checkpoint:
    """The checkpoint a page shows first: the last one that has opened."""
    opened = [c for c in Checkpoint if has_opened(question(c, leaving, results_day), today)]
    return opened[-1] if opened else Checkpoint.Y11_INTENDED
