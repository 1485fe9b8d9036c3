"""Letters for a window envelope: a page each, with the address where the window shows it and a square for a phone's camera."""

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from django.utils.safestring import SafeString, mark_safe

from careers.actions import links
from careers.mail import text_sent
from careers.models import Message, MessageSettings
from careers.pdf import make_pdf

MOST_LINES = 7  # of an address, in what the window always shows (static/css/letters.css)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as it is printed. `address` and `paragraphs` are lines; `square` is the QR code of the personal link, if it has one."""

    address: list[str]
    heading: str
    paragraphs: list[list[str]]
    square: SafeString | None


def letters_pdf(messages: Sequence[Message], settings: MessageSettings) -> bytes:
    """The letters as one PDF, in the order given. Raises PdfUnavailable where the system libraries are missing.

    Whoever has the file has the links in it: it is made for one download and kept nowhere.
    """
    told = {
        "letters": [letter_of(message) for message in messages],
        "school": settings.school,
        "back_to": lines_of(settings.postal_address),
    }
    return make_pdf("messages/letters.html", told)


def letter_of(message: Message) -> Letter:
    text = text_sent(message).strip()
    paragraphs = [lines_of(part) for part in text.split("\n\n") if part.strip()]
    address = in_the_window([line for line in (message.to_name, *lines_of(message.to)) if line])
    return Letter(address, message.subject, paragraphs, square_of(message))


def in_the_window(address: list[str]) -> list[str]:
    """The address in as many lines as the window shows; the longest ones share lines above the last."""
    spare = len(address) - MOST_LINES
    return address if spare <= 0 else [*address[: -spare - 2], ", ".join(address[-spare - 2 : -1]), address[-1]]


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def square_of(message: Message) -> SafeString | None:
    """The link as an SVG; segno writes nothing but its own path and the title."""
    if message.link is None:
        return None
    code = segno.make(links.address_of(message.link), error="m", micro=False)
    return mark_safe(code.svg_inline(title="Your personal link as a QR code", omitsize=True, border=0))  # noqa: S308
