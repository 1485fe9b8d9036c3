"""Which row of a sheet holds the headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Cell
from .headings import is_about_else, meanings, plain, words_of
from .shapes import share, with_text
from .values import to_text
from .vocabulary import IGNORE, Vocabulary

ROWS_TRIED = 60
ROWS_AFTER = 6
LONGEST = 80
ENOUGH = 1.5
NUMBERS = frozenset({"upn", "uln", "reference"})
IGNORED_COUNTS = 0.4
MUCH_BETTER = 1.0
MOST_UNLIKE = 1  # a register has days for headings


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: its place counted from 0, the text over each column, and the lines it stands in on the sheet."""

    index: int
    texts: list[str | None]
    lines: tuple[tuple[str | None, ...], ...] = ()


def find_header(rows: Sequence[list[Cell]], vocabulary: Vocabulary) -> Header | None:
    """The row, among the first sixty, whose words are most surely headings; None if none is sure enough."""
    best: Header | None = None
    best_score = 0.0
    for index, row in enumerate(rows[:ROWS_TRIED]):
        if best and index > best.index + ROWS_AFTER and not _is_short(rows, best.index, index):
            break
        needed = best_score + (0.01 if best is None or index <= best.index + ROWS_AFTER else MUCH_BETTER)
        for header in _readings(rows, index, row, vocabulary):
            score = _score(row, header.texts, vocabulary)
            if score > needed and _enough(score, header.texts, rows, index, vocabulary):
                best, best_score, needed = header, score, score + 0.01
    return best


def reads_as_headings(rows: Sequence[list[Cell]], index: int, vocabulary: Vocabulary) -> Header | None:
    """The headings in a row further down, where nothing else can be meant: two sure, most of the row known."""
    row = rows[index]
    found = [
        h for h in _readings(rows, index, row, vocabulary) if _enough(_score(row, h.texts, vocabulary), h.texts, rows, index, vocabulary)
    ]
    if not found:
        return None
    best = max(found, key=lambda header: _score(row, header.texts, vocabulary))
    own = [text for text in map(_heading_text, row) if text]
    sure = sum(_fit(text, vocabulary) >= 0.9 for text in own)
    return best if sure >= 2 and sure >= 0.6 * sum(cell is not None for cell in row) else None


def _is_short(rows: Sequence[list[Cell]], start: int, end: int) -> bool:
    """Whether what stands under some headings ends soon, as an address list in a letter does."""
    length = next((i for i, row in enumerate(rows[start + 1 : end]) if not any(cell is not None for cell in row)), end)
    return length <= ROWS_AFTER


def is_header_again(row: Sequence[Cell], header: Header) -> bool:
    """Whether a row below the headings says a line of them again, as lists printed page by page do."""
    return any(_says(row, texts) for texts in (header.texts, *header.lines))


def _says(row: Sequence[Cell], texts: Sequence[str | None]) -> bool:
    first = next((i for i, text in enumerate(texts) if text and row[i] is not None), None)
    if first is None or not isinstance(row[first], str):
        return False
    pairs = [(row[i], text) for i, text in enumerate(texts) if text]
    filled = [(cell, text) for cell, text in pairs if cell is not None]
    same = sum(isinstance(cell, str) and cell.strip().lower() == text.lower() for cell, text in filled)
    return same >= 0.6 * len(filled) and len(filled) >= 0.5 * len(pairs)


def _readings(rows: Sequence[list[Cell]], index: int, row: list[Cell], vocabulary: Vocabulary) -> list[Header]:
    """The row's own texts, and the same joined to one or two rows above where headings take more than one."""
    own = [_heading_text(cell) for cell in row]
    found = [Header(index, own)]
    if sum(text is not None for text in own) < 2:
        return found  # a single word below headings heads a part of the list: "Currently enrolled"
    lines, texts = [own], own
    for above in (index - 1, index - 2):
        if above < 0:
            break
        upper = [_heading_text(cell) for cell in rows[above]]
        if sum(text is not None for text in upper) < 2 or _are_values(upper, own, vocabulary):
            break
        lines.insert(0, upper)
        before, texts = texts, _joined_all(lines, vocabulary)
        if any(now and now != then and is_about_else(now) for now, then in zip(texts, before, strict=True)):
            found.clear()  # read alone, a lower line would make a parent or a tutor the student
        found.append(Header(index, texts, tuple(map(tuple, lines))))
    return found


def _are_values(upper: list[str | None], lower: list[str | None], vocabulary: Vocabulary) -> bool:
    """Whether a row is of values below headings, rather than of the second halves of headings."""
    under = sum(bool(a and b and _under_a_heading(a, b, vocabulary)) for a, b in zip(upper, lower, strict=True))
    known = sum(bool(text and _fit(text, vocabulary) >= 0.75) for text in lower)
    return under > 0 and under >= known


