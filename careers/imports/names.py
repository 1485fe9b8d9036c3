"""A whole name in one cell, taken apart. Nothing is re-cased or corrected: matching does that."""

import re
from dataclasses import dataclass
from typing import Literal

from .cells import Cell
from .dates import BadValue

TITLES = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "master", "rev"})
PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "da", "das", "dos", "do", "del", "della", "di", "du", "la", "le", "les",
    "ter", "ten", "bin", "ibn", "binti", "bint", "el", "al", "ul", "ap", "mac", "mc", "st", "st.", "o'",
})  # fmt: skip
_TWO_LETTERS = """
    ng li xu wu hu ma yu lo ho le do oh au fu gu he lu qi so su ai an bo bu ip ko ku ou pi tu xi xo ye yi yo
    zu ly vo ha ta to re
"""
TWO_LETTER_SURNAMES = frozenset(_TWO_LETTERS.split())
NameOrder = Literal["surname_first", "forename_first"]
SUFFIXES = frozenset({"jr", "jnr", "snr", "sr", "ii", "iii"})
NUMBERED = re.compile(r"^\(?\d{1,4}[.)]?\s+(?=[^\W\d_])")
ASIDE = re.compile(r"\s*(?:\b(?:née|nee|formerly|f/k/a)\s.+$|[*†‡#•]+)", re.I)
NOT_A_CALL_NAME = re.compile(r".*\d.*|(?:he|she|they|xe|ze)(?:/\w+)*", re.I)
CALLED = re.compile(
    r"[(\[{]\s*(?:(?:known\s+as|aka|pref(?:erred)?)\s*:?\s*)?([^)\]}]*)[)\]}]|[\"“”]([^\"“”]+)[\"“”]"
    r"|(?<=\s)['‘]([^'’]{2,})['’](?=\s|$)",
    re.I,
)
CALLED_BARE = re.compile(r"\s(?:known\s+as|a\.?k\.?a\.?)\s+(.+)$", re.I)


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name as they were written; a part that is not there is empty."""

    surname: str
    forename: str = ""
    middle: str = ""
    known_as: str = ""


def to_name_parts(cell: Cell, order: NameOrder | None = None) -> Name | None:
    """The name in a cell: "SMITH, Joanne May", "Joanne SMITH", "Smith J", "SMITH Joanne (Jo)"; None if blank.

    Without a comma the surname is the part in capitals, else at the end that `order` says, by default the last word with
    the particles before it. Raises `BadValue` where there are no letters.
    """
    if cell is None or (isinstance(cell, float) and cell != cell):
        return None
    text = re.sub(r"[\s\u00a0\u200b\ufeff]+", " ", str(cell)).replace(";", ",").strip(" ,'")
    if not text:
        return None
    if not any(c.isalpha() for c in text):
        raise BadValue(f"{text} is not a name.")
    text, known_as = _called(NUMBERED.sub("", ASIDE.sub("", text)).strip(" ,") or text)
    surname, given = _by_comma(text) if "," in text else _by_words(_untitled(text.split()), order)
    forename, _, middle = given.partition(" ")
    return Name(surname, forename, middle, known_as)


def to_name_part(text: str) -> tuple[str, str]:
    """A surname or first names as their own column has them, without numbers, signs, titles and brackets; and the name in the brackets."""
    part, called = _called(NUMBERED.sub("", ASIDE.sub("", text)).strip(" ,"))
    words = " ".join(_untitled(part.split())).partition(",")[0].strip(" ,-_")
    return words if any(map(str.isalpha, words)) else text, called


def _called(text: str) -> tuple[str, str]:
    match = CALLED.search(text) or CALLED_BARE.search(text)
    if match is None:
        return text, ""
    called = next((group for group in match.groups() if group), "").strip()
    if NOT_A_CALL_NAME.fullmatch(called) or called.lower().rstrip(".") in TITLES:
        called = ""
    rest = re.sub(r"\s+", " ", text[: match.start()] + " " + text[match.end() :]).strip()
    rest = re.sub(r"\s+,", ",", rest).strip(" ,")
    return (rest, called) if any(c.isalpha() for c in rest) else (called, "")


def _untitled(words: list[str]) -> list[str]:
    while len(words) > 1 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    while len(words) > 2 and words[-1].lower().rstrip(".") in TITLES | SUFFIXES:
        words = words[:-1]
    return words


def _by_comma(text: str) -> tuple[str, str]:
    surname, *rest = (part.strip() for part in text.split(","))
    words = [word for part in rest for word in part.split() if word.lower().rstrip(".") not in TITLES]
    return " ".join(_untitled(surname.split())), " ".join(words)


def _by_words(words: list[str], order: NameOrder | None) -> tuple[str, str]:
    if len(words) == 1:
        return words[0], ""
    if split := _by_capitals(words):
        surname, given = split
    elif _is_initial(words[-1]) and not _is_initial(words[0]):
        cut = next(i for i, word in enumerate(words) if _is_initial(word) and all(map(_is_initial, words[i:])))
        surname, given = words[:cut], words[cut:]
    elif order == "surname_first":
        cut = _surname_end(words)
        surname, given = words[:cut], words[cut:]
    else:
        cut = _surname_start(words)
        surname, given = words[cut:], words[:cut]
    return " ".join(surname), " ".join(given)


def _by_capitals(words: list[str]) -> tuple[list[str], list[str]] | None:
    """The words in capitals at one end, when the words at the other end are not."""
    loud = [_is_loud(word) for word in words]
    if all(loud) or not any(loud):
        return None
    if loud[0]:
        cut = loud.index(False)
        return words[:cut], words[cut:]
    if loud[-1]:
        cut = len(words) - next(i for i, is_loud in enumerate(reversed(loud)) if not is_loud)
        while cut > 1 and words[cut - 1].lower() in PARTICLES:
            cut -= 1
        return words[cut:], words[:cut]
    cut = len(loud) - 1 - loud[::-1].index(True) + 1
    start = next(i for i, word in enumerate(words) if word.lower() in PARTICLES or _is_loud(word))
    return (words[:cut], words[cut:]) if start == 0 else None


def _is_loud(word: str) -> bool:
    letters = [c for c in re.sub(r"^(?:Mc|Mac|O'|D'|Fitz)(?=[A-Z]{2})", "", word) if c.isalpha()]
    if len(letters) == 2 and "-" not in word:
        return word.lower() in TWO_LETTER_SURNAMES and word.isupper()
    return len(letters) > 2 and all(c.isupper() for c in letters)


def _is_initial(word: str) -> bool:
    if not re.fullmatch(r"(?:[^\W\d_]\.?){1,3}", word):
        return False
    return len(word) == 1 or "." in word or (len(word) == 2 and word.isupper() and word.lower() not in TWO_LETTER_SURNAMES)


def _surname_end(words: list[str]) -> int:
    """Where a surname that comes first ends: after its particles and one word, with a word left for the first name."""
    end = 1
    while end < len(words) - 1 and words[end - 1].lower() in PARTICLES:
        end += 1
    return end


def _surname_start(words: list[str]) -> int:
    for index, word in enumerate(words[1:-1], start=1):
        if word.lower() in PARTICLES:
            return index
    return len(words) - 1
