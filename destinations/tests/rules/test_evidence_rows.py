from datetime import date

import pytest

from destinations.rules.evidence_rows import Refused, outcome_told, read_stated, type_of_new
from destinations.rules.outcomes import ProviderType

TODAY = date(2025, 11, 24)
ROW = {
    "upn": "A888402400001",
    "source": "Cardwell College",
    "source_kind": "provider",
    "said": "present",
    "outcome": "220",
    "said_on": "2025-09-12",
}


def test_a_whole_row_is_read():
    row = read_stated(ROW, TODAY)
    assert (row.kind, row.said, row.outcome, row.said_on) == ("provider", "present", "220", date(2025, 9, 12))


def test_words_are_read_however_they_are_written():
    row = read_stated(ROW | {"source_kind": "Local Authority", "said": "Not here", "outcome": ""}, TODAY)
    assert (row.kind, row.said) == ("local_authority", "not_here")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("source_kind", "college"),
        ("said", "maybe"),
        ("outcome", "999"),
        ("route", "a-levelish"),
        ("said_on", "31/02/2025"),
        ("recorded_on", "2025-11-25"),
        ("said_on", "2025-11-25"),
        ("source", "---"),
        ("provider", "Coll " * 60 + "Coll"),
        ("source", "Coll " * 39 + "Coll"),
        ("upn", ""),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_by_its_column(column, value):
    with pytest.raises(Refused) as refused:
        read_stated(ROW | {column: value}, TODAY)
    assert (refused.value.column, refused.value.value) == (column, value)


def test_only_presence_carries_a_code():
    with pytest.raises(Refused) as refused:
        read_stated(ROW | {"said": "left"}, TODAY)
    assert refused.value.column == "outcome"


def test_a_provider_without_a_name_speaks_for_nobody():
    with pytest.raises(Refused):
        read_stated(ROW | {"source": "", "provider": ""}, TODAY)


def test_presence_without_a_code_takes_it_from_the_place():
    row = read_stated(ROW | {"outcome": ""}, TODAY)
    assert outcome_told(row, ProviderType.FURTHER_EDUCATION_COLLEGE) == "230"
    assert outcome_told(read_stated(ROW | {"outcome": "", "route": "apprenticeship"}, TODAY), ProviderType.EMPLOYER) == "310"


def test_an_unknown_employer_is_an_employer_and_an_unknown_college_is_not():
    assert type_of_new(read_stated(ROW | {"source_kind": "employer", "outcome": "310"}, TODAY), as_source=True) == ProviderType.EMPLOYER
    assert type_of_new(read_stated(ROW, TODAY), as_source=True) == ProviderType.SIXTH_FORM_COLLEGE


def test_nothing_is_said_on_a_day_that_has_not_come():
    with pytest.raises(Refused, match="a day that has not come"):
        read_stated(ROW | {"said_on": "2025-11-25"}, TODAY)
    assert read_stated(ROW | {"said_on": "2025-11-24"}, TODAY).said_on == TODAY
