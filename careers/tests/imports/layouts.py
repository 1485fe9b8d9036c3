"""Layouts that lists come in. A column is its heading | what it holds | the field it is, which may go without saying."""

import re
from dataclasses import dataclass, field

from careers.imports.cells import Cell

from .invented import rows

MEANT = {
    "SURNAME": "surname", "forenames": "forename", "middle": "middle_names", "comma": "full_name", "full": "full_name",
    "surname first": "full_name", "known as": "full_name", "initial": "initials", "sex words": "sex",
    "letters reference": "reference", "admission": "reference", "school": "previous_school", "urn": "previous_school_urn",
    "college": "provider", "university": "provider", "degree": "course", "standard": "course", "subject": "course",
    "level words": "level", "yes": "status", "ticks": "status", "true": "status", "code": "activity_code",
    "activity": "activity_words", "elsewhere": "went_elsewhere", "left": "end_date", "decision": "application_status",
    "applied": "applied_date", "percent": "ignore", "email": "ignore", "phone": "ignore", "words": "ignore", "age": "ignore",
    "running": "ignore",
}  # fmt: skip


def meant_by(kind: str) -> str:
    """The field that a kind of cell is, where a layout does not say it."""
    first = kind.split()[0]
    return MEANT.get(kind) or {"born": "date_of_birth", "started": "start_date", "tick": "marked"}.get(first) or kind.replace(" ", "_")


@dataclass
class Layout:
    name: str
    columns: str
    above: list[list[Cell]] = field(default_factory=list)
    vocabulary: str = "return"

    @property
    def lines(self) -> list[str]:
        return [line for line in re.split(r"\s*\n\s*|\s+; ", self.columns.strip()) if line]

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        split = [[part.strip() for part in line.split("|")] for line in self.lines]
        return [(part[0], part[1], part[2] if len(part) > 2 else meant_by(part[1])) for part in split]

    @property
    def headings(self) -> list[Cell]:
        return [heading or None for heading, _, _ in self.parts]

    @property
    def fields(self) -> list[str]:
        return [expected for _, _, expected in self.parts]

    def body(self) -> list[list[Cell]]:
        return rows([kind for _, kind, _ in self.parts])

    def sheet_rows(self) -> list[list[Cell]]:
        width = len(self.parts)
        above = [row + [None] * (width - len(row)) for row in self.above]
        headings = [self.headings] if any(self.headings) else []
        return above + headings + self.body()

    @property
    def header_row(self) -> int:
        return len(self.above) + 1 if any(self.headings) else 0


