"""Several cohorts in one register, and one that the list is expected to be about."""

from dataclasses import replace
from datetime import date

from careers.matching.decide import match
from careers.matching.records import Known, Pile

from .people import BORN, OTHERS, ours, row

THIS, LAST = 2025, 2024
AVA = ours("Ava", "Smith", id="this", cohort=THIS)
OLDER = ours("Ava", "Smith", date(2008, 1, 27), id="last", cohort=LAST)
REGISTER = [*(replace(one, cohort=THIS) for one in OTHERS), AVA, OLDER]


def find(listed, register=REGISTER, first=THIS):
    return match([listed], register, first_cohort=first)[0]


def test_a_namesake_in_another_cohort_with_another_birth_date_does_not_hurt():
    assert find(row("Ava", "Smith")).student == "this"
    assert find(row("Ava", "Smith", OLDER.date_of_birth)).student == "last"


def test_a_namesake_born_a_year_earlier_does_not_make_an_exact_row_doubtful():
    older = replace(OLDER, date_of_birth=BORN.replace(year=BORN.year - 1))
    register = [*REGISTER[:-1], older]
    assert find(row("Ava", "Smith"), register).student == "this"
    assert find(row("Ava", "Smith", older.date_of_birth), register).student == "last"
    assert find(row("Ava", "Smyth"), register).pile is Pile.CHECK


def test_without_a_birth_date_a_namesake_in_another_cohort_makes_it_a_question():
    at_home = [replace(one, postcode="PR1 1AA") for one in (AVA, OLDER)]
    answer = find(row("Ava", "Smith", None, postcode="PR1 1AA"), [*OTHERS, *at_home])
    assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "this")


def test_of_namesakes_a_year_apart_a_birth_date_that_is_neithers_is_to_check():
    younger = replace(AVA, date_of_birth=date(2010, 3, 14))
    older = replace(OLDER, date_of_birth=date(2009, 3, 14))
    for year in (2008, 2011):
        assert find(row("Ava", "Smith", date(year, 3, 14)), [*OTHERS, younger, older]).pile is Pile.CHECK
    assert find(row("Ava", "Smith", date(2009, 3, 14)), [*OTHERS, younger, older]).student == "last"


def test_the_chosen_cohorts_student_is_proposed_first_where_nothing_else_decides():
    for first, expected in ((THIS, "this"), (LAST, "last")):
        answer = find(row("Ava", "Smith", None), first=first)
        assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, expected)


def test_other_cohorts_in_the_register_do_not_make_the_chosen_one_less_certain():
    crowd = [Known(id=f"o{n}", forename="Lena", surname=f"Crowd{n}", date_of_birth=date(2006, 1, 1), cohort=LAST) for n in range(3_000)]
    listed = row("Otilie", "Fetherstone", BORN)
    ottilie = ours("Ottilie", "Featherstone", cohort=THIS)
    assert find(listed, [*OTHERS, ottilie]).student == find(listed, [*OTHERS, ottilie, *crowd]).student == "Ottilie"


def test_a_row_about_another_cohort_is_matched_to_it():
    mo = ours("Idris", "Featherstone", date(2007, 11, 3), cohort=LAST)
    assert find(row("Idris", "Featherstone", date(2007, 11, 3)), [*REGISTER, mo]).student == "Idris"
