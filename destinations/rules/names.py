"""When two names of a provider are the same name."""

import re
import unicodedata

ABBREVIATIONS = {
    "coll": "college",
    "sch": "school",
    "uni": "university",
    "univ": "university",
    "st": "saint",
    "tech": "technical",
    "acad": "academy",
    "ltd": "limited",
    "6th": "sixth",
    "sfc": "sixth form college",
    "6fc": "sixth form college",
}
SIXTH_FORM = re.compile(r"\b(?:vi|vi ?th|6 ?th|6|sixth)[ -]?form\b")
LONGEST_NAME = 200  # as the database keeps it, both as written and with its abbreviations written out
IDLE = {"the", "of", "and"}


def normalise(name: str) -> str:
    """A provider's name without case, accents, punctuation, idle words and abbreviations: how duplicates are found.

    "The Preston’s Coll." and "Prestons College" are one, as are "VI Form" and "Sixth Form"; a name of idle words alone keeps them.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("&", " and ")) if not unicodedata.combining(c)).casefold()
    spaced = re.sub(r"[^\w\s]|_", " ", re.sub(r"['’`.]", "", plain))
    words = SIXTH_FORM.sub("sixth form", " ".join(spaced.split())).split()
    kept = [ABBREVIATIONS.get(word, word) for word in words if word not in IDLE]
    return " ".join(kept or words)
