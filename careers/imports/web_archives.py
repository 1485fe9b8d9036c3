"""Pages saved as a single file (MHTML), and emails with a table in their body."""

import re
from typing import TYPE_CHECKING

from .encodings import decoded
from .html_tables import HIDDEN_SHEET, html_sheets
from .markup import unescaped
from .sheets import Sheet, UnreadableFile, named_apart

if TYPE_CHECKING:
    from email.message import Message

MAX_PARTS = 500
BEGINNING = re.compile(
    rb"(?:from|to|subject|date|received|return-path|mime-version|content-type|message-id|delivered-to|x-[\w-]+):[ \t]", re.I
)
IN_PARTS = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
SHEET_SOURCE = re.compile(r"<x:ExcelWorksheet>(.*?)</x:ExcelWorksheet>", re.S)
NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>")
SOURCE = re.compile(r"""<x:WorksheetSource HRef=["']([^"']{1,300})["']""")
NO_LIST = "This is an email or a saved page without a table. Save the list that came with it, and choose that."


def is_web_archive(data: bytes) -> bool:
    """Whether these bytes begin as an email does and hold a page."""
    beginning = data[:20_000].lstrip()
    return BEGINNING.match(beginning) is not None and IN_PARTS.search(beginning) is not None


def web_archive_sheets(data: bytes) -> list[Sheet]:
    """The tables of the pages in a message, named as its workbook names them. Raises UnreadableFile."""
    import email  # slow to load, and rarely needed

    message = email.message_from_bytes(data)
    pages = []
    for number, part in enumerate(message.walk()):
        if number > MAX_PARTS:
            break
        if part.get_content_type() == "text/html":
            pages.append((str(part.get("Content-Location", "")), _text(part)))
    named = {source: about for _, text in pages for source, about in _sources(text)}
    sheets: list[Sheet] = []
    for location, text in pages:
        name, hidden = named.get(location.replace("\\", "/").rpartition("/")[2], ("", False))
        try:
            tables = html_sheets(text)
        except UnreadableFile:
            continue
        sheets.extend(Sheet(name or table.name, table.rows, hidden or table.hidden) for table in tables)
    if not sheets:
        raise UnreadableFile(NO_LIST)
    return named_apart(sheets)


def _text(part: "Message") -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return decoded(data, str(part.get_content_charset("utf-8")))
    except LookupError:
        return decoded(data, "cp1252")


def _sources(text: str) -> list[tuple[str, tuple[str, bool]]]:
    """Of a workbook's own page: the file of each sheet, its name, and whether it is hidden."""
    found = []
    for block in SHEET_SOURCE.findall(text):
        name, source = NAME.search(block), SOURCE.search(block)
        if name and source:
            found.append((source[1].rpartition("/")[2], (unescaped(name[1]), HIDDEN_SHEET.search(block) is not None)))
    return found
