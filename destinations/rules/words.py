"""What a row of a return means: said, outcome code, route and level, from its words and the list it stands in (docs/returns.md)."""

import re
from dataclasses import replace

from destinations.rules.activities import code_in, code_of_words
from destinations.rules.application_words import state_of_words
from destinations.rules.applications import ENDED, ApplicationState
from destinations.rules.applied_for import what_is_applied_for
from destinations.rules.codes import apprentice, course_text, outcome_of_words, with_programme
from destinations.rules.courses import is_apprenticeship, level_of, route_of_course
from destinations.rules.elsewhere import elsewhere_in, is_at_another_place
from destinations.rules.listings import Listing, recalled
from destinations.rules.marks import Ticked, no_to, ticked
from destinations.rules.meanings import Meaning, Spoken
from destinations.rules.outcomes import OUTCOME_OF_PROVIDER, OUTCOMES, PRE_16, Group, Route, route_of
from destinations.rules.places import is_an_activity, is_done_at, names_a_place
from destinations.rules.remembered import LONGEST_TOLD, TELLING_COLUMNS, TICKED_TOO, recall
from destinations.rules.rows import Problem, ReadRow
from destinations.rules.said_besides import DENIED, denied_in_a_comment, left_in_year, left_since, of_the_first_day
from destinations.rules.statements import Said
from destinations.rules.status_phrases import ENROLLED_TOO, ENROLMENT_DONE, NOT_STATED
from destinations.rules.statuses import (
    is_not_known,
    plain,
    said_by,
    said_by_words,
)
from destinations.rules.told_beside import kind_of_heading
from destinations.rules.unread import of_an_application, unmarked, unread, untold

VAGUE = re.compile(
    r"^(?:in |at |on |an? |full time |attending |enrolled |studying |16 ?1[89] )*"
    r"(?:study programmes?|learners?|programme|classroom(?: based)?|college|sixth form|6th form|education|eet|learning"
    r"|study(?:ing)?|student|school|other)$"
)
NOW = re.compile(r"\b(?:now|currently|neet)\b")
ENROLLED = re.compile(rf"{ENROLLED_TOO}|{ENROLMENT_DONE}|\bon (?:programme|course)\b|\bwith us\b|\bin attendance\b")
PLACES_OF_STUDY = frozenset({"210", "220", "230", "240", "280"})
BLANK_TELLS = ("status", "application_status", "offer", "interview")


def meaning_of(row: ReadRow, listing: Listing, provider_type: str | None) -> Meaning:
    """What a row means. `provider_type` is that of the place it speaks of; None where it names none that we know."""
    marks = ticks(row, listing)
    row = replace(row, marks_ticked=marks.headings) if marks.headings else row
    spoken = what_is_said(row, listing, provider_type, marks)
    application = None if spoken.doubt else what_is_applied_for(row, listing, spoken, marks)
    if application and speaks_only_of_it(row, listing, spoken):
        spoken = Spoken(NOT_STATED)
    if application and spoken.said == Said.PRESENT and application["state"] not in ENDED:
        application = {**application, "state": str(ApplicationState.ACCEPTED)}  # somebody enrolled took the place
    outcome, problems = None, spoken.problems
    if spoken.said == Said.PRESENT:
        outcome = spoken.code or outcome_of_words(row, listing, provider_type)
        problems += () if outcome else (untold(row, listing.columns),)
    level = level_told(row, listing)
    route = route_of(outcome, route_told(row, listing, level))
    if outcome is None and was_apprentice(row, listing, provider_type, spoken):
        route = Route.APPRENTICESHIP
    told, lead = told_in(row, listing, marks), lead_of(row, listing, spoken)
    away = spoken.said == Said.PRESENT and not is_done_at(spoken.code, provider_type)
    return Meaning(spoken.said, outcome, route, level, problems, application, told, lead, spoken.doubt, away)


def was_apprentice(row: ReadRow, listing: Listing, provider_type: str | None, spoken: Spoken) -> bool:
    """Whether what somebody left, or never began, was an apprenticeship: one that they left for is elsewhere."""
    if spoken.said in DENIED and is_apprenticeship(row.text("status")):
        row = replace(row, texts={**row.texts, "status": ""})
    return apprentice(row, listing, provider_type)


def lead_of(row: ReadRow, listing: Listing, spoken: Spoken) -> str:
    """Where somebody went instead, in its own column or in what a provider's status tells of it."""
    by_status = spoken.said in DENIED and not listing.by_authority
    return (row.text("went_elsewhere") or (elsewhere_in(row.text("status")) if by_status else ""))[:200]


