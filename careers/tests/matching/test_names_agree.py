"""The same birth date, and a name written another way."""

import pytest

from careers.matching.records import Pile

from .people import BORN, find, ours, row


@pytest.mark.parametrize(
    ("listed", "known"),
    [
        pytest.param(("Zoe", "Hindley"), ("Zoë", "Hindley"), id="accents"),
        pytest.param(("Lukasz", "Woz"), ("Łukasz", "Wóz"), id="letters that do not come apart"),
        pytest.param(("Lena", "Mueller"), ("Lena", "Müller"), id="an umlaut written out"),
        pytest.param(("Lena", "MÃ¼ller"), ("Lena", "Müller"), id="an umlaut read in the wrong encoding"),
        pytest.param(("Lena", "Strasse"), ("Lena", "Straße"), id="sharp s"),
        pytest.param(("Tahir", "OBrien"), ("Tahir", "O'Brien"), id="an apostrophe lost"),
        pytest.param(("Tahir", "O Brien"), ("Tahir", "O’Brien"), id="an apostrophe made a space"),
        pytest.param(("Demi", "DSouza"), ("Demi", "D'Souza"), id="d'"),
        pytest.param(("Ian", "Mc Donald"), ("Ian", "MacDonald"), id="Mc and Mac"),
        pytest.param(("Anna", "Berg"), ("Anna", "van der Berg"), id="particles lost"),
        pytest.param(("Anna", "Vanderberg"), ("Anna", "van der Berg"), id="particles joined"),
        pytest.param(("Ali", "Al-Hassan"), ("Ali", "Hassan"), id="al-"),
        pytest.param(("Cara", "Martin Dixon"), ("Cara", "Martin-Dixon"), id="a hyphen lost"),
        pytest.param(("Cara", "Dixon"), ("Cara", "Martin-Dixon"), id="half of a double surname"),
        pytest.param(("Cara", "Martin-Dixon"), ("Cara", "Martin"), id="a half added"),
        pytest.param(("Cara", "Dixon-Martin"), ("Cara", "Martin-Dixon"), id="halves changed round"),
        pytest.param(("Liz", "Webb"), ("Elizabeth", "Webb"), id="a short form"),
        pytest.param(("Elizabeth", "Webb"), ("Liz", "Webb"), id="a short form of ours"),
        pytest.param(("Mohammed", "Qadir"), ("Muhammad", "Qadir"), id="the same name spelt another way"),
        pytest.param(("Zuzanna", "Mazur"), ("Suzanna", "Mazur"), id="the same name in another language"),
        pytest.param(("Sam", "Hussain"), ("Sam", "Hussein"), id="a surname spelt another way"),
        pytest.param(("Ibrahim", "Qadir"), ("Mohammed Ibrahim", "Qadir"), id="the name after Mohammed"),
        pytest.param(("Abdul Rahman", "Shah"), ("Abdulrahman", "Shah"), id="one name in two words"),
        pytest.param(("Mary Jane", "Webb"), ("Mary-Jane", "Webb"), id="a double first name"),
        pytest.param(("Seinna", "Webb"), ("Sienna", "Webb"), id="neighbours exchanged"),
        pytest.param(("Benjaoin", "Webb"), ("Benjamin", "Webb"), id="a letter changed"),
        pytest.param(("Rry", "Webb"), ("Rory", "Webb"), id="a letter lost"),
        pytest.param(("Zaara", "Webb"), ("Zara", "Webb"), id="a letter added"),
        pytest.param(("Sam", "Hallwiell"), ("Sam", "Halliwell"), id="a slip in the surname"),
        pytest.param(("Webb", "Imogen"), ("Imogen", "Webb"), id="columns changed round"),
        pytest.param(("WEBB", "IMOGEN"), ("Imogen", "Webb"), id="columns changed round, in capitals"),
        pytest.param(("  imogen ", "webb"), ("Imogen", "Webb"), id="spaces and small letters"),
    ],
)
def test_a_name_written_another_way_with_the_same_birth_date_is_certain(listed, known):
    answer = find(row(*listed), ours(*known, id="the one"))
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "the one"), answer.why


def test_a_middle_name_in_the_first_name_column_is_no_disagreement():
    assert find(row("Imogen May", "Webb"), ours("Imogen", "Webb", middle_names="May")).pile == Pile.CERTAIN
    assert find(row("Imogen May", "Webb"), ours("Imogen", "Webb")).pile == Pile.CERTAIN
    assert find(row("Imogen", "Webb"), ours("Imogen", "Webb", middle_names="May")).pile == Pile.CERTAIN


def test_what_a_student_is_known_as_is_a_first_name_too():
    answer = find(row("Ali", "Webb"), ours("Mustafa", "Webb", known_as="Ali"))
    assert (answer.pile, answer.why) == (Pile.CERTAIN, "Same birth date; Mustafa is known as Ali.")
    assert find(row("", "Webb", known_as="Ali"), ours("Mustafa", "Webb", known_as="Ali")).pile == Pile.CERTAIN


