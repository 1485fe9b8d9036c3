"""Whatever is uploaded, the answer is sheets or one sentence."""

import re
import time
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.imports.apart import Answer, run_apart
from careers.imports.reading import UnreadableFile, read_file
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .files import OLD_OFFICE, csv_bytes, ods_bytes, ods_row, saved, with_entry, xls_bytes, xlsx_bytes, zipped
from .hostile_texts import TEXTS, excel_2003
from .hostile_workbooks import BOOK, WORKBOOKS

HOSTILE = {**WORKBOOKS, **TEXTS}
MOST_SECONDS, MOST_MEMORY = 5, 256 * 1024  # KiB
NOT_PLAIN = re.compile(r"\w+Error\b|Exception|Traceback|panic|0x[0-9a-f]{4}|\bNone\b|/proc|\.py\b|\bXML error")
TELLS = {
    "an entry that unpacks to 130 MB": "far more",
    "archives in archives": "damaged",
    "entries that overlap": "far more",
    "entries longer than they say": "damaged",
    "a billion laughs in a sheet": "definitions of its own",
    "a billion laughs in UTF-16": "definitions of its own",
    "a file from outside in a sheet": "definitions of its own",
    "a cell at XFD1048576": "reaches to row 1,048,576",
    "16,384 columns": "16,384 columns",
    "a long shared string shown 400,000 times": "far more memory",
    "100,000 sheets": "more than 200 sheets",
    "an old workbook with a far cell": "far more memory",
    "an old email": "email",
    "an encrypted workbook": "password",
    "one line of 10 MB": "letters",
    "a million short lines": "100,000 rows",
    "ten thousand tables": "more than 200 sheets",
    "XML of Excel 2003 with a billion laughs": "definitions of its own",
    "other XML with a file from outside": "definitions of its own",
    "a message with no table": "email",
    "a PDF": "PDF",
}


@cache
def answer_to(name: str) -> tuple[Answer, float]:
    """What a file is answered apart, and the seconds it took in all."""
    data = HOSTILE[name]()
    began = time.monotonic()
    return run_apart(data, max_bytes=20_000_000), time.monotonic() - began


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_sheets_or_a_sentence_in_little_time_and_memory(name: str) -> None:
    answer, seconds = answer_to(name)
    assert seconds < MOST_SECONDS
    assert answer.peak <= MOST_MEMORY
    if answer.refused is None:
        assert all(len({len(row) for row in sheet.rows}) <= 1 for sheet in answer.sheets)
    else:
        assert re.fullmatch(r"[A-Z][^<>{}]{10,300}\.", answer.refused)
        assert not NOT_PLAIN.search(answer.refused)


@pytest.mark.parametrize("name", TELLS)
def test_a_refusal_says_what_is_the_matter(name: str) -> None:
    assert TELLS[name] in (answer_to(name)[0].refused or "")


def test_there_are_more_than_sixty_hostile_files() -> None:
    assert len(HOSTILE) > 60


def test_nothing_is_unpacked_to_disk() -> None:
    run_apart(WORKBOOKS["names that climb out"]())
    assert not Path("/tmp/waymark-was-here.xml").exists()  # noqa: S108


def test_formulas_are_read_as_words_and_scripts_as_nothing() -> None:
    assert read_file(TEXTS["formulas"](), "")[0].rows[1] == ["=CMD|' /C calc'!A0", "@SUM(1+1)"]
    assert read_file(TEXTS["a page with scripts"](), "")[0].rows == [["Surname"]]


SOUND = {
    "old": xls_bytes([["Surname", "Forename"], ["Quince", 40_000.0]]),
    "open": ods_bytes(ods_row("Surname", "Forename") + ods_row("Quince", "Al")),
    "xml": excel_2003('<Row><Cell><Data ss:Type="String">Surname</Data></Cell><Cell ss:Index="3"><Data>x</Data></Cell></Row>' * 3),
    "page": b"<html><table><tr><th colspan=2>Surname<th rowspan=2>x</tr><tr><td>Quince<td>Al</table></html>" * 3,
    "text": csv_bytes([["Surname", "Forename"], ["Quince, Al", 'a "b" c']] * 5),
}


@pytest.mark.parametrize("kind", ["open", "xml", "page", "text"])
@settings(deadline=None, max_examples=120)
@given(st.floats(0, 1), st.binary(max_size=12), st.integers(0, 12))
def test_a_file_of_any_kind_changed_anywhere_is_read_or_refused(kind: str, where: float, junk: bytes, cut: int) -> None:
    sound = SOUND[kind]
    place = int(where * len(sound))
    _read_or_refused(sound[:place] + junk + sound[place + cut :])


