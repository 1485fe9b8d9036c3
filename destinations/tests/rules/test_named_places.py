"""A sixth form's or college's own list that names where somebody is: themselves, or plainly another place."""

import pytest

from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType
from destinations.rules.places import Place
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.tests.rules.lists import COLLEGE, HEADINGS, REGISTER, TRAINER, about, planned, sheet

LEEDS = Place(7, "University of Leeds", ProviderType.UNIVERSITY)
KNOWN_HERE = REGISTER | {normalise(LEEDS.name): LEEDS, "leeds uni": LEEDS, normalise("CNC Sixth Form"): COLLEGE}
UCAS = (*HEADINGS, "UCAS status", "University", "Course", "Destination")
WHERE = (*HEADINGS, "Destination provider", "Course", "Status")


def one(heading, name, *more, place=COLLEGE):
    return planned(sheet((*HEADINGS, heading, "Status"), about(0, name, *(more or ("Enrolled",)))), place=place, register=KNOWN_HERE)[0]


def test_a_sixth_forms_list_of_universities_is_about_the_universities():
    rows = planned(
        sheet(
            UCAS,
            about(0, "Placed", "University of Leeds", "BA History", "University"),
            about(1, "Placed", "Wyre University", "BSc Physics", "University"),
            about(2, "", "University of Leeds", "BSc Biology", "University"),
            name="Y13 Destinations",
        ),
        register=KNOWN_HERE,
    )
    assert [row.place for row in rows] == [LEEDS, Place(None, "Wyre University", ProviderType.UNIVERSITY), LEEDS]
    assert not [row for row in rows if row.said == Said.PRESENT and row.outcome != "240"]


def test_a_destination_provider_is_where_the_row_says_they_are():
    rows = planned(
        sheet(
            WHERE,
            about(0, "University of Leeds", "BA History", "Enrolled"),
            about(1, "Northern Skills Training", "Joinery", "Enrolled"),
            about(2, "Ribble Motors", "", "Started"),
        ),
        register=KNOWN_HERE,
    )
    assert [(row.said, row.outcome, row.place) for row in rows[:2]] == [(Said.PRESENT, "240", LEEDS), (Said.PRESENT, "430", TRAINER)]
    assert rows[2].place == Place(None, "Ribble Motors", ProviderType.OTHER)


@pytest.mark.parametrize("name", ["Cardwell Newlands College", "Cardwell Newlands", "CNC Sixth Form", "Cardwell campus", "", "College"])
def test_the_senders_own_name_changes_nothing(name):
    row = one("College", name)
    assert (row.said, row.outcome, row.place) == (Said.PRESENT, "220", COLLEGE)


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Campus", "University of Leeds"), ("Site", "Rosehall"), ("Department", "School of Art"), ("College", "Construction"),
     ("Employer", "Ribble Motors Ltd"), ("Establishment/Employer", "Ribble Motors Ltd"), ("College", "Faculty of Science")],
)  # fmt: skip
def test_a_campus_a_department_or_an_employer_changes_nothing(heading, name):
    assert one(heading, name).place == COLLEGE


@pytest.mark.parametrize(("status", "said"), [("Withdrawn", Said.LEFT), ("Did not enrol", Said.NOT_HERE)])
def test_somebody_who_left_left_the_sender_and_the_other_place_is_a_lead(status, said):
    row = one("Destination provider", "University of Leeds", status)
    assert (row.said, row.outcome, row.place, row.lead) == (said, None, COLLEGE, "University of Leeds")


def test_an_offer_of_a_university_is_an_application_there():
    row = one("University", "University of Leeds", "Conditional offer")
    assert (row.said, row.place) == (NOT_STATED, LEEDS)
    assert row.application
