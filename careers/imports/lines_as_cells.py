"""A table whose columns were lost on the way, so that every line is a cell: how Word and Outlook paste one into a plain box."""

import re
from collections import Counter
from collections.abc import Sequence

from .headings import CLOSE, meanings
from .vocabularies import RETURN

KINDS = (
    ("date", re.compile(r"\d{1,2}[/. -](?:\d{1,2}|[A-Za-z]{3,9})[/. -]\d{2,4}|\d{4}-\d\d-\d\d")),
    ("upn", re.compile(r"[A-Z]\d{11}[\dA-Z]", re.I)),
    ("number", re.compile(r"[\d,.%]+")),
    ("postcode", re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}", re.I)),
    ("email", re.compile(r"\S+@\S+")),
    ("mark", re.compile(r"y|n|yes|no|m|f|male|female|✓|✔|x", re.I)),
)
WIDEST = 15
LINES_BEFORE = 12
ALIKE = 0.8
LEAST_KNOWN = 0.6
MOST_LINES = 20_000
LONGEST = 80


def table_of_lines(lines: Sequence[str]) -> list[list[str]] | None:
    """The rows of a table given a cell a line, what stands before and after it a line a row; None where the lines do not repeat.

    A blank line is first taken for space between cells and then, if that gives no table, for an empty cell.
    """
    if len(lines) > MOST_LINES:
        return None
    whole = [_Line(line.strip()) for line in lines]
    filled = [line for line in whole if line.text]
    tables = [found for given in (filled, whole) if (found := _under_headings(given))]
    return max(tables, key=lambda found: found[0])[1] if tables else _without_headings(filled)


class _Line:
    """A line and the kind of value it is: "" for a blank one, "words" for what has no shape."""

    def __init__(self, text: str) -> None:
        self.text = text
        short = text if len(text) <= LONGEST else ""
        self.kind = next((name for name, shape in KINDS if shape.fullmatch(short)), "words") if text else ""

    def is_heading(self) -> bool:
        best = next(iter(meanings(self.text, RETURN)), None)
        return best is not None and best.fit >= CLOSE


def _under_headings(lines: Sequence[_Line]) -> tuple[float, list[list[str]]] | None:
    known = [line.is_heading() for line in lines[: LINES_BEFORE + WIDEST]]
    tries = [(start, width) for start in range(min(LINES_BEFORE, len(known))) for width in range(2, WIDEST + 1)]
    fits = {place: _fit(lines, known, *place) for place in tries}
    best = max(fits, key=lambda place: fits[place], default=None)
    if best is None or fits[best] <= 0:
        return None
    start, width = best
    return fits[best], [*([line.text] for line in lines[:start]), *_in_rows(lines[start:], width)]


def _fit(lines: Sequence[_Line], known: Sequence[bool], start: int, width: int) -> float:
    """How surely the headings are these lines; 0 where they are not."""
    headings, below = known[start : start + width], lines[start + width :]
    if len(headings) < width or not headings[0] or sum(headings) < max(2, LEAST_KNOWN * width) or len(below) < width:
        return 0
    if not all(line.text for line in lines[start : start + width]) or below[0].is_heading():
        return 0
    if start and known[start - 1]:
        return 0
    alike, kinds = _alike(below, width)
    if alike < ALIKE or (len(below) % width and not kinds):
        return 0
    return sum(headings) / width + alike + (0.5 if len(below) % width == 0 else 0)


def _without_headings(lines: Sequence[_Line]) -> list[list[str]] | None:
    for width in range(2, WIDEST + 1):
        if len(lines) % width == 0 and len(lines) >= 3 * width:
            alike, kinds = _alike(lines, width)
            if alike == 1 and {"date", "upn", "number"} & kinds:
                return _in_rows(lines, width)
    return None


def _alike(lines: Sequence[_Line], width: int) -> tuple[float, set[str]]:
    """The share of cells that are blank or of the commonest kind of their column, and what kinds columns are of, words aside."""
    whole = len(lines) - len(lines) % width
    unlike, kinds = 0, set()
    for place in range(width):
        found = Counter(line.kind for line in lines[place:whole:width] if line.kind)
        if found:
            kind, count = found.most_common(1)[0]
            kinds.add(kind)
            unlike += found.total() - count
    return 1 - unlike / max(whole, 1), kinds - {"words"}


def _in_rows(lines: Sequence[_Line], width: int) -> list[list[str]]:
    whole = len(lines) - len(lines) % width
    texts = [line.text for line in lines]
    return [*(texts[i : i + width] for i in range(0, whole, width)), *([text] for text in texts[whole:])]
