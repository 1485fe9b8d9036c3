"""Whether a workbook is safe to open: what kind it is, what it would unpack to, how far its cells reach."""

import io
import re
import zipfile

from .cells import column_index
from .sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, UnreadableFile, too_big

MAX_UNPACKED = 120_000_000
MAX_RATIO = 200
SMALL = 10_000_000
MAX_ENTRIES = 5_000

CELL_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Za-z]{1,7})(\d{1,9})[\"'][^>]*(?<!/)>")
FAR_PLACE = re.compile(rb"\br=[\"'](?:[A-Za-z]{3,}\d+|[K-Zk-z][A-Za-z]\d+|[A-Za-z]*(?:[1-9]\d{5,}|[2-9]\d{4}))[\"']")
UNPLACED_CELL = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d{5,9})[\"'][^>]*(?<!/)>\s*<(?:\w+:)?c\b(?![^>]*\br=)")
ANY_ROW = re.compile(rb"\br=[\"'][A-Za-z]{0,7}(\d{5,9})[\"']")
ANY_COLUMN = re.compile(rb"\br=[\"']([A-Za-z]{1,7})\d")
ODS_MANIFEST = "META-INF/manifest.xml"
ODS_TOKEN = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
ODS_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=[\"'](\d{1,9})")

MACROS = "This workbook contains macros, which this program does not open. Save it as an ordinary Excel workbook (.xlsx) and try again."
PASSWORD = "This workbook is protected with a password. Save a copy without the password and try again."
NOT_A_WORKBOOK = "This is an archive or a document, not a spreadsheet. Choose the spreadsheet itself."
DAMAGED = "This workbook is damaged, or it did not arrive whole. Ask for it again, or open it and save it afresh."
TOO_LARGE = "This workbook unpacks to far more than a list needs. Copy the list into a new workbook and try again."
BINARY = "This is a binary workbook (.xlsb). Save it as an ordinary Excel workbook (.xlsx) and try again."


def check_archive(data: bytes) -> None:
    """Refuse an archive that is not a workbook, hides its size, or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise UnreadableFile(DAMAGED) from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or unpacked > max(SMALL, MAX_RATIO * len(data)):
        raise UnreadableFile(TOO_LARGE)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFile(PASSWORD)
    _check_kind({entry.filename for entry in entries})
    _check_whole(archive)
    if ODS_MANIFEST in archive.namelist() and b"encryption-data" in archive.read(ODS_MANIFEST):
        raise UnreadableFile(PASSWORD)
    _check_reach(archive)


def _check_kind(names: set[str]) -> None:
    lowered = {name.lower() for name in names}
    if "xl/workbook.bin" in lowered:
        raise UnreadableFile(BINARY)
    if any("vbaproject" in name or name.startswith("basic/") for name in lowered):
        raise UnreadableFile(MACROS)
    if not any(name.startswith("xl/") for name in lowered) and "content.xml" not in lowered:
        raise UnreadableFile(NOT_A_WORKBOOK)


def _check_whole(archive: zipfile.ZipFile) -> None:
    """Unpack every entry once: one that is longer than it says, or cut short, fails its checksum here."""
    try:
        broken = archive.testzip()
    except Exception as error:
        raise UnreadableFile(DAMAGED) from error
    if broken is not None:
        raise UnreadableFile(DAMAGED)


def _check_reach(archive: zipfile.ZipFile) -> None:
    """Refuse one cell at the far corner of a sheet: the reader would build all that lies between."""
    for name in archive.namelist():
        xml = archive.read(name)
        _check_places(name.rsplit("/", 1)[-1].removesuffix(".xml"), xml)
        if name == "content.xml":
            _check_repeats(xml)


def _check_places(name: str, xml: bytes) -> None:
    """Look closely only where a place is far enough out to matter: 20,000 rows is a long but lawful list."""
    if FAR_PLACE.search(xml) is None or _within(xml):
        return
    height = width = 0
    for place in CELL_PLACE.finditer(xml):
        height = max(height, int(place[2]))
        width = max(width, column_index(place[1].decode()) + 1)
    for row in UNPLACED_CELL.finditer(xml):
        height = max(height, int(row[1]))
    too_big(name, height, width)


def _within(xml: bytes) -> bool:
    """Whether even the empty cells of a sheet are within the limits."""
    height = max(map(int, ANY_ROW.findall(xml)), default=0)
    width = max((column_index(letters.decode()) + 1 for letters in set(ANY_COLUMN.findall(xml))), default=0)
    return height <= MAX_ROWS and width <= MAX_COLUMNS and height * width <= MAX_CELLS


def _check_repeats(xml: bytes) -> None:
    """The reach of the filled cells of an OpenDocument sheet, whose cells say how often they are repeated."""
    height = width = row_repeats = column = reach = 0
    for token in ODS_TOKEN.finditer(xml):
        closing, tag, attributes = token[1], token[2], token[3]
        repeated = int(match[1]) if (match := ODS_REPEATED.search(attributes)) else 1
        if tag == b"table":
            height = width = 0
        elif tag == b"table-row" and not closing:
            row_repeats, column, reach = repeated, 0, 0
        elif tag == b"table-row":
            height, width = height + row_repeats, max(width, reach)
            if reach and (height > MAX_ROWS or width > MAX_COLUMNS or height * width > MAX_CELLS):
                too_big("of this workbook", height, width)
        elif not closing:
            column += repeated
            reach = column if b"office:value" in attributes else reach


def check_old_office(data: bytes) -> None:
    """Refuse a file of the old Office kind that is locked, has macros, or is no workbook."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise UnreadableFile(PASSWORD)
    if holds("_VBA_PROJECT"):
        raise UnreadableFile(MACROS)
    if not holds("Workbook") and not holds("Book"):
        raise UnreadableFile(NOT_A_WORKBOOK)
