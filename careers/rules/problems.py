"""What is wrong with a row of somebody's file, in their own words: the row they see, the heading they wrote, the value they typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Problem:
    """`kept`: the rest of the row is taken in without this value; otherwise nothing of the row is."""

    row: int
    column: str
    value: str
    message: str
    kept: bool = False

    @property
    def whole_message(self) -> str:
        return f"{self.message} The rest of the row was taken in." if self.kept else self.message


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as its writer sees it: the heading of its column and what stands in it."""

    column: str
    value: str


def problem_in(row: int, cells: Mapping[str, Cell], name: str, message: str, *, kept: bool = False) -> Problem:
    """A problem with one field of a row. A field that has no column is told of without one."""
    cell = cells.get(name, Cell("", ""))
    return Problem(row, cell.column, cell.value, message, kept)


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """By row. Where a row is refused as a whole, nothing of it is kept."""
    whole = {problem.row for problem in problems if not problem.kept}
    told = [replace(problem, kept=False) if problem.row in whole else problem for problem in problems]
    return tuple(sorted(told, key=lambda problem: problem.row))
