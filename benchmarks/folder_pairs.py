"""Each row that was read, beside the line of the truth about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

Row = dict[str, Any]
Line = dict[str, str]
Pairs = list[tuple[Row | None, Line | None]]


def paired(rows: Iterable[Row], truth: Iterable[Line]) -> Pairs:
    """Every row and every line once. Of tables side by side several people stand in one row of a sheet: they go by the line's own `part`
    where it has one, else by whom both are about, else from left to right."""
    told: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for line in truth:
        told[line["sheet"], int(line["row"])].append(line)
    pairs: Pairs = []
    waiting = list(rows)
    for agree in (of_one_part, of_one_student, lambda row, line: not line.get("part")):
        waiting = [row for row in waiting if not _pair(row, told[row["sheet"], row["row"]], agree, pairs)]
    return [*pairs, *((row, None) for row in waiting), *((None, line) for there in told.values() for line in there)]


def _pair(row: Row, there: list[Line], agree: Callable[[Row, Line], bool], pairs: Pairs) -> bool:
    line = next((line for line in there if agree(row, line)), None)
    if line is None:
        return False
    there.remove(line)
    pairs.append((row, line))
    return True


def of_one_part(row: Row, line: Line) -> bool:
    return bool(line.get("part")) and int(line["part"]) == row.get("part", 0)


def of_one_student(row: Row, line: Line) -> bool:
    """Whether a row was taken for, or offers, the student whom a line is about."""
    upns = {row["upn"], *(candidate["upn"] for candidate in row["candidates"])} - {None}
    return not line.get("part") and line["upn"] in upns
