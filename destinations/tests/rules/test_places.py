import pytest

from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.places import Found, Place, find_place, likely_type, names_a_place

CARDWELL = Place(1, "Cardwell Newlands College", ProviderType.SIXTH_FORM_COLLEGE)
ROSEHALL = Place(2, "Rosehall Tertiary College", ProviderType.FURTHER_EDUCATION_COLLEGE)
REGISTER = {
    normalise(name): place
    for name, place in (("Cardwell Newlands College", CARDWELL), ("CNC", CARDWELL), ("Rosehall Tertiary College", ROSEHALL))
}


@pytest.mark.parametrize("name", ["cardwell newlands coll.", "The Cardwell Newlands College", "CNC"])
def test_a_provider_is_found_by_name_or_alias_however_it_is_written(name):
    assert find_place(name, REGISTER).place == CARDWELL


def test_a_slip_of_one_letter_is_found_and_said_to_be_a_guess():
    found = find_place("Cardwel Newlands College", REGISTER)
    assert found.place == CARDWELL
    assert found.guessed


def test_a_name_near_two_providers_is_neither():
    north, south = Place(3, "Hodder College North A", "other"), Place(4, "Hodder College North B", "other")
    register = {normalise(place.name): place for place in (north, south)}
    assert find_place("Hodder College North C", register).place is None


@pytest.mark.parametrize("name", ["Cardwell Newlands", "Cardwell Newlands 6th Form College", "CARDWELL NEWLANDS COLLEGE (Main Site)"])
def test_a_shorter_form_of_one_name_is_found_and_said_to_be_a_guess(name):
    assert find_place(name, REGISTER) == Found(CARDWELL, guessed=True)


@pytest.mark.parametrize("written", ["VI Form", "VIth Form", "vi-form", "6th Form", "6thForm", "6 Form", "Sixth-form", "VI FORM"])
def test_a_sixth_form_is_one_however_its_number_is_written(written):
    royd = Place(3, "Royd House School Sixth Form", ProviderType.SCHOOL_SIXTH_FORM)
    register = REGISTER | {normalise(royd.name): royd}
    assert find_place(f"Royd House School {written}", register) == Found(royd)
    assert find_place(f"Royd House {written}", register).place == royd


def test_another_kind_of_place_of_that_name_is_another_place():
    assert find_place("Rosehall High School", REGISTER).place is None


def test_words_for_nowhere_are_no_place():
    assert find_place("N/A", REGISTER).place is None


@pytest.mark.parametrize(
    "name", ["In FE college", "In job (no training)", "NEET", "Not known - can't contact", "Apprenticeship", "Unknown"]
)
def test_an_activity_is_the_name_of_no_place(name):
    assert not names_a_place(name)


@pytest.mark.parametrize(
    "name", ["Cardwell Newlands College", "The Skills Centre", "Sixth Form College", "Work Wise Training", "Ribble Motors"]
)
def test_a_place_is_one_however_plain_its_name(name):
    assert names_a_place(name)


@pytest.mark.parametrize(
    ("name", "code", "type"),
    [
        ("Anyplace", "230", ProviderType.FURTHER_EDUCATION_COLLEGE),
        ("Anyplace", "210", ProviderType.SCHOOL_SIXTH_FORM),
        ("Ribble Motors Ltd", "310", ProviderType.EMPLOYER),
        ("Northern Skills Training", "310", ProviderType.TRAINING_PROVIDER),
        ("Hodder Valley College", "310", ProviderType.FURTHER_EDUCATION_COLLEGE),
        ("The Learning Shop", "330", ProviderType.TRAINING_PROVIDER),
        ("The School Bakery", "330", ProviderType.EMPLOYER),
        ("Somewhere", None, ProviderType.OTHER),
    ],
)
def test_a_new_place_is_typed_by_its_code_and_its_name(name, code, type):
    assert likely_type(name, code) == type
