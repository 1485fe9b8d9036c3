"""What the invented returns of `make_folder.py` are written with: providers, headings, and words for being there or not."""

from destinations.rules.statements import Said

PROVIDERS = (
    ("Hyndburn Vale Sixth Form College", "sixth form college", "220", "HVSFC"),
    ("Calder and Darwen College", "further education college", "230", "C&D College"),
    ("St Hilda's High School Sixth Form", "school sixth form", "210", "St Hilda's"),
    ("Pennine Training Partnership", "training provider", "430", "PTP"),
    ("Wyre Coast College", "further education college", "230", "WCC"),
    ("Moorside Special College", "special post-16 institution", "280", "Moorside"),
)
HEADINGS = {
    "surname": ("Surname", "Last Name", "Family Name", "SURNAME", "Student Surname", "Legal Surname"),
    "forename": ("Forename", "First Name", "Given Name", "FORENAME(S)", "First Name(s)", "Student Forename"),
    "full_name": ("Name", "Student", "Learner Name", "Full Name", "Name of Student", "Pupil Name"),
    "date_of_birth": ("DOB", "Date of Birth", "D.O.B.", "Birth Date", "Student DoB"),
    "course": ("Course", "Programme", "Course Title", "Main Qualification", "Study Programme", "Qual Aim", "Subject(s)"),
    "level": ("Level", "Course Level", "Lvl"),
    "status": ("Status", "Enrolment Status", "Current Status", "Learner Status"),
    "tick": ("Attending?", "Did they enrol?", "Enrolled Y/N", "With you?", "Started (Y/N)", "On roll?"),
    "start_date": ("Start Date", "Start", "Date Started", "Enrolment Date"),
    "end_date": ("Date Left", "Leaving Date", "Withdrawal Date"),
    "previous_school": ("Previous School", "School", "Last School Attended", "Feeder School"),
    "reference": ("ID", "Learner Ref", "Student No", "Ref", "Enrolment No"),
    "form": ("Form", "Tutor Group", "Reg Group"),
    "postcode": ("Postcode", "Home Postcode", "Post Code"),
    "upn": ("UPN", "Unique Pupil Number"),
    "employer": ("Employer", "Employer Name"),
    "standard": ("Standard", "Apprenticeship Standard", "Framework"),
    "activity_code": ("Activity Code", "NCCIS Code", "Current Activity Code"),
    "activity_words": ("Current Activity", "Activity Description", "Destination"),
    "provider": ("Establishment", "Provider", "Establishment Name", "Current Provider"),
    "date_verified": ("Date Verified", "Last Confirmed", "Verified On"),
    "ilr": ("Completion Status", "CompStatus", "Completion status code"),
    "crossed": ("Withdrawn", "Withdrawn?", "Left", "Left?"),
    "went_elsewhere": ("If not, where?", "Where did they go?", "Destination if known"),
}
WORDS = {
    Said.PRESENT: ("Enrolled", "Active", "On programme", "Continuing", "Attending", "Started", "Current", "In Learning"),
    Said.LEFT: ("Withdrawn", "Left", "Withdrew", "No longer attending", "Transferred out", "W/D"),
    Said.NOT_HERE: ("Did not enrol", "DNS", "Did not start", "No show", "Declined", "Never enrolled", "Offer declined", "Not enrolled"),
}
TICKS = {
    Said.PRESENT: ("Y", "y", "Yes", "YES", "✓", "Y - started", "yes"),
    Said.LEFT: ("N - left week 3", "No - withdrew Oct", "N (withdrawn)", "Left"),
    Said.NOT_HERE: ("N", "n", "No", "no", "N - did not enrol", "No - never started"),
}
SHEETS = {
    Said.PRESENT: ("Enrolled", "Current Students", "Starters"),
    Said.LEFT: ("Withdrawn", "Leavers", "Left"),
    Said.NOT_HERE: ("Did not enrol", "Non-starters", "No shows", "Did Not Start"),
}
COURSES = (
    "A Levels: Biology, Chemistry, Maths",
    "T Level Health",
    "BTEC L3 Extended Diploma Sport",
    "Level 2 Hairdressing",
    "L1 Bricklaying",
)
STANDARDS = ("Business Administrator L3", "Carpentry and Joinery L2", "Hairdressing Professional")
LABELS = {
    "210": "School Sixth Form", "220": "Sixth Form College", "230": "Further Education", "280": "Special Post-16 Institution",
    "310": "Apprenticeship", "330": "Employment without training", "430": "Training", "619": "Seeking EET", "810": "Not known",
}  # fmt: skip
