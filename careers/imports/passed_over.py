"""Headings over what no list is read for: who else it is about, what is still to come, what was handed out, how a form was filled in.

Nothing is concluded from the values below such a heading: a tutor's name is a name, and the day a pass ends is a day.
"""

import re

# In each table a word ends at a space; \s is a space within one.
_OTHERS = r"""
    tutors?(?!\s(?:group|set|code)) teachers? lecturers? assessors? advis[eo]rs? mentors?(?!\s(?:group|set)) coach(?:es)? supervisors?
    managers? coordinators? officers? key\s?workers? case\s?workers? social\sworkers? parents? mother father mum dad guardians? carers? kin
    nok siblings? brother sister emergency iqas? verifiers? trainers? interviewers? recruiters? reviewers? counsellors? principal registrar
    director head\sof doctor referees? invigilators? reports?\sto pa\sname contact\s(?:(?:first|last)\s)?name
    staff\s(?:member|name|initials) primary\scontact guarantors? payee account acc bank sort\scode
"""
_LATER = "plan planned expected anticipated predicted forecast projected estimated proposed intended target scheduled likely"
_WHAT_COMES = """
    end ends ending finish finishing completion complete completing leaving leave exit withdrawal destination activity route gateway
    grades? outcome hours intention
"""
_HANDLED = r"""
    issued? collected returned paid payment invoice\w* deposit receipt ordered posted emailed texted chased scanned signed\soff
"""
_THINGS = r"""
    card badge lanyard locker laptop chromebook device uniform kit pass passport visa photo\w* parking permit meals? lunch dinner trip
    bursar\w* fees? grant loan transport bus taxi minibus mileage room timetable seat desk rota salary wage pay payroll\s(?:date|group)
    telephone phone mobile landline tel e\s?mail skype teams instagram address street town city county village house\snumber fax
    percent(?:age)? authority insurance ni\s(?:number|category|code|letter|table|cat) assignment cost\s(?:centre|code) contract\stype
    grades? scores? points predicted (?:day|block)\srelease exams?\s(?:officer|access|arrangements?|entry|entries) extra\stime
    access\sarrangements?
"""
_PRIVATE = r"""
    dbs safeguarding prevent gdpr consents? consented allerg\w* medical medication dietary pronouns? disab\w+ diagnosis vaccin\w* ethnic\w*
    religion faith nationality citizenship ehcps? ehc send? sencos? lldd fsm free\sschool looked\safter care\sleaver young\scarer in\scare
    asylum refugee
"""
_DAYS_OUT = r"taster open\s(?:day|evening|event) welcome enrolment\sday freshers? transition bridging summer\sschool"
_ENDING = "due overdue deadline expir\\w* laps\\w* renewal renew valid validity intention intends?"
_OF_A_FILE = "created updated modified changed amended run printed generated exported"
_ASKED = "old did many much often far long will do would confident likely satisfied"
_OURS = r"""
    surname forename full\sname first\sname last\sname given\sname family\sname dob date\sof\sbirth birthday upn uln postcode
    post\scode called addressed known\s(?:as|by) go\sby
"""


def _any_of(words: str) -> str:
    return r"\b(?:" + "|".join(words.split()) + r")\b"


_PATTERNS = (
    *map(_any_of, (_OTHERS, _THINGS, _PRIVATE, _DAYS_OUT, _ENDING)),
    rf"{_any_of(_LATER)}.*{_any_of(_WHAT_COMES)}|{_any_of(_WHAT_COMES)}.*{_any_of(_LATER)}",
    r"^(?:date of |date |last |next )*(?:review|reviewed|appointment|meeting|visit)\b",
    r"\b(?:review|visit|appointment|meeting)\b.*\b(?:date|days?|on|time|at|by|next|last)\b",
    r"\bnext\b.*\b(?:contact|review|date|action)\b",
    r"\b(?:start|completion|submission|submit|finish|end|response|completed|submitted) time\b|\btime ?stamp\b",
    r"^(?:user ?name|score|total points)$",
    r"\b(?:last|first|date)\b.*\b(?:login|log in|logged|logon|log on|seen|active|access\w*|opened)\b",
    rf"\b(?:record|row|file|report|data|export|extract|entry)\b.*{_any_of(_OF_A_FILE)}",
    r"\b(?:created|printed|generated|exported|extracted|imported|uploaded|synced|modified)(?: (?:on|at|date|by|time))?$|\bprint date\b",
    rf"^(?!.*\b(?:offer|application|decision)\b).*{_any_of(_HANDLED)}",
    r"^(?!.*\battending\b).*\binduction\b",
    r"\b(?:neet|eet|unemployed|absent|missing)\b.*\b(?:since|weeks|days|duration|date|start|from)\b|\bweeks (?:neet|absent)\b",
    r"\b(?:(?!employed|called)\w+ed|enrolment|taken|given|seen) by\b|^(?:source|method|evidence)\b|\b(?:source|method|evidence) of\b",
    r"^(?!where|which|.*\bschool).*\bgcses?\b",
    rf"\bhow {_any_of(_ASKED)}|^(?:why|any other|anything|tell us|please (?:tell|describe|explain))\b",
    r"\b(?:hear|heard|find out|found out) about\b|\bfeedback\b|\bquestions?\b|\bterms and\b|\bdeclaration\b|\bprivacy\b",
    r"\bi (?:agree|confirm|consent|understand|declare)\b",
)
_ALL = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_OF_A_STUDENT = re.compile(_any_of(_OURS))
_OF_OTHERS = re.compile(f"{_any_of(_OTHERS)}|\\bcontact\\b")


def is_passed_over(text: str) -> bool:
    """Whether a heading, in plain lower-case words, speaks of something that no column of ours is about."""
    if _OF_A_STUDENT.search(text) and not _OF_OTHERS.search(text):
        return False
    return _ALL.search(text) is not None
