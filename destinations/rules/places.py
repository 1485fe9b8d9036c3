"""The establishment a row names, found in the school's register; and what a new one is likely to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from destinations.rules.activities import code_of_words
from destinations.rules.names import normalise
from destinations.rules.outcomes import OUTCOMES, Group, ProviderType
from destinations.rules.statuses import plain

ALIKE = 92  # of 100: one or two letters in a name of ordinary length
NOWHERE = frozenset(
    {"", "n a", "na", "none", "nil", "unknown", "not known", "no establishment", "not applicable", "tbc", "neet", "other", "blank"}
)

KINDS = frozenset(
    "college sixth form school high academy university tertiary further education training provider centre limited main campus site"
    " partnership skills group post 16 specialist special".split()
)

SITES = frozenset({"main", "campus", "site", "centre"})

# What is written of an activity where a place should stand: words of these and of kinds of place alone name none.
ACTIVITY = frozenset(
    "in at on an or the of to for with without no not full time part job work working employment employed self apprenticeship apprentice"
    " traineeship education studying neet eet he fe known unknown can t cant cannot contact contacted seeking looking other available"
    " ill health gap year volunteering custody currently home provider".split()
)

OF_DESTINATIONS = re.compile(r"\b(?:dest|destinations?|where|now|current|next)\b")
ACTIVITY_FIRST = re.compile(
    r"(?:(?:an?|the|in|on|doing|started|starting|advanced|higher|degree|level \d|full time|part time|paid|seeking|looking for|now) )*"
    r"(?:apprentic\w*|employ\w*|work(?:ing)?|jobs?|gap year|year out|unemployed|neet|volunteer\w*|voluntary|traineeship|armed forces"
    r"|stay(?:s|ed|ing)?|remain\w*|still|(?:year|yr|y) ?1[234]|return(?:s|ed|ing)? to|army|navy|raf|self employ\w*|unknown|not known)\b"
)

TYPE_OF_CODE = {
    "210": ProviderType.SCHOOL_SIXTH_FORM, "220": ProviderType.SIXTH_FORM_COLLEGE, "230": ProviderType.FURTHER_EDUCATION_COLLEGE,
    "240": ProviderType.UNIVERSITY, "280": ProviderType.SPECIAL_POST_16,
}  # fmt: skip
TYPE_OF_WORDS: tuple[tuple[ProviderType, str], ...] = (
    (ProviderType.UNIVERSITY, r"\buniversity\b(?! technical| college school)"),
    (ProviderType.SIXTH_FORM_COLLEGE, r"\bsixth form college\b"),
    (ProviderType.SCHOOL_SIXTH_FORM, r"\bsixth form\b|\bschool\b|\bacademy\b|\bgrammar\b|\butc\b|\buniversity technical college\b"),
    (ProviderType.TRAINING_PROVIDER, r"\btraining\b|\bskills\b|\blearning\b|\bapprentic"),
    (ProviderType.FURTHER_EDUCATION_COLLEGE, r"\bcollege\b|\btertiary\b"),
)


NOWHERE_GROUPS = frozenset({Group.NEET, Group.NOT_KNOWN, Group.OTHER})
GAP_YEAR = "260"
_WORK = frozenset(code for code, outcome in OUTCOMES.items() if outcome.group is Group.EMPLOYMENT)
_TRAINING = frozenset(code for code, outcome in OUTCOMES.items() if outcome.group is Group.TRAINING) - {"460"}
# What is plainly done at another place than one of this type, however its own list says it.
NOT_DONE_AT = {
    ProviderType.SCHOOL_SIXTH_FORM: _WORK | _TRAINING | {"220", "230", "240", "290", "310"},
    ProviderType.SIXTH_FORM_COLLEGE: _WORK | _TRAINING | {"230", "240", "290", "310"},
    ProviderType.FURTHER_EDUCATION_COLLEGE: _WORK | {"210", "290"},
    ProviderType.UNIVERSITY: _WORK | _TRAINING | {"210", "220", "230", "290"},
    ProviderType.TRAINING_PROVIDER: frozenset({"210", "220", "230", "240", "290"}),
}


def is_done_at(code: str | None, provider_type: str | None) -> bool:
    """Whether somebody can do this at a place of such a type. NEET, not known and a gap year are done at no place."""
    if code not in OUTCOMES:
        return True
    if OUTCOMES[code].group in NOWHERE_GROUPS or code == GAP_YEAR:
        return False
    return code not in NOT_DONE_AT.get(provider_type or "", ())  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Place:
    """A provider as the rules see it. `id` is None for one that is not in the register yet."""

    id: int | None
    name: str
    type: str

    @property
    def is_new(self) -> bool:
        return self.id is None


@dataclass(frozen=True, slots=True)
class Found:
    """What came of looking a name up. `guessed` where the name is only nearly one in the register."""

    place: Place | None
    guessed: bool = False


def find_place(name: str, register: Mapping[str, Place]) -> Found:
    """The provider of `register` (by normalised name) that goes by `name`: the same however written, else the only one nearly so."""
    wanted = normalise(name)
    if plain(name) in NOWHERE:
        return Found(None)
    if wanted in register:
        return Found(register[wanted])
    near = process.extract(wanted, list(register), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    places = {register[found[0]] for found in near} or shortened(name, register)
    return Found(places.pop(), guessed=True) if len(places) == 1 else Found(None)


def shortened(name: str, register: Mapping[str, Place]) -> set[Place]:
    """The providers of whose names this is a shorter form: the same telling words, and none about its kind that theirs has not.

    "St Oswald's Sixth Form" is St Oswald's High School Sixth Form; "Preston Sixth Form College" is not Preston College.
    """
    telling, kind = told_apart(re.sub(r"\([^)]*\)", " ", name))
    kind -= SITES
    found = set()
    for known, place in register.items():
        theirs, their_kind = told_apart(known)
        if telling and telling == theirs and kind <= their_kind | set(place.type.split()):
            found.add(place)
    return found


def told_apart(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """(telling words, words for a kind of place) of a name."""
    words = frozenset(normalise(name).split())
    return words - KINDS, words & KINDS


def names_a_place(name: str) -> bool:
    """Whether a name could be that of a place: not "Unknown", and not an activity ("In FE college", "NEET")."""
    words = frozenset(normalise(name).split())
    return plain(name) not in NOWHERE and not (words & ACTIVITY and words <= ACTIVITY | KINDS)


def is_an_activity(where: str, heading: str) -> bool:
    """Whether a provider's list says what somebody does where it could name a place: "Gap year", "Apprenticeship at Tesco"."""
    if not where or not OF_DESTINATIONS.search(plain(heading)):
        return False
    return code_of_words(where) is not None and (not names_a_place(where) or ACTIVITY_FIRST.match(plain(where)) is not None)


def likely_type(name: str, code: str | None) -> ProviderType:
    """The type of an establishment we have not met: what the code says of education, else what its name says, else the kind of code."""
    if code in TYPE_OF_CODE:
        return TYPE_OF_CODE[code]
    words = normalise(name)
    named = next((kind for kind, pattern in TYPE_OF_WORDS if re.search(pattern, words)), None)
    group = OUTCOMES[code].group if code in OUTCOMES else None
    if named and not (group is Group.EMPLOYMENT and named is not ProviderType.TRAINING_PROVIDER):
        return named
    if group in (Group.EMPLOYMENT, Group.APPRENTICESHIP):
        return ProviderType.EMPLOYER
    return ProviderType.TRAINING_PROVIDER if group is Group.TRAINING else ProviderType.OTHER
