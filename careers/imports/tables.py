"""Where on a sheet the table is: its row of headings, and the rows below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from .bare_tables import first_bare_row
from .cells import Cell, column_letter
from .header_rows import Header, find_header, heading_above, is_header_again
from .shapes import share, with_text
from .sheets import Sheet
from .telling_words import COURSE, GENERIC, PROVIDER
from .values import to_text
from .vocabulary import Vocabulary

Kind = Literal["data", "heading", "total", "note"]
TOTALS = frozenset({"total", "totals", "grand total", "count", "sum", "sub total", "subtotal", "sub-total", "overall", "all"})
TOTAL = re.compile(
    r"(?:grand |sub-?\s?)?totals?\b.*\d"
    r"|(?:total|overall) (?:number|no|count|enrol\w*|students|learners|pupils)|(?:number|no\.?) (?:of|on)\b"
    r"|count\s*[:=]|\d+ (?:students?|learners?|pupils?|records?|rows?|names?)\b"
    r"|(?:students?|learners?|pupils?|records?)\s*[:=]\s*\d+",
    re.I,
)
FOOTER = re.compile(
    r"(?:page \d|printed|produced|prepared|generated|exported|extracted|run (?:on|date|by|at)|report(?:ed)? (?:date|by|on|run|id)|end of"
    r"|sign(?:ed|ature)|notes?\b|key\b|source\b|confidential|official|as at|correct at|n\.?b\.?\b|please|\*|all dates|data protection"
    r"|last updated|date (?:printed|produced|of report))",
    re.I,
)
HINT = re.compile(
    r"\(?(?:dd?[/.-]mm?[/.-]yy(?:yy)?|mm?[/.-]dd?[/.-]yy(?:yy)?|yyyy-mm-dd|y ?/ ?n|yes ?/ ?no|e\.?g\.? .*|text|free text"
    r"|\d+ (?:characters?|digits)|max .*|required|optional|mandatory|drop ?down|select.*)\)?",
    re.I,
)
COUNT = re.compile(r"[:=]?\s*\d{1,5}(?:\.0)?|\d{1,3}(?:\.\d+)?\s?%")
GREETING = re.compile(r"(?:kind(?:est)?|best|warm|many)?\s*(?:regards|wishes|thanks|thank you)\b|yours\b|sincerely\b|cheers\b", re.I)
NOTE_WORDS = 7
FEW_CELLS = 3
LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that is not blank. `number` is the one a person sees; `kind` says if it is about somebody."""

    number: int
    cells: dict[str, Cell]
    kind: Kind = "data"


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's table. `header_row` is 0 where there are no headings, and then `headings` are all empty."""

    sheet_name: str
    header_row: int
    headings: dict[str, str]
    rows: list[TableRow]

    @property
    def data_rows(self) -> list[TableRow]:
        return [row for row in self.rows if row.kind == "data"]

    def column(self, letter: str) -> list[Cell]:
        """The cells of one column in its data rows."""
        return [row.cells.get(letter) for row in self.rows if row.kind == "data"]


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of a sheet, or None where there is none (notes, a summary, a blank sheet).

    Below the headings every row that is not blank is kept, headings said again and totals marked as such.
    """
    header = find_header(sheet.rows, vocabulary)
    if header is None:
        start = first_bare_row(sheet.rows, vocabulary)
        if start is None:
            return None
        header = heading_above(sheet.rows, start)
        if header is None:
            nothing: list[str | None] = [None] * len(sheet.rows[start])
            return _table(sheet, Header(start, nothing), start, header_row=0)
    return _table(sheet, header, header.index + 1, header_row=header.index + 1)


def _table(sheet: Sheet, header: Header, start: int, *, header_row: int) -> Table | None:
    below = sheet.rows[start:]
    used = [i for i in range(len(header.texts)) if header.texts[i] or any(row[i] is not None for row in below)]
    letters = {i: column_letter(i) for i in used}
    headings = {letters[i]: header.texts[i] or "" for i in used}
    rows: list[TableRow] = []
    for number, row in enumerate(below, start=start + 1):
        cells = {letters[i]: row[i] for i in used}
        if filled := [cell for cell in cells.values() if cell is not None]:
            kind = "note" if not rows and header_row and _is_hint(filled) else _kind(row, filled, len(used), header)
            rows.append(TableRow(number, cells, kind))
    return Table(sheet.name, header_row, headings, _closed(rows, len(used))) if rows or header_row else None


def _closed(rows: list[TableRow], width: int) -> list[TableRow]:
    """The rows, with what stands apart below the list, a greeting or a legend, marked as a note."""
    fills = [sum(cell is not None for cell in row.cells.values()) for row in rows]
    usual = sorted(fills)[len(fills) * 3 // 4] if fills else 0
    last = max((i for i, fill in enumerate(fills) if fill >= max(2, usual / 2) and rows[i].kind == "data"), default=0)
    if width < FEW_CELLS or usual < FEW_CELLS:
        return rows
    rows = [replace(row, kind="note") if fill == 1 and _heads_a_course(row) else row for row, fill in zip(rows, fills, strict=True)]
    closed, apart, signed = rows[: last + 1], False, False
    for before, row in pairwise(rows[last:]):
        apart = apart or row.number > before.number + 1 or row.kind in ("note", "total")
        cells = with_text(list(row.cells.values()))
        signed = signed or any(GREETING.match(text) for _, text in cells)
        is_note = apart and row.kind == "data" and len(cells) <= 2 and (signed or not _is_known_by(cells))
        closed.append(replace(row, kind="note") if is_note else row)
    return closed


def _heads_a_course(row: TableRow) -> bool:
    """Whether a line on its own, between rows of people, is the title of a course: "STUDY PROGRAMME - RETAIL"."""
    text = next((text for cell in row.cells.values() if (text := to_text(cell))), "")
    telling = any(len(found[0]) > LONG_WORD for found in COURSE.finditer(text))
    return row.kind == "data" and telling and len(text.split()) > 1 and "," not in text


def _is_known_by(cells: list[tuple[Cell, str]]) -> bool:
    """Whether a few cells are somebody: a whole name, a surname beside a first name, a number or a date."""
    if any(share(name, [cell]) for cell in cells for name in ("upn", "uln", "date", "postcode", "full_name")):
        return True
    return len(cells) == 2 and all(share("surname", [cell]) and cell[1][0].isupper() for cell in cells)


def _kind(row: Sequence[Cell], filled: Sequence[Cell], width: int, header: Header) -> Kind:
    if is_header_again(row, header):
        return "heading"
    if len(filled) > FEW_CELLS:
        return "total" if _is_long_total(filled) else "data"
    words = [text for cell in filled if isinstance(cell, str) and (text := to_text(cell))]
    if not words:
        return "data"
    if _is_total(words[0], [to_text(cell) or "" for cell in filled], width):
        return "total"
    if width > 2 and (_is_footer(words[0], len(filled), width) or (len(filled) == 1 and _is_note(words[0]))):
        return "note"
    return "data"


def _is_total(first: str, texts: Sequence[str], width: int) -> bool:
    """Whether a row is a count, in words ("Total learners: 109") or by a number alone beside a word ("NEET", 14)."""
    if first.lower().rstrip(" :=") in TOTALS:
        return True
    counts = all(COUNT.fullmatch(text) for text in texts if text != first)
    if counts and TOTAL.match(" ".join(texts)):
        return True
    return counts and len(texts) == 2 and width > FEW_CELLS and "," not in first and not any(c.isdigit() for c in first)


def _is_long_total(filled: Sequence[Cell]) -> bool:
    """Whether a row is a word for a total and counts, however many: "TOTAL", 25, 16, 1, 2."""
    first, *rest = (to_text(cell) or "" for cell in filled)
    named = first.lower().rstrip(" :=") in TOTALS or re.match(r"(?:grand |sub-?\s?)?totals?\b", first, re.I) is not None
    return named and all(COUNT.fullmatch(text) for text in rest)


def _is_footer(text: str, filled: int, width: int) -> bool:
    return FOOTER.match(text) is not None and (filled == 1 or (filled < width and (":" in text or len(text.split()) > 2)))


def _is_hint(filled: Sequence[Cell]) -> bool:
    """Whether the row below the headings says how to fill them in: dd/mm/yyyy, Y/N."""
    texts = [to_text(cell) or "" for cell in filled]
    return not any(share("date", [(cell, text)]) for cell, text in zip(filled, texts, strict=True)) and any(
        HINT.fullmatch(text) for text in texts
    )


def _is_note(text: str) -> bool:
    """Whether a line on its own is no name: a sentence, a class, a course, a place."""
    words = text.split()
    if len(words) >= NOTE_WORDS or text.rstrip().endswith(":"):
        return True
    if any(c.isdigit() for c in text):
        return " " in text or not max(share(name, [(text, text)]) for name in ("upn", "uln", "reference"))
    return len(words) > 1 and (PROVIDER.search(text) is not None or not COURSE.sub(" ", GENERIC.sub(" ", text)).strip())
