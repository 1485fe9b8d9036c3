"""Two birth dates beside each other."""

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

PLACEHOLDERS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1900, 1, 2), date(1901, 1, 1), date(1970, 1, 1)})


class Birth(StrEnum):
    SAME = "same"
    SWAPPED = "day and month changed round"
    YEAR = "year wrong"
    SLIP = "one digit out"
    MISSING = "missing"
    OTHER = "different"


LAST_DAY = date.max.toordinal()
NEAR = frozenset({Birth.SWAPPED, Birth.YEAR, Birth.SLIP})


def stated(day: date | None) -> date | None:
    """A birth date, or None for the dates that programs write when they have none."""
    return None if day in PLACEHOLDERS else day


@lru_cache(maxsize=300_000)
def compare(listed: date | None, known: date | None) -> Birth:
    if listed is None or known is None:
        return Birth.MISSING
    if listed == known:
        return Birth.SAME
    if (listed.year, listed.month, listed.day) == (known.year, known.day, known.month):
        return Birth.SWAPPED
    if (listed.month, listed.day) == (known.month, known.day) and _year_wrong(listed.year, known.year):
        return Birth.YEAR
    return Birth.SLIP if _slip(listed, known) else Birth.OTHER


def _year_wrong(a: int, b: int) -> bool:
    """A year out, or one digit of the year wrong (2059 for 2009)."""
    return abs(a - b) == 1 or sum(one != two for one, two in zip(f"{a:04}", f"{b:04}", strict=True)) == 1


def _slip(a: date, b: date) -> bool:
    if abs(a - b) == timedelta(days=1):
        return True
    one, two = _digits(a), _digits(b)
    wrong = [place for place in range(8) if one[place] != two[place]]
    if len(wrong) == 1:
        return True
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == two[wrong[1]] and one[wrong[1]] == two[wrong[0]]


@lru_cache(maxsize=50_000)
def near(day: date) -> tuple[date, ...]:
    """The dates that `compare` calls near to `day`."""
    found = set(_digit_out(day)) | {date.fromordinal(n) for n in (day.toordinal() - 1, day.toordinal() + 1) if 0 < n <= LAST_DAY}
    for year, month, dd in ((day.year, day.day, day.month), (day.year - 1, day.month, day.day), (day.year + 1, day.month, day.day)):
        if other := _date(year, month, dd):
            found.add(other)
    return tuple(sorted(other for other in found if compare(day, other) in NEAR))


def _digit_out(day: date) -> list[date]:
    text = _digits(day)
    forms = [text[:i] + digit + text[i + 1 :] for i in range(8) for digit in "0123456789"]
    forms += [text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(7)]
    dates = (_date(int(form[4:]), int(form[2:4]), int(form[:2])) for form in forms)
    return [other for other in dates if other]


def _digits(day: date) -> str:
    return f"{day.day:02}{day.month:02}{day.year:04}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
