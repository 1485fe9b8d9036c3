"""Workbooks and archives that mean harm, or are harmed, made in memory."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable

from .files import END, OLD_OFFICE, TABLE, ods_bytes, ods_row, ole_bytes, with_entry, xls_bytes, xlsx_bytes, zipped

BOOK = xlsx_bytes([["Surname", "Forename"], ["Quince", "Al"]])
OLD_BOOK = xls_bytes([["Surname"], [7.0], ["Quince"]])
OLD = OLD_BOOK[3 * 512 :]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, STRINGS, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
LAUGHS = '<!DOCTYPE lolz [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def sheet_xml(rows: str, before: str = "", extra: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<worksheet xmlns="{MAIN}">{extra}<sheetData>{rows}</sheetData></worksheet>'.encode()


def with_sheet(rows: str, before: str = "", extra: str = "") -> bytes:
    return with_entry(BOOK, SHEET, sheet_xml(rows, before, extra))


def with_ballast(sheet: bytes) -> bytes:
    """A workbook so large that its size alone does not give a bomb away, and no larger than a list may be."""
    out = io.BytesIO(BOOK)
    with zipfile.ZipFile(out, "r") as archive:
        entries = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
        archive.writestr("xl/media/noise.bin", random.Random(5).randbytes(1_500_000))
        archive.writestr(SHEET, sheet, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def with_strings(strings: str, cells: str) -> bytes:
    """A workbook with shared strings, which every cell may show again at the cost of a few bytes."""
    types = zipfile.ZipFile(io.BytesIO(BOOK)).read("[Content_Types].xml").decode()
    part = (
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    )
    data = with_entry(BOOK, "[Content_Types].xml", types.replace("</Types>", f"{part}</Types>").encode())
    data = with_entry(data, STRINGS, f'<sst xmlns="{MAIN}">{strings}</sst>'.encode())
    return with_entry(data, SHEET, sheet_xml(cells))


def overlapping() -> bytes:
    """Many entries that are one and the same piece of the file."""
    out = io.BytesIO()
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    zeros = b"0" * 1_000_000
    body = packed.compress(zeros) + packed.flush()
    checksum = zlib.crc32(zeros)
    name = b"xl/workbook.xml"
    sizes = struct.pack("<LLL", checksum, len(body), len(zeros))
    out.write(b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x21) + sizes + struct.pack("<HH", len(name), 0) + name + body)
    start = out.tell()
    for number in range(400):
        other = b"xl/%05d.xml" % number
        out.write(b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0x21) + sizes)
        out.write(struct.pack("<HHHHHLL", len(other), 0, 0, 0, 0, 0, 0) + other)
    size = out.tell() - start
    out.write(b"PK\x05\x06" + struct.pack("<HHHHLLH", 0, 0, 400, 400, size, start, 0))
    return out.getvalue()


def lying(real: int = 5_000_000, said: int = 50) -> bytes:
    data = with_entry(BOOK, "xl/media/zeros.xml", b"0" * real)
    return data.replace(real.to_bytes(4, "little"), said.to_bytes(4, "little"))


def nested(depth: int = 6) -> bytes:
    data = b"0" * 5_000_000
    for level in range(depth):
        data = zipped({f"xl/{level}-{number}.zip": data for number in range(5)})
    return data


def itself() -> bytes:
    """An archive that holds a copy of its own beginning, as the archives do that unpack for ever."""
    return zipped({"r/r.zip": zipped({"r/r.zip": BOOK}), "xl/workbook.xml": "<workbook/>"})


def many_sheets(count: int) -> bytes:
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    return with_entry(BOOK, WORKBOOK, f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><sheets>{sheets}</sheets></workbook>'.encode())


def declared(data: bytes, name: str, prologue: str) -> bytes:
    """A workbook one of whose entries begins with this."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return with_entry(data, name, prologue.encode() + archive.read(name))


def shortened(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


SHARED = '<c t="s"><v>0</v></c>'
NUMBER = "<c><v>{}.5</v></c>"
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
WIDE_ROW = "<row>" + "<c><v>1</v></c>" * 16_384 + "</row>"
UTF16 = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}]><worksheet xmlns="{MAIN}"><sheetData/></worksheet>'.encode("utf-16")
REPEATS = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
    'office:value-type="float" office:value="1"/></table:table-row>'
)

WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "an entry that unpacks to 130 MB": lambda: with_entry(BOOK, "xl/media/zeros.xml", b"0" * 130_000_000),
    "an entry squeezed beyond belief": lambda: with_entry(BOOK, "xl/media/zeros.xml", b"0" * 20_000_000),
    "a sheet of spaces of 50 MB": lambda: with_ballast(sheet_xml(" " * 50_000_000)),
    "archives in archives": nested,
    "entries that overlap": overlapping,
    "entries longer than they say": lying,
    "an entry that says it is huge": lambda: lying(5_000, 0xFFFFFFF0),
    "an archive that holds itself": itself,
    "ten thousand entries": lambda: zipped({"xl/workbook.xml": "<a/>", **{f"xl/{n}.xml": "" for n in range(10_000)}}),
    "names that climb out": lambda: with_entry(BOOK, "../../../../tmp/waymark-was-here.xml", b"<a/>"),
    "names from the root": lambda: with_entry(BOOK, "/etc/passwd", b"root"),
    "names with zeros": lambda: with_entry(BOOK, "xl/a\x00b.xml", b"<a/>"),
    "a billion laughs in a sheet": lambda: with_sheet('<row r="1"><c r="A1" t="str"><v>&i;</v></c></row>', f"{LAUGHS}]>"),
    "a billion laughs in the shared strings": lambda: declared(with_strings("<si><t>&i;</t></si>", ""), STRINGS, f"{LAUGHS}]>"),
    "a billion laughs in UTF-16": lambda: with_entry(BOOK, SHEET, UTF16),
    "a billion laughs in the workbook": lambda: declared(BOOK, WORKBOOK, f"{LAUGHS}]>"),
    "a billion laughs in the styles": lambda: declared(BOOK, "xl/styles.xml", f"{LAUGHS}]>"),
    "a quadratic blow-up": lambda: with_sheet(
        f'<row r="1"><c r="A1" t="str"><v>{"&a;" * 50_000}</v></c></row>', f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>'
    ),
    "a file from outside in a sheet": lambda: with_sheet('<row r="1"><c r="A1" t="str"><v>&e;</v></c></row>', OUTSIDE),
    "a definition from outside in the relations": lambda: declared(BOOK, "xl/_rels/workbook.xml.rels", '<!DOCTYPE x SYSTEM "http://x/y">'),
    "a billion laughs in an open document": lambda: ods_bytes(ods_row("a"), extra={"content.xml": f"{LAUGHS}]><a>&i;</a>"}),
    "tags nested 200,000 deep": lambda: with_sheet("<row>" * 200_000),
    "an open document nested 200,000 deep": lambda: ods_bytes("<table:table>" * 200_000),
    "one attribute of 30 MB": lambda: with_ballast(sheet_xml(f'<row r="1" x="{"a" * 30_000_000}"/>')),
    "a cell at XFD1048576": lambda: with_sheet(FAR),
    "16,384 columns": lambda: with_sheet(WIDE_ROW * 3),
    "16,384 columns and 60 rows without places": lambda: with_ballast(sheet_xml(WIDE_ROW * 60)),
    "a dimension of the whole sheet": lambda: with_sheet(
        f'<row r="1">{text_cell("A1", "Surname")}</row>', extra='<dimension ref="A1:XFD1048576"/>'
    ),
    "a dimension beyond any sheet": lambda: with_sheet(
        f'<row r="1">{text_cell("A1", "Surname")}</row>', extra='<dimension ref="A1:ZZZZZZ99999999999"/>'
    ),
    "a cell with no sensible place": lambda: with_sheet('<row r="-5"><c r="1A!"><v>1</v></c></row>'),
    "a row far below and a cell without a place": lambda: with_sheet('<row r="99999"><c><v>1</v></c><c r="KN1"><v>1</v></c></row>'),
    "a long shared string shown 400,000 times": lambda: with_strings(
        f"<si><t>{'x' * 32_000}</t></si>", f"<row>{SHARED * 100}</row>" * 4_000
    ),
    "a cell of 5 MB": lambda: with_sheet(f'<row r="1">{text_cell("A1", "x" * 5_000_000)}</row>'),
    "a million numbers": lambda: with_ballast(sheet_xml("".join(f"<row>{NUMBER.format(n) * 100}</row>" for n in range(10_000)))),
    "four million cells": lambda: with_sheet(("<row>" + "<c><v>1</v></c>" * 200 + "</row>") * 20_000),
    "shared strings that are not there": lambda: with_sheet('<row r="1"><c r="A1" t="s"><v>4000000000</v></c></row>'),
    "more shared strings than it has": lambda: with_entry(BOOK, STRINGS, f'<sst xmlns="{MAIN}" count="4294967295"/>'.encode()),
    "100,000 sheets": lambda: many_sheets(100_000),
    "200 sheets that are one": lambda: many_sheets(200),
    "merged cells over everything": lambda: with_entry(
        BOOK,
        SHEET,
        sheet_xml("".join(f"<row>{text_cell(f'A{n}', 'x')}</row>" for n in range(1, 3_000))).replace(
            b"</worksheet>", b"<mergeCells>" + b'<mergeCell ref="A1:XFD1048576"/>' * 20_000 + b"</mergeCells></worksheet>"
        ),
    ),
    "dates before time": lambda: with_sheet('<row r="1"><c r="A1" t="d"><v>-99999-99-99T99:99</v></c><c r="B1"><v>-1E308</v></c></row>'),
    "numbers that are none": lambda: with_sheet(
        "".join(f'<row r="{n}"><c r="A{n}"><v>{v}</v></c></row>' for n, v in enumerate(["NaN", "INF", "1E999", "--1", "0x1", "9" * 400], 1))
    ),
    "an open document repeated without end": lambda: ods_bytes(REPEATS),
    "an open document whose cells are repeated": lambda: ods_bytes(
        '<table:table-row><table:table-cell table:number-columns-repeated="99999999" office:value-type="string">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    ),
    "an open document of spaces": lambda: ods_bytes(
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="999999999"/>b</text:p>'
        "</table:table-cell></table:table-row>"
    ),
    "half a workbook": lambda: shortened(BOOK, 0.5),
    "nine tenths of a workbook": lambda: shortened(BOOK, 0.9),
    "a workbook without its sheet": lambda: zipped({"xl/workbook.xml": "<workbook/>"}),
    "a workbook of other bytes": lambda: zipped({"xl/workbook.xml": bytes(range(256)) * 50}),
    "a spreadsheet and a program in one": lambda: b"MZ\x90\x00" + b"\x00" * 600 + BOOK,
    "an old workbook whose sectors go round": lambda: ole_bytes(OLD, chain=[TABLE, END, *range(3, 9), 2]),
    "an old workbook whose sector is its own next": lambda: ole_bytes(OLD, chain=[TABLE, END, 2]),
    "an old workbook whose directory goes round": lambda: ole_bytes(OLD, chain=[TABLE, 1, *range(3, 10), END]),
    "an old workbook whose sectors are elsewhere": lambda: ole_bytes(OLD, chain=[TABLE, END, 4_000_000_000]),
    "an old workbook that says it has four billion sectors": lambda: OLD_BOOK[:44] + b"\xff\xff\xff\x7f" * 8 + OLD_BOOK[76:],
    "an old workbook that ends": lambda: OLD_BOOK[: len(OLD_BOOK) // 2],
    "an old workbook of random records": lambda: ole_bytes(bytes((n * n * 7 + n // 3) % 256 for n in range(20_000))),
    "an old workbook of records longer than it": lambda: ole_bytes(OLD[:20] + b"\x85\x00\xff\xff" * 500),
    "an old workbook with a far cell": lambda: OLD_BOOK.replace(
        struct.pack("<HHHd", 1, 0, 0, 7.0), struct.pack("<HHHd", 65_535, 255, 0, 7.0)
    ),
    "an old workbook of another program": lambda: ole_bytes(b"hello", "WordDocument"),
    "an old email": lambda: ole_bytes(b"hello", "__substg1.0_0037001F"),
    "an encrypted workbook": lambda: OLD_OFFICE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 5_000,
    "a workbook with macros": lambda: with_entry(BOOK, "xl/vbaProject.bin", b"x"),
    "formulas that start programs": lambda: with_sheet(
        '<row r="1"><c r="A1" t="str"><f>CMD|\' /C calc\'!A0</f><v>x</v></c>' + text_cell("B1", "=CMD|' /C calc'!A0") + "</row>"
    ),
    "a link to another workbook": lambda: with_entry(BOOK, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
}
