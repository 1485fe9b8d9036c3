"""Texts, pages and messages that mean harm, or are harmed, made in memory."""

from collections.abc import Callable

from .hostile_workbooks import LAUGHS, OUTSIDE

EXCEL_2003 = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def excel_2003(table: str, before: str = "", after: str = "") -> bytes:
    sheet = f'<Worksheet ss:Name="List"><Table>{table}</Table>{after}</Worksheet>'
    return f'<?xml version="1.0"?>{before}<?mso-application progid="Excel.Sheet"?><Workbook {EXCEL_2003}>{sheet}</Workbook>'.encode()


def message(body: str, kind: str = "text/html") -> bytes:
    return (
        f"MIME-Version: 1.0\r\nSubject: List\r\nContent-Type: multipart/related; boundary=B\r\n\r\n"
        f"--B\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n--B--\r\n"
    ).encode()


ROW = '<Row><Cell><Data ss:Type="String">Surname</Data></Cell></Row>'

TEXTS: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "only zeros": lambda: b"\x00" * 5_000,
    "only a byte mark": lambda: b"\xff\xfe",
    "one line of 10 MB": lambda: b"a" * 9_999_999,
    "one line of 10 MB with commas": lambda: b"a," * 4_999_999,
    "10 MB of line ends": lambda: b"\n" * 9_999_999,
    "10 MB of quotation marks": lambda: b'"' * 9_999_999,
    "10 MB of a quotation mark and line ends": lambda: b'"' + b"a\n" * 4_999_999,
    "quotation marks without balance": lambda: b'Surname,Forename\n"Quince,Al\n' * 100_000,
    "a million short lines": lambda: b"a,b\n" * 1_000_000,
    "301 columns": lambda: (b"x," * 300 + b"x\n") * 3,
    "300 columns and far too many cells": lambda: (b"1," * 299 + b"1\n") * 16_000,
    "zeros among the letters": lambda: b"Sur\x00name,Forename\nQui\x00nce,Al\n" * 500,
    "halves of letters": lambda: "Surname,Forename\nQu\ud800ince,Al\n".encode("utf-8", "surrogatepass") * 100,
    "halves of letters in UTF-16": lambda: b"\xff\xfe" + "Surname,Forename\nQu\ud800ince,Al\n".encode("utf-16-le", "surrogatepass"),
    "UTF-16 of an odd length": lambda: "Surname,Forename\nQuince,Al\n".encode("utf-16") + b"a",
    "UTF-7": lambda: b"Surname,Forename\n+ADw-script+AD4-alert(1)+ADw-/script+AD4-,Al\n",
    "UTF-8 written too long": lambda: b"Surname,Forename\n\xc0\xbcscript\xc0\xbe,Al\n" * 100,
    "an encoding nobody knows": lambda: bytes((n * 31) % 255 + 1 for n in range(3_000_000)),
    "a page of Japanese": lambda: "氏名,学校\n山田太郎,高校\n".encode("shift_jis") * 20_000,
    "writing that runs backwards": lambda: "Surname,Forename\nQu\u202eecni,Al\n".encode(),
    "formulas": lambda: b"Surname,Forename\n=CMD|' /C calc'!A0,@SUM(1+1)\n+1,-1\n\t=1,\r=2\n",
    "every control character": lambda: b"Surname,Forename\n" + bytes(range(32)) + b",Al\n" + b"Quince,Al\n" * 200,
    "a delimiter that is a letter": lambda: b"sep=a\nSurname,Forename\nQuince,Al\n",
    "a delimiter that is a quotation mark": lambda: b'sep="\n"Surname","Forename"\n',
    "random bytes": lambda: bytes((n * n * 31 + n // 7) % 256 for n in range(200_000)),
    "a page with scripts": lambda: b"<html><script>document.write('<table><tr><td>x')</script><table><tr><td>Surname</table></html>",
    "a page of 9 MB of open tags": lambda: b"<table><tr><td>" * 600_000,
    "a page of tables in tables": lambda: b"<table>" * 300_000,
    "a page of brackets": lambda: b"<table><tr><td>" + b"<" * 5_000_000,
    "a page of quotation marks": lambda: b"<table><tr><td " + b"\"'" * 2_000_000 + b">x",
    "a page of open comments": lambda: b"<table><tr><td>x" + b"<!--" * 2_000_000,
    "a page of open scripts": lambda: b"<table><tr><td>x" + b"<script>" * 1_000_000,
    "a cell over all columns": lambda: b"<table><tr><td colspan=999999999>x<tr><td colspan=99999 rowspan=99999>y</table>",
    "cells over all rows": lambda: b"<table><tr>" + b"<td rowspan=65535>x" * 299 + b"<tr>" * 90_000 + b"</table>",
    "ten thousand tables": lambda: b"<table><tr><td>x</td></tr></table>" * 10_000,
    "a page of hidden things": lambda: b"<table><tr><td>" + b"<span style='display:none'>" * 300_000 + b"x</table>",
    "a page with entities of its own": lambda: f"{LAUGHS}]><html><table><tr><td>&i;</table></html>".encode(),
    "a page of unknown entities": lambda: b"<table><tr><td>" + b"&" * 3_000_000 + b"&#xD800;&#0;&#99999999999;</table>",
    "XML of Excel 2003 with a billion laughs": lambda: excel_2003(ROW, f"{LAUGHS}]>"),
    "XML of Excel 2003 with a file from outside": lambda: excel_2003(ROW, OUTSIDE),
    "XML of Excel 2003 with a late definition": lambda: excel_2003(ROW * 5_000, after='<!ENTITY a "b">'),
    "XML of Excel 2003 with a far cell": lambda: excel_2003('<Row ss:Index="1048576"><Cell ss:Index="16384"><Data>x</Data></Cell></Row>'),
    "XML of Excel 2003 merged over everything": lambda: excel_2003(
        '<Row><Cell ss:MergeAcross="16383" ss:MergeDown="1048575"><Data>x</Data></Cell></Row>' + "<Row/>" * 50_000
    ),
    "XML of Excel 2003 with 10,000 sheets": lambda: excel_2003("", after="</Worksheet><Worksheet>" * 10_000),
    "XML of Excel 2003 nested deep": lambda: excel_2003("<Row><Cell><Data>" * 200_000),
    "XML of Excel 2003 cut short": lambda: excel_2003(ROW * 100)[:-2_000],
    "other XML with a billion laughs": lambda: f'<?xml version="1.0"?>{LAUGHS}]><lolz>&i;</lolz>'.encode(),
    "other XML with a file from outside": lambda: f'<?xml version="1.0"?>{OUTSIDE}<x>&e;</x>'.encode(),
    "other XML": lambda: b'<?xml version="1.0"?><students><student/></students>',
    "a message with no table": lambda: message("<p>See attached</p>"),
    "a message of parts in parts": lambda: b"".join(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B%d\r\n\r\n--B%d\r\n" % (n, n) for n in range(5_000)
    ),
    "a message in an encoding nobody knows": lambda: message("<table><tr><td>x</table>", "text/html; charset=klingon"),
    "a PDF": lambda: b"%PDF-1.7\n" + b"x" * 500_000,
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\x00" * 500_000,
    "a document": lambda: b"{\\rtf1 hello}",
    "a compressed file": lambda: b"\x1f\x8b\x08" + b"\x00" * 1_000,
    "a program": lambda: b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 1_000,
}
