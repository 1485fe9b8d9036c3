from datetime import date

from careers.imports.cells import Cell
from careers.imports.sheets import Sheet
from careers.imports.tables import Table, find_table
from careers.imports.vocabularies import PROVIDERS, RETURN, STUDENTS

HEADINGS: list[Cell] = ["Surname", "Forename", "DOB", "Course"]
VARLEY: list[Cell] = ["Varley", "Jo", "14/03/2009", "Sport"]
QUINCE: list[Cell] = ["Quince", "Al", "15/04/2009", "Art"]
BLANK: list[Cell] = [None] * 4


def found(*rows: list[Cell]) -> Table:
    width = max(map(len, rows))
    table = find_table(Sheet("List", [row + [None] * (width - len(row)) for row in rows]), RETURN)
    assert table is not None
    return table


def kinds(table: Table) -> list[tuple[int, str]]:
    return [(row.number, row.kind) for row in table.rows]


def test_rows_have_the_numbers_a_person_sees() -> None:
    table = found(["Wyrebank College"], ["New starters"], BLANK, HEADINGS, VARLEY, BLANK, QUINCE)
    assert table.header_row == 4
    assert table.headings == {"A": "Surname", "B": "Forename", "C": "DOB", "D": "Course"}
    assert kinds(table) == [(5, "data"), (7, "data")]
    assert table.rows[0].cells == dict(zip("ABCD", VARLEY, strict=True))


def test_headings_said_again_are_not_people() -> None:
    table = found(HEADINGS, VARLEY, HEADINGS, QUINCE)
    assert kinds(table) == [(2, "data"), (3, "heading"), (4, "data")]
    assert len(table.data_rows) == 2


def test_a_total_is_not_a_person() -> None:
    table = found(HEADINGS, VARLEY, QUINCE, ["Total", 2, None, None])
    assert kinds(table)[-1] == (4, "total")


def test_a_count_written_as_a_sentence_is_not_a_person() -> None:
    assert kinds(found(HEADINGS, VARLEY, ["Total students: 1", None, None, None]))[-1] == (3, "total")


def test_somebody_called_total_with_a_whole_row_is_a_person() -> None:
    table = found(HEADINGS, VARLEY, ["Total", "Al", "15/04/2009", "Art"])
    assert kinds(table)[-1] == (3, "data")


def test_a_note_below_the_list_is_not_a_person() -> None:
    table = found(HEADINGS, VARLEY, ["Please note that this list is correct at 19 September", None, None, None])
    assert kinds(table)[-1] == (3, "note")


def test_headings_merged_over_two_rows_are_joined() -> None:
    table = found(
        ["Student", None, None, "Activity", None],
        ["Surname", "Forename", "DOB", "Code", "Description"],
        ["Varley", "Jo", "14/03/2009", "230", "Further Education"],
    )
    assert table.header_row == 2
    assert table.headings["A"] == "Surname"
    assert table.headings["D"] == "Activity Code"


def test_headings_of_which_some_stand_in_the_row_above_are_all_found() -> None:
    table = found(
        ["Surname", "Forename", "Activity", None],
        [None, None, "Code", "Description"],
        ["Varley", "Jo", "230", "Further Education"],
    )
    assert table.header_row == 2
    assert list(table.headings.values()) == ["Surname", "Forename", "Activity Code", "Activity Description"]


def test_a_list_without_headings_begins_at_its_first_row() -> None:
    table = found(VARLEY, QUINCE, ["Ng", "Wei", "16/05/2009", "Sport"])
    assert table.header_row == 0
    assert set(table.headings.values()) == {""}
    assert kinds(table) == [(1, "data"), (2, "data"), (3, "data")]


def test_one_column_of_names_under_a_heading_is_a_table() -> None:
    table = found(["Student Name"], ["Varley, Jo"], ["Quince, Al"])
    assert table.header_row == 1
    assert len(table.rows) == 2


def test_headings_with_nothing_below_are_a_table_without_rows() -> None:
    assert found(HEADINGS).rows == []


def test_columns_left_empty_on_the_left_keep_their_letters() -> None:
    table = found([None, None, "Surname", "Forename"], [None, None, "Varley", "Jo"])
    assert list(table.headings) == ["C", "D"]


def test_a_column_without_a_heading_is_kept() -> None:
    table = found(["Surname", "Forename", None], ["Varley", "Jo", "Enrolled"])
    assert table.headings["C"] == ""


def test_notes_summaries_and_blank_sheets_are_not_tables() -> None:
    notes: list[list[Cell]] = [
        ["How to fill this in", None],
        ["Status", "Enrolled or withdrawn"],
        ["Surname", "The legal surname, as on the birth certificate"],
        ["Rang the school on 3 October", None],
    ]
    summary: list[list[Cell]] = [["Course", "Enrolled", "Withdrawn"], ["Sport", 14, 2], ["Art", 9, 1]]
    counts: list[list[Cell]] = [
        ["School", "Students", "Enrolled"],
        ["Moorfold High School", 14, 12],
        ["St Aidan's", 3, 2],
    ]
    for rows in (notes, summary, counts, [], [[None, None]], [["Surname: the name used"]]):
        for vocabulary in (RETURN, STUDENTS):
            assert find_table(Sheet("Notes", rows), vocabulary) is None


def test_a_list_of_providers_is_found_by_its_names() -> None:
    rows: list[list[Cell]] = [
        ["Name", "Type", "UKPRN"],
        ["Wyrebank College", "further education college", "10009999"],
    ]
    table = find_table(Sheet("Sheet1", rows), PROVIDERS)
    assert table is not None
    assert table.header_row == 1


