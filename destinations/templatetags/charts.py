from typing import Any

from django import template
from django.utils.safestring import mark_safe

from destinations.charts.chart import Chart

register = template.Library()


@register.filter
def drawn(svg: str) -> str:
    """`{{ bar|drawn }}`: a small picture that one of our chart functions made, and nothing else."""
    return mark_safe(svg)  # noqa: S308


@register.inclusion_tag("parts/chart.html")
def chart_figure(chart: Chart, size: str = "both", level: int = 3) -> dict[str, Any]:
    """`{% chart_figure chart %}`; `size="wide"` for paper, where only one picture is wanted and the table stands open.

    The SVG is marked safe here and nowhere else: `destinations.charts` and `surveys.charts` write every text through one escaping function.
    """
    return {
        "chart": chart,
        "wide": mark_safe(chart.wide),  # noqa: S308
        "narrow": mark_safe(chart.narrow) if size == "both" else "",  # noqa: S308
        "swatches": [(mark_safe(swatch.svg), swatch.words) for swatch in chart.legend],  # noqa: S308
        "on_paper": size != "both",
        "level": level,
    }