@settings(deadline=None, max_examples=25)
@given(st.floats(0, 1), st.binary(min_size=1, max_size=6))
def test_an_old_workbook_changed_anywhere_is_read_or_refused_apart(where: float, junk: bytes) -> None:
    sound = SOUND["old"]
    place = int(where * 2_700)  # what comes after is padding
    answer = run_apart(sound[:place] + junk + sound[place + len(junk) :])
    assert answer.refused is None or answer.refused.endswith(".")


def sentence(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_file(data, "list.xlsx", **limits)
    assert refused.value.sentence.endswith(".")
    return refused.value.sentence


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"   \r\n\r\n", "empty"),
        (b"\x00" * 500, "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"\xff\xd8\xff\xe0....", "picture"),
        (b"<!DOCTYPE html><html><table></table></html>", "web page without a table"),
        (b"<html><p>Surname</p></html>", "web page without a table"),
        (b"{\\rtf1 hello}", "document"),
        (bytes(range(256)) * 40, "not a spreadsheet"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (BOOK[: len(BOOK) // 2], "damaged"),
        (OLD_OFFICE + b"\x00" * 600, "not a spreadsheet"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le") + b"\x00" * 600, "damaged"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (OLD_OFFICE + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
        (zipped({"word/document.xml": "<w/>"}), "not a spreadsheet"),
        (zipped({"list.csv": "a,b"}), "not a spreadsheet"),
        (zipped({"xl/workbook.bin": "x"}), "binary"),
        (with_entry(BOOK, "xl/vbaProject.bin", b"x"), "macros"),
        (ods_bytes("", extra={"Basic/script-lc.xml": "<x/>"}), "macros"),
        (ods_bytes("", extra={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "password"),
        (with_entry(BOOK, "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "damaged"),
        (xlsx_bytes([]), "nothing in this file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    assert words in sentence(data)


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    assert "larger than 1 MB" in sentence(b"a,b\n" * 300_000, max_bytes=1_000_000)


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    assert "far more" in sentence(with_entry(BOOK, "xl/media/zeros.xml", b"0" * 130_000_000))


def test_an_archive_that_is_squeezed_beyond_belief_is_refused() -> None:
    assert "far more" in sentence(with_entry(BOOK, "xl/media/zeros.xml", b"0" * 20_000_000))


def test_an_archive_that_lies_about_its_sizes_is_refused() -> None:
    data = bytearray(with_entry(BOOK, "xl/media/zeros.xml", b"0" * 5_000_000))
    real, small = (5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little")
    assert real in data
    assert "damaged" in sentence(bytes(data.replace(real, small)))


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(BOOK)
    place = data.rindex(b"PK\x01\x02")
    data[place + 8] |= 1
    assert "password" in sentence(bytes(data))


@pytest.mark.parametrize("place", ["A1048576", "XFD1", "KP5", "J800000"])
def test_one_cell_at_the_far_corner_of_a_sheet_is_refused(place: str) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = book.active[place] = "x"
    assert "delete what is beyond it" in sentence(saved(book))


@pytest.mark.parametrize("cell", ['<c r="xfd1048576"><v>1</v></c>', "<c><v>1</v></c>"])
def test_a_far_cell_is_refused_however_its_place_is_written(cell: str) -> None:
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576">{cell}</row></sheetData></worksheet>'
    )
    assert "delete what is beyond it" in sentence(with_entry(BOOK, "xl/worksheets/sheet1.xml", xml.encode()))


def test_an_open_document_sheet_repeated_without_end_is_refused() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>'
    )
    assert "reaches to row" in sentence(ods_bytes(row))


def test_too_many_rows_or_columns_of_text_are_refused() -> None:
    assert "100,000 rows" in sentence(b"a,b\n" * 100_001)
    assert "300 columns" in sentence(csv_bytes([["x"] * 301] * 3))


def test_stray_zero_bytes_are_dropped() -> None:
    assert read_file(b"Surname,Forename\nQui\x00nce,Al\nVarley,Jo\n" + b"a,b\n" * 60, "")[0].rows[1] == [
        "Quince",
        "Al",
    ]


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=200).map(lambda b: b"PK\x03\x04" + b)))
def test_random_bytes_are_read_or_refused_but_never_break(data: bytes) -> None:
    _read_or_refused(data)


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=8))
def test_a_workbook_damaged_anywhere_is_read_or_refused(place: int, junk: bytes) -> None:
    _read_or_refused(BOOK[:place] + junk + BOOK[place + len(junk) :])


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from('ab,;\t|"\n\r \x00é½'), max_size=200))
def test_any_text_is_a_list_or_is_refused(text: str) -> None:
    _read_or_refused(text.encode())


def _read_or_refused(data: bytes) -> None:
    try:
        sheets = read_file(data, "list")
    except UnreadableFile as refused:
        assert refused.sentence.endswith(".")
        return
    for sheet in sheets:
        assert len({len(row) for row in sheet.rows}) <= 1
        find_table(sheet, RETURN)
