"""SVG as text: elements with presentation attributes only, because the content security policy refuses style and PDFs ignore it."""

import re
import textwrap
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from destinations.charts.palette import DARK, FACE, INKS, Ink, Pattern
from destinations.rules.outcomes import Group

KEY = re.compile(r"[a-z][a-z0-9-]*")
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXT = 14.0


def number(value: float) -> str:
    """As short as it may be: 12.0 → "12", 3.14159 → "3.14"."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def plain(text: str) -> str:
    """`text` with what XML forbids or would read as markup taken out or escaped."""
    return escape(NOT_IN_XML.sub("", text))


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """`element("rect", x=1, stroke_width=2)` → `<rect x="1" stroke-width="2"/>`. What is inside must be markup already."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(NOT_IN_XML.sub('', value) if isinstance(value, str) else number(value))}"
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def words(text: str, x: float, y: float, *, fill: str = DARK, anchor: str = "start", size: float = TEXT, weight: str = "400") -> str:
    return element("text", plain(text), x=x, y=y, fill=fill, text_anchor=anchor, font_size=size, font_weight=weight)


def width_of(text: str, size: float = TEXT) -> float:
    """About how wide `text` will be, never less than it is in the faces we name."""
    return len(text) * size * 0.6


def lines_of(text: str, room: float, size: float = TEXT, most: int = 2) -> list[str]:
    """`text` broken into at most `most` lines that fit into `room`; the last ends in "…" when something had to go."""
    return textwrap.wrap(text, max(int(room / (size * 0.56)), 4), max_lines=most, placeholder="…") or [""]


def checked(key: str) -> str:
    """`key` starts every id of a chart, so two charts on a page need two. Raises ValueError when it could not be an id."""
    if not KEY.fullmatch(key):
        raise ValueError(f'"{key}" cannot start an id: use small letters, digits and hyphens.')
    return key


def tile_id(key: str, group: Group) -> str:
    return f"{key}-{group.value.replace('_', '-')}"


def tile(key: str, group: Group) -> str:
    """The marks of one group as a definition that areas point to; nothing for a solid one."""
    return marks_of(tile_id(key, group), INKS[group])


def marks_of(name: str, ink: Ink) -> str:
    """The marks of an ink under this id. No ground: a PDF shows seams between tiles that carry their own."""
    if ink.pattern is Pattern.SOLID:
        return ""
    marks = element("path", d=ink.pattern.value, stroke=ink.mark, stroke_width=ink.weight, stroke_linecap="round", fill="none")
    return element("pattern", marks, id=name, width=8, height=8, patternUnits="userSpaceOnUse")


def area(key: str, group: Group, **place: float) -> str:
    """A rectangle in the colour and the pattern of a group. `place`: x, y, width, height and perhaps rx."""
    return filled(tile_id(key, group), INKS[group], **place)


def filled(name: str, ink: Ink, **place: float) -> str:
    """A rectangle in an ink whose marks were defined under this id."""
    ground = element("rect", **place, fill=ink.fill, stroke=ink.edge, stroke_width=1)
    return ground if ink.pattern is Pattern.SOLID else ground + element("rect", **place, fill=f"url(#{name})")


def picture(key: str, sentence: str, description: str, width: float, height: float, groups: Iterable[Group], *inside: str) -> str:
    """The whole SVG, with the marks of these groups. `sentence` says what the picture shows: PDF readers and screen readers hear it in
    the picture's place."""
    defined = "".join(tile(key, group) for group in groups)
    return drawn(key, sentence, description, width, height, defined, *inside)


def drawn(key: str, sentence: str, description: str, width: float, height: float, defined: str, *inside: str) -> str:
    """The whole SVG, with definitions that were made already."""
    checked(key)
    return element(
        "svg",
        element("title", plain(sentence), id=f"{key}-title"),
        element("desc", plain(description), id=f"{key}-desc"),
        element("defs", defined) if defined else "",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        font_family=FACE,
        font_size=TEXT,
    )


def swatch(*inside: str) -> str:
    """A small picture in a legend."""
    return drawn_aside(22, 14, "", *inside)


def drawn_aside(width: float, height: float, defined: str, *inside: str) -> str:
    """An SVG that says nothing by itself, because the words stand beside it."""
    return element(
        "svg",
        element("defs", defined) if defined else "",
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        aria_hidden="true",
    )
