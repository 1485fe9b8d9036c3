"""The tables of a web page: what many programs export under the name of a spreadsheet, and what Word and Outlook paste."""

import re
from dataclasses import dataclass, field, replace

from .cells import Cell
from .markup import attributes, tokens, unescaped
from .sheets import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_SHEETS, TOO_MANY_SHEETS, TOO_MUCH_TEXT, Sheet, UnreadableFile, shaped, too_big

SPACE = re.compile(r"[ \t\r\n\f]+")
LINE_TAGS = frozenset("br p div li tr table h1 h2 h3 h4 h5 h6 ul ol dt dd hr address blockquote center title".split())
TABLE_TAGS = frozenset("table tr td th".split())
ROW_ENDS = frozenset("tr thead tbody tfoot".split())
SHORTENED = re.compile(r"\d(?:\.\d+)?E\+\d+", re.I)
TELLS = re.compile("span|:num", re.I)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none", re.I)
SPREADSHEET_NAME = re.compile(r"<x:Name>([^<]{1,100})</x:Name>")
HIDDEN_SHEET = re.compile(r"<x:Visible>\s*Sheet(?:Very)?Hidden")
WITHOUT_END = frozenset("area base br col embed hr img input link meta source track wbr".split())
LONGEST_TITLE = 60
NO_TABLE = (
    "This is a web page without a table. Open the list in a spreadsheet program, save it as an Excel workbook (.xlsx), and try again."
)


@dataclass(slots=True)
class _Table:
    """A table being read. `spans` are cells that reach down into rows still to come: column → (rows left, text)."""

    name: str
    order: int
    rows: list[list[Cell]] = field(default_factory=list)
    spans: dict[int, tuple[int, str]] = field(default_factory=dict)
    row: list[Cell] | None = None
    cell: list[str] | None = None
    inside: str = ""


def html_sheets(text: str) -> list[Sheet]:
    """A sheet a table that holds anything, named for its caption or the heading above it; an only table is Sheet1 under that title.

    Raises UnreadableFile if there is none.
    """
    reader = _Reader()
    for name, closes, inside in tokens(text):
        if not name:
            reader.text(inside)
        elif closes:
            reader.closed(name)
        else:
            reader.opened(name, inside)
    while reader.open:
        reader.end_table()
    tables = sorted(reader.done, key=lambda table: table.order)
    if len(tables) == 1 and (own := SPREADSHEET_NAME.findall(text)[:2]):
        sheet = shaped(unescaped(own[0]), tables[0].rows, hidden=len(own) == 1 and HIDDEN_SHEET.search(text) is not None)
        return [sheet]
    sheets = [shaped(table.name or f"Sheet{number}", table.rows, hidden=False) for number, table in enumerate(tables, start=1)]
    filled = [sheet for sheet in sheets if sheet.rows]
    if not filled:
        raise UnreadableFile(NO_TABLE)
    return filled if len(filled) > 1 else [replace(filled[0], name="Sheet1", title=filled[0].name)]