def test_a_preferred_or_former_surname_is_a_surname_too():
    assert find(row("Imogen", "Green"), ours("Imogen", "Webb", former_surname="Green")).pile == Pile.CERTAIN
    assert find(row("Imogen", "Grant"), ours("Imogen", "Webb", preferred_surname="Grant")).pile == Pile.CERTAIN


@pytest.mark.parametrize("full", ["WEBB, Imogen", "Imogen Webb", "Webb Imogen", "WEBB Imogen May"])
def test_a_name_in_one_column_is_read_either_way_round(full):
    answer = find(row("", "", full_name=full), ours("Imogen", "Webb", middle_names="May"))
    assert (answer.pile, answer.student) == (Pile.CERTAIN, "Imogen"), answer.why


def test_a_name_in_one_column_cut_at_the_wrong_place_is_still_found():
    listed = row("Ava", "Lopez", middle_names="Garcia", full_name="Ava Garcia Lopez")
    assert find(listed, ours("Ava", "Garcia Lopez")).pile == Pile.CERTAIN


def test_an_initial_is_never_certain():
    for listed in (row("I", "Webb"), row("", "Webb", initials="I M"), row("I M", "Webb")):
        answer = find(listed, ours("Imogen", "Webb"))
        assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "Imogen")


def test_a_middle_name_used_as_the_first_name_is_to_check():
    assert find(row("May", "Webb"), ours("Imogen", "Webb", middle_names="May")).pile == Pile.CHECK


def test_mohammed_alone_is_not_bilal_mohammed():
    assert find(row("Mohammed", "Qadir"), ours("Bilal", "Qadir", middle_names="Mohammed")).pile == Pile.CHECK


@pytest.mark.parametrize(
    ("listed", "known"),
    [(("Grace Temitope", "Bello"), ("Temitope Grace", "Bello")), (("James", "Thomas"), ("Thomas", "James"))],
    ids=["two first names", "first name and surname"],
)
def test_two_names_changed_round_that_may_both_be_first_names_are_to_check(listed, known):
    answer = find(row(*listed), ours(*known, id="the one"))
    assert (answer.pile, answer.candidates[0].id) == (Pile.CHECK, "the one")


def test_first_name_and_surname_changed_round_are_certain_where_birth_date_and_postcode_are_the_same():
    known = ours("Thomas", "James", postcode="PR1 1AA")
    assert find(row("James", "Thomas", postcode="pr11aa"), known).student == "Thomas"
    assert find(row("James", "Thomas", postcode="PR9 1AA"), known).pile == Pile.CHECK
    assert find(row("James", "Thomas", BORN.replace(year=2010), postcode="PR1 1AA"), known).pile == Pile.CHECK


def test_first_name_and_surname_changed_round_are_to_check_where_another_of_ours_may_be_meant():
    thomas, james = ours("Thomas", "James", postcode="PR1 1AA"), ours("James", "Thomas", postcode="PR9 1AA")
    assert find(row("James", "Thomas", postcode="PR1 1AA"), thomas, james).pile == Pile.CHECK


def test_a_changed_surname_is_to_check_even_when_the_postcode_agrees():
    known = ours("Ottilie", "Webb", postcode="PR1 1AA")
    assert find(row("Ottilie", "Grant"), known).pile == Pile.CHECK
    assert find(row("Ottilie", "Grant", postcode="pr11aa"), known).pile == Pile.CHECK


def test_the_reason_says_what_agrees_and_what_does_not():
    answer = find(row("Zoe", "Martin Dixon"), ours("Zoë", "Martin-Dixon"))
    assert answer.why == "Same birth date; Zoe is Zoë; the surname lost its hyphen."


@pytest.mark.parametrize(
    ("listed", "known", "why"),
    [
        (("Zoë", "Webb"), ("Zoe", "Webb"), "Same birth date; Zoë is Zoe."),
        (("Cara", "Dixon-Martin"), ("Cara", "Martin-Dixon"), "Same birth date; the two surnames changed round."),
        (("Fatima", "."), ("Fatima", "-"), "Same birth date; one name only."),
        (("Anna", "Kowalski"), ("Anna", "Kowalska"), "Same birth date; Kowalski can be Kowalska."),
        (("Webb", "Imogen"), ("Imogen", "Webb"), "Same birth date; first name and surname changed round."),
        (("Md Rafiq", "Miah"), ("Rafiq", "Miah"), "Same birth date; Md Rafiq can be Rafiq."),
    ],
)
def test_the_reason_is_told_in_plain_words(listed, known, why):
    assert find(row(*listed), ours(*known)).why == why


def test_the_reason_names_a_courtesy_name():
    answer = find(row("Simran", "Kaur"), ours("Simran", "Gill", middle_names="Kaur"))
    assert "Kaur is one of the first names on the other side" in answer.candidates[0].words
