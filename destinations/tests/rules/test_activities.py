import pytest

from destinations.rules.activities import code_in, code_of_words
from destinations.rules.outcomes import OUTCOMES


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Further Education", "230"),
        ("Full-time education - school sixth form", "210"),
        ("Sixth Form College", "220"),
        ("Special post-16 institution", "280"),
        ("University", "240"),
        ("Part-time education", "250"),
        ("Apprenticeship", "310"),
        ("Employment without training", "330"),
        ("Employment with training", "340"),
        ("Employment with study (regulated qualification)", "320"),
        ("Part-time employment", "360"),
        ("Self-employed", "380"),
        ("Supported internship", "460"),
        ("Re-engagement provision", "530"),
        ("Volunteering", "540"),
        ("Work not for reward with study", "550"),
        ("Seeking EET", "619"),
        ("NEET", "619"),
        ("NEET - illness", "640"),
        ("Start date agreed (RPA compliant)", "616"),
        ("Not available: young carer", "620"),
        ("Current situation not known", "810"),
        ("Cannot be contacted", "820"),
        ("Refused to disclose", "830"),
        ("Education in custody", "290"),
        ("Custody", "710"),
    ],
)
def test_national_labels_and_what_people_write_instead_are_codes(words, code):
    assert code_of_words(words) == code


def test_every_national_label_of_ours_is_understood():
    unread = [outcome.name for outcome in OUTCOMES.values() if code_of_words(outcome.name) is None]
    assert unread == []


def test_words_that_speak_of_no_activity_have_no_code():
    assert code_of_words("Enrolled") is None


def test_a_pathway_to_an_apprenticeship_is_not_one():
    assert code_of_words("Pre-apprenticeship training") == "430"


@pytest.mark.parametrize("text", ["230", "230 - Further Education", "FE (230)", "230.0"])
def test_a_code_is_found_however_it_is_written(text):
    assert code_in(text) == "230"


def test_a_number_that_is_longer_is_not_a_code():
    assert code_in("2305551") is None
