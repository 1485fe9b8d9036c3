"""Surnames of two and three letters: a letter more or less often makes another one."""

from datetime import date

import pytest

from careers.matching.names import short_slip
from careers.matching.nicknames import SHORT_SURNAMES
from careers.matching.records import Pile

from .people import BORN, find, ours, row


@pytest.mark.parametrize(("listed", "known"), [("Lj", "Li"), ("Lii", "Li"), ("Zgu", "Zhu"), ("Bùk", "Bùi"), ("Ojp", "Ojo"), ("Fxo", "Fox")])
def test_a_slip_that_makes_no_surname_is_certain_where_first_name_and_birth_date_are_exactly_ours(listed, known):
    answer = find(row("Yu-Tong", listed), ours("Yu-Tong", known))
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "Yu-Tong"), answer.why
    assert f"{listed} is one letter from {known}" in answer.why


@pytest.mark.parametrize(
    ("listed", "known"), [("Lin", "Li"), ("Wu", "Xu"), ("Ho", "Hu"), ("Lau", "Lam"), ("Ali", "Al"), ("Fox", "Cox"), ("El", "Le")]
)
def test_another_surname_a_letter_away_is_never_certain(listed, known):
    assert find(row("Yu-Tong", listed), ours("Yu-Tong", known)).pile != Pile.CERTAIN


def test_a_word_that_another_student_bears_is_a_surname_though_no_table_has_it():
    assert find(row("Mei", "Zgu"), ours("Mei", "Zhu"), ours("Jun", "Zgu", date(2008, 11, 5))).pile == Pile.CHECK


@pytest.mark.parametrize(
    ("listed", "born"),
    [("Yutonh", BORN), ("Yu", BORN), ("Y", BORN), ("Yu-Tong", BORN.replace(year=2010)), ("Yu-Tong", date(2009, 3, 15)), ("Yu-Tong", None)],
    ids=["first name a letter out", "half a first name", "an initial", "year", "digit", "no birth date"],
)
def test_a_short_surname_a_letter_out_with_any_other_slip_is_never_certain(listed, born):
    assert find(row(listed, "Zgu", born), ours("Yu-Tong", "Zhu")).pile != Pile.CERTAIN


def test_a_short_surname_a_letter_out_is_to_check_where_it_may_be_two():
    answer = find(row("Mei", "Lj"), ours("Mei", "Li", id="one"), ours("Mei", "Lu", id="two"))
    assert (answer.pile, {candidate.id for candidate in answer.candidates}) == (Pile.CHECK, {"one", "two"})


def test_short_words_a_slip_apart():
    assert short_slip("li", "lj") and short_slip("li", "lii") and short_slip("zhu", "zgu") and short_slip("le", "el")
    assert not short_slip("li", "li") and not short_slip("li", "l") and not short_slip("zhu", "zhou") and not short_slip("li", "wu")


def test_the_short_surnames_are_short_and_folded():
    assert len(SHORT_SURNAMES) > 800
    assert {"li", "lin", "ng", "ali", "fox", "ojo", "koc"} <= SHORT_SURNAMES
