import pytest

from destinations.actions import returns
from destinations.models import Application, ApplicationStatement, Evidence
from destinations.tests.lists import IMRAN, POPPY, RECEIVED, college, county, school_of_three

pytestmark = pytest.mark.django_db
APPLICANTS = f"""Surname,Forename,DOB,Course,Application Status,Interview Date,Conditions
{POPPY},A Levels,Conditional offer,12/03/2025,5 GCSEs at grade 5
{IMRAN},T Level Health,Rejected,,
"""


@pytest.fixture
def cohort():
    return school_of_three()


def applied(cohort, text=APPLICANTS, source=None, received_on=RECEIVED, name="list.csv"):
    draft = returns.stage(
        cohort=cohort, source=source or college(cohort), data=text.encode(), file_name=name, by=None, received_on=received_on
    )
    return returns.apply(data_return=draft, by=None)


def states():
    return dict(Application.objects.values_list("student__forename", "state"))


def test_a_list_of_applicants_becomes_applications_and_no_evidence(cohort):
    applied(cohort)
    assert states() == {"Poppy": "conditional", "Imran": "turned_down"}
    poppy = Application.objects.get(student__forename="Poppy")
    assert (poppy.course, poppy.level, poppy.conditions, str(poppy.interview_on)) == ("A Levels", "3", "5 GCSEs at grade 5", "2025-03-12")
    assert poppy.provider.name == "Cardwell Newlands College"
    assert not Evidence.objects.exists()


def test_the_same_list_twice_adds_no_statement(cohort):
    applied(cohort)
    applied(cohort, name="again.csv")
    assert ApplicationStatement.objects.filter(withdrawn_at=None).count() == 2


def test_a_later_list_decides_and_undoing_it_restores_the_earlier_word(cohort):
    applied(cohort)
    later = applied(cohort, APPLICANTS.replace("Conditional offer", "Offer accepted"), received_on=RECEIVED.replace(day=25))
    assert states()["Poppy"] == "accepted"
    returns.undo(data_return=later, by=None)
    assert states()["Poppy"] == "conditional"


def test_an_application_nobody_speaks_of_any_more_is_not_shown(cohort):
    returns.undo(data_return=applied(cohort), by=None)
    assert not Application.objects.standing().exists()


def test_an_enrolled_status_beside_an_offer_is_evidence_and_records_the_application(cohort):
    applied(
        cohort,
        f"Surname,Forename,DOB,Course,Offer type,Status\n{POPPY},A Levels,Unconditional,Enrolled\n{IMRAN},A Levels,Conditional,Enrolled\n",
    )
    assert set(Evidence.objects.values_list("said", "outcome")) == {("present", "220")}
    assert states() == {"Poppy": "accepted", "Imran": "accepted"}


def test_an_authority_s_applicants_apply_to_the_place_of_the_row(cohort):
    text = f"Surname,Forename,DOB,Establishment,Application Status\n{POPPY},Wyre Estuary College,Offer accepted\n{IMRAN},,Offer accepted\n"
    applied(cohort, text, source=county(cohort))
    assert list(Application.objects.values_list("provider__name", "state")) == [("Wyre Estuary College", "accepted")]
