"""Colours and patterns of what surveys draw: how far somebody has come, and kinds of plan. Each differs from its neighbours in grey too."""

from collections.abc import Mapping

from destinations.charts.palette import DARK, WHITE, Ink, Pattern
from surveys.rules.comparison import Kind
from surveys.rules.progress import Stage

STAGE_INKS: Mapping[Stage, Ink] = {
    Stage.FINISHED: Ink("#1d5478", "#1d5478", "#12384f", WHITE, Pattern.SOLID),
    Stage.STARTED: Ink("#f2bd57", "#a8730f", "#7a520a", DARK, Pattern.RISING),
    Stage.OPENED: Ink("#d3e6f2", "#5e8fb4", "#3c6a8a", DARK, Pattern.DOTS, 2.2),
    Stage.ASKED: Ink(WHITE, "#7d848b", "#545c64", DARK, Pattern.HATCHED, 1.0),
}
KIND_INKS: Mapping[Kind, Ink] = {
    Kind.A_LEVEL: Ink("#1d5478", "#1d5478", "#12384f", WHITE, Pattern.SOLID),
    Kind.T_LEVEL: Ink("#6f9fc4", "#2c5f86", "#234d6d", DARK, Pattern.UPRIGHT, 1.2),
    Kind.VOCATIONAL: Ink("#6fb899", "#2a6e50", "#1f5940", DARK, Pattern.LEVEL, 1.2),
    Kind.APPRENTICESHIP: Ink("#f2bd57", "#a8730f", "#7a520a", DARK, Pattern.RISING),
    Kind.JOB: Ink("#5d3d7c", "#d9c8e8", "#3c2354", WHITE, Pattern.DOTS, 2.4),
    Kind.OTHER: Ink("#cfcdc6", "#6d6b64", "#55534d", DARK, Pattern.CROSSED, 1.2),
    Kind.DO_NOT_KNOW: Ink("#b3282d", "#f0b3b4", "#751317", WHITE, Pattern.FALLING, 1.2),
    Kind.NO_ANSWER: Ink(WHITE, "#7d848b", "#545c64", DARK, Pattern.HATCHED, 1.0),
}
