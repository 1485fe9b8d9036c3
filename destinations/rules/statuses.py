"""What a provider's own words say of a student: is here, left, or never came. Tables, read in order (docs/returns.md).

The order is the principle: *never came* is believed before *left*, *left* before *not here*, and those before *here*, because lists
keep the old word and add the news to it ("Enrolled, withdrew week 2"; "N - never started").
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from destinations.rules.statements import Said
from destinations.rules.status_phrases import (
    BEGINNING,
    CAME_AND_WENT,
    HARMLESS,
    NEVER_CAME,
    NOT_STATED,
    OF_AN_APPLICATION,
    OF_SOMEBODY,
    TABLE,
)


class Marked(StrEnum):
    """A mark that says yes or no to whatever its heading asks."""

    YES = "yes"
    NO = "no"


# "Not known" and the like as the whole of a status: nobody knows yet, which is not that the student never came.
NOT_KNOWN = re.compile(
    r"(?:(?:status|situation|outcome|enrolment|student|currently|current|still|as yet|is|at present) )*"
    r"(?:unknown|not (?:yet |currently )?(?:known|confirmed|sure)|unsure|uncertain|n k|nk|tbc|tbd|tba|we (?:do not|dont) know"
    r"|to be (?:confirmed|advised|announced|determined|decided)|no (?:information|info|news|update|data|details)"
    r"(?: (?:held|given|available))?|nothing (?:known|heard))"
    r"(?: (?:yet|currently|current situation|as yet|at (?:present|this time|the moment|this stage)))*"
)
APPLIED_FOR = re.compile("|".join(OF_AN_APPLICATION))
COMPILED = tuple((said, re.compile("|".join(patterns))) for said, patterns in TABLE)

YES = frozenset({"y", "yes", "true", "t", "1", "ok", "✓", "✔", "☑", "✅", "√", "ü", "þ", "\uf0fc", "ticked", "yep"})
NO = frozenset({"n", "no", "false", "f", "0", "✗", "✘", "☒", "❌", "✖", "nope", "none"})
CROSSES = frozenset({"x", "×"})
EMPTY = frozenset({"", "-", "n a", "na", "?", "??", "☐"})

# Completion status of the individualised learner record, and letters that college systems print.
COMPLETION_CODES = {"1": Said.PRESENT, "2": Said.LEFT, "3": Said.LEFT, "6": Said.LEFT}
COMPLETION = re.compile(r"\bcomp(?:let|stat| |$)")
LETTERS = (
    dict.fromkeys("e c en enr enrl cur curr act reg att con".split(), Said.PRESENT)
    | dict.fromkeys("w l wdr wth wdl lvr lft trf xfr".split(), Said.LEFT)
    | dict.fromkeys("ns nst ne".split(), Said.NOT_HERE)
)
INTENDED = re.compile(r"\b(?:plan|intend|want|wish|hop|interested|due|expect|coming)")
STILL = re.compile(r"\bstill\b|\bcontinu|\bretain|\bremain")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
SINCE = re.compile(rf"\bsince (?:{MONTH}|half term|enrolment|induction|the start(?: of term)?|autumn|christmas)(?: \d+)?\b|\bin year\b")
LEAVERS = re.compile(r"\bleavers?\b|\bleav(?:es|ing)\b|\bleft\b")
WENT = re.compile("|".join(CAME_AND_WENT))
# What may stand beside "leavers" or "left" where they are the college's and not the school's ("Lower Hodder leavers").
TITLE_WORDS = 8
OF_THE_COLLEGE = frozenset(
    "early course courses our college colleges all list lists students learners have has who already since then".split()
)


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Words in lower case without accents, apostrophes or punctuation; ticks and crosses are kept."""
    bare = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    base = bare.casefold()
    return " ".join(re.sub(r"[^\w\s✓✔☑✅√✗✘☒☐❌✖×?]|_", " ", re.sub(r"['’`]", "", base)).split())


OF_BEING_THERE = re.compile(
    r"\b(?:in|at|on) (?:our|your) (?!area|opinion|view|records?\b)\w|\bknown to (?:us|you)\b"
    r"|^(?:is this |is he |is she )?(?:our|your) (?:student|learner|pupil)s?\b"
)
CHOICES = re.compile(r"\([^()]*[/,|][^()]*\)|\[[^\]]*\]|(?<=\?)\s*[^\s?][^?]*$|(?<=:)\s*\w+(?:\s*[/|,]\s*\w+)+\W*$")


@lru_cache(maxsize=2048)
def said_by_heading(heading: str) -> str | None:
    """What a yes under a heading says, whatever choices it gives for an answer: "Attending? Y / N / Left" asks whether somebody attends."""
    asked = CHOICES.sub(" ", heading)
    told = said_by_words(re.sub(r"(?i)\byou\b", "us", asked if any(map(str.isalpha, asked)) else heading))
    return told or LETTERS.get(plain(asked)) or (Said.PRESENT if OF_BEING_THERE.search(plain(asked)) else None)


