from datetime import date

from django.template import Context, Template

from destinations.charts.bars import Count
from destinations.charts.chart import Cell, Chart, Source, counts_chart, outcomes_chart, trend_chart
from destinations.charts.legend import legend
from destinations.charts.lines import Line, Point
from destinations.charts.stacked_bars import Bar, Part
from destinations.rules.outcomes import Group
from destinations.tests.charts.drawn import SVG, ids, pointed_to_by_fills, read

SOURCE = Source("12 students, 9 known", date(2025, 11, 21), "two colleges & the county")


def small_chart(name: str = "Leavers 2025") -> Chart:
    bar = Bar(name, [Part(Group.EDUCATION, 9, "/students/?outcome=education"), Part(Group.NOT_KNOWN, 3)], n=12, known=9)
    return outcomes_chart([bar], key="cohort", title="Where they are", sentence="9 of 12 are known.", source=SOURCE)


def shown(chart: Chart, how: str = "{% load charts %}{% chart_figure chart %}") -> str:
    return Template(how).render(Context({"chart": chart}))


def test_the_table_has_the_same_numbers_as_the_picture_each_with_its_share():
    table = small_chart().table
    assert table.head == ("Cohort", "Students", "Known", "Education", "Not known")
    assert [cell.words for cell in table.rows[0]] == ["Leavers 2025", "12", "9 (75%)", "9 (75%)", "3 (25%)"]


def test_a_number_opens_the_students_behind_it():
    assert small_chart().table.rows[0][3] == Cell("9 (75%)", "/students/?outcome=education")
    assert '<a href="/students/?outcome=education">9 (75%)</a>' in shown(small_chart())


def test_a_chart_on_a_page_says_who_was_counted_when_and_by_whom():
    page = shown(small_chart())
    assert "12 students, 9 known" in page
    assert "As at 21 November 2025" in page
    assert "two colleges &amp; the county" in page


def test_a_name_cannot_bring_markup_onto_the_page():
    assert "<b>" not in shown(small_chart("<b>Leavers</b>"))


def test_a_page_has_a_wide_and_a_narrow_picture_and_no_id_twice():
    chart = small_chart()
    every = ids(chart.wide) + ids(chart.narrow) + [found for swatch in chart.legend for found in ids(swatch.svg)]
    assert len(every) == len(set(every))


def test_paper_has_one_picture_and_an_open_table():
    page = shown(small_chart(), '{% load charts %}{% chart_figure chart size="wide" %}')
    assert "chart-narrow" not in page
    assert "<details>" not in page
    assert "<table" in page


def test_the_legend_shows_each_group_with_its_own_pattern_and_words():
    swatches = legend([Group.NEET, Group.NOT_KNOWN], key="key")
    assert [swatch.words for swatch in swatches] == ["Not in education, employment or training", "Not known"]
    assert all(pointed_to_by_fills(swatch.svg) == set(ids(swatch.svg)) for swatch in swatches)
    assert all(read(swatch.svg).attrib["aria-hidden"] == "true" for swatch in swatches)


def test_a_chart_of_providers_keeps_the_order_it_is_given():
    chart = counts_chart([Count("B", 1), Count("A", 2, "/a")], key="p", title="Providers", sentence="Two.", source=SOURCE)
    assert [[cell.words for cell in row] for row in chart.table.rows] == [["B", "1"], ["A", "2"]]
    assert len(list(read(chart.wide).iter(f"{SVG}g"))) == 2


def test_a_trend_has_a_row_a_year_and_a_dash_where_there_is_no_figure():
    line = Line(Group.NEET, [Point("Leavers 2024", 4.0, 200, 190), Point("Leavers 2025", None, 0, 0)])
    chart = trend_chart([line], key="t", title="Trend", sentence="Four per cent.", source=SOURCE)
    assert [[cell.words for cell in row] for row in chart.table.rows] == [
        ["Leavers 2024", "200", "190 (95%)", "4%"],
        ["Leavers 2025", "0", "0 (–)", "–"],
    ]
