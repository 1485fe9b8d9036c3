"""Tables of web pages, of Excel 2003 XML and of messages, which programs save under the name of a workbook."""

from datetime import date, datetime, time

import pytest

from careers.imports.reading import UnreadableFile, read_file
from careers.imports.tables import find_table
from careers.imports.vocabularies import RETURN

from .hostile_texts import excel_2003, message


def page(inner: str, head: str = "") -> list[list[object]]:
    (sheet,) = read_file(f"<html><head>{head}</head><body>{inner}</body></html>".encode(), "list.xls")
    return [list(row) for row in sheet.rows]


def test_a_table_saved_as_a_workbook_is_read() -> None:
    rows = page("<table border=1><thead><tr><th>Surname</th><th>Forename</th></tr></thead><tr><td>Nuñez</td><td>Zoë</td></tr></table>")
    assert rows == [["Surname", "Forename"], ["Nuñez", "Zoë"]]


def test_tags_that_nobody_closed_close_themselves() -> None:
    assert page("<table><tr><td>a<td>b<tr><td>c<td>d") == [["a", "b"], ["c", "d"]]


def test_markup_within_a_cell_is_left_out_and_its_lines_are_kept() -> None:
    rows = page("<table><tr><td><p class=MsoNormal><b>Quince</b>,\n  <span lang=EN-GB>Al</span></p><td>A levels<br>Art<td>&nbsp;</table>")
    assert rows == [["Quince, Al", "A levels\nArt"]]


def test_entities_are_letters() -> None:
    assert page("<table><tr><td>O&#39;Dowd &amp; Nu&ntilde;ez<td>&lt;16&gt;</table>") == [["O'Dowd & Nuñez", "<16>"]]


def test_a_cell_over_several_columns_keeps_the_others_in_place() -> None:
    rows = page("<table><tr><td colspan=2>Name<td>Course<tr><td>Quince<td>Al<td>Art</table>")
    assert rows == [["Name", None, "Course"], ["Quince", "Al", "Art"]]


def test_a_cell_over_several_rows_is_true_of_each() -> None:
    rows = page("<table><tr><td rowspan=3>Sport<td>Jo<td rowspan=2>Y<tr><td>Al<tr><td>Bo<td>N</table>")
    assert rows == [["Sport", "Jo", "Y"], ["Sport", "Al", "Y"], ["Sport", "Bo", "N"]]


def test_a_cell_over_rows_and_columns_is_true_of_each_row_once() -> None:
    rows = page("<table><tr><td rowspan=2 colspan=2>Sport<td>Jo<tr><td>Al<tr><td>a<td>b<td>Bo</table>")
    assert rows == [["Sport", None, "Jo"], ["Sport", None, "Al"], ["a", "b", "Bo"]]


def test_the_only_table_of_a_page_is_sheet1_under_what_stands_above_it() -> None:
    (sheet,) = read_file(b"<h2>Did not enrol</h2><table><tr><td>Quince</table>", "")
    assert (sheet.name, sheet.title, sheet.rows) == ("Sheet1", "Did not enrol", [["Quince"]])


def test_each_table_is_a_sheet_named_for_its_caption_or_the_line_above_it() -> None:
    html = (
        "<title>Report</title><h2>Enrolled</h2><table><tr><td>Quince</table><p>Did not <b>enrol</b></p>\n<table><tr><td>Varley</table>"
        "<table><caption>Withdrawn</caption><tr><td>Hill</table><p>A long line that is a sentence, and no name.</p><table><tr><td>x</table>"
    )
    sheets = read_file(html.encode(), "")
    assert [(sheet.name, sheet.rows[0][0]) for sheet in sheets] == [
        ("Enrolled", "Quince"), ("Did not enrol", "Varley"), ("Withdrawn", "Hill"), ("Sheet4", "x"),
    ]  # fmt: skip


