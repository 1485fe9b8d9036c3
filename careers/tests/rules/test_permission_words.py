import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.asking import Purpose
from careers.rules.permission_words import DEFAULT_WORDS, MOST_SIGNS, PLACES, as_shown, unknown_places

VALUES = dict.fromkeys(PLACES, "a value")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_each_wording_has_a_heading_and_everything_is_filled_in(purpose: Purpose) -> None:
    shown = as_shown(DEFAULT_WORDS[purpose], VALUES)
    assert 10 < len(shown.heading) < 90
    text = " ".join(block.text + " ".join(block.items) for block in shown.blocks)
    assert "{" not in text
    assert "Information Commissioner" in text
    assert len(DEFAULT_WORDS[purpose]) < MOST_SIGNS


@pytest.mark.parametrize("purpose", list(Purpose))
def test_the_words_can_be_read_at_eleven(purpose: Purpose) -> None:
    """Flesch and Kincaid's grade, with vowel groups for syllables: six is a reader of eleven or twelve."""
    blocks = as_shown(DEFAULT_WORDS[purpose], dict.fromkeys(PLACES, "Hodder")).blocks
    sentences = [s for block in blocks for s in re.split(r"[.?!]\s|[.?!]$", block.text) + list(block.items) if s.strip()]
    said = [word for sentence in sentences for word in re.findall(r"[a-z’']+", sentence.lower())]
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word)))) for word in said)
    assert 0.39 * len(said) / len(sentences) + 11.8 * syllables / len(said) - 15.59 < 6.5
    assert max(len(re.findall(r"[a-z’']+", sentence.lower())) for sentence in sentences) <= 26


@pytest.mark.parametrize("purpose", [purpose for purpose in Purpose if purpose is not Purpose.SHARE_AUTHORITY])
def test_whoever_is_asked_is_told_that_a_no_changes_nothing_else(purpose: Purpose) -> None:
    assert "You can say no. Nothing else changes" in DEFAULT_WORDS[purpose]
    assert "change your mind" in DEFAULT_WORDS[purpose]


def test_what_the_law_requires_is_told_and_not_asked() -> None:
    assert "This is not a question" in DEFAULT_WORDS[Purpose.SHARE_AUTHORITY]
    assert "say no" not in DEFAULT_WORDS[Purpose.SHARE_AUTHORITY]


def test_a_value_never_becomes_a_list_or_another_place() -> None:
    shown = as_shown("Heading {school}\n\n{school}\n\n- one {school}\n- two", {"school": "- {council}"})
    assert shown.heading == "Heading - {council}"
    assert shown.blocks[0].text == "- {council}"
    assert shown.blocks[1].items == ("one - {council}", "two")


def test_a_name_in_braces_that_means_nothing_is_found() -> None:
    assert unknown_places("{school} and {pupil.upn} and {}") == ["pupil.upn", ""]


@given(st.text(max_size=300))
def test_any_words_can_be_shown(words: str) -> None:
    as_shown(words, VALUES)
