"""The days of a row: since when, until when, and the day its words are true of."""

from datetime import date

from destinations.rules.rows import Columns, Problem, ReadRow


def dating(verified_on: date | None, listed_on: date, *, date_given: bool, by_authority: bool) -> tuple[date, bool]:
    """(said on, dated): the row's own verified date, else the list's; an authority's row is dated by its own alone."""
    return verified_on or listed_on, verified_on is not None or (date_given and not by_authority)


def days_of(read: ReadRow, columns: Columns, today: date) -> tuple[date | None, date | None, date | None, tuple[Problem, ...]]:
    """(starts, ends, verified, problems). A day that cannot be right is left out and said."""
    starts, ends, verified = (read.dates.get(name) for name in ("start_date", "end_date", "date_verified"))
    problems = []
    if verified and verified > today:
        message = "Nothing can be verified on a day that has not come."
        problems.append(Problem(columns.called("date_verified"), read.text("date_verified"), message))
        verified = None
    if starts and ends and ends < starts:
        problems.append(Problem(columns.called("end_date"), read.text("end_date"), "This is before the day they started."))
        ends = None
    return starts, ends, verified, tuple(problems)