def is_not_known(text: str) -> bool:
    """Whether all that is written is that nobody knows: "Unknown", "Not known yet", "TBC"; not "Not known to us"."""
    return NOT_KNOWN.fullmatch(plain(text)) is not None


@lru_cache(maxsize=8192)
def said_by_words(text: str) -> str | None:
    """What words say on their own: present, left, not_here; not_stated where they speak of an application; None if unreadable."""
    words = plain(text)
    if NOT_KNOWN.fullmatch(words):
        return NOT_STATED
    real = HARMLESS.sub(" ", words)
    told = next((said for said, pattern in COMPILED if pattern.search(real)), None)
    return told or (Said.PRESENT if real != words or OF_SOMEBODY.search(words) else None)


@lru_cache(maxsize=8192)
def said_by(text: str, *, heading: str = "", x_means: Marked = Marked.NO) -> str | None:
    """What a cell says under its heading. None where it cannot be read; not_stated where nothing is written."""
    words = plain(text)
    asked = said_by_heading(heading)
    if words in EMPTY:
        # Under "Withdrawn" or "Did not enrol" an empty cell is somebody to whom that did not happen.
        return Said.PRESENT if not words and asked in (Said.LEFT, Said.NOT_HERE) else NOT_STATED
    if NOT_KNOWN.fullmatch(words):
        return NOT_STATED
    if COMPLETION.search(plain(heading)) and words in COMPLETION_CODES:
        return COMPLETION_CODES[words]
    if re.search(rf"\b{BEGINNING}\b", plain(heading)) and re.fullmatch(r"(?:not )?(?:in)?completed?", words):
        words = f"enrolment {words}"  # a complete enrolment, not a completed course
    rest, mark = after_mark(words, x_means)
    told = said_by_words(rest) if rest else None
    if told in (Said.LEFT, Said.NOT_HERE) or (told and mark is None):
        return told
    if mark is not None:
        return said_by_mark(mark, asked, heading)
    if words in LETTERS:
        return LETTERS[words]
    if asked in (Said.LEFT, Said.NOT_HERE) and "reason" in plain(heading):
        return asked  # any reason for leaving is one
    return asked if asked and is_a_day(words) else None


def after_mark(words: str, x_means: Marked) -> tuple[str, Marked | None]:
    """The words behind a yes or no, and that mark: "n withdrew wk 2" is (withdrew wk 2, no)."""
    first, _, rest = words.partition(" ")
    if first in CROSSES and not rest:
        return "", x_means
    if first in YES or first[:1] in YES - {"y", "t", "1"}:
        return rest, Marked.YES
    if first in NO and not re.match(r"no (?:longer|show|record|trace|enrol|appl|such|match|interest)", words):
        return rest, Marked.NO
    return words, None


def said_by_mark(mark: Marked, asked: str | None, heading: str) -> str:
    """Yes and no to the heading's question: no to "Withdrawn?" is here, no to "Still attending?" is left, and to "Accepted?" nothing."""
    words = plain(heading)
    if asked == NOT_STATED and APPLIED_FOR.search(words):
        return NOT_STATED
    if asked in (Said.LEFT, Said.NOT_HERE):
        return asked if mark is Marked.YES else Said.PRESENT
    if mark is Marked.YES:
        return Said.PRESENT
    return Said.LEFT if STILL.search(words) and not INTENDED.search(words) else Said.NOT_HERE


def is_a_day(words: str) -> bool:
    """Whether a status is only a day, as under "Withdrawn" or "Joined"."""
    return (
        re.fullmatch(
            rf"\d{{1,4}} (?:\d{{1,2}}|[a-z]{{3,9}}) \d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}"
            rf"|{MONTH} \d{{1,2}}",
            words,
        )
        is not None
    )


def cross_means(values: Iterable[str | date | None]) -> Marked:
    """What a cross means in a column: no beside ticks or yeses; where it is the only mark, it is the tick."""
    seen = {plain(str(value)) for value in values if value is not None}
    return Marked.NO if seen & YES else Marked.YES


def said_by_title(title: str) -> str | None:
    """What the name of a sheet or a line above a table says of everybody in it: "Did not enrol", "Withdrawn", "Offers declined".

    Nothing where it speaks of two things at once, or of the school's own leavers ("Year 11 leavers 2025").
    """
    words = HARMLESS.sub(" ", plain(title.replace("&", " and ")))
    if WENT.search(words) and len(words.split()) <= TITLE_WORDS and not re.search(r"\band\b", words):
        return Said.LEFT
    if (
        NOT_KNOWN.fullmatch(words)
        or len(words.split()) > TITLE_WORDS
        or (LEAVERS.search(words) and not OF_THE_COLLEGE.issuperset(LEAVERS.sub(" ", SINCE.sub(" ", words)).split()))
    ):
        return None
    never = re.sub("|".join(NEVER_CAME), " ", words)
    told = {said for said, pattern in COMPILED if pattern.search(never)} - {NOT_STATED}
    if never != words:
        told = {Said.NOT_HERE} | (told & {Said.LEFT} if re.search(r"\band\b", words) else set())
    return told.pop() if len(told) == 1 else None
