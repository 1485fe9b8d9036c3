"""The same name, and a birth date with a slip, or none."""

from dataclasses import replace
from datetime import date

import pytest

from careers.matching.dates import BIRTHS, Birth, Days, compare
from careers.matching.records import Pile
from careers.matching.schools import School, named

from .people import OUR_NAMES, find, ours, row

BORN = date(2009, 3, 10)


@pytest.mark.parametrize(
    ("listed", "how"),
    [
        (date(2009, 3, 10), Birth.SAME),
        (date(2009, 10, 3), Birth.SWAPPED),
        (date(2010, 3, 10), Birth.YEAR),
        (date(2059, 3, 10), Birth.YEAR),
        (date(2009, 3, 16), Birth.SLIP),
        (date(2009, 8, 10), Birth.SLIP),
        (date(2009, 3, 1), Birth.SLIP),
        (date(2009, 3, 9), Birth.SLIP),
        (date(2009, 6, 22), Birth.OTHER),
        (None, Birth.MISSING),
    ],
)
def test_a_birth_date_is_the_same_near_missing_or_different(listed, how):
    assert BIRTHS[compare(Days.of([listed]), Days.of([BORN]))[0]] is how


@pytest.mark.parametrize("listed", [date(2009, 10, 3), date(2008, 3, 10)])
def test_an_exact_uncommon_name_is_certain_with_day_and_month_changed_round_or_another_year(listed):
    known = ours("Ottilie", "Featherstone", BORN, sex="F", middle_names="Rose")
    assert find(row("Ottilie", "Featherstone", listed, sex="F", middle_names="Rose"), known).student == "Ottilie"


def test_one_digit_out_is_to_check():
    assert find(row("Ottilie", "Featherstone", date(2009, 3, 16)), ours("Ottilie", "Featherstone", BORN)).pile == Pile.CHECK


def test_a_slip_in_the_name_and_a_slip_in_the_birth_date_together_are_to_check():
    assert find(row("Otilie", "Featherstone", date(2009, 3, 16)), ours("Ottilie", "Featherstone", BORN)).pile == Pile.CHECK


def test_a_name_alone_is_to_check_whatever_else_the_list_says_of_our_school():
    known = ours("Ottilie", "Featherstone", BORN, form="11A")
    answer = find(row("Ottilie", "Featherstone", None, form="11A", previous_school="Lower Hodder"), known)
    assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "Ottilie")


@pytest.mark.parametrize("listed", [None, date(1900, 1, 1)])
def test_without_a_birth_date_the_exact_name_and_the_postcode_may_be_a_parent_and_are_to_check(listed):
    known = ours("Ottilie", "Featherstone", BORN, postcode="PR1 1AA")
    answer = find(row("Ottilie", "Featherstone", listed, postcode="PR1 1AA"), known)
    assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "Ottilie")


def test_one_digit_out_is_certain_with_the_middle_name_only_when_the_postcode_or_form_agrees_too():
    known = ours("Ottilie", "Featherstone", BORN, middle_names="Rose", postcode="PR1 1AA", form="11A")
    listed = row("Ottilie", "Featherstone", date(2009, 3, 16), middle_names="Rose")
    assert find(listed, known).pile == Pile.CHECK
    assert find(replace(listed, postcode="PR1 1AA"), known).student == "Ottilie"
    assert find(replace(listed, form="11A"), known).student == "Ottilie"


def test_a_date_that_programs_write_when_they_have_none_is_no_birth_date():
    assert find(row("Ottilie", "Featherstone", date(1900, 1, 1)), ours("Ottilie", "Featherstone", BORN)).pile == Pile.CHECK


@pytest.mark.parametrize("text", ["Lower Hodder Academy", "LOWER HODDER", "LHA", "lower hoder academy", "Lower Hodder High School"])
def test_our_school_is_recognised_shortened_mistyped_or_by_its_initials(text):
    assert named(text, "", OUR_NAMES, "150000") is School.OURS


@pytest.mark.parametrize("text", ["St Wilfrid's", "Upper Hodder High School", "Another School", "Ribble View High School"])
def test_another_school_is_another(text):
    assert named(text, "", OUR_NAMES, "150000") is School.ANOTHER


@pytest.mark.parametrize("text", ["", "N/A", "Unknown", "-"])
def test_an_empty_previous_school_says_nothing(text):
    assert named(text, "", OUR_NAMES, "150000") is School.NOT_SAID


def test_the_schools_number_goes_before_its_name():
    assert named("Another School", "150000", OUR_NAMES, "150000") is School.OURS
    assert named("Lower Hodder", "150001", OUR_NAMES, "150000") is School.ANOTHER


def test_another_previous_school_does_not_discard_a_good_match():
    known = ours("Ottilie", "Featherstone", BORN)
    assert find(row("Ottilie", "Featherstone", BORN, previous_school="St Wilfrid's"), known).pile != Pile.NOT_OURS


def test_our_school_as_previous_school_never_decides_alone():
    known = ours("Ottilie", "Featherstone", BORN)
    assert find(row("Amir", "Nowhere", date(2009, 6, 22), previous_school="Lower Hodder"), known).pile == Pile.NOT_OURS
    assert find(row("Ottilie", "Featherstone", date(2008, 11, 25), previous_school="Lower Hodder"), known).pile != Pile.CERTAIN


def test_a_row_about_nobody_of_ours_keeps_nobodys_name():
    answer = find(row("Amir", "Nowhere", date(2009, 6, 22)), ours("Ottilie", "Featherstone", BORN))
    assert (answer.pile, answer.candidates, answer.student) == (Pile.NOT_OURS, (), None)
    assert answer.why == "Nobody of ours has this name and birth date."


def test_an_empty_row_is_not_ours():
    assert find(row("", "", None), ours("Ottilie", "Featherstone", BORN)).pile == Pile.NOT_OURS
