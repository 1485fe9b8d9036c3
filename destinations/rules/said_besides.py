"""What stands beside a status and bears on it: a day of leaving, a comment, a job that somebody had on enrolling (docs/returns.md)."""

import re
from datetime import date

from destinations.rules.listings import Listing
from destinations.rules.rows import ReadRow
from destinations.rules.statements import Said
from destinations.rules.statuses import Marked, after_mark, plain, said_by_heading, said_by_words

LEAVING = re.compile(r"\b(?:leave|exit|end|ended|finish(?:ed)?|off roll|dol|terminat\w+)\b")
DENIED = (Said.LEFT, Said.NOT_HERE)
NEVER = r"(?:did ?nt|did not) (?:enrol|start|attend|turn)|never (?:enrolled|started|attended|came|turned)|no show|dns\b|not enrolled"
COMES_FIRST = re.compile(
    r"(?:has |have |was |since |student |learner |now )?"
    rf"(?:{NEVER}|withdr(?:ew|awn)|left(?! (?:a |early|mess|voice|hand))|transferred (?:to|out)|dropped out)"
)


def left_since(row: ReadRow, listing: Listing) -> bool:
    """Whether a yes to having come stands beside a day of leaving that is past: "Enrolled: Y, Withdrawn: 19/09/2025"."""
    text, ended = row.text("status"), row.dates.get("end_date")
    if ended is None or listing.listed_on is None or ended > listing.listed_on or listing.by_authority:
        return False
    mere_yes = after_mark(plain(text), listing.x_means) == ("", Marked.YES) if text else bool(row.marks_ticked)
    return mere_yes and is_of_leaving(listing.columns.heading_of("end_date"))


def left_in_year(row: ReadRow, listing: Listing) -> bool:
    """Whether a no stands beside a day of leaving since term began, so that somebody came and is there no more."""
    ended, listed_on = row.dates.get("end_date"), listing.listed_on
    if ended is None or listed_on is None or listing.by_authority:
        return False
    began = date(listed_on.year - (listed_on.month < 9), 9, 1)
    mere_no = after_mark(plain(row.text("status")), listing.x_means) == ("", Marked.NO)
    return mere_no and began <= ended <= listed_on and is_of_leaving(listing.columns.heading_of("end_date"))


def is_of_leaving(heading: str) -> bool:
    return said_by_heading(heading) == Said.LEFT or LEAVING.search(plain(heading)) is not None


def of_the_first_day(listing: Listing) -> bool:
    """Whether a provider's column of activities is the employment status that learners had when they enrolled."""
    heading = plain(listing.columns.heading_of("activity_words"))
    return not listing.by_authority and heading in ("employment status", "economic status")


def denied_in_a_comment(text: str) -> str | None:
    """What a comment says where nothing else does, if it begins with having left or never having come: "Withdrawn 18/9"."""
    said = said_by_words(text) if COMES_FIRST.match(plain(text)) else None
    return said if said in DENIED else None
