from itertools import combinations

import pytest

from destinations.charts.palette import ACCENT, INKS, MUTED, Pattern
from destinations.rules.outcomes import Group


def light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    brighter, darker = sorted((light(a), light(b)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_every_group_has_its_colour_and_its_pattern():
    assert set(INKS) == set(Group)


def test_no_two_groups_share_a_colour_or_a_pattern():
    assert len({ink.fill for ink in INKS.values()}) == len(Group)
    assert len({ink.pattern for ink in INKS.values()}) == len(Group)


@pytest.mark.parametrize("group", Group)
def test_words_on_a_segment_can_be_read(group):
    assert contrast(INKS[group].text, INKS[group].fill) >= 4.5


@pytest.mark.parametrize("group", Group)
def test_the_outline_of_a_segment_stands_out_from_the_paper(group):
    assert contrast(INKS[group].edge, "#ffffff") >= 3


@pytest.mark.parametrize("group", [group for group in Group if INKS[group].pattern is not Pattern.SOLID])
def test_a_pattern_is_seen_without_its_colour(group):
    assert contrast(INKS[group].mark, INKS[group].fill) >= 2


@pytest.mark.parametrize(("a", "b"), list(combinations(Group, 2)))
def test_two_groups_that_a_colour_blind_reader_may_mix_up_differ_in_lightness_or_in_the_lightness_of_their_marks(a, b):
    fills, marks = contrast(INKS[a].fill, INKS[b].fill), contrast(INKS[a].mark, INKS[b].mark)
    assert max(fills, marks) >= 1.25


def test_axes_and_numbers_can_be_read_on_white():
    assert contrast(MUTED, "#ffffff") >= 4.5
    assert contrast(ACCENT, "#ffffff") >= 4.5
