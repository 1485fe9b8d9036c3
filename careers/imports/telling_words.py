"""Words that tell a course from a college, a status from an activity; each is a pattern of a whole word."""

import re

_PROVIDER = r"""
    college school academy acad sixth 6th university training ltd limited utc institute high grammar
    centre center provider trust plc llp council nhs group services hs coll campus skills learning pru
"""
_COURSE = r"""
    level btec a[\s-]?levels? diploma t[\s-]?levels? gcses? nvq extended certificate award apprentice\w*
    access foundation hairdress\w* beauty plumbing electric\w* joinery carpentry brick\w* construction
    engineering motor\svehicle health social\scare childcare early\syears business catering chef
    hospitality sports? uniformed art design media music performing digital computing computer it ict
    science animal\w* agricultur\w* equine horticultur\w* maths mathematics english history geography
    biology chemistry physics psychology sociology law economics french spanish travel tourism
    public\sservices supported\sinternship life\sskills l[1-4] pathway\w* programme studies installation
    technician mechanic\w* production welding painting accounting photography drama politics
    pre-?apprenticeship traineeship functional\sskills esol
"""
_STATUS = r"""
    enrol\w* withdr\w* attend\w* accept\w* declin\w* reject\w* start\w* left leaver complet\w* no\sshow
    dna offer\w* conditional\w* deferred transfer\w* continu\w* active current present absent on\sroll
    on\scourse on\sprogramme here arrived joined appl\w+ confirmed registered cancelled with\sus
    in\slearning retained gone pending waiting break\w* live turned\sup known show\w* suspended achieved
    w/?d c e w
"""
_ACTIVITY = r"""
    education employment employed apprentice\w* neet eet seeking unemployed not\sknown unknown
    unavailable not\savailable further\seducation sixth\sform school training college gap\syear custody
    volunt\w* university traineeship internship re-?engagement working job pregnan\w* illness parent
    carer refused moved\saway cannot\sbe\scontacted start\sdate\sagreed part[\s-]time full[\s-]time
    self[\s-]employ\w*
"""
_NOT_A_SCHOOL = "college sixth 6th university training ltd limited institute plc llp council nhs skills learning"
_GENERIC = r"""
    in at a an the of or and with without to for on full part time further higher education sixth form
    6th school college colleges university training provider employment employed apprenticeship course
    special post 16 other work based learning internal our own local group services independent uni fe
    he neet eet year gap mainstream
"""
_BEFORE_STATUS = r"(?:not |never |did not |didn'?t |no longer |still |un|non[- ]?|currently |fully |pre-?|re-?)*"


def _any_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


PROVIDER = re.compile(rf"\b{_any_of(_PROVIDER)}\b", re.I)
COURSE = re.compile(rf"\b{_any_of(_COURSE)}\b", re.I)
ACTIVITY = re.compile(rf"\b{_any_of(_ACTIVITY)}\b", re.I)
STATUS = re.compile(rf"{_BEFORE_STATUS}{_any_of(_STATUS)}\b", re.I)
GENERIC = re.compile(rf"\b{_any_of(_GENERIC)}\b|[^\w\s]", re.I)
NOT_A_SCHOOL = re.compile(rf"\b{_any_of(_NOT_A_SCHOOL)}\b", re.I)
