"""Whether a workbook is safe to open: what kind it is, what it unpacks to, and whether it defines anything of its own."""

import io
import zipfile
from collections.abc import Iterator

from .markup import DEFINES
from .other_kinds import DOCUMENT
from .reach import OpenDocumentReach, SheetReach
from .sheets import UnreadableFile

MAX_UNPACKED = 120_000_000
MAX_RATIO = 200
SMALL = 10_000_000
MAX_ENTRIES = 5_000
CHUNK = 1_000_000

ODS_MANIFEST = "META-INF/manifest.xml"
XML_ENDINGS = (".xml", ".rels")
DEFINITIONS = tuple(word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("ascii", "utf-16-le", "utf-16-be"))

MACROS = "This workbook contains macros, which this program does not open. Save it as an ordinary Excel workbook (.xlsx) and try again."
PASSWORD = "This workbook is protected with a password. Save a copy without the password and try again."
NOT_A_WORKBOOK = "This is an archive or a document, not a spreadsheet. Choose the spreadsheet itself."
ZIPPED_LIST = "This is an archive, not a spreadsheet. Unpack it first, then choose the spreadsheet inside."
PRESENTATION = "This is a presentation, not a spreadsheet. Ask for the list as a spreadsheet, or copy it into one."
APPLE = "This is an Apple Numbers document. Export it from Numbers as an Excel workbook (.xlsx) and try again."
EMAIL = "This is an email. Save the list that came with it, and choose that."
DAMAGED = "This workbook is damaged, or it did not arrive whole. Ask for it again, or open it and save it afresh."
TOO_LARGE = "This workbook unpacks to far more than a list needs. Copy the list into a new workbook and try again."
BINARY = "This is a binary workbook (.xlsb). Save it as an ordinary Excel workbook (.xlsx) and try again."
LISTS = (".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods")


def check_archive(data: bytes) -> None:
    """Refuse an archive that is not a workbook, hides its size, or would unpack to too much. Raises UnreadableFile."""
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
    try:
        _check_entries(archive, entries)
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile(DAMAGED) from error


def _check_kind(names: set[str]) -> None:
    lowered = {name.lower().replace("\\", "/") for name in names}
    if "xl/workbook.bin" in lowered:
        raise UnreadableFile(BINARY)
    if any("vbaproject" in name or name.startswith("basic/") for name in lowered):
        raise UnreadableFile(MACROS)
    if any(name.startswith("xl/") for name in lowered) or "content.xml" in lowered:
        return
    if any(name.startswith("word/") for name in lowered):
        raise UnreadableFile(DOCUMENT)
    if any(name.startswith("ppt/") for name in lowered):
        raise UnreadableFile(PRESENTATION)
    if "index/document.iwa" in lowered:
        raise UnreadableFile(APPLE)
    raise UnreadableFile(ZIPPED_LIST if any(name.endswith(LISTS) for name in lowered) else NOT_A_WORKBOOK)


def _check_entries(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack every entry once, a piece at a time: one that is longer than it says, or cut short, fails its checksum here."""
    unpacked = 0
    for entry in entries:
        reach = OpenDocumentReach() if entry.filename == "content.xml" else SheetReach(entry.filename)
        for piece in _pieces(archive, entry):
            unpacked += len(piece)
            if unpacked > MAX_UNPACKED:
                raise UnreadableFile(TOO_LARGE)
            if entry.filename.lower().endswith(XML_ENDINGS):
                _check_xml(entry.filename, piece)
                reach.read(piece)
        reach.check()


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """An entry in pieces of about a megabyte, each cut before a tag, unless there is none or it is longer than that."""
    rest = b""
    with archive.open(entry) as packed:
        while chunk := packed.read(CHUNK):
            piece = rest + chunk
            cut = piece.rfind(b"<")
            cut = cut if cut > 0 else len(piece)
            rest = piece[cut:]
            yield piece[:cut]
    yield rest


def _check_xml(name: str, piece: bytes) -> None:
    if any(word in piece for word in DEFINITIONS):
        raise UnreadableFile(DEFINES)
    if name == ODS_MANIFEST and b"encryption-data" in piece:
        raise UnreadableFile(PASSWORD)
    if name == ODS_MANIFEST and b"opendocument.text" in piece:
        raise UnreadableFile(DOCUMENT)


def check_old_office(data: bytes) -> None:
    """Refuse a file of the old Office kind that is locked, has macros, or is no workbook. Raises UnreadableFile."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise UnreadableFile(PASSWORD)
    if holds("_VBA_PROJECT"):
        raise UnreadableFile(MACROS)
    if holds("WordDocument"):
        raise UnreadableFile(DOCUMENT)
    if holds("__substg1.0"):
        raise UnreadableFile(EMAIL)
    if holds("PowerPoint Document"):
        raise UnreadableFile(PRESENTATION)
    if not holds("Workbook") and not holds("Book"):
        raise UnreadableFile(NOT_A_WORKBOOK)
