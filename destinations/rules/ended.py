"""A row that says there beside an end that is past."""

from datetime import date

from destinations.rules.meanings import Meaning
from destinations.rules.rows import Problem, ReadRow
from destinations.rules.statements import Said


def ended_already(read: ReadRow, meaning: Meaning, ends: date | None, listed_on: date, column: str) -> tuple[Problem, ...]:
    """What to say of a status that says there beside an end that is past on the day of the list."""
    status = read.text("status")
    if meaning.said != Said.PRESENT or not status or ends is None or ends >= listed_on:
        return ()
    message = f"The status says {status}, but the end date {ends.day} {ends:%B %Y} is past."
    return (Problem(column, read.text("end_date"), message),)
