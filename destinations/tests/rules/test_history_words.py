import pytest

from destinations.rules.checkpoints import Checkpoint
from destinations.rules.history_columns import HistoryRefused, Part, column_of, read_history
from destinations.rules.history_words import NotAnOutcome, Speaker, code_at, meaning_of, names_of_authority, speaker_of, type_of_unknown
from destinations.rules.outcomes import OUTCOMES, ProviderType

LANCASHIRE = names_of_authority("Lancashire", "Lancashire local authority")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("230", "230"), ("310 Apprenticeship", "310"), ("Sixth form", "210"), ("6th Form", "210"), ("FE", "230"), ("College", "230"),
        ("sixth form college", "220"), ("Degree apprenticeship", "310"), ("Uni", "240"), ("Full time job", "330"),
        ("Employment with training", "340"), ("Gap Year", "260"), ("NEET", "619"), ("not known", "810"), ("Not in EET", "619"),
        ("Unemployed", "619"), ("Supported internship", "460"), ("A levels", "270"), ("T-Level Digital", "230"), ("ill health", "640"),
    ],
)  # fmt: skip
def test_common_words_are_codes(words, code):
    assert meaning_of(words).code == code


@pytest.mark.parametrize("code", OUTCOMES)
def test_every_code_is_read_by_its_number_and_by_its_name(code):
    assert meaning_of(code).code == code
    assert meaning_of(OUTCOMES[code].name.upper()).code == code


@pytest.mark.parametrize("words", ["zzz", "999", "110", "Left college", "moved abroad", "Withdrew in week 2"])
def test_what_is_no_outcome_is_refused_with_a_sentence(words):
    with pytest.raises(NotAnOutcome, match=r"\.$"):
        meaning_of(words)


def test_words_for_a_kind_of_place_yield_to_the_providers_type_and_a_code_does_not():
    assert code_at(meaning_of("college"), ProviderType.SIXTH_FORM_COLLEGE) == "220"
    assert code_at(meaning_of("A levels"), ProviderType.SCHOOL_SIXTH_FORM) == "210"
    assert code_at(meaning_of("230"), ProviderType.SIXTH_FORM_COLLEGE) == "230"
    assert code_at(meaning_of("apprenticeship"), ProviderType.FURTHER_EDUCATION_COLLEGE) == "310"
    assert code_at(meaning_of("college"), None) == "230"


@pytest.mark.parametrize(
    ("cell", "speaker"),
    [
        ("LCC", Speaker.AUTHORITY), ("Lancashire County Council", Speaker.AUTHORITY), ("county", Speaker.AUTHORITY),
        ("Cumbria County Council", Speaker.OTHER_AUTHORITY), ("Mum", Speaker.FAMILY), ("phone call home", Speaker.FAMILY),
        ("alumni survey", Speaker.STUDENT), ("Mrs Hughes", Speaker.STAFF), ("form tutor", Speaker.STAFF),
        ("college list", Speaker.THE_PROVIDER), ("Rose Court Care Home", None), ("Penwood High School Sixth Form", None),
    ],
)  # fmt: skip
def test_a_source_is_recognised_or_taken_for_a_name(cell, speaker):
    assert speaker_of(cell, LANCASHIRE) is speaker


def test_an_unknown_provider_is_typed_by_its_code_else_by_its_name_else_by_the_words():
    assert type_of_unknown("Hale Joinery", meaning_of("310")) == ProviderType.EMPLOYER
    assert type_of_unknown("Lune Vale College", meaning_of("310")) == ProviderType.FURTHER_EDUCATION_COLLEGE
    assert type_of_unknown("Corran Sixth Form College", meaning_of("college")) == ProviderType.SIXTH_FORM_COLLEGE
    assert type_of_unknown("Corran", meaning_of("220")) == ProviderType.SIXTH_FORM_COLLEGE
    assert type_of_unknown("Corran", meaning_of("not known")) == ProviderType.OTHER


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Y12 outcome", (Checkpoint.Y12, Part.OUTCOME)), ("Year 12 destination (1 Nov)", (Checkpoint.Y12, Part.OUTCOME)),
        ("Yr 14 college", (Checkpoint.Y14, Part.PROVIDER)), ("Y12 verified by", (Checkpoint.Y12, Part.SOURCE)),
        ("Y14 verified on", (Checkpoint.Y14, Part.DATE)), ("Year 12", (Checkpoint.Y12, Part.OUTCOME)),
        ("Year 11 Intended", (Checkpoint.Y11_INTENDED, Part.OUTCOME)), ("Intended route", (Checkpoint.Y11_INTENDED, Part.ROUTE)),
        ("GCSE results day", (Checkpoint.Y11_CONFIRMED, Part.OUTCOME)), ("Year 11 confirmed by", (Checkpoint.Y11_CONFIRMED, Part.SOURCE)),
        ("GCSE results", None), ("Year 13 outcome", None), ("Y12 attendance", None), ("Date of birth", None), ("Year", None),
    ],
)  # fmt: skip
def test_headings_are_understood_however_they_are_put(heading, column):
    assert column_of(heading) == column


def test_year_11_without_intended_or_confirmed_is_refused():
    with pytest.raises(HistoryRefused, match="does not say whether"):
        column_of("Year 11 destination")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("UPN,Surname,Forename\nA,B,C\n", "No sheet of this file has a heading"),
        ("Surname,Y12 outcome\nMarsh,NEET\n", "does not say who each row is about"),
        ("UPN,Y12 outcome,Year 12 destination\nA,B,C\n", "both look like the outcome of Year 12"),
    ],
)
def test_a_file_that_cannot_be_a_history_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(HistoryRefused, match=sentence):
        read_history(text.encode(), "past.csv")


def test_a_checkpoint_may_stand_over_its_columns():
    text = (
        "Penwood Academy leavers,,,,,,,\n,,,Year 12,,,Year 14,\n"
        "Surname,Forename,Date of birth,Outcome,Provider,Source,Destination,Date\nMarsh,Ada,3/4/2007,NEET,,,,\n"
    )
    sheet = read_history(text.encode(), "past.csv")
    assert {(c.value, p.value): letter for (c, p), letter in sheet.columns.items()} == {
        ("y12", "outcome"): "D", ("y12", "provider"): "E", ("y12", "source"): "F", ("y14", "outcome"): "G", ("y14", "date"): "H",
    }  # fmt: skip


def test_a_heading_that_is_mostly_digits_is_still_a_heading():
    sheet = read_history(b"Surname,Forename,DOB,Y12,Y12 provider,Y14\nMarsh,Ada,3/4/2007,NEET,,230\n", "past.csv")
    assert (sheet.columns[Checkpoint.Y12, Part.OUTCOME], sheet.columns[Checkpoint.Y14, Part.OUTCOME]) == ("D", "F")
