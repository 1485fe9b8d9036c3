"""Headings nobody had listed when they were written down, and what their writers meant by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.imports.headings import EMPTY_WORDS, meanings, plain
from careers.imports.vocabularies import RETURN, STUDENTS, Vocabulary

MEANT = {
    "surname": """
        Student's Surname | Legal Family Name | SURNAME (LEGAL) | Last_Name | LName | Surname/Family name |
        Pupil last name | Name - Surname | Student Last | Second name(s) | Surname of learner | Learner_Surname
    """,
    "forename": """
        Student's First Name | First Name (s) | First Name/s | Forename(s) | FName | Pupil Forename |
        Name - Forename | Student First | Given | Learner Given Name(s) | Legal first names | Forename of learner
    """,
    "full_name": """
        Who | Full name of student | Name of Student/Learner | Learner Name (Surname, Forename) |
        Student (Surname, First name) | Name (First Last) | Whole name | Student's name | NAME OF PUPIL |
        Young Person Full Name | Candidate
    """,
    "date_of_birth": """
        D.O.B (dd/mm/yyyy) | Date Of Birth: | Student date of birth | DOB dd/mm/yy | d o b | Birth-date | DATE BORN |
        DOB (UK format) | Learner's DOB | BirthDate | DateofBirth | Date of birth - as on MIS
    """,
    "upn": """
        UPN number | Pupil UPN | UPN (if known) | Unique Pupil Reference | Unique Pupil Ref Number | UPN from school
    """,
    "uln": """
        ULN (10 digits) | Unique learner no. | Learner ULN number | ULN if known | LRS number
    """,
    "known_as": """
        Preferred name (if different) | Also known as | Known as (first name) | Preferred First | Usual forename
    """,
    "sex": """
        Gender (M/F/O) | Sex (M or F) | Legal gender | Gender identity
    """,
    "postcode": """
        Home Post Code | Learner postcode | PostCode of residence | Student Post Code | Postcode - home |
        Current post code
    """,
    "form": """
        Reg group (Y11) | Form (Year 11) | Tutor group at school | Yr 11 form | 11 form
    """,
    "reference": """
        Student ID number | Learner reference no. | MIS reference | College student number | ID no. | Student No. |
        Enrolment reference number | Application ref. no. | Our ref | Your reference | Person number | YP reference |
        Candidate reference
    """,
    "previous_school": """
        School attended | Previous school/academy | School attended in Year 11 | Feeder school name |
        School (Year 11) | Name of previous school | Secondary School Attended | High school attended |
        KS4 provider | From which school | School they came from | Previous provider | Last school/college
    """,
    "provider": """
        Provider attended | College/Sixth form | Name of college/sixth form | Current place of study |
        Post-16 provider name | Destination provider name | Current education provider | College/training provider |
        Post 16 establishment | Destination college/provider | Where they are studying | Sixth Form/College |
        Establishment currently attending | University name | HE Provider | HEI | University/College
    """,
    "campus": """
        Campus name | Delivery campus | Main site | Learning site | Site/campus | Which campus
    """,
    "employer": """
        Employer (if apprentice) | Name of employer (apprentices) | Company/Employer | Apprentice employer |
        Employer (if applicable) | Working for | Employed at
    """,
    "course": """
        Course of study | Course name & level | Programme enrolled on | Name of course |
        Qualification being studied | Main learning aim | Course/Subject | Subject(s) studied |
        Subjects being studied | Study programme title | Course title (full) | A-level choices | A Level options |
        Apprenticeship standard name | What course are they on | Which course? | Course they are studying |
        Title of course | Programme/course | Main qual | Qualification type | Pathway / Subject | Course started |
        Course studying | Course Desc | Line of study | Pathway followed | Degree
    """,
    "level": """
        Level (1/2/3) | Course lvl | Level of programme | Highest level | Level of learning |
        Qualification level (RQF) | App level
    """,
    "status": """
        Enrolled at 1 Oct? | Enrolled? (Y/N) | Student enrolled | Has enrolled | Is the learner still enrolled? |
        Did they start? | Still on course? | Enrolment confirmed? | Attending college? | Current status of learner |
        Status (enrolled/withdrawn) | Enrolment Status Description | Completion status description | On-roll status |
        In learning? | In attendance Y/N | Still in learning | Confirmed enrolled | Enrolled (yes/no) |
        Did learner enrol? | Is this student with you? | Are they still attending? | Has this student started? |
        Did this person start with you? | Started with provider? | Continuing? | Active/withdrawn | Learning status |
        Attending Y/N? | Student attends | Current enrolment | Enrolment state
    """,
    "start_date": """
        Start date of course | Date of starting | Date they started | Course start date | Enrolled date |
        Enrolment start date | Date commenced course | Programme start | Start Date (actual) | Date of joining |
        When did they start? | Apprenticeship start | Date of appointment
    """,
    "end_date": """
        Date of leaving (if left) | Leaving date (if applicable) | Date withdrawn from course | Date left course |
        End date (actual) | Withdrawal/leaving date | Date of last attendance | When did they leave? |
        Actual leaving date | Date they left
    """,
    "activity_code": """
        Current activity code | NCCIS current activity code | Activity status code | Code (NCCIS) |
        Destination activity code | EET status code | Situation Code
    """,
    "activity_words": """
        Current activity description | Activity name | Destination description | Current destination type |
        Post 16 destination type | Current EET status | Destination status | Participation type | Activity category |
        Type of provision | Destination outcome | Current situation description | Main activity description |
        Current main destination
    """,
    "date_verified": """
        Date of last verification | Date last updated | Last confirmed date | Verified date (last) |
        Date activity confirmed | Info as at | Date checked with provider | Date of last contact |
        Status verified on | Date current activity verified
    """,
    "went_elsewhere": """
        If not enrolled, where are they? | Where else? | If no, please state destination |
        If left, where did they go? | Known destination if not with us | Destination if withdrawn |
        Where have they gone to? | Gone elsewhere (where) | If not attending, destination if known |
        Alternative destination if known | Moved on to | Do you know where they are now? | Next destination if left
    """,
    "application_status": """
        Application status description | Status of the application | Applicant status | Admissions stage |
        Offer decision | Current application stage | Outcome of interview
    """,
    "applied_date": """
        Date of app | Date application made | Applied date | Application made on | Date application submitted
    """,
    "interview": """
        Date of interview | Interview date & time | Interview attended? | Invited for interview | Interview (date)
    """,
    "offer_date": """
        Date offer made | Offer date | Date of offer letter
    """,
    "offer": """
        Type of offer | Offer (conditional/unconditional) | Offered place? | Offer made (Y/N)
    """,
    "conditions": """
        Conditions of offer | Offer condition(s) | Conditions attached | Grades required
    """,
    "choice": """
        Choice no. | 1st/2nd choice | Preference order | First choice Y/N
    """,
    "ignore": """
        Mother | Father's phone | Parent/carer name | Guardian email | Emergency contact number | Mobile no. |
        Home tel | Student mobile | College email address | Ethnic background | First language | SEN need |
        EHCP (Y/N) | Free school meals | Bursary awarded | Attendance rate | % attendance | Tutor's name |
        Course leader | Curriculum manager | Reason for leaving course | Reason for non-enrolment |
        Notes / comments | Additional info | GCSE Maths grade | GCSE English | Predicted grade | Prior attainment |
        Year group | Academic year | Age at start | Age on 31 Aug | LA of residence | Funding source | Fee status |
        GLH | Planned hours per week | UKPRN | Photo consent | Nationality | Religion | Home address |
        Address line 2 | Town | County | Consent to share | Data sharing consent | Line manager |
        Employer contact email | Employer postcode | Enrolled by | Checked by | Completed by | Verified by |
        Current worker | Caseworker | Planned end date | Signature of tutor | Date of report | Print date
    """,
}
MEANT_OF_STUDENTS = {
    "surname": """
        Legal Surname | Pupil Surname | Last name (legal) | Student Legal Surname | Family Name (legal) |
        Pupil last name
    """,
    "forename": """
        Legal Forename | First name (legal) | Pupil Forename | Student First Name | Legal forename(s)
    """,
    "known_as": """
        Preferred forename | Known as name | Preferred name (first) | Pupil preferred forename | Chosen forename |
        Goes by
    """,
    "preferred_surname": """
        Preferred surname | Preferred last name | Pupil Preferred Surname
    """,
    "full_name": """
        Pupil's name | Student full name | Name of pupil | Legal full name | Student name (surname, forename)
    """,
    "date_of_birth": """
        DOB | Date of birth (dd/mm/yyyy) | Birth date | Pupil DOB
    """,
    "upn": """
        UPN | UPN Code | Pupil UPN | Unique pupil number (UPN) | Current UPN
    """,
    "former_upn": """
        Former UPN | Previous UPN
    """,
    "uln": """
        ULN | Unique Learner No. | ULN (learner)
    """,
    "admission_number": """
        Admission Number | Adno | Adm. No. | MIS Student ID | Student number | Pupil number in MIS | School Student ID
    """,
    "sex": """
        Gender | Sex at birth | Legal sex | Gender (M/F)
    """,
    "form": """
        Registration Group | Reg. Group | Current reg group | Tutor Group Name | Form Group (2025) |
        Registration form name
    """,
    "year": """
        Year Group | NC Year Group | Curriculum year group | Year taught in code
    """,
    "postcode": """
        Post Code | Home address postcode | Address: Postcode | Primary address postcode
    """,
    "email": """
        School email | Pupil email address | Student e-mail
    """,
    "attendance": """
        Attendance % | Overall % attendance | Attendance (%) YTD | % Attendance this year
    """,
    "sen": """
        SEN Status | SEND code | SEN provision type | Current SEN | SEN (N/K/E) | Special needs status
    """,
    "ehc": """
        Has EHCP | EHC plan | EHCP
    """,
    "fsm": """
        FSM | Free School Meals (current) | FSM entitled | Eligible for free school meals | FSM at census |
        Currently FSM
    """,
    "ever6_fsm": """
        FSM Ever 6 | Ever 6 | FSM in last six years | Ever6 FSM | FSM 6
    """,
    "pupil_premium": """
        Pupil Premium | PP | Pupil Premium Y/N | Pupil premium (current) | In receipt of pupil premium |
        Is Pupil Premium? | Disadvantaged pupil
    """,
    "eal": """
        EAL | English as additional language | EAL pupil
    """,
    "first_language": """
        First language | Home language | Language at home | Mother tongue
    """,
    "looked_after": """
        Looked After Child | LAC | CLA | In care | Child looked after | Looked after (LAC) |
        Children Looked After (CLA)
    """,
    "social_worker": """
        Social worker | CIN | Child in Need | Child Protection Plan | Has a social worker | Ever had social worker
    """,
    "alternative_provision": """
        Alternative provision | AP | Attends AP | Off site AP
    """,
    "nurture": """
        Nurture | Nurture group member
    """,
    "service_child": """
        Service child | Service pupil | Forces child | Service children indicator
    """,
    "young_carer": """
        Young Carer | Is a young carer | Carer
    """,
    "enrolment_status": """
        Enrolment Status | Enrol status | On roll status | Registration type
    """,
    "ignore": """
        Ethnicity | Ethnic group | House | Head of Year | Parent email | Mother name | Contact 1 phone |
        Emergency contact | Medical conditions | Doctor | Date of admission | Leaving date | School name |
        LA number | Nationality | Religion | Address 1 | Town | Behaviour points | Form tutor | Mode of travel |
        Key stage 2 scaled score | KS2 Reading | Reading age | CAT score | SEN need type | Primary SEN need |
        Photo permission | Timetable | Target grade
    """,
}
PAIRS = [(RETURN, heading.strip(), name) for name, text in MEANT.items() for heading in text.split("|")]
PAIRS += [(STUDENTS, heading.strip(), name) for name, text in MEANT_OF_STUDENTS.items() for heading in text.split("|")]
VOCABULARIES = {one.name: one for one in (RETURN, STUDENTS)}
KNOWN = [(one.name, field.name, heading) for one in (RETURN, STUDENTS) for field in one.fields for heading in field.headings]
SPACES = [" ", "  ", "_", "\n", " - ", "\u00a0"]
CASES = [str.upper, str.lower, str.title]


@pytest.mark.parametrize(("vocabulary", "heading", "name"), PAIRS, ids=lambda value: getattr(value, "name", value))
def test_a_heading_means_what_its_writer_meant(vocabulary: Vocabulary, heading: str, name: str) -> None:
    found = meanings(heading, vocabulary)
    best = {meaning.field for meaning in found if meaning.fit >= found[0].fit - 0.01}
    assert name in (best or {"ignore"})


@given(st.sampled_from(KNOWN), st.sampled_from(CASES), st.sampled_from(SPACES), st.sampled_from(["", ":", "*", " ", "."]))
def test_case_spaces_and_marks_make_no_difference(known: tuple[str, str, str], case: object, space: str, end: str) -> None:
    vocabulary, name, heading = VOCABULARIES[known[0]], *known[1:]
    typed = case(heading.replace(" ", space)) + end  # type: ignore[operator]
    if any(c.isupper() for c in heading[1:]) and " " not in heading:
        return  # words run together are told apart by their capitals
    meant, said = meanings(heading, vocabulary), meanings(typed, vocabulary)
    assert [(m.field, m.fit) for m in said] == [(m.field, m.fit) for m in meant] or name in {m.field for m in said[:1]}


@given(st.sampled_from(KNOWN))
def test_a_heading_said_of_the_student_means_the_same(known: tuple[str, str, str]) -> None:
    vocabulary, name, heading = VOCABULARIES[known[0]], *known[1:]
    if name in ("ignore", "reference", "uln", "admission_number") or EMPTY_WORDS.intersection(plain(heading).split()):
        return
    best = meanings(f"Student {heading}", vocabulary)
    assert name in {meaning.field for meaning in best}


@given(st.text(max_size=90), st.sampled_from(sorted(VOCABULARIES)))
def test_no_text_breaks_a_heading(text: str, of: str) -> None:
    assert all(0 < meaning.fit <= 1 and meaning.field in VOCABULARIES[of] for meaning in meanings(text, VOCABULARIES[of]))
