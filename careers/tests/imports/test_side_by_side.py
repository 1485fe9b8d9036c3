from careers.imports.cells import Cell
from careers.imports.sheets import Sheet
from careers.imports.side_by_side import parts_of
from careers.imports.tables import Table, find_table
from careers.imports.vocabularies import RETURN

HEADINGS: list[Cell] = ["Surname", "Forename", "DOB"]
VARLEY: list[Cell] = ["Varley", "Jo", "14/03/2009"]
QUINCE: list[Cell] = ["Quince", "Al", "15/04/2009"]
NG: list[Cell] = ["Ng", "Wei", "16/05/2009"]
NOBODY: list[Cell] = [None, None, None]


def parts(*rows: list[Cell]) -> list[Sheet]:
    width = max(map(len, rows))
    return parts_of([Sheet("List", [row + [None] * (width - len(row)) for row in rows])], RETURN)


def tables(*rows: list[Cell]) -> list[Table]:
    found = [find_table(sheet, RETURN) for sheet in parts(*rows)]
    assert None not in found
    return [table for table in found if table]


def surnames(table: Table) -> list[tuple[int, Cell]]:
    letter = next(letter for letter, heading in table.headings.items() if heading in ("Surname", "Name"))
    return [(row.number, row.cells[letter]) for row in table.data_rows]


def test_two_classes_beside_each_other_are_two_tables() -> None:
    left, right = tables(HEADINGS + HEADINGS, VARLEY + QUINCE, NG + NOBODY)
    assert surnames(left) == [(2, "Varley"), (3, "Ng")]
    assert surnames(right) == [(2, "Quince")]
    assert list(right.headings) == ["D", "E", "F"]


def test_a_blank_column_may_stand_between_them() -> None:
    gap: list[Cell] = [None]
    left, right = tables(HEADINGS + gap + HEADINGS, VARLEY + gap + QUINCE)
    assert list(right.headings) == ["E", "F", "G"]
    assert surnames(left) == [(2, "Varley")]


def test_a_number_before_each_name_belongs_to_its_table() -> None:
    left, right = tables(["No", *HEADINGS, None, "No", *HEADINGS], [1, *VARLEY, None, 1, *QUINCE])
    assert list(left.headings) == ["A", "B", "C", "D"]
    assert list(right.headings) == ["F", "G", "H", "I"]


def test_each_has_its_own_title_and_both_have_the_one_above_them() -> None:
    left, right = parts(
        ["Wyrebank College", None, None, None, None, None, None],
        ["Enrolled", None, None, None, "Withdrawn", None, None],
        [*HEADINGS, None, *HEADINGS],
        [*VARLEY, None, *QUINCE],
    )
    assert left.rows[1] == ["Enrolled", *[None] * 6]
    assert right.rows[1][4] == "Withdrawn"
    assert right.rows[1][0] is None
    assert left.rows[0] == right.rows[0]
    assert (left.part, right.part) == (1, 2)


def test_tables_beside_each_other_may_have_other_headings() -> None:
    left, right = tables([*HEADINGS, None, "Name", "DOB", "Reason left"], [*VARLEY, None, "Al Quince", "15/04/2009", "Moved"])
    assert surnames(left) == [(2, "Varley")]
    assert surnames(right) == [(2, "Al Quince")]


def test_one_table_stays_one_sheet() -> None:
    plain = [HEADINGS, VARLEY, QUINCE]
    twice = [["Surname", "Forename", "Legal surname", "Legal forename", "DOB"], ["Varley", "Jo", "Varley", "Joanne", "14/03/2009"]]
    gap = [["Surname", "Forename", None, "DOB", "Course"], ["Varley", "Jo", None, "14/03/2009", "Sport"]]
    said_twice = [[*HEADINGS, *HEADINGS], [*VARLEY, *VARLEY], [*NG, *NG]]
    for rows in (plain, twice, gap, said_twice):
        (sheet,) = parts(*rows)
        assert sheet.part == 0


def test_a_table_below_another_under_other_headings_is_a_part_of_its_own() -> None:
    first, second = tables(
        HEADINGS,
        VARLEY,
        NG,
        NOBODY,
        ["Did not enrol", None, None],
        ["Name", "Date of birth", "Reason"],
        ["Al Quince", "15/04/2009", "No show"],
    )
    assert surnames(first) == [(2, "Varley"), (3, "Ng")]
    assert second.header_row == 6
    assert surnames(second) == [(7, "Al Quince")]


def test_one_heading_that_differs_makes_another_table() -> None:
    first, second = tables([*HEADINGS, "Course"], [*VARLEY, "Sport"], NOBODY, [*HEADINGS, "Where now?"], [*NG, "Employment"])
    assert list(first.headings.values())[-1] == "Course"
    assert list(second.headings.values())[-1] == "Where now?"


def test_the_title_of_the_lower_table_is_in_its_part() -> None:
    upper, lower = parts(HEADINGS, VARLEY, NOBODY, ["Did not enrol", None, None], ["Name", "Date of birth", "Reason"], QUINCE)
    assert lower.rows[3][0] == "Did not enrol"
    assert all(cell is None for row in lower.rows[:3] for cell in row)
    assert len(upper.rows) == 3


def test_headings_said_again_on_each_page_do_not_make_parts() -> None:
    (sheet,) = parts(HEADINGS, VARLEY, HEADINGS, QUINCE)
    assert sheet.part == 0


def test_hidden_sheets_and_sheets_without_a_list_stay_as_they_are() -> None:
    sheets = [
        Sheet("Notes", [["Rang the school", None]]),
        Sheet("Old", [HEADINGS + HEADINGS, VARLEY + QUINCE], hidden=True),
        Sheet("Blank", []),
    ]
    assert parts_of(sheets, RETURN) == sheets
