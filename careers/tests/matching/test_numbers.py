"""UPN first, then ULN."""

from dataclasses import replace
from datetime import date

import pytest

from careers.matching.records import Pile

from .people import BORN, find, of, ours, row

AVA = ours("Ava", "Stephenson", upn="N888415420001", uln="2218396784")
FAR = date(2008, 10, 30)


def test_an_equal_upn_with_name_and_birth_date_equal_is_certain():
    answer = find(of(AVA), AVA)
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "Ava")
    assert answer.why == "Same UPN; same ULN; same name and birth date."


def test_an_equal_upn_is_certain_when_only_the_name_agrees():
    assert find(row("Ava", "Stephenson", FAR, upn=AVA.upn), AVA).student == "Ava"


@pytest.mark.parametrize(
    ("first", "last"), [("Bella", "Okafor"), ("Bella", "Stephenson"), ("Ada", "Stephenson"), ("A", "Okafor"), ("", "Okafor")]
)
def test_an_equal_upn_and_birth_date_under_another_first_name_is_to_check(first, last):
    answer = find(row(first, last, upn=AVA.upn), AVA)
    assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "Ava")


def test_an_equal_upn_with_the_surname_changed_is_certain_when_first_name_and_birth_date_agree():
    assert find(row("Ava", "Okafor", upn=AVA.upn), AVA).student == "Ava"


@pytest.mark.parametrize("first", ["A", "Rose", ""])
def test_an_equal_upn_and_birth_date_with_an_initial_or_middle_name_is_certain_unless_there_is_a_twin(first):
    ava = replace(AVA, middle_names="Rose")
    assert find(row(first, "Stephenson", upn=AVA.upn), ava).student == "Ava"
    for born in (BORN, BORN.replace(day=15)):
        answer = find(row(first, "Stephenson", upn=AVA.upn), ava, ours("Mia", "Stephenson", born))
        assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "Ava")


def test_an_equal_upn_and_birth_date_without_any_name_is_certain_unless_there_is_a_twin():
    assert find(row("", "", upn=AVA.upn), AVA).student == "Ava"
    assert find(row("", "", upn=AVA.upn), AVA, ours("Mia", "Stephenson")).pile == Pile.CHECK


def test_an_equal_upn_with_another_birth_date_needs_both_names_without_a_slip():
    assert find(row("Avva", "Stephenson", FAR, upn=AVA.upn), AVA).pile == Pile.CHECK
    assert find(row("A", "Stephenson", FAR, upn=AVA.upn), AVA).pile == Pile.CHECK


def test_an_equal_upn_of_the_other_sex_is_certain_only_under_the_same_first_name():
    sam = ours("Samuel", "Hughes", upn="N888415420002", sex="M")
    assert find(row("Sam", "Hughes", upn=sam.upn, sex="F"), sam).pile == Pile.CHECK
    assert find(row("Samuel", "Hughes", upn=sam.upn, sex="F"), sam).student == "Samuel"


def test_an_equal_upn_is_to_check_where_one_side_says_singh_and_the_other_kaur():
    singh = ours("Harpreet", "Gill", upn="N888415420002", middle_names="Singh")
    assert find(row("Harpreet", "Gill", upn=singh.upn, middle_names="Kaur"), singh).pile == Pile.CHECK


def test_an_equal_upn_with_name_and_birth_date_both_different_is_to_check():
    answer = find(row("Dan", "Okafor", FAR, upn=AVA.upn), AVA)
    assert (answer.pile, answer.student) == (Pile.CHECK, None)
    assert answer.why == "UPN is Ava Stephenson's but name and birth date are both different."
    assert [candidate.id for candidate in answer.candidates] == ["Ava"]


def test_a_row_of_ours_under_somebody_elses_upn_is_to_check_and_offers_both():
    dan = ours("Dan", "Okafor", FAR, upn="X888400020099")
    answer = find(row("Dan", "Okafor", FAR, upn=AVA.upn), AVA, dan)
    assert answer.pile == Pile.CHECK
    assert [candidate.id for candidate in answer.candidates] == ["Dan", "Ava"]


def test_a_twins_upn_on_her_sisters_row_is_to_check():
    mia = ours("Mia", "Stephenson", upn="X888400020098")
    answer = find(row("Mia", "Stephenson", upn=AVA.upn), AVA, mia)
    assert answer.pile == Pile.CHECK
    assert answer.why == "UPN is Ava Stephenson's but name and birth date are Mia Stephenson's."


def test_an_equal_uln_is_as_good_as_an_equal_upn():
    assert find(row("Ava", "Okafor", uln=AVA.uln), AVA).student == "Ava"
    assert find(row("Dan", "Okafor", FAR, uln=AVA.uln), AVA).why.startswith("ULN is Ava Stephenson's but")


def test_the_upn_goes_before_the_uln_when_its_student_fits():
    dan = ours("Dan", "Okafor", FAR, uln="5423237636")
    assert find(of(AVA, uln=dan.uln), AVA, dan).student == "Ava"


def test_two_numbers_of_two_students_are_to_check_when_the_first_does_not_quite_fit():
    dan = ours("Dan", "Okafor", FAR, uln="5423237636")
    answer = find(row("Ava", "Stephenson", FAR, upn=AVA.upn, uln=dan.uln), AVA, dan)
    assert answer.pile == Pile.CHECK
    assert answer.why == "UPN is Ava Stephenson's but the other number is Dan Okafor's."


def test_the_uln_that_colleges_write_when_they_have_none_says_nothing():
    dan = ours("Dan", "Okafor", FAR, uln="9999999999")
    assert find(row("Ava", "Stephenson", uln="9999999999"), AVA, dan).student == "Ava"


def test_numbers_are_read_without_spaces_and_in_capitals():
    assert find(row("Ava", "Okafor", upn=" n888 4154 20001 "), AVA).student == "Ava"


def test_a_mistyped_upn_does_not_stand_in_the_way_of_name_and_birth_date():
    answer = find(row("Ava", "Stephenson", upn="N888415420010"), AVA)
    assert (answer.pile, answer.why) == (Pile.CERTAIN, "UPN one character out; same name and birth date.")


def test_another_upn_under_the_same_name_and_birth_date_is_to_check():
    assert find(row("Ava", "Stephenson", upn="B801234517009"), AVA).pile == Pile.CHECK


def test_an_equal_upn_stands_when_the_list_gives_neither_name_nor_birth_date():
    assert find(row("", "", None, upn=AVA.upn), AVA).student == "Ava"


def test_an_equal_upn_without_a_birth_date_needs_the_name():
    assert find(row("Ava", "Stephenson", None, upn=AVA.upn), AVA).student == "Ava"
    assert find(row("Dan", "Okafor", None, upn=AVA.upn), AVA).why == "UPN is Ava Stephenson's but the name is different."


def test_a_sisters_upn_in_another_year_is_to_check():
    assert find(row("Mia", "Stephenson", date(2011, 5, 2), upn=AVA.upn), AVA).pile == Pile.CHECK


def test_an_equal_upn_with_the_surname_changed_and_the_birth_date_swapped_is_to_check():
    zoe = ours("Zoe", "Hughes", date(2009, 3, 10), upn="N888415420002")
    assert find(row("Zoe", "Parkinson", date(2009, 10, 3), upn=zoe.upn), zoe).pile == Pile.CHECK
    assert find(row("Zoe", "Hughes", date(2009, 10, 3), upn=zoe.upn), zoe).student == "Zoe"
