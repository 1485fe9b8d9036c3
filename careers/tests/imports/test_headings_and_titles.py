"""Headings below a title, and headings that only their neighbours or their columns explain."""

import pytest

from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

PEOPLE = [["Quince, Al", "01/02/2009"], ["O'Dowd, Zoë", "03/02/2009"], ["Varley, Jo", "14/03/2009"]]


def fields_of(heading: str, cells: list[object], *, above: list[list[str | None]] | None = None) -> list[str]:
    rows: list[list[object]] = [
        ["Student name", "Date of Birth", heading],
        *([*who, cell] for who, cell in zip(PEOPLE, cells, strict=True)),
    ]
    table = find_table(Sheet("Sheet1", [*(above or []), *rows]), RETURN)  # type: ignore[arg-type, list-item]
    assert table is not None
    return [guess.field for guess in guess_columns(table, RETURN)]


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("In our Y12?", ["Y", "No", "Yes"], "status"),
        ("Known to us?", ["Y", "No", "Yes"], "status"),
        ("Y/N/W", ["Y", "N", "W"], "status"),
        ("Leaver flag", ["0", "1", "0"], "status"),
        ("IsCurrent", ["1", "0", "1"], "status"),
        ("Would you recommend us to a friend?", ["Y", "No", "Yes"], "ignore"),
        ("Notes (where instead)", [None, "Soar Valley College", None], "went_elsewhere"),
        ("Destination if not with us", [None, "Soar Valley College", None], "went_elsewhere"),
        ("Old tutor group", ["11F", "11A", "11G"], "form"),
        ("Mid. init.", ["M", None, "S"], "middle_names"),
        ("No", ["1", "2", "3"], "ignore"),
        ("Firm status (CF/UF)", ["CF", "UF", "CF"], "application_status"),
        ("Firm status (CF/UF)", ["conditional firm", "unconditional firm", "declined"], "application_status"),
        ("Preferred name", [None, None, None], "known_as"),
    ],
)
def test_a_heading_is_taken_for_what_it_asks(heading, cells, field):
    assert fields_of(heading, cells) == ["full_name", "date_of_birth", field]


@pytest.mark.parametrize("title", ["Kirkgate Tertiary College", "Year 11 leavers of Yare Bank High", "Stour Vale Partnership starters"])
@pytest.mark.parametrize(("heading", "cells", "field"), [("No", [1, 2, 3], "ignore"), ("Old tutor group", ["11F", "11A", "11G"], "form")])
def test_a_title_above_is_no_part_of_the_headings(title, heading, cells, field):
    above: list[list[str | None]] = [[None, None, title], ["ENROLLED", None, title]]
    assert fields_of(heading, cells, above=above) == ["full_name", "date_of_birth", field]
