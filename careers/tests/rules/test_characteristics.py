from datetime import date

import pytest

from careers.rules.characteristics import (
    HAS_BEEN,
    NO,
    WAS,
    YES,
    Mark,
    Span,
    all_changes,
    language_mark,
    one_sen_stage,
    sen_marks,
    span_changes,
    word_mark,
)

TODAY = date(2025, 9, 8)


def change(mark, held=(), *, newcomer=False):
    return [(c.what, c.span.since, c.span.until) for c in span_changes("fsm", mark, held, today=TODAY, newcomer=newcomer)]


def test_the_first_yes_about_a_newcomer_has_no_beginning():
    assert change(YES, newcomer=True) == [("begins", None, None)]


def test_a_later_yes_begins_on_the_day_of_the_import():
    assert change(YES) == [("begins", TODAY, None)]


def test_a_yes_that_we_hold_changes_nothing():
    assert change(YES, [Span("fsm")]) == []


def test_yes_to_no_ends_on_the_day_of_the_import_and_keeps_its_beginning():
    assert change(NO, [Span("fsm", date(2024, 9, 1), id=7)]) == [("ends", date(2024, 9, 1), TODAY)]


def test_a_no_about_something_never_held_changes_nothing():
    assert change(NO) == []


def test_yes_again_after_it_ended_begins_anew():
    assert change(YES, [Span("fsm", None, date(2024, 1, 1))]) == [("begins", TODAY, None)]


def test_nothing_said_changes_nothing():
    assert change(Mark(), [Span("fsm")]) == []


def test_ever_six_without_a_word_about_today_is_noted_as_past_and_never_ends_what_holds():
    assert change(HAS_BEEN) == [("has been", None, TODAY)]
    assert change(HAS_BEEN, [Span("fsm")]) == []


def test_ever_six_said_again_adds_nothing():
    assert change(HAS_BEEN, [Span("fsm", None, date(2025, 1, 1))]) == []


def test_not_now_but_ever_ends_what_holds_or_notes_it_as_past():
    assert change(WAS, [Span("fsm", id=3)]) == [("ends", None, TODAY)]
    assert change(WAS) == [("has been", None, TODAY)]


def test_of_two_columns_a_yes_outweighs_a_no():
    assert NO | YES == YES
    assert Mark(False, True) == (NO | HAS_BEEN)
    assert Mark() | NO == NO


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("N", set()),
        ("No SEN", set()),
        ("K", {"sen", "sen_support"}),
        ("sen  support", {"sen", "sen_support"}),
        ("A", {"sen", "sen_support"}),
        ("P", {"sen", "sen_support"}),
        ("E", {"sen", "ehc_plan"}),
        ("EHCP", {"sen", "ehc_plan"}),
        ("S", {"sen", "ehc_plan"}),
        ("Yes", {"sen"}),
    ],
)
def test_sen_codes_and_words_are_read(word, kinds):
    assert {kind for kind, mark in sen_marks(word).items() if mark.now} == kinds


def test_an_sen_word_that_is_none_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="Perhaps is not an SEN status"):
        sen_marks("Perhaps")


def test_from_support_to_a_plan_ends_one_and_begins_the_other():
    held = [Span("sen", id=1), Span("sen_support", id=2)]
    changes = all_changes(sen_marks("E"), held, today=TODAY, newcomer=False)
    assert {(c.kind, c.what) for c in changes} == {("sen_support", "ends"), ("ehc_plan", "begins")}


def test_a_plan_in_one_column_and_support_in_another_is_a_plan():
    marks = {"sen": YES, "sen_support": YES, "ehc_plan": YES}
    one_sen_stage(marks)
    assert marks["sen_support"] == NO


@pytest.mark.parametrize(
    ("code", "mark"), [("ENG", NO), ("ENB", NO), ("Believed to be English", NO), ("POL", YES), ("Urdu", YES), ("REF", Mark())]
)
def test_a_first_language_says_whether_english_is_an_additional_one(code, mark):
    assert language_mark(code) == mark


@pytest.mark.parametrize(
    ("word", "mark"), [("Currently in care", YES), ("PLAC", WAS), ("Not in care", NO), ("unknown", Mark()), ("Tuesday", None)]
)
def test_words_about_care_are_read(word, mark):
    assert word_mark("looked_after", word) == mark
