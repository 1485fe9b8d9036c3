"""The values of a list that could not be used, the same problem once, with its rows."""

from collections.abc import Sequence

from destinations.models import DataReturn, ReturnRow
from destinations.rules.alike import Alike, RowValue, alike
from destinations.rules.said_once import of_the_row

Pile = ReturnRow.Pile
MOST = 2_000  # rows that are looked at


def values_not_used(data_return: DataReturn) -> Sequence[Alike]:
    """Of the first rows of ours that have any. A place taken for one of nearly the same name is used, and what is wrong with a whole column
    is said above its table. One query where there are any, else none."""
    if not data_return.counts.get("not_used"):
        return []
    tables = {(sheet["sheet"][:100], sheet.get("part", 0)): sheet for sheet in data_return.layout}
    places = {at: {called(column) for column in sheet["columns"] if column["field"] == "provider"} for at, sheet in tables.items()}
    once = {at: sheet.get("problems", []) for at, sheet in tables.items()}
    rows = data_return.rows.filter(pile__in=(Pile.CERTAIN, Pile.CHECK)).exclude(problems=[]).only("sheet", "part", "row", "problems")
    return alike(
        (problem["column"], problem["message"], RowValue(row.row, problem["value"], row.sheet, row.pk))
        for row in rows[:MOST]
        for problem in of_the_row(row.problems, once.get((row.sheet, row.part), []))
        if problem["column"] not in places.get((row.sheet, row.part), ())
    )


def called(column: dict[str, str]) -> str:
    """How problems speak of a column."""
    return column["heading"] or f"column {column['letter']}"
