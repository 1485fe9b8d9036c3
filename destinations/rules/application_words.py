"""What a list says of an application: its words, its offer, its interview and its dates become a state (docs/returns.md)."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from destinations.rules.applications import ENDED, REACHED, ApplicationState
from destinations.rules.remembered import NO_APPLICATION, OF_AN_APPLICATION
from destinations.rules.rows import Columns, ReadRow
from destinations.rules.statements import Said
from destinations.rules.statuses import EMPTY, NO, NOT_STATED, YES, is_not_known, plain, said_by_words

State = ApplicationState
BY_STUDENT = r"(?:student|applicant|candidate|learner|pupil|family|them|him|her|you)"
BY_PLACE = r"(?:college|us|provider|school|sixth form|university|centre|employer|staff)"
# Read in order. What undoes an application comes first, then what only sounds like an offer, then how far it got, the furthest first.
TABLE: tuple[tuple[ApplicationState, tuple[str, ...]], ...] = (
    (State.TURNED_DOWN, (
        rf"\boffers? (?:was |has been )?(?:withdrawn|rescinded|revoked)|\bdeclined by (?:the |our )?{BY_PLACE}|\bturned down by (?:the "
        rf"|our )?{BY_PLACE}",
        r"\bno offer (?:made|given)\b|\bnot (?:been )?(?:offered|suitable|successful|eligible)|\bunsuccessful|\bunsuitable|\brefused\b",
        r"\bdid(?:nt| not) meet (?:the |our )?(?:entry|grade|condition|require)|\b(?:conditions?|entry requirements?) not met"
        r"|\bcourse (?:full|closed)",
        rf"^rej$|\bappli\w+ (?:was |has been )?(?:rejected|declined|closed)|\brejected by (?:the |our )?{BY_PLACE}",
    )),
    (State.WITHDRAWN, (
        r"\bwithdr\w*|\bwdn?\b|\bw d\b|^w$|\bcancel|\bnot? (?:longer )?(?:interested|proceeding|pursu\w+|require)|\blapsed\b|\bexpired\b",
        r"\b(?:did )?not convert|\bdid not (?:complete|proceed|reply|respond)|\bchanged (?:(?:his|her|their) )?mind",
    )),
    (State.DECLINED, (
        r"\bdeclin|\bturn(?:ed)? (?:it |us |offer |our offer )?down|\bturned down\b|^(?:ud|cd)$|\b(?:accepted|firm\w*|going|gone|place"
        r"|went) (?:\w+ )?elsewhere",
        rf"\b(?:offer|place)s? (?:was |has been )?(?:rejected|refused|not accepted|not taken)|\breject\w* (?:by (?:the )?{BY_STUDENT}"
        rf"|(?:our |the )?(?:offer|place))",
        r"\bchose(?:n)? another|\bdid not accept|\bnot taken up|\banother (?:college|school|provider|sixth|university)",
    )),
    (State.TURNED_DOWN, (r"\breject|^r$",)),
    (State.SENT, (r"\bno offers?\b|\bno interview|\bnot (?:yet )?(?:been )?interviewed|\binterview to be|\b(?:awaiting|pending"
        r"|before) (?:an? )?offer\b",
                  r"\boffer (?:pending|to be made|tbc|awaited)", r"\bnot yet (?:offered|invited)")),
    (State.INTERVIEW, (r"\boffered (?:an? )?interview|\binterview offer|\bawaiting (?:decision|outcome|result)\w* (?:after|of"
        r"|following) interview",)),
    (State.CONDITIONAL, (r"\bconditional\b.*\b(?:not yet|awaiting|to be|pending|no)\b.*(?:accept|repl|respon)",
                         r"\bawaiting (?:student |applicant |their )?(?:repl|respon|accept)\w*.*(?<!un)conditional")),
    (State.UNCONDITIONAL, (r"\bunconditional\b.*\b(?:not yet|awaiting|to be|pending|no)\b.*(?:accept|repl|respon)",)),
    (State.OFFERED, (r"\boffer\w*\b.*\b(?:not yet|awaiting|to be|pending|no)\b.*(?:accept|repl|respon)",
                     r"\bawaiting (?:student |applicant |their )?(?:repl|respon|accept)")),
    (State.ACCEPTED, (
        r"\baccept(?:ed|s|ance)\b|\b(?:due|will|yet|going|expected) to (?:enrol|start|join|attend)|\b(?:pending|awaiting) enrolment"
        r"|\benrolment pending|\bto be enrolled|"
        r"\bwill (?:be )?(?:enrol|start|join|attend)|^to (?:enrol|start)\b|\bstarting\b|\bfirm(?:ed|ly)?\b|^(?:uf|cf)$|\b(?:uf|cf)\b"
        r"|\bplace (?:confirmed|secured|taken|held)"
        r"|\bconfirmed(?: place)?$|\bconditions met|^(?:ucas )?placed\b(?! on)|\bplaced (?:through|in|via) clearing",
    )),
    (State.UNCONDITIONAL, (r"\bunconditional|\buncond\b|^(?:uo|u|ui)$",)),
    (State.CONDITIONAL, (r"\bconditional|\bcond\b|^(?:co|c|ci)$|\binsurance\b",
                         r"\boffer\w*\b.*\b(?:subject to|dependent on|if (?:they|grades?)|provided)\b")),
    (State.OFFERED, (r"\boffer(?:ed|s)?\b",)),
    (State.WAITING, (r"\bwait(?:ing|ed)? ?list|\breserve|\bon hold\b|\bwaitlist",)),
    (State.INTERVIEW, (r"\binterview|\binvited\b|\bassessment (?:day|centre|booked)|\baudition|\btaster\b",)),
    (State.SENT, (
        r"\bappl(?:y|ied|ication|icant)|\bsubmitted\b|\breceived\b|\bpending\b|\bin progress\b|\bawaiting\b|\bunder review\b"
        r"|\bprocessing\b|\bconsider",
        r"\backnowledged\b|^new$|^sent$|\breferenc",
    )),
)  # fmt: skip
COMPILED = tuple((state, re.compile("|".join(patterns))) for state, patterns in TABLE)
COLUMNS = ("application_status", "offer", "applied_date", "interview", "offer_date", "conditions", "choice")
# A column that makes a list one of applicants; a date of application alone stands on many lists of students.
OF_APPLICANTS = ("application_status", "offer", "offer_date", "interview", "conditions", "choice")
OF_STUDENTS = re.compile(r"\benrol|\bstarter|\bon roll\b|\blearners\b|\bleavers\b|\bwithdr")
TITLE = re.compile(r"\bapplica(?:nts?|tions?)\b|\boffers? (?:made|list)\b|\bconditional offers?\b|\binterview(?:s|ees)?\b|\bucas\b")
NOTHING = frozenset({"not invited", "not required", "not needed", "not applicable", "none", "no conditions", "nil", "pending", "tbc"})


REPLY = re.compile(r"\bfirm|\binsurance|\baccept|\bdeclin|^[uc][fid]$")
NO_APPLICATION_MADE = re.compile(
    r"^(?:has |have |had )?(?:not|never|did not|didnt|hasnt|isnt)(?: yet)? appl(?:y|ied|ying)\b|^no (?:ucas )?appli|^unplaced"
    r"|^not (?:through )?ucas"
)


@lru_cache(maxsize=4096)
def state_of_words(text: str) -> ApplicationState | None:
    """How far an application is in words: "Conditional offer", "UF". None where they do not speak of one."""
    words = plain(text)
    if NO_APPLICATION_MADE.search(words):
        return None
    return next((state for state, pattern in COMPILED if pattern.search(words)), None)


def lists_applicants(columns: Columns, title: str) -> bool:
    """Whether a list is one of applicants, by its columns or by what stands above it."""
    words = plain(title)
    return any(columns.has(name) for name in OF_APPLICANTS) or bool(TITLE.search(words) and not OF_STUDENTS.search(words))


def speaks_of_applications(statuses: Iterable[str], *, applicants: bool) -> bool:
    """Whether the words of a status column are mostly about applications, or may be and the list is one of applicants."""
    said = [said_by_words(text) for text in statuses if text and not is_not_known(text)]
    about, there = said.count(NOT_STATED), said.count(Said.PRESENT)
    return about > there or (applicants and bool(said) and there == 0)


def application_of(row: ReadRow, listed_on: date | None, *words: str, put_right: Mapping[str, str] = {}) -> Mapping[str, str] | None:
    """What a row says of an application, as plain values; None where it says nothing of one. `words` are a status that may speak of it.

    A word that ends it decides; otherwise what goes furthest. An offer dated after the list is not made yet. `put_right` is what a person
    said that words of the row mean, by column: it takes the place of those words, and of what days and conditions let one suppose.
    """
    states = [ApplicationState(told) for told in put_right.values() if told != NO_APPLICATION]
    states += [state for text in words if text and (state := state_of_words(text))]
    states += [state for name in OF_AN_APPLICATION if name not in put_right and (state := state_told(row, name, listed_on))]
    if not put_right:
        states += [state for state, holds in SIGNS if holds(row, listed_on)]
    if not states:
        return None
    ended = next((state for state in states if state in ENDED), None)
    state = ended or max(states, key=lambda reached: REACHED[reached])
    days = {"applied_on": "applied_date", "interview_on": "interview", "offered_on": "offer_date"}
    values = {key: row.dates[name].isoformat() for key, name in days.items() if name in row.dates}
    conditions = conditions_in(row.text("conditions")) if put_right.get("conditions", State.CONDITIONAL) == State.CONDITIONAL else ""
    texts = {"conditions": conditions[:300], "choice": row.text("choice")[:100]}
    return {"state": str(state)} | values | {key: text for key, text in texts.items() if text}


def state_told(row: ReadRow, column: str, listed_on: date | None) -> ApplicationState | None:
    """How far an application is by the words of one column of a row. Conditions tell it only where nobody has put anything right."""
    text = row.text(column)
    if column == "conditions" or (column == "interview" and column in row.dates):
        return None
    if column == "offer" and plain(text) in YES | {"x"} and not_made_yet(row, listed_on):
        return None
    return state_in(column, text)


def state_in(column: str, text: str) -> ApplicationState | None:
    """How far an application is by words that stand in a column (of `OF_AN_APPLICATION`); None where they tell nothing of it."""
    words = plain(text)
    if column == "application_status":
        return state_of_words(text)
    if words in NO | EMPTY | NOTHING:
        return None
    if column == "interview":
        return State.INTERVIEW
    if column == "choice":
        return reply_in(text)
    if column == "offer":
        return State.OFFERED if words in YES | {"x"} else state_of_words(text)
    if state_of_words(text) is State.UNCONDITIONAL:
        return State.UNCONDITIONAL
    return State.CONDITIONAL if conditions_in(text) else None


def reply_in(text: str) -> ApplicationState | None:
    """What a student's reply says of an application: "UF", "Firm", "Declined". An insurance choice says that there is an offer, the number
    of a choice nothing."""
    words = plain(text)
    if REPLY.search(words) is None:
        return None
    return State.OFFERED if words.startswith("insurance") else state_of_words(text)


def is_unread(column: str, text: str) -> bool:
    """Whether words of such a column should tell how far an application is, and do not."""
    words = plain(text)
    return column in ("application_status", "offer") and words not in NO | EMPTY | NOTHING and state_in(column, text) is None


def conditions_in(text: str) -> str:
    """What conditions there are: "" where the cell says yes, no, nothing, or that there are none."""
    return "" if plain(text) in YES | NO | EMPTY | NOTHING or state_of_words(text) is State.UNCONDITIONAL else text


def not_made_yet(row: ReadRow, listed_on: date | None) -> bool:
    made = row.dates.get("offer_date")
    return made is not None and listed_on is not None and made > listed_on


# What lets one suppose how far an application is, where no word has been put right.
SIGNS: tuple[tuple[ApplicationState, Callable[[ReadRow, date | None], bool]], ...] = (
    (State.UNCONDITIONAL, lambda row, on: state_in("conditions", row.text("conditions")) is State.UNCONDITIONAL),
    (State.CONDITIONAL, lambda row, on: bool(conditions_in(row.text("conditions")))),
    (State.OFFERED, lambda row, on: "offer_date" in row.dates and not not_made_yet(row, on)),
    (State.INTERVIEW, lambda row, on: "interview" in row.dates),
    (State.SENT, lambda row, on: "applied_date" in row.dates or bool(row.text("applied_date"))),
)
