"""Problems that are the same all the way down a column: said once of the list, not in every row."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from destinations.rules.plan import NOT_A_STUDENT, PlannedRow

FEWEST_ROWS, SHARE = 5, 0.8


def without_value(message: str, value: str) -> str:
    """A problem's sentence without what stands in the one cell."""
    return message.replace(value, "…") if value else message


def said_once(rows: Sequence[PlannedRow]) -> list[dict[str, Any]]:
    """{column, message, rows} for each problem that most of the rows about somebody have, the value left out."""
    people = [row for row in rows if row.pile != NOT_A_STUDENT]
    found = Counter((p.column, without_value(p.message, p.value)) for row in people for p in row.problems)
    least = max(FEWEST_ROWS, SHARE * len(people))
    return [{"column": column, "message": message, "rows": n} for (column, message), n in found.items() if n >= least]


def of_the_row(problems: Sequence[Mapping[str, str]], once: Sequence[Mapping[str, Any]]) -> list[Mapping[str, str]]:
    """A row's own problems: those that are not said once of the list."""
    said = {(one["column"], one["message"]) for one in once}
    return [problem for problem in problems if (problem["column"], without_value(problem["message"], problem["value"])) not in said]
