"""Columns that are no field of their own and tell something all the same: the mode, the kind of programme, why somebody left, what the
status was on an earlier day."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from careers.imports.cells import Cell
from careers.imports.values import to_text
from careers.imports.vocabularies import IGNORE
from destinations.rules.statuses import EMPTY, plain

_OF = r"(?:programme|program|prog|provision|funding|fund|learner|learning|delivery|course|aim|study|contract|training|enrolment|student)"
BESIDE = {
    "mode": re.compile(
        r"(?:study |attendance )?mode(?: of (?:study|attendance))?|(?:ft|full time) ?(?:or )?(?:pt|part time)|attendance type"
    ),
    "programme": re.compile(
        rf"{_OF} ?(?:type|model|stream|strand|route|category|line)|provision|funding"
        r"|type of (?:programme|learner|provision|learning|funding|course)"
    ),
    "apprentice": re.compile(r"(?:is |are they |on )?(?:an? )?(?:apprentic\w*|appr?)(?: y ?n| yes no| flag| indicator)?"),
    "hours": re.compile(
        r"(?:(?:total|planned|guided|learning|weekly|annual|funded|taught|timetabled|study|course) )*(?:hours?|hrs|glh|plh)"
        r"(?: (?:per|a|each) (?:week|year)| pw| pa)?"
    ),
    "why_left": re.compile(
        r"reasons?|(?:withdrawal|leaving|leaver|left) reasons?|reasons? (?:for )?(?:leaving|withdrawal|withdrawing|left)"
    ),
    "comment": re.compile(
        r"(?:\w+ ){0,2}(?:comments?|notes?|remarks?|observations?|update|feedback|response|(?:further|additional|other) info(?:rmation)?)"
        r"(?: (?:to|from|for) (?:\w+ ){0,2}\w+)?|attendance(?: (?:to date|so far|record))?"
    ),
}
DAY_OF_A_STATUS = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d+(?:st|nd|rd|th)?|autumn|spring|summer|term|week|wk|half|census"
    r"|as|at|on)\b"
)


def columns_beside(headings: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """The letter of the first column that is left out and says each of `BESIDE`."""
    found: dict[str, str] = {}
    for letter, name in fields.items():
        kind = kind_of_heading(headings.get(letter, "")) if name == IGNORE else None
        if kind:
            found.setdefault(kind, letter)
    return found


@lru_cache(maxsize=1024)
def kind_of_heading(heading: str) -> str | None:
    words = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)).strip(" ?")
    return next((kind for kind, pattern in BESIDE.items() if pattern.fullmatch(words)), None)


def earlier_statuses(headings: Mapping[str, str], fields: Mapping[str, str], status: str) -> tuple[str, ...]:
    """The columns that are left out and ask what `status`, a heading, asks, on another day; the one nearest to the end first."""
    if not status or DAY_OF_A_STATUS.search(plain(status)) is None:
        return ()
    asked = without_day(status)
    left_out = [letter for letter, name in fields.items() if name == IGNORE]
    return tuple(letter for letter in reversed(left_out) if without_day(headings.get(letter, "")) == asked)


@lru_cache(maxsize=1024)
def without_day(heading: str) -> str:
    """A heading without its day: "Sept 2025 status" and "Oct 2025 status" are "status"."""
    return " ".join(DAY_OF_A_STATUS.sub(" ", plain(heading)).split())


def words_beside(cells: Mapping[str, Cell], beside: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(kind, words) of each such column that is not blank."""
    for kind, letter in beside.items():
        text = to_text(cells.get(letter))
        if text and not (kind == "why_left" and plain(text) in EMPTY):
            yield kind, text
