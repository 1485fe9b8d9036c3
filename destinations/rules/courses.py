"""What a course title tells: the route, the level, and whether it is an apprenticeship, a traineeship or part time.

The principle (docs/returns.md): the named qualification decides; a subject or a trade only where no qualification is named. Preparation
for something is not that thing ("Access to A levels", "pre-apprenticeship", "T Level foundation year").
"""

import re
from functools import lru_cache

from destinations.rules.outcomes import Route
from destinations.rules.statuses import plain

# Studies after Level 3; a degree apprenticeship is an apprenticeship and an access course is not yet one of them.
DEGREE = re.compile(
    r"\b(?:foundation |first |honours |bachelors? |masters? )?degree\b(?! apprentic)|\bbachelors?\b|\bb(?:a|sc|eng|ed|mus|nurs|n|des"
    r"|arch)\b"
    r"|\bllb\b|\bf(?:da|dsc|deng)\b"
    r"|\bm(?:eng|sci|chem|phys|pharm|bbs|bchb|arch)\b|\bmbchb\b|\bundergrad\w*|\bhons\b|\bcert ?he\b|\bdip ?he\b|\bpgce\b"
)
BEFORE = r"(?:access to|pathways? (?:in)?to(?: an?)?|pre|prep\w*(?: for| to)?(?: an?)?|towards?|into an?|steps? to|introduction to)"
APPRENTICE = re.compile(r"\bapprentic\w*")
OTHER_OFFER = r"(?:courses?|programmes?|qualifications?|study|subjects?|training|college|jobs?|employment)"
EITHER = re.compile(rf"\b{OTHER_OFFER} *(?:[/|\\,&]|or\b|and\b) *apprentic|\bapprentic\w* *(?:[/|\\,&]|or\b|and\b) *{OTHER_OFFER}\b", re.I)
PREPARING = re.compile(
    rf"\b{BEFORE} (?:apprentic\w*|a levels?|t levels?)|\bt level (?:foundation|transition)\w*|\btransition (?:year|programme)"
)
A_LEVEL = re.compile(
    r"\b(?:[234] )?(?:a|as|a2|gce a) ?levels?\b|\bgce\b|\ba2\b|^as\b|\bacademic (?:pathway|programme|route)\b|\ba l\b"
    r"|\ba ?levels?\b|\blevel 3 academic\b"
)
IB = re.compile(r"\b(?:international baccalaureate|ib)(?: (?:diploma|dp))?\b")
T_LEVEL = re.compile(r"\bt ?(?:lvl|lev)\b|\bt ?levels?\b|\btlevels?\b")
TECHNICAL = re.compile(
    r"\bbtecs?\b|\baaqs?\b|\balternative academic qualification|\bext dip\b|\bdiplomas?\b|\bdip\b|\bnvq\b|\bcertificates?\b|\bcert\b"
    r"|\baward\b"
    r"|\bcambridge (?:technical|national|advanced national)\w*"
    r"|\bctecs?\b|\bapplied\b|\bextended\b|\bnational\b|\bvocational\b|\btechnical\b|\bcity and guilds\b"
    r"|\bc and g\b|\bvtct\b|\bual\b|\bncfe\b"
    r"|\bcache\b|\baat\b|\bwjec level\b|\brsl\b|\bitec\b|\bhn[cd]\b"
)
TRADE = re.compile(
    r"\b(?:hair|hairdress\w*|barber\w*|beauty|make ?up|plumb\w*|electric\w*|joinery|carpent\w*|brick\w*|plaster\w*|painting|construction"
    r"|engineer\w*|welding|motor|vehicle|automotive|mechanic\w*|installation|health|social care|childcare|early years"
    r"|cater\w*|chef|cook\w*|hospitality|retail|customer service|business admin\w*|logistics|warehous\w*|travel|tourism"
    r"|sports?|e ?sports?|uniformed|protective|public services?|animal\w*|veterinary|equine|agricultur\w*|horticultur\w*|game ?keep\w*"
    r"|floristry|forestry|land ?based|performing arts|music (?:tech|perf|prod)\w*|media make\w*|games? design|digital production"
    r"|computing|ict|it|access to)\b"
)
ACADEMIC = re.compile(
    r"(?:english|maths?|mathematics|further|literature|lit|language|lang|biology|chemistry|physics|history|geography|psychology"
    r"|sociology|law"
    r"|economics|french|german|spanish|politics|philosophy|religious|studies|rs|re|ethics|classics|classical|civilisation|latin"
    r"|computer|science"
    r"|art|fine|photography|drama|theatre|film|media|music|business|design|technology|product|graphics|dt|pe|physical|education|statistics"
    r"|geology|environmental|textiles|dance|and|government|ancient|eng|bio|chem|hist|geog|psych|econ|urdu|polish|italian|epq|accounting)"
)
FOUNDATION = re.compile(
    r"\bfoundation (?:learn\w*|stud\w*|skills|program\w*|year)|\blife skills\b|\bindependent living\b|\besol\b|\bfunctional skills\b"
    r"|\bprinces trust\b|\bpreparation for (?:adult\w*|work|life|employment)|\bemployability\b|\bpersonal (?:and|social|progress)\b"
    r"|\bliving skills\b|\btraineeships?\b"
    r"|\bskills for (?:life|work|living)|\bpathway \d|\bsupported learning\b|\bsupported intern\w*"
)
GCSE = re.compile(r"\bgcses?\b")
PARTS = re.compile(r"\s*(?:[,/+&;:|]|\band\b|\bwith\b)\s*", re.I)

