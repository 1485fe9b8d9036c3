import io
import tracemalloc
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from careers.imports import workbooks
from careers.imports.cells import Cell
from careers.imports.dates import BadValue
from careers.imports.reading import UnreadableFile, read_file
from careers.imports.sheets import Sheet, named_apart
from careers.imports.text_files import delimiter_of, stream_text
from careers.imports.values import to_uln, to_upn

from .files import csv_bytes, ods_bytes, ods_row, saved, with_entry, xls_bytes, xlsx_bytes

ROWS = [
    ["Surname", "Forename", "Course"],
    ["Nuñez", "Kai", "A Levels: Art, Music"],
    ["O'Dowd", "Zoë", "Sport"],
]
CELL = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=12).filter(
    lambda t: t.strip(" \xa0\x85") == t and not t.startswith("#") and not any(0x7F <= ord(c) <= 0xA0 for c in t)
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_text_is_read_in_any_encoding_with_any_delimiter(delimiter: str, encoding: str, ending: str) -> None:
    (sheet,) = read_file(csv_bytes(ROWS, delimiter, ending, encoding), "list.csv")
    assert sheet.name == "Sheet1"
    assert sheet.rows == ROWS


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=3, max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8-sig", "utf-16"]),
)
def test_what_was_written_is_read_back(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    whole = [["Surname", "Forename", "Course"], *rows, ["x", "y", "z"]]
    (sheet,) = read_file(csv_bytes(whole, delimiter, "\r\n", encoding), "list.csv")
    if delimiter_of("\n".join(delimiter.join(row) for row in whole)) == delimiter:
        assert sheet.rows == [[cell or None for cell in row] for row in whole]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.lists(CELL.filter(bool), min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_workbook_is_read_back(rows: list[list[str]]) -> None:
    texts = [[f"t{cell}" for cell in row] for row in rows]
    assert read_file(xlsx_bytes(texts), "list.xlsx")[0].rows == texts


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    data = b'Title\r\n\r\nName,Notes\r\n"Varley, Jo","two\nlines"\r\nQuince,\r\n'
    (sheet,) = read_file(data, "list.csv")
    assert sheet.rows[2] == ["Name", "Notes"]
    assert sheet.rows[3] == ["Varley, Jo", "two\nlines"]
    assert sheet.rows[4] == ["Quince", None]


def test_mixed_line_endings_are_all_line_endings() -> None:
    (sheet,) = read_file(b"a,b\r\nc,d\ne,f\rg,h", "")
    assert [row[0] for row in sheet.rows] == ["a", "c", "e", "g"]


def test_commas_in_names_do_not_make_a_semicolon_file_a_comma_file() -> None:
    (sheet,) = read_file(b"Name;DOB\nVarley, Jo;1/2/2009\nQuince, Al;3/4/2009\n", "")
    assert sheet.rows[1] == ["Varley, Jo", "1/2/2009"]


def test_a_bare_list_of_names_with_commas_is_one_column() -> None:
    (sheet,) = read_file(b"Name\nVarley, Jo\nQuince, Al\n", "")
    assert sheet.rows == [["Name"], ["Varley, Jo"], ["Quince, Al"]]


def test_the_line_that_tells_excel_the_delimiter_is_not_a_row() -> None:
    (sheet,) = read_file(b"sep=;\r\na;b\r\n1;2\r\n", "")
    assert sheet.rows == [["a", "b"], ["1", "2"]]


def test_one_broken_letter_does_not_spoil_the_accents_of_the_rest() -> None:
    text = "\n".join(["Surname,Forename"] + ["Nuñez,Zoë"] * 20).encode() + b"\nBr\xfcck,Al\n"
    assert read_file(text, "")[0].rows[1] == ["Nuñez", "Zoë"]


def test_a_quotation_mark_left_open_does_not_swallow_the_list() -> None:
    lines = ["Surname,Forename", 'Varley,"Jo', *[f"Quince,Al{i}" for i in range(60)]]
    assert len(read_file("\n".join(lines).encode(), "")[0].rows) == 62


def test_the_kind_of_file_is_told_by_its_bytes_and_not_by_its_name() -> None:
    assert read_file(xlsx_bytes(ROWS), "list.csv")[0].rows == ROWS
    assert read_file(csv_bytes(ROWS), "list.xls")[0].rows == ROWS


def test_text_keeps_its_leading_zeros_and_its_words() -> None:
    (sheet,) = read_file(b"Adno,Name\n004512,NA\n", "")
    assert sheet.rows[1] == ["004512", "NA"]


def test_cells_of_a_workbook_are_of_their_kind() -> None:
    row = [
        "a",
        3,
        2.5,
        True,
        date(2009, 3, 14),
        datetime(2009, 3, 14, 9, 30),
        time(9, 30),
        1000102504,
        "#N/A",
        "z",
    ]
    (sheet,) = read_file(xlsx_bytes([row]), "list.xlsx")
    assert sheet.rows == [[*row[:7], "1000102504", None, "z"]]


def test_a_table_that_begins_low_and_to_the_right_keeps_its_place() -> None:
    book = openpyxl.Workbook()
    book.active["C5"] = "Surname"
    (sheet,) = read_file(saved(book), "")
    assert len(sheet.rows) == 5
    assert sheet.rows[4] == [None, None, "Surname"]


def test_hidden_sheets_are_marked_and_charts_left_out() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "here"
    book.create_sheet("Codes")["A1"] = "there"
    book["Codes"].sheet_state = "veryHidden"
    book.create_chartsheet("Chart")
    sheets = read_file(saved(book), "")
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet", False), ("Codes", True)]


def test_a_workbook_that_counts_from_1904_has_the_right_dates() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = date(2009, 3, 14)
    assert read_file(saved(book), "")[0].rows == [[date(2009, 3, 14)]]


def test_a_value_merged_over_rows_is_true_of_each() -> None:
    book = openpyxl.Workbook()
    for row in [["Course", "Name"], ["Sport", "Jo"], [None, "Al"], [None, "Bo"]]:
        book.active.append(row)
    book.active.merge_cells("A2:A4")
    assert [row[0] for row in read_file(saved(book), "")[0].rows] == ["Course", "Sport", "Sport", "Sport"]


def test_formatting_far_below_the_list_makes_it_no_longer() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Surname"
    book.active["J900000"].font = Font(bold=True)
    assert read_file(saved(book), "")[0].rows == [["Surname"]]


def test_an_open_document_sheet_is_read() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (sheet,) = read_file(ods_bytes(ods_row("Surname", "Forename") + ods_row("Quince", "Al") + empty), "list.ods")
    assert (sheet.name, sheet.rows) == ("List", [["Surname", "Forename"], ["Quince", "Al"]])


def test_an_old_workbook_is_read() -> None:
    (sheet,) = read_file(xls_bytes([["Surname", "Born", "Adno"], ["Nuñez", 39_886.0, 4512.0]]), "list.xls")
    assert (sheet.name, sheet.rows) == ("List", [["Surname", "Born", "Adno"], ["Nuñez", date(2009, 3, 14), 4512]])


def test_an_old_workbook_may_count_from_1904_and_hide_its_sheet() -> None:
    (sheet,) = read_file(xls_bytes([["Born"], [38_424.0]], hidden=True, since_1904=True), "list.xls")
    assert (sheet.hidden, sheet.rows) == (True, [["Born"], [date(2009, 3, 14)]])


@pytest.mark.parametrize(
    ("number", "cell"),
    [
        (889_012_345_678, "889012345678"),
        (1_000_102_504, "1000102504"),
        (8.89e11, "8.89E+11"),
        (1.23e9, "1.23E+09"),
        (7_700_900_000, "7700900000"),
        (12_345_678_901_234_567, "1.23456789012346E+16"),
        (1e300, "1E+300"),
        (999_999_999, 999_999_999),
    ],
)
def test_a_long_number_that_lost_digits_is_never_made_to_look_whole(number: float, cell: Cell) -> None:
    assert read_file(xlsx_bytes([["ULN"], [number]]))[0].rows[1] == [cell]


@pytest.mark.parametrize("number", [8.89e11, 1.23e9, 12_345_678_901_234_567])
def test_such_a_number_is_called_out_as_an_identifier(number: float) -> None:
    cell = read_file(xlsx_bytes([["ULN"], [number]]))[0].rows[1][0]
    for value in (to_uln, to_upn):
        with pytest.raises(BadValue, match="lost"):
            value(cell)


def test_a_formula_is_read_by_the_value_it_had() -> None:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="str"><f>B1&amp;C1</f><v>Quince</v></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
    )
    assert read_file(with_entry(xlsx_bytes([["a"]]), "xl/worksheets/sheet1.xml", xml.encode()))[0].rows == [["Quince", 2]]


def test_a_workbook_that_the_quick_reader_cannot_open_is_read_by_the_patient_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "CalamineWorkbook", None)
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([*ROWS, [date(2009, 3, 14), 3.0, True]])))
    book.create_sheet("Codes").append(["a"])
    book["Codes"].sheet_state = "hidden"
    sheets = read_file(saved(book), "")
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Sheet1", False), ("Codes", True)]
    assert [type(cell) for cell in sheets[0].rows[3]] == [datetime, int, bool]
    assert sheets[0].rows[:3] == ROWS


