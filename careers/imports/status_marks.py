"""Several columns of marks under statuses, that are one answer together: one for each status, or questions asked in turn."""

import re
from collections.abc import Iterable, Mapping, Sequence

from .headings import meanings, plain
from .passed_over import is_passed_over
from .profiles import Profile
from .telling_words import DENIES, STATUS
from .values import NO, YES
from .vocabulary import IGNORE, Vocabulary

ENOUGH_MARKS, MOST_MARKS = 0.9, 1.5
LONGEST = 6
LEAST_FIT = 0.55
DATED = ("start_date", "end_date")
ANSWERED_TOO = (*DATED, IGNORE, "went_elsewhere")  # what a heading may seem to say of a question that is answered yes or no
OF_AN_APPLICATION = re.compile(r"\b(?:offer\w*|appl\w+|interview\w*|accept\w*|conditional|deposit)\b")
CHOICES = re.compile(r"\([^)]*\)|(?<=\?).*")


def status_marks(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Columns headed with statuses, each holding marks or dates alone, are one answer together: where they differ and nearly every row
    has one mark ("Enrolled | Withdrawn"), or where one asks on after another ("Enrolled? | Still attending?")."""
    if "marked" not in vocabulary:
        return {}
    marked = [c for c in columns if _is_status(c.heading) and (not c.cells or c.share("marks") >= ENOUGH_MARKS)]
    undated = [c for c in marked if fields[c.letter] not in DATED]
    denying = sum(DENIES.search(c.heading) is not None for c in marked)
    differ = 0 < denying < len(marked) or denying > 1
    enough = len(undated) >= 2 or (len(marked) > len(undated) and any(c.cells and DENIES.search(c.heading) for c in undated))
    if enough and differ and _one_a_row(marked):
        return _of_offers_left_out(columns, fields) | {c.letter: "marked" for c in marked}
    asked = [c for c in columns if c.cells and c.share("answers") >= ENOUGH_MARKS and _asks(c.heading, vocabulary)]
    return _asked_in_turn(asked, fields)


def _of_offers_left_out(columns: Sequence[Profile], fields: Mapping[str, str]) -> dict[str, str]:
    """What is asked of an offer tells nothing of who is there beside columns that say it."""
    asked = (c for c in columns if fields[c.letter] == "status" and c.share("answers") >= ENOUGH_MARKS)
    return {c.letter: IGNORE for c in asked if OF_AN_APPLICATION.search(plain(c.heading))}


def _asked_in_turn(asked: Sequence[Profile], fields: Mapping[str, str]) -> dict[str, str]:
    """Two questions or more about being there; with them what is asked of an offer, where it would be taken for one of them."""
    about = [c for c in asked if not OF_AN_APPLICATION.search(plain(c.heading))]
    of_offers = [c for c in asked if c not in about and fields[c.letter] == "status"]
    elsewhere = {name for letter, name in fields.items() if letter not in {c.letter for c in asked}}
    if not about or len(about) + len(of_offers) < 2 or {"status", "activity_code", "activity_words"} & elsewhere:
        return {}
    telling = [c for c in about if not _is_always_yes(c)]
    if len(telling) == 1 and len(about) > 1 and any(text.lower() in NO for _, text in telling[0].cells):
        return {c.letter: IGNORE for c in (*about, *of_offers) if fields[c.letter] == "status"} | {telling[0].letter: "status"}
    return {c.letter: "marked" for c in (*about, *of_offers)}


def _is_always_yes(column: Profile) -> bool:
    """Whether every row answers yes, so that the question tells nothing."""
    return len(column.cells) == column.rows and all(text.lower() in YES for _, text in column.cells)


def _asks(heading: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading asks whether somebody is there, came or left."""
    text = plain(CHOICES.sub(" ", heading))
    if is_passed_over(text) or "date" in text.split():
        return False
    said = meanings(CHOICES.sub(" ", heading).strip(), vocabulary)
    return any(meaning.field == "status" and meaning.fit >= LEAST_FIT for meaning in said) or (
        _is_status(heading) and not any(meaning.fit >= LEAST_FIT for meaning in said if meaning.field not in ANSWERED_TOO)
    )


def _is_status(heading: str) -> bool:
    text = re.sub(r"\([^)]*\)", " ", heading).strip()
    return STATUS.match(text) is not None and len(text.split()) <= LONGEST - 1 and "date" not in text.lower()


def _one_a_row(marked: Iterable[Profile]) -> bool:
    """Whether there are about as many marks as rows, so that each row has one."""
    columns = list(marked)
    marks = sum(text.lower() not in NO for column in columns for _, text in column.cells)
    return marks <= MOST_MARKS * max(column.rows for column in columns)
