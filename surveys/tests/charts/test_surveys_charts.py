"""What surveys draw: valid SVG without styles, the same numbers in the table, words that do not touch."""

from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.charts.chart import Source
from destinations.tests.charts.drawn import SVG, assert_may_stand_on_a_page
from destinations.tests.charts.test_palette import contrast
from surveys.charts.curve import Mark, curve_chart
from surveys.charts.flow import flow_chart
from surveys.charts.inks import KIND_INKS, STAGE_INKS
from surveys.charts.stages import stages_bar, stages_legend
from surveys.rules.comparison import Kind, compare
from surveys.rules.first_survey import Plan
from surveys.rules.progress import Stage, row
from surveys.rules.progress_curve import Curve

SOURCE = Source("200 asked", date(2025, 11, 20), "their own answers")


def drawn(svg: str) -> ElementTree.Element:
    assert "style" not in svg
    return ElementTree.fromstring(svg)  # noqa: S314 (our own output)


def flow(before, after):
    return flow_chart(
        compare(before, after), names=("Autumn", "Spring <1>"), key="flow", title="t", sentence="s", source=SOURCE, behind=lambda f: ""
    )


answers = st.dictionaries(st.integers(1, 60), st.sampled_from([*Plan, ""]))


@given(answers, answers)
def test_a_flow_has_a_band_for_every_pair_and_its_table_the_same_numbers(before, after):
    found, chart = compare(before, after), flow(before, after)
    for svg in (chart.wide, chart.narrow):
        assert_may_stand_on_a_page(svg)
        bands = [path for path in drawn(svg).iter(f"{SVG}path") if path.find(f"{SVG}title") is not None]
        assert len(bands) == len(found.flows)
    inner = [int(cell.words) for line in chart.table.rows[:-1] for cell in line[1:-1]]
    assert sum(inner) == found.n == int(chart.table.rows[-1][-1].words)


def test_words_beside_the_nodes_do_not_touch():
    plans = list(Plan)
    many = dict.fromkeys(range(200), "a_level") | {200 + n: plan for n, plan in enumerate(plans)}
    for svg in (flow(many, many).wide, flow(many, many).narrow):
        texts = [text for text in drawn(svg).iter(f"{SVG}text") if float(text.get("y")) > 20]
        for anchor in ("start", "end"):
            ys = sorted(float(text.get("y")) for text in texts if text.get("text-anchor") == anchor)
            assert all(b - a >= 14 for a, b in pairwise(ys))
            height = float(drawn(svg).get("height"))
            assert ys[-1] < height, "nothing is cut off"


@given(st.lists(st.integers(0, 50), max_size=40), st.lists(st.integers(0, 50), max_size=40), st.integers(0, 60))
def test_a_curve_shows_what_its_table_says(now, before, last):
    first, second = (Curve(name, 60, tuple(sorted(points))) for name, points in (("This wave", now), ("A year before", before)))
    marks = [Mark(0, "Invitation"), Mark(7, "Reminder")]
    chart = curve_chart(first, second, marks, opens_on=date(2025, 11, 3), last=last, key="curve", title="t", sentence="s", source=SOURCE)
    assert_may_stand_on_a_page(chart.wide)
    assert_may_stand_on_a_page(chart.narrow)
    assert len(chart.table.rows) == max(len(now), len(before))


def test_a_day_before_the_first_is_refused():
    with pytest.raises(ValueError):
        curve_chart(
            Curve("", 1, ()), None, [Mark(-1, "")], opens_on=date(2025, 11, 3), last=9, key="c", title="", sentence="", source=SOURCE
        )


def test_a_bar_of_stages_is_as_long_as_those_who_were_asked():
    bar = stages_bar(row("11A", "11A", [Stage.FINISHED, Stage.FINISHED, Stage.ASKED]), key="bar-1")
    widths = [float(box.get("width")) for box in drawn(bar).iter(f"{SVG}rect") if not box.get("fill").startswith("url")]
    assert widths == [120, 60]
    assert stages_bar(row("", "", []), key="bar-2")
    assert len(stages_legend("legend")) == len(Stage)


def test_no_two_inks_look_alike_in_grey_and_all_stand_out_from_the_page():
    for inks in (STAGE_INKS, KIND_INKS):
        assert len({ink.pattern for ink in inks.values()}) == len(inks)
        assert all(contrast(ink.edge, "#ffffff") >= 3 for ink in inks.values())
    assert set(KIND_INKS) == set(Kind)
    assert set(STAGE_INKS) == set(Stage)
