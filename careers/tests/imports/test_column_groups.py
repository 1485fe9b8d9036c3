from careers.imports.cells import Cell
from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .invented import MAKERS

PEOPLE = {"Surname": "surname", "Forename": "forename"}


def fields(columns: dict[str, str | list[Cell]], count: int = 12) -> dict[str, str]:
    """The field guessed for each column after the names, given as heading: kind of cell, or values said over and over."""
    spec: dict[str, str | list[Cell]] = {**PEOPLE, **columns}
    body = [[MAKERS[kind](i) if isinstance(kind, str) else kind[i % len(kind)] for kind in spec.values()] for i in range(count)]
    table = find_table(Sheet("Sheet1", [list(spec), *body]), RETURN)
    assert table is not None
    return {guess.heading: guess.field for guess in guess_columns(table, RETURN)[2:]}


def test_a_column_for_each_status_is_a_column_of_marks() -> None:
    ticks: dict[str, str | list[Cell]] = {"Enrolled": ["✓", "✓", None], "Withdrawn": [None, None, "✓"], "Did not attend": [None]}
    assert set(fields(ticks).values()) == {"marked"}


def test_marks_may_be_dates_and_false() -> None:
    ticks: dict[str, str | list[Cell]] = {"Enrolled": [True, False], "Withdrawn": [False], "Never attended": [False, True]}
    assert set(fields(ticks).values()) == {"marked"}
    dated: dict[str, str | list[Cell]] = {
        "Enrolled": ["x", None, "x"],
        "Did not enrol": [None, "x", None],
        "Withdrawn": [None, None, "03/11/2025"],
    }
    assert fields(dated)["Enrolled"] == fields(dated)["Did not enrol"] == "marked"


def test_one_column_of_ticks_is_the_status() -> None:
    assert fields({"Enrolled": "ticks"}) == {"Enrolled": "status"}


def test_a_tick_and_a_date_are_a_status_and_the_day_they_left() -> None:
    assert fields({"Enrolled": ["✓"], "Withdrawn": [None, None, "03/11/2025"]}) == {"Enrolled": "status", "Withdrawn": "end_date"}


def test_questions_that_every_row_answers_yes_are_not_marks() -> None:
    asked = fields({"Enrolled (Y/N)": ["Y"], "Still attending (Y/N)": ["Y", "Y", "Y", "N"]})
    assert "marked" not in asked.values()


def test_where_an_application_is_is_not_where_a_student_is() -> None:
    decisions: list[Cell] = ["Conditional offer", "Unconditional offer", "Rejected", "Interview booked"]
    assert fields({"Application status": decisions}) == {"Application status": "application_status"}
    assert list(fields({"Application status": decisions, "Enrolled?": "yes"}).values()) == ["application_status", "status"]
    assert fields({"Status": decisions}) == {"Status": "status"}


def test_a_decision_column_that_says_who_enrolled_is_the_status() -> None:
    assert fields({"Application status": ["Enrolled", "Offer made", "Withdrawn", "Enrolled"]}) == {"Application status": "status"}
    assert fields({"Offer": "status"}) == {"Offer": "status"}


def test_every_numbered_subject_is_the_course() -> None:
    subjects: dict[str, str | list[Cell]] = {
        "Subject 1": ["Biology"],
        "Subject 2": ["Art", None],
        "Subject 3": ["Maths"],
        "Subject 4": [None],
    }
    assert set(fields(subjects).values()) == {"course"}


def test_a_course_and_its_code_are_not_both_the_course() -> None:
    assert fields({"Course code": ["ENG3A", "SPO2B"], "Course title": "course"})["Course title"] == "course"


def test_a_birth_date_may_stand_in_three_columns() -> None:
    parts = {"Day": [14, 2, 30], "Month": ["March", "Apr", "Sept"], "Year": [2009, 2009, 2008]}
    assert list(fields(parts).values()) == ["birth_day", "birth_month", "birth_year"]
    headed = {"DOB (day)": ["14", "02"], "DOB (month)": ["03", "12"], "DOB (year)": ["2009", "2008"]}
    assert list(fields(headed).values()) == ["birth_day", "birth_month", "birth_year"]


def test_a_day_without_a_month_and_a_year_is_left_out() -> None:
    assert fields({"Day": [1, 2, 3], "DOB": "born dmy"})["Day"] == "ignore"


def test_upns_that_the_spreadsheet_rounded_are_still_the_upns() -> None:
    assert fields({"UPN": ["8.89E+11", "8.88E+11"]}) == {"UPN": "upn"}
    assert fields({"ULN": ["1.23E+09", "4.5E+09"]}) == {"ULN": "uln"}


def test_why_somebody_left_is_the_status_where_nothing_else_says_who_left() -> None:
    reason: list[Cell] = [None, None, "Moved away", None]
    assert fields({"DOB": "born dmy", "Withdrawal reason": reason})["Withdrawal reason"] == "status"
    assert fields({"Status": "status", "Withdrawal reason": reason})["Withdrawal reason"] == "ignore"
