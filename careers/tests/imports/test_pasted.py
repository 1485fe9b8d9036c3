"""Lists pasted from emails, documents and pages."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.imports.cells import Cell
from careers.imports.columns import guess_columns
from careers.imports.pasted import read_pasted
from careers.imports.reading import UnreadableFile
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

HEADINGS = ["Surname", "Forename", "Date of birth", "Status"]
PEOPLE = [
    ["Quince", "Al", "01/02/2009", "Withdrawn"],
    ["O'Dowd", "Zoë", "03/02/2009", "Enrolled"],
    ["Varley", "Jo", "14/03/2009", "Enrolled"],
]
FIELDS = ["surname", "forename", "date_of_birth", "status"]


def read(text: str) -> tuple[list[str], list[list[Cell]]]:
    """The fields of the columns of a pasted list, and its rows."""
    (sheet,) = read_pasted(text)
    table = find_table(sheet, RETURN)
    assert table is not None
    return [guess.field for guess in guess_columns(table, RETURN)], [list(row.cells.values()) for row in table.data_rows]


def joined(divider: str, *, before: str = "") -> str:
    return "".join(f"{before}{divider.join(row)}\n" for row in [HEADINGS, *PEOPLE])


@pytest.mark.parametrize("divider", ["\t", ",", ";", " | ", "|", "    "])
def test_a_table_is_read_however_it_is_divided(divider: str) -> None:
    assert read(joined(divider)) == (FIELDS, PEOPLE)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\n\n"])
def test_a_table_is_read_with_any_line_endings(ending: str) -> None:
    assert read(joined("\t").replace("\n", ending)) == (FIELDS, PEOPLE)


@pytest.mark.parametrize("before", ["> ", ">> ", "> > ", "• ", "* ", "- ", "\u00a0\u00a0"])
def test_reply_marks_and_bullets_are_taken_off(before: str) -> None:
    assert read(joined("\t", before=before)) == (FIELDS, PEOPLE)


def test_an_email_around_a_table_is_not_the_table() -> None:
    text = "Hi Sam,\n\nHere is our list.\n\n" + joined("\t") + "\nKind regards\n\nSarah Jones\nAdmissions\n"
    assert read(text) == (FIELDS, PEOPLE)


def test_columns_of_space_keep_their_empty_cells_in_place() -> None:
    text = (
        "Surname   Forename   Date of birth   Status\n"
        "Quince    Al                         Withdrawn\n"
        "O'Dowd    Zoë        03/02/2009      Enrolled\n"
    )
    assert read(text) == (FIELDS, [["Quince", "Al", None, "Withdrawn"], ["O'Dowd", "Zoë", "03/02/2009", "Enrolled"]])


def test_a_table_drawn_with_bars_and_rules_is_read() -> None:
    text = "+------+----------+\n| Name | Status   |\n|------|---------:|\n| Jo Varley | Enrolled |\n| Al Quince | Left |\n+------+-----+\n"
    assert read(text) == (["full_name", "status"], [["Jo Varley", "Enrolled"], ["Al Quince", "Left"]])


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_table_whose_columns_were_lost_is_put_together_again(between: str) -> None:
    text = "Please see below\n" + between.join(cell for row in [HEADINGS, *PEOPLE] for cell in row) + "\nKind regards\nSarah\n"
    assert read(text) == (FIELDS, PEOPLE)


def test_an_empty_cell_of_a_table_whose_columns_were_lost_is_a_blank_line() -> None:
    text = "Name\nCourse\nStatus\nJo Varley\nA levels\nEnrolled\nAl Quince\n\nWithdrawn\nBo Hill\nPlumbing\nEnrolled"
    assert read(text)[1] == [["Jo Varley", "A levels", "Enrolled"], ["Al Quince", None, "Withdrawn"], ["Bo Hill", "Plumbing", "Enrolled"]]


def test_a_table_whose_columns_and_headings_were_lost_is_told_by_its_numbers() -> None:
    (sheet,) = read_pasted("A820123456789\nVarley\nJo\nA820123456780\nQuince\nAl\nA820123456781\nHill\nBo")
    assert sheet.rows[1] == ["A820123456780", "Quince", "Al"]


@pytest.mark.parametrize("dash", [" - ", " – ", "–", " — ", ": ", " -> ", " = "])
def test_a_line_may_say_what_became_of_somebody(dash: str) -> None:
    text = f"Hi Sam\n\nVarley, Jo{dash}enrolled\nQuince, Al{dash}did not enrol\nAnne-Marie Hill{dash}withdrew in October\n\nThanks\nSarah"
    assert read(text) == (
        ["full_name", "status"], [["Varley, Jo", "enrolled"], ["Quince, Al", "did not enrol"], ["Anne-Marie Hill", "withdrew in October"]],
    )  # fmt: skip


def test_what_became_of_somebody_may_stand_in_brackets() -> None:
    assert read("Jo Varley (enrolled)\nAl Quince (withdrawn)\nJoanne (Jo) Hill (enrolled)")[1][2] == ["Joanne (Jo) Hill", "enrolled"]


def test_a_line_may_give_a_birth_date_and_a_course() -> None:
    fields, rows = read("Jo Varley 14/03/2009 – enrolled – A levels\nAl Quince (01/02/2009) – left\nBo Hill, dob 3/4/2009: enrolled")
    assert fields == ["full_name", "date_of_birth", "status", "course"]
    assert rows == [
        ["Jo Varley", "14/03/2009", "enrolled", "A levels"],
        ["Al Quince", "01/02/2009", "left", None],
        ["Bo Hill", "3/4/2009", "enrolled", None],
    ]


@pytest.mark.parametrize(
    "text", ["Jo Varley\nAl Quince\nZoë O'Dowd", "1. Jo Varley\n2. Al Quince\n3. Zoë O'Dowd", "o Jo Varley\no Al Quince\no Zoë O'Dowd"]
)
def test_names_alone_are_a_list_of_names(text: str) -> None:
    assert read(text) == (["full_name"], [["Jo Varley"], ["Al Quince"], ["Zoë O'Dowd"]])


def test_names_with_commas_are_a_list_of_names() -> None:
    assert read("Varley, Jo\nQuince, Al\nO'Dowd, Zoë") == (["full_name"], [["Varley, Jo"], ["Quince, Al"], ["O'Dowd, Zoë"]])


def test_lines_that_head_names_stay_where_they_stood() -> None:
    (sheet,) = read_pasted("Enrolled:\n- Jo Varley\n- Al Quince\n\nDid not enrol:\n- Zoë O'Dowd\n- Bo Hill\n- Kai Nuñez")
    assert [row[0] for row in sheet.rows] == [
        "Name",
        "Enrolled:",
        "Jo Varley",
        "Al Quince",
        None,
        "Did not enrol:",
        "Zoë O'Dowd",
        "Bo Hill",
        "Kai Nuñez",
    ]


def test_a_table_of_people_without_headings_is_given_them() -> None:
    assert read("•\tJo Varley\tEnrolled\n•\tAl Quince\tLeft") == (
        ["full_name", "status"],
        [["Jo Varley", "Enrolled"], ["Al Quince", "Left"]],
    )


def test_a_pasted_page_is_read_as_a_page() -> None:
    assert read("<p>Hi</p><table><tr><th>Name<th>Status<tr><td>Jo Varley<td>Enrolled</table>")[1] == [["Jo Varley", "Enrolled"]]


def test_an_email_without_a_list_gives_no_list() -> None:
    (sheet,) = read_pasted("Dear Jo,\n\nThanks for your email. I will send the list soon.\n\nBest wishes\nSarah")
    assert find_table(sheet, RETURN) is None


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\u200b\n\u00a0"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFile, match="Nothing was pasted"):
        read_pasted(text)


def test_far_too_much_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="Save it as a file"):
        read_pasted("x" * 1_000_001)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["Jo Varley", "- ", "\t", "\n", " – ", "enrolled", "|", "  ", '"', "14/03/2009", "Name", ",", "<td>", "> ", "\x00"]
        ),
        max_size=60,
    )
)
def test_any_pasted_text_is_read_or_refused(pieces: list[str]) -> None:
    try:
        sheets = read_pasted("".join(pieces))
    except UnreadableFile as refused:
        assert refused.sentence.endswith(".")
        return
    for sheet in sheets:
        assert len({len(row) for row in sheet.rows}) <= 1
        find_table(sheet, RETURN)


LONG = ("-", "@ ", "Jo Varley\n", "Jo Varley – enrolled\n", "\t", ">", '"\t', '<td "', "<table>", "<!--", "kind ", "Name\n", "1. ", "a  ")


@pytest.mark.parametrize("piece", LONG)
def test_no_pasted_text_takes_long(piece: str) -> None:
    began = time.process_time()
    with contextlib.suppress(UnreadableFile):
        read_pasted((piece * (300_000 // len(piece))) + "x")
    assert time.process_time() - began < 2
