"""Names as matching sees them: without accents, hyphens, apostrophes, capitals or the spaces that come and go."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

LETTERS = str.maketrans({
    "ß": "ss", "ẞ": "ss", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
    "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "İ": "i", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h", "ŋ": "n", "Ŋ": "n",
})  # fmt: skip
# as a passport writes them; a text with one of і ї є ґ is Ukrainian, any other Russian or Bulgarian
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu", "я": "ia", "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u",
}  # fmt: skip
RUSSIAN = str.maketrans(CYRILLIC | {letter.upper(): latin for letter, latin in CYRILLIC.items()})
UKRAINIAN = RUSSIAN | str.maketrans({"г": "h", "Г": "h", "и": "y", "И": "y", "й": "i", "Й": "i"})
IS_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
IS_CYRILLIC = re.compile("[Ѐ-ӿ]")
WRITTEN_OUT = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "ae", "Ö": "oe", "Ü": "ue", "Å": "aa", "Ø": "oe",
    "š": "sh", "č": "ch", "ž": "zh", "ş": "sh", "ș": "sh", "ç": "ch", "ţ": "ts", "ț": "ts", "Š": "sh", "Č": "ch", "Ž": "zh", "Ş": "sh",
    "Ș": "sh", "Ç": "ch", "Ţ": "ts", "Ț": "ts", "ñ": "ny", "Ñ": "ny",
})  # fmt: skip
APOSTROPHES = re.compile(r"['’‘ʼ`´ʻ′]")
NOT_LETTERS = re.compile(r"[^a-z]+")
PARTICLES = frozenset(
    "van von der den de da das dos do del della dello di du la le les los las ter ten te bin ibn bint binti el al ul ur"
    " ap ab ben st saint san santa y e".split()
)
JOINED = frozenset({"o", "mc", "mac", "d", "fitz"})
TITLES = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "master"})


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name in plain small letters: "O'Brien-Łuk" → ("obrien", "luk"); "Mc Donald" → ("mcdonald",)."""
    plain = _plain(_unbroken(text).translate(LETTERS))
    parts = [part for part in plain.split() if part]
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] in JOINED and len(part) > 1:
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined)


@lru_cache(maxsize=200_000)
def spellings(text: str) -> frozenset[str]:
    """The one-word forms of a name: without accents, and with ö, ü, å written out ("muller", "mueller")."""
    written = NFC(_unbroken(text)).translate(WRITTEN_OUT).translate(LETTERS)
    return frozenset(form for form in ("".join(words(text)), _plain(written).replace(" ", "")) if form)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).casefold()
    unmarked = "".join(c for c in decomposed if not unicodedata.combining(c))
    return NOT_LETTERS.sub(" ", unmarked).strip()


def NFC(text: str) -> str:  # noqa: N802
    return unicodedata.normalize("NFC", text)


def _unbroken(text: str) -> str:
    """A name in Latin letters; one that was written in one encoding and read in another ("MÃ¼ller") put right where it can be."""
    if not text.isascii() and IS_CYRILLIC.search(text):
        return NFC(text).translate(UKRAINIAN if IS_UKRAINIAN.search(text) else RUSSIAN)
    if not any(c in text for c in "ÃÅÄ"):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


@lru_cache(maxsize=400_000)
def one_slip(a: str, b: str) -> bool:
    """Whether one letter added, lost, changed or exchanged with its neighbour turns one word into the other.

    Short words say too little for that: below four letters only an exchange counts ("Jna" for Jan).
    """
    if max(len(a), len(b)) < 4:
        return len(a) == len(b) == 3 and a != b and sorted(a) == sorted(b) and OSA.distance(a, b) == 1
    if abs(len(a) - len(b)) > 1:
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def short_slip(a: str, b: str) -> bool:
    """Whether two words of two or three letters are one slip apart."""
    return {len(a), len(b)} <= {2, 3} and OSA.distance(a, b, score_cutoff=1) == 1


@lru_cache(maxsize=400_000)
def two_slips(a: str, b: str) -> bool:
    """Two letters' difference in long words (seven letters or more), one in words of three."""
    if len(a) == len(b) == 3:
        return OSA.distance(a, b, score_cutoff=1) == 1
    if abs(len(a) - len(b)) > 2 or max(len(a), len(b)) < 7:
        return False
    return OSA.distance(a, b, score_cutoff=2) == 2


def without_particles(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A surname's words without "van", "de", "al"…; the words themselves where nothing else would be left."""
    return tuple(part for part in parts if part not in PARTICLES) or parts


def mac(word: str) -> str:
    """MacDonald and McDonald as one word."""
    return "mc" + word[3:] if word.startswith("mac") and len(word) > 5 else word
