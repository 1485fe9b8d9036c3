"""Layouts of lists of applicants: applied, seen, offered, on conditions."""

from .layouts import Layout

RETURNS = [
    Layout("a college's applications", """
        App Ref|letters reference ; Surname|surname ; Forename|forename ; DOB|born dmy ; Course applied for|course
        Date applied|applied ; Interview date|interview ; Application status|decision
    """),
    Layout("offers with their conditions", """
        Applicant name|full ; Date of birth|born dmy ; Current school|school ; Course|course ; Offer type|offer
        Conditions|conditions ; Offer date|offer date
    """),
    Layout("applicants in order of choice", """
        Applicant ID|reference ; Last name|surname ; First name|forename ; DOB|born iso ; Programme applied for|course
        Choice|choice ; Interview|interview words|interview ; Offer made?|offered|offer
    """),
    Layout("first and second choices in words", """
        Name|comma ; Date of Birth|born dmy ; Choice|choice words|choice ; Course|course ; Interview outcome|decision
    """),
    Layout("applied, seen, offered: a day each", """
        Surname|surname ; Forename|forename ; DOB|born dmy ; Course|course ; Applied|applied ; Interviewed|interview|interview
        Offered|offer date|offer_date
    """),
    Layout("a sixth form's applications beside who came", """
        Student|full ; DOB|born dmy ; School|school ; Application received|applied ; Offer|offer ; Enrolled?|yes
    """),
    Layout("what universities decided and applicants answered", """
        UCAS Personal ID|ucas|reference ; Surname|surname ; First name|forename ; Date of birth|born dmy ; Institution|university
        Course title|degree ; Decision|ucas code|application_status ; Reply|firm|choice
    """),
    Layout("an apprenticeship's vacancy list", """
        Candidate|full ; Date of birth|born dmy ; Vacancy title|standard|course ; Employer|employer ; Date of application|applied
        Stage|decision
    """),
    Layout("decisions by letter", """
        Applicant No|reference ; Applicant|comma ; DOB|born dmy ; Proposed course|course ; Level|level ; Decision|decision
        Offer letter sent|offer date
    """),
    Layout("grades asked for", """
        Surname|surname ; First name|forename ; D.O.B|born dmy ; Feeder school|school ; Course choice|course
        Conditional or unconditional|offer ; Grades needed|conditions
    """),
]  # fmt: skip
