"""Headings as colleges, sixth forms, training providers and county councils have written them."""

import pytest

from careers.imports.headings import meanings
from careers.imports.vocabularies import RETURN

MEANT = {
    "forename": """
        Student Forename
        Pupil First Name
        Legal First Name(s)
    """,
    "surname": """
        Student Surname
        Learner's Surname
        Surname (legal)
        Preferred surname
        Student Legal Surname
    """,
    "full_name": """
        Name (Surname, Forename)
        Name of pupil
        Student name (surname first)
        Learner Full Name
    """,
    "date_of_birth": """
        Date of birth of student
        DOB (dd/mm/yy)
        Birth date
        Student D.o.B.
    """,
    "previous_school": """
        Yr 11 School
        Year 11 school attended
        Secondary school
        Last school
        School previously attended
        Previous educational establishment
        Feeder
    """,
    "course": """
        Main programme of study
        Main course title
        Course 1
        Course(s)
        Course/Subjects
        Subject 1
        Programme name
        Apprenticeship standard/framework
        Course code
    """,
    "ignore": """
        Qualification on entry
        Planned end date
        Academic age
        Age at 31/08/2025
        Contact telephone
        Home telephone no
        Student email
        Email (college)
        Address line 1
        Mother's name
        Learning support?
        EHCP Y/N
        High needs
        Attendance to date
        Attendance % to date
        Predicted grades
        Country of birth
        Reason for withdrawal
        Reason left
        Course tutor
        Lead LA
        Level of need
        LDD
        Year of entry
        Year Left
        Number of hours
        Hours per week
        Full time/part time
        Support needs
        Notes on status
    """,
    "level": """
        Course Level
        Level of study
        NVQ Level
    """,
    "start_date": """
        Date course started
        Date started course
        Course start
        Start of programme
        First day of attendance
        Date of enrolment
        Start dt
        Date learner started
        Start date of activity
        Activity from
    """,
    "end_date": """
        Date learner left
        Leave date (if applicable)
        Withdrawn on
        Date withdrawn (if applicable)
        Last day
        Activity to
        Activity end
    """,
    "status": """
        Enrolled? Y/N
        Enrolled Yes/No
        Enrolment status at 1 November
        Current enrolment status
        Did the learner enrol? (Y/N)
        Has the student started?
        Are they still on roll?
        Still attending? (Y/N)
        Present on 1 November?
        Student joined us?
        In attendance?
        Took up place?
        Status as at 19/09/2025
        Progress at October
    """,
    "application_status": """
        Outcome of application
        Application decision
        Offer status
        Decision (conditional/unconditional/reject)
    """,
    "offer": """
        Conditional/Unconditional
        Offer made? Y/N
    """,
    "applied_date": """
        Date of application
        Application received on
    """,
    "interview": """
        Interview attended
        Interview date
    """,
    "offer_date": """
        Date of offer
    """,
    "conditions": """
        Offer conditions
        Grades needed
    """,
    "choice": """
        First choice?
        Preference no.
    """,
    "birth_month": """
        Month of birth
        DOB (month)
    """,
    "went_elsewhere": """
        Destination (if not enrolled)
        If not enrolled, destination
        If no, where did they go?
        If withdrawn, destination
        Known destination if withdrawn
        If they did not join, where did they go?
        Where have they gone?
        Do you know where they went instead?
        Went elsewhere - where?
    """,
    "reference": """
        Young Person ID
        YPID
        Learner Ref No
        Student Ref No.
        Candidate ref
        College Student ID
        Application reference
    """,
    "upn": """
        Unique pupil no.
        UPN (13 characters)
        U.P.N.
    """,
    "uln": """
        Unique learner number (ULN)
    """,
    "sex": """
        Gender (M/F)
        Legal sex
    """,
    "postcode": """
        Post code
        Home post code
        Student home postcode
    """,
    "activity_code": """
        NCCIS activity code
        Current NCCIS code
        Activity code (NCCIS)
    """,
    "activity_words": """
        CCIS status
        Current main activity
        Activity at 1 November
        Main destination
        Destination category
        EET/NEET status
        Type of activity
        Activity desc
    """,
    "provider": """
        Name of establishment
        Establishment attended
        Current learning provider
        Name of provider/employer
        Destination institution
        Learning establishment
        Institution attending
        Where studying
    """,
    "date_verified": """
        Date last verified
        Last verified date
        Verified at
        Date status confirmed
        Date information confirmed
        Last contact
        Date of last update
    """,
    "middle_names": """
        Middle name(s)
        Middle initial
        Other names
    """,
    "known_as": """
        Known as/preferred name
        Preferred forename(s)
    """,
    "form": """
        Tutor grp
        Form in Year 11
        Year 11 tutor group
    """,
    "employer": """
        Employer's name
        Name of employer
        Employer (apprenticeships)
    """,
    "campus": """
        Campus/Site
        College campus
        Site attending
    """,
    "previous_school_urn": """
        School URN
        Previous school (URN)
    """,
}
PAIRS = [(heading.strip(), name) for name, text in MEANT.items() for heading in text.strip().splitlines()]


@pytest.mark.parametrize(("heading", "name"), PAIRS)
def test_a_heading_means_what_its_writer_meant(heading: str, name: str) -> None:
    found = meanings(heading, RETURN)
    assert (found[0].field if found else "ignore") == name


@pytest.mark.parametrize("heading", ["", "   ", "!", "#", "½", "x" * 500, 42, None])
def test_what_is_not_words_means_nothing(heading: object) -> None:
    assert meanings(heading, RETURN) == ()
