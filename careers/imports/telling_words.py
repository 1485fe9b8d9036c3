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
    on\scourse on\sprogramme here arriv\w* joined appl\w+ confirmed registered cancelled with\sus
    in\slearning retained gone participat\w* ceased
    deregist\w* take\sup took\sup taken\sup enr wd wdr wdn dns dnr pending waiting break\w* live turn\w*\sup known show\w*
    suspended achieved
    w/?d c e w dne stopped drop\w*\sout off[\s-]?roll\w* never\s(?:with|here|on)
"""
_APPLICATION = r"""
    offer\w* conditional\w* unconditional\w* appli\w+ apply\w* interview\w* invited waiting reserve\w* shortlist\w*
    accept\w* declin\w* reject\w* unsuccessful successful withdr\w* pending received review\w* defer\w* firm\w* insurance
    awaiting considering considered submitted acknowledged assess\w* audition\w* turned\sdown not\sinterviewed
    incomplete cancelled guaranteed place\soffered place\saccepted place\sdeclined guarantee cf uf ci ui unc con ref rej
    placed unplaced eligible\sfor\sclearing through\sclearing no\splace released
    in\sprogress no\sresponse no\sreply confirmed clearing declined\sby\sdefault references? c u
"""
_JOINING = r"""
    enrol\w* started left leaver present on\sroll on\scourse on\sprogramme no\sshow dna transfer\w* complet\w* continu\w*
    never\sstarted did\snot\sattend did\snot\sstart didn'?t\sstart attending current\w* active retained
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
    he neet eet year gap mainstream ft pt f t p all any
"""
_BEFORE_STATUS = r"(?:not |never |did not |didn'?t |no longer |still |un|non[- ]?|de-?|currently |fully |pre-?|re-?)*"


def _any_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


PROVIDER = re.compile(rf"\b{_any_of(_PROVIDER)}\b", re.I)
COURSE = re.compile(rf"\b{_any_of(_COURSE)}\b", re.I)
APPLICATION = re.compile(rf"\b{_any_of(_APPLICATION)}\b", re.I)
JOINING = re.compile(rf"\b{_any_of(_JOINING)}\b", re.I)
DENIES = re.compile(
    r"\b(?:not|no|never|non|didn'?t|left|leaver|withdr\w*|declin\w*|reject\w*|dna|dne|elsewhere|cancel\w*|ceased|no longer"
    r"|stopped|dropp?\w* out|off[\s-]?roll\w*|transferred out|was with)\b",
    re.I,
)
OFFER = re.compile(r"(?:un)?conditional\w*(?: offer)?|[cu]|con|unc|offer(?:ed)?|no offer|none|guaranteed?.*|.*\boffer\b.*", re.I)
INTERVIEW = re.compile(
    r".*\b(?:invited|attended|interview\w*|booked|arranged|cancelled|declined|missed|passed|failed|successful|unsuccessful|pending|tbc|done"
    r"|waived|dna|did not attend|not required|n/?a|complete\w*|required|rescheduled|offered|accepted|held|to be)\b.*",
    re.I,
)
CHOICE = re.compile(
    r"#?[1-9](?:st|nd|rd|th)?|[a-e]|(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|only|main|back-?up|reserve|other)(?: choice)?"
    r"|choice [1-9]|(?:(?:un)?conditional )?(?:firm(?:ly)?|insurance)(?: (?:accepted|choice))?|preference [1-9]|[fi]|[uc][fid]|declined?"
    r"|accepted",
    re.I,
)
ACTIVITY = re.compile(rf"\b{_any_of(_ACTIVITY)}\b", re.I)
STATUS = re.compile(rf"{_BEFORE_STATUS}{_any_of(_STATUS)}\b", re.I)
GENERIC = re.compile(rf"\b{_any_of(_GENERIC)}\b|[^\w\s]", re.I)
NOT_A_SCHOOL = re.compile(rf"\b{_any_of(_NOT_A_SCHOOL)}\b", re.I)
