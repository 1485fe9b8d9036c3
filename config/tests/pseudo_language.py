"""A language in which every sentence that goes through gettext stands between ⟦ and ⟧: whatever does not was forgotten."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest
from django.utils.translation import trans_real

from careers import languages

SPOKEN_ATTRIBUTES = frozenset({"aria-label", "alt", "title", "placeholder", "data-offline"})
UNSEEN = frozenset({"script", "style", "datalist"})
INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
A_WORD = re.compile(r"[A-Za-z]{2,}")


class Pseudo(trans_real.DjangoTranslation):
    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(chr(4))[2]}⟧" if message else ""

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        return self.gettext(singular if number == 1 else plural)


def speak(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Make `code` a language we have, and pseudo."""
    languages.languages.cache_clear()
    monkeypatch.setattr(languages, "languages", lambda: (languages.ENGLISH, code))
    monkeypatch.setitem(trans_real._translations, code, Pseudo(code))


class Reader(HTMLParser):
    """What a page says: its texts, and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.within: list[str] = []
        self.root: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.root = dict(attrs)
        if tag in UNSEEN or ("lang" in dict(attrs) and tag != "html"):
            self.within.append(tag)
        self.said += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.said.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def forgotten(page: str, names: Iterable[str]) -> list[str]:
    """What stands on the page in no language but English, names of people, schools and places apart."""
    text = "\n".join(read(page).said)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    while INNERMOST.search(text):
        text = INNERMOST.sub("", text)
    return [line.strip() for line in text.splitlines() if A_WORD.search(line)]
