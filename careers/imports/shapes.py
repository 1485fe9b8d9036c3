"""What the values of a column look like. A shape is a test of one cell, and what may be concluded from it.

`strict`: a column headed so must look so (`least` of it), or the heading is not believed. `alone`: how sure the
values make us when the heading says nothing. `bare`: the same where there is no heading at all. `alone_test` and
`bare_test` are stricter tests for when there is nothing else to go by, `headed_test` a milder one for under a heading.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from careers.rules.identifiers import POSTCODE_SHAPE, UPN_SHAPE, normalise_postcode, uln_problem

from .activities import ACTIVITY_CODES
from .cells import Cell
from .dates import MONTHS, BadValue, to_date
from .forenames import COMMON_FORENAMES
from .telling_words import (
    ACTIVITY,
    APPLICATION,
    CHOICE,
    COURSE,
    GENERIC,
    INTERVIEW,
    JOINING,
    NOT_A_SCHOOL,
    OFFER,
    PROVIDER,
    STATUS,
)  # fmt: skip
from .values import CROSSES, NO, YES, is_rounded, to_text

TITLE_WORDS = {"mr", "mrs", "miss", "ms", "mx", "dr", "master"}
SEX_WORDS = {"m", "f", "male", "female", "u", "x", "w", "boy", "girl", "non-binary", "nb", "unknown", "other"}
LEVEL = re.compile(
    r"(?:l|lvl|lev|level|nvq|nvq level|level:)?\s?[0-8](?:\s?[+/&-]\s?[0-8])?|e[1-3]?|entry.*|pre[- ]?entry"
    r"|h|higher|advanced|intermediate|foundation|.*\blevel [0-8]\b.*",
    re.I,
)
FORM = re.compile(r"(?:y(?:ea)?r?\s?)?(?:[7-9]|1[0-4])[\s/.\-]?[a-z]{1,4}[\s/.\-]?\d?|[a-z]{1,3}[\s-]?1[0-4]", re.I)
YEAR_GROUP = re.compile(r"(?:y|yr|year)?\s*\.?(?:[1-9]|1[0-4])", re.I)
NAME_WORD = r"[^\W\d_][^\W\d_'’`.\-]*(?:[-'’`.\s]{1,2}[^\W\d_]+)*\.?"
NAME = re.compile(NAME_WORD)
FORENAMES = re.compile(r"[^\W\d_][^,;/@\d]{0,40}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?\(?\d[\d\s()\-]{7,}\d")
SEN = re.compile(
    r"n|k|e|a|p|s|none|no|yes|y|sen support|ehcp?|ehc plan|.*support.*|.*(ehc|plan|statement|no special).*",
    re.I,
)
ENROLMENT = re.compile(r"[cmsgfpo]|current.*|single.*|guest.*|main.*|dual.*|subsid.*|further.*|.*registr.*", re.I)
LANGUAGE = re.compile(r"[a-z]{3}[a-z]?|[a-z][a-z ()/,-]{3,40}", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """A test of one cell that is not blank, and what it proves."""

    test: Callable[[Cell, str], bool]
    strict: bool = False
    alone: float = 0.0
    bare: float = 0.0
    alone_test: str = ""
    bare_test: str = ""
    headed_test: str = ""
    least: float = 0.25


def _matches(pattern: re.Pattern[str]) -> Callable[[Cell, str], bool]:
    return lambda cell, text: pattern.fullmatch(text) is not None


def _finds(pattern: re.Pattern[str]) -> Callable[[Cell, str], bool]:
    return lambda cell, text: pattern.search(text) is not None


def _upn(cell: Cell, text: str) -> bool:
    return UPN_SHAPE.fullmatch(text.replace(" ", "").upper()) is not None


def _upn_or_rounded(cell: Cell, text: str) -> bool:
    return _upn(cell, text) or is_rounded(text.replace(" ", ""))


def _uln(cell: Cell, text: str) -> bool:
    return uln_problem(text.replace(" ", "")) is None


def is_date(cell: Cell, text: str) -> bool:
    """Whether a cell is a date, typed or true. Whole numbers are taken for dates only of five digits."""
    if isinstance(cell, (bool, time)):
        return False
    if isinstance(cell, date):
        return True
    if not 5 <= len(text) <= 40 or not any(c.isdigit() for c in text):
        return False
    try:
        return to_date(cell) is not None
    except BadValue:
        return False


def _postcode(cell: Cell, text: str) -> bool:
    return POSTCODE_SHAPE.fullmatch(normalise_postcode(text)) is not None


def _yes_no(cell: Cell, text: str) -> bool:
    return isinstance(cell, bool) or text.lower() in YES | NO | CROSSES


def _answer(cell: Cell, text: str) -> bool:
    """Whether a cell answers yes or no, alone or before more words: "No - left in October"."""
    return _yes_no(cell, text) or re.split(r"[\s,;:.-]", text.lower(), maxsplit=1)[0] in YES | NO - {"", "-"}


def _mark(cell: Cell, text: str) -> bool:
    return _yes_no(cell, text) or is_date(cell, text)


def _application(cell: Cell, text: str) -> bool:
    return APPLICATION.search(text) is not None and JOINING.search(text) is None


def _offer(cell: Cell, text: str) -> bool:
    return OFFER.fullmatch(text) is not None or (not text.isdigit() and _yes_no(cell, text))


def _interview(cell: Cell, text: str) -> bool:
    return INTERVIEW.fullmatch(text) is not None or _mark(cell, text)


def _choice(cell: Cell, text: str) -> bool:
    return CHOICE.fullmatch(text) is not None or _yes_no(cell, text)


def _whole_number(text: str, numbers: range) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 4 and int(text) in numbers


def _birth_month(cell: Cell, text: str) -> bool:
    return _whole_number(text, range(1, 13)) or (text.isalpha() and text[:3].lower() in MONTHS)


def _status(cell: Cell, text: str) -> bool:
    return STATUS.match(text) is not None or (not text.isdigit() and _yes_no(cell, text))


def _place(text: str) -> bool:
    """Whether a provider is named: "Wyrebank College" is a place, "Sixth Form College" is not."""
    return PROVIDER.search(text) is not None and GENERIC.sub("", text).strip(" -/,&()") != ""


def _activity_words(cell: Cell, text: str) -> bool:
    return ACTIVITY.search(text) is not None and not _place(text)


def _school(cell: Cell, text: str) -> bool:
    return PROVIDER.search(text) is not None and NOT_A_SCHOOL.search(text) is None


def _full_name(cell: Cell, text: str) -> bool:
    words = re.sub(r"\([^)]*\)", "", text).replace(",", " ").split()
    plain = 2 <= len(words) <= 6 and not any(c.isdigit() or c in "@/&:;" for c in text)
    return plain and all(not w[0].islower() or w.lower() in _SMALL for w in words) and not _institution(text)


_SMALL = {"van", "der", "de", "la", "von", "bin", "al", "el", "di", "da", "den", "dos", "le", "ul"}


def _institution(text: str) -> bool:
    return PROVIDER.search(text) is not None or COURSE.search(text) is not None or ACTIVITY.search(text) is not None


def _surname(cell: Cell, text: str) -> bool:
    return len(text) > 1 and "," not in text and NAME.fullmatch(text) is not None and len(text.split()) <= 4


def _forename(cell: Cell, text: str) -> bool:
    return "," not in text and NAME.fullmatch(text) is not None and len(text.split()) <= 3


def _called(cell: Cell, text: str) -> bool:
    """Whether a person could be called so, whatever stands around it: "1. Ashworth", "Ashworth*", "Ashworth (Smith)", "Ashworth2", "A"."""
    own = re.sub(r"^\(?\d{1,4}[.)]?\s+|\([^)]*\)|(?<=[^\W\d_]{3})\s?\d{1,2}$", "", text)
    return len(text) <= 60 and any(map(str.isalpha, own)) and not any(c.isdigit() or c in "@=" for c in own)


def _lone_forename(cell: Cell, text: str) -> bool:
    words = [word.split("-")[0].lower() for word in text.split()]
    return len(words) <= 2 and COMMON_FORENAMES.issuperset(words) and _forename(cell, text)


def _reference(cell: Cell, text: str) -> bool:
    numbered = re.fullmatch(r"[A-Za-z]{0,5}[-/ ]?\d[\dA-Za-z/-]{2,15}", text) is not None
    return numbered and text not in ACTIVITY_CODES and not _upn(cell, text) and not is_date(cell, text)


def _percent(cell: Cell, text: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:\.\d+)?\s?%?", text) is not None and float(text.rstrip("% ")) <= 100


SHAPES: dict[str, Shape] = {
    "upn": Shape(_upn, strict=True, alone=0.985, bare=0.985, headed_test="upn_or_rounded"),
    "upn_or_rounded": Shape(_upn_or_rounded),
    "uln": Shape(_uln, alone=0.95, bare=0.95),
    "date": Shape(is_date, strict=True),
    "birth_date": Shape(is_date, strict=True, alone=0.8, bare=0.85),
    "recent_date": Shape(is_date, strict=True, bare=0.5),
    "postcode": Shape(_postcode, strict=True, alone=0.85, bare=0.9),
    "sex": Shape(lambda c, t: t.lower() in SEX_WORDS, strict=True, alone=0.6, bare=0.8, alone_test="sex_said"),
    "sex_said": Shape(lambda c, t: t.lower() in SEX_WORDS - {"x", "u", "w", "unknown", "other"}),  # a lone x is a tick
    "title": Shape(lambda c, t: t.lower().rstrip(".") in TITLE_WORDS, strict=True, alone=0.8, bare=0.85),
    "email": Shape(_matches(EMAIL), strict=True, alone=0.9, bare=0.9),
    "phone": Shape(_matches(PHONE), alone=0.5, bare=0.5),
    "yes_no": Shape(_yes_no),
    "status": Shape(_status, alone=0.5, bare=0.55, alone_test="status_words", headed_test="not_dates"),
    "not_dates": Shape(lambda c, t: not is_date(c, t)),
    "status_words": Shape(lambda c, t: len(t) > 1 and STATUS.match(t) is not None),
    "application_words": Shape(_application, strict=True, least=0.85),
    "offer": Shape(_offer, strict=True),
    "interview": Shape(_interview),
    "choice": Shape(_choice, strict=True),
    "marks": Shape(_mark),
    "answers": Shape(_answer),
    "birth_day": Shape(lambda c, t: _whole_number(t, range(1, 32)), strict=True),
    "birth_month": Shape(_birth_month, strict=True),
    "birth_year": Shape(lambda c, t: _whole_number(t, range(1950, 2100)) or _whole_number(t, range(100)), strict=True),
    "activity_code": Shape(lambda c, t: t in ACTIVITY_CODES, strict=True, alone=0.8, bare=0.8),
    "activity_words": Shape(_activity_words, bare=0.45),
    "form": Shape(_matches(FORM), bare=0.7),
    "year_group": Shape(_matches(YEAR_GROUP)),
    "level": Shape(_matches(LEVEL), bare=0.42),
    "course": Shape(_finds(COURSE), alone=0.5, bare=0.6),
    "provider": Shape(_finds(PROVIDER), alone=0.5, bare=0.55),
    "school": Shape(_school, alone=0.52, bare=0.57),
    "full_name": Shape(_full_name, strict=True, alone=0.55, bare=0.75, headed_test="worded"),
    "worded": Shape(lambda c, t: sum(map(str.isalpha, t)) > 1 and not _yes_no(c, t)),
    "surname": Shape(_surname, strict=True, bare=0.5, headed_test="called"),
    "forename": Shape(_forename, strict=True, bare=0.85, bare_test="lone_forename", headed_test="called"),
    "called": Shape(_called),
    "lone_forename": Shape(_lone_forename),
    "forenames": Shape(_matches(FORENAMES)),
    "initials": Shape(lambda c, t: re.fullmatch(r"(?:[^\W\d_][.\s]?){1,4}", t) is not None, strict=True),
    "reference": Shape(_reference, bare=0.5),
    "urn": Shape(lambda c, t: re.fullmatch(r"[1-9]\d{5}", t) is not None, strict=True),
    "ukprn": Shape(lambda c, t: re.fullmatch(r"1\d{7}", t) is not None, strict=True, alone=0.8, bare=0.8),
    "percent": Shape(_percent),
    "sen": Shape(_matches(SEN)),
    "enrolment_status": Shape(_matches(ENROLMENT)),
    "language": Shape(_matches(LANGUAGE)),
    "words": Shape(lambda c, t: any(ch.isalpha() for ch in t)),
    "text": Shape(lambda c, t: True),
}  # fmt: skip


def share(name: str, cells: list[tuple[Cell, str]]) -> float:
    """How much of a column's cells, given with their text, have a shape: 0 to 1."""
    if not cells:
        return 0.0
    test = SHAPES[name].test
    alike = Counter((type(cell), cell, text) for cell, text in cells)  # many columns say a few things over and over
    return sum(times for (_, cell, text), times in alike.items() if test(cell, text)) / len(cells)


def running_numbers(cells: list[tuple[Cell, str]]) -> bool:
    """Whether a column only counts its rows: 1, 2, 3…, with gaps allowed."""
    numbers = [int(text) for _, text in cells if text.rstrip(".").isdecimal() and len(text) < 6 for text in [text.rstrip(".")]]
    rising = all(a < b for a, b in pairwise(numbers))
    return len(numbers) >= 2 and len(numbers) >= 0.9 * len(cells) and numbers[0] <= 3 and rising


def with_text(cells: list[Cell]) -> list[tuple[Cell, str]]:
    """Each cell that holds something, with its text."""
    return [(cell, text) for cell in cells if (text := to_text(cell))]
