"""How far one form or group has come: a bar for a row of a table, whose numbers stand beside it."""

from destinations.charts.drawing import drawn_aside, filled, marks_of
from destinations.charts.legend import Swatch
from surveys.charts.inks import STAGE_INKS
from surveys.rules.progress import Row, Stage

LONG, THICK = 180.0, 18.0


def stages_bar(row: Row, *, key: str) -> str:
    """The bar as SVG, without words: the same row of the table says it. `key` starts its ids and differs from row to row."""
    before, parts, used = 0, "", []
    for stage in Stage:
        if not row.stages[stage]:
            continue
        start, before = LONG * before / row.n, before + row.stages[stage]
        used.append(stage)
        place = {"x": start + 0.5, "y": 0.5, "width": LONG * before / row.n - start, "height": THICK - 1}
        parts += filled(name_of(key, stage), STAGE_INKS[stage], **place)
    return drawn_aside(LONG + 1, THICK, defined(key, used), parts)


def stages_legend(key: str) -> list[Swatch]:
    return [
        Swatch(
            drawn_aside(22, 14, defined(key, [stage]), filled(name_of(key, stage), STAGE_INKS[stage], x=0.5, y=0.5, width=21, height=13)),
            stage.label,
        )
        for stage in Stage
    ]


def defined(key: str, stages: list[Stage]) -> str:
    return "".join(marks_of(name_of(key, stage), STAGE_INKS[stage]) for stage in stages)


def name_of(key: str, stage: Stage) -> str:
    return f"{key}-{stage.value}"