def test_the_patient_reader_keeps_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "CalamineWorkbook", None)
    with pytest.raises(UnreadableFile, match="301 columns"):
        read_file(xlsx_bytes([["x"] * 301]))


def test_sheets_of_the_same_name_are_told_apart() -> None:
    sheets = named_apart([Sheet("List\x07", []), Sheet("List", []), Sheet(" ", []), Sheet("x" * 200, [])])
    assert [sheet.name for sheet in sheets] == ["List", "List (2)", "Sheet3", "x" * 80]


@pytest.mark.parametrize("delimiter", ["^", "~", "¦", "¬", "§", "\x1f"])
def test_a_text_may_be_divided_by_what_nobody_else_uses(delimiter: str) -> None:
    data = "".join(delimiter.join(row) + "\n" for row in ROWS).encode()
    assert read_file(data, "list.csv")[0].rows == ROWS


def test_a_printed_list_is_divided_by_its_gaps() -> None:
    data = (
        b"Surname     Forename   Born\nQuince      Al         01/02/2009\n"
        b"Varley                 14/03/2009\nHill        Bo Lee     03/04/2009\n"
    )
    rows = read_file(data, "list.txt")[0].rows
    assert rows == [
        ["Surname", "Forename", "Born"],
        ["Quince", "Al", "01/02/2009"],
        ["Varley", None, "14/03/2009"],
        ["Hill", "Bo Lee", "03/04/2009"],
    ]