PART_TIME = re.compile(r"\bpart ?time\b|\bp t\b|\bday release\b|\bevening\b")
HOURS = re.compile(r"(\d{1,4}) ?(?:guided )?(?:learning )?(?:hours?|hrs?|glh)(?: (?:a|per|each|every))? ?(week|wk|year|yr|pa)?")
FULL_TIME_WEEK, FULL_TIME_YEAR = 16, 540  # guided hours (DfE, participation in education, training and NEET: methodology)

NUMBER = r"(entry|[1-8e])\b"
LEVEL = re.compile(rf"\b(?:level|lvl|lev|l|nvq) ?{NUMBER}(?: (?:and|or|to)? ?([1-8])(?! \w* ?year))?\b")
LEVEL_COLUMN = re.compile(
    r"^(?:(?:level|lvl|lev|l|nvq|rqf|qcf|nvq level) ?)?(?:(e)(?:l|ntry)?(?: ?(?:level )?[1-3])?|([1-8])(?: ?[1-8])*)(?: .*)?$"
)
# Levels that go with a qualification where none is written (Ofqual's levels), in order.
LEVEL_OF: tuple[tuple[str, str], ...] = (
    ("5", r"\bhnd\b|\bfoundation degree\b|\bf(?:da|dsc|deng)\b|\bdip ?he\b"),
    ("7", r"\bmasters?\b|\bm(?:eng|sci|chem|phys|pharm|bbs|bchb|arch)\b|\bmbchb\b|\bpgce\b|\bpostgrad"),
    ("6", r"\bdegree\b|\bbachelor|\bb(?:a|sc|eng|ed|mus|nurs|n|des|arch)\b|\bllb\b|\bundergrad|\bhons\b"),
    ("4", r"\bhnc\b|\bhigher apprentic|\bcert ?he\b"),
    (
        "3",
        r"\badvanced\b|\bapplied general\b|\bextended (?:diploma|dip|certificate|cert)\b|\bsubsidiary diploma\b|\bext dip\b|\baaqs?\b"
        r"|\balternative academic qualification|\bcore maths\b"
        r"|\bbtec national\b|\bnational (?:diploma|certificate|extended|ext|foundation)|\bnat ext\b|\baccess to (?:he|higher)\b",
    ),
    ("2", r"\bintermediate\b|\bbtec first\b|\bgcses?\b|\bt level (?:foundation|transition)"),
    ("1", r"\bintroductory\b"),
    ("E", r"\bentry\b|\bentry level\b"),
)
WORD_LEVELS = {
    "advanced": "3",
    "intermediate": "2",
    "higher": "4",
    "degree": "6",
    "pre entry": "E",
    "below 1": "E",
    "adv": "3",
    "int": "2",
    "as": "3",
}
NUMBER_WORDS = re.compile(r"\b(?:level|lvl|l) (one|two|three|four|five|six)\b")
ENTRY = re.compile(r"\be(?:ntry(?: level)?|l)? ?[1-3]\b")
IN_WORDS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


