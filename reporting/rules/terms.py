"""Which cohorts a term's report is about, and as at which day (docs/figures.md)."""

from dataclasses import dataclass
from datetime import date, timedelta

from careers.rules import academic_year
from destinations.rules.checkpoints import Checkpoint

TERM_STARTS = {"autumn": (9, 1), "spring": (1, 1), "summer": (4, 1)}


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the three questions a term's report answers: which leavers are at this stage, and which checkpoint asks about them."""

    name: str
    leaving: int
    checkpoint: Checkpoint
    asks: str


def stages_of(term: str) -> tuple[Stage, ...]:
    """The cohorts then in Year 11, Year 12 and Year 14. Raises ValueError for what is not a term."""
    start = starts_in(term)
    year_12, year_14 = academic_year.leaving_year(12, start), academic_year.leaving_year(14, start)
    return (
        Stage("Year 11", academic_year.leaving_year(11, start), Checkpoint.Y11_INTENDED, "What they intend to do next"),
        Stage("Year 12", year_12, Checkpoint.Y12, "Where they are in the year after Year 11"),
        Stage("Year 14", year_14, Checkpoint.Y14, "Where they are in the third year after Year 11"),
    )


def term_start(term: str) -> date:
    """The first day of a term. Raises ValueError for what is not a term."""
    academic_year.term_end(term)
    start, _, name = term.partition("-")
    month, day = TERM_STARTS[name]
    return date(int(start) + (name != "autumn"), month, day)


def starts_in(term: str) -> int:
    return academic_year.academic_year(term_start(term))


def as_at(term: str, today: date) -> date:
    """The end of the term or today, whichever is earlier. Raises ValueError for a term that has not begun."""
    if today < term_start(term):
        raise ValueError(f"The {title(term).lower()} has not begun yet.")
    return min(academic_year.term_end(term), today)


def day_of(term: str, wanted: date | None, today: date) -> date:
    """The day as at which a term is reported: the one that is wanted, else the usual one.

    Raises ValueError for a term that has not begun, and for a day before the term or after today.
    """
    usual = as_at(term, today)
    if wanted is None:
        return usual
    if wanted > today:
        raise ValueError(f"{wanted:%-d %B %Y} has not come yet.")
    if wanted < term_start(term):
        raise ValueError(f"{wanted:%-d %B %Y} is before the {title(term).lower()}, which starts on {term_start(term):%-d %B %Y}.")
    return wanted


def is_over(term: str, day: date) -> bool:
    """Whether a day is after the last of a term."""
    return day > academic_year.term_end(term)


def title(term: str) -> str:
    """ "2025-autumn" → "Autumn term 2025/26". Raises ValueError for what is not a term."""
    start = starts_in(term)
    return f"{term.partition('-')[2].capitalize()} term {academic_year.label(start)}"


def last_ended(today: date) -> str:
    """The term that ended last, on `today` at the latest."""
    this = academic_year.term_of(today)
    if academic_year.term_end(this) <= today:
        return this
    return academic_year.term_of(term_start(this) - timedelta(days=1))


def recent(today: date, n: int = 4) -> list[str]:
    """The last terms that have begun, this one first."""
    terms = [academic_year.term_of(today)]
    while len(terms) < n:
        terms.append(academic_year.term_of(term_start(terms[-1]) - timedelta(days=1)))
    return terms
