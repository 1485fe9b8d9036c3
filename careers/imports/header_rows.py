"""Which row of a sheet holds the headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from .cells import Cell
from .headings import meanings
from .shapes import share, with_text
from .values import to_text
from .vocabulary import IGNORE, Vocabulary

ROWS_TRIED = 60
ROWS_AFTER = 6
LONGEST = 80
ENOUGH = 1.5
NUMBERS = frozenset({"upn", "uln", "reference"})
IGNORED_COUNTS = 0.4


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: its place counted from 0, and the text over each column."""

    index: int
    texts: list[str | None]


def find_header(rows: Sequence[list[Cell]], vocabulary: Vocabulary) -> Header | None:
    """The row, among the first sixty, whose words are most surely headings; None if none is sure enough."""
    best: Header | None = None
    best_score = 0.0
    for index, row in enumerate(rows[:ROWS_TRIED]):
        if best and index > best.index + ROWS_AFTER:
            break
        for texts in _readings(rows, index, row, vocabulary):
            score = _score(row, texts, vocabulary)
            if score > best_score + 0.01 and _enough(score, texts, rows, index, vocabulary):
                best, best_score = Header(index, texts), score
    return best


def is_header_again(row: Sequence[Cell], header: Header) -> bool:
    """Whether a row below the headings says them again, as lists printed page by page do."""
    first = next((i for i, text in enumerate(header.texts) if text and row[i] is not None), None)
    if first is None or not isinstance(row[first], str):
        return False
    pairs = [(row[i], text) for i, text in enumerate(header.texts) if text]
    filled = [(cell, text) for cell, text in pairs if cell is not None]
    same = sum(isinstance(cell, str) and cell.strip().lower() == text.lower() for cell, text in filled)
    return same >= 0.6 * len(filled) and len(filled) >= 0.5 * len(pairs)


def _readings(rows: Sequence[list[Cell]], index: int, row: list[Cell], vocabulary: Vocabulary) -> list[list[str | None]]:
    """The row's own texts, and the same joined to the row above where headings take two rows."""
    own = [_heading_text(cell) for cell in row]
    if index == 0 or not any(own):
        return [own]
    above = [_heading_text(cell) for cell in rows[index - 1]]
    if sum(text is not None for text in above) < 2:
        return [own]
    if any(upper and lower and _under_a_heading(upper, lower, vocabulary) for upper, lower in zip(above, own, strict=True)):
        return [own]
    return [own, _joined(above, own, vocabulary)]


def _under_a_heading(upper: str, lower: str, vocabulary: Vocabulary) -> bool:
    """A word nobody knows below a heading everybody knows is a value, not the second half of a heading."""
    return _fit(upper, vocabulary) >= 0.9 and not _fit(lower, vocabulary)


def _joined(above: list[str | None], own: list[str | None], vocabulary: Vocabulary) -> list[str | None]:
    joined: list[str | None] = []
    group: str | None = None
    for upper, lower in zip(above, own, strict=True):
        group = upper or (group if lower else None)
        joined.append(_best_of(upper, group, lower, vocabulary))
    return joined


def _best_of(upper: str | None, group: str | None, lower: str | None, vocabulary: Vocabulary) -> str | None:
    if lower is None:
        return upper
    together = f"{group} {lower}" if group else lower
    return max((lower, together), key=lambda text: _fit(text, vocabulary))


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
    return sum(fields.values()) + ignored - 0.75 * unlike


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
