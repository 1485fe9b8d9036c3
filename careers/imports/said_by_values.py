"""What a column's values say against its heading, or where its heading says nothing: who is there, and what they study."""

import re
from collections.abc import Iterator, Mapping, Sequence

from .headings import CLOSE, meanings, plain
from .passed_over import is_passed_over
from .profiles import Profile
from .telling_words import DENIES, STATUS
from .values import NO, YES
from .vocabulary import IGNORE, Vocabulary

SAYING = frozenset({"status", "marked", "activity_code", "activity_words"})
ABOUT_NOTHING = frozenset({IGNORE, "provider", "campus", "course", "employer", "level", "form", "reference", "went_elsewhere"})
STATUSES = range(2, 7)
NEARLY_ALL, MOST, HARDLY = 0.9, 0.5, 0.3
CROSSES = frozenset({"x", "×"})
THERE = re.compile(r"(?:(?:still|currently|not|no longer|never) )*(?:studying(?: here)?|in training|stopped|former|ex)\b", re.I)
GONE = re.compile(rf"{DENIES.pattern}|\b(?:stopped|former|ex|gone)\b", re.I)
OF_ENROLMENT = re.compile(r"\b(?:enrol\w*|withdr\w*|on (?:roll|course|programme)|left|leaver)\b", re.I)
KIND_OF_PROGRAMME = re.compile(
    r"\bapprentic\w*|\bstudy programmes?\b|\btraineeships?\b|\b16 ?- ?1[89]\b|\b[at][- ]levels?\b|\badult\b|\bclassroom\b|\bvocational\b"
    r"|\bacademic\b|\btechnical\b|\bfull[- ]time\b|\bpart[- ]time\b|^(?:ft|pt|app|appr)$",
    re.I,
)
OF_THE_OTHERS = re.compile(r"\b(?:if|not|elsewhere|instead|other|left|leaving|withdrawn)\b")
ABOUT_US = re.compile(
    r"\b(?:with|by|to|at|in|on|joined|attending|still|is|are) (?:us|you|our|your)\b"
    r"|\b(?:our|your|you have|you have this|you have the) student\b"
    r"|^(?:ours|yours)\b|\bhere\b|^known\b|\bcensus\b|^(?:in |on |at )?(?:year|yr|y) 1[2-4]\b"
)
OTHER_QUESTIONS = re.compile(
    r"\b(?:contact\w*|call\w*|e ?mail\w*|met|meet\w*|visit\w*|invit\w*|interview\w*|offer\w*|appl\w+|share\w*|agree\w*|help\w*|support\w*"
    r"|reference|referr\w*|report\w*|records?|data|events?|evenings?|days?|test\w*|sen[dt]?|informed|told|letters?|reply|replied|recommend\w*|would|like)\b"
)
_CHOICE = r"(?:yes|no|y|n|w|l|e|c|left|withdrawn|enrolled|current)"
CHOICES_ALONE = re.compile(rf"(?i)\(?{_CHOICE}(?:\s*(?:[/|,]|\bor\b)\s*{_CHOICE})+\)?\??")
PLACEMENT = frozenset({"placement", "placement name"})
OF_AN_AUTHORITY = frozenset({"activity_code", "activity_words", "date_verified"})


