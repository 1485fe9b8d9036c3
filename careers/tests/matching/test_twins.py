"""Twins, brothers and sisters, and namesakes: never certain by guess."""

from datetime import date

import pytest

from careers.matching.records import Pile

from .people import BORN, find, ours, row

OTHER_DAY = date(2008, 12, 27)


def test_each_twin_of_ours_is_certain_under_the_own_name():
    amy, ann = ours("Amy", "Smith"), ours("Ann", "Smith")
    assert find(row("Amy", "Smith"), amy, ann).student == "Amy"
    assert find(row("Ann", "Smith"), amy, ann).student == "Ann"


def test_a_twin_who_is_not_ours_is_never_certain():
    assert find(row("Amy", "Smith"), ours("Ann", "Smith")).pile != Pile.CERTAIN


@pytest.mark.parametrize(("listed", "known"), [("Sara", "Zara"), ("Hanna", "Hania"), ("Alexander", "Alexandra"), ("Ellie", "Libby")])
def test_two_names_a_letter_apart_are_two_people_until_somebody_says(listed, known):
    assert find(row(listed, "Smith"), ours(known, "Smith")).pile == Pile.CHECK


def test_the_other_sex_is_certain_only_under_the_same_first_name():
    sam = ours("Samuel", "Smith", sex="M", postcode="PR1 1AA")
    assert find(row("Sam", "Smith", sex="F", postcode="PR1 1AA"), sam).pile == Pile.CHECK
    assert find(row("Samuel", "Smith", sex="F", postcode="PR1 1AA"), sam).student == "Samuel"


def test_singh_on_one_side_and_kaur_on_the_other_may_be_brother_and_sister():
    assert find(row("Harpreet Kaur", "Gill"), ours("Harpreet Singh", "Gill")).pile == Pile.CHECK
    assert find(row("Harpreet", "Gill"), ours("Harpreet Singh", "Gill")).student == "Harpreet Singh"


def test_a_short_form_of_both_twins_is_to_check():
    answer = find(row("Charlie", "Smith"), ours("Charles", "Smith"), ours("Charlotte", "Smith"))
    assert answer.pile == Pile.CHECK
    assert {candidate.id for candidate in answer.candidates} == {"Charles", "Charlotte"}


def test_a_slip_that_could_be_either_twin_is_to_check():
    assert find(row("Danyl", "Smith"), ours("Dany", "Smith"), ours("Daryl", "Smith")).pile == Pile.CHECK


def test_an_initial_of_two_twins_is_to_check():
    answer = find(row("A", "Smith"), ours("Amy", "Smith"), ours("Ann", "Smith"))
    assert (answer.pile, len(answer.candidates)) == (Pile.CHECK, 2)


def test_twins_without_a_first_name_on_the_list_are_to_check():
    assert find(row("", "Smith"), ours("Amy", "Smith"), ours("Ann", "Smith")).pile == Pile.CHECK


def test_brothers_who_share_mohammed_are_told_apart_by_the_name_after_it():
    ibrahim, ismail = ours("Mohammed Ibrahim", "Qadir"), ours("Mohammed Ismail", "Qadir")
    assert find(row("Mohammed", "Qadir"), ibrahim, ismail).pile == Pile.CHECK
    assert find(row("Mohammed Ismail", "Qadir"), ibrahim).pile == Pile.CHECK


def test_of_two_namesakes_the_birth_date_decides_only_when_it_is_exact():
    one, two = ours("Ava", "Smith", id="one"), ours("Ava", "Smith", OTHER_DAY, id="two")
    assert find(row("Ava", "Smith"), one, two).student == "one"
    assert find(row("Ava", "Smith", OTHER_DAY), one, two).student == "two"
    for unsure in (None, BORN.replace(year=2010), date(2008, 12, 21)):
        assert find(row("Ava", "Smith", unsure), one, two).pile == Pile.CHECK


def test_namesakes_whose_birth_dates_are_each_others_changed_round_are_to_check():
    one, two = ours("Ava", "Smith", date(2009, 3, 10), id="one"), ours("Ava", "Smith", date(2009, 10, 3), id="two")
    assert find(row("Ava", "Smith", date(2009, 3, 10)), one, two).pile == Pile.CHECK


def test_namesakes_born_the_same_day_are_to_check():
    answer = find(row("Ava", "Smith"), ours("Ava", "Smith", id="one"), ours("Ava", "Smith", id="two"))
    assert (answer.pile, len(answer.candidates)) == (Pile.CHECK, 2)


def test_a_sister_in_another_year_is_not_ours():
    answer = find(row("Amy", "Smith", date(2011, 7, 1)), ours("Ann", "Smith"))
    assert (answer.pile, answer.candidates) == (Pile.NOT_OURS, ())


def test_a_namesake_with_another_birth_date_is_not_ours():
    answer = find(row("Ava", "Smith", OTHER_DAY, previous_school="St Wilfrid's"), ours("Ava", "Smith"))
    assert (answer.pile, answer.candidates) == (Pile.NOT_OURS, ())
