"""A list pasted from an email, a page or a document, as a sheet."""

import csv
import re
from collections.abc import Sequence
from textwrap import dedent

from .delimiters import delimiter_of, divides, records
from .gaps import columns_by_gaps
from .html_tables import html_sheets
from .letter_lines import bare_line, without_bullet, without_counting, without_farewell
from .lines_as_cells import table_of_lines
from .sheets import Sheet, UnreadableFile, named_apart, shaped
from .statements import headed, statements_of

MAX_CHARACTERS = 1_000_000
NAME = "Pasted list"
RULE = frozenset("|:+=_- \t")
TABLE = re.compile(r"<t(?:able|r|d)\b", re.I)
MOST = 0.6
SOME = 0.4
NOTHING = "Nothing was pasted. Copy the list, headings included, and paste it again."
TOO_LONG = "What was pasted is far longer than a list. Save it as a file, and choose that."


def read_pasted(text: str) -> list[Sheet]:
    """The list in a pasted text: tabs, bars, columns of spaces, a cell a line, "Name – status", or names alone. Raises UnreadableFile.

    Reply marks, bullets and counting are taken off. Where the lines say something of people under no heading, the headings that
    are meant are put above them. A page's tables are read as `html_sheets` reads them, one sheet each.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(TOO_LONG)
    if TABLE.search(text):
        return named_apart(html_sheets(text))
    lines = _lines(text)
    if not any(lines):
        raise UnreadableFile(NOTHING)
    sheet = shaped(NAME, _rows(lines), hidden=False)
    if not sheet.rows:
        raise UnreadableFile(NOTHING)
    return [sheet]


def _rows(lines: list[str]) -> Sequence[Sequence[str]]:
    """The first way to read the lines that fits enough of them."""
    if divided := _divided_by(lines, "\t", SOME) or _barred(lines) or columns_by_gaps(lines, enough=MOST):
        return headed(divided)
    if stated := statements_of(lines):
        return stated
    if divided := _divided(lines):
        return headed(divided)
    return table_of_lines(lines) or columns_by_gaps(lines, enough=SOME) or [[line] for line in lines]


def _lines(text: str) -> list[str]:
    """Lines without what emails and documents put before them, and without blank ones at either end."""
    lines = [bare_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    first = next((i for i, line in enumerate(lines) if line), 0)
    return without_counting([without_bullet(line) for line in dedent("\n".join(without_farewell(lines[first:]))).split("\n")])


def _divided_by(lines: list[str], delimiter: str, enough: float) -> list[list[str]] | None:
    having = [line for line in lines if delimiter in line]
    if len(having) < 2 or len(having) < enough * sum(map(bool, lines)):
        return None
    try:
        cells = list(records([f"{line}\n" for line in lines], delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in lines]
    closed = all(cell.count("\n") < len(lines) / 2 for record in cells for cell in record)
    return cells if closed else [line.split(delimiter) for line in lines]


def _barred(lines: list[str]) -> list[list[str]] | None:
    """A table drawn with bars, as plain-text emails and notes have them."""
    filled = [line for line in lines if line.strip()]
    if sum("|" in line for line in filled) < MOST * len(filled) or len(filled) < 2:
        return None
    kept = [line for line in lines if not line or not RULE.issuperset(line)]
    return [[cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")] for line in kept]


def _divided(lines: list[str]) -> list[list[str]] | None:
    sample = "\n".join(lines)
    delimiter = delimiter_of(sample)
    return _divided_by(lines, delimiter, MOST) if delimiter.isprintable() and divides(sample, delimiter) else None
