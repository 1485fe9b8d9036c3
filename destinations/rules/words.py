"""What a row of a return means: said, outcome code, route and level, from its words and the list it stands in (docs/returns.md)."""

import re
from dataclasses import dataclass, field
from datetime import date

from destinations.rules.activities import code_in, code_of_words
from destinations.rules.courses import is_apprenticeship, is_part_time, level_of, route_of_course, tidy
from destinations.rules.outcomes import OUTCOMES, PRE_16, Group, ProviderType, Route, outcome_of_provider, route_of
from destinations.rules.rows import Columns, Problem, ReadRow
from destinations.rules.statements import Said
from destinations.rules.statuses import NO, NOT_STATED, YES, Marked, is_not_known, plain, said_by, said_by_words

PART_TIME_OF = frozenset({"210", "220", "230", "270", "280"})
# Programmes that have a code of their own wherever they are taken.
PROGRAMMES = (("460", r"\bsupported intern"), ("450", r"\btraineeships?\b"))
VAGUE = re.compile(r"^(?:in |at |a |full time )*(?:college|sixth form|6th form|education|eet|learning|study(?:ing)?|student|school|other)$")
STANDARDS = re.compile(r"\bframework\b|\bstandard\b")
TAKES_APPRENTICES = frozenset({ProviderType.TRAINING_PROVIDER, ProviderType.FURTHER_EDUCATION_COLLEGE})
HEADINGS_THAT_TELL = ("full_name", "forename", "start_date", "reference", "level", "employer")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a row takes from its list: the columns, the title that says something of everybody, the list's date and what a cross means."""

    columns: Columns
    said: str | None = None
    title: str = ""
    listed_on: date | None = None
    x_means: Marked = Marked.NO
    by_authority: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row says. `outcome` only with *present*."""

    said: str
    outcome: str | None = None
    route: Route | None = None
    level: str = ""
    problems: tuple[Problem, ...] = field(default=())


def meaning_of(row: ReadRow, listing: Listing, provider_type: str | None) -> Meaning:
    """What a row means. `provider_type` is that of the place it speaks of; None where it names none that we know."""
    said, code, problems = what_is_said(row, listing, provider_type)
    course, level = course_text(row, listing), level_of(row.text("level"), row.text("course"))
    outcome = None
    if said == Said.PRESENT:
        outcome = code or outcome_of_words(row, listing, provider_type)
        if outcome is None:
            problems += (untold(row, listing.columns),)
    route = route_of(outcome, route_of_course(course, level))
    if outcome is None and apprentice(row, listing, provider_type):
        route = Route.APPRENTICESHIP
    return Meaning(said, outcome, route, level, problems)


def what_is_said(row: ReadRow, listing: Listing, provider_type: str | None) -> tuple[str, str | None, tuple[Problem, ...]]:
    """(said, code, problems): a code first, then a status that denies, then words of an activity, then the status, then the list."""
    code, problems = coded(row, listing.columns)
    if code:
        return (code, None, problems) if code == NOT_STATED else (Said.PRESENT, code, problems)
    status = status_of(row, listing)
    if status in (Said.LEFT, Said.NOT_HERE):
        return status, None, problems
    if activity := activity_of(row, status, provider_type):
        return Said.PRESENT, with_programme(activity, row), problems
    said, more = said_in_words(row, listing, status, provider_type)
    return said, None, (*problems, *more)


def activity_of(row: ReadRow, status: str | None, provider_type: str | None) -> str | None:
    """The code of words about an activity, in their own column or where the status should be. Vague words leave it to the place."""
    words = row.text("activity_words")
    if words and not (provider_type and VAGUE.match(plain(words))):
        return code_of_words(words)
    return code_of_words(row.text("status")) if status is None and row.text("status") else None


def said_in_words(row: ReadRow, listing: Listing, status: str | None, provider_type: str | None) -> tuple[str, tuple[Problem, ...]]:
    """(said, problems) of a row without a code: its status, else the words where an activity should be, else its list."""
    columns, words = listing.columns, row.text("activity_words")
    if row.text("status") and (status is None or is_not_known(row.text("status"))):
        return NOT_STATED, (unread(row, columns, "status"),)
    if status == NOT_STATED and said_by_words(row.text("status")) == NOT_STATED:
        return NOT_STATED, (of_an_application(row, columns),)
    if status:
        return status, ()
    if words and not VAGUE.match(plain(words)):
        told = said_by_words(words)
        return (told, ()) if told else (NOT_STATED, (unread(row, columns, "activity_words"),))
    return said_by_list(row, listing, provider_type), ()


def coded(row: ReadRow, columns: Columns) -> tuple[str | None, tuple[Problem, ...]]:
    """The activity code of the row; not_stated where its code is that of a pupil still at school; None where there is none to use."""
    text = row.text("activity_code")
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


def status_of(row: ReadRow, listing: Listing) -> str | None:
    """What the status column says, else what the list's title says of everybody; None where there is neither or it cannot be read."""
    if not listing.columns.has("status"):
        return None
    text = row.text("status")
    if listing.by_authority and is_not_known(text):
        return None  # an authority has a code for that: 810
    told = said_by(text, heading=listing.columns.heading_of("status"), x_means=listing.x_means)
    return listing.said if not text and listing.said and told == NOT_STATED else told


