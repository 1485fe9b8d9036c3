"""First names, and surnames, that stand for one another: tables of plain words.

`forename_spellings.txt`: every name of a line is the same name, spelt another way. `short_forms.txt`: the first name
of a line may be replaced by each of the others, but the others not by one another: Ellie and Libby are both
Elizabeth, and may well be sisters. So Alex is Alexander and Alex is Alexandra, but Alexander is not Alexandra.
`surname_spellings.txt`: as the first. `other_names.txt`: names that stand for no other, though a letter from one;
`short_surnames.txt`: the same of surnames. Written by hand for schools in England: English, Irish, Welsh, Scottish,
Polish and other European names, and the English spellings of South Asian, Arabic, Turkish and African ones. Add a
line when a school meets a pair that is missing.
"""

from functools import lru_cache
from pathlib import Path

from .names import JOINED, PARTICLES, one_slip
from .patterns import by_ear

TABLES = Path(__file__).parent / "tables"

# Given before the name a person goes by: sharing one tells little, and brothers often do.
SHARED_FIRST = frozenset(
    "mohammed muhammad mohammad mohamed muhammed mohamad mohd md syed sayed abdul abu bibi umm mary maria marie".split()
)

NONE: frozenset[int] = frozenset()


def _lines(table: str) -> list[list[str]]:
    text = (TABLES / f"{table}.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _groups(lines: list[list[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines):
        for name in line:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _spellings() -> list[list[str]]:
    """The spelling lines, and from each line of short forms those that are only a letter away from its first name."""
    near = [[head, *(name for name in names if one_slip(head, name))] for head, *names in _lines("short_forms")]
    return _lines("forename_spellings") + near


Groups = dict[str, frozenset[int]]


def _heads() -> Groups:
    """The lines of short forms each name stands at the head of, by itself or as a spelling of the head."""
    heads = {head: number for number, (head, *_) in enumerate(_lines("short_forms"))}
    found = {head: {number} for head, number in heads.items()}
    for line in _lines("forename_spellings"):
        numbers = {heads[name] for name in line if name in heads}
        for name in line:
            found.setdefault(name, set()).update(numbers)
    return {name: frozenset(numbers) for name, numbers in found.items() if numbers}


def _by_sound(groups: Groups) -> Groups:
    """The same, for names that are in no table as they are written ("mariia"), by their sound."""
    found: dict[str, frozenset[int]] = {}
    for name, numbers in groups.items():
        found[by_ear(name)] = found.get(by_ear(name), NONE) | numbers
    return found


SAME = _groups(_spellings())
FULL = _heads()
NICK = _groups([names for _, *names in _lines("short_forms")])
SURNAME_GROUPS = _groups(_lines("surname_spellings"))
OTHER_NAMES = frozenset(name for line in _lines("other_names") for name in line)
SHORT_SURNAMES = frozenset(name for line in _lines("short_surnames") for name in line) | PARTICLES | JOINED
SAME_SOUND, FULL_SOUND, NICK_SOUND = _by_sound(SAME), _by_sound(FULL), _by_sound(NICK)


def _in(groups: Groups, sounds: Groups, word: str) -> frozenset[int]:
    return groups.get(word, NONE) if is_a_forename(word) else sounds.get(by_ear(word), NONE)


@lru_cache(maxsize=200_000)
def same_forename(a: str, b: str) -> bool:
    """Whether two folded first names stand for one another."""
    return spelt(a, b) or _short_for(a, b) or _short_for(b, a)


def spelt(a: str, b: str) -> bool:
    return not _in(SAME, SAME_SOUND, a).isdisjoint(_in(SAME, SAME_SOUND, b))


def _short_for(nick: str, full: str) -> bool:
    return not _in(NICK, NICK_SOUND, nick).isdisjoint(_in(FULL, FULL_SOUND, full))


@lru_cache(maxsize=200_000)
def same_surname(a: str, b: str) -> bool:
    """Whether two folded surnames are spellings of one name."""
    return not SURNAME_GROUPS.get(a, NONE).isdisjoint(SURNAME_GROUPS.get(b, NONE))


def is_a_forename(word: str) -> bool:
    """Whether a folded word is a first name we know: a slip of the keys seldom makes another one."""
    return word in SAME or word in NICK or word in FULL or word in OTHER_NAMES


@lru_cache(maxsize=200_000)
def forename_keys(word: str) -> frozenset[str]:
    """Keys that two different first names share whenever `same_forename` says yes."""
    tags = {f"={number}" for number in _in(SAME, SAME_SOUND, word)}
    tags |= {f"~{number}" for number in _in(FULL, FULL_SOUND, word) | _in(NICK, NICK_SOUND, word)}
    return frozenset(tags)
