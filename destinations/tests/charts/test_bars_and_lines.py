import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.charts.bars import Count, bars
from destinations.charts.lines import Line, Point, lines
from destinations.charts.palette import ACCENT
from destinations.charts.stacked_bars import NARROW, WIDE
from destinations.rules.outcomes import Group
from destinations.tests.charts.drawn import SVG, assert_may_stand_on_a_page, read, written

widths = st.sampled_from([WIDE, NARROW])
shares = st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=1, max_size=8)


def line(values: list[float | None], group: Group = Group.NEET) -> Line:
    return Line(group, [Point(f"Leavers {2020 + i}", value, 200, 190) for i, value in enumerate(values)])


def long(svg: str) -> list[float]:
    return [float(rect.attrib["width"]) for rect in read(svg).iter(f"{SVG}rect") if rect.attrib["fill"] == ACCENT]


@given(st.lists(st.builds(Count, st.text(max_size=80), st.integers(0, 500)), max_size=12), widths)
def test_bars_of_any_names_are_a_picture_a_page_may_show(counts, width):
    assert_may_stand_on_a_page(bars(counts, key="b", sentence="Providers.", width=width))


@given(st.lists(st.integers(0, 500), min_size=2, max_size=8), widths)
def test_a_bar_is_as_long_as_its_number_says(numbers, width):
    drawn = long(bars([Count("A college", number) for number in numbers], key="b", sentence="Providers.", width=width))
    most = max(numbers) or 1
    assert [wide / (max(drawn) or 1) for wide in drawn] == pytest.approx([number / most for number in numbers], abs=0.01)


def test_every_bar_has_its_number_at_its_end():
    assert {"61", "44"} <= set(written(bars([Count("A", 61), Count("B", 44)], key="b", sentence="Providers.")))


def test_a_number_below_nought_is_refused():
    with pytest.raises(ValueError, match="shorter than nothing"):
        bars([Count("A", -1)], key="b", sentence="Providers.")


@given(shares, widths)
def test_a_trend_of_any_years_is_a_picture_a_page_may_show(values, width):
    svg = lines([line(values), line(values, Group.EDUCATION)], key="t", sentence="The trend.", width=width)
    assert_may_stand_on_a_page(svg)
    assert "nan" not in svg


@given(shares)
def test_every_year_with_a_figure_has_its_mark_and_no_other(values):
    svg = lines([line(values)], key="t", sentence="The trend.")
    assert len(list(read(svg).iter(f"{SVG}circle"))) == sum(value is not None for value in values)


def test_a_year_without_a_figure_is_a_gap():
    path = next(read(lines([line([4, 5, None, 6, 7])], key="t", sentence="The trend.")).iter(f"{SVG}path"))
    assert path.attrib["d"].count("M") == 2


def test_the_scale_starts_at_nought():
    assert "0%" in written(lines([line([40, 45])], key="t", sentence="The trend."))


def test_lines_of_different_years_are_refused():
    with pytest.raises(ValueError, match="same years"):
        lines([line([1, 2]), line([1])], key="t", sentence="The trend.")


def test_more_than_all_is_refused():
    with pytest.raises(ValueError, match="0 to 100"):
        lines([line([101])], key="t", sentence="The trend.")