@lru_cache(maxsize=8192)
def tidy(course: str) -> str:
    return plain(course.replace("&", " and "))


@lru_cache(maxsize=8192)
def is_apprenticeship(*texts: str) -> bool:
    """Whether any of the words speak of an apprenticeship that has begun, not of getting ready for one."""
    return any(APPRENTICE.search(PREPARING.sub(" ", tidy(text))) for text in texts)


def heads_apprenticeships(heading: str) -> bool:
    """Whether a heading says that what stands under it is an apprenticeship: "Course / apprenticeship" offers both and says neither."""
    return is_apprenticeship(heading) and EITHER.search(heading) is None


@lru_cache(maxsize=8192)
def is_part_time(*texts: str) -> bool:
    """Part time in words, or by guided hours: 16 or fewer a week, under 540 a year."""
    words = " ".join(tidy(text) for text in texts)
    if PART_TIME.search(words):
        return True
    for number, span in HOURS.findall(words):
        if span in ("week", "wk") and int(number) <= FULL_TIME_WEEK:
            return True
        if span in ("year", "yr", "pa") and int(number) < FULL_TIME_YEAR:
            return True
    return False


@lru_cache(maxsize=8192)
def route_of_course(course: str, level: str = "") -> Route | None:
    """The route of a course title. None where the words do not tell."""
    words = tidy(course)
    if not words:
        return None
    if is_apprenticeship(course):
        return Route.APPRENTICESHIP
    real = IB.sub(" a level ", PREPARING.sub(" ", words))
    prepares = PREPARING.search(words) is not None
    academic = bool(A_LEVEL.search(real)) or (not prepares and level in ("", "3") and is_list_of_subjects(course))
    t_level, technical = bool(T_LEVEL.search(real)), bool(TECHNICAL.search(re.sub(r"\bextended project\b", " ", real)))
    if academic:
        return Route.MIXED if t_level or technical else Route.A_LEVEL
    if t_level:
        return Route.T_LEVEL
    if DEGREE.search(real):
        return Route.OTHER
    if FOUNDATION.search(real):
        return Route.OTHER
    if technical or prepares or TRADE.search(real):
        return Route.VOCATIONAL
    if GCSE.search(real):
        return Route.OTHER
    return Route.VOCATIONAL if LEVEL.search(real) or level in ("1", "2", "3") else None


def is_list_of_subjects(course: str) -> bool:
    """Two academic subjects or more and nothing else: "Biology, Chemistry, Maths"."""
    parts = [part for text in PARTS.split(course) if (part := plain(text))]
    return len(parts) >= 2 and all(ACADEMIC.fullmatch(word) for part in parts for word in part.split())


@lru_cache(maxsize=8192)
def level_of(written: str, course: str = "") -> str:
    """The level as short text ("E", "2", "3"): the level column's, else the highest that the course names; "" where neither tells."""
    words = NUMBER_WORDS.sub(lambda found: f"level {IN_WORDS[found[1]]}", tidy(written))
    words = words.removesuffix(" 0")  # 3.0
    if words in WORD_LEVELS:
        return WORD_LEVELS[words]
    if match := LEVEL_COLUMN.match(words):
        return "E" if match[1] else max(re.findall(r"[1-8]", words))
    return level_in(words) or (level_of_course(written) if written else "") or level_of_course(course)


def level_of_course(course: str) -> str:
    words = tidy(course)
    if written := level_in(words):
        return written
    real = IB.sub(" a level ", PREPARING.sub(" ", words))
    if DEGREE.search(real) is None and (A_LEVEL.search(real) or T_LEVEL.search(real) or is_list_of_subjects(course)):
        return "3"
    return next((level for level, pattern in LEVEL_OF if re.search(pattern, real if level != "2" else words)), "")


def level_in(words: str) -> str:
    """The highest level written with its number ("GCSE resit and level 2 health", "l1 l2")."""
    words = NUMBER_WORDS.sub(lambda found: f"level {IN_WORDS[found[1]]}", words)
    entry = ENTRY.search(words) is not None
    found = [number for pair in LEVEL.findall(ENTRY.sub(" ", words)) for number in pair if number]
    digits = [number for number in found if number.isdigit()]
    return max(digits) if digits else ("E" if found or entry else "")
