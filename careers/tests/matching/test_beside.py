"""The rows of one list beside one another: every row has a student of its own where it can."""

from careers.matching.decide import match
from careers.matching.records import Pile

from .people import OTHERS, ours, row

AMY, ANN = ours("Amy", "Smith"), ours("Ann", "Smith")


def answers(*rows, known=(AMY, ANN)):
    return match(rows, [*known, *OTHERS])


def test_a_twins_initial_is_offered_the_twin_who_is_not_on_another_row():
    certain, question = answers(row("Amy", "Smith", key=2), row("A", "Smith", key=3))
    assert (certain.student, question.pile, question.candidates[0].id) == ("Amy", Pile.CHECK, "Ann")
    assert question.candidates[1].words.endswith("on another row of this list")


def test_the_same_statement_twice_leaves_the_order_alone():
    once, twice = answers(row("A", "Smith", key=2), row("A", "Smith", key=3))
    assert once.candidates == twice.candidates


def test_two_rows_that_could_be_either_twin_are_offered_one_each():
    both = answers(row("Amu", "Smith", key=2, says="a"), row("A", "Smith", key=3, says="b"))
    assert [answer.candidates[0].id for answer in both] == ["Amy", "Ann"]
    assert all(answer.pile is Pile.CHECK for answer in both)


def test_more_rows_than_can_be_weighed_together_still_get_an_answer():
    found = answers(*(row("A", "Smith", key=n, says=n) for n in range(12)))
    assert {answer.pile for answer in found} == {Pile.CHECK}
    assert {answer.candidates[0].id for answer in found} <= {"Amy", "Ann"}


def test_nobody_becomes_certain_because_others_are_taken():
    _, question = answers(row("Amy", "Smith", key=2), row("Aann", "Smyth", key=3))
    assert question.student in (None, "Ann")
    assert answers(row("Amy", "Smith", key=2), row("", "Smith", key=3))[1].pile is Pile.CHECK
