"""Dates as people type them. One function reads them; nothing here knows today's date."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

from .cells import Cell

Order = Literal["dmy", "mdy", "ymd", "swapped", "1904"]

EXCEL_DAY_ZERO = date(1899, 12, 30)
DAYS_TO_1904 = 1462
TOO_OLD, MANY = 19.5, 5
SERIALS = range(18264, 73051)  # 1950 to 2099
YEARS = range(1900, 2101)
SWAPPED_PROOF = 3
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

WEEKDAY = re.compile(r"^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[,.\s]+", re.I)
TIME = re.compile(
    r"(?:[T,\s]+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|BST|[+-]\d{2}(?::?\d{2})?)?$",
    re.I,
)
NUMBERS = re.compile(r"(\d{1,4})\s*[/.\-\\\s,]\s*(\d{1,2})\s*[/.\-\\\s,]\s*(\d{1,4})")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]*(?:of\s+)?([a-z]{3,9})\.?[\s\-/.,']*(\d{4}|\d{2})", re.I)
MONTH_DAY = re.compile(r"([a-z]{3,9})\.?[\s\-/.,]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+'?(\d{4}|\d{2})", re.I)
YEAR_MONTH = re.compile(r"(\d{4})[\s\-/.,]*([a-z]{3,9})\.?[\s\-/.,]*(\d{1,2})", re.I)
SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
DIGITS = re.compile(r"\d{7,8}")


class BadValue(ValueError):
    """A value that cannot be what its column says; `sentence` says why to a spreadsheet user."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def to_date(cell: Cell, order: Order | None = "dmy", *, latest_year: int = 2049) -> date | None:
    """The date in a cell, or None if it is blank; raises `BadValue`.

    `order` settles dates such as 04/03/2009; where a date is possible in only one order, that one is taken.
    `swapped` is a column that a spreadsheet read in the wrong order: in its true dates day and month change places. `1904` is
    one of serial numbers from a workbook that counts its days from 1904.
    A year of two digits is the last one with those digits that is not after `latest_year`.
    """
    if isinstance(cell, date):
        day = cell.date() if isinstance(cell, datetime) else cell
        swapped = order == "swapped" and day.day <= 12
        return _within(day.replace(month=day.day, day=day.month) if swapped else day, cell)
    if isinstance(cell, bool) or not isinstance(cell, (str, int, float, type(None))):
        raise BadValue(f"{cell} is not a date.")
    text = _tidy(cell)
    if order == "1904" and SERIAL.fullmatch(text):
        return EXCEL_DAY_ZERO + timedelta(days=int(text[:5]) + DAYS_TO_1904)
    return _from_text(text, "dmy" if order in (None, "swapped", "1904") else order, latest_year) if text else None


def date_order(cells: Iterable[Cell]) -> Order | None:
    """How the dates of a column are ordered; None if none were typed, or all are true dates.

    Day first unless it is proved otherwise: a second part above 12, and no first part above 12.
    """
    looked_at = list(dict.fromkeys(cells))
    parts = [m for cell in looked_at if isinstance(cell, str) and (m := NUMBERS.fullmatch(_tidy(cell)))]
    if not parts:
        return None
    if sum(len(m[1]) == 4 for m in parts) * 2 > len(parts):
        return "ymd"
    if half_swapped(looked_at) >= SWAPPED_PROOF:
        return "swapped"
    day_first = any(int(m[1]) > 12 for m in parts if len(m[1]) < 4)
    month_first = any(int(m[2]) > 12 for m in parts if len(m[1]) < 4)
    return "mdy" if month_first and not day_first else "dmy"


def half_swapped(cells: Iterable[Cell]) -> int:
    """How far a column looks half-read by a spreadsheet that took the day for the month: the fewer of its texts and true dates.

    Such a program makes a true date of 04/03/2009 (wrongly, in April) and leaves 14/03/2009 as text, so every text has a
    day above 12 and every true date has none. 0 where a single cell is otherwise, or where either kind is missing.
    """
    texts = true = 0
    for cell in cells:
        if isinstance(cell, date):
            if cell.day > 12:
                return 0
            true += 1
        elif isinstance(cell, str) and (match := NUMBERS.fullmatch(_tidy(cell))):
            if len(match[1]) > 2 or max(int(match[1]), int(match[2])) <= 12:
                return 0
            texts += 1
        elif cell is not None and _tidy(str(cell)):
            return 0
    return min(texts, true)


