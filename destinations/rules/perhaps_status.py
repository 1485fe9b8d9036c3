"""Columns that were left out although they may be the status: without one, nobody on a list is said to have left."""

import re
from collections import Counter
from collections.abc import Collection
from typing import Any

from careers.imports.values import to_text
from careers.imports.vocabularies import IGNORE
from destinations.rules.layouts import SheetLayout

SAYING = frozenset({"status", "marked", "activity_code", "activity_words", "application_status", "offer"})
ABOUT_THE_PERSON = re.compile(
    r"ethnic|relig|\bsen\b|ehcp?|fsm|meals|premium|gender|\bsex\b|national|language|disab|bursary|year|\btutor|\bform\b|school", re.I
)
MOST_VALUES, LONGEST, FEWEST_ROWS, SHOWN = 8, 30, 4, 4


def perhaps_status(layout: SheetLayout, by_hand: Collection[str] = ()) -> list[dict[str, Any]]:
    """Each such column as {letter, heading, values: [[words, rows]…]}, the commonest values first; none where the table has a status or
    its title says what everybody does. `by_hand` are columns that a person has set.

    A value that stands in one row alone is not shown: it may be somebody's own.
    """
    fields = layout.columns.fields
    if layout.header_row is None or layout.said or SAYING.intersection(fields.values()):
        return []
    known = {*by_hand, *layout.columns.beside.values()}
    left_out = [letter for letter, name in fields.items() if name == IGNORE and letter not in known]
    headings = layout.columns.headings
    asked = [letter for letter in left_out if not ABOUT_THE_PERSON.search(headings.get(letter, ""))]
    return [
        {"letter": letter, "heading": headings.get(letter, ""), "values": values} for letter in asked if (values := common(layout, letter))
    ]


def common(layout: SheetLayout, letter: str) -> list[list[Any]]:
    """The commonest values of a column of few short ones that come again and again; of any other, none."""
    found: Counter[str] = Counter()
    for row in layout.rows:
        if row.kind == "data" and (text := to_text(row.cells.get(letter))):
            found[text] += 1
            if len(found) > MOST_VALUES or len(text) > LONGEST or re.fullmatch(r"[\d.,/: -]{2,}", text):
                return []
    whole = sum(found.values())
    if whole < FEWEST_ROWS or len(found) < 2 or 2 * len(found) > whole:
        return []
    return [[text, rows] for text, rows in found.most_common(SHOWN) if rows > 1]
