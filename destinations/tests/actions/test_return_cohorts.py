"""A list about one cohort that also speaks of others."""

from datetime import date

import pytest

from careers.tests.factories import CohortFactory, StudentFactory
from destinations.actions import returns
from destinations.models import Destination, Evidence, ReturnRow
from destinations.rules.checkpoints import is_followed
from destinations.tests.lists import HEADINGS, IMRAN, POPPY, RECEIVED, college, school_of_three, student

pytestmark = pytest.mark.django_db
Pile = ReturnRow.Pile
OLDER = "Nowak,Zofia,11/01/2008"


@pytest.fixture
def cohort():
    return school_of_three()


@pytest.fixture
def zofia(cohort):
    """A leaver of the year before, who is in Year 13 when the list comes."""
    before = CohortFactory(school=cohort.school, leaving=2024)
    return StudentFactory(cohort=before, surname="Nowak", forename="Zofia", date_of_birth=date(2008, 1, 11))


def read(cohort, *rows):
    text = "\n".join([HEADINGS, *(f"{row},A Levels,Enrolled" for row in rows)])
    return returns.stage(cohort=cohort, source=college(cohort), data=text.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


@pytest.mark.parametrize(
    ("leaving", "on", "followed"),
    [
        (2026, date(2025, 8, 31), False),
        (2026, date(2025, 9, 1), True),
        (2026, date(2029, 8, 31), True),
        (2026, date(2029, 9, 1), False),
    ],
)
def test_a_cohort_is_followed_from_year_11_until_its_year_14_checkpoint_is_over(leaving, on, followed):
    assert is_followed(leaving, on) is followed


def test_a_row_about_another_cohort_that_is_still_followed_is_matched_to_it(cohort, zofia):
    draft = read(cohort, POPPY, OLDER)
    assert [(row.pile, row.student) for row in draft.rows.all()] == [(Pile.CERTAIN, student(cohort, "Ashworth")), (Pile.CERTAIN, zofia)]


def test_its_evidence_goes_to_that_student_and_undoing_takes_it_back(cohort, zofia):
    done = returns.apply(data_return=read(cohort, POPPY, OLDER), by=None)
    assert Evidence.objects.get(student=zofia).outcome == "220"
    assert returns.undo(data_return=done, by=None) == 2
    assert not Evidence.objects.standing().exists()
    assert Destination.objects.get(student=zofia, checkpoint="y12").status == "unknown"


def test_a_cohort_that_is_not_followed_any_more_is_not_looked_at(cohort):
    StudentFactory(
        cohort=CohortFactory(school=cohort.school, leaving=2021), surname="Nowak", forename="Zofia", date_of_birth=date(2008, 1, 11)
    )
    assert [row.pile for row in read(cohort, OLDER).rows.all()] == [Pile.NOT_OURS]


def test_a_cohort_of_another_school_is_not_looked_at(cohort):
    StudentFactory(cohort=CohortFactory(leaving=2024), surname="Nowak", forename="Zofia", date_of_birth=date(2008, 1, 11))
    assert [row.pile for row in read(cohort, OLDER).rows.all()] == [Pile.NOT_OURS]


def test_a_namesake_in_another_cohort_makes_nothing_doubtful_that_the_birth_date_settles(cohort):
    older = CohortFactory(school=cohort.school, leaving=2024)
    StudentFactory(cohort=older, surname="Birtwistle", forename="Imran", date_of_birth=date(2008, 8, 21))
    StudentFactory(cohort=older, surname="Ashworth", forename="Poppy", date_of_birth=date(2007, 11, 20))
    rows = read(cohort, POPPY, IMRAN).rows.all()
    assert [(row.pile, row.student) for row in rows] == [
        (Pile.CERTAIN, student(cohort, "Ashworth")),
        (Pile.CERTAIN, student(cohort, "Birtwistle")),
    ]


def test_a_student_who_joins_another_followed_cohort_makes_the_list_want_another_look(cohort, zofia):
    draft = read(cohort, POPPY)
    StudentFactory(cohort=zofia.cohort, surname="Quill")
    with pytest.raises(returns.StudentsChangedSince):
        returns.apply(data_return=draft, by=None)


EARLIER = date(2025, 10, 12)  # a list of October: early for leavers of 2026, not for those of 2025


@pytest.fixture
def younger(cohort):
    """The cohort after, which the list was uploaded for by mistake."""
    return CohortFactory(school=cohort.school, leaving=2026)


def read_as(chosen, cohort, *rows):
    text = "\n".join(["Surname,Forename,DOB,Course,Status", *rows])
    return returns.stage(cohort=chosen, source=college(cohort), data=text.encode(), file_name="list.csv", by=None, received_on=EARLIER)


@pytest.mark.parametrize(
    ("words", "said"),
    [("Withdrawn 3/10", "left"), ("Went elsewhere", "not_here"), ("Did not start", "not_here"), ("Enrolled", "present")],
)
def test_a_row_is_read_by_the_calendar_of_the_cohort_that_its_student_belongs_to(cohort, younger, words, said):
    (own,) = read_as(cohort, cohort, f"{POPPY},A Levels,{words}").rows.all()
    (row,) = read_as(younger, cohort, f"{POPPY},A Levels,{words}").rows.all()
    assert (row.student, row.said, row.application) == (student(cohort, "Ashworth"), said, own.application)


def test_a_row_about_the_chosen_cohort_beside_it_keeps_its_own_calendar(cohort, younger):
    StudentFactory(cohort=younger, surname="Nowak", forename="Zofia", date_of_birth=date(2010, 1, 11))
    first, second = read_as(
        younger, cohort, f"{POPPY},A Levels,Withdrawn 3/10", "Nowak,Zofia,11/01/2010,A Levels,Withdrawn 3/10"
    ).rows.all()
    assert (first.said, second.said) == ("left", "not_stated")
    assert (first.application, second.application["state"]) == ({}, "withdrawn")


def test_a_row_decided_to_be_about_another_cohort_is_read_by_its_calendar_and_back_again(cohort, younger):
    StudentFactory(cohort=younger, surname="Nowak", forename="Zofia", date_of_birth=date(2010, 1, 11))
    (row,) = read_as(younger, cohort, "Nowak,Zofia,11/01/2010,A Levels,Withdrawn 3/10").rows.all()
    row = returns.decide(row=row, student=student(cohort, "Ashworth"), by=None)
    assert row.said == "left"
    row = returns.reopen(row=row, by=None)
    assert (row.said, row.student.surname) == ("not_stated", "Nowak")
