"""A small invented list from a college, and a school it is about."""

from datetime import date

from careers.models import Cohort, Student
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory
from destinations.actions.providers import add_provider, source_of_authority, source_of_provider
from destinations.models import Provider, Source

HEADINGS = "Surname,Forename,DOB,Course,Status"
POPPY, IMRAN, MAYA = "Ashworth,Poppy,14/03/2009", "Birtwistle,Imran,02/05/2009", "Clegg,Maya,30/11/2008"
NEARLY_MAYA = "Clegg,Mia,30/11/2008"
STRANGER = "Zephaniah,Quill,01/01/2009"
LIST = f"""Cardwell Newlands College,,,,
{HEADINGS}
{POPPY},"A Levels: History, French",Enrolled
{IMRAN},Level 3 Extended Diploma Sport,Withdrawn
{NEARLY_MAYA},T Level Health,Enrolled
{STRANGER},T Level Health,Enrolled
Total,4,,,
"""
RECEIVED = date(2025, 9, 19)


def school_of_three() -> Cohort:
    """Leavers of 2025 with three students, and a sixth form college in the register."""
    cohort: Cohort = CohortFactory.create(school=SchoolFactory(name="Lower Hodder Academy"))
    for surname, forename, born in (
        ("Ashworth", "Poppy", date(2009, 3, 14)),
        ("Birtwistle", "Imran", date(2009, 5, 2)),
        ("Clegg", "Maya", date(2008, 11, 30)),
    ):
        StudentFactory(cohort=cohort, surname=surname, forename=forename, date_of_birth=born)
    add_provider(school=cohort.school, by=None, name="Cardwell Newlands College", type="sixth form college")
    return cohort


def college(cohort: Cohort) -> Source:
    return source_of_provider(Provider.objects.get(school=cohort.school, name="Cardwell Newlands College"))


def county(cohort: Cohort) -> Source:
    return source_of_authority(cohort.school)


def student(cohort: Cohort, surname: str) -> Student:
    return Student.objects.get(cohort=cohort, surname=surname)