def what_is_said(row: ReadRow, listing: Listing, provider_type: str | None, marks: Ticked) -> Spoken:
    """A code first, then a status that denies, then words of an activity, then the status, then the list."""
    code, problems = coded(row, listing)
    if code:
        return Spoken(code, None, problems) if code == NOT_STATED else Spoken(Said.PRESENT, code, problems)
    status = status_of(row, listing, marks, provider_type)
    if (status == Said.PRESENT and left_since(row, listing)) or (status == Said.NOT_HERE and left_in_year(row, listing)):
        status = Said.LEFT
    if status in DENIED and not (listing.by_authority and tells_of_now(row.text("status"))):
        return Spoken(status or "", None, problems)
    if activity := activity_of(row, listing, status, provider_type, marks):
        return Spoken(Said.PRESENT, with_programme(activity, row), problems)
    if marks.contradict:
        return contradicted(marks)
    said, more = said_in_words(row, listing, status, provider_type, marks)
    return Spoken(said, None, (*problems, *more))


def tells_of_now(text: str) -> bool:
    """Whether words that deny something say what somebody does since: "left college, now working", "not employed"."""
    code = code_of_words(text)
    return code is not None and (NOW.search(plain(text)) is not None or OUTCOMES[code].group is Group.NEET)


def coded(row: ReadRow, listing: Listing) -> tuple[str | None, tuple[Problem, ...]]:
    """The activity code of the row; not_stated where its code is that of a pupil still at school; None where there is none to use."""
    columns, text = listing.columns, row.text("activity_code")
    if (told := recall(listing.remembered, "activity_code", text)) and (told.outcome or told.said):
        return told.outcome or (NOT_STATED if told.said == NOT_STATED else None), ()
    code = code_in(text) if text else None
    if code in OUTCOMES:
        return code, ()
    if code in PRE_16:
        message = f"{code} is a code for pupils of school age, so it does not say where a leaver is."
        return NOT_STATED, (Problem(columns.called("activity_code"), text, message),)
    if text:
        worded = code_of_words(text)
        message = f"“{text}” is not an activity code."
        return worded, () if worded else (Problem(columns.called("activity_code"), text, message),)
    return None, ()


def tells_another_place(text: str, said: str | None, listing: Listing, provider_type: str | None) -> bool:
    """Whether a provider's word names another place than its own, or another kind of place: "sixth form" on a training provider's list."""
    if said == Said.PRESENT:
        return is_at_another_place(text, listing.own_names)
    own, code = OUTCOME_OF_PROVIDER.get(provider_type or ""), code_of_words(text) if said is None and text else None
    return own is not None and code in PLACES_OF_STUDY and code != own and not VAGUE.match(plain(text))


def status_of(row: ReadRow, listing: Listing, marks: Ticked, provider_type: str | None) -> str | None:
    """What the status column says, else the ticks, else what the list's title says of everybody; None where nothing can be read."""
    text = row.text("status")
    if (told := recalled(row, listing, "status")) and told.said:
        return told.said
    if not text and marks.said and not marks.contradict:
        return marks.said
    if not listing.columns.has("status"):
        return None
    if not text and kind_of_heading(listing.columns.heading_of("status")) == "comment":
        return None  # nothing to remark
    if listing.by_authority and is_not_known(text):
        return None  # an authority has a code for that: 810
    told_by = said_by(text, heading=listing.columns.heading_of("status"), x_means=listing.x_means)
    if not listing.by_authority and tells_another_place(text, told_by, listing, provider_type):
        return Said.NOT_HERE
    return listing.said if not text and listing.said and told_by == NOT_STATED else told_by


def activity_of(row: ReadRow, listing: Listing, status: str | None, provider_type: str | None, marks: Ticked) -> str | None:
    """The code of words about an activity, in their own column or where the status should be. Vague words leave it to the place."""
    for name in ("status", "activity_words"):
        told = recalled(row, listing, name)
        if told and told.said and (told.outcome or name == "activity_words"):
            return told.outcome
    if marks.code and not row.text("status"):
        return marks.code
    words = row.text("activity_words")
    if words and not (provider_type and VAGUE.match(plain(words))) and not (status == Said.PRESENT and of_the_first_day(listing)):
        return code_of_words(words)
    status_words = row.text("status")
    if not listing.by_authority and (where := activity_for_a_place(row, listing)):
        return code_of_words(where)
    if provider_type and VAGUE.match(plain(status_words)):
        return None
    if status is None or listing.by_authority:
        return code_of_words(status_words or activity_for_a_place(row, listing)) if status_words or not words else None
    return None


