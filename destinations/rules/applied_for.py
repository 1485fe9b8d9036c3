"""What a row says of an application, where it or its list is about one (docs/returns.md)."""

import re
from collections.abc import Mapping

from destinations.rules.application_words import NO_APPLICATION_MADE, application_of
from destinations.rules.applications import ApplicationState
from destinations.rules.listings import Listing, recalled
from destinations.rules.marks import Ticked, no_to
from destinations.rules.meanings import Spoken
from destinations.rules.remembered import OF_AN_APPLICATION, recall
from destinations.rules.rows import ReadRow
from destinations.rules.statuses import NOT_STATED, Marked, after_mark, is_not_known, plain

ABOUT_AN_APPLICATION = re.compile(
    r"\boffer|\bappli(?:ed|cation|cant)|\binterview|\baccepted\b|\bconditional|\bwait(?:ing)? ?list|\b(?:uf|cf)\b|\breserve list"
)


def what_is_applied_for(row: ReadRow, listing: Listing, spoken: Spoken, marks: Ticked) -> Mapping[str, str] | None:
    """What the row says of an application, as plain values. What a person said that its words mean is believed before all else."""
    put_right = by_hand(row, listing, marks)
    words = [] if "status" in put_right else words_about_one(row, listing)
    words += [heading for heading in marks.headings if heading not in put_right and ABOUT_AN_APPLICATION.search(plain(heading))]
    if not words and "status" not in put_right and spoken.said == NOT_STATED and not is_not_known(row.text("status")):
        words = [row.text("status")]
    found = application_of(row, listing.listed_on, *words, put_right=put_right)
    if found is None and NO_APPLICATION_MADE.search(plain(row.text("application_status"))):
        return None
    if found is None and listing.applicants and spoken.said == NOT_STATED and not spoken.problems and not put_right:
        return {"state": str(ApplicationState.SENT)}
    return found


def by_hand(row: ReadRow, listing: Listing, marks: Ticked) -> dict[str, str]:
    """What a person said of an application, by column or ticked heading: a state, or `NO_APPLICATION`."""
    columns = {name: recalled(row, listing, name) for name in ("status", *OF_AN_APPLICATION)}
    told = columns | {words: recall(listing.remembered, "marked", words) for words in (*marks.headings, *map(no_to, marks.denied))}
    return {name: meaning.application for name, meaning in told.items() if meaning and meaning.application}


def words_about_one(row: ReadRow, listing: Listing) -> list[str]:
    """The row's status, where it is sure to speak of an application."""
    text = asked_and_ticked(row, listing) or row.text("status")
    return [text] if listing.of_applications or listing.early or ABOUT_AN_APPLICATION.search(plain(text)) else []


def asked_and_ticked(row: ReadRow, listing: Listing) -> str:
    """The heading of a status that only says yes to it, where it asks about an application: "Accepted?"; else ""."""
    heading = listing.columns.heading_of("status")
    yes = after_mark(plain(row.text("status")), listing.x_means) == ("", Marked.YES)
    return heading if yes and ABOUT_AN_APPLICATION.search(plain(heading)) else ""
