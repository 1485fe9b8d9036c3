"""The activity code of being at a place where a list gives none (docs/returns.md)."""

import re

from destinations.rules.courses import FOUNDATION, PREPARING, heads_apprenticeships, is_apprenticeship, is_part_time, route_of_course, tidy
from destinations.rules.listings import Listing
from destinations.rules.outcomes import OUTCOMES, Group, ProviderType, Route, outcome_of_provider
from destinations.rules.remembered import recall
from destinations.rules.rows import ReadRow
from destinations.rules.statuses import NO, YES, plain

PART_TIME_OF = frozenset({"210", "220", "230", "270", "280"})
# Programmes that have a code of their own wherever they are taken.
PROGRAMMES = (("460", r"\bsupported intern"), ("450", r"\btraineeships?\b"))
NO_STANDARD = re.compile(rf"\bstudy program|{FOUNDATION.pattern}|{PREPARING.pattern}")
STANDARDS = re.compile(r"\bframework\b|\bstandard\b")
TAKES_APPRENTICES = frozenset({ProviderType.TRAINING_PROVIDER, ProviderType.FURTHER_EDUCATION_COLLEGE})
LONGEST_WEEK, SHORTEST_YEAR = 40, 100
HEADINGS_THAT_TELL = ("full_name", "forename", "start_date", "reference", "level")
IF_ONE = re.compile(r"\bif\b|\bwhere applicable\b|\bonly\b")
# Programme types and funding models of the individualised learner record that are apprenticeships, and how lists shorten the word.
PROGRAMME_TYPES = re.compile(
    r"^prog\w* ?type: (?:2|3|10|2[0-35])$|^fund\w* ?model: (?:36|81)$"
    r"|: (?:(?:\d\d|plus|adult) )*(?:app|apps|appr|aps)(?: (?:\d\d|plus|adult))*$"
    r"|: (?:\w+ ){0,3}standard$"
)


def outcome_of_words(row: ReadRow, listing: Listing, provider_type: str | None) -> str | None:
    """What a person said the course means, else an apprenticeship, else a programme, else what the type of the place says."""
    if (told := recall(listing.remembered, "course", row.text("course"))) and told.outcome:
        return told.outcome
    if apprentice(row, listing, provider_type):
        return "310"
    words = " ".join(tidy(row.text(name)) for name in ("course", "status", "level"))
    if programme := next((code for code, pattern in PROGRAMMES if re.search(pattern, words)), None):
        return programme
    code = outcome_of_provider(provider_type) if provider_type else None
    part_time = is_part_time(row.text("course"), row.text("status"), row.text("level"), *mode_and_hours(row), *row.marks_ticked)
    return "250" if code in PART_TIME_OF and part_time else code


def mode_and_hours(row: ReadRow) -> tuple[str, str]:
    """The mode, where PT is part time; and the hours in words: up to 40 are taken for a week's, from 100 for a year's."""
    mode = re.sub(r"(?i)^p\W?t\b", "part time", row.text("mode").strip())
    number = re.match(r"\d{1,4}(?=\D|$)", row.text("hours"))
    hours = int(number[0]) if number else 0
    span = "week" if 0 < hours <= LONGEST_WEEK else "year" if hours >= SHORTEST_YEAR else ""
    return mode, f"{hours} hours a {span}" if span else ""


def with_programme(code: str, row: ReadRow) -> str:
    """An apprenticeship anywhere is 310, also where the words of the activity say only college or work."""
    taken = OUTCOMES[code].group in (Group.EDUCATION, Group.EMPLOYMENT, Group.TRAINING)
    return "310" if taken and is_apprenticeship(row.text("course"), row.text("status")) else code


def apprentice(row: ReadRow, listing: Listing, provider_type: str | None) -> bool:
    """Whether a row is about an apprentice: its words say so, or its list does, or it names an employer beside a place of training."""
    course, columns = row.text("course"), listing.columns
    heading = columns.heading_of("course")
    if plain(course) in NO and heads_apprenticeships(heading):
        return False
    if asked := row.text("apprentice"):
        return plain(asked) in YES or is_apprenticeship(asked)
    if programme := row.text("programme"):
        return (
            is_apprenticeship(programme, course)
            or PROGRAMME_TYPES.search(f"{plain(columns.heading_of('programme'))}: {plain(programme)}") is not None
        )
    if is_apprenticeship(course, row.text("status"), row.text("level"), row.text("activity_words")):
        return True
    if is_apprenticeship(listing.title) and not re.search(r"\band\b|full time|college", tidy(listing.title)):
        return True
    if course and (heads_apprenticeships(heading) or (STANDARDS.search(plain(heading)) and not NO_STANDARD.search(tidy(course)))):
        return True
    if any(heads_apprenticeships(columns.heading_of(name)) for name in HEADINGS_THAT_TELL):
        return True
    if heads_apprenticeships(columns.heading_of("employer")) and not IF_ONE.search(plain(columns.heading_of("employer"))):
        return True
    hosts = re.search(r"placement|host|intern", plain(columns.heading_of("employer")))
    further = route_of_course(course) in (Route.A_LEVEL, Route.T_LEVEL, Route.MIXED)
    return bool(row.text("employer")) and provider_type in TAKES_APPRENTICES and not hosts and not further


def course_text(row: ReadRow) -> str:
    """The course, or nothing where the column only answers yes or no."""
    course = row.text("course")
    return "" if plain(course) in YES | NO else course
