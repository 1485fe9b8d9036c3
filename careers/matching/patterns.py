"""How names change by rule rather than by list: endings by gender, spellings by ear, patronymics, courtesy names, one name only."""

import re
from functools import lru_cache

COURTESY = frozenset(
    "kaur singh begum begam bibi khatun khatoon akhter akhtar aktar parveen parvin sultana khanam khanum bano devi kumari kumar".split()
)
NO_SURNAME = frozenset(
    {".", "-", "--", "_", "*", "x", "xx", "xxx", "none", "n/a", "na", "nil", "fnu", "lnu", "no surname", "not known", "unknown"}
)
ONE_NAME = "~"  # the surname of somebody who has none

PATRONYMIC = re.compile(r"[a-z]{2,}(?:[oe]vich|[oe]vych|[oe]vna|[iy]vna|[yi]chna|inichna)$")

# the ending of a woman's surname, and the man's: Polish, Czech and Slovak, Russian and Ukrainian, Bulgarian, Lithuanian, Latvian, Greek
BY_GENDER: tuple[tuple[str, str], ...] = (
    ("ska", "ski"), ("cka", "cki"), ("dzka", "dzki"), ("skaya", "ski"), ("skaja", "ski"), ("skaia", "ski"), ("skyi", "ski"),
    ("skyy", "ski"), ("skiy", "ski"), ("skii", "ski"), ("skij", "ski"), ("sky", "ski"), ("tska", "tski"), ("tskyi", "tski"),
    ("tsky", "tski"), ("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("yna", "yn"), ("naya", "ny"), ("nyi", "ny"), ("niy", "ny"),
    ("aite", "as"), ("iene", "as"), ("yte", "is"), ("ute", "us"), ("ina", "ins"), ("opoulou", "opoulos"), ("idou", "idis"),
)  # fmt: skip

# one sound, spelt by the habits of different languages and alphabets
BY_EAR: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"shch|szcz|stch|scz", "1"), (r"tsch|tch|cz|ch", "2"), (r"sch|sh|sz", "3"), (r"zh|rz", "4"), (r"dj|dzh", "j"),
        (r"kh", "h"), (r"gh", "g"), (r"ph", "f"), (r"ts|tz", "c"), (r"x", "ks"), (r"qu", "kv"), (r"ck|q", "k"), (r"w", "v"),
        (r"ou|oo", "u"), (r"ee|ea(?=.)", "i"), (r"(?<=.)[jy](?=[aeou])", "i"), (r"^(?:j|i)(?=[aou])", "y"), (r"^ye|^ie|^je", "e"),
        (r"iy$|yi$|ii$|yy$|ij$|yj$|ey$|ie$", "i"), (r"(?<=.)y", "i"), (r"i+", "i"), (r"(?<=[a-z0-9])h$", ""),
        (r"(?<=[^aeiou])h(?=[aeiou])", ""), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
LONG_FIRST = ("oluwa", "olu", "chukwu", "abdul", "abdur", "ade", "nana")
GIRL_OF_A_BOYS_NAME = re.compile(r".{0,2}[aeiouy]|[aei]?l?l[ae]|[ei]tt?[ae]|[iy]n[ae]|[iy]ann?[ae]?")


@lru_cache(maxsize=200_000)
def by_gender(word: str) -> frozenset[str]:
    """A surname as the men of the family bear it: "kowalska" → kowalski; several where the ending may be two things."""
    return frozenset(_men(word) or {word})


def _men(word: str) -> list[str]:
    return [word[: -len(hers)] + his for hers, his in BY_GENDER if word.endswith(hers) and len(word) - len(hers) >= 2]


@lru_cache(maxsize=200_000)
def by_ear(word: str) -> str:
    """A name by its sound, so that "szewczenko", "shevchenko" and "schewtschenko" are one, and "yuliia" and "julia"."""
    for pattern, sound in BY_EAR:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=200_000)
def alike_by_rule(a: str, b: str) -> bool:
    """Whether two surnames are one by gender, by ear, or but for a leading article (Alhassan, Hassan)."""
    if min(len(a), len(b)) < 4:
        return False
    if not by_gender(a).isdisjoint(by_gender(b) | {b}) or not by_gender(b).isdisjoint({a}):
        return True
    if by_ear(a) == by_ear(b):
        return True
    if any(by_ear(x) == by_ear(y) for x in by_gender(a) for y in by_gender(b)):
        return True
    return _without_article(a) == b or _without_article(b) == a


def _without_article(word: str) -> str:
    return word[2:] if word[:2] in ("al", "el") and len(word) > 6 else word


@lru_cache(maxsize=200_000)
def shortened(a: str, b: str) -> bool:
    """Whether one first name is the other cut short by a habit: Temi for Temitope, Seun for Oluwaseun. Not Daniel for Daniella."""
    short, long = sorted((a, b), key=len)
    if len(short) < 3 or len(long) - len(short) < 2:
        return False
    if any(long == first + short for first in LONG_FIRST):
        return True
    return len(short) >= 4 and long.startswith(short) and not GIRL_OF_A_BOYS_NAME.fullmatch(long[len(short) :])


def is_patronymic(word: str) -> bool:
    return PATRONYMIC.fullmatch(word) is not None


def is_no_surname(text: str) -> bool:
    """Whether a surname column says that there is none."""
    return " ".join(text.split()).casefold() in NO_SURNAME