def counted_from_1904(births: Iterable[Cell], today: date) -> bool:
    """Whether birth dates are serial numbers by which everybody is 20 to 24, and would be 16 to 20 were they counted from 1904.

    Such a list, if it were right, would have nobody in it who left school in the last three years.
    """
    texts = [text for cell in births if (text := "" if isinstance(cell, (date, bool)) else _tidy(str(cell or "")))]
    if len(texts) < MANY or not all(SERIAL.fullmatch(text) for text in texts):
        return False
    ages = [(today - EXCEL_DAY_ZERO).days / 365.25 - int(text[:5]) / 365.25 for text in texts]
    return min(ages) >= TOO_OLD and max(ages) <= TOO_OLD + 5


def in_words(day: date) -> str:
    """14 Mar 2009."""
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"


def _tidy(cell: str | int | float | None) -> str:
    if cell is None or cell != cell:
        return ""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    text = re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ")).strip().strip("'\"").strip()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return TIME.sub("", WEEKDAY.sub("", text)).strip()


@lru_cache(maxsize=8192)
def _from_text(text: str, order: Order, latest_year: int) -> date:
    if match := NUMBERS.fullmatch(text):
        return _from_numbers(text, match.groups(), order, latest_year)
    if match := DAY_MONTH.fullmatch(text):
        return _named(text, match[1], match[2], match[3], latest_year)
    if match := MONTH_DAY.fullmatch(text):
        return _named(text, match[2], match[1], match[3], latest_year)
    if match := YEAR_MONTH.fullmatch(text):
        return _named(text, match[3], match[2], match[1], latest_year)
    if SERIAL.fullmatch(text) and int(text[:5]) in SERIALS:
        return EXCEL_DAY_ZERO + timedelta(days=int(text[:5]))
    if DIGITS.fullmatch(text):
        return _from_digits(text)
    raise BadValue(f"{text} is not a date we can read. Write it like 14/03/2009.")


def _from_numbers(text: str, parts: tuple[str, ...], order: Order, latest_year: int) -> date:
    first, second, third = parts
    if len(first) > 2:
        return _made(text, first, second, third, latest_year)
    if order == "ymd" and len(third) <= 2:
        return _made(text, first, second, third, latest_year)
    day, month = (second, first) if order == "mdy" else (first, second)
    if int(month) > 12 >= int(day):
        day, month = month, day
    return _made(text, third, month, day, latest_year)


def _named(text: str, day: str, month: str, year: str, latest_year: int) -> date:
    name = month.lower()
    number = MONTHS.index(name[:3]) + 1 if name[:3] in MONTHS else 0
    if not number or not (MONTH_NAMES[number - 1].lower().startswith(name) or name == "sept"):
        raise BadValue(f"{text} is not a date: {month} is not a month.")
    return _made(text, year, str(number), day, latest_year)


def _from_digits(text: str) -> date:
    digits = text.zfill(8)
    if digits[:2] in ("19", "20") and 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:]) <= 31:
        return _made(text, digits[:4], digits[4:6], digits[6:], 2049)
    return _made(text, digits[4:], digits[2:4], digits[:2], 2049)


def _made(text: str, year: str, month: str, day: str, latest_year: int) -> date:
    y, m, d = _full_year(year, latest_year), int(month), int(day)
    if y not in YEARS:
        raise BadValue(f"{text} is not a date: the year {y} cannot be right.")
    if not 1 <= m <= 12:
        raise BadValue(f"{text} is not a date: there is no month {m}.")
    if not 1 <= d <= monthrange(y, m)[1]:
        raise BadValue(f"{text} is not a date: {MONTH_NAMES[m - 1]} {y} has no day {d}.")
    return date(y, m, d)


def _full_year(year: str, latest_year: int) -> int:
    number = int(year)
    if len(year) > 2:
        return number
    return latest_year - (latest_year - number) % 100


def _within(day: date, cell: Cell) -> date:
    if day.year not in YEARS:
        raise BadValue(f"{cell} is not a date: the year {day.year} cannot be right.")
    return day
