"""Which way round the names of a column are, where single names do not say."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .cells import Cell
from .forenames import COMMON_FORENAMES
from .headings import plain
from .names import NameOrder

SURNAME, FORENAME = r"(?:surname|last name|family name|last)", r"(?:forename|first name|given name|first)"
SURNAME_FIRST = re.compile(rf"{SURNAME}\b.*\b{FORENAME}\b|{SURNAME} first\b")
FORENAME_FIRST = re.compile(rf"{FORENAME}\b.*\b{SURNAME}\b|{FORENAME} first\b")
ENOUGH, TWICE, LONG = 3, 2, 8


def name_order(cells: Iterable[Cell], heading: str = "") -> NameOrder | None:
    """Whether the names of a column begin with the surname, by its heading, by common first names, or by how it is sorted.

    None where nothing tells; a comma or capitals in a single name are stronger than this.
    """
    if said := _said(heading):
        return said
    ends = [(words[0], words[-1]) for cell in cells if (words := _words(cell))]
    first = sum(_is_forename(a) and not _is_forename(b) for a, b in ends)
    last = sum(_is_forename(b) and not _is_forename(a) for a, b in ends)
    if last >= ENOUGH and last > TWICE * first:
        return "surname_first"
    if first >= ENOUGH and first > TWICE * last:
        return "forename_first"
    by_first, by_last = _is_sorted([a for a, _ in ends]), _is_sorted([b for _, b in ends])
    return None if by_first == by_last else "surname_first" if by_first else "forename_first"


def _said(heading: str) -> NameOrder | None:
    text = plain(heading)
    if SURNAME_FIRST.search(text):
        return "surname_first"
    return "forename_first" if FORENAME_FIRST.search(text) else None


def _words(cell: Cell) -> list[str]:
    """The words of a name that does not say itself where its surname is."""
    if not isinstance(cell, str) or "," in cell:
        return []
    words = [word.lower() for word in re.sub(r"\([^)]*\)", " ", cell).split() if len(word) > 1]
    return words if len(words) > 1 else []


def _is_forename(word: str) -> bool:
    return word.split("-")[0] in COMMON_FORENAMES


def _is_sorted(words: Sequence[str]) -> bool:
    return len(words) >= LONG and all(a <= b for a, b in pairwise(words)) and words[0] != words[-1]