def test_tables_without_a_letter_are_left_out_and_names_are_never_the_same() -> None:
    table = "<h2>List</h2><table><tr><td>{}</table>"
    sheets = read_file("".join(map(table.format, ["a", " ", "&nbsp;", "b"])).encode(), "")
    assert [sheet.name for sheet in sheets] == ["List", "List (2)"]


def test_a_table_within_a_table_of_layout_is_a_sheet_of_its_own() -> None:
    sheets = read_file(b"<table><tr><td>Our college<td><table><tr><td>Surname<tr><td>Quince</table></table>", "")
    assert [sheet.rows for sheet in sheets] == [[["Our college"]], [["Surname"], ["Quince"]]]


def test_ticks_and_pictures_of_ticks_are_read() -> None:
    html = '<td><input type=checkbox checked><td><input type="checkbox"><td><img src=t.gif alt="Yes"><td><input value="Art">'
    assert page(f"<table><tr>{html}</table>") == [["✓", None, "Yes", "Art"]]


def test_what_is_hidden_within_a_cell_is_not_in_it() -> None:
    assert page("<table><tr><td><span style='display:none'>20090314<b>x</b></span>14/03/2009<td>b</table>") == [["14/03/2009", "b"]]
    assert page("<table><tr><td><span style='display:none'>never closed<td>b</table>") == [[None, "b"]]


def test_a_number_that_a_page_shows_shortened_is_read_whole_where_it_is_given_whole() -> None:
    assert page('<table><tr><td x:num="889012345678">8.89E+11<td>1.00E+09</table>') == [["889012345678", "1.00E+09"]]


