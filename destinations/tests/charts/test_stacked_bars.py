from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.charts.stacked_bars import NARROW, WIDE, Bar, Part, room_for, stacked_bars
from destinations.rules.outcomes import Group
from destinations.tests.charts.drawn import SVG, assert_may_stand_on_a_page, read, written

NAUGHTY = "<script>alert('&\"')</script>\x00\x0b\ud800]]>"
values = st.lists(st.integers(0, 400), min_size=len(Group), max_size=len(Group))
labels = st.one_of(st.text(max_size=60), st.just(NAUGHTY))


def bar(numbers: list[int], label: str = "Leavers 2026") -> Bar:
    n = sum(numbers)
    return Bar(label, [Part(group, value) for group, value in zip(Group, numbers, strict=True)], n, n - numbers[-1])


def segments(svg: str) -> list[tuple[float, float]]:
    found = [rect.attrib for rect in read(svg).iter(f"{SVG}rect") if "stroke" in rect.attrib]
    return [(float(rect["x"]), float(rect["width"])) for rect in found]


@given(values, st.sampled_from([WIDE, NARROW]))
def test_the_segments_of_a_bar_fill_it_exactly_and_touch_each_other(numbers, width):
    svg = stacked_bars([bar(numbers)], key="a", sentence="All.", width=width)
    drawn, room = segments(svg), room_for(width)
    assert len(drawn) == sum(1 for value in numbers if value)
    if drawn:
        assert sum(wide for _, wide in drawn) == pytest.approx(room.bar, abs=0.1)
        assert drawn[0][0] == pytest.approx(room.left, abs=0.01)
        for (x, wide), (following, _) in pairwise(drawn):
            assert x + wide == pytest.approx(following, abs=0.02)


@given(st.lists(st.tuples(values, labels), max_size=6), labels, st.sampled_from([WIDE, NARROW]))
def test_whatever_the_words_say_the_picture_is_one_a_page_may_show(rows, sentence, width):
    svg = stacked_bars([bar(numbers, label) for numbers, label in rows], key="a", sentence=f"All of them. {sentence}", width=width)
    assert_may_stand_on_a_page(svg)


def test_the_title_is_the_whole_sentence_because_a_pdf_reads_it_out_in_the_pictures_place():
    svg = stacked_bars([bar([148, 13, 5, 6, 1, 9, 1, 17])], key="a", sentence="183 of 200 are known & 9 < 10.")
    assert read(svg).findtext(f"{SVG}title") == "183 of 200 are known & 9 < 10."


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_known_rate_stands_at_every_bar(width):
    svg = stacked_bars([bar([148, 13, 5, 6, 1, 9, 1, 17]), bar([9, 0, 0, 0, 0, 0, 0, 3])], key="a", sentence="All.", width=width)
    assert {"183 of 200 known", "9 of 12 known"} <= set(written(svg))


def test_a_share_is_written_only_where_it_fits():
    svg = stacked_bars([bar([198, 0, 0, 0, 0, 1, 0, 1])], key="a", sentence="All.")
    assert "99%" in written(svg)
    assert "1%" not in written(svg)


def test_those_not_known_are_drawn_hatched_on_white():
    svg = stacked_bars([bar([3, 0, 0, 0, 0, 0, 0, 3])], key="a", sentence="All.")
    rects = [rect.attrib["fill"] for rect in read(svg).iter(f"{SVG}rect")]
    assert rects.index("url(#a-not-known)") == rects.index("#ffffff") + 1
    assert next(tile for tile in read(svg).iter(f"{SVG}pattern") if tile.attrib["id"] == "a-not-known")[0].attrib["d"]


def test_a_row_with_nobody_says_so_and_draws_nothing():
    svg = stacked_bars([bar([0] * 8)], key="a", sentence="All.")
    assert "Nobody to count" in written(svg)
    assert segments(svg) == []


def test_parts_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="do not add up to 10"):
        Bar("Leavers 2026", [Part(Group.EDUCATION, 9)], n=10, known=9)


def test_more_known_than_there_are_is_refused():
    with pytest.raises(ValueError, match="11 known of 10"):
        Bar("Leavers 2026", [Part(Group.EDUCATION, 10)], n=10, known=11)


def test_a_key_that_could_not_be_an_id_is_refused():
    with pytest.raises(ValueError, match="cannot start an id"):
        stacked_bars([], key='x" onload="', sentence="All.")


def test_a_long_name_is_cut_and_never_runs_into_its_bar():
    svg = stacked_bars(
        [bar([1] * 8, "English as an additional language, arrived in Year 10 or later, with a plan")], key="a", sentence="All."
    )
    assert any(words.endswith("…") for words in written(svg))
