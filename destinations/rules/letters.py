"""Two spellings side by side: which letters are not the same, and how to say it in words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from careers.matching.names import words

LONGEST = 120  # characters: a longer text is marked whole, because comparing letter by letter takes the square of it
LIKE_ENOUGH = 0.5  # share of letters in common: below it, marked letters would only be noise
BETWEEN_WORDS = {"-": "hyphen", "'": "apostrophe"}


class Verdict(StrEnum):
    """How two values stand to one another. The label is what a page says beside the mark."""

    AGREES = "agrees"
    NEARLY = "nearly"
    DIFFERS = "differs"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        return {"agrees": "agrees", "nearly": "nearly", "differs": "differs", "nothing": "nothing to compare"}[self.value]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters. A marked piece without text is a place where the other has more."""

    text: str
    marked: bool = False


Pieces = tuple[Piece, ...]


def plainly(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def marked_whole(theirs: str, ours: str) -> tuple[Pieces, Pieces]:
    return (Piece(theirs, True),), (Piece(ours, True),)


def marked(theirs: str, ours: str) -> tuple[Pieces, Pieces]:
    """Both texts with the letters marked that the other has not. Capitals make no difference."""
    theirs, ours = unicodedata.normalize("NFC", theirs), unicodedata.normalize("NFC", ours)
    if max(len(theirs), len(ours)) > LONGEST:
        return marked_whole(theirs, ours)
    found = alignment(theirs, ours)
    if found.ratio() < LIKE_ENOUGH:
        return marked_whole(theirs, ours)
    left, right = [], []
    for kind, a, b, c, d in found.get_opcodes():
        left.append(Piece(theirs[a:b], kind != "equal"))
        right.append(Piece(ours[c:d], kind != "equal"))
    return tuple(left), tuple(right)


def alignment(theirs: str, ours: str) -> SequenceMatcher:
    return SequenceMatcher(None, [letter.casefold() for letter in theirs], [letter.casefold() for letter in ours], autojunk=False)


def compared(theirs: str, ours: str) -> tuple[Verdict, str]:
    """How two names stand to one another, and what to say of it: ("nearly", "the list leaves out the hyphen")."""
    if squeezed(theirs) == squeezed(ours):
        return Verdict.AGREES, ""
    their_words, our_words = words(theirs), words(ours)
    if "".join(their_words) == "".join(our_words):
        return (Verdict.NEARLY, between_words(theirs, ours)) if their_words else (Verdict.DIFFERS, "different")
    if initial := only_initials(theirs, ours):
        return Verdict.NEARLY, initial
    if sorted(their_words) == sorted(our_words):
        return Verdict.NEARLY, "the same words in another order"
    if their_words and set(their_words) < set(our_words):
        return Verdict.NEARLY, "the list has only a part of it"
    if our_words and set(our_words) < set(their_words):
        return Verdict.NEARLY, "the list has more than we have"
    if slip := slips_between(their_words, our_words):
        return Verdict.NEARLY, slip
    return (Verdict.NEARLY, "only a part of it agrees") if set(their_words) & set(our_words) else (Verdict.DIFFERS, "different")


def slips_between(theirs: Sequence[str], ours: Sequence[str]) -> str:
    """The slips that make the words of one name those of the other, at most one a word; empty where that is not all."""
    if len(theirs) != len(ours):
        return "" if set(theirs) & set(ours) else one_slip("".join(theirs), "".join(ours))
    slips = [one_slip(their, our) for their, our in zip(theirs, ours, strict=True) if their != our]
    return "; ".join(slips) if all(slips) else ""


def only_initials(theirs: str, ours: str) -> str:
    """What to say where the list has letters for words of ours and is otherwise the same; else empty. A lone O before a space is the
    letter of a name: "O Mellor" is Omar Mellor."""
    apart = [re.sub(r"[.,]", " ", squeezed(text)).split() for text in (theirs, ours)]
    if len(apart[0]) != len(apart[1]):
        return ""
    pairs = [("".join(words(their)), "".join(words(our)), our) for their, our in zip(*apart, strict=True)]
    short = [our for their, plain, our in pairs if len(their) == 1 < len(plain) and plain.startswith(their)]
    same = sum(their == plain for their, plain, _ in pairs)
    return f"only the first letter of {' and '.join(word.title() for word in short)}" if short and len(short) + same == len(pairs) else ""


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().replace("’", "'").split())


def between_words(theirs: str, ours: str) -> str:
    """What is different between two spellings with the same letters."""
    said = []
    for sign, name in BETWEEN_WORDS.items():
        their, our = (squeezed(re.sub("[‐-–]", "-", text)).count(sign) for text in (theirs, ours))
        if their != our:
            said.append(f"the list {'adds' if their > our else 'leaves out'} {'the' if 0 in (their, our) else 'one'} {name}")
    if not said and len(theirs.split()) != len(ours.split()):
        said.append("written apart in one of them, together in the other")
    return "; ".join(said) or "the same but for accents"


def one_slip(theirs: str, ours: str, what: str = "letter") -> str:
    """The one slip of the keyboard that makes one of the other, in words; empty when it is not one slip."""
    if min(len(theirs), len(ours)) < 3:
        return ""
    if len(theirs) == len(ours):
        places = [n for n, (a, b) in enumerate(zip(theirs, ours, strict=True)) if a != b]
        if len(places) == 1:
            return f"one {what} different: {theirs[places[0]]} for {ours[places[0]]}"
        return f"two {what}s changed round" if turned(places, theirs, ours) else ""
    shorter, longer = sorted((theirs, ours), key=len)
    extra = next((letter for n, letter in enumerate(longer) if longer[:n] + longer[n + 1 :] == shorter), None)
    if extra is None:
        return ""
    return f"the list leaves out one {what}: {extra}" if shorter == theirs else f"the list has one {what} more: {extra}"


def turned(places: Sequence[int], theirs: str, ours: str) -> bool:
    """Whether the only difference is that two neighbours stand in each other's place."""
    return len(places) == 2 and places[1] == places[0] + 1 and theirs[places[0]] == ours[places[1]] and theirs[places[1]] == ours[places[0]]
