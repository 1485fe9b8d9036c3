"""More layouts of lists that providers and authorities send, as their own systems and hands head them."""

from .layouts import Layout

RETURNS = [
    Layout("the individual learner record", """
        LearnRefNumber|reference ; ULN|uln ; FamilyName|surname ; GivenNames|forenames ; DateOfBirth|born iso ; Sex|sex
        Postcode|postcode ; LearnAimRef|reference|ignore ; ProgType|age|ignore ; LearnStartDate|started iso
        LearnActEndDate|left ; CompStatus|comp status|status
    """),
    Layout("a ProSolution enrolment report", """
        RefNo|reference ; Surname|surname ; FirstForename|forename ; DateOfBirth|born ; OfferingCode|course code|ignore
        OfferingName|course ; CompletionStatus|status ; StartDate|started ; ActualEndDate|left ; SchoolName|school
    """),
    Layout("an EBS extract in capitals", """
        PERSON_CODE|reference ; FORENAME|forename ; SURNAME|surname ; DATE_OF_BIRTH|born zone ; UNIQUE_LEARN_NO|uln
        COURSE_DESCRIPTION|course ; PROGRESS_STATUS|status ; LAST_SCHOOL|school ; POST_CODE|postcode
    """),
    Layout("a REMS report", """
        Student ID|reference ; Known As|forename|known_as ; Last Name|surname ; DOB|born dmy ; Course Title|course
        Enrol Status|status ; Site|campus ; Feeder School|school
    """),
    Layout("a Unit-e report", """
        Student Code|letters reference ; Student Name|comma ; Date Of Birth|born dmy ; Course Name|course ; Course Level|level
        Enrolment Status|status ; Previous Institution|school ; Date Withdrawn|left
    """),
    Layout("a sixth form's CEDAR list", """
        Cand No.|reference ; Surname|SURNAME ; Preferred name|forename|known_as ; D.o.B|born dash ; TG|form
        Subject 1|subject ; Subject 2|subject ; Subject 3|subject ; Status|status
    """),
    Layout("A level options across the page", """
        Student|surname first ; Tutor|form ; DOB|born dmy ; Option A|subject ; Option B|subject ; Option C|subject ; On roll|yes
    """),
    Layout("marks under a heading for each status", """
        Surname|surname ; First name|forename ; Date of birth|born dmy
        Enrolled|tick here|marked ; Withdrawn|tick left|marked ; Did not attend|tick never|marked
    """),
    Layout("marks under longer headings", """
        Name|full ; DOB|born dots ; Started with us|tick here|marked ; Started but left|tick left|marked
        Never started|tick never|marked ; Where did they go?|elsewhere
    """),
    Layout("a birth date in three columns", """
        Last name|surname ; First name|forename ; Birth day|birth day ; Birth month|birth month ; Birth year|birth year
        Course|course ; Status|status
    """),
    Layout("a birth date in three columns with months in words", """
        Pupil name|comma ; DOB Day|birth day ; DOB Month|birth month name|birth_month ; DOB Year|birth year ; Enrolled?|yes
    """),
    Layout("numbers that the spreadsheet rounded", """
        UPN|rounded|upn ; ULN|rounded uln|uln ; Surname|surname ; Forename|forename ; DOB|born dmy ; Status|status
    """),
    Layout("birth dates as serial numbers", """
        Family name|surname ; Given name|forename ; Date of birth|born serial ; Course title|course ; Attending?|yes
    """),
    Layout("birth dates as serial numbers in text", """
        Learner name|full ; D.O.B.|born serial text ; Learning programme|course ; Learner status|status
    """),
    Layout("birth dates as eight digits", """
        surname|surname ; forename|forename ; dob|born digits ; course|course ; enrolled|yes
    """),
    Layout("birth dates half read in the wrong order", """
        Surname|surname ; Forename|forename ; Date of Birth|born swapped ; Course|course ; Status|status
    """),
    Layout("birth dates with the day of the week", """
        Full name|full ; Born|born long ; Previous school|school ; Course|course
    """),
    Layout("timestamps from a database", """
        student_number|reference ; last_name|surname ; first_name|forename ; birth_date|born time ; course_name|course
        start_date|started iso ; is_active|true
    """),
    Layout("names with what they are called in brackets", """
        Student name|known as ; DOB|born dmy ; Programme|course ; Campus|campus ; Attending|yes
    """),
    Layout("surname first, without a comma", """
        Name (surname first)|surname first ; Date of birth|born dmy ; Course|course ; Enrolled Y/N|yes
    """),
    Layout("an apprenticeship provider's learner list", """
        Apprentice|full ; DOB|born dmy ; Apprenticeship standard|standard ; Level|level ; Employer|employer
        Training start date|started dmy ; Expected EPA date|started dmy|ignore ; On programme|yes
    """),
    Layout("apprentices with breaks in learning", """
        Learner|comma ; Date of Birth|born dmy ; Framework|standard ; Employer name|employer ; Start date|started
        Actual end date|left ; Programme status|status
    """),
    Layout("an employer's list of new starters", """
        Employee name|full ; Date of birth|born dmy ; Job title|standard ; Department|words|ignore ; Start date|started dmy
        Still employed?|yes
    """),
    Layout("a training provider's weekly register", """
        Trainee Name|full ; DOB|born dmy ; Programme|course ; Attended induction?|yes|status ; Tutor name|full|ignore
        Contact number|phone
    """),
    Layout("a special college's list", """
        Learner's first name|forename ; Learner's surname|surname ; Learner's DOB|born dmy ; EHCP|yes|ignore ; Pathway|course
        Placement taken up?|yes
    """),
    Layout("a university's registrations", """
        UCAS Personal ID|ucas|reference ; Family name|surname ; Given name(s)|forename ; Birth date|born dash
        School/College last attended|school ; Programme title|degree ; Registration status|status
    """),
    Layout("where Year 13 went, from a sixth form", """
        Student|comma ; Date of birth|born dmy ; UCAS ID|ucas|reference ; University|university ; Degree course|degree
        Entry year|age|ignore ; Accepted?|yes
    """),
    Layout("higher education with codes", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Institution|university ; Course code|course code|ignore
        Course title|degree ; Decision|ucas code|application_status
    """),
    Layout("an authority's list in words only", """
        Pupil surname|surname ; Pupil forename|forename ; DOB|born ; UPN|upn ; Destination|activity
        Institution / Employer|college ; Start|started ; Last verified|started|date_verified
    """),
    Layout("an authority with education or not, then more", """
        Young person|comma ; Date of birth|born dmy ; Postcode|postcode ; EET / NEET|eet|ignore ; Activity description|activity
        Learning provider|college ; Date last confirmed|started dmy|date_verified
    """),
    Layout("an authority's extract from its client system", """
        IYSS ID|reference ; First names|forename ; Surname|surname ; DoB|born iso ; Gender|sex ; Current situation|activity
        Current situation code|code ; Current provider|college ; Situation start|started iso
        Situation verified|started iso|date_verified
    """),
    Layout("an authority's October check", """
        School UPN|upn ; Legal surname|surname ; Legal first name|forename ; Date of birth|born dmy ; NCCIS activity|activity
        NCCIS code|code ; Name of establishment|college ; Activity start|started dmy ; As at date|started dmy|date_verified
    """),
    Layout("questions the school asked, answered", """
        Student surname|surname ; Student forename|forename ; Student DOB|born dmy ; Did this student enrol with you?|yes
        If yes, which course?|course ; Level of course|level words ; If no, do you know where they went?|elsewhere
    """),
    Layout("a reply with dates of joining and leaving", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Joined|started dmy|start_date ; Left|left|end_date ; Course|course
    """),
    Layout("a list with much about the person", """
        ID|reference ; Title|title ; Forename|forename ; Middle name|middle ; Surname|surname ; Known as|forename|known_as
        DOB|born dmy ; Gender|sex words ; Ethnicity|words ; Home email|email ; Mobile|phone ; Postcode|postcode ; Course|course
    """),
    Layout("a land-based college's intake", """
        Learner ID|letters reference ; First name|forename ; Second name|surname ; Date of birth|born dmy
        Programme title|course ; Campus/site|campus ; Date of enrolment|started dmy ; School last attended|school
    """),
    Layout("a technical college's list", """
        Surname|surname ; Forename|forename ; Birthdate|born dmy ; Year 11 school|school ; Pathway|course ; Year group|age|ignore
        Enrolment confirmed|yes|status
    """),
    Layout("guided hours and funding beside the course", """
        Learner Ref|reference ; Learner name|comma ; DOB|born dmy ; Main aim title|course ; Main aim level|level
        Planned hours|hours|ignore ; Funding model|age|ignore ; Learner status|status
    """),
    Layout("withdrawals", """
        Student number|reference ; Name|full ; DOB|born dmy ; Course|course ; Date of withdrawal|left
        Withdrawal reason|phrase|ignore ; Destination on leaving|elsewhere
    """),
    Layout("headings with hints in brackets", """
        Surname (legal)|surname ; First name (legal)|forename ; Date of birth (DD/MM/YYYY)|born dmy ; UPN (13 characters)|upn
        Status (E/W/N)|status ; Start date (if known)|started dmy
    """),
    Layout("headings run together", """
        StudentSurname|surname ; StudentForename|forename ; StudentDOB|born iso ; HomePostcode|postcode ; CourseTitle|course
        EnrolmentStatus|status ; StartDate|started iso
    """),
    Layout("headings with full stops", """
        Sur.|surname|surname ; Fore.|forename|forename ; D.O.B.|born dmy ; Prev. Sch.|school ; Crse|course
    """),
    Layout("headings in small letters with a colon", """
        surname:|surname ; first name:|forename ; date of birth:|born dmy ; course:|course ; still attending?:|yes
    """),
    Layout("plural headings", """
        Surnames|surname ; Forenames|forenames ; Dates of birth|born dmy ; Courses|course
    """),
    Layout("a list of initials", """
        Surname|surname ; Initial(s)|initial ; Date of Birth|born dmy ; Sex|sex ; Course|course ; Attending|yes
    """),
    Layout("a short reply by email", """
        Name|full ; Date of birth|born words ; Here?|yes
    """),
    Layout("no dates of birth but postcodes", """
        Surname|surname ; First name|forename ; Home postcode|postcode ; Course name|course ; Enrolled?|ticks
    """),
    Layout("candidate numbers of exams", """
        UCI|letters reference|reference ; Candidate name|comma ; Date of birth|born dmy ; Centre|campus|campus ; Course|course
    """),
    Layout("a provider of several centres", """
        Learner|full ; DOB|born dmy ; Centre name|campus ; Study programme|course ; Current status|status ; Start|started dmy
    """),
    Layout("no headings: a reference, names and a status", """
        |letters reference ; |full ; |born words ; |course ; |status
    """),
    Layout("no headings: names, true dates and places", """
        |surname ; |forename ; |born ; |college
    """),
    Layout("a type of place beside its name", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Type of destination|type|activity_words ; Name of provider|college
    """),
    Layout("an outcome column of words", """
        UPN|upn ; Surname|surname ; Forename|forename ; Outcome|status ; Date started|started dmy ; Course of study|course
    """),
    Layout("a tracker a school made", """
        Name|full ; Form|form ; PP|yes|ignore ; SEN|yes|ignore ; DOB|born dmy ; Intended destination|words|ignore
        Actual destination|college|provider ; Course|course ; Enrolled?|yes
    """),
    Layout("two rows of headings", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Title|course|course ; Level|level ; Date|started dmy|start_date
        Status|status
    """, above=[["Student", None, None, "Course", None, "Enrolment", None]]),
    Layout("three rows of headings", """
        Last|surname|surname ; First|forename|forename ; Birth|born dmy ; Code|code ; Description|activity
    """, above=[["Year 11 leavers", None, None, "Known destination", None], ["Young person", None, "Date of", "Activity", None]]),
    Layout("a letter above the list", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Course|course ; Status|status
    """, above=[
        ["Wyrebank College"], ["Mill Lane, Moorfold"], [None], ["Name", "Telephone", "Email"],
        ["Dr P Latchford", "01200 900123", "p@example.org"],
        [None], ["Dear colleague"], [None],
        ["Thank you for your letter of 3 September asking about your former students."],
        ["The list below shows those who enrolled with us, and those who withdrew."], ["It was correct on 19 September 2025."],
        *[[None]] * 16, ["Yours sincerely"], ["P Latchford, Head of Admissions"], [None],
    ]),
]  # fmt: skip
