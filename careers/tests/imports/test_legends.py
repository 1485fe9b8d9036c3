"""Legends: what a file says itself that its codes mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.legend_lines import read_cells, read_line, title_of_line
from careers.imports.legends import as_code, legends_in, without
from careers.imports.sheets import Sheet
from careers.imports.vocabularies import RETURN

HEADINGS = ["Surname", "Forename", "DOB", "Course", "Status"]
PEOPLE = [["Oakden", "Amelia", "14/03/2009", "A levels", "C"], ["Varley", "Jo", "02/05/2009", "A levels", "L"]]


def sheet(*rows, name="Sheet1", hidden=False):
    width = max(map(len, rows))
    return Sheet(name, [[*row, *[None] * (width - len(row))] for row in rows], hidden)


def codes(*sheets):
    """What the legends found say, each as read with the code first, the longest first."""
    return sorted((dict(legend.first) for legend in legends_in(sheets, RETURN)), key=len, reverse=True)


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("C = current, L = left, N = never enrolled", {"C": "current", "L": "left", "N": "never enrolled"}),
        ("1 = Enrolled; 2 = Withdrawn", {"1": "Enrolled", "2": "Withdrawn"}),
        ("Key: E – enrolled; W – withdrawn", {"E": "enrolled", "W": "withdrawn"}),
        ("Key to status codes: 1=Current 2=Withdrawn", {"1": "Current", "2": "Withdrawn"}),
        ("E=Enrolled/W=Withdrawn/N=Not enrolled", {"E": "Enrolled", "W": "Withdrawn", "N": "Not enrolled"}),
        ("E: Enrolled, W: Withdrawn, before 1 Oct", {"E": "Enrolled", "W": "Withdrawn, before 1 Oct"}),
        ("(C) Current  (L) Left", {"C": "Current", "L": "Left"}),
        ("where Y is enrolled and N is not enrolled", {"Y": "enrolled", "N": "not enrolled"}),
        ("1. Enrolled 2. Withdrawn", {"1": "Enrolled", "2": "Withdrawn"}),
        ("1 Continuing, 3 Withdrawn, 9 Did not start", {"1": "Continuing", "3": "Withdrawn", "9": "Did not start"}),
        ("In this column C means current and L means left.", {"C": "current", "L": "left"}),
        ("Outcome E = Enrolled W = Withdrawn", {"E": "Enrolled", "W": "Withdrawn"}),
        ("N/A = not asked", {"N/A": "not asked"}),
        ("C = Current (still attending), L = Left", {"C": "Current (still attending)", "L": "Left"}),
    ],
)
def test_a_line_is_read_with_the_code_first(line, first):
    assert (dict(read_line(line).first), read_line(line).firm) == (first, True)


@pytest.mark.parametrize(
    "line", ["Enrolled = E; Did not enrol = N", "Enrolled (E), Did not enrol (N)", "Status: Enrolled (E), Did not enrol (N)"]
)
def test_a_line_is_read_with_the_code_last(line):
    assert dict(read_line(line).last) == {"E": "Enrolled", "N": "Did not enrol"}


@pytest.mark.parametrize(
    "line",
    [
        "Year 11 leavers 2025",
        "Printed: 12/09/2025",
        "Produced by: J Smith, Date: 12 Sep",
        "Please contact the office - 01254 12345",
        "Key",
        "",
    ],
)
def test_ordinary_lines_are_no_legend(line):
    reading = read_line(line)
    assert not reading.first
    assert not reading.last


@given(st.text(max_size=200))
def test_any_line_can_be_read(text):
    reading = read_line(text)
    assert all(code and meaning for code, meaning in (*reading.first, *reading.last))
    assert isinstance(title_of_line(text), str)
    assert read_cells(text, text[:4])


def test_two_cells_are_a_pair_with_the_code_in_either():
    assert read_cells("E", "Enrolled").first == (("E", "Enrolled"),)
    assert read_cells("Did not enrol", "DNE").last == (("DNE", "Did not enrol"),)
    assert not read_cells("Enrolled students", "45").last  # a count


def test_a_code_is_one_however_it_is_written():
    assert as_code(" c. ") == as_code("C") == "c"
    assert as_code("(blank)") == ""


def test_a_legend_is_found_above_a_table():
    assert codes(sheet(["College list"], ["C = current, L = left"], [], HEADINGS, *PEOPLE))[0] == {"c": "current", "l": "left"}


def test_a_legend_may_go_on_from_cell_to_cell():
    assert codes(sheet(["Codes:", "C = Current", "L = Left"], [], HEADINGS, *PEOPLE))[0] == {"c": "Current", "l": "Left"}


def test_a_legend_is_found_below_a_table_in_lines_and_in_cells():
    below = {"c": "Current", "l": "Left"}
    assert codes(sheet(HEADINGS, *PEOPLE, [], ["C = Current; L = Left"]))[0] == below
    assert codes(sheet(HEADINGS, *PEOPLE, [], ["Key"], ["C", "Current"], ["L", "Left"]))[0] == below
    assert codes(sheet(HEADINGS, *PEOPLE, [], ["C - Current"], ["L - Left"]))[0] == below


def test_a_legend_is_found_on_a_sheet_of_its_own():
    key = sheet(["Code", "Meaning"], ["C", "Current"], ["L", "Left"], name="Codes")
    assert {"c": "Current", "l": "Left"}.items() <= codes(sheet(HEADINGS, *PEOPLE), key)[0].items()


def test_a_legend_on_a_hidden_sheet_is_left_out_with_it():
    key = sheet(["Code", "Meaning"], ["C", "Current"], ["L", "Left"], name="Codes", hidden=True)
    assert codes(sheet(HEADINGS, *PEOPLE), key) == []


def test_a_legend_is_found_in_a_heading_and_belongs_to_it():
    found = legends_in([sheet([*HEADINGS[:4], "Status (C = current, L = left)"], *PEOPLE)], RETURN)
    assert [(legend.letter, dict(legend.first)) for legend in found] == [("E", {"c": "current", "l": "left"})]


def test_a_legend_beside_a_table_can_be_taken_off_it():
    beside = sheet([*HEADINGS, None, "Key", None], [*PEOPLE[0], None, "C", "Current"], [*PEOPLE[1], None, "L", "Left"])
    found = legends_in([beside], RETURN)
    assert {"c": "Current", "l": "Left"} in [dict(legend.first) for legend in found]
    assert [row[6:] for row in without(beside, found).rows] == [[None, None]] * 3


def test_a_table_of_people_is_no_legend():
    assert codes(sheet(HEADINGS, *PEOPLE)) == []


def test_two_legends_stay_two_under_their_own_titles():
    found = legends_in([sheet(["Status codes"], ["C = current"], ["Course codes"], ["A = A levels"], HEADINGS, *PEOPLE)], RETURN)
    assert [(legend.title, dict(legend.first)) for legend in found] == [
        ("Status codes", {"c": "current"}),
        ("Course codes", {"a": "A levels"}),
    ]
