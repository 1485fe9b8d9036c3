"""Names that stand for one another, and names folded."""

import pytest

from careers.matching.names import one_slip, spellings, two_slips, words
from careers.matching.nicknames import FULL, NICK, SAME, forename_keys, is_a_forename, same_forename, same_surname


@pytest.mark.parametrize(
    ("a", "b"),
    [("kate", "katherine"), ("bob", "robert"), ("alex", "alexandra"), ("alex", "alexander"), ("mohammed", "muhammad"), ("ayesha", "aisha"),
     ("kuba", "jakub"), ("jakub", "jacob"), ("zuzanna", "suzanna"), ("tilly", "matilda"), ("wiktoria", "victoria"), ("eoin", "owen"),
     ("sean", "shaun"), ("yusuf", "yousef"), ("jon", "jonathan"), ("zac", "zachary")],
)  # fmt: skip
def test_these_first_names_stand_for_one_another(a, b):
    assert same_forename(a, b) and same_forename(b, a)


@pytest.mark.parametrize(("a", "b"), [("alexander", "alexandra"), ("ellie", "libby"), ("sara", "zara"), ("emma", "emily"), ("mia", "maya"),
                                      ("molly", "polly"), ("amy", "ann"), ("oliver", "olivia"), ("hassan", "hussain")])  # fmt: skip
def test_these_do_not_though_they_look_alike_or_share_a_long_form(a, b):
    assert not same_forename(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("emma", "emmanuel"), ("harriet", "henrietta"), ("mihai", "mykhailo"), ("stanislaw", "stanley"), ("jean", "john"), ("anya", "ana"),
     ("aisha", "asha"), ("umar", "amar"), ("kayla", "kaylee"), ("eva", "evie"), ("amina", "emina"), ("yan", "yana"), ("ivan", "ivana")],
)  # fmt: skip
def test_two_names_borne_side_by_side_do_not_stand_for_one_another(a, b):
    assert not same_forename(a, b) and not same_forename(b, a)
    assert is_a_forename(a) and is_a_forename(b)


@pytest.mark.parametrize(("a", "b"), [("anna", "ana"), ("anna", "anya"), ("mihai", "michael"), ("stan", "stanley"), ("jon", "john")])
def test_each_keeps_its_own_spellings_and_short_forms(a, b):
    assert same_forename(a, b) and same_forename(b, a)


def test_names_that_stand_for_one_another_share_a_key():
    for a, b in [("kate", "katherine"), ("mohammed", "muhammad"), ("steve", "steven"), ("katie", "kathryn")]:
        assert same_forename(a, b) and forename_keys(a) & forename_keys(b)


def test_there_are_enough_names_to_be_of_use():
    assert len(set(SAME) | set(FULL) | set(NICK)) > 2_000
    assert all(word == "".join(words(word)) for word in {*SAME, *FULL, *NICK})


def test_surnames_have_spellings_too():
    assert same_surname("hussain", "hussein") and same_surname("clark", "clarke") and same_surname("kowalski", "kowalska")
    assert not same_surname("smith", "jones")


def test_a_known_name_is_a_name_of_its_own():
    assert is_a_forename("zara") and not is_a_forename("zrra")


def test_a_name_folds_to_plain_words():
    assert words("O'Brien-Łukasiewicz") == ("obrien", "lukasiewicz")
    assert words("Mc Donald") == ("mcdonald",)
    assert words("van der BERG") == ("van", "der", "berg")
    assert words("Øverland") == ("overland",)
    assert words(" 李 ") == ()
    assert spellings("Müller") == {"muller", "mueller"}


def test_one_slip_is_a_letter_added_lost_changed_or_exchanged():
    assert one_slip("booth", "bonth") and one_slip("rory", "rry") and one_slip("zara", "zaara") and one_slip("sienna", "seinna")
    assert not one_slip("amy", "ann") and not one_slip("booth", "booth") and not one_slip("ben", "bea")
    assert one_slip("jan", "jna")


def test_two_slips_count_in_long_words_only():
    assert two_slips("halliwell", "halwiell") and not two_slips("mason", "jason")
