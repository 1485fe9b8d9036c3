"""Text files that are letters: a line for each person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.columns import guess_columns
from careers.imports.letters import letter_rows
from careers.imports.reading import read_file
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

PEOPLE = [
    ["Quince, Al", "01/02/2009", "enrolled"],
    ["O'Dowd, Zoë", "03/02/2009", "did not enrol"],
    ["Varley, Jo", "14/03/2009", "withdrew 12/9"],
    ["Hill, Bo", "30/11/2008", "enrolled"],
    ["Nuñez, Kai", "21/05/2009", "enrolled"],
    ["Ashdown, Priya", "09/08/2009", "did not enrol"],
]
DIVIDERS = [" – ", "–", " — ", " - ", ": ", "; ", " -> ", " = ", " ... ", "   ", "\t", " | "]


def read(text: str) -> tuple[list[str], list[list[str]], list[int]]:
    """The fields of the columns, the rows, and their numbers."""
    (sheet,) = read_file(text.encode(), "reply.txt")
    table = find_table(sheet, RETURN)
    assert table is not None
    rows, fields = table.data_rows, [guess.field for guess in guess_columns(table, RETURN)]
    return fields, [[str(cell).strip() for cell in row.cells.values()] for row in rows], [row.number for row in rows]


def letter(divider: str, people: list[list[str]] = PEOPLE) -> str:
    lines = "".join(f"{divider.join(parts)}\r\n" for parts in people)
    return f"Hello Chris,\r\n\r\nYour leavers, who all applied, are these:\r\n\r\n{lines}\r\nBest wishes\r\nJan\r\n"


@pytest.mark.parametrize("divider", DIVIDERS)
def test_a_line_a_person_is_a_table_whatever_stands_between(divider: str) -> None:
    fields, rows, numbers = read(letter(divider))
    assert (fields, rows[:6], numbers[:6]) == (["full_name", "date_of_birth", "status"], PEOPLE, [5, 6, 7, 8, 9, 10])


@pytest.mark.parametrize("divider", DIVIDERS)
def test_first_names_may_come_first(divider: str) -> None:
    people = [[" ".join(reversed(name.split(", "))), *rest] for name, *rest in PEOPLE]
    assert read(letter(divider, people))[1][:6] == people


def test_rows_are_counted_as_the_lines_are_with_nothing_above() -> None:
    assert read("".join(f"{' – '.join(parts)}\n" for parts in PEOPLE))[2] == [1, 2, 3, 4, 5, 6]


def test_a_reply_with_bullets_and_counting_is_read() -> None:
    text = "".join(f"> {number}. {' – '.join(parts)}\n" for number, parts in enumerate(PEOPLE, start=1))
    assert read(f"> Our list:\n>\n{text}")[1] == PEOPLE


@pytest.mark.parametrize(
    "text",
    [
        "Surname, Forename\nQuince, Al\nVarley, Jo\n",
        "Name,Status\nAl Quince,enrolled - full time\nJo Varley,left\nBo Hill,enrolled\n",
        "Dear Chris,\n\nThank you for your email - we will send the list soon: it is long.\n\nJan\n",
        "",
    ],
)
def test_other_texts_are_no_letters(text: str) -> None:
    assert letter_rows(text.splitlines()) is None


@given(st.lists(st.text(st.sampled_from("ab ,–—-:;.=>/0129\t>*"), max_size=30), max_size=20))
def test_no_line_is_added_lost_or_moved(lines: list[str]) -> None:
    rows = letter_rows(lines)
    assert rows is None or len(rows) <= len(lines)
