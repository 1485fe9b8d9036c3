"""Headings over who a row of a return is about."""

from .vocabulary import field

PEOPLE = (
    field("upn", "unique pupil number (UPN)",
          "UPN | Unique Pupil Number | Unique Pupil No | Unique Pupil Ref | UPN Number | UPN No | Pupil UPN"
          " | UniquePupilNumber | Current UPN",
          also="Former UPN | Pupil number",
          shape="upn", identifies=True),
    field("uln", "unique learner number (ULN)",
          "ULN | Unique Learner Number | Unique Learner No | UniqueLearnerNo | UniqueLearnerNumber | ULN Number"
          " | Learner ULN | Unique Learner Ref | LRS ULN",
          also="Learner number",
          shape="uln", identifies=True),
    field("surname", "surname",
          "Surname | Last Name | Family Name | FamilyName | Legal Surname | Second Name | Legal Last Name"
          " | Legal Family Name | Surname Legal | Lastname | Sname | L Name | Last | Surname or Family Name"
          " | Name Last | Name Surname | Cyfenw | Current surname | Sur",
          also="Preferred Surname | Preferred Last Name | Name | Family",
          shape="surname", identifies=True),
    field("forename", "first name",
          "Forename | First Name | Given Name | Given Names | GivenName | Forenames | First Names | Legal Forename"
          " | Legal First Name | Legal Given Name | Christian Name | Fname | F Name | First | Forename 1"
          " | Forename Legal | Given | Name First | Name Forename | Enw cyntaf | Fore",
          also="Name | Learner | Student | Chosen Name",
          shape="forename", identifies=True),
    field("middle_names", "middle names",
          "Middle Name | Middle Names | Middle | Middle Name(s) | Other Names | Other Forenames | Second Forename"
          " | Forename 2 | Middle Initial | Middle Initials | Other Given Names | Additional Names | MNAME | M Name",
          shape="forenames"),
    field("known_as", "name they are known by",
          "Known As | Preferred Forename | Preferred First Name | Preferred Name | Chosen Name | Chosen Forename"
          " | Goes by | Likes to be called | Known by | Nickname | Preferred Given Name | Familiar Name"
          " | Name known by | Preferred Known As Name | AKA | Usual name | Called | Chosen first name | Known Name"
          " | Known forename | Pre Name",
          also="Forename | First name | Given name",
          shape="forename", identifies=True),
    field("initials", "initials",
          "Initials | Initial | Init | First initial | Forename initial",
          shape="initials", identifies=True),
    field("full_name", "full name",
          "Full Name | Student Name | Name | Learner Name | Pupil Name | Name of Student | Name of Learner"
          " | Candidate Name | Applicant Name | Learner | Student | Young Person | Young Person's Name | YP Name"
          " | YP | Client Name | Apprentice | Apprentice Name | Trainee Name | Legal Name | Surname Forename"
          " | Surname and Forename | Forename Surname | First Name Surname | Forename and Surname"
          " | Legal Full Name | Display Name | Pupil | Name of Young Person | Participant | Participant Name"
          " | Person | Person Name | Student's name | Names | Preferred Full Name | First name and surname"
          " | Surname First name | Employee | Employee Name | Starter name | New starter | Colleague | Colleague Name"
          " | Worker | Team member | Who"
          " | Last name first name",
          also="Forename | First name | Chosen Name | Surname | Known as | Emp name",
          shape="full_name", identifies=True),
    field("title", "title (Mr, Miss…)",
          "Title | Salutation | Mr/Mrs/Miss | Mr Miss",
          shape="title"),
    field("date_of_birth", "date of birth",
          "Date of Birth | DOB | D.O.B | D.O.B. | DoB | D O B | Birth Date | Birthdate | Born | Birthday"
          " | Date Birth | Date of Birth (DD/MM/YYYY) | Student DOB | DateOfBirth | BirthDt"
          " | Learner Date of Birth | Born on | Dyddiad geni | D of B | D/O/B | Dt of Birth | Date born | Born date",
          shape="birth_date"),
    field("birth_day", "day of birth",
          "Birth Day | Day of birth | DOB Day | Date of birth Day | DOB DD | Day born | Day of birth (DD)",
          also="Day | DD | D", shape="birth_day"),
    field("birth_month", "month of birth",
          "Birth Month | Month of birth | DOB Month | Date of birth Month | DOB MM | Month born"
          " | Month of birth (MM)",
          also="Month | MM | M", shape="birth_month"),
    field("birth_year", "year of birth",
          "Birth Year | Year of birth | DOB Year | Date of birth Year | DOB YYYY | Year born | DOB YY",
          also="YYYY | YY", shape="birth_year"),
    field("sex", "sex",
          "Sex | Gender | M/F | Male/Female | Legal Sex | Sex at birth | Gender code | Gender M/F | Sex code"
          " | Gender Identity | Gndr | Sex Gender",
          shape="sex"),
    field("postcode", "home postcode",
          "Postcode | Post Code | Home Postcode | Student Postcode | PostalCode | Post Code Home"
          " | Current Postcode | PCode | Home post code | Address Postcode | Postcode (home) | Zip | Main postcode"
          " | Permanent postcode | Term time postcode",
          shape="postcode"),
    field("form", "form or tutor group",
          "Form | Tutor Group | Reg Group | Registration Group | Form Group | Reg | Tutor Grp | Registration"
          " | Reg Grp | Class | Year 11 Form | Y11 Form | Old form | Form class | Reg form | Registration form"
          " | Previous form | House group | Tutorial Group | TG | School form | Tutor set | Mentor group"
          " | Form when at school | Form in Year 11 | Form at school | Tutor group in Year 11",
          also="Group | Tutor | Set | House",
          shape="form"),
    field("reference", "their own reference",
          "ID | Ref | Reference | Learner Ref | Learner Reference | Learner Reference Number | LearnRefNumber"
          " | Student Ref | Student ID | Student Number | Student No | ClientID | Client ID | Client Ref"
          " | Admission No | Admission Number | Adno | Admissions No | YoungPersonsID | Young Person ID | YPID"
          " | YP ID | Person Code | Person ID | Enrolment No | Applicant ID | Application ID | Application Ref"
          " | Application No | Application Number | Pupil ID | Learner ID | Learner Code | Candidate Number"
          " | Candidate No | Exam Number | Exam No | MIS ID | College ID | College Number | College ref"
          " | Unique ID | System ID | Learner No | Case ID | Case ref | Core ID | CCIS ID | IYSS ID | IO ID"
          " | Apprentice ID | Cohort ID | Ref No | Ref Number | Reference No | Reference Number | ID Number"
          " | ID No | Student Code | PersonRef | Record ID | Contact ID | Participant ID | Membership number | UPI"
          " | Client number | Enrolment ID | Enrolment ref | EBS ref | ProSolution ref | UCI | Core plus ID"
          ""
          " | Emp No | Emp ID | Emp number"
          " | School ID | Staff ID | Staff number | Capita ID | PreviousYPIDIdentifier | Adm No | Admin No"
          " | Adm Number | Learn ref number | Person ref",
          also="Database ID | Client | No | Number | Learner | Student | Student Identifier | Code | Identifier",
          shape="reference"),
    field("previous_school", "school they came from",
          "Previous School | Prev School | School | Last School | Last School Attended | Former School"
          " | Feeder School | School Attended | Previous Institution | Prior Institution | School Name"
          " | Secondary School | High School | Year 11 School | Y11 School | School Last Attended | Prior School"
          " | Previous Establishment | Prior Provider | Previous School Name | Last Institution"
          " | Last Educational Establishment | Current School | Home School | Old School | School in Year 11"
          " | Key Stage 4 School | KS4 School | From School | From which school | Which school from"
          " | Previous Education | Previous Provider"
          " | Establishment at Year 11 | School of origin | School left | Origin school | High school name"
          " | Previous school attended | Year 11 establishment | Last establishment | Came from | Feeder"
          " | School came from | Most recent school | Referring school | Base school"
          " | Previous educational establishment | Year 11 school attended | School previously attended"
          " | School attended in Year 11",
          also="Establishment | Institution | Source | From",
          shape="school"),
    field("previous_school_urn", "URN of the school they came from",
          "Previous School URN | School URN | URN | Prev School URN | Last School URN | Feeder URN"
          " | Year 11 School URN | Prior Institution URN | Previous school code | Feeder school URN | KS4 URN",
          shape="urn"),
)  # fmt: skip
