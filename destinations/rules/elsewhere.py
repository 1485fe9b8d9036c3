"""Where a provider says somebody went instead: a note and a lead for us, never an outcome (docs/returns.md)."""

import re
from functools import lru_cache

from destinations.rules.activities import code_of_words
from destinations.rules.names import normalise
from destinations.rules.places import KINDS, SITES
from destinations.rules.statuses import plain, said_by_words

KIND = re.compile(r"\b(?:college|sixth form|6th form|school|academy|university|training|tertiary|institute|utc)\b", re.I)
AT = re.compile(
    r"\b(?:enrolled|enroled|studying|attending|started|starting|joined|now|is|accepted|place) (?:a place )?(?:at"
    r"|with) (.+)",
    re.I,
)
WENT = re.compile(
    r"\b(?:transferred|transfer|moved|gone|went|goes|going|left|chose|chosen|choosing|took a place|accepted a place|now|enrolled"
    r"|studying|attending"
    r"|started|starting|doing|staying|stayed)(?: on)? (?:(?:to go|to start|to do|to attend|to join|to|for|into|at|with|in) )+(.+)",
    re.I,
)
NOW = re.compile(r"\bnow (?:in |at |an? )?(.+)", re.I)
AFTER_SIGN = re.compile(r"\s[-–—]\s*|[(:;,/]\s*")
TIMES = re.compile(
    r"^(?:early|late|mid|week|wk|the end|half|term|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d|a few|one|two|our"
    r"|this|us)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def elsewhere_in(text: str) -> str:
    """The place or the life that words about leaving or not coming name: "Transferred to Rosehall College" → Rosehall College; else ""."""
    if found := WENT.search(text):
        where = found[1].strip(" .,;:)-–")
        if where and not TIMES.match(where):
            return where[:200]
    if (found := NOW.search(text)) and code_of_words(found[1]):
        return found[1].strip(" .,;:)-–")[:200]
    for part in AFTER_SIGN.split(text)[1:]:
        named = part.strip(" .,;:)-–")
        if KIND.search(named) or (code_of_words(named) and said_by_words(named) is None):
            return named[:200]
    return ""


@lru_cache(maxsize=4096)
def is_at_another_place(text: str, own_names: frozenset[str]) -> bool:
    """Whether a provider's own word for being there names another place: "Enrolled at Rosehall College" on Cardwell's list."""
    found = AT.search(text)
    if found is None or not own_names or KIND.search(found[1]) is None:
        return False
    theirs = telling(found[1])
    return bool(theirs) and not any(theirs & telling(own) for own in own_names) and "elsewhere" not in plain(text)


def telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others of its kind."""
    return frozenset(normalise(name).split()) - KINDS - SITES - {"our", "a", "an", "us"}
