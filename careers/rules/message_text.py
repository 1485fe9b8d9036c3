"""From a school's words to a message: placeholders checked and filled, plain text made into HTML, and a text's length."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from careers.rules.message_words import PLACEHOLDERS, Words

PLACE = re.compile(r"\{([^{}\n]*)\}")
SECRETS = tuple(name for name, place in PLACEHOLDERS.items() if place.secret)
ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;:!?)\]]")
BASIC = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = set("^{}\\[~]|€")


def problems(words: Words, subject: str, body: str) -> list[tuple[str, str]]:
    """What is wrong with a school's own words: ("subject" or "body", a sentence). Empty where they can be sent."""
    found = [("subject", sentence) for sentence in stray(subject, [n for n in words.offers if PLACEHOLDERS[n].in_subject], in_subject=True)]
    found += [("body", sentence) for sentence in stray(body, words.offers)]
    missing = [name for name in words.needs if f"{{{name}}}" not in body]
    found += [("body", f"It needs {{{name}}}: {PLACEHOLDERS[name].means}.") for name in missing]
    return found


def stray(text: str, allowed: Iterable[str], *, in_subject: bool = False) -> list[str]:
    """A sentence for each thing between braces that may not stand there, and for a brace without its other."""
    allowed, said = set(allowed), []
    for name in dict.fromkeys(PLACE.findall(text)):
        if name in allowed:
            continue
        if in_subject and name in PLACEHOLDERS:
            said.append(f"{{{name}}} may not stand in a subject, which others can see at a glance.")
        else:
            said.append(f"{{{name}}} is not known here. You can use: {', '.join(f'{{{n}}}' for n in sorted(allowed)) or 'none'}.")
    if "{" in PLACE.sub("", text) or "}" in PLACE.sub("", text):
        said.append("There is a { or } without its other half.")
    return said


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its values; secrets stay between their braces until it is sent. Raises ValueError naming a value that is missing.

    Braces in a value are left out, so that no name and no answer is ever taken for a placeholder.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name in SECRETS:
            return match[0]
        if name not in values:
            raise ValueError(f"There is no value for {{{name}}}.")
        return str(values[name]).replace("{", "").replace("}", "")

    return PLACE.sub(value, text)


def one_line(text: str, longest: int) -> str:
    """A subject: no line breaks or control signs, so that nothing can become another header."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:longest]


def with_secrets(text: str, secrets: Mapping[str, str]) -> str:
    """The text as it is sent. What there is no secret for stays as it is."""
    return PLACE.sub(lambda match: secrets.get(match[1], match[0]) if match[1] in SECRETS else match[0], text)


def as_html(text: str) -> str:
    """Plain text as a whole HTML page: paragraphs, line breaks, addresses that can be pressed. Nothing in it is markup."""
    paragraphs = [f"<p>{'<br>'.join(linked(line) for line in part.split(chr(10)))}</p>" for part in re.split(r"\n\s*\n", text.strip())]
    head = '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title></title></head>'
    return f"{head}<body>{''.join(paragraphs)}</body></html>"


def linked(line: str) -> str:
    """One line, escaped, with its addresses as links."""
    parts, end = [], 0
    for match in ADDRESS.finditer(line):
        address = escape(match[0])
        parts += [escape(line[end : match.start()]), f'<a href="{address}">{address}</a>']
        end = match.end()
    return "".join((*parts, escape(line[end:])))


def texts_needed(text: str) -> int:
    """How many texts a message is charged as (GSM 03.38: 160 signs, or 153 each; with others than its own 70, or 67 each)."""
    if set(text) <= BASIC | TWICE:
        length, alone, each = sum(2 if sign in TWICE else 1 for sign in text), 160, 153
    else:
        length, alone, each = len(text.encode("utf-16-le")) // 2, 70, 67
    return 1 if length <= alone else -(-length // each)


def sender_line(text: str, longest: int) -> str:
    """A name beside an email address: one line, in which nothing is read as a coded word that could hide a line break (RFC 2047)."""
    return one_line(text.replace("=?", "= ?"), longest)
