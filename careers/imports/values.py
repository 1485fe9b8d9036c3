"""One cell in, one value out. Blank is None; a value that cannot be right raises `BadValue`, saying why."""

import re
from datetime import date, datetime

from careers.rules.identifiers import normalise_postcode, postcode_problem, uln_problem, upn_problem

from .cells import Cell
from .dates import BadValue, Order, date_order, to_date
from .names import Name, to_name_parts

__all__ = [
    "BadValue", "Name", "Order", "date_order", "to_date", "to_name_parts", "to_postcode", "to_sex", "to_text",
    "to_uln", "to_upn", "to_yes_no",
]  # fmt: skip

SPACES = re.compile(r"[\s\u00a0\u200b-\u200d\u2060\ufeff]+")
ROUNDED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+|[1-9]\d{0,5}0{6,}", re.I)
SEXES = {"m": "M", "male": "M", "boy": "M", "man": "M", "f": "F", "female": "F", "girl": "F", "woman": "F",
         "u": "U", "unknown": "U", "x": "U", "w": "U", "o": "U", "other": "U", "not known": "U"}  # fmt: skip
YES = frozenset({"yes", "y", "true", "t", "1", "✓", "✔", "☑", "✅", "√", "ticked", "yes.", "\uf0fc", "ü", "þ"})
NO = frozenset({"no", "n", "false", "f", "0", "✗", "✘", "☒", "☐", "none", "-", "no.", "❌", "✖"})
CROSSES = frozenset({"x", "×"})


def to_text(cell: Cell) -> str | None:
    """Text with single spaces and no ends; 3.0 is "3", a date is 14/03/2009; None if there is nothing."""
    if cell is None or cell != cell:
        return None
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        return f"{day:%d/%m/}{day.year:04}"
    return SPACES.sub(" ", str(cell)).strip() or None


def to_upn(cell: Cell) -> str | None:
    """A UPN in capitals without spaces, its check letter proved."""
    text = _squeezed(cell)
    if not text:
        return None
    _whole(text, "UPN")
    return _proved(text, upn_problem(text))


def to_uln(cell: Cell) -> str | None:
    """A ULN of 10 digits, its check digit proved."""
    text = re.sub(r"\.0$", "", _squeezed(cell))
    if not text:
        return None
    _whole(text, "ULN")
    return _proved(text, uln_problem(text))


def is_rounded(text: str) -> bool:
    """Whether a long number has lost its last digits to the spreadsheet: 8.89E+11, 889000000000."""
    return ROUNDED.fullmatch(text) is not None


def to_postcode(cell: Cell) -> str | None:
    """A postcode in capitals with one space."""
    text = to_text(cell)
    if text is None:
        return None
    postcode = normalise_postcode(text)
    return _proved(postcode, f"{text} is not a postcode." if postcode_problem(postcode) else None)


def to_sex(cell: Cell) -> str | None:
    """M, F, or U where the list says something else or that it does not know."""
    text = to_text(cell)
    if text is None:
        return None
    if text.lower() not in SEXES:
        raise BadValue(f"{text} is not a sex we can read. Write M or F.")
    return SEXES[text.lower()]


def to_yes_no(cell: Cell, *, x_means_yes: bool | None = None) -> bool | None:
    """Yes or no, however ticked. A cross on its own is read only if `x_means_yes` says what it means."""
    if isinstance(cell, bool):
        return cell
    text = to_text(cell)
    if text is None:
        return None
    word = text.lower()
    if word in CROSSES and x_means_yes is not None:
        return x_means_yes
    if word in YES or word in NO:
        return word in YES
    raise BadValue(f"{text} is neither yes nor no.")


def _squeezed(cell: Cell) -> str:
    return SPACES.sub("", to_text(cell) or "").upper().strip("'\"")


def _whole(text: str, name: str) -> None:
    if is_rounded(text):
        raise BadValue(
            f"The spreadsheet has rounded this number to {text}; the last digits of the {name} are lost. Ask for the column as text."
        )


def _proved(text: str, problem: str | None) -> str:
    if problem:
        raise BadValue(problem)
    return text