def activity_for_a_place(row: ReadRow, listing: Listing) -> str:
    """What is written where the place should be, if that is an activity: "In FE college", "NEET", "Apprenticeship at Ribble Motors"."""
    where = row.text("provider")
    if listing.by_authority:
        return "" if names_a_place(where) else where
    return where if is_an_activity(where, listing.columns.heading_of("provider")) else ""


def said_in_words(
    row: ReadRow, listing: Listing, status: str | None, provider_type: str | None, marks: Ticked
) -> tuple[str, tuple[Problem, ...]]:
    """(said, problems) of a row without a code: its status, else the words where an activity should be, else its list."""
    columns, text, words = listing.columns, row.text("status"), row.text("activity_words")
    if (corrected := recalled(row, listing, "status")) and corrected.said:
        return corrected.said, ()
    if text and VAGUE.match(plain(text)) and status is None and provider_type:
        return Said.PRESENT, ()
    if text and (status is None or is_not_known(text)):
        return NOT_STATED, (unread(row, columns, "status"),)
    if status == NOT_STATED and said_by_words(text) == NOT_STATED:
        return NOT_STATED, (of_an_application(row, columns),)
    if status:
        return status, ()
    if (told := recalled(row, listing, "activity_words")) and told.said:
        return told.said, ()
    if words and not VAGUE.match(plain(words)):
        said = said_by_words(words)
        return (said, ()) if said else (NOT_STATED, (unread(row, columns, "activity_words"),))
    if row.marks_asked and not marks.headings and not listing.said:
        return NOT_STATED, (unmarked(row),)
    return said_by_list(row, listing, provider_type), ()


def said_by_list(row: ReadRow, listing: Listing, provider_type: str | None) -> str:
    """Without a word of its own a row says what its list says, else that somebody is there, unless it dates their leaving."""
    if listing.said in DENIED:
        return listing.said or ""
    ended, started = row.dates.get("end_date"), row.dates.get("start_date")
    if ended and listing.listed_on and ended <= listing.listed_on:
        return Said.LEFT
    if why := row.text("why_left"):
        return Said.NOT_HERE if said_by_words(why) == Said.NOT_HERE else Said.LEFT
    if denied := denied_in_a_comment(row.text("comment")):
        return denied
    if listing.by_authority and provider_type is None and not row.text("provider"):
        return NOT_STATED  # an authority's row without a code, a word or a place says nothing
    if listing.applicants and listing.said != Said.PRESENT and not (started and listing.listed_on and started <= listing.listed_on):
        return NOT_STATED
    return Said.PRESENT


def ticks(row: ReadRow, listing: Listing) -> Ticked:
    return ticked(
        row.marks,
        row.marked_on,
        listing.remembered,
        x_means=listing.cross_in_marks,
        by_authority=listing.by_authority,
        asked=row.marks_asked,
        in_turn=listing.in_turn,
    )


def speaks_only_of_it(row: ReadRow, listing: Listing, spoken: Spoken) -> bool:
    """Whether a row about an application says nothing of being anywhere: an enrolled status in the same row wins."""
    if spoken.said == NOT_STATED:
        return True
    text = row.text("status")
    if not text or spoken.code or recalled(row, listing, "status"):
        return False
    about = listing.of_applications or (listing.early and state_of_words(text) is not None)
    return about and ENROLLED.search(plain(text)) is None and state_of_words(text) is not None


def contradicted(marks: Ticked) -> Spoken:
    named = " and ".join(f"“{heading}”" for heading in marks.headings)
    message = f"{named} are ticked, and they contradict one another."
    return Spoken(NOT_STATED, None, (Problem(marks.headings[0], "ticked", message),), message)


def level_told(row: ReadRow, listing: Listing) -> str:
    for name in ("level", "course"):
        if (told := recall(listing.remembered, name, row.text(name))) and told.level:
            return told.level
    return level_of(row.text("level"), row.text("course"))


def route_told(row: ReadRow, listing: Listing, level: str) -> Route | None:
    for name in ("course", "level"):
        if (told := recall(listing.remembered, name, row.text(name))) and told.route:
            return told.route
    return route_of_course(course_text(row), level)


def told_in(row: ReadRow, listing: Listing, marks: Ticked) -> dict[str, str]:
    """The words of the columns that tell something, days left out; with what may mean something where it is left blank."""
    told = {name: row.text(name)[:LONGEST_TOLD] for name in TELLING_COLUMNS if row.text(name) and name not in row.dates}
    told |= {name: "" for name in BLANK_TELLS if listing.columns.has(name) and not row.text(name)}
    if row.marks_asked:
        told["marked"] = TICKED_TOO.join((*marks.headings, *map(no_to, marks.denied)))[:LONGEST_TOLD]
    return told