RETURNS = [
    Layout("a local authority extract in the words of the national record", """
        DatabaseId|reference|ignore ; YoungPersonsID|letters reference|reference ; GivenName|forename|forename
        MiddleName|middle|middle_names ; FamilyName|surname|surname ; Postcode|postcode|postcode ; Gender|sex|sex
        DOB|born iso|date_of_birth ; UniqueLearnerNo|uln|uln ; UniquePupilNumber|upn|upn ; SENDFlag|yes|ignore
        ActivityCode|code|activity_code ; StartDate|started iso|start_date ; DateVerified|started iso|date_verified
        DueToLapseDate|started iso|ignore ; EstablishmentNumber|reference|ignore ; EstablishmentName|college|provider
        PredictedEndDate|started iso|ignore
    """),
    Layout("a county portal with codes in one column and words in the next", """
        Client Ref|reference|reference ; UPN|upn|upn ; Surname|surname|surname ; Forename(s)|forenames|forename
        D.O.B.|born dmy|date_of_birth ; M/F|sex|sex ; NCCIS Code|code|activity_code ; Situation|activity|activity_words
        Current Establishment|college|provider ; Activity Start Date|started dmy|start_date
        Last Confirmed|started dmy|date_verified ; Personal Adviser|full|ignore
    """),
    Layout("codes under a heading that says only Current Activity", """
        YP ID|reference|reference ; Young Person|comma|full_name ; Date of Birth|born dmy|date_of_birth
        Current Activity|code|activity_code ; Provider|college|provider ; Verified|started dmy|date_verified
    """),
    Layout("a college enrolment list", """
        Learner Reference Number|reference|reference ; ULN|uln|uln ; Learner Surname|surname|surname
        Learner Forename|forename|forename ; Learner DOB|born|date_of_birth ; Prior Institution|school|previous_school
        Programme of Study|course|course ; Qualification Level|level|level ; Enrolment Date|started|start_date
        Enrolment Status|status|status ; Withdrawal Date|left|end_date
    """),
    Layout("names in one column and American dates", """
        #|running|ignore ; Learner|comma|full_name ; Birth Date|born mdy|date_of_birth ; Course Name|course|course
        On Roll?|yes|status
    """, above=[["Calder Sixth Form College"], ["Printed 12 September 2025 - confidential"], [None]]),
    Layout("a sixth form's tick list", """
        Pupil|full|full_name ; Y11 Form|form|form ; Born|born short|date_of_birth ; Here?|ticks|status
        If no, where?|elsewhere|went_elsewhere
    """),
    Layout("an apprenticeship provider's list", """
        Apprentice Name|full|full_name ; DOB|born words|date_of_birth ; Employer Name|employer|employer
        Framework/Standard|course|course ; Apprenticeship Level|level|level ; Learning Start Date|started|start_date
        Planned End Date|started|ignore ; Assessor|full|ignore ; Learner Status|status|status
    """),
    Layout("an apprenticeship list with the standard as the course", """
        First Name|forename|forename ; Last Name|surname|surname ; DoB|born dmy|date_of_birth ; Company|employer|employer
        Apprenticeship Standard|course|course ; Training Provider|college|provider ; Start|started dmy|start_date
    """),
    Layout("a title row and a date row above", """
        Family Name|surname|surname ; Given Name|forename|forename ; Date of birth (dd/mm/yyyy)|born dmy|date_of_birth
        Feeder School|school|previous_school ; Course Title|course|course ; Site|campus|campus ; Attending? (Y/N)|yes|status
    """, above=[["Wyrebank College: September starters"], ["Correct at 19/09/2025"]]),
    Layout("headings with underscores", """
        learner_ref|reference|reference ; first_name|forename|forename ; last_name|surname|surname
        date_of_birth|born iso|date_of_birth ; post_code|postcode|postcode ; course_title|course|course
        start_date|started iso|start_date
    """),
    Layout("headings with slips of the keyboard", """
        Surename|surname|surname ; Fornename|forename|forename ; Date of Brith|born dmy|date_of_birth
        Previuos School|school|previous_school ; Programe|course|course ; Enrollment Staus|status|status
    """),
    Layout("headings in capitals", """
        SURNAME|SURNAME|surname ; FIRST NAME|forename|forename ; DATE OF BIRTH|born dmy|date_of_birth
        LAST SCHOOL ATTENDED|school|previous_school ; COURSE|course|course ; STATUS|status|status
    """),
    Layout("known-as names and no forename column", """
        Student ID|letters reference|reference ; Title|title|title ; Known As|forename|known_as ; Family name|surname|surname
        Birthday|born words|date_of_birth ; Offer|course|course ; Campus|campus|campus
    """),
    Layout("an offer column that holds decisions", """
        Applicant Name|full|full_name ; DOB|born dmy|date_of_birth ; Course Applied For|course|course ; Offer|status|status
    """),
    Layout("initials in place of forenames", """
        Surname|surname|surname ; Initials|initial|initials ; DOB|born dmy|date_of_birth ; Tutor Group|form|form
        Subjects|course|course
    """),
    Layout("one heading, Name, over first names beside surnames", """
        Name|forename|forename ; Surname|surname|surname ; DOB|born dmy|date_of_birth ; College|college|provider
    """),
    Layout("a heading nobody knows over dates of birth", """
        Student Name|comma|full_name ; Naissance|born dmy|date_of_birth ; Cours|course|course
    """),
    Layout("headings in another language", """
        Nom|comma|full_name ; Naissance|born dmy|date_of_birth ; Ecole|college|provider
    """, above=[["Liste 2025"], [None]]),
    Layout("a column of UPNs headed Ref", """
        Ref|upn|upn ; Surname|surname|surname ; Forename|forename|forename ; DOB|born dmy|date_of_birth ; Status|status|status
    """),
    Layout("admission numbers and the school's URN", """
        Adm No|admission|reference ; Legal Surname|surname|surname ; Legal Forename|forename|forename
        Preferred Forename|forename|known_as ; DOB|born dmy|date_of_birth ; Previous School|school|previous_school
        Previous School URN|urn|previous_school_urn
    """),
    Layout("questions for headings", """
        Student's full name|full|full_name ; What is their date of birth?|born dmy|date_of_birth
        Has the student enrolled?|yes|status ; Which course are they on?|course|course
        If not, do you know where they are?|elsewhere|went_elsewhere
    """),
    Layout("columns that are not needed", """
        S/N|running|ignore ; Surname|surname|surname ; First name|forename|forename ; DOB|born dmy|date_of_birth
        Ethnicity|words|ignore ; Email Address|email|ignore ; Mobile|phone|ignore ; Age|age|ignore ; Notes|words|ignore
        Course|course|course
    """),
    Layout("no headings: surname, forename, date of birth, course", """
        |SURNAME|surname ; |forename|forename ; |born dmy|date_of_birth ; |course|course
    """),
    Layout("no headings: full names, dates of birth and yes or no", """
        |comma|full_name ; |born short|date_of_birth ; |yes|status
    """),
    Layout("no headings: UPNs first", """
        |upn|upn ; |comma|full_name ; |born iso|date_of_birth ; |code|activity_code ; |college|provider
    """),
    Layout("a status column of activities", """
        UPN|upn|upn ; Name|comma|full_name ; DOB|born dmy|date_of_birth ; Status|activity|activity_words
        Establishment|college|provider ; Date Verified|started dmy|date_verified
    """),
    Layout("destination as a place", """
        Surname|surname|surname ; Forename|forename|forename ; D O B|born dmy|date_of_birth ; Destination|college|provider
        Course|course|course
    """),
    Layout("destination as a kind of activity", """
        Surname|surname|surname ; Forename|forename|forename ; DOB|born dmy|date_of_birth ; Destination|activity|activity_words
        Provider Name|college|provider
    """),
    Layout("two references, the first of them theirs", """
        Person Code|reference|reference ; Forename|forename|forename ; Surname|surname|surname ; DOB|born|date_of_birth
        Aim Title|course|course ; Completion Status|status|status ; Actual End Date|left|end_date
    """),
    Layout("a school's list with forms and true dates", """
        Full Name|full|full_name ; Reg Group|form|form ; D.O.B|born|date_of_birth ; Sex|sex words|sex ; Joined?|true|status
    """),
]  # fmt: skip

