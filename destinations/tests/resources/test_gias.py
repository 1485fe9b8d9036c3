import csv
import io

import pytest

from careers.tests.factories import SchoolFactory
from destinations.actions.provider_lists import import_providers
from destinations.actions.providers import add_provider
from destinations.models import Provider
from destinations.resources.providers import plan_import, read_providers
from destinations.rules.outcomes import ProviderType
from destinations.rules.provider_types import type_in_gias

HEADINGS = (
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (code)", "TypeOfEstablishment (name)",
    "EstablishmentTypeGroup (name)", "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate", "CloseDate",
    "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "OfficialSixthForm (code)", "OfficialSixthForm (name)", "UKPRN",
    "FurtherEducationType (name)", "Town", "Postcode", "SchoolWebsite", "TelephoneNum", "HeadFirstName", "HeadLastName",
)  # fmt: skip


def place(urn, name, type, *, la="888", la_name="Lancashire", status="Open", high="18", sixth="9", **more):
    said = {
        "URN": urn, "LA (code)": la, "LA (name)": la_name, "EstablishmentName": name, "TypeOfEstablishment (name)": type,
        "EstablishmentStatus (name)": status, "StatutoryHighAge": high, "OfficialSixthForm (code)": sixth, "OpenDate": "01-09-1998",
        "PhaseOfEducation (name)": "Secondary", "Postcode": "PR1 1AA", "HeadFirstName": "Quill", "HeadLastName": "Zephaniah",
    }  # fmt: skip
    return said | more


HIGH = place("119001", "Hodder High School", "Community school", high="16", sixth="2")
SIXTH = place("119002", "Mill Lane Academy", "Academy converter", sixth="1", UKPRN="10009002", TelephoneNum="01772000000")
COLLEGE = place("130001", "Ribblesdale and Fylde College", "Further education", high="99")
SFC = place("130002", "Cardwell Newlands", "Further education", high="99", **{"FurtherEducationType (name)": "Sixth form college"})
CLOSED = place("119003", "Gone Academy", "Academy converter", sixth="1", status="Closed")
FAR = place("140001", "Mersey Bank College", "Further education", la="341", la_name="Liverpool", high="99")
SAME_NAME = [
    place(f"12000{n}", "St Oswald's Catholic Academy", "Academy converter", sixth="1", Town=town)
    for n, town in ((1, "Leyland"), (2, "Chorley"))
]


def file_of(*places):
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS)
    writer.writeheader()
    writer.writerows(places)
    return out.getvalue().encode("cp1252")


def names(file):
    return {row.cells["E"] for row in file.table.data_rows}


@pytest.fixture
def school(db):
    return SchoolFactory(la_code="888")


def plan(school, *places, **more):
    return plan_import(read_providers(file_of(*places), "results.csv", home=school.la_code, **more), school)


def test_only_what_is_open_and_takes_leavers_is_picked_out(school):
    made = plan(school, HIGH, SIXTH, COLLEGE, SFC, CLOSED)
    assert {new.name: new.details["type"] for new in made.new} == {
        "Mill Lane Academy": "school sixth form",
        "Ribblesdale and Fylde College": "further education college",
        "Cardwell Newlands": "sixth form college",
    }
    assert not made.refused


def test_its_numbers_postcode_and_telephone_come_along_and_no_head_teacher(school):
    (new,) = plan(school, SIXTH).new
    assert new.details == {
        "type": "school sixth form", "urn": "119002", "ukprn": "10009002", "postcode": "PR1 1AA", "contact_phone": "01772000000",
    }  # fmt: skip


def test_the_schools_own_authority_is_taken_unless_others_are_asked_for(school):
    file = read_providers(file_of(SIXTH, COLLEGE, FAR), "results.csv", home="888")
    assert names(file) == {"Mill Lane Academy", "Ribblesdale and Fylde College"}
    assert [(a.name, a.number, a.wanted) for a in file.authorities] == [("Lancashire", 2, True), ("Liverpool", 1, False)]
    assert names(read_providers(file_of(SIXTH, FAR), "results.csv", home="888", authorities=["341"])) == {"Mersey Bank College"}


def test_an_extract_of_elsewhere_alone_is_taken_whole(school):
    assert len(plan(school, FAR).new) == 1


def test_two_places_of_one_name_are_told_apart_by_their_town(school):
    assert {new.name for new in plan(school, *SAME_NAME).new} == {
        "St Oswald's Catholic Academy, Leyland",
        "St Oswald's Catholic Academy, Chorley",
    }


def test_a_provider_is_known_again_by_its_urn_and_gains_the_official_name(school):
    ours = add_provider(school=school, by=None, name="Mill Lane Sixth Form", type="school sixth form", urn="119002")
    made = plan(school, SIXTH)
    assert (made.new, made.changed[0].id, made.changed[0].aliases) == ((), ours.pk, ("Mill Lane Academy",))
    import_providers(school=school, plan=made, by=None, file_name="results.csv", file_digest="x")
    assert Provider.objects.get().name == "Mill Lane Sixth Form"
    assert plan(school, SIXTH).changes_nothing


def test_a_place_of_the_same_name_with_another_urn_is_not_taken_for_ours(school):
    add_provider(school=school, by=None, name="Mill Lane Academy", type="school sixth form", urn="111111")
    made = plan(school, SIXTH)
    assert made.changes_nothing
    assert "with the URN 111111" in made.refused[0].message


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        ("Academy 16-19 converter", ProviderType.SIXTH_FORM_COLLEGE),
        ("Free schools 16 to 19", ProviderType.SIXTH_FORM_COLLEGE),
        ("Sixth form centres", ProviderType.SIXTH_FORM_COLLEGE),
        ("Special post 16 institution", ProviderType.SPECIAL_POST_16),
        ("Higher education institutions", ProviderType.UNIVERSITY),
        ("University technical college", ProviderType.SCHOOL_SIXTH_FORM),
        ("Community special school", ProviderType.SCHOOL_SIXTH_FORM),
        ("Academy alternative provision converter", ProviderType.ALTERNATIVE_PROVISION),
        ("British schools overseas", None),
        ("Welsh establishment", None),
    ],
)
def test_a_type_of_establishment_is_one_of_ours_or_none(type, expected):
    assert type_in_gias(type, takes_18s=True) is expected


def test_a_school_that_ends_at_sixteen_is_no_provider():
    assert type_in_gias("Community school", takes_18s=False) is None
