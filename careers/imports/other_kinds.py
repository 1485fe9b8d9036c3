"""Files that hold no list this program can read, and what to say to whoever chose one."""

SAVE_AS = "Open it in a spreadsheet program, save it as an Excel workbook (.xlsx) or as CSV, and try again."
PICTURE = "This is a picture, not a spreadsheet. Ask for the list as a spreadsheet."
ARCHIVE = "This is a compressed archive. Unpack it first, then choose the spreadsheet inside."
COMPRESSED = "This is a compressed file. Unpack it first, then choose the spreadsheet inside."
DOCUMENT = "This is a document, not a spreadsheet. Copy its table into a spreadsheet, save that, and try again."
OLDEST_EXCEL = f"This workbook is of a kind that Excel stopped writing in 1993. {SAVE_AS}"

BEGINNINGS = (
    (b"%PDF", "This is a PDF, not a spreadsheet. Ask for the list as a spreadsheet, or copy it into one."),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"II*\x00", PICTURE),
    (b"MM\x00*", PICTURE),
    (b"RIFF", PICTURE),
    (b"{\\rtf", DOCUMENT),
    (b"%!PS", "This is a file for a printer, not a spreadsheet. Ask for the list as a spreadsheet."),
    (b"PK\x05\x06", "This file is an empty archive, not a spreadsheet."),
    (b"PK\x07\x08", "This is one part of an archive in several parts. Unpack it first, then choose the spreadsheet inside."),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"\x1f\x8b", COMPRESSED),
    (b"BZh", COMPRESSED),
    (b"\xfd7zXZ", COMPRESSED),
    (b"\x28\xb5\x2f\xfd", COMPRESSED),
    (b"SQLite format 3", f"This is a database, not a spreadsheet. {SAVE_AS}"),
    (b"MZ", "This is a program, not a spreadsheet. Do not open it, and ask for the list again."),
    (b"\x7fELF", "This is a program, not a spreadsheet. Do not open it, and ask for the list again."),
    (b"\x09\x00\x04\x00", OLDEST_EXCEL),
    (b"\x09\x02\x06\x00", OLDEST_EXCEL),
    (b"\x09\x04\x06\x00", OLDEST_EXCEL),
)


def sentence_for(data: bytes) -> str | None:
    """Why a file of another kind cannot be read; None if its beginning is that of no such kind."""
    for beginning, sentence in BEGINNINGS:
        if data.startswith(beginning) and (len(beginning) > 2 or b"\x00" in data[:500]):
            return sentence
    return None