def said_by_list(row: ReadRow, listing: Listing, provider_type: str | None) -> str:
    """Without a word of its own a row says what its list says, else that somebody is there, unless it dates their leaving."""
    if listing.said in (Said.LEFT, Said.NOT_HERE):
        return listing.said
    ended = row.dates.get("end_date")
    if ended and listing.listed_on and ended <= listing.listed_on:
        return Said.LEFT
    if listing.by_authority and provider_type is None and not row.text("provider"):
        return NOT_STATED  # an authority's row without a code, a word or a place says nothing
    return Said.PRESENT


def outcome_of_words(row: ReadRow, listing: Listing, provider_type: str | None) -> str | None:
    """The code of being at a place where no code is given (docs/rule.md)."""
    if apprentice(row, listing, provider_type):
        return "310"
    words = " ".join(tidy(row.text(name)) for name in ("course", "status", "level"))
    if programme := next((code for code, pattern in PROGRAMMES if re.search(pattern, words)), None):
        return programme
    code = outcome_of_provider(provider_type) if provider_type else None
    if code in PART_TIME_OF and is_part_time(row.text("course"), row.text("status"), row.text("level")):
        return "250"
    return code


def with_programme(code: str, row: ReadRow) -> str:
    """An apprenticeship anywhere is 310, also where the words of the activity say only college or work."""
    taken = OUTCOMES[code].group in (Group.EDUCATION, Group.EMPLOYMENT, Group.TRAINING)
    return "310" if taken and is_apprenticeship(row.text("course"), row.text("status")) else code


def apprentice(row: ReadRow, listing: Listing, provider_type: str | None) -> bool:
    """Whether a row is about an apprentice: its words say so, or its list does, or it names an employer beside a place of training."""
    course, columns = row.text("course"), listing.columns
    heading = columns.heading_of("course")
    if plain(course) in NO and is_apprenticeship(heading):
        return False
    if is_apprenticeship(course, row.text("status"), row.text("level"), row.text("activity_words")):
        return True
    if is_apprenticeship(listing.title) and not re.search(r"\band\b|full time|college", tidy(listing.title)):
        return True
    if course and (is_apprenticeship(heading) or STANDARDS.search(plain(heading))):
        return True
    if any(is_apprenticeship(columns.heading_of(name)) for name in HEADINGS_THAT_TELL):
        return True
    hosts = re.search(r"placement|host|intern", plain(columns.heading_of("employer")))
    further = route_of_course(course) in (Route.A_LEVEL, Route.T_LEVEL, Route.MIXED)
    return bool(row.text("employer")) and provider_type in TAKES_APPRENTICES and not hosts and not further


def course_text(row: ReadRow, listing: Listing) -> str:
    """The course, or nothing where the column only answers yes or no."""
    course = row.text("course")
    return "" if plain(course) in YES | NO else course


def unread(row: ReadRow, columns: Columns, name: str) -> Problem:
    text = row.text(name)
    return Problem(columns.called(name), text, f"“{text}” does not say whether the student is there, left or never came.")


def of_an_application(row: ReadRow, columns: Columns) -> Problem:
    text = row.text("status")
    return Problem(columns.called("status"), text, f"“{text}” speaks of an application, not of a place taken up.")


def untold(row: ReadRow, columns: Columns) -> Problem:
    name = "activity_words" if columns.has("activity_words") else "provider" if columns.has("provider") else "course"
    message = "The student is there, but neither the row nor the type of provider says what they do. Give the provider a type."
    return Problem(columns.called(name), row.text(name), message)
