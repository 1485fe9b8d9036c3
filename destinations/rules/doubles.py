"""Which providers of a register may be one and the same, for a person to say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from rapidfuzz import fuzz

from destinations.rules.names import normalise
from destinations.rules.places import told_apart

ALIKE = 88  # of 100
MOST = 50


def maybe_the_same(register: Mapping[int, Iterable[str]], numbers: Mapping[int, Iterable[str]]) -> list[tuple[int, int]]:
    """Pairs of ids, likeliest first, at most fifty. `register` has every name of each provider, `numbers` its UKPRN and URN.

    Two are offered when they share a number, when their telling words are the same ("Preston College", "Preston FE College"), or when a
    whole name is nearly the other's.
    """
    found: dict[tuple[int, int], float] = {}
    for ids in shared({key: [number for number in its if number] for key, its in numbers.items()}):
        found[ids] = 101.0
    names = {key: [normalise(name) for name in its] for key, its in register.items()}
    telling = {key: [" ".join(sorted(told_apart(name)[0])) for name in its] for key, its in names.items()}
    for ids in shared({key: [words for words in its if words] for key, its in telling.items()}):
        found.setdefault(ids, 100.0)
    for ids in shared({key: [word for name in its for word in name.split()] for key, its in telling.items()}):
        score = max(fuzz.ratio(a, b) for a in names[ids[0]] for b in names[ids[1]])
        if score >= ALIKE:
            found.setdefault(ids, score)
    return sorted(found, key=lambda ids: (-found[ids], ids))[:MOST]


def shared(keys: Mapping[int, Iterable[str]]) -> set[tuple[int, int]]:
    """Pairs of ids that have a key in common."""
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for holder, its in keys.items():
        for key in its:
            holders[key].add(holder)
    return {pair for ids in holders.values() if len(ids) <= 40 for pair in combinations(sorted(ids), 2)}
