"""What nearly every row of a column has wrong: said once above the rows, with the whole values of our rows. Writes nothing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from destinations.models import DataReturn
from destinations.rules.said_once import without_value

AT_FIRST = 5
Which = tuple[str, int, str, str]  # sheet, part, column, the sentence without its value


@dataclass(frozen=True, slots=True)
class ColumnProblem:
    """A problem of a column: its table, how many rows of the whole list have it, and its sentences with how many of our rows."""

    table: str
    column: str
    rows: int
    told: Sequence[tuple[str, int]]

    @property
    def first(self) -> Sequence[tuple[str, int]]:
        return self.told[:AT_FIRST]

    @property
    def more(self) -> Sequence[tuple[str, int]]:
        return self.told[AT_FIRST:]


def column_problems(data_return: DataReturn) -> list[ColumnProblem]:
    """Those of every table, in the order of the file. One query, and none where there are no such problems."""
    every = [(sheet, problem) for sheet in data_return.layout for problem in sheet.get("problems", [])]
    told = sentences_of(data_return) if every else {}
    shown = []
    for sheet, problem in every:
        which = (sheet["sheet"][:100], sheet.get("part", 0), problem["column"], problem["message"])
        sentences = told.get(which) or Counter({nameless(problem["message"]): problem["rows"]})
        shown.append(ColumnProblem(sheet.get("title", sheet["sheet"]), problem["column"], problem["rows"], sentences.most_common()))
    return shown


def sentences_of(data_return: DataReturn) -> dict[Which, Counter[str]]:
    """The problems of our rows as they stand in them, with how many rows have each."""
    told: defaultdict[Which, Counter[str]] = defaultdict(Counter)
    for sheet, part, problems in data_return.rows.exclude(problems=[]).values_list("sheet", "part", "problems"):
        for problem in problems:
            which = (sheet, part, problem["column"], without_value(problem["message"], problem["value"]))
            told[which][problem["message"]] += 1
    return told


def nameless(message: str) -> str:
    """A sentence whose value is not kept, as a sentence: “…” is not an activity code → A value is not an activity code."""
    words = message.replace("“…”", "a value").replace("…", "a value")
    return f"{words[:1].upper()}{words[1:]}"
