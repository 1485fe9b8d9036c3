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


SIXTH = Place(9, "Hollins Sixth Form", ProviderType.SCHOOL_SIXTH_FORM)
AT_18 = {**KNOWN_HERE, normalise(SIXTH.name): SIXTH}


def at_18(heading, *values, more=(), sender=SIXTH):
    rows = [about(n, value, *(row[n] for row in more)) for n, value in enumerate(values)]
    return planned(
        sheet((*HEADINGS, heading, *(f"Employer/Institution {n}".rstrip(" 0") for n in range(len(more)))), *rows),
        place=sender,
        register=AT_18,
    )


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("Employment", "330"), ("Gap year", "260"), ("Apprenticeship at Ribble Motors", "310"), ("NEET", "619"), ("Not known", "810"),
     ("University", "240"), ("Employed (part time) - Tesco", "360"), ("FE College", "230")],
)  # fmt: skip
def test_an_activity_on_a_sixth_forms_list_is_not_done_at_the_sixth_form(words, outcome):
    row = at_18("Destination", words, "Gap year", "Employment")[0]
    assert (row.said, row.outcome, row.place) == (Said.PRESENT, outcome, None)
    assert words in row.words


@pytest.mark.parametrize("words", ["Year 13", "Still in Year 13", "Sixth form", "Staying on in school"])
def test_who_stays_on_is_at_the_sixth_form(words):
    row = at_18("Destination", words, "Gap year", "Employment")[0]
    assert (row.said, row.outcome, row.place) == (Said.PRESENT, "210", SIXTH)


def test_a_place_named_among_activities_is_where_the_row_says_they_are():
    rows = at_18("Destination", "University of Leeds", "Gap year", "Employment")
    assert [(row.outcome, row.place) for row in rows] == [("240", LEEDS), ("260", None), ("330", None)]


def test_the_employer_beside_an_apprenticeship_is_its_place():
    rows = at_18("Destination", "University", "Apprenticeship", "Gap year", more=(("University of Leeds", "Ribble Motors", ""),))
    assert [row.place and row.place.name for row in rows] == ["University of Leeds", "Ribble Motors", None]
    assert rows[1].place.type == ProviderType.EMPLOYER


def test_a_trainers_own_apprentices_are_with_the_trainer():
    row = planned(sheet((*HEADINGS, "Destination"), about(0, "Apprenticeship"), about(1, "Apprenticeship")), place=TRAINER)[0]
    assert (row.outcome, row.place) == ("310", TRAINER)


def test_the_employment_status_at_enrolment_says_nothing_of_now():
    rows = planned(
        sheet((*HEADINGS, "Enrolment Status", "Employment Status"), about(0, "Enrolled", "In paid employment"), about(1, "Withdrawn", ""))
    )
    assert [(row.said, row.outcome) for row in rows] == [(Said.PRESENT, "220"), (Said.LEFT, None)]


def test_a_ucas_status_beside_a_destination_is_an_application():
    rows = planned(
        sheet(
            (*HEADINGS, "Destination", "University", "UCAS status"),
            about(0, "University", "University of Leeds", "Placed"),
            about(1, "Employment", "", "Unplaced"),
            about(2, "Gap year", "", "Not applied"),
        ),
        register=KNOWN_HERE,
    )
    assert [(row.outcome, row.place, row.application and row.application["state"]) for row in rows] == [
        ("240", LEEDS, "accepted"), ("330", None, None), ("260", None, None),
    ]  # fmt: skip
