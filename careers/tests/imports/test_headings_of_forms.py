"""What headings of forms, systems and hands are taken for, over values that might be something else."""

import pytest

from careers.imports.cells import Cell
from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .headings_of_forms import HEADINGS
from .invented import MAKERS

KNOWN = {"Surname": "surname", "Forename": "forename", "Date of Birth": "born dmy", "UPN": "upn"}
NAMES = {"surname", "forename", "full_name", "known_as"}


def beside(field: str) -> dict[str, str]:
    """What else the list holds: names and a birth date, but what is asked for."""
    left_out = {"surname", "forename"} if field == "full_name" else {field}
    return {
        heading: kind for heading, kind in KNOWN.items() if kind not in left_out and not (field == "date_of_birth" and kind == "born dmy")
    }


def taken_for(heading: str, kind: str, field: str) -> str:
    base = beside(field)
    values: list[Cell] = [value.strip() for value in kind.split(";")]
    body: list[list[Cell]] = [
        [*(MAKERS[kind](i) for kind in base.values()), MAKERS[kind](i) if kind in MAKERS else values[i % len(values)]] for i in range(12)
    ]
    table = find_table(Sheet("Sheet1", [[*base, heading], *body]), RETURN)
    assert table is not None
    return guess_columns(table, RETURN)[-1].field


@pytest.mark.parametrize(("heading", "kind", "field"), HEADINGS)
def test_a_heading_is_taken_for_what_its_writer_meant(heading: str, kind: str, field: str) -> None:
    assert taken_for(heading, kind, field) == field


def guessed(columns: dict[str, list[Cell]]) -> dict[str, str]:
    rows = [[values[i % len(values)] for values in columns.values()] for i in range(12)]
    table = find_table(Sheet("Sheet1", [list(columns), *rows]), RETURN)
    assert table is not None
    return {guess.heading: guess.field for guess in guess_columns(table, RETURN)}


NAMED: dict[str, list[Cell]] = {"Learner": ["Amelia Oakden", "Yusuf Varley", "Ruby Ng"], "DOB": ["14/03/2009", "30/11/2008"]}


def test_a_name_below_an_unknown_heading_is_the_name_only_where_no_heading_says_one() -> None:
    assert guessed({**NAMED, "Gamma": ["Karen Brook", "Piotr Hale"]})["Gamma"] == "ignore"
    assert guessed({"UPN": [MAKERS["upn"](i) for i in range(5)], "Gamma": ["Amelia Oakden", "Yusuf Varley"]})["Gamma"] == "full_name"


def test_status_words_below_an_unknown_heading_are_the_status_only_where_no_heading_says_one() -> None:
    words: list[Cell] = ["Enrolled", "Withdrawn", "Enrolled"]
    assert guessed({**NAMED, "Gamma": words})["Gamma"] == "status"
    assert guessed({**NAMED, "Gamma": words, "Enrolled?": ["Yes", "No"]})["Gamma"] == "ignore"
    assert guessed({**NAMED, "Gamma": ["C", "E", "W"]})["Gamma"] == "ignore"


def test_an_empty_column_yields_to_one_that_is_filled() -> None:
    assert guessed({**NAMED, "Status": [None], "Enrolled?": ["Yes", "No"]})["Enrolled?"] == "status"
    assert guessed({**NAMED, "Name": [None]})["Name"] == "ignore"


def test_dates_too_long_or_too_short_ago_are_no_births() -> None:
    assert guessed({"Learner": NAMED["Learner"], "Gamma": ["14/03/1969", "01/02/1971"], "Start": ["01/09/2025"]})["Gamma"] == "ignore"


def test_the_day_everybody_was_last_there_is_no_day_of_leaving() -> None:
    seen: dict[str, list[Cell]] = {**NAMED, "Date of last attendance": ["03/11/2025"]}
    assert guessed({**seen, "Status": ["Enrolled", "Withdrawn"]})["Date of last attendance"] == "ignore"
    assert guessed(seen)["Date of last attendance"] == "end_date"
