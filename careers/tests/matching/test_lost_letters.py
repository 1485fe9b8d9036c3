"""Names that lost letters to an older encoding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.matching.lost_letters import restored
from careers.matching.records import Known, Listed, Pile

from .people import find, ours, row

OURS = [
    Known(1, surname="Drăghici", forename="Ștefan"),
    Known(2, surname="Kamińska", forename="Wiktoria"),
    Known(3, surname="Kamiński", forename="Michał"),
    Known(4, surname="O'Dowd", forename="Zoë"),
]


@pytest.mark.parametrize(
    ("surname", "forename", "expected"),
    [
        ("Dr?ghici", "?tefan", ("Drăghici", "Ștefan")),
        ("Dr??ghici", "??tefan", ("Drăghici", "Ștefan")),
        ("Kami?ska", "Wiktoria", ("Kamińska", "Wiktoria")),
        ("Kami?sk?", "Micha?", ("Kami?sk?", "Michał")),
        ("Kami\ufffdski", "Michał", ("Kamiński", "Michał")),
        ("??", "Zo?", ("??", "Zoë")),
        ("Smith?", "?", ("Smith?", "?")),
    ],
)
def test_a_letter_is_put_back_only_where_one_word_can_be_meant(surname, forename, expected):
    (found,) = restored([Listed(1, surname=surname, forename=forename)], OURS)
    assert (found.surname, found.forename) == expected


def test_letters_lost_from_both_names_leave_the_row_certain():
    answer = find(row("?tefan", "Dr?ghici"), ours("Ștefan", "Drăghici"))
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "Ștefan"), answer.why


def test_a_whole_name_in_one_cell_is_put_right_word_by_word():
    (found,) = restored([Listed(1, full_name="Dr?ghici, ?tefan")], OURS)
    assert found.full_name == "Drăghici, Ștefan"


@given(st.lists(st.text("ab ?Ș'-,\ufffd", max_size=12), max_size=6))
def test_rows_without_lost_letters_are_left_alone_and_none_is_lost(names):
    listed = [Listed(place, surname=name, full_name=name) for place, name in enumerate(names)]
    found = restored(listed, OURS)
    assert [one.key for one in found] == [one.key for one in listed]
    assert all(new == old for new, old in zip(found, listed, strict=True) if not {"?", "\ufffd"} & set(old.surname))
