"""One colour and one pattern for each outcome group, on the page and in the PDF: the only place they are written down.

The patterns differ from each other, so a colour-blind reader or a grey printer loses nothing; tests hold contrast and difference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from destinations.rules.outcomes import Group


class Pattern(StrEnum):
    """How a segment is filled. The value is the path of its marks on an 8 by 8 tile; dots are drawn as very short round lines."""

    SOLID = ""
    RISING = "M-2 2 2 -2M0 8 8 0M6 10 10 6"
    FALLING = "M-2 6 2 10M0 0 8 8M6 -2 10 2"
    DOTS = "M2 2h.01M6 6h.01"
    LEVEL = "M0 2h8M0 6h8"
    UPRIGHT = "M2 0v8M6 0v8"
    CROSSED = "M0 0 8 8M8 0 0 8"
    HATCHED = "M-2 2 2 -2M-1 5 5 -1M0 8 8 0M3 9 9 3M6 10 10 6"


@dataclass(frozen=True, slots=True)
class Ink:
    """`fill` is the ground, `mark` the pattern on it, `edge` the outline (3:1 on white), `text` what is written on the ground (4.5:1)."""

    fill: str
    mark: str
    edge: str
    text: str
    pattern: Pattern
    weight: float = 1.6


DARK, WHITE = "#20262c", "#ffffff"

INKS: Mapping[Group, Ink] = {
    Group.EDUCATION: Ink("#1d5478", "#1d5478", "#12384f", WHITE, Pattern.SOLID),
    Group.APPRENTICESHIP: Ink("#f2bd57", "#a8730f", "#7a520a", DARK, Pattern.RISING),
    Group.EMPLOYMENT: Ink("#5d3d7c", "#d9c8e8", "#3c2354", WHITE, Pattern.DOTS, 2.4),
    Group.TRAINING: Ink("#6fb899", "#2a6e50", "#1f5940", DARK, Pattern.LEVEL, 1.2),
    Group.RE_ENGAGEMENT: Ink("#d3e6f2", "#5e8fb4", "#3c6a8a", DARK, Pattern.CROSSED, 1.2),
    Group.NEET: Ink("#b3282d", "#f0b3b4", "#751317", WHITE, Pattern.FALLING, 1.2),
    Group.OTHER: Ink("#cfcdc6", "#6d6b64", "#55534d", DARK, Pattern.UPRIGHT, 1.2),
    Group.NOT_KNOWN: Ink(WHITE, "#7d848b", "#545c64", DARK, Pattern.HATCHED, 1.0),
}

# What belongs to no group: axes, providers, lines.
ACCENT, MUTED, GRID = "#0f5a61", "#545c64", "#dfdbd0"
FACE = "Open Sans, Inter, Liberation Sans, Arial, DejaVu Sans, sans-serif"
