"""Rows beside one another, and what holds for any list whatever."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.matching import columns
from careers.matching.block import Blocks
from careers.matching.columns import Book, Words
from careers.matching.decide import match
from careers.matching.records import Known, Listed, Pile

from .people import OTHERS, OUR_NAMES, find, of, ours, row

AVA = ours("Ava", "Stephenson", upn="N888415420001")


def both(*listed: Listed) -> list[Pile]:
    return [answer.pile for answer in match(listed, [AVA, *OTHERS], OUR_NAMES)]


def test_one_student_twice_with_the_same_word_is_certain_twice():
    assert both(row("Ava", "Stephenson", key=2, says="230"), row("Ava", "Stephenson", key=3, says="230")) == [Pile.CERTAIN] * 2


def test_one_student_twice_with_different_words_is_to_check_twice():
    assert both(row("Ava", "Stephenson", key=2, says="230"), row("Ava", "Stephenson", key=3, says="left")) == [Pile.CHECK] * 2


def test_different_words_under_one_upn_are_to_check_too():
    assert both(of(AVA, says="230"), of(AVA, key=("Sheet1", 9), says="619")) == [Pile.CHECK] * 2


def test_a_mistyped_row_of_a_student_who_is_there_twice_is_certain_twice():
    assert both(row("Ava", "Stephenson", key=2), row("Ava", "Stehpenson", key=3)) == [Pile.CERTAIN] * 2


def test_when_two_rows_claim_one_student_and_one_fits_exactly_the_other_is_to_check():
    beth = ours("Elizabeth", "Ogden")
    rows = [row("Elizabeth", "Ogden", key=2), row("Beth", "Ogden", key=3)]
    answers = match(rows, [beth, *OTHERS])
    assert [answer.pile for answer in answers] == [Pile.CERTAIN, Pile.CHECK]
    assert answers[1].why.endswith("Another row of this list fits the same student better.")
    assert match(rows[1:], [beth, *OTHERS])[0].pile == Pile.CERTAIN


def test_a_common_name_needs_more_than_a_rare_one():
    crowd = [ours("Mohammed", "Khan", date(2008, 9, 1) + timedelta(days=9 * n), id=f"k{n}") for n in range(40)]
    answer = match([row("Mohammed", "Khan", date(2010, 1, 5))], [*crowd, ours("Mohammed", "Khan", date(2009, 1, 5), id="he")])[0]
    assert answer.pile == Pile.CHECK
    assert find(row("Ottilie", "Featherstone", date(2010, 1, 5)), ours("Ottilie", "Featherstone", date(2009, 1, 5))).student == "Ottilie"


FORENAMES = ["Amy", "Ann", "Zoë", "Mohammed", "Muhammad", "Charlie", "Charlotte", "Alex", "Sara", "Zara", "Eoin", "Mary-Jane", "J", ""]
SURNAMES = ["Smith", "Smyth", "Khan", "O'Brien", "Smith-Khan", "van der Berg", "Müller", "MacDonald", "Ng", ""]
DAYS = [date(2009, 3, 10), date(2009, 10, 3), date(2009, 3, 11), date(2008, 3, 10), date(2008, 11, 29)]
UPNS = ["", "N888415420001", "X888400020098", "B801234517009"]

names = st.fixed_dictionaries({
    "forename": st.sampled_from(FORENAMES),
    "surname": st.sampled_from(SURNAMES),
    "middle_names": st.sampled_from(["", "May", "Ali"]),
    "date_of_birth": st.one_of(st.none(), st.sampled_from(DAYS)),
    "postcode": st.sampled_from(["", "PR1 1AA", "PR2 2BB"]),
})  # fmt: skip
people = st.lists(names, max_size=6).map(lambda found: [Known(id=n, **one) for n, one in enumerate(found)])
lists = st.lists(
    st.builds(lambda one, upn, says: {**one, "upn": upn, "says": says}, names, st.sampled_from(UPNS), st.sampled_from(["a", "b"])),
    max_size=6,
).map(lambda found: [Listed(key=("Sheet1", n), **one) for n, one in enumerate(found)])


def with_upns(known: list[Known]) -> list[Known]:
    """The first students get a UPN each: a UPN is one student in a school."""
    return [replace(one, upn=upn) for one, upn in zip(known, UPNS[1:], strict=False)] + known[len(UPNS) - 1 :]


@settings(max_examples=150, deadline=None)
@given(lists, people)
def test_every_row_gets_one_answer_with_scores_from_0_to_1_best_first(listed, known):
    answers = match(listed, known, OUR_NAMES)
    assert [answer.key for answer in answers] == [one.key for one in listed]
    for answer in answers:
        scores = [candidate.score for candidate in answer.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 3 and all(0 <= score <= 1 for score in scores)
        assert (answer.student is not None) == (answer.pile is Pile.CERTAIN)
        assert answer.pile is not Pile.NOT_OURS or not answer.candidates
        assert answer.why


@settings(max_examples=150, deadline=None)
@given(lists, people, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_of_students_changes_nothing(listed, known, chance: random.Random):
    known = with_upns(known)
    expected = {answer.key: answer for answer in match(listed, known, OUR_NAMES)}
    shuffled_rows, shuffled_students = chance.sample(listed, len(listed)), chance.sample(known, len(known))
    assert {answer.key: answer for answer in match(shuffled_rows, shuffled_students, OUR_NAMES)} == expected


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORENAMES[:10]), st.sampled_from(FORENAMES[:10]), st.sampled_from(FORENAMES[:10]), st.sampled_from(SURNAMES[:9]))
def test_a_row_is_never_certain_for_the_wrong_one_of_two_twins(one, two, said, surname):
    first, second = ours(one, surname, id="first"), ours(two, surname, id="second")
    answer = find(row(said, surname), first, second)
    assert answer.student != "second" or said == two or said != one
    assert answer.student != "first" or said == one or said != two
    if one == two:
        assert answer.pile is not Pile.CERTAIN


@settings(max_examples=100, deadline=None)
@given(people, st.integers(0, 5))
def test_an_equal_upn_with_everything_else_equal_and_more_than_one_name_is_always_certain(known, which):
    known = with_upns(known)
    if not known or not (someone := known[which % len(known)]).upn:
        return
    if len(someone.forename) < 2 or not (someone.surname or someone.date_of_birth):
        return
    assert match([of(someone)], known)[0].student == someone.id


@settings(max_examples=100, deadline=None)
@given(names, people)
def test_an_unrelated_student_more_never_makes_a_row_certain_for_another(listed, known):
    unrelated = Known(id="new", forename="Percival", surname="Thistlethwaite", date_of_birth=date(2009, 7, 30), postcode="LA9 9ZZ")
    was, now = (match([Listed(key=1, **listed)], pool)[0] for pool in (known, [*known, unrelated]))
    assert now.student != "new"
    if was.pile is Pile.CERTAIN:
        assert now.student in (was.student, None)


def test_a_row_is_compared_with_a_handful_of_students_however_large_the_school():
    start = date(2008, 9, 1)
    known = [
        Known(
            id=n,
            forename=FORENAMES[n % 12],
            surname=f"{SURNAMES[n % 8]}{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}",
            date_of_birth=start + timedelta(n % 365),
        )
        for n in range(4_000)
    ]
    book = Book()
    students = columns.students(known, book, lambda one: True)
    rows = columns.rows([of(one) for one in known[::20]], book, (), "")
    found, _ = Blocks(rows, students, Words.of(book)).candidates(np.arange(200))
    sizes = np.bincount(found, minlength=200)
    assert sizes.max() < 40 and sizes.min() > 0
