"""What columns are together, that none of them is alone: marks under statuses, numbered subjects, a birth date in three."""

import re
from collections.abc import Mapping, Sequence

from .headings import dated_field, meanings, plain
from .passed_over import is_passed_over
from .profiles import Profile
from .said_by_values import (
    course_for_activity,
    destination_of_everybody,
    marks_side_by_side,
    placement_of_an_authority,
    programme_for_a_place,
    status_by_answers,
    status_by_values,
)
from .status_marks import status_marks
from .vocabulary import IGNORE, Vocabulary

BIRTH_PARTS = ("birth_day", "birth_month", "birth_year")
NUMBERED = re.compile(r"^(.*?\D)\s*(?:\d{1,2}|[a-h])$")
REASON_LEFT = re.compile(r"\b(?:withdraw\w*|withdrew|leaving|left)\b.*\breason\b|\breason\b.*\b(?:withdraw\w*|withdrew|leaving|left)\b")
MOSTLY_BLANK = 0.7
ENOUGH_DAYS, ENOUGH_STATUSES = 0.9, 0.7
ON_A_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:autumn|spring|summer|term|week|wk|half term|census)\b"
)
LAST_SEEN = re.compile(r"\blast\b.*\battend\w+|\battend\w+ last\b|\blast day\b")


def regrouped(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """The fields, by letter, once columns that belong together are seen together."""
    found = dict(fields)
    for rule in RULES:
        found |= rule(found, columns, vocabulary)
    return found


def _birth_parts(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Day, month and year of birth are only what they are where all three are there, and no whole date is."""
    if "birth_day" not in vocabulary:
        return {}
    chosen = {name: letter for letter, name in fields.items() if name in BIRTH_PARTS}
    if len(chosen) == 2 and "birth_year" not in chosen:
        year = next((c.letter for c in columns if plain(c.heading) == "year" and c.share("birth_year") >= 0.7), None)
        chosen |= {"birth_year": year} if year else {}
    if len(chosen) == 3 and "date_of_birth" not in fields.values():
        return {letter: name for name, letter in chosen.items()}
    return dict.fromkeys((letter for letter in chosen.values() if fields[letter] in BIRTH_PARTS), IGNORE)


def _latest_status(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Of columns that say the status on several days, the last on the sheet is the status."""
    if "status" not in vocabulary:
        return {}
    snapshots = [c for c in columns if c.cells and _is_snapshot(c, vocabulary) and fields[c.letter] in ("status", IGNORE)]
    if len(snapshots) < 2 or "status" not in [fields[c.letter] for c in snapshots] or fields[snapshots[-1].letter] == "status":
        return {}
    return dict.fromkeys((c.letter for c in snapshots), IGNORE) | {snapshots[-1].letter: "status"}


def _is_snapshot(column: Profile, vocabulary: Vocabulary) -> bool:
    """Whether a column is headed as a status on a day ("Oct 2025 status") and holds statuses."""
    text = plain(column.heading)
    if ON_A_DAY.search(text) is None or column.share("status") < ENOUGH_STATUSES:
        return False
    return any(meaning.field == "status" for meaning in meanings(column.heading, vocabulary))


def _dated_by_values(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """A column of days alone is the day of what its heading says: "Status verified", "Enrolment end"."""
    found: dict[str, str] = {}
    for column in columns:
        days = fields[column.letter] == IGNORE and column.cells and column.share("recent_date") >= ENOUGH_DAYS
        name = dated_field(column.heading, vocabulary) if days and not is_passed_over(plain(column.heading)) else None
        if name and name not in {*fields.values(), *found.values()}:
            found[column.letter] = name
    return found


def _reason_left(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Why somebody left is all that some lists say of who left."""
    if "status" not in vocabulary or {"status", "marked", "end_date", "activity_code", "activity_words"}.intersection(fields.values()):
        return {}
    reasons = (c.letter for c in columns if REASON_LEFT.search(plain(c.heading)) and len(c.cells) <= MOSTLY_BLANK * c.rows)
    letter = next(reasons, None)
    return {letter: "status"} if letter and fields[letter] in (IGNORE, "went_elsewhere") else {}


def _seen_last(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """The day everybody was last there is no day of leaving, where another column says who left."""
    if not {"status", "marked"}.intersection(fields.values()):
        return {}
    full = (c for c in columns if fields[c.letter] == "end_date" and len(c.cells) > MOSTLY_BLANK * c.rows)
    return {c.letter: IGNORE for c in full if LAST_SEEN.search(plain(c.heading))}


def _numbered_courses(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Subject 1, Subject 2… are all of them the course."""
    if "course" not in vocabulary or not vocabulary["course"].repeats:
        return {}
    stems = {c.letter: match[1].strip() for c in columns if (match := NUMBERED.match(plain(c.heading)))}
    first = next((stem for letter, stem in stems.items() if fields[letter] == "course"), None)
    if first is None:
        return {}
    of_course = {c.letter for c in columns if _of_course(stems.get(c.letter, ""), vocabulary) or _of_course(c.heading, vocabulary)}
    return {
        letter: "course" for letter, stem in stems.items() if stem == first and fields[letter] in (IGNORE, "level") and letter in of_course
    }


def _of_course(heading: str, vocabulary: Vocabulary) -> bool:
    return any(meaning.field == "course" for meaning in meanings(heading, vocabulary))


RULES = (
    _birth_parts,
    _dated_by_values,
    _latest_status,
    course_for_activity,
    marks_side_by_side,
    status_marks,
    status_by_values,
    status_by_answers,
    placement_of_an_authority,
    programme_for_a_place,
    destination_of_everybody,
    _reason_left,
    _seen_last,
    _numbered_courses,
)