class _Reader:
    """Follows the tags of a page. `open` are the tables that are not closed, the innermost last."""

    def __init__(self) -> None:
        self.open: list[_Table] = []
        self.done: list[_Table] = []
        self.title: list[str] = []
        self.above = ""
        self.unseen, self.depth = "", 0
        self.begun = self.cells = 0

    def text(self, text: str) -> None:
        if self.unseen:
            return
        if not self.open:
            self.title.append(text)
        elif (cell := self.open[-1].cell) is not None:
            cell.append(SPACE.sub(" ", unescaped(text)))

    def opened(self, name: str, inside: str) -> None:
        if self._is_unseen(name, 1):
            return
        if name in TABLE_TAGS:
            self._table_tag(name, inside)
        elif inside and name not in WITHOUT_END and HIDDEN_STYLE.search(inside):
            self.unseen, self.depth = name, 1
        elif not self.open:
            self._end_of_line(name)
        elif name == "caption":
            self.open[-1].cell = []
        elif (cell := self.open[-1].cell) is not None:
            if name in LINE_TAGS:
                cell.append("\n")
            elif name in {"input", "img"}:
                cell.append(_shown(name, inside))

    def closed(self, name: str) -> None:
        if self._is_unseen(name, -1):
            return
        if not self.open:
            self._end_of_line(name)
        elif name == "table":
            self.end_table()
        elif name in {"td", "th"}:
            self._end_cell()
        elif name in ROW_ENDS:
            self._end_row()
        elif name == "caption":
            self._end_caption()
        elif name in LINE_TAGS and (cell := self.open[-1].cell) is not None:
            cell.append("\n")

    def _is_unseen(self, name: str, deeper: int) -> bool:
        """Whether a tag is inside something hidden. What was hidden in a cell ends with the cell, closed or not."""
        if not self.unseen:
            return False
        if self.open and name in TABLE_TAGS:
            self.unseen, self.depth = "", 0
            return False
        if name == self.unseen:
            self.depth += deeper
            self.unseen = self.unseen if self.depth else ""
        return True

    def end_table(self) -> None:
        self._end_row()
        table = self.open.pop()
        if any(cell is not None for row in table.rows for cell in row):
            self.done.append(table)
            if len(self.done) > MAX_SHEETS:
                raise UnreadableFile(TOO_MANY_SHEETS)

    def _table_tag(self, name: str, inside: str) -> None:
        if name == "table" or not self.open:
            self._end_of_line("p")
            self.begun += 1
            self.open.append(_Table(self.above if not self.open else "", self.begun))
            self.above = ""
        if len(self.open) > MAX_SHEETS:
            raise UnreadableFile(TOO_MANY_SHEETS)
        table = self.open[-1]
        if name == "tr":
            self._end_row()
            table.row = []
        elif name in {"td", "th"}:
            self._end_cell()
            table.row = [] if table.row is None else table.row
            table.cell, table.inside = [], inside

    def _end_of_line(self, name: str) -> None:
        """The last short line before a table is its title: "Did not enrol"."""
        if name in LINE_TAGS:
            line = " ".join(unescaped("".join(self.title)).split())
            self.title.clear()
            if line:
                self.above = line if len(line) <= LONGEST_TITLE and line[-1] not in ".,!?;" else ""

    def _end_caption(self) -> None:
        table = self.open[-1]
        if table.cell is not None and table.row is None:
            table.name, table.cell = _joined(table.cell)[:LONGEST_TITLE], None

    def _end_cell(self) -> None:
        table = self.open[-1]
        if table.cell is None or table.row is None:
            table.cell = None
            return
        text, across, down = _joined(table.cell), 1, 1
        if table.inside and TELLS.search(table.inside):
            told = attributes(table.inside)
            across, down = _span(told.get("colspan"), MAX_COLUMNS + 1), _span(told.get("rowspan"), MAX_ROWS)
            if SHORTENED.fullmatch(text) and told.get("num", "").isdigit():
                text = told["num"]
        _reach_down(table)
        if down > 1:
            table.spans.update({len(table.row) + i: (down, text if i == 0 else "") for i in range(across)})
        table.row.extend([text or None, *[None] * (across - 1)])
        table.cell = None
        if len(table.row) > MAX_COLUMNS:
            too_big(table.name or "of this page", len(table.rows) + 1, len(table.row))

    def _end_row(self) -> None:
        self._end_cell()
        table = self.open[-1]
        if table.row is None:
            return
        _reach_down(table, to_the_end=True)
        table.spans = {column: (left - 1, text) for column, (left, text) in table.spans.items() if left > 1}
        table.rows.append(table.row)
        self.cells += len(table.row)
        if len(table.rows) > MAX_ROWS or self.cells > MAX_CELLS:
            too_big(table.name or "of this page", len(table.rows), len(table.row))
            raise UnreadableFile(TOO_MUCH_TEXT)
        table.row = None


def _reach_down(table: _Table, *, to_the_end: bool = False) -> None:
    """Give a row what cells of earlier rows say in its next columns: a value merged over several rows is true of each."""
    row = table.row
    if row is None:
        return
    furthest = max(table.spans, default=-1) if to_the_end else -1
    while len(row) in table.spans or len(row) <= furthest:
        row.append(table.spans.get(len(row), (0, ""))[1] or None)


def _joined(pieces: list[str]) -> str:
    if len(pieces) == 1:
        return pieces[0].strip(" \n")
    lines = (line.strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _span(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.isascii() and value.isdigit() and len(value) < 8 else 1


def _shown(name: str, inside: str) -> str:
    """What a tick box, a text box or a picture says."""
    told = attributes(inside)
    if name == "img":
        return told.get("alt", "")
    if told.get("type", "text").lower() in {"checkbox", "radio"}:
        return "✓" if re.search(r"\bchecked\b", inside, re.I) else ""
    return told.get("value", "") if told.get("type", "text").lower() == "text" else ""