def test_what_stands_apart_below_the_list_is_not_a_person() -> None:
    said: list[list[Cell]] = [[text, None, None, None] for text in ("Any questions give me a ring.", "Kind regards", "Dawn")]
    table = found(HEADINGS, VARLEY, QUINCE, BLANK, *said)
    assert kinds(table) == [(2, "data"), (3, "data"), (5, "note"), (6, "note"), (7, "note")]


def test_somebody_known_only_by_name_and_birth_date_at_the_end_is_a_person() -> None:
    assert kinds(found(HEADINGS, VARLEY, QUINCE, BLANK, ["Ng", None, "16/05/2009", None]))[-1] == (5, "data")
    assert kinds(found(HEADINGS, VARLEY, QUINCE, ["Ng", "Wei", None, None]))[-1] == (4, "data")


def test_counts_below_the_list_are_not_people() -> None:
    counts: list[list[Cell]] = [["EET", 175, None, None], ["Total learners:", "2", None, None], ["2 students", None, None, None]]
    table = found(HEADINGS, VARLEY, QUINCE, *counts)
    assert [kind for _, kind in kinds(table)[2:]] == ["total", "total", "total"]


def test_what_to_type_below_the_headings_is_not_a_person() -> None:
    table = found(HEADINGS, ["e.g. Smith", "Jo", "dd/mm/yyyy", "text"], VARLEY)
    assert kinds(table) == [(2, "note"), (3, "data")]


def test_a_class_or_a_course_that_heads_a_part_is_not_a_person() -> None:
    for line in ("Class 12A", "Health and Social Care", "Level 3", "Calder Sixth Form College"):
        assert kinds(found(HEADINGS, [line, None, None, None], VARLEY)) == [(2, "note"), (3, "data")]


def test_a_word_alone_below_the_headings_is_not_more_of_the_headings() -> None:
    table = found(HEADINGS, ["Currently enrolled", None, None, None], VARLEY, ["Withdrawn", None, None, None], QUINCE)
    assert table.header_row == 1
    assert table.headings["A"] == "Surname"


def test_headings_in_two_lines_said_again_on_the_next_page_are_not_people() -> None:
    upper: list[Cell] = ["Student", None, None, "Activity", None]
    lower: list[Cell] = ["Surname", "Forename", "DOB", "Code", "Description"]
    row: list[Cell] = ["Varley", "Jo", "14/03/2009", "230", "Further Education"]
    assert [kind for _, kind in kinds(found(upper, lower, row, upper, lower, row))] == ["data", "heading", "heading", "data"]


def test_a_heading_of_a_group_about_somebody_else_is_said_of_each_of_its_columns() -> None:
    groups: list[Cell] = ["Student", None, "Emergency contact", None]
    table = found(groups, ["Surname", "Forename", "Name", "Phone"], ["Varley", "Jo", "A Varley", "01200 900123"])
    assert table.headings["C"] == "Emergency contact Name"


def test_an_address_list_in_a_letter_is_not_the_list() -> None:
    letter: list[list[Cell]] = [["Name", "Telephone", "Email", None], ["Dr P Latchford", "01200 900123", "p@example.org", None], BLANK]
    said: list[list[Cell]] = [[f"Dear colleague, thank you for your letter about line {i} of many.", None, None, None] for i in range(12)]
    table = found(*letter, *said, BLANK, HEADINGS, VARLEY)
    assert table.header_row == 17


def test_a_register_with_days_for_headings_is_a_list() -> None:
    days: list[Cell] = [date(2025, 9, day) for day in (8, 15, 22, 29)]
    table = found([*HEADINGS[:3], *days], [*VARLEY[:3], "/", "/", "N", "/"], [*QUINCE[:3], "/", "/", "/", "/"])
    assert table.header_row == 1
    assert table.headings["A"] == "Surname"


def test_people_of_whom_only_the_name_is_said_below_the_list_are_people() -> None:
    few: list[list[Cell]] = [["Did not enrol", None, None, None], ["Ng", "Wei", None, None], ["Yates", "Mo", None, None]]
    assert [kind for _, kind in kinds(found(HEADINGS, VARLEY, QUINCE, BLANK, *few))[-2:]] == ["data", "data"]
    signed: list[list[Cell]] = [["Kind regards", None, None, None], ["Dawn Whitlow", None, None, None]]
    assert [kind for _, kind in kinds(found(HEADINGS, VARLEY, QUINCE, BLANK, *signed))[-2:]] == ["note", "note"]


def test_a_line_that_titles_a_course_between_the_rows_is_a_note() -> None:
    people: list[list[Cell]] = [
        ["Jo", "Varley", "14/03/2009", "2"],
        ["STUDY PROGRAMME - RETAIL", None, None, None],
        ["Amelia", "Oakden", "30/11/2008", "1"],
    ]
    table = find_table(Sheet("Sheet1", [["First name", "Surname", "DOB", "Level"], *people]), RETURN)
    assert table is not None
    assert [row.kind for row in table.rows] == ["data", "note", "data"]


def test_a_total_of_many_columns_is_a_total() -> None:
    rows: list[list[Cell]] = [
        ["Name", "DOB", "Enrolled", "Left", "Did not enrol"],
        ["Jo Varley", "14/03/2009", "x", None, None],
        ["TOTAL", None, 1, 0, 0],
    ]
    table = find_table(Sheet("Sheet1", rows), RETURN)
    assert table is not None
    assert table.rows[-1].kind == "total"
