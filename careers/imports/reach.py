"""How far the filled cells of a sheet reach: one cell at the far corner makes a reader build all that lies between."""

import re

from .cells import column_index
from .sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_big

CELL_PLACE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\br=[\"']([A-Za-z]{1,7})(\d{1,9})[\"'][^>]*(?<!/)>")
FAR_PLACE = re.compile(rb"\br=[\"'](?:[A-Za-z]{3,}\d+|[K-Zk-z][A-Za-z]\d+|[A-Za-z]*(?:[1-9]\d{5,}|[2-9]\d{4}))[\"']")
UNPLACED_CELL = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d{5,9})[\"'][^>]*(?<!/)>\s*<(?:\w+:)?c\b(?![^>]*\br=)")
ANY_ROW = re.compile(rb"\br=[\"'][A-Za-z]{0,7}(\d{5,9})[\"']")
ANY_COLUMN = re.compile(rb"\br=[\"']([A-Za-z]{1,7})\d")
ODS_TOKEN = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
ODS_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=[\"'](\d{1,9})")
OVERLAP = 500


class SheetReach:
    """The reach of a sheet of an Excel workbook, read a piece of its XML at a time."""

    def __init__(self, name: str) -> None:
        self.name = name.rsplit("/", 1)[-1].removesuffix(".xml")
        self.height = self.width = 0
        self.before = b""

    def read(self, piece: bytes) -> None:
        """Look closely only where a place is far enough out to matter: 20,000 rows is a long but lawful list."""
        xml, self.before = self.before + piece, piece[-OVERLAP:]
        if FAR_PLACE.search(xml) is None or _within(xml):
            return
        for place in CELL_PLACE.finditer(xml):
            self.height = max(self.height, int(place[2]))
            self.width = max(self.width, column_index(place[1].decode()) + 1)
        for row in UNPLACED_CELL.finditer(xml):
            self.height = max(self.height, int(row[1]))

    def check(self) -> None:
        too_big(self.name, self.height, self.width)


def _within(xml: bytes) -> bool:
    """Whether even the empty cells of a sheet are within the limits."""
    height = max(map(int, ANY_ROW.findall(xml)), default=0)
    width = max((column_index(letters.decode()) + 1 for letters in set(ANY_COLUMN.findall(xml))), default=0)
    return height <= MAX_ROWS and width <= MAX_COLUMNS and height * width <= MAX_CELLS


class OpenDocumentReach:
    """The reach of the sheets of an OpenDocument workbook, whose rows and cells say how often they are repeated."""

    def __init__(self) -> None:
        self.height = self.width = self.row_repeats = self.column = self.reach = 0

    def read(self, piece: bytes) -> None:
        for token in ODS_TOKEN.finditer(piece):
            closing, tag, attributes = token[1], token[2], token[3]
            repeated = int(match[1]) if (match := ODS_REPEATED.search(attributes)) else 1
            if tag == b"table":
                self.height = self.width = 0
            elif tag == b"table-row":
                self._end_row() if closing else self._begin_row(repeated)
            elif not closing:
                self.column += repeated
                self.reach = self.column if b"office:value" in attributes else self.reach

    def check(self) -> None:
        """Every row has been checked as it ended."""

    def _begin_row(self, repeated: int) -> None:
        self.row_repeats, self.column, self.reach = repeated, 0, 0

    def _end_row(self) -> None:
        self.height, self.width = self.height + self.row_repeats, max(self.width, self.reach)
        if self.reach:
            too_big("of this workbook", self.height, self.width)
