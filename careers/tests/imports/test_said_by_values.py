"""Columns whose values say what they are where their headings do not."""

from typing import Any

import pytest

from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .invented import MAKERS

COURSES = ["Level 2 Plumbing", "Catering and Hospitality", "BTEC Sport", "Hairdressing"]


def fields(columns: dict[str, Any], count: int = 12) -> dict[str, str]:
    spec: dict[str, Any] = {"Surname": "surname", "Forename": "forename", "DOB": "born dmy", **columns}
    body = [[MAKERS[kind](i) if isinstance(kind, str) else kind[i % len(kind)] for kind in spec.values()] for i in range(count)]
    table = find_table(Sheet("Sheet1", [list(spec), *body]), RETURN)
    assert table is not None
    return {guess.heading: guess.field for guess in guess_columns(table, RETURN)[3:]}


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("At 19 Sept", ["Studying here", "Studying here", "No longer here", "Not enrolled here"]),
        ("Attendance", ["Attending", "Attending", "Stopped attending", "Never attended"]),
        ("Now", ["In training", "In training", "Left programme"]),
    ],
)
def test_a_few_statuses_with_a_denial_are_the_status_whatever_stands_over_them(heading, values):
    assert fields({heading: values, "Course": "course"})[heading] == "status"


def test_a_column_of_statuses_is_no_status_beside_one_that_is_headed_so():
    found = fields({"Status": "status", "Attendance": ["Attending", "Stopped attending"]})
    assert found == {"Status": "status", "Attendance": "ignore"}


@pytest.mark.parametrize("values", [["93%", "88%", "71%"], ["Good", "Poor", "Good"], ["Attending", "Present"], ["Y", "N"]])
def test_an_attendance_that_denies_nobody_is_left_out(values):
    assert fields({"Attendance": values})["Attendance"] == "ignore"


def test_statuses_of_an_induction_or_a_bursary_are_not_of_the_student():
    assert "status" not in fields({"Induction": ["Attended", "Did not attend"]}).values()
    assert "status" not in fields({"Library induction day": ["Attended", "Not attended"]}).values()


def test_a_heading_of_activity_over_titles_of_courses_is_the_course():
    heading = "What they are doing with us"
    assert fields({heading: COURSES}) == {heading: "course"}
    assert fields({heading: "activity"}) == {heading: "activity_words"}
    beside = fields({heading: COURSES, "Position": ["Studying here", "No longer here"]})
    assert beside == {heading: "course", "Position": "status"}


@pytest.mark.parametrize(
    ("headings", "mark"),
    [
        (("✓ Here", "Has left", "Not with us"), "✓"),
        (("In our Y12", "Not in our Y12"), "Y"),
        (("Current learner", "Ex learner", "Did not come"), "x"),
        (("On roll", "Started, then left", "Did not join"), 1),
    ],
)
def test_neighbours_of_which_every_row_ticks_one_are_a_column_for_each_status(headings, mark):
    ticks = {heading: [mark if i % len(headings) == place else None for i in range(12)] for place, heading in enumerate(headings)}
    assert set(fields(ticks).values()) == {"marked"}


def test_ticks_that_choose_between_other_things_are_no_statuses():
    assert "marked" not in fields({"Full time": ["Y", None], "Part time": [None, "Y"]}).values()
    assert "marked" not in fields({"FSM": ["Y", None], "Not FSM": [None, "Y"]}).values()
    assert "marked" not in fields({"Paid": ["Y", None, "Y"], "Not seen": [None, "Y", "Y"]}).values()


def test_a_placement_is_the_provider_in_the_list_of_an_authority_and_the_employer_elsewhere():
    assert fields({"Activity": "activity", "Placement name": "college"})["Placement name"] == "provider"
    assert fields({"Course": "course", "Placement": ["Rook Motors", "Finch Bakery"]})["Placement"] == "employer"


def test_the_words_of_an_authority_and_its_codes_may_have_the_same_heading():
    assert fields({"NCCIS activity": ["210", "619", "330"]}) == {"NCCIS activity": "activity_code"}
    assert fields({"NCCIS activity": "activity"}) == {"NCCIS activity": "activity_words"}


def test_from_is_a_school_or_a_day_by_what_stands_below_it():
    assert fields({"From": ["Hodder Academy", "Whitlow High School"]}) == {"From": "previous_school"}
    assert fields({"From": ["03/09/2025", "10/09/2025"]}) == {"From": "start_date"}
    assert fields({"Started with us": ["03/09/2025", "10/09/2025"]}) == {"Started with us": "start_date"}


def test_the_headings_who_and_date_born_are_found_above_a_section():
    headings = ["Who", "DATE BORN", "Course / apprenticeship", "Expected completion", "English grade"]
    rows = [headings, ["Currently with us"], *(["Amelia Oakden", "39900", "Level 2 Plumbing", "July 2027", "4"] for _ in range(6))]
    table = find_table(Sheet("Sheet1", [[*row, *[None] * (5 - len(row))] for row in rows]), RETURN)
    assert table is not None
    assert [guess.field for guess in guess_columns(table, RETURN)[:3]] == ["full_name", "date_of_birth", "course"]
