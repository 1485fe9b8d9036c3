"""What students ask help with, in the words of staff pages. The keys are stored; surveys ask with words of their own."""

from collections.abc import Iterable

HELP_WORDS = {
    "careers_interview": "A careers interview",
    "open_days": "Open days",
    "applications": "Applications",
    "interview_practice": "Interview practice",
    "travel": "Travel",
    "money": "Money or a bursary",
    "support_with_learning": "Support with learning",
    "english_maths": "English or maths",
    "someone_to_talk_to": "Someone to talk to",
}


def in_words(what: Iterable[str]) -> list[str]:
    """The words of these keys, in the order of the table; a key it does not have is shown as it is."""
    asked = set(what)
    unknown = sorted(key.replace("_", " ").capitalize() for key in asked - set(HELP_WORDS))
    return [words for key, words in HELP_WORDS.items() if key in asked] + unknown