def test_a_letter_at_the_very_end_tells_the_encoding_too() -> None:
    data = b"Surname,Forename\n" + b"Quince,Al\n" * 20_000 + "Nuñez,Zoë\n".encode("cp1252")
    assert read_file(data, "")[0].rows[-1] == ["Nuñez", "Zoë"]


def test_an_open_quotation_mark_spoils_only_its_own_line() -> None:
    lines = ["Name,Course", '"Varley, Jo","Art', *['"Quince, Al","A levels"'] * 60]
    rows = read_file("\n".join(lines).encode(), "")[0].rows
    assert rows[2] == rows[61] == ["Quince, Al", "A levels"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_long_text_is_streamed_as_it_is_read(delimiter: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "students.csv"
    file.write_bytes(csv_bytes(ROWS * 50, delimiter, "\r\n", encoding))
    assert list(stream_text(file)) == ROWS * 50
    with file.open("rb") as opened:
        assert list(stream_text(opened)) == ROWS * 50


def test_a_very_long_text_is_streamed_in_flat_memory(tmp_path: Path) -> None:
    file = tmp_path / "students.csv"
    with file.open("w") as out:
        out.writelines(f"A{n:012},Quince{n},Al,14/03/2009,11A,M,PR1 1AA\n" for n in range(150_000))
    tracemalloc.start()
    assert sum(1 for _ in stream_text(file)) == 150_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000


def test_a_stream_with_an_open_quotation_mark_is_read_or_refused_but_never_swallowed() -> None:
    early = b'Name,Course\n"Varley,Art\n' + b"Quince,Art\n" * 50
    assert len(list(stream_text(io.BytesIO(early)))) == 52
    late = b"Name,Course\n" + b"Quince,Art\n" * 100_000 + b'"Varley,Art\n' + b"Hill,Art\n" * 50
    with pytest.raises(UnreadableFile, match="quotation mark"):
        list(stream_text(io.BytesIO(late)))


def test_a_workbook_with_an_error_that_is_newer_than_the_quick_reader_is_read() -> None:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="e"><v>#BUSY!</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>'
    )
    assert read_file(with_entry(xlsx_bytes([["a"]]), "xl/worksheets/sheet1.xml", xml.encode()))[0].rows == [[None, 2]]
