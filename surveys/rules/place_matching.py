"""The place somebody types, found among the names that the school's providers go by."""

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from destinations.rules.names import normalise

ALIKE = 80  # of 100: a word misspelt in a name of ordinary length
MOST = 6
SHORTEST = 3  # letters: fewer fit everything


@dataclass(frozen=True, slots=True)
class Match:
    """`certain`: the id of the provider that goes by this name. `perhaps`: those it may be, likeliest first; the student says which."""

    certain: int | None = None
    perhaps: tuple[int, ...] = ()


def look_up(typed: str, names: Mapping[str, int]) -> Match:
    """Find what was typed among `names` (normalised name to provider). Only the same name, however written, is certain."""
    wanted = normalise(typed)
    if wanted in names:
        return Match(names[wanted])
    if len(wanted.replace(" ", "")) < SHORTEST:
        return Match()
    best: dict[int, float] = {}
    for name, provider in names.items():
        score = likeness(wanted, name)
        if score >= ALIKE:
            best[provider] = max(score, best.get(provider, 0))
    return Match(None, tuple(sorted(best, key=lambda provider: (-best[provider], provider))[:MOST]))


def likeness(wanted: str, name: str) -> float:
    """100 where every word typed begins one of the name's; else how alike the two are."""
    words = name.split()
    if all(any(word.startswith(part) for word in words) for part in wanted.split()):
        return 100
    return max(fuzz.ratio(wanted, name), fuzz.token_sort_ratio(wanted, name))
