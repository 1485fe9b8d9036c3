"""Headings of forms, systems and hands, with what stands below them and what they are: heading | kind of cell, or values | field."""

_TABLE = """
    What is your first name? | forename | forename
    Please enter your first name | forename | forename
    Your first name(s) | forename | forename
    First name (as on your passport) | forename | forename
    First name of student | forename | forename
    Name - First | forename | forename
    Student.Forename | forename | forename
    txtForename | forename | forename
    Stud_Forename_1 | forename | forename
    «First_Name» | forename | forename
    FirstForename | forename | forename
    What is your last name? | surname | surname
    What's your surname? | surname | surname
    Please enter your family name | surname | surname
    Name - Last | surname | surname
    Student (Surname) | surname | surname
    txtSurname | surname | surname
    Stud_Surname | surname | surname
    Student.Surname | surname | surname
    Family | surname | surname
    What is your full name? | full | full_name
    Your name | full | full_name
    Please type your full name | full | full_name
    Full name (as on your birth certificate) | full | full_name
    Name of apprentice | full | full_name
    Colleague | full | full_name
    Colleague name | full | full_name
    Worker | full | full_name
    Name of employee | full | full_name
    Student (Last, First) | comma | full_name
    What do you like to be called? | forename | known_as
    What should we call you? | forename | known_as
    What name do you go by? | forename | known_as
    How would you like to be addressed? | forename | known_as
    Name you would like to be known by | forename | known_as
    Which name do you prefer to be called? | forename | known_as
    Chosen name if different | forename | known_as
    When were you born? | born dmy | date_of_birth
    What is your date of birth? | born dmy | date_of_birth
    When is your birthday? | born dmy | date_of_birth
    Your date of birth | born dmy | date_of_birth
    Your DOB please | born dmy | date_of_birth
    Student date of birth (as on passport) | born dmy | date_of_birth
    STU_DOB | born iso | date_of_birth
    Dte of Birth | born dmy | date_of_birth
    Person DOB | born dmy | date_of_birth
    b. | born dmy | date_of_birth
    Unique pupil number from your old school | upn | upn
    What is your ULN? | uln | uln
    U.L.N. | uln | uln
    ULN (from your results slip) | uln | uln
    What is your postcode? | postcode | postcode
    What is the postcode where you live? | postcode | postcode
    Your home postcode | postcode | postcode
    P/code | postcode | postcode
    Which school did you go to in Year 11? | school | previous_school
    Which secondary school have you come from? | school | previous_school
    What school were you at before? | school | previous_school
    Where did you do your GCSEs? | school | previous_school
    What was your last school? | school | previous_school
    School attended to 16 | school | previous_school
    11-16 school | school | previous_school
    Prev_Inst_Name | school | previous_school
    Last school/college attended | school | previous_school
    Name of your secondary school | school | previous_school
    What school did you attend in Y11? | school | previous_school
    Which school? | school | previous_school
    What course are you studying? | course | course
    Which course have you enrolled on? | course | course
    Subjects you have enrolled on | subject | course
    What subjects are you taking? | subject | course
    Which A levels have you chosen? | subject | course
    What are you studying? | course | course
    Course 25/26 | course | course
    Crs | course | course
    Crs Title | course | course
    UIO_LONG_DESCRIPTION | course | course
    Apprenticeship training course | standard | course
    Learning aim full description | course | course
    What level is your course? | level | level
    Which level are you studying at? | level | level
    Course lvl | level | level
    Who do you work for? | employer | employer
    Who is your employer? | employer | employer
    Name of the company | employer | employer
    Where do you work? | employer | employer
    Placement | employer | employer
    Where attending | college | provider
    Where are you studying now? | college | provider
    Which college do you go to now? | college | provider
    Which provider are they with? | college | provider
    Actual destination: institution | college | provider
    Destination establishment | college | provider
    Where are they now? | college | provider
    Where are they now? | activity | activity_words
    Actual destination: type | activity | activity_words
    Activity on 1 Nov | activity | activity_words
    Are you still planning to study with us? | yes | status
    Are you coming to us? | yes | status
    Have you enrolled? | yes | status
    Have you left? | yes | status
    Did you start in September? | yes | status
    Did they turn up? | yes | status
    Did they come? | yes | status
    In Y12? | yes | status
    In Year 12? | yes | status
    In 6th? | yes | status
    In our sixth form? | yes | status
    With us? | yes | status
    Still with us? | yes | status
    Here? | yes | status
    Joined our sixth form? | yes | status
    Is this student on roll with you? | yes | status
    Are they still attending? | yes | status
    Has the student taken up their place? | yes | status
    Participation | Participating; Ceased; Did not start | status
    Participation | activity | activity_words
    Registration | Registered; De-registered; Not registered | status
    Code | ENR; WD; DNS | status
    Enrol_Status_Desc | status | status
    Attending now | yes | status
    When did you start? | started dmy | start_date
    Date of hire | started dmy | start_date
    Hire date | started dmy | start_date
    First attended | started dmy | start_date
    Latest Start Date | started dmy | start_date
    Contract start | started dmy | start_date
    Prog Start | started dmy | start_date
    When did you leave? | left | end_date
    LearnActEndDate | left | end_date
    Leave Dt | left | end_date
    Situation Verified | started dmy | date_verified
    Date last confirmed with provider | started dmy | date_verified
    Int Date | started dmy | interview
    Stud_ID | reference | reference
    REMS No | reference | reference
    Mosaic ID | letters reference | reference
    Payroll No. | reference | reference
    Emp ID | letters reference | reference
    Staff ID | letters reference | reference
    SITS code | letters reference | reference
    Employee Number | reference | reference
    txtSchoolID | reference | reference
    KMU No | reference | reference
    Timestamp | started time | ignore
    Start time | started time | ignore
    Completion time | started time | ignore
    Submission time | started time | ignore
    Last login | started dmy | ignore
    Last seen online | started dmy | ignore
    Created on | started dmy | ignore
    Record last updated | started dmy | ignore
    Report run date | started dmy | ignore
    Exported | started dmy | ignore
    Pass valid to | started dmy | ignore
    Valid until | started dmy | ignore
    CardIssued | started dmy | ignore
    CardExpiry | started dmy | ignore
    Campus card collected | started dmy | ignore
    Expiry date | started dmy | ignore
    DBS expires | started dmy | ignore
    Visa expiry | started dmy | ignore
    Review Due | started dmy | ignore
    Review due by | started dmy | ignore
    Next review | started dmy | ignore
    Next contact due | started dmy | ignore
    Next appointment | started dmy | ignore
    Date of next visit | started dmy | ignore
    Lapse date | started dmy | ignore
    DueToLapseDate | started dmy | ignore
    NEET since | started dmy | ignore
    Planned end | started dmy | ignore
    Planned End Dt | started dmy | ignore
    ExpectedEndDate | started dmy | ignore
    Expected completion | started dmy | ignore
    Anticipated finish date | started dmy | ignore
    Target end date | started dmy | ignore
    LearnPlanEndDate | started dmy | ignore
    Predicted leaving date | started dmy | ignore
    Induction date | started dmy | ignore
    Taster day | started dmy | ignore
    Deposit paid | started dmy | ignore
    Invoice sent | started dmy | ignore
    Laptop issued | started dmy | ignore
    Bus pass start | started dmy | ignore
    Photo taken | started dmy | ignore
    Consent date | started dmy | ignore
    Signed off on | started dmy | ignore
    Alpha | started dmy | ignore
    PersonalTutor | full | ignore
    Tutor | full | ignore
    Tutor's name | full | ignore
    Form tutor | full | ignore
    Keyworker | full | ignore
    Key worker name | full | ignore
    Supervisor | full | ignore
    Reports to | full | ignore
    Line manager name | full | ignore
    PA name | full | ignore
    IQA | full | ignore
    Assessor name | full | ignore
    Bank acc name | full | ignore
    NOK First | forename | ignore
    NOK Last | surname | ignore
    Emergency contact name | full | ignore
    Primary guardian | full | ignore
    Parent/carer full name | full | ignore
    Mum's name | full | ignore
    Personal Tutor Surname | surname | ignore
    Employer Contact Forename | forename | ignore
    Head of Year | full | ignore
    Trainer | full | ignore
    Interviewer | full | ignore
    Beta | full | ignore
    EHCP authority | North Ridings; County Durham | ignore
    Confirmed by | Provider; Parent; YP | ignore
    Referred by | Provider; Parent; Self | ignore
    Source of information | Provider; Parent; YP | ignore
    Evidence of destination | Email; Phone call | ignore
    NI category | H; M | ignore
    Assignment category | Permanent; Fixed Term Temp | ignore
    Progress % | 4; 6; 11 | ignore
    Intended destination: type | activity | ignore
    Intended destination: institution | college | ignore
    Planned activity | activity | ignore
    Day release at | college | ignore
    Do you have an EHCP? | yes | ignore
    Are you in care? | yes | ignore
    Have you got a laptop? | yes | ignore
    Do you need a bus pass? | yes | ignore
    Are you eligible for free school meals? | yes | ignore
    Do you have any allergies? | yes | ignore
    Did you come to our open evening? | yes | ignore
    Are you a young carer? | yes | ignore
    How will you travel? | words | ignore
    How did you hear about us? | words | ignore
    Is there anything else you would like to tell us? | words | ignore
    Do you have any questions? | words | ignore
    I confirm that the information is correct | yes | ignore
    I consent to photos being used | yes | ignore
    What are your pronouns? | words | ignore
    What is your mobile number? | phone | ignore
    Your email address | email | ignore
    Username | email | ignore
    Score | hours | ignore
    Locker number | reference | ignore
    Bus pass number | reference | ignore
    NI number | reference | ignore
    GCSE maths grade | hours | ignore
    Meals | yes | ignore
    Travel pass | yes | ignore
    Room | reference | ignore
    Religion | words | ignore
    Exams officer checked | yes | ignore
    Employer postcode | postcode | ignore
    School postcode | postcode | ignore
    Name | blank | ignore
    Forename of young person | forename | forename
    Learner 1st name | forename | forename
    First name(s) in full | forenames | forename
    Given name in passport | forename | forename
    Last name at school | surname | surname
    Surname (at time of leaving school) | surname | surname
    Family name / surname | surname | surname
    Type your last name | surname | surname
    Name (in full) | full | full_name
    Name of student enrolled | full | full_name
    Who is this about? | full | full_name
    Learner's full legal name | full | full_name
    Their preferred name, if any | forename | known_as
    Nickname / known as | forename | known_as
    Name used in class | forename | known_as
    DOB dd/mm/yyyy (required) | born dmy | date_of_birth
    Birthdate of student | born dmy | date_of_birth
    Date Of Birth (Age) | born dmy | date_of_birth
    Learner date of birth * | born dmy | date_of_birth
    ULNs | uln | uln
    LRS unique number (ULN) | uln | uln
    UPN (13 digits, from school) | upn | upn
    Postcode (first line of address not needed) | postcode | postcode
    Home postal code | postcode | postcode
    Gender as on birth certificate | sex | sex
    Which best describes your gender? | sex words | sex
    Where did you go to school? | school | previous_school
    School they left in 2025 | school | previous_school
    School in Y11 (2024/25) | school | previous_school
    Feeder school / academy | school | previous_school
    What was the name of your high school? | school | previous_school
    Last place of education | school | previous_school
    Programme they enrolled on | course | course
    Title of main qualification | course | course
    What is the student studying with you? | course | course
    Apprenticeship standard (if apprentice) | standard | course
    Course applied for (first choice) | course | course
    Job title / apprenticeship | standard | course
    Main subject area studied | subject | course
    Qualification level (1-3) | level | level
    Level of apprenticeship | level | level
    Which campus are you based at? | campus | campus
    Site they attend | campus | campus
    Company they work for | employer | employer
    Business they are employed by | employer | employer
    Name of workplace | employer | employer
    Training provider / college name | college | provider
    What college are they at? | college | provider
    Name of the place where they are now | college | provider
    College they attend | college | provider
    What are they doing now? | activity | activity_words
    Main activity this term | activity | activity_words
    Type of activity at 1 Nov | activity | activity_words
    NCCIS code at 31 Oct | code | activity_code
    Main activity (code) | code | activity_code
    Is he/she enrolled? | yes | status
    Did this student enrol with you? (Y/N) | yes | status
    Are they on your roll? | yes | status
    Do they still attend? | yes | status
    Was the place taken up? | yes | status
    Is this person currently enrolled with you? | yes | status
    Enrolled on 1st October? | yes | status
    On our roll? | yes | status
    Attending college now? | yes | status
    Joined us in September? | yes | status
    Started? | status | status
    Student's current status with us | status | status
    What is their status? | status | status
    Present status | status | status
    Enrolment outcome (Sept) | status | status
    If they left, where did they go? | elsewhere | went_elsewhere
    If not with you, do you know where they are? | elsewhere | went_elsewhere
    If you are not coming, where are you going? | elsewhere | went_elsewhere
    When did they join? | started dmy | start_date
    Date they began | started dmy | start_date
    Day they started with us | started dmy | start_date
    First day at college | started dmy | start_date
    Date of first attendance | started dmy | start_date
    Date started work | started dmy | start_date
    When did the apprenticeship start? | started dmy | start_date
    Date they withdrew | left | end_date
    Leaving date if they have left | left | end_date
    Last day in learning | left | end_date
    Date their status was confirmed | started dmy | date_verified
    Date of this information | started dmy | date_verified
    Tutor email | email | ignore
    Name of tutor | full | ignore
    Pastoral lead name | full | ignore
    Progress coach | full | ignore
    Contact name at employer | full | ignore
    Name of person completing this form | full | ignore
    Form completed by | full | ignore
    Date completed | started dmy | ignore
    Date form completed | started dmy | ignore
    Date of this return | started dmy | ignore
    Last appointment | started dmy | ignore
    Date of parents' evening | started dmy | ignore
    Date of EHCP review | started dmy | ignore
    Bursary approved on | started dmy | ignore
    ID card printed | started dmy | ignore
    Enrolment appointment | started time | ignore
    Date details changed | started dmy | ignore
    Gateway (planned) | started dmy | ignore
    EPA due | started dmy | ignore
    End point assessment due | started dmy | ignore
    Probation ends | started dmy | ignore
    Date of next progress review | started dmy | ignore
    Interview date for bursary | started dmy | ignore
    Date passed to careers team | started dmy | ignore
    Follow-up on | started dmy | ignore
    Email sent | yes | ignore
    Responded? | yes | ignore
    Wellbeing concerns? | yes | ignore
    Have you applied for a bursary? | yes | ignore
    Do you have a student loan? | yes | ignore
    Lives with parents? | yes | ignore
    Is the student a care leaver? | yes | ignore
    Does the student have an EHCP? | yes | ignore
    Did you attend a taster day? | yes | ignore
    Would you recommend us to a friend? | yes | ignore
    Have you studied maths before? | yes | ignore
    First language at home | words | ignore
    Country of residence | words | ignore
    Type of school | words | ignore
    Tick if you agree | yes | ignore
    Photo consent given? | yes | ignore
    Where do you live? | words | ignore
    Who do you live with? | words | ignore
    Why are you leaving? | words | ignore
    Funding band | reference | ignore
    Mobile phone number | phone | ignore
    Personal email | email | ignore
"""

HEADINGS = [tuple(part.strip() for part in line.split("|")) for line in _TABLE.strip().splitlines()]