def course_for_activity(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """A column headed as what somebody does, whose values are titles of courses, is the course."""
    if "course" not in vocabulary:
        return {}
    titles = (c for c in columns if fields[c.letter] == "activity_words" and c.cells)
    return {c.letter: "course" for c in titles if c.share("activity_words") <= HARDLY and c.share("course") >= MOST}


def status_by_values(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Where no column says who is there, one that holds a few statuses over and over, one of them a denial, does."""
    if "status" not in vocabulary or SAYING.intersection(fields.values()):
        return {}
    letter = next((c.letter for c in columns if fields[c.letter] in ABOUT_NOTHING and _holds_statuses(c)), None)
    return {letter: "status"} if letter else {}


def status_by_answers(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Where no column says who is there, a question about us or you that is answered yes in some rows and no in others: "Known to us?"."""
    if "status" not in vocabulary or SAYING.intersection(fields.values()):
        return {}
    asked = (c for c in columns if fields[c.letter] in ABOUT_NOTHING and c.cells and not is_passed_over(plain(c.heading)))
    letter = next((c.letter for c in asked if _is_denial(c) or _is_chosen(c) or _is_answered(c)), None)
    return {letter: "status"} if letter else {}


def _is_denial(column: Profile) -> bool:
    """Whether a heading denies, as "No-show" does, above marks alone."""
    heading = " ".join(re.sub(r"[-?]", " ", column.heading).split())
    denies = STATUS.fullmatch(heading) is not None and DENIES.search(heading) is not None
    return denies and column.share("yes_no") >= NEARLY_ALL


def _is_chosen(column: Profile) -> bool:
    """Whether a heading is nothing but the answers that stand below it: "Y/N/W"."""
    chosen = CHOICES_ALONE.fullmatch(column.heading.strip()) is not None
    return chosen and max(column.share("status"), column.share("answers")) >= MOST and column.variety > 1


def _is_answered(column: Profile) -> bool:
    """Whether a heading asks whether somebody is with them, and some rows say yes and others no."""
    text = plain(column.heading)
    if ABOUT_US.search(text) is None or OTHER_QUESTIONS.search(text) is not None:
        return False
    firsts = {re.split(r"[\s,;:.-]", text.lower(), maxsplit=1)[0] for _, text in column.cells}
    return column.share("answers") >= MOST and bool(firsts & YES) and bool(firsts & NO - {""})


def _holds_statuses(column: Profile) -> bool:
    texts = [text for _, text in column.cells]
    if column.variety not in STATUSES or (is_passed_over(plain(column.heading)) and not any(map(OF_ENROLMENT.search, texts))):
        return False
    told = [text for text in texts if len(text) > 1 and (STATUS.match(text) or THERE.match(text))]
    return len(told) >= NEARLY_ALL * len(texts) and any(GONE.search(text) for text in told)


def marks_side_by_side(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Neighbours that hold one mark or nothing, of which nearly every row has just one, are a column for each status."""
    if "marked" not in vocabulary:
        return {}
    for run in _neighbours(columns):
        inside = {c.letter for c in run}
        others = {name for letter, name in fields.items() if letter not in inside}
        if not SAYING & others and _are_statuses(run, vocabulary) and _one_each(run):
            return dict.fromkeys(inside, "marked")
    return {}


def _neighbours(columns: Sequence[Profile]) -> Iterator[Sequence[Profile]]:
    """Every run of two to five columns of one mark, the longest first."""
    for length in range(5, 1, -1):
        for start in range(len(columns) - length + 1):
            run = columns[start : start + length]
            if all(_holds_one_mark(column) for column in run) and len({_mark(c) for c in run if _mark(c)}) == 1:
                yield run


def _holds_one_mark(column: Profile) -> bool:
    texts = {text.lower() for _, text in column.cells} - NO
    return bool(column.heading) and (not texts or (len(texts) == 1 and texts <= YES | CROSSES))


def _mark(column: Profile) -> str:
    return next((text.lower() for _, text in column.cells if text.lower() not in NO), "")


def _are_statuses(run: Sequence[Profile], vocabulary: Vocabulary) -> bool:
    """Whether some heading denies, and none is known to be of something else."""
    known = [meaning for c in run for meaning in meanings(c.heading, vocabulary)[:1]]
    elsewhere = any(meaning.field == IGNORE and meaning.fit >= CLOSE for meaning in known)
    return not elsewhere and any(GONE.search(c.heading) for c in run) and not any(is_passed_over(plain(c.heading)) for c in run)


def _one_each(run: Sequence[Profile]) -> bool:
    """Whether the marks fall one to a row, in two columns at least."""
    marks = [{place for place, (_, text) in zip(c.places, c.cells, strict=True) if text.lower() not in NO} for c in run]
    held: list[int] = [place for column in marks for place in column]
    once = sum(held.count(place) == 1 for place in set(held))
    return sum(map(bool, marks)) >= 2 and once >= NEARLY_ALL * max(c.rows for c in run)


def destination_of_everybody(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """Where nothing says who left, a column headed as where people went is where they are: "Destination" beside "Destination type"."""
    if "provider" not in vocabulary or {"provider", "status", "marked", "end_date", "application_status"}.intersection(fields.values()):
        return {}
    went = (c for c in columns if fields[c.letter] == "went_elsewhere" and c.cells and not OF_THE_OTHERS.search(plain(c.heading)))
    letter = next((c.letter for c in went if any(m.field == "provider" for m in meanings(c.heading, vocabulary))), None)
    return {letter: "provider"} if letter else {}


def programme_for_a_place(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """A column headed as a place ("Provision") that holds kinds of programme names none."""
    if "provider" not in vocabulary:
        return {}
    placed = (c for c in columns if fields[c.letter] == "provider" and c.cells and c.share("provider") <= HARDLY)
    kinds = (c for c in placed if all(KIND_OF_PROGRAMME.search(text) for _, text in c.cells))
    return {c.letter: IGNORE for c in kinds}


def placement_of_an_authority(fields: Mapping[str, str], columns: Sequence[Profile], vocabulary: Vocabulary) -> dict[str, str]:
    """In an authority's list a placement is where somebody is, and not where they work."""
    if "provider" not in vocabulary or "provider" in fields.values() or not OF_AN_AUTHORITY.intersection(fields.values()):
        return {}
    placed = (c.letter for c in columns if fields[c.letter] == "employer" and plain(c.heading) in PLACEMENT)
    letter = next(placed, None)
    return {letter: "provider"} if letter else {}
