"""Names that lost letters to an older encoding, which writes "?" for what it does not know: "Dr?ghici, ?tefan"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .names import words
from .records import Known, Listed

LOST = re.compile(r"[?\ufffd]+")
FEWEST_LETTERS = 2
WORD = re.compile(r"[^\s,;()]+")
Pool = dict[str, set[str]]  # a word as names are compared → how it is written


def restored(listed: Sequence[Listed], known: Sequence[Known]) -> Sequence[Listed]:
    """The same rows, each word that lost letters put right where only one word in our students' names can be meant.

    A letter lost is one sign, or several where it took several bytes. A word with fewer than two letters left stays as it is.
    """
    if not any(LOST.search(text) for row in listed for text in (row.surname, row.forename, row.full_name)):
        return listed
    surnames = _pool(name for one in known for name in (one.surname, one.preferred_surname, one.former_surname))
    forenames = _pool(name for one in known for name in (one.forename, one.known_as, one.middle_names))
    both = {word: surnames.get(word, set()) | forenames.get(word, set()) for word in surnames.keys() | forenames.keys()}
    return [
        replace(
            row,
            surname=_put_right(row.surname, surnames),
            forename=_put_right(row.forename, forenames),
            middle_names=_put_right(row.middle_names, forenames),
            known_as=_put_right(row.known_as, forenames),
            full_name=_put_right(row.full_name, both),
        )
        for row in listed
    ]


def _pool(names: Iterable[str]) -> Pool:
    pool: Pool = {}
    for name in names:
        for word in WORD.findall(name):
            pool.setdefault("".join(words(word)), set()).add(word)
    return pool


def _put_right(text: str, pool: Pool) -> str:
    return WORD.sub(lambda found: _whole(found[0], pool), text) if LOST.search(text) else text


def _whole(word: str, pool: Pool) -> str:
    pieces = ["".join(words(piece)) for piece in LOST.split(word)]
    if len(pieces) < 2 or sum(map(len, pieces)) < FEWEST_LETTERS:
        return word
    lost = [f"\\w{{1,{len(signs)}}}" for signs in LOST.findall(word)]
    pattern = re.compile(pieces[0] + "".join(gap + piece for gap, piece in zip(lost, pieces[1:], strict=True)))
    meant = [written for known, written in pool.items() if pattern.fullmatch(known)]
    return min(meant[0]) if len(meant) == 1 else word
