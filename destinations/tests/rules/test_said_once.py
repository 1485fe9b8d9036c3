from destinations.rules.plan import PlannedRow
from destinations.rules.rows import Problem
from destinations.rules.said_once import of_the_row, said_once

ROUNDED = "The spreadsheet has rounded this number to {}; ask for the column as text."
ONCE = [{"column": "ULN", "message": ROUNDED.format("…"), "rows": 6}]


def listed(*problems):
    return PlannedRow("Sheet1", 2, "check", "", problems=problems)


def rounded(value):
    return Problem("ULN", value, ROUNDED.format(value))


def test_a_problem_of_nearly_every_row_is_said_once_without_its_values():
    assert said_once([*(listed(rounded(f"{n}.2E+09")) for n in range(6)), listed()]) == ONCE


def test_a_problem_of_a_few_rows_is_said_in_those():
    assert said_once([*(listed(rounded("1.2E+09")) for _ in range(6)), *(listed() for _ in range(6))]) == []
    assert said_once([listed(rounded("1.2E+09"))]) == []


def test_a_row_keeps_the_problems_that_are_its_own():
    own = {"column": "DOB", "value": "31/02/2009", "message": "There is no such day."}
    all_of_it = [own, {"column": "ULN", "value": "1.2E+09", "message": ROUNDED.format("1.2E+09")}]
    assert of_the_row(all_of_it, ONCE) == [own]
