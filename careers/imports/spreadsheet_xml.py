"""The XML that Excel 2003 wrote, and that student systems still export under the name of a workbook."""

from dataclasses import dataclass, field
from datetime import datetime

from .cells import Cell
from .markup import attributes, refuse_definitions, tokens, unescaped
from .sheets import MAX_CELLS, MAX_ROWS, MAX_SHEETS, TOO_MANY_SHEETS, TOO_MUCH_TEXT, Sheet, UnreadableFile, shaped, too_big

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
MIDNIGHT = "T00:00:00"
DAY_OF_A_TIME = ("1899-12-31", "1899-12-30", "1904-01-01")
NO_SHEET = "This XML file has no sheet in it. Open it in a spreadsheet program, save it as an Excel workbook (.xlsx), and try again."


def is_spreadsheet_xml(text: str) -> bool:
    """Whether the beginning of an XML file says that it is a workbook of Excel 2003."""
    return NAMESPACE in text[:5_000]


def spreadsheet_xml_sheets(text: str) -> list[Sheet]:
    """The worksheets of an Excel 2003 XML file, hidden ones marked. Raises UnreadableFile."""
    refuse_definitions(text)
    reader = _Reader()
    for name, closes, inside in tokens(text):
        reader.take(name, inside, closes=closes)
    if not reader.sheets:
        raise UnreadableFile(NO_SHEET)
    return [shaped(sheet.name, sheet.rows, hidden=sheet.hidden) for sheet in reader.sheets]


@dataclass(slots=True)
class _Worksheet:
    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    hidden: bool = False


class _Reader:
    """Follows the tags of a workbook. `place` is the column of the cell being read, `kind` the type of its data."""

    def __init__(self) -> None:
        self.sheets: list[_Worksheet] = []
        self.within: list[str] = []
        self.kind = ""
        self.data: list[str] = []
        self.place = self.across = self.down = self.cells = 0
        self.reaching: dict[int, tuple[int, Cell]] = {}

    def take(self, name: str, inside: str, *, closes: bool) -> None:
        if not name:
            self._text(inside)
        elif name in TAGS:
            if not closes:
                self._open(name, attributes(inside) if inside else {})
            if closes or inside.endswith("/"):
                self._close(name)

    def _text(self, text: str) -> None:
        if "data" in self.within and "comment" not in self.within:
            self.data.append(unescaped(text))
        elif self.within and self.within[-1] == "visible" and self.sheets:
            self.sheets[-1].hidden = "hidden" in text.lower()

    def _open(self, name: str, told: dict[str, str]) -> None:
        self.within = [*self.within[-10:], name]
        if name == "worksheet":
            self.sheets.append(_Worksheet(told.get("name", "")))
            self.reaching = {}
            if len(self.sheets) > MAX_SHEETS:
                raise UnreadableFile(TOO_MANY_SHEETS)
        elif name == "row" and self.sheets:
            self._new_row(_number(told.get("index")))
        elif name == "cell" and self.sheets:
            self.place = _number(told.get("index")) or self.place + 1 + self.across
            self.across, self.down = _number(told.get("mergeacross")), _number(told.get("mergedown"))
            self.kind, self.data = "", []
        elif name == "data" and "comment" not in self.within:
            self.kind = told.get("type", "String")

    def _close(self, name: str) -> None:
        if name == "cell" and self.sheets and self.sheets[-1].rows:
            self._put(_value(self.kind, "".join(self.data)))
        if name in self.within:
            del self.within[len(self.within) - 1 - self.within[::-1].index(name) :]

    def _new_row(self, index: int) -> None:
        sheet = self.sheets[-1]
        height = max(index, len(sheet.rows) + 1)
        if height > MAX_ROWS:
            too_big(sheet.name, height, 1)
        while len(sheet.rows) < height:
            number = len(sheet.rows) + 1
            self.reaching = {column: (last, value) for column, (last, value) in self.reaching.items() if last >= number}
            sheet.rows.append([])
            for column, (_, value) in self.reaching.items():
                _put_in(sheet.rows[-1], column, value)
        self.place = self.across = 0

    def _put(self, value: Cell) -> None:
        sheet = self.sheets[-1]
        too_big(sheet.name, len(sheet.rows), self.place)
        if value is not None:
            _put_in(sheet.rows[-1], self.place - 1, value)
            if self.down:
                self.reaching[self.place - 1] = (len(sheet.rows) + self.down, value)
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise UnreadableFile(TOO_MUCH_TEXT)


TAGS = frozenset({"worksheet", "row", "cell", "data", "comment", "visible"})


def _put_in(row: list[Cell], column: int, value: Cell) -> None:
    row.extend([None] * (column + 1 - len(row)))
    row[column] = value


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0


def _value(kind: str, text: str) -> Cell:
    if not text or kind == "Error":
        return None
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return _moment(text.strip())
    except ValueError:
        return text
    return text.strip() == "1" if kind == "Boolean" else text


def _moment(text: str) -> Cell:
    moment = datetime.fromisoformat(text)
    if text.startswith(DAY_OF_A_TIME):
        return moment.time()
    return moment.date() if MIDNIGHT in text else moment
