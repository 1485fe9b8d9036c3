"""A file somebody sent, as sheets of cells. What it is is decided by its bytes, never by its name.

Everything that can go wrong is one `UnreadableFile`, whose sentence is for the person who chose the file.
"""

from .sheets import MAX_BYTES, Sheet, UnreadableFile, shaped
from .text_files import looks_like_text, read_text
from .workbooks import read_workbook

__all__ = ["MAX_BYTES", "Sheet", "UnreadableFile", "read_file"]

ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SAVE_AS = "Open it in a spreadsheet program, save it as an Excel workbook (.xlsx) or as CSV, and try again."
OTHER_KINDS = (
    (b"%PDF", "This is a PDF, not a spreadsheet. Ask for the list as a spreadsheet, or copy it into one."),
    (b"\x89PNG", "This is a picture, not a spreadsheet. Ask for the list as a spreadsheet."),
    (b"\xff\xd8\xff", "This is a picture, not a spreadsheet. Ask for the list as a spreadsheet."),
    (b"GIF8", "This is a picture, not a spreadsheet. Ask for the list as a spreadsheet."),
    (b"{\\rtf", "This is a document, not a spreadsheet. Copy the table into a spreadsheet and try again."),
    (b"PK\x05\x06", "This file is an empty archive, not a spreadsheet."),
    (b"7z\xbc\xaf", "This is a compressed archive. Unpack it first, then choose the spreadsheet inside."),
    (b"Rar!", "This is a compressed archive. Unpack it first, then choose the spreadsheet inside."),
    (b"\x1f\x8b", "This is a compressed file. Unpack it first, then choose the spreadsheet inside."),
)
WEB_PAGE_MARKS = (
    b"<!doctype",
    b"<html",
    b"<table",
    b"<head",
    b"<?xml",
    b"<meta",
    b"<body",
    b"<style",
    b"<div",
)


def read_file(data: bytes, filename: str = "", *, max_bytes: int = MAX_BYTES) -> list[Sheet]:
    """The sheets of a workbook (.xlsx, .xls, .ods) or of a text file (.csv, .tsv, .txt) in any encoding.

    `rows[0]` is row 1 as a spreadsheet program shows it, `rows[0][0]` is A1; all rows are equally wide.
    Raises `UnreadableFile`, and nothing else, for any bytes.
    """
    if len(data) > max_bytes:
        raise UnreadableFile(f"This file is larger than {max_bytes // 1_000_000} MB, which is more than any list needs.")
    try:
        sheets = _sheets(data)
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile(f"This file is damaged or is not a spreadsheet. {SAVE_AS}") from error
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableFile("There is nothing in this file.")
    return sheets


def _sheets(data: bytes) -> list[Sheet]:
    if not data.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise UnreadableFile("This file is empty.")
    for beginning, sentence in OTHER_KINDS:
        if data.startswith(beginning):
            raise UnreadableFile(sentence)
    if data.startswith((ZIP, OLD_OFFICE)):
        return read_workbook(data)
    if data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGE_MARKS):
        raise UnreadableFile(f"This is a web page saved under another name, not a spreadsheet. {SAVE_AS}")
    if not looks_like_text(data):
        raise UnreadableFile(f"This is not a spreadsheet. {SAVE_AS}")
    return [shaped("Sheet1", read_text(data), hidden=False)]
