"""Who may do what: one table, so that governors can be shown it."""

from enum import StrEnum


class Role(StrEnum):
    CAREERS_LEADER = "careers_leader"
    COORDINATOR = "coordinator"
    ADVISER = "adviser"
    TUTOR = "tutor"
    YEAR_LEAD = "year_lead"
    EXAMS_OFFICER = "exams_officer"
    GROUP_LEAD = "group_lead"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    SLT = "slt"
    GOVERNOR = "governor"
    REVIEWER = "reviewer"
    DATA_MANAGER = "data_manager"
    TRUST = "trust"

    @property
    def label(self) -> str:
        return ROLE_NAMES[self]


ROLE_NAMES = {
    Role.CAREERS_LEADER: "Careers leader",
    Role.COORDINATOR: "Careers and college coordinator",
    Role.ADVISER: "Careers adviser",
    Role.TUTOR: "Form tutor",
    Role.YEAR_LEAD: "Year lead",
    Role.EXAMS_OFFICER: "Exams officer",
    Role.GROUP_LEAD: "SENCO or Pupil Premium lead",
    Role.SAFEGUARDING_LEAD: "Safeguarding lead",
    Role.SLT: "Senior leader",
    Role.GOVERNOR: "Governor",
    Role.REVIEWER: "Enterprise Adviser or Coordinator",
    Role.DATA_MANAGER: "IT or data manager",
    Role.TRUST: "Trust or local authority officer",
}


class May(StrEnum):
    """One thing that a role may do. Pages ask for these and never for a role."""

    SEE_ALL_STUDENTS = "see all students"
    SEE_OWN_STUDENTS = "see own students"
    SEE_CARE = "see care and social worker"
    SEE_SAFETY = "see the safety marks of a student"
    CHANGE_SAFETY = "change the safety marks of a student"
    EXPORT = "export lists of students"
    IMPORT_STUDENTS = "import students"
    KEEP_CHARACTERISTICS = "keep the school's own groups"
    KEEP_PROVIDERS = "keep the provider register"
    WORK_RETURNS = "read, check and apply returns"
    LOAD_HISTORY = "load the school's past"
    DECIDE = "settle and exclude"
    SEE_TOTALS = "see whole-cohort totals"
    MAKE_REPORTS = "make and publish reports"
    READ_REPORTS = "read published reports"
    KEEP_ACCOUNTS = "keep accounts"
    SEE_AUDIT = "see who did what"
    RUN_SURVEYS = "make and run surveys"
    SEE_DONE = "see who has answered, never what"
    OPEN_CLASS = "open a survey for a class"
    READ_ANSWERS = "read what a student answered"
    READ_WORRIES = "read what worries a student"
    SEND_MESSAGES = "see messages and send them"
    KEEP_CONTACT = "keep contact details and permissions"


LEADING = frozenset(May) - {May.KEEP_ACCOUNTS}
OWN = frozenset({May.SEE_OWN_STUDENTS})
TOTALS = frozenset({May.SEE_TOTALS, May.READ_REPORTS})
CLASS = frozenset({May.SEE_DONE, May.OPEN_CLASS})

PERMISSIONS: dict[str, frozenset[May]] = {
    Role.CAREERS_LEADER: frozenset(May),
    Role.COORDINATOR: LEADING,
    Role.ADVISER: OWN | {May.SEE_DONE, May.READ_ANSWERS, May.READ_WORRIES},
    Role.TUTOR: OWN | CLASS,
    Role.YEAR_LEAD: OWN | CLASS,
    Role.EXAMS_OFFICER: frozenset(),
    Role.GROUP_LEAD: OWN,
    Role.SAFEGUARDING_LEAD: frozenset({May.SEE_ALL_STUDENTS, May.SEE_CARE, May.SEE_SAFETY, May.CHANGE_SAFETY, May.READ_WORRIES}),
    Role.SLT: TOTALS,
    Role.GOVERNOR: frozenset({May.READ_REPORTS}),
    Role.REVIEWER: frozenset({May.SEE_TOTALS}),
    Role.DATA_MANAGER: frozenset({May.IMPORT_STUDENTS, May.KEEP_PROVIDERS, May.KEEP_ACCOUNTS}),
    Role.TRUST: TOTALS,
}


def may(role: str, what: May) -> bool:
    """Whether someone in `role` may do `what`. An unknown role may do nothing."""
    return what in PERMISSIONS.get(role, frozenset())