def test_comments_and_scripts_are_not_read() -> None:
    assert page("<!-- <table><tr><td>no</table> --><table><tr><td>yes<!-- no --><script>no('<td>')</script></table>") == [["yes"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_page_is_read_in_any_encoding(encoding: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}">'
    html = f"<html><head>{head}</head><table><tr><td>Nuñez – Zoë</table></html>"
    assert read_file(html.encode(encoding), "")[0].rows == [["Nuñez – Zoë"]]


def test_an_encoding_that_a_page_names_wins() -> None:
    html = '<html><meta charset="iso-8859-2"><table><tr><td>Wałęsa</table></html>'
    assert read_file(html.encode("iso-8859-2"), "")[0].rows == [["Wałęsa"]]


def test_a_page_that_excel_saved_has_the_name_of_its_sheet() -> None:
    head = "<!--[if gte mso 9]><xml><x:ExcelWorksheet><x:Name>Year 12 &amp; 13</x:Name></x:ExcelWorksheet></xml><![endif]-->"
    (sheet,) = read_file(f"<html><head>{head}</head><table><tr><td>a</table></html>".encode(), "")
    assert sheet.name == "Year 12 & 13"


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    assert read_file(b"<16,Name\nyes,Quince\nno,Varley\n", "")[0].rows[1] == ["yes", "Quince"]


def test_excel_2003_xml_is_read_with_its_kinds_of_cells() -> None:
    cells = [
        ("String", "Nu&#241;ez"), ("Number", "3"), ("Number", "2.5"), ("DateTime", "2009-03-14T00:00:00.000"),
        ("DateTime", "2025-09-01T09:30:00.000"), ("DateTime", "1899-12-31T09:30:00.000"), ("Boolean", "1"), ("Error", "#N/A"),
        ("Number", "8.89E+11"),
    ]  # fmt: skip
    row = "".join(f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>' for kind, text in cells)
    (sheet,) = read_file(excel_2003(f"<Row>{row}</Row>"), "list.xls")
    moments = [date(2009, 3, 14), datetime(2025, 9, 1, 9, 30), time(9, 30)]
    assert (sheet.name, sheet.rows) == ("List", [["Nuñez", 3, 2.5, *moments, True, None, "8.89E+11"]])


def test_excel_2003_xml_leaves_out_empty_rows_and_cells_and_says_so() -> None:
    rows = '<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">a</Data></Cell><Cell/><Cell><Data>b</Data></Cell></Row><Row/>'
    (sheet,) = read_file(excel_2003(rows), "")
    assert sheet.rows == [[None] * 4, [None] * 4, [None, "a", None, "b"]]


def test_excel_2003_xml_may_merge_cells() -> None:
    rows = (
        '<Row><Cell ss:MergeAcross="1"><Data>Name</Data></Cell><Cell><Data>Course</Data></Cell></Row>'
        '<Row><Cell ss:MergeDown="1"><Data>Quince</Data></Cell><Cell><Data>Al</Data></Cell></Row>'
        '<Row><Cell ss:Index="2"><Data>Bo</Data></Cell></Row>'
    )
    assert read_file(excel_2003(rows), "")[0].rows == [["Name", None, "Course"], ["Quince", "Al", None], ["Quince", "Bo", None]]


def test_a_comment_on_a_cell_of_excel_2003_xml_is_not_in_it() -> None:
    rows = "<Row><Cell><Data>a</Data><Comment><Data>seen by Sam</Data></Comment></Cell></Row>"
    assert read_file(excel_2003(rows), "")[0].rows == [["a"]]


@pytest.mark.parametrize("hidden", ["SheetHidden", "SheetVeryHidden"])
def test_hidden_sheets_of_excel_2003_xml_are_marked(hidden: str) -> None:
    row = "<Row><Cell><Data>a</Data></Cell></Row>"
    second = f'</Worksheet><Worksheet ss:Name="Codes"><Table>{row}</Table><WorksheetOptions><Visible>{hidden}</Visible></WorksheetOptions>'
    sheets = read_file(excel_2003(row, after=second), "")
    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("List", False), ("Codes", True)]


def test_careless_xml_is_read_all_the_same() -> None:
    rows = "<Row><Cell><Data>A levels: Art & Design</Data></Cell><Cell><Data><![CDATA[a < b]]></Data></Cell></Row>"
    assert read_file(excel_2003(rows), "")[0].rows == [["A levels: Art & Design", "a < b"]]


def test_a_page_saved_as_one_file_is_read_with_its_sheets() -> None:
    frame = (
        '<xml><x:ExcelWorksheet><x:Name>Enrolled</x:Name><x:WorksheetSource HRef=3D"List_files/sheet001.htm"/></x:ExcelWorksheet>'
        '<x:ExcelWorksheet><x:Name>Codes</x:Name><x:WorksheetSource HRef=3D"List_files/sheet002.htm"/>'
        "<x:Visible>SheetHidden</x:Visible></x:ExcelWorksheet></xml>"
    )
    parts = [
        ("list.htm", frame),
        ("List_files/sheet001.htm", "<table><tr><td>Zo=C3=AB</table>"),
        ("List_files/sheet002.htm", "<table><tr><td>1</table>"),
    ]
    body = "".join(
        f"--B\r\nContent-Location: file:///C:/{place}\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f'Content-Type: text/html; charset="utf-8"\r\n\r\n{html}\r\n'
        for place, html in parts
    )
    data = f'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n{body}--B--\r\n'
    sheets = read_file(data.encode(), "list.mht")
    assert [(sheet.name, sheet.hidden, sheet.rows) for sheet in sheets] == [("Enrolled", False, [["Zoë"]]), ("Codes", True, [["1"]])]


def test_a_table_in_the_body_of_a_saved_email_is_read() -> None:
    (sheet,) = read_file(message("<p>Hello</p><table><tr><th>Name<tr><td>Al Quince</table>"), "list.eml")
    table = find_table(sheet, RETURN)
    assert table and [row.cells["A"] for row in table.data_rows] == ["Al Quince"]


@pytest.mark.parametrize("data", [b"<html><body><p>See attached", message("<p>See attached")])
def test_a_page_without_a_table_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="without a table"):
        read_file(data)
