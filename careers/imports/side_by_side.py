"""Several tables on one sheet, beside each other or below each other, as a sheet each with the rest of it blank."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from .cells import Cell
from .header_rows import Header, find_header, is_header_again, reads_as_headings
from .headings import CLOSE, meanings, plain
from .sheets import Sheet
from .vocabulary import IGNORE, Vocabulary

NAMES = frozenset({"full_name", "surname", "forename", "upn"})
WHO = frozenset({"full_name", "surname", "date_of_birth", "upn"})
TITLE_ROWS = 3
Rows = list[list[Cell]]


def parts_of(sheets: list[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """The same sheets, but one that holds several tables becomes several, of `part` 1, 2…, each with one of them.

    Letters and row numbers stay what they are on the sheet. A hidden sheet, and one of a single table, stays as it is.
    """
    return [part for sheet in sheets for part in ([sheet] if sheet.hidden or sheet.part else _parts(sheet, vocabulary))]


def _parts(sheet: Sheet, vocabulary: Vocabulary) -> list[Sheet]:
    beside = _beside(sheet.rows, vocabulary)
    tables = [rows for part in beside for rows in _below(part, vocabulary)]
    if len(tables) < 2:
        return [sheet]
    return [replace(sheet, rows=rows, part=part) for part, rows in enumerate(tables, start=1)]


def _beside(rows: Rows, vocabulary: Vocabulary) -> list[Rows]:
    """The sheet cut between columns where the headings begin again."""
    header = find_header(rows, vocabulary)
    if header is None:
        return [rows]
    starts = _starts(header, rows, vocabulary) or _starts_after_gaps(rows, vocabulary)
    if len(starts) < 2:
        return [rows]
    top = header.index - max(len(header.lines) - 1, 0)
    ends = [*starts[1:], len(rows[0])]
    return [_columns_of(rows, first, end, starts[1], top) for first, end in zip([0, *starts[1:]], ends, strict=True)]


def _starts(header: Header, rows: Rows, vocabulary: Vocabulary) -> list[int]:
    """The columns where a table begins: each has the fields that say who a row is about, under the same headings."""
    fields = [_sure_field(text, vocabulary) for text in header.texts]
    firsts = [i for i, text in enumerate(header.texts) if text and fields[i]]
    opening = _opening(header.texts, fields)
    if opening is None:
        return []
    names = [i for i in firsts if plain(header.texts[i] or "") == plain(header.texts[opening] or "")]
    starts = [_back_to_gap(i, header.texts, names) for i in names]
    blocks = [fields[a:b] for a, b in zip(starts, [*starts[1:], len(fields)], strict=True)]
    if len(names) < 2 or any(not NAMES.intersection(filter(None, block)) for block in blocks) or _same_people(rows, header, names):
        return []
    return starts


def _starts_after_gaps(rows: Rows, vocabulary: Vocabulary) -> list[int]:
    """The columns after wholly blank ones where a table begins, each with its own words for who a row is about."""
    listed = [row for row in rows if sum(cell is not None for cell in row) > 2]
    full = [any(row[i] is not None for row in listed) for i in range(len(rows[0]))]
    begins = [i for i, filled in enumerate(full) if filled and (i == 0 or not full[i - 1])]
    if len(begins) < 2:
        return []
    starts: list[int] = []
    common = WHO
    for first, end in zip(begins, [*begins[1:], len(full)], strict=True):
        header = find_header([row[first:end] for row in rows], vocabulary)
        fields = {_sure_field(text, vocabulary) for text in header.texts} if header else set()
        if NAMES & fields and common & fields:
            starts.append(first)
            common = common & fields
    return starts


def _opening(texts: Sequence[str | None], fields: Sequence[str | None]) -> int | None:
    """The first name or UPN whose heading comes again further right."""
    for i, field in enumerate(fields):
        again = [j for j in range(i + 1, len(fields)) if fields[j] == field and plain(texts[j] or "") == plain(texts[i] or "")]
        if field in NAMES and again:
            return i
    return None


def _back_to_gap(start: int, texts: Sequence[str | None], starts: list[int]) -> int:
    """A table begins after the blank column before its name, or where the other tables have as much before theirs."""
    lead = starts[0] - next((i for i, text in enumerate(texts) if text), 0)
    begins = start
    while begins > 0 and start - begins < lead and texts[begins - 1] and begins - 1 not in starts:
        begins -= 1
    return begins


def _same_people(rows: Rows, header: Header, names: list[int]) -> bool:
    """Whether the columns of names say one thing twice, so that they are one table."""
    first, second = names[:2]
    below = [row for row in rows[header.index + 1 :] if row[first] is not None and row[second] is not None]
    same = sum(str(row[first]).strip().lower() == str(row[second]).strip().lower() for row in below)
    return bool(below) and same > 0.5 * len(below)


def _columns_of(rows: Rows, first: int, end: int, second: int, top: int) -> Rows:
    """Some columns of a sheet. A line above the headings that only the first table has is a title of them all."""
    kept: Rows = []
    for index, row in enumerate(rows):
        own: list[Cell] = [cell if first <= i < end else None for i, cell in enumerate(row)]
        shared = index < top and not any(cell is not None for cell in row[second:])
        kept.append(list(row) if shared else own)
    return kept


def _below(rows: Rows, vocabulary: Vocabulary) -> list[Rows]:
    """The sheet cut between rows where other headings begin."""
    header = find_header(rows, vocabulary)
    if header is None:
        return [rows]
    cuts: list[int] = []
    known = _simple_headings(vocabulary)
    for index in range(header.index + 2, len(rows)):
        row = rows[index]
        if _may_be_headings(row, known) and _are_others(row, header) and (other := reads_as_headings(rows, index, vocabulary)):
            cuts.append(_top_of(rows, other, cuts[-1] if cuts else header.index + 1))
            header = other
    if not cuts:
        return [rows]
    return [_rows_of(rows, a, b) for a, b in zip([0, *cuts], [*cuts, len(rows)], strict=True)]


def _may_be_headings(row: Sequence[Cell], known: frozenset[str]) -> bool:
    """A quick look, because it is taken at every row: words alone, two of them headings that we know."""
    found = 0
    for cell in row:
        if cell is None:
            continue
        if not isinstance(cell, str):
            return False
        found += _simple(cell) in known
    return found >= 2


def _are_others(row: Sequence[Cell], header: Header) -> bool:
    """Whether headings are not the ones that stand above already; one that differs makes them others."""
    if not is_header_again(row, header):
        return True
    above = [{plain(line[i] or "") for line in (header.texts, *header.lines)} for i in range(len(row))]
    return any(isinstance(cell, str) and plain(cell) not in texts for cell, texts in zip(row, above, strict=True))


def _top_of(rows: Rows, header: Header, after: int) -> int:
    """The row where a table's title or headings begin: lines of one cell that stand right above them are its own."""
    top = header.index - max(len(header.lines) - 1, 0)
    for index in range(top - 1, max(after, top - 1 - TITLE_ROWS), -1):
        filled = sum(cell is not None for cell in rows[index])
        if filled > 1:
            break
        if filled == 1:
            top = index
    return top


def _rows_of(rows: Rows, first: int, end: int) -> Rows:
    blank: list[Cell] = [None] * len(rows[0])
    return [list(row) if first <= i < end else list(blank) for i, row in enumerate(rows[:end])]


def _sure_field(text: str | None, vocabulary: Vocabulary) -> str | None:
    best = next(iter(meanings(text, vocabulary)), None)
    return best.field if best and best.fit >= CLOSE and best.field != IGNORE else None


@lru_cache(maxsize=32)
def _simple_headings(vocabulary: Vocabulary) -> frozenset[str]:
    texts: Iterable[str] = (text for field in vocabulary.fields for text in (*field.headings, *field.also))
    return frozenset(map(_simple, texts))


def _simple(text: str) -> str:
    return "".join(text.lower().split()).replace("_", "").replace(".", "").strip(":?")
