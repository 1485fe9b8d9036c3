"""What holds for any list, however odd, long or damaged."""

import gc
import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.matching import block
from careers.matching.decide import match
from careers.matching.records import Known, Listed, Pile

from .people import OTHERS, OUR_NAMES, of, ours, row

TEXT = st.one_of(
    st.text(max_size=12), st.sampled_from(["", " ", ".", "'", "-", "O'", "Mc", "van", "Ñ", "李", "ß", "a" * 300, "Kaur", "Юлія", "\x00"])
)
SEEDS = st.integers(0, 10_000)
DAY = st.one_of(st.none(), st.dates(), st.just(date.max), st.just(date.min))
KEYS = st.one_of(st.integers(), st.text(max_size=3), st.tuples(st.text(max_size=2), st.integers(), st.integers()), st.none())
FORENAMES = "Amelia Bethan Callum Dana Elijah Freya Gethin Honor Idris Jakub Zuzanna Mohammed Oluwaseun Yuliia".split()
SURNAMES = "Ashworth Birch Khan Nowak Adeyemi Shevchenko Popescu Garcia-Lopez O'Brien Zhang".split()


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.builds(Listed, key=KEYS, upn=TEXT, uln=TEXT, surname=TEXT, forename=TEXT, middle_names=TEXT, known_as=TEXT, full_name=TEXT,
                       initials=TEXT, date_of_birth=DAY, sex=TEXT, postcode=TEXT, form=TEXT, previous_school=TEXT), max_size=5),
    st.lists(st.builds(Known, id=st.uuids(), upn=TEXT, uln=TEXT, surname=TEXT, forename=TEXT, middle_names=TEXT, known_as=TEXT,
                       preferred_surname=TEXT, date_of_birth=DAY, postcode=TEXT, cohort=st.sampled_from([None, 1, "x"])), max_size=5),
)  # fmt: skip
def test_no_input_is_refused_and_every_row_has_one_answer(listed, known):
    answers = match(listed, known, OUR_NAMES, first_cohort=1)
    assert [answer.key for answer in answers] == [one.key for one in listed]


@pytest.mark.parametrize(("listed", "known"), [([], []), ([], OTHERS), ([row("Ava", "Webb")], [])])
def test_an_empty_list_or_register_is_no_trouble(listed, known):
    assert [answer.pile for answer in match(listed, known)] == [Pile.NOT_OURS] * len(listed)


def crowd(count, chance):
    start = date(2008, 9, 1)
    return [
        Known(id=n, forename=chance.choice(FORENAMES), surname=chance.choice(SURNAMES) + chance.choice("aeiou"),
              date_of_birth=start + timedelta(chance.randrange(365)), postcode=f"PR{n % 9 + 1} {n % 7 + 1}AA")
        for n in range(count)
    ]  # fmt: skip


def written(known, chance):
    """A row about somebody, as lists have it."""
    listed = of(known, postcode="")
    spoil = chance.randrange(8)
    letters = list(known.surname)
    chance.shuffle(letters)
    changes = (
        {}, {}, {"forename": known.forename[:1]}, {"surname": known.surname.upper()}, {"date_of_birth": None},
        {"surname": known.forename, "forename": known.surname}, {"surname": "".join(letters)}, {"forename": known.forename + "e"},
    )  # fmt: skip
    return replace(listed, **changes[spoil])


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_the_order_of_a_long_list_and_of_a_crowd_changes_nothing(seed):
    chance = random.Random(seed)
    known = crowd(300, chance)
    listed = [written(one, chance) for one in chance.sample(known, 120)]
    expected = {answer.key: answer for answer in match(listed, known)}
    again = match(chance.sample(listed, len(listed)), chance.sample(known, len(known)))
    assert {answer.key: answer for answer in again} == expected


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_somebody_unrelated_in_the_register_never_moves_a_certain_row_to_another(seed):
    chance = random.Random(seed)
    known = crowd(120, chance)
    listed = [written(one, chance) for one in chance.sample(known, 60)]
    more = [*known, Known(id="new", forename="Percival", surname="Thistlethwaite", date_of_birth=date(2009, 7, 30))]
    for before, after in zip(match(listed, known), match(listed, more), strict=True):
        assert after.student != "new"
        assert before.pile is not Pile.CERTAIN or after.student in (before.student, None)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORENAMES), st.sampled_from(FORENAMES), st.sampled_from(SURNAMES), SEEDS)
def test_a_twin_is_never_guessed_from_a_damaged_row(one, two, surname, seed):
    chance = random.Random(seed)
    first, second = ours(one, surname, id="first"), ours(two, surname, id="second")
    listed = written(first, chance)
    answer = match([listed], [first, second, *OTHERS])[0]
    assert answer.student in ("first", None)
    if one == two or len(listed.forename) == 1:
        assert answer.pile is not Pile.CERTAIN


def test_rows_with_very_many_likely_students_are_taken_a_few_at_a_time(monkeypatch):
    monkeypatch.setattr(block, "LIMIT", 500)
    known = crowd(300, random.Random(3))
    listed = [of(one, date_of_birth=None) for one in known[:60]]
    few = match(listed, known)
    monkeypatch.setattr(block, "LIMIT", 10_000_000)
    assert few == match(listed, known)


def test_progress_is_told_until_every_row_is_done(monkeypatch):
    monkeypatch.setattr("careers.matching.decide.TOGETHER", 25)
    known = crowd(60, random.Random(4))
    told: list[tuple[int, int]] = []
    match([of(one) for one in known], known, progress=lambda done, rows: told.append((done, rows)))
    assert told == [(25, 60), (50, 60), (60, 60)]


def test_matching_leaves_the_tidying_of_memory_as_it_was():
    match([row("Ava", "Webb")], OTHERS)
    assert gc.isenabled()
    gc.disable()
    try:
        match([row("Ava", "Webb")], OTHERS)
        assert not gc.isenabled()
    finally:
        gc.enable()