STUDENTS = [
    Layout("a school census extract", """
        Estab|reference|ignore ; UPN|upn|upn ; Surname|surname|surname ; Forename|forename|forename
        Middlenames|middle|middle_names ; PreferredSurname|surname|preferred_surname ; FormerSurname|blank|former_surname
        Gender|sex|sex ; DoB|born iso|date_of_birth ; EnrolStatus|blank|enrolment_status ; EntryDate|started iso|ignore
        NCyearActual|year|year ; Ethnicity|words|ignore ; Language|language|first_language ; SENprovision|sen|sen
        SENneed1|blank|ignore ; UniqueLearnerNumber|uln|uln ; Postcode|postcode|postcode ; FSME on Census Day|yes|fsm
        Age|age|ignore
    """, vocabulary="students"),
    Layout("a SIMS report", """
        Adno|admission|admission_number ; Legal Surname|surname|surname ; Legal Forename|forename|forename
        Preferred Surname|surname|preferred_surname ; Preferred Forename|forename|known_as ; DOB|born dmy|date_of_birth
        Gender|sex words|sex ; Reg|form|form ; Year|year words|year ; UPN|upn|upn ; ULN|uln|uln ; In care|true|looked_after
        Eligible for FSM|yes|fsm ; Ever 6|yes|ever6_fsm ; Pupil Premium Indicator|yes|pupil_premium ; EAL|yes|eal
        First Language|language|first_language ; SEN Status|sen|sen ; Service Child|yes|service_child ; Ethnicity|words|ignore
    """, above=[["Leavers 2026"], [None]], vocabulary="students"),
    Layout("an Arbor custom report", """
        Arbor Student ID|reference|admission_number ; Legal first name|forename|forename ; Legal last name|surname|surname
        Preferred first name|forename|known_as ; Preferred last name|surname|preferred_surname
        Date of birth|born words|date_of_birth ; Sex|sex words|sex ; Registration form|form|form ; Year group|year words|year
        UPN|upn|upn ; SEND status|sen|sen ; Free School Meals Ever 6|yes|ever6_fsm ; Looked after|yes|looked_after
        Young carer|yes|young_carer ; Home postcode|postcode|postcode ; Percentage attendance|percent|attendance
        Email address|email|email
    """, vocabulary="students"),
    Layout("a Bromcom export", """
        LearnerCode|admission|admission_number ; Forename|forename|known_as ; LegalForename|forename|forename
        Surname|surname|surname ; FormerSurname|blank|former_surname ; Gender|sex|sex ; Year|year|year
        DateOfBirth|born iso|date_of_birth ; UPN|upn|upn ; FormerUPN|blank|former_upn ; ULN|uln|uln ; EAL|true|eal
        ServiceChild|true|service_child ; IsLookedAfterorAdoptedFromCare|true|looked_after
        SENProvisionDetails.ProvisionTypeCode|sen|sen ; EnrolementStatus|blank|enrolment_status
        LanguageDetails.LanguageCode|language|first_language
    """, vocabulary="students"),
    Layout("the fields of a Wonde feed", """
        mis_id|reference|admission_number ; surname|surname|surname ; forename|forename|forename ; gender|sex|sex
        date_of_birth|born iso|date_of_birth ; upn|upn|upn ; current_nc_year|year|year ; sen_status|sen|sen
        in_lea_care|true|looked_after ; free_school_meals|true|fsm ; free_school_meals_6|true|ever6_fsm
        premium_pupil_indicator|true|pupil_premium ; english_as_additional_language|true|eal
        service_children_indicator|true|service_child ; first_language|language|first_language
        enrolment_status|blank|enrolment_status
    """, vocabulary="students"),
    Layout("a plain list a school made", """
        Student Name|comma|full_name ; Tutor group|form|form ; D.O.B|born dmy|date_of_birth ; UPN|upn|upn ; SEND|sen|sen
        EHCP|yes|ehc ; PP|yes|pupil_premium ; AP|yes|alternative_provision ; Nurture group|yes|nurture
        Social worker|yes|social_worker ; Attendance|percent|attendance
    """, vocabulary="students"),
]  # fmt: skip
