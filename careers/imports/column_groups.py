"""What columns are together, that none of them is alone: marks under statuses, numbered subjects, a birth date in three."""

import re
from collections.abc import Iterable, Mapping, Sequence

from .headings import meanings, plain
from .profiles import Profile
from .said_by_values import (
    course_for_activity,
    destination_of_everybody,
    marks_side_by_side,
    placement_of_an_authority,
    status_by_values,
)
from .telling_words import DENIES, STATUS
from .values import NO
from .vocabulary import IGNORE, Vocabulary

BIRTH_PARTS = ("birth_day", "birth_month", "birth_year")
NUMBERED = re.compile(r"^(.*?\D)\s*(?:\d{1,2}|[a-h])$")
REASON_LEFT = re.compile(r"\b(?:withdraw\w*|withdrew|leaving|left)\b.*\breason\b|\breason\b.*\b(?:withdraw\w*|withdrew|leaving|left)\b")
MOSTLY_BLANK = 0.7
ENOUGH_MARKS, MOST_MARKS = 0.9, 1.5
LAST_SEEN = re.compile(r"\blast\b.*\battend\w+|\battend\w+ last\b|\blast day\b")
DATED = ("start_date", "end_date")


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


def _marks(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Columns headed with statuses that differ, each holding marks or dates alone, are one answer together."""
    if "marked" not in vocabulary:
        return {}
    marked = [c for c in columns if _is_status(c.heading) and (not c.cells or c.share("marks") >= ENOUGH_MARKS)]
    undated = [c for c in marked if fields[c.letter] not in DATED]
    denying = sum(DENIES.search(c.heading) is not None for c in marked)
    differ = 0 < denying < len(marked) or denying > 1
    if len(undated) < 2 or not differ or not _one_a_row(marked):
        return {}
    return {c.letter: "marked" for c in marked}


def _is_status(heading: str) -> bool:
    text = re.sub(r"\([^)]*\)", " ", heading).strip()
    return STATUS.match(text) is not None and len(text.split()) <= 5 and "date" not in text.lower()


def _one_a_row(marked: Iterable[Profile]) -> bool:
    """Whether there are about as many marks as rows, so that each row has one."""
    columns = list(marked)
    marks = sum(text.lower() not in NO for column in columns for _, text in column.cells)
    return marks <= MOST_MARKS * max(column.rows for column in columns)


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
    return {
        letter: "course" for letter, stem in stems.items() if stem == first and fields[letter] == IGNORE and _of_course(stem, vocabulary)
    }


def _of_course(stem: str, vocabulary: Vocabulary) -> bool:
    return any(meaning.field == "course" for meaning in meanings(stem, vocabulary))


RULES = (
    _birth_parts,
    course_for_activity,
    marks_side_by_side,
    _marks,
    status_by_values,
    placement_of_an_authority,
    destination_of_everybody,
    _reason_left,
    _seen_last,
    _numbered_courses,
)
