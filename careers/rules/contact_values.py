"""Addresses and numbers as they are kept, and as they are shown to somebody who must not read them."""

import re
from typing import Any

from careers.rules.contact import ContactKind
from careers.rules.phone_numbers import as_kept, takes_texts

EMAIL = re.compile(r"[^\s@<>\"',;:()\[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.IGNORECASE)
LONGEST = 254
MOST_LINES, LONGEST_ADDRESS = 7, 300
NOT_AN_EMAIL = "This is not an email address."
NOT_PLAIN_LETTERS = "This email address has an accent or a sign that mail servers do not take: use only plain letters, A to Z."
NOT_A_NUMBER = "This is not a telephone number."
NOT_A_MOBILE = "This is not a mobile number."
NOT_AN_ADDRESS = "This is not a postal address: give at least a street and a town or postcode."
EMAILS = frozenset({ContactKind.EMAIL, ContactKind.SCHOOL_EMAIL})


class NotThat(ValueError):
    """What was written is not such an address or number. `sentence` says so to whoever wrote it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def kept_value(kind: ContactKind, written: Any) -> str:
    """The one form in which it is kept. Raises NotThat."""
    if kind in EMAILS:
        return email(written)
    return postal_address(written) if kind is ContactKind.ADDRESS else telephone(written, mobile=kind is ContactKind.MOBILE)


def email(written: Any) -> str:
    """The part after the @ in small letters, as it has no case. One address, without a name around it."""
    text = str(written).strip().removeprefix("mailto:")
    if "@" in text and not text.isascii():
        raise NotThat(NOT_PLAIN_LETTERS)
    if len(text) > LONGEST or not EMAIL.fullmatch(text) or ".." in text or text.startswith(".") or ".@" in text:
        raise NotThat(NOT_AN_EMAIL)
    person, _, domain = text.rpartition("@")
    return f"{person}@{domain.lower()}"


def telephone(written: Any, *, mobile: bool) -> str:
    kept = as_kept(written)
    if not kept:
        raise NotThat(NOT_A_MOBILE if mobile else NOT_A_NUMBER)
    if mobile and not takes_texts(kept):
        raise NotThat(NOT_A_MOBILE)
    return kept


def postal_address(written: Any) -> str:
    """Lines as an envelope shows them. An address on one line is parted at its commas."""
    text = str(written).replace("\r", "\n").strip()
    parts = text.split("\n") if "\n" in text else text.split(",")
    lines = [tidied for part in parts if (tidied := " ".join(part.strip(" ,").split()))]
    lines = lines[: MOST_LINES - 1] + ([", ".join(lines[MOST_LINES - 1 :])] if len(lines) >= MOST_LINES else [])
    kept = "\n".join(lines)
    if len(lines) < 2 or len(kept) > LONGEST_ADDRESS:
        raise NotThat(NOT_AN_ADDRESS)
    return kept


def masked(kind: ContactKind, value: str) -> str:
    """j•••@g•••.com for an email, ••• 123 for a number: enough for its owner to know it, and too little for anybody else."""
    if kind in EMAILS:
        person, _, domain = value.partition("@")
        name, dot, rest = domain.rpartition(".")
        return f"{person[:1]}•••@{name[:1]}•••{dot}{rest}"
    return "•••" if kind is ContactKind.ADDRESS else f"••• {value[-3:]}"
