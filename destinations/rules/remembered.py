"""What words of one sender mean, where a person has put right what we took them to mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from destinations.rules.outcomes import Route
from destinations.rules.statuses import plain

# The columns whose words tell something, as a person calls them. `marked` holds the heading of a column of ticks.
TELLING_COLUMNS = {
    "activity_code": "Activity code",
    "marked": "Ticked column",
    "status": "Status",
    "activity_words": "Activity",
    "course": "Course",
    "level": "Level",
}


@dataclass(frozen=True, slots=True)
class WordMeaning:
    """What words mean. What is blank is left to the rules; `outcome` only with *present*."""

    said: str = ""
    outcome: str | None = None
    route: Route | None = None
    level: str = ""


Remembered = Mapping[tuple[str, str], WordMeaning]  # (column, normalised words) → meaning


def normalised(words: str) -> str:
    """How words are found again: without case, accents and punctuation. Words of signs alone stay as they are. At most 200 characters."""
    return (plain(words) or " ".join(words.split()))[:200]


def recall(remembered: Remembered, column: str, words: str) -> WordMeaning | None:
    """What a person said these words, or a blank, mean in this column; None where nobody did."""
    return remembered.get((column, normalised(words))) if remembered else None
