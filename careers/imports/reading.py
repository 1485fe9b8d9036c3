"""A file somebody sent, as sheets of cells. What it is is decided by its bytes, never by its name.

Everything that can go wrong is one `UnreadableFile`, whose sentence is for the person who chose the file.
"""

import codecs
import io
import re

from .encodings import decoded, encoding_of, looks_like_text
from .html_tables import html_sheets
from .markup import refuse_definitions
from .other_kinds import SAVE_AS, sentence_for
from .sheets import MAX_BYTES, Sheet, UnreadableFile, named_apart, shaped
from .spreadsheet_xml import is_spreadsheet_xml, spreadsheet_xml_sheets
from .text_files import read_text
from .web_archives import is_web_archive, web_archive_sheets

__all__ = ["MAX_BYTES", "Sheet", "UnreadableFile", "is_plain_text", "read_file"]

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BLANK = b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"
WEB_PAGE = re.compile(r"<(?:!doctype\s+html|html|table|thead|tbody|tr|td|head|meta|body|style|div|center|font|p|h[1-6])\b", re.I)
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{1,30})", re.I)
BEGINNING = 5_000
DAMAGED = f"This file is damaged or is not a spreadsheet. {SAVE_AS}"
EMPTY = "This file is empty."
NOTHING = "There is nothing in this file."
NOT_TEXT = f"This is not a spreadsheet. {SAVE_AS}"
OTHER_XML = f"This is an XML file of another kind, not a spreadsheet. {SAVE_AS}"


def read_file(data: bytes, filename: str = "", *, max_bytes: int = MAX_BYTES) -> list[Sheet]:
    """The sheets of a workbook, or of the tables of a text, an HTML page or an Excel 2003 XML file, in any encoding.

    `rows[0]` is row 1 as a spreadsheet program shows it, `rows[0][0]` is A1; all rows are equally wide, and no two sheets share a
    name. Raises `UnreadableFile`, and nothing else but MemoryError, for any bytes.
    """
    refuse_size(len(data), max_bytes)
    try:
        sheets = named_apart(_sheets(data))
    except (UnreadableFile, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        raise UnreadableFile(DAMAGED) from error
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableFile(NOTHING)
    return sheets


def refuse_size(size: int, max_bytes: int) -> None:
    """Raises UnreadableFile for more bytes than there may be."""
    if size > max_bytes:
        raise UnreadableFile(f"This file is larger than {max_bytes // 1_000_000} MB, which is more than any list needs.")


def is_plain_text(data: bytes) -> bool:
    """Whether these bytes would be read as lines of text: nothing to unpack, no tags, no parts."""
    if sentence_for(data) or data.startswith((ZIP, OLD_OFFICE)) or is_web_archive(data):
        return False
    return looks_like_text(data) and not _beginning(data).startswith("<")


def _sheets(data: bytes) -> list[Sheet]:
    if not data.strip(BLANK):
        raise UnreadableFile(EMPTY)
    if sentence := sentence_for(data):
        raise UnreadableFile(sentence)
    if data.startswith((ZIP, OLD_OFFICE)):
        from .workbooks import read_workbook  # what reads workbooks is loaded only for them

        return read_workbook(data)
    if is_web_archive(data):
        return web_archive_sheets(data)
    if not looks_like_text(data):
        raise UnreadableFile(NOT_TEXT)
    if _beginning(data).startswith("<") and (sheets := _marked_up(data)):
        return sheets
    return [shaped("Sheet1", read_text(data), hidden=False)]


def _marked_up(data: bytes) -> list[Sheet] | None:
    """The sheets of a page or an XML file; None for a text that merely begins with a bracket."""
    text = decoded(data, _declared(data) or encoding_of(io.BytesIO(data)))
    beginning = text[:BEGINNING]
    refuse_definitions(beginning)
    if is_spreadsheet_xml(beginning):
        return spreadsheet_xml_sheets(text)
    if WEB_PAGE.search(beginning):
        return html_sheets(text)
    if beginning.lstrip("\ufeff \t\r\n").startswith(("<?xml", "<!")):
        raise UnreadableFile(OTHER_XML)
    return None


def _declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file names at its beginning, if it is one of letters of one byte."""
    found = DECLARED.search(data[:2_000])
    name = found[1].decode().lower() if found else ""
    return name if name.startswith(("windows-125", "iso-8859-")) and _known(name) and not data.startswith(b"\xef\xbb\xbf") else None


def _known(name: str) -> bool:
    try:
        return bool(codecs.lookup(name))
    except LookupError:
        return False


def _beginning(data: bytes) -> str:
    beginning = data[:BEGINNING]
    return decoded(beginning, encoding_of(io.BytesIO(beginning))).lstrip("\ufeff \t\r\n")
