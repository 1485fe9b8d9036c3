"""What leaves as a file does nothing in a spreadsheet, and comes back as it was."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from careers.exports import as_csv, as_it_was, as_xlsx, harmless

BEGINNINGS = "=+-@\t\r\n\0＝＋－＠"
TEXTS = st.text(alphabet=st.sampled_from("=+-@'\t\r\"ab1 ,;é"), max_size=8) | st.text(max_size=12)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_whatever_a_spreadsheet_would_run_begins_with_an_apostrophe(beginning):
    assert harmless(f"{beginning}2+3") == f"'{beginning}2+3"
    assert as_it_was(harmless(f"{beginning}2+3")) == f"{beginning}2+3"


@settings(deadline=None)
@given(TEXTS)
def test_any_text_comes_back_as_it_was(text):
    assert not harmless(text).startswith(tuple(BEGINNINGS))
    assert as_it_was(harmless(text)) == text


def test_a_name_with_an_apostrophe_is_left_alone():
    assert [harmless(name) for name in ("'t Hooft", "O'Neil", "'")] == ["'t Hooft", "O'Neil", "'"]
    assert [as_it_was(name) for name in ("'t Hooft", "O'Neil", "'")] == ["'t Hooft", "O'Neil", "'"]


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_cell_of_a_csv_file_begins_like_a_formula(row):
    data = as_csv(["=Heading"] * len(row), [row]).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(data, newline="")))
    assert not [cell for line in read for cell in line if cell.startswith(tuple(BEGINNINGS))]
    assert [as_it_was(cell) for cell in read[1]] == row if any(row) or len(row) > 1 else True


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_cell_of_a_workbook_is_a_formula(row):
    sheet = load_workbook(io.BytesIO(as_xlsx(["Heading"] * len(row), [row], "list"))).active
    cells = [cell for line in sheet.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [cell for cell in cells if isinstance(cell.value, str) and cell.value.startswith(tuple(BEGINNINGS))]


def test_numbers_and_days_stay_what_they_are():
    assert [harmless(cell) for cell in (-3, 2.5, None, True)] == [-3, 2.5, None, True]
