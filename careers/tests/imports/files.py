"""Files made in memory for the tests of reading."""

import csv
import io
import struct
import zipfile
from collections.abc import Sequence

import openpyxl

ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"


def csv_bytes(rows: Sequence[Sequence[object]], delimiter: str = ",", ending: str = "\r\n", encoding: str = "utf-8") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_bytes(rows: Sequence[Sequence[object]], title: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods_bytes(rows_xml: str, *, extra: dict[str, str] | None = None) -> bytes:
    table = f'<table:table table:name="List">{rows_xml}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    content = f'<?xml version="1.0"?><office:document-content {ODS_NAMES}>{body}</office:document-content>'
    return zipped({"mimetype": ODS_KIND, "content.xml": content, "META-INF/manifest.xml": MANIFEST, **(extra or {})})


def ods_row(*texts: str) -> str:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    cells = "".join(cell.format(text) for text in texts)
    return f"<table:table-row>{cells}</table:table-row>"


def zipped(entries: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_entry(workbook: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one entry more, or another in its place."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        entries: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**entries, name: content})


MANIFEST = (
    '<?xml version="1.0"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS_KIND}"/></manifest:manifest>'
)


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END, FREE, TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def ole_bytes(stream: bytes, name: str = "Workbook", *, chain: Sequence[int] | None = None) -> bytes:
    """A file of the old Office kind with one stream. `chain` is its table of sectors, where it shall be another than the true one."""
    stream = stream.ljust(4096, b"\x00")
    stream += b"\x00" * (-len(stream) % 512)
    count = len(stream) // 512
    true = [TABLE, END, *range(3, 2 + count), END]
    table = struct.pack(f"<{len(chain or true)}L", *(chain or true)).ljust(512, b"\xff")
    header = OLD_OFFICE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<10L", 0, 1, 1, 0, 4096, END, 0, END, 0, 0) + b"\xff" * (108 * 4)
    root = _directory_entry("Root Entry", 5, child=1, start=END, size=0)
    return header + table + (root + _directory_entry(name, 2, child=FREE, start=2, size=len(stream))).ljust(512, b"\x00") + stream


def _directory_entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    return (
        text.ljust(64, b"\x00")
        + struct.pack("<HBBLLL", len(text) + 2, kind, 1, FREE, FREE, child)
        + bytes(36)
        + struct.pack("<LQ", start, size)
    )


def xls_bytes(rows: Sequence[Sequence[str | float]], *, hidden: bool = False, since_1904: bool = False) -> bytes:
    """A workbook as Excel 97 wrote them, of texts and numbers; a number over 30,000 is formatted as a date."""
    formats = _record(0x00E0, struct.pack("<HHHHLLHH", 0, 0, 0, 0, 0, 0, 0, 0)) + _record(
        0x00E0, struct.pack("<HHHHLLHH", 0, 14, 0, 0, 0, 0, 0, 0)
    )
    globals_ = _record(0x0809, struct.pack("<HHHHLL", 0x0600, 5, 0, 0, 0, 0)) + _record(0x0022, struct.pack("<H", since_1904)) + formats
    name = b"List"
    start = len(globals_) + 4 + 8 + len(name) + 4
    globals_ += _record(0x0085, struct.pack("<LBBBB", start, hidden, 0, len(name), 0) + name) + _record(0x000A, b"")
    sheet = _record(0x0809, struct.pack("<HHHHLL", 0x0600, 0x10, 0, 0, 0, 0))
    for y, row in enumerate(rows):
        sheet += b"".join(_old_cell(y, x, cell) for x, cell in enumerate(row))
    return ole_bytes(globals_ + sheet + _record(0x000A, b""))


def _old_cell(row: int, column: int, cell: str | float) -> bytes:
    if isinstance(cell, str):
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(cell), 1) + cell.encode("utf-16-le"))
    return _record(0x0203, struct.pack("<HHHd", row, column, int(cell > 30_000), cell))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