def _under_a_heading(upper: str, lower: str, vocabulary: Vocabulary) -> bool:
    """A word nobody knows below a heading everybody knows is a value, not the second half of a heading."""
    return _fit(upper, vocabulary) >= 0.9 and not _fit(lower, vocabulary)


def _joined_all(lines: list[list[str | None]], vocabulary: Vocabulary) -> list[str | None]:
    texts = lines[0]
    for lower in lines[1:]:
        texts = _joined(texts, lower, vocabulary)
    return texts


def _joined(above: list[str | None], own: list[str | None], vocabulary: Vocabulary) -> list[str | None]:
    """Two lines as one: a heading over several columns is said of each until the next one begins."""
    joined: list[str | None] = []
    group: str | None = None
    for upper, lower in zip(above, own, strict=True):
        title = upper is not None and lower is not None and _is_title(upper, vocabulary)
        group = None if title else upper or (group if lower else None)
        upper = None if title else upper
        joined.append(_best_of(upper, group, lower, vocabulary))
    return joined


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text above headings names a place or a list and heads no columns: words that no heading has, two of them or more."""
    words = plain(text).split()
    return len(words) > 2 and sum(word.isalpha() and word not in words_of(vocabulary) for word in words) > 1 and not is_about_else(text)


def _best_of(upper: str | None, group: str | None, lower: str | None, vocabulary: Vocabulary) -> str | None:
    if lower is None:
        return upper
    if not group:
        return lower
    together = f"{group} {lower}"
    return together if is_about_else(group) else max((together, lower), key=lambda text: _fit(text, vocabulary))


def _score(row: Sequence[Cell], texts: Sequence[str | None], vocabulary: Vocabulary) -> float:
    """What the known headings add up to, each field once, less what no heading would hold."""
    fields: dict[str, float] = {}
    ignored = 0.0
    for text in texts:
        for meaning in meanings(text, vocabulary)[:1]:
            if meaning.field == IGNORE:
                ignored += meaning.fit * IGNORED_COUNTS
            else:
                fields[meaning.field] = max(fields.get(meaning.field, 0), meaning.fit)
    unlike = sum(cell is not None and _heading_text(cell) is None for cell in row)
    return sum(fields.values()) + ignored - 0.75 * min(unlike, MOST_UNLIKE)


def _enough(score: float, texts: Sequence[str | None], rows: Sequence[list[Cell]], index: int, vocabulary: Vocabulary) -> bool:
    """Two headings or more, one of which says who the row is about; one is enough over a single column."""
    below = rows[index + 1 : index + 30]
    if not any(text and _identifies(text, [row[i] for row in below], vocabulary) for i, text in enumerate(texts)):
        return False
    if score >= ENOUGH:
        return True
    if score >= 0.9 and _unlike_below(texts, rows, index):
        return True
    width = max((sum(cell is not None for cell in row) for row in below), default=0)
    return score >= 0.9 and width == 1 and sum(text is not None for text in texts) == 1


def _identifies(text: str, below: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether a heading says who a row is about, and is not over a count of people, as in a summary."""
    best = next(iter(meanings(text, vocabulary)), None)
    if best is None or best.field not in vocabulary or not vocabulary[best.field].identifies or best.fit < 0.55:
        return False
    if vocabulary[best.field].shape in NUMBERS:
        return True
    filled = [cell for cell in below if cell is not None]
    return not filled or any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in filled)


def _unlike_below(texts: Sequence[str | None], rows: Sequence[list[Cell]], index: int) -> bool:
    """Whether a column below holds dates or numbers that its heading, a word, is not like."""
    below = rows[index + 1 : index + 30]
    columns = [with_text([row[i] for row in below]) for i, text in enumerate(texts) if text]
    return len(columns) >= 2 and any(
        len(cells) >= 2 and max(share("date", cells), share("upn", cells), share("uln", cells)) >= 0.7 for cells in columns
    )


def heading_above(rows: Sequence[list[Cell]], start: int) -> Header | None:
    """Headings in words nobody knows: the row above a table, if it has a text over nearly every column."""
    if start == 0:
        return None
    texts = [_heading_text(cell) for cell in rows[start - 1]]
    columns = sum(cell is not None for cell in rows[start])
    return Header(start - 1, texts) if sum(text is not None for text in texts) >= max(2, 0.7 * columns) else None


def _fit(text: str, vocabulary: Vocabulary) -> float:
    found = meanings(text, vocabulary)
    return found[0].fit if found else 0.0


def _heading_text(cell: Cell) -> str | None:
    """The text of a cell that could be a heading: words, neither long nor mostly digits."""
    if not isinstance(cell, str):
        return None
    text = to_text(cell)
    if text is None or len(text) > LONGEST or sum(c.isdigit() for c in text) > 0.4 * len(text):
        return None
    return text
