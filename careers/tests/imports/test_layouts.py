"""Every layout is read as the person who made it meant it."""

import random

import pytest

from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN, STUDENTS

from . import applicant_layouts, layouts, return_layouts, student_layouts
from .layouts import Layout

RETURNS = layouts.RETURNS + return_layouts.RETURNS + applicant_layouts.RETURNS
EXPORTS = layouts.STUDENTS + student_layouts.STUDENTS
ALL = RETURNS + EXPORTS
VOCABULARIES = {"return": RETURN, "students": STUDENTS}


def guessed(layout: Layout) -> tuple[int, list[tuple[object, str]]]:
    vocabulary = VOCABULARIES[layout.vocabulary]
    table = find_table(Sheet("Sheet1", layout.sheet_rows()), vocabulary)
    assert table is not None, "no table was found"
    guesses = guess_columns(table, vocabulary)
    return table.header_row, [(heading, g.field) for heading, g in zip(layout.headings, guesses, strict=True)]


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_a_layout_is_read_as_it_was_meant(layout: Layout) -> None:
    header_row, fields = guessed(layout)
    assert fields == list(zip(layout.headings, layout.fields, strict=True))
    assert header_row == layout.header_row


def has_one_row_of_headings(layout: Layout) -> bool:
    return any(layout.headings) and not (layout.above and sum(cell is not None for cell in layout.above[-1]) > 1)


@pytest.mark.parametrize("layout", filter(has_one_row_of_headings, ALL), ids=lambda layout: layout.name)
def test_the_order_of_the_columns_makes_no_difference(layout: Layout) -> None:
    for seed in range(3):
        lines = layout.lines
        random.Random(seed).shuffle(lines)
        shuffled = Layout(layout.name, "\n".join(lines), layout.above, layout.vocabulary)
        _, fields = guessed(shuffled)
        assert fields == list(zip(shuffled.headings, shuffled.fields, strict=True))


def test_there_are_many_layouts_and_no_two_are_the_same() -> None:
    assert len({str(sorted(map(str, layout.headings))) for layout in RETURNS}) >= 90
    assert len({str(sorted(map(str, layout.headings))) for layout in EXPORTS}) >= 30
