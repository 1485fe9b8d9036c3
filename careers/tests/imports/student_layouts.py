"""More layouts of a school's own export: the systems it may have, the common transfer file, and plain lists."""

from .layouts import Layout


def export(name: str, columns: str, **more: object) -> Layout:
    """A layout of a school's own export. Its kinds of cell mean this vocabulary's fields."""
    return Layout(name, columns, vocabulary="students", **more)  # type: ignore[arg-type]


STUDENTS = [
    export("a SIMS basic list", """
        Surname|surname ; Forename|forename ; Date of birth|born dmy ; Gender|sex ; Reg|form ; Year|year ; UPN|upn
        Adm no|admission|admission_number
    """),
    export("a SIMS list with legal and chosen names", """
        Legal Surname|surname ; Legal Forename|forename ; Middle name(s)|middle ; Chosen Forename|forename|known_as ; Reg Grp|form
        Year Group|year words|year ; Date of Birth|born dmy ; Unique Pupil Number|upn ; Unique Learner Number|uln
    """),
    export("SIMS with groups", """
        Name|comma ; Reg Group|form ; DOB|born dmy ; UPN|upn ; SEN Status|sen ; In LEA Care|true|looked_after ; FSM eligibility|yes|fsm
        Pupil Premium|yes|pupil_premium ; EAL status|yes|eal ; Ethnicity|words ; Percentage Attendance|percent|attendance
    """),
    export("SIMS with the address", """
        Admission Number|admission|admission_number ; Legal Surname|surname ; Legal Forename|forename ; DOB|born dmy ; Sex|sex ; UPN|upn
        House Number|running|ignore ; Street|words ; Town|words ; Postcode|postcode ; Telephone|phone ; Email|email|email
    """),
    export("Arbor students", """
        Arbor ID|reference|admission_number ; First name|forename ; Last name|surname ; Preferred first name|forename|known_as
        Date of birth|born words
        Year group|year words|year ; Registration form|form ; UPN|upn ; ULN|uln ; Sex|sex words
        Pupil Premium recipient|yes|pupil_premium
    """),
    export("Arbor with support", """
        Student|full|full_name ; Legal first name|forename ; Legal last name|surname ; Date of birth|born iso ; UPN|upn
        SEND provision|sen|sen
        Free meals|yes|fsm ; Ever 6 FSM|yes|ever6_fsm ; English as an additional language|yes|eal ; In care|yes|looked_after
        Home postcode|postcode ; Attendance (YTD)|percent|attendance
    """),
    export("Bromcom headings with spaces", """
        Student ID|reference|admission_number ; Legal Forename|forename ; Legal Surname|surname ; Preferred Forename|forename|known_as
        Date Of Birth|born iso ; Gender|sex ; Tutor Group|form ; Year Group|year ; UPN|upn ; ULN|uln ; FSM Eligible|true|fsm
        Pupil Premium Indicator|true|pupil_premium ; Looked After|true|looked_after ; SEN Category|sen
    """),
    export("ScholarPack", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; UPN|upn ; Class|form ; NC Year|year ; Gender|sex ; FSM|yes|fsm
        PP|yes|pupil_premium
        SEND|sen ; EAL|yes|eal ; Postcode|postcode
    """),
    export("iSAMS", """
        School ID|letters reference|admission_number ; Surname|surname ; Forename|forename ; Preferred Name|forename|known_as
        Date of Birth|born zone
        Gender|sex ; Form|form ; NC Year|year ; UPN|upn ; Boarder|words ; Nationality|words ; Email Address|email|email
    """),
    export("the names of the common transfer file", """
        UPN|upn ; FormerUPN|blank|former_upn ; UniqueLearnerNumber|uln ; Surname|surname ; Forename|forename
        PreferredForename|forename|known_as
        MiddleNames|middle ; DOB|born iso ; Sex|sex ; NCyearActual|year|year ; SENprovision|sen ; LanguageCode|language|first_language
        EnrolStatus|blank|enrolment_status ; FSMeligible|true|fsm ; PostCode|postcode
    """),
    export("Integris", """
        Pupil Name|comma ; Adno|admission|admission_number ; UPN|upn ; D.O.B.|born dmy ; Reg Group|form ; Year|year ; Gender|sex
        SEN Stage|sen
        FSM|yes|fsm ; In Care|yes|looked_after
    """),
    export("Progresso", """
        LearnerId|reference|admission_number ; LastName|surname ; FirstName|forename ; PreferredLastName|surname|preferred_surname
        BirthDate|born iso ; UPN|upn ; ULN|uln ; TutorGroup|form ; YearGroup|year ; IsSEN|sen|sen ; IsEAL|true|eal
    """),
    export("Compass for Education", """
        StudentCode|letters reference|admission_number ; GivenName|forename ; FamilyName|surname ; ChosenName|forename|known_as
        DateOfBirth|born iso
        Gender|sex words ; FormGroup|form ; YearLevel|year ; UPN|upn ; HomePostcode|postcode
    """),
    export("a feed of leavers in capitals", """
        UPN|upn ; SURNAME|SURNAME ; FORENAME|forename ; DATE OF BIRTH|born dmy ; GENDER|sex ; REG|form ; FSM6|yes|ever6_fsm ; SEN|sen
        LAC|yes|looked_after
    """),
    export("typed by hand, few columns", """
        First name|forename ; Surname|surname ; DOB|born dots ; Form|form
    """),
    export("typed by hand with ticks", """
        Student|comma ; Tutor|form|form ; D.O.B|born short ; UPN|upn ; PP|ticks|pupil_premium ; SEN|ticks|sen ; EAL|ticks|eal
        Young carer|ticks|young_carer ; Nurture|ticks|nurture
    """),
    export("a title above", """
        Pupil|full|full_name ; Date of birth|born dmy ; UPN no.|upn ; ULN no.|uln ; Registration group|form
    """, above=[["Moorfold High School - Year 11"], ["Printed 3 September 2025"], [None]]),
    export("characteristics in long headings", """
        UPN|upn ; Surname|surname ; First name|forename ; Date of birth|born dmy ; Is the pupil disadvantaged?|yes|pupil_premium
        Is the pupil looked after?|yes|looked_after ; Has the pupil been eligible for FSM in the last 6 years?|yes|ever6_fsm
        Education, health and care plan (EHCP)|yes|ehc ; Ever had a social worker|yes|social_worker
    """),
    export("service and care", """
        UPN|upn ; Legal last name|surname ; Legal first name|forename ; Date of birth|born dmy ; Service child indicator|yes|service_child
        Child protection plan|yes|social_worker ; Attends alternative provision|yes|alternative_provision ; Young carers|yes|young_carer
    """),
    export("numbers of exams beside names", """
        Exam number|reference|admission_number ; Candidate name|comma ; Date of birth|born dmy ; UPN|upn ; ULN|uln ; Tutor group|form
    """),
    export("two surnames and two first names", """
        UPN|upn ; Surname|surname|preferred_surname ; Legal Surname|surname ; Forename|forename|known_as ; Legal Forename|forename
        DOB|born dmy ; Reg|form
    """),
    export("slips of the keyboard", """
        Surname|surname ; Forname|forename ; Date of Brith|born dmy ; Unique Pupil Numer|upn ; Registraton Group|form
        Pupil Premuim|yes|pupil_premium
    """),
    export("birth dates as serial numbers", """
        Adm No|admission|admission_number ; Surname|surname ; Forename|forename ; DOB|born serial ; Gender|sex ; UPN|upn
    """),
    export("what a trust's warehouse calls things", """
        pupil_id|reference|admission_number ; legal_surname|surname ; legal_forename|forename ; dob|born time ; upn|upn ; uln|uln
        sex|sex ; year_group|year
        fsm_ever6|true|ever6_fsm ; is_pp|true|pupil_premium ; sen_code|sen ; is_eal|true|eal ; in_care|true|looked_after
        home_postcode|postcode
    """),
    export("no headings", """
        |upn ; |surname ; |forename ; |born dmy ; |form
    """),
    export("a house group beside the form", """
        Name|full|full_name ; Form Group|form ; House|words ; Date of birth|born dmy ; UPN|upn ; Attendance %|percent|attendance
        Achievement points|age|ignore
    """),
]  # fmt: skip
