from datetime import date

import pytest

from careers.imports.sheets import Sheet
from careers.imports.vocabularies import IGNORE
from destinations.rules.layouts import lay_out
from destinations.rules.perhaps_status import perhaps_status

NAMES = ("Ashworth", "Birtwistle", "Clegg", "Duckworth", "Entwistle", "Fielding")


def laid_out(heading, values, sheet="Sheet1", corrections=None):
    rows = [["Surname", "Forename", "DOB", heading]]
    rows += [[name, "Jo", f"{n + 1:02}/03/2009", value] for n, (name, value) in enumerate(zip(NAMES, values, strict=True))]
    return lay_out(Sheet(sheet, rows), {"D": IGNORE} if corrections is None else corrections, today=date(2026, 1, 1))


def test_a_column_of_few_words_that_come_again_may_be_the_status():
    (found,) = perhaps_status(laid_out("Position", ["On", "On", "On", "Off", "Off", "On"]))
    assert found == {"letter": "D", "heading": "Position", "values": [["On", 4], ["Off", 2]]}


@pytest.mark.parametrize(
    "values",
    [
        ["a", "b", "c", "d", "e", "f"],
        ["Same"] * 6,
        ["2024", "2025", "2024", "2025", "2024", "2025"],
        [None, None, None, None, "On", "Off"],
        ["A long remark that nobody would write for a status"] * 3 + ["On"] * 3,
    ],
)
def test_a_column_of_other_values_is_no_status(values):
    assert perhaps_status(laid_out("Position", values)) == []


def test_a_table_with_a_status_lacks_none():
    assert perhaps_status(laid_out("Position", ["On", "On", "On", "Off", "Off", "On"], corrections={"D": "status"})) == []


def test_a_table_whose_title_says_what_everybody_does_lacks_none():
    assert perhaps_status(laid_out("Position", ["On", "On", "On", "Off", "Off", "On"], sheet="Withdrawn")) == []


def test_what_a_person_left_out_is_not_asked_again():
    assert perhaps_status(laid_out("Position", ["On", "On", "On", "Off", "Off", "On"]), by_hand={"D"}) == []


def test_a_value_of_one_row_alone_is_not_shown():
    (found,) = perhaps_status(laid_out("Position", ["On", "On", "On", "Jo Ashworth", "Off", "Off"]))
    assert found["values"] == [["On", 3], ["Off", 2]]
