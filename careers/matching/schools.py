"""Whether the "previous school" of a row names us."""

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from .names import words

GENERIC = frozenset(
    "the school academy college high secondary community comprehensive grammar primary trust of and for church england"
    " rc ce catholic roman sixth form centre specialist sports technology science arts language voluntary aided ltd boys girls".split()
)
NOTHING = frozenset({"na", "none", "unknown", "notknown", "other", "blank", "nil", "tbc"})


class School(StrEnum):
    OURS = "ours"
    ANOTHER = "another"
    NOT_SAID = "not said"


@lru_cache(maxsize=20_000)
def named(text: str, urn: str, our_names: tuple[str, ...], our_urn: str) -> School:
    """Ours, another or not said. Our name may be shortened ("Lower Hodder"), mistyped a little, or its initials ("LHA")."""
    if urn.strip() and our_urn:
        return School.OURS if urn.strip() == our_urn.strip() else School.ANOTHER
    said = words(text)
    if not said or "".join(said) in NOTHING or not our_names:
        return School.NOT_SAID
    return School.OURS if any(_same(said, words(name)) for name in our_names) else School.ANOTHER


def _same(said: Sequence[str], ours: Sequence[str]) -> bool:
    if not ours:
        return False
    if "".join(said) in {"".join(ours), "".join(word[0] for word in ours), "".join(word[0] for word in ours if word not in ("the", "of"))}:
        return True
    telling, our_telling = [w for w in said if w not in GENERIC], [w for w in ours if w not in GENERIC]
    if not telling or not our_telling:
        return fuzz.ratio(" ".join(said), " ".join(ours)) >= 92
    # "St Oswald's" and "St Wilfrid's" share a word: every telling word of the shorter must be in the longer.
    return fuzz.ratio(" ".join(telling), " ".join(our_telling)) >= 90
