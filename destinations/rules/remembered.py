"""What words of one sender mean, where a person has put right what we took them to mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import Route
from destinations.rules.statements import Said
from destinations.rules.statuses import plain

# The columns whose words tell something, as a person calls them. `marked` holds the heading of a column of ticks.
TELLING_COLUMNS = {
    "activity_code": "Activity code",
    "marked": "Ticked column",
    "status": "Status",
    "application_status": "How far the application is",
    "offer": "Offer",
    "interview": "Interview",
    "conditions": "Conditions of the offer",
    "choice": "Choice or reply",
    "activity_words": "Activity",
    "course": "Course",
    "level": "Level",
}
# Those that tell of an application alone; a status or a ticked column may tell of one too.
OF_AN_APPLICATION = ("application_status", "offer", "interview", "conditions", "choice")
NO_APPLICATION, NOTHING_OF_IT = "nothing", "Nothing of an application"
TICKED_TOO = " + "  # between the headings of several ticked columns
LONGEST_TOLD = 500  # letters of a cell that are kept to be shown


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """What words mean. What is blank is left to the rules; `outcome` only with *present*.

    `application` is a state of an application, or `NO_APPLICATION`.
    """

    said: str = ""
    outcome: str | None = None
    route: Route | None = None
    level: str = ""
    application: str = ""


Remembered = Mapping[tuple[str, str], WordMeaning]  # (column, normalised words) → meaning


def normalised(words: str) -> str:
    """How words are found again: without case, accents and punctuation. Words of signs alone stay as they are. At most 200 characters."""
    return (plain(words) or " ".join(words.split()))[:200]


def recall(remembered: Remembered, column: str, words: str) -> WordMeaning | None:
    """What a person said these words, or a blank, mean in this column; None where nobody did."""
    return remembered.get((column, normalised(words))) if remembered else None


def what_is_wrong(meaning: WordMeaning) -> dict[str, str] | str:
    """Why a meaning cannot be: a sentence, by field where one is at fault; "" where nothing is wrong."""
    if meaning == WordMeaning():
        return "Say what these words mean, or leave the page as it is."
    if meaning.outcome and meaning.said not in ("", Said.PRESENT):
        return {"outcome": "Only somebody who is present does something there. Leave this to the rules, or choose “Present”."}
    if meaning.said == Said.PRESENT and meaning.application not in ("", NO_APPLICATION, ApplicationState.ACCEPTED):
        return {"application": "Somebody who is present has taken the place up. Leave this to the rules, or choose “Not stated”."}
    return ""
