from datetime import date

import pytest
from django.utils import timezone

from destinations.actions.evidence_files import import_evidence
from destinations.models import Evidence, Provider, Source
from destinations.tests.lists import college, county, school_of_three, student

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort():
    return school_of_three()


def brought_in(cohort, *rows):
    upn = student(cohort, "Ashworth").upn
    usual = {"upn": upn, "source": "Cardwell Newlands College", "source_kind": "provider", "said": "present", "said_on": "2025-09-12"}
    numbered = [(number, usual | row) for number, row in enumerate(rows, start=2)]
    return import_evidence(school=cohort.school, rows=numbered, file_name="evidence.csv", by=None)


def test_a_provider_that_names_no_place_speaks_of_itself(cohort):
    brought_in(cohort, {})
    stated = Evidence.objects.get()
    assert (stated.source, stated.provider, stated.outcome) == (college(cohort), college(cohort).provider, "220")


def test_the_same_row_twice_is_there_already(cohort):
    done = brought_in(cohort, {}, {})
    assert (done.added, done.already) == (1, 1)


def test_rows_that_cannot_be_believed_are_refused_one_by_one(cohort):
    done = brought_in(cohort, {}, {"upn": "A999999999999"}, {"said": "maybe"})
    assert done.added == 1
    assert [(row.row, row.column) for row in done.refused] == [(3, "upn"), (4, "said")]


def test_a_student_of_another_school_is_not_known_here(cohort):
    other = school_of_three()
    done = brought_in(cohort, {"upn": student(other, "Clegg").upn})
    assert (done.added, len(done.refused)) == (0, 1)


def test_recorded_on_backdates_when_it_reached_us(cohort):
    brought_in(cohort, {"recorded_on": "2025-09-20"})
    assert timezone.localtime(Evidence.objects.get().recorded_at).date() == date(2025, 9, 20)


def test_an_unknown_provider_is_added_to_be_confirmed(cohort):
    brought_in(cohort, {"source": "Northern Skills Training", "outcome": "310"})
    added = Provider.objects.get(to_confirm=True)
    assert (added.name, added.type) == ("Northern Skills Training", "training provider")


def test_the_county_is_one_source_whatever_it_is_called(cohort):
    first = county(cohort)
    authority = {"source_kind": "local_authority", "outcome": "220", "provider": "Cardwell Newlands College"}
    brought_in(cohort, authority | {"source": "Lancashire"}, authority | {"source": "Lancashire County Council", "said_on": "2025-10-01"})
    assert {evidence.source for evidence in Evidence.objects.all()} == {first}


def test_another_authority_is_another_source(cohort):
    county(cohort)
    brought_in(cohort, {"source_kind": "local_authority", "outcome": "619", "source": "Cumbria"})
    assert Evidence.objects.get().source.name == "Cumbria"


def test_a_statement_without_a_day_is_undated(cohort):
    brought_in(cohort, {"source_kind": "local_authority", "source": "Lancashire", "outcome": "619", "said_on": None})
    assert not Evidence.objects.get().dated


def test_a_family_is_a_source_of_its_own_kind(cohort):
    brought_in(cohort, {"source": "Mrs Ashworth", "source_kind": "family", "said": "intends", "route": "a_level"})
    assert Source.objects.get(kind="family").name == "Mrs Ashworth"
