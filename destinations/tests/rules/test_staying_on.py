"""Staying on at school is a place to be on an authority's list, and a denial on a college's."""

from destinations.rules.statements import Said
from destinations.tests.rules.lists import HEADINGS, PEOPLE, TRAINER, planned, sheet


def staying_on(heading: str, **told):
    return planned(sheet((*HEADINGS, heading), (*PEOPLE[0], "Staying on at school")), **told)[0]


def test_an_authority_s_staying_on_at_school_is_a_school_sixth_form():
    for heading in ("Status", "Destination"):
        row = staying_on(heading, authority=True)
        assert (row.said, row.outcome) == (Said.PRESENT, "210")


def test_who_stays_on_at_school_is_not_at_the_college_or_the_trainer():
    assert staying_on("Status").said == Said.NOT_HERE
    assert staying_on("Status", place=TRAINER).said == Said.NOT_HERE
