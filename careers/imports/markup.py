"""The tags and texts of a page or an XML file, forgivingly and in one pass. Nothing is fetched and no definition is expanded."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

from .sheets import UnreadableFile

TAG = re.compile(r"""<(/?)([A-Za-z][^\s<>/]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+|[^<>]*+)>""")
ATTRIBUTE = re.compile(r"""([^\s=<>"'/]++)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")
DEFINITION = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST)\b|<!DOCTYPE(?!\s+html\b)|<!DOCTYPE[^>]{0,500}\[", re.I)
UNSEEN = frozenset({"script", "style", "template", "noscript"})
DEFINES = (
    "This file brings definitions of its own (a DTD), which no list needs and which this program does not follow. "
    "Open it in a spreadsheet program, save it as an Excel workbook (.xlsx), and try again."
)


# A text: "", False and the text. A tag: its name in small letters without prefix, whether it closes, and what its brackets hold.
Token = tuple[str, bool, str]


def refuse_definitions(text: str) -> None:
    """Raises UnreadableFile where a file defines entities, which is how a small file becomes a huge one or asks for another."""
    if DEFINITION.search(text):
        raise UnreadableFile(DEFINES)


def tokens(text: str) -> Iterator[Token]:
    """Tags and the texts between them, in order; comments, scripts and styles are left out."""
    text = _without_comments(_with_plain_cdata(text))
    place, unseen = 0, ""
    for tag in TAG.finditer(text):
        name = _plain_name(tag[2])
        if unseen:
            if tag[1] and name == unseen:
                unseen, place = "", tag.end()
            continue
        if tag.start() > place:
            yield "", False, text[place : tag.start()]
        place = tag.end()
        if name in UNSEEN and not tag[1]:
            unseen = name
        else:
            yield name, bool(tag[1]), tag[3]
    if not unseen and place < len(text):
        yield "", False, text[place:]


def attributes(inside: str) -> dict[str, str]:
    """The attributes of a tag, their names in small letters and without prefix."""
    found = {}
    for name, double, single, bare in ATTRIBUTE.findall(inside):
        found[name.rpartition(":")[2].lower()] = html.unescape(double or single or bare)
    return found


@lru_cache(maxsize=512)
def _plain_name(name: str) -> str:
    return name.rpartition(":")[2].lower()


def unescaped(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


def _with_plain_cdata(text: str) -> str:
    first, *others = text.split("<![CDATA[")
    halves = (other.partition("]]>") for other in others)
    return first + "".join(html.escape(inner, quote=False) + rest for inner, _, rest in halves)
