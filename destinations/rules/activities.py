"""The national activity codes as lists write them: a number, a label, or the words people use (DfE, NCCIS requirement)."""

import re
from functools import lru_cache

from destinations.rules.outcomes import OUTCOMES, PRE_16
from destinations.rules.statuses import plain

WORK = r"\b(?:employ(?!ab)\w*|jobs?|work(?:ing|s)?)"
TRAINED = r"(?:study|college|qualifications?|accredited|regulated|education|nvq|level)"
STAY = r"\b(?:stay|remain)(?:s|ed|ing)?(?! on (?:an?|the) )"
FORCES = r"\b(?:armed forces|army|navy|raf|marines|royal air force|military)\b"
NO_COURSE = r"(?! (?:prep\w*|cadets?|courses?|careers?|pathway)\b)"
# Read in order: the particular before the general ("employment without training" before "employment"). Bars stand between patterns.
LABELS: tuple[tuple[str, str], ...] = (
    ("820", r"can(?: ?no|n)?t (?:be )?contact | could not be contacted | unable to (?:contact|reach) | not contactable | uncontactable"
            r" | no (?:response|reply)\b | no contact\b | no current address | lost (?:contact|touch)"),
    ("830", r"\brefused\b | declined to (?:say|disclose) | will not disclose "
            r" | do(?:es)? not (?:wish|want) to (?:disclose|say|share|tell|engage)"),
    ("810", r"not (?:yet |currently )?known | unknown | no information | situation not"
            r" | untraced | to be established | unable to (?:establish|trace|confirm)"
            r" | ^n ?k\b | \b(?:do(?:es)? not|dont|doesnt) know\b | \bunconfirmed\b | not (?:yet )?established"
            r" | ^(?:currency )?(?:expired|lapsed)\b"
            r" | moved (?:away|abroad|out of) | left (?:the )?(?:area|country) | emigrat"),
    ("616", r"(?:start date agreed|\bsda\b).*(?:rpa|compliant|learning|education|training|apprentice)"
            r" | (?:rpa|compliant).*start date agreed"),
    ("615", r"start date agreed | \bsda\b | agreed start | awaiting (?:a )?start | due to start"),
    ("619", r"\bseeking\b | looking for | \bjob ?seek | job (?:search|hunt)"
            r" | \b(?:wants?|hop(?:es?|ing) for|would like|interested in)(?: to find| to start)?"
            r" (?:an? |some )?(?:apprentic|job|work|training|course)"
            r" | appl(?:ying|ied) (?:for|to) (?:\w+ ){0,2}(?:jobs?|work|apprentic\w*) | (?<!not )available (?:to|for) (?:the )?labour"
            r" | ^no destination | ^at home$ | ^out of (?:education|eet|college)"
            r" | ^(?:active )?neet$ | ^neet (?:active|available|actively)"),
    ("550", r"(?:not for reward|volunteer\w*|unpaid|voluntary)(?: work)? (?:with|and) (?:part time )?(?:study|training)"),
    ("610", r"not (?:yet )?ready"),
    ("620", r"young carer | (?<!as a )(?<!employed )(?<!paid )\bcarer\b | caring for (?:a )?(?:family|relative|adult|parent)"),
    ("630", r"teen(?:age)? parent | young (?:parent|mum|mother|dad|father) | parent(?:hood|ing) | \bmaternity"
            r" | (?:caring for|looking after) (?:(?:her|his|their) )?(?:own )?(?:child|children|baby)\b"
            r" | ^(?:neet )?(?:not available )?(?:parent|tp|mum|mother|dad|father)$"),
    ("650", r"pregnan | expecting a baby"),
    ("640", r"\bill(?:ness)?\b | \bhealth (?:reason|condition|problem|issue) | (?:mental|poor|bad) health"
            r" | \bmedical\b(?! (?:scien|stud|engineer|physics|admin|secretar|recept)) | \bsick(?:ness)?\b | \bunwell\b"
            r" | (?<!work )(?<!working )(?<!job )(?<!employed )\bin hospital\b | ^hospital$ | \bhospitali[sz]ed"
            r" | \bhospital (?:stay|admission|treatment|patient)"),
    ("660", r"\breligious\b(?! (?:stud|educ|ethic))"),
    ("670", r"never be economically | unlikely (?:ever )?to | economically active"),
    ("680", r"not available | unavailable | neet (?:inactive|other|not available)"),
    ("619", r"not (?:currently )?in (?:education|employment|eet|work|training) | not (?:currently )?(?:working|employed)"
            r" | \bunemployed\b | \bout of work\b | universal credit | \bclaiming"),
    ("290", r"custodial | education in custody | secure (?:unit|training|childrens)"),
    ("710", r"\bcustody | \bprison\b(?! (?:officer|service)) | young offender | \byoi\b | \bhmp\b | \bremand"),
    ("720", r"refugee | asylum"),
    ("540", r"volunteer | voluntary | not for reward | unpaid work"),
    ("530", r"re ?engagement"),
    ("460", r"supported intern"),
    ("450", r"traineeship | \btrainee(?! \w)"),
    ("260", r"gap (?:year|yr) | \bgap$ | year out | deferred (?:entry|place|university|uni\b) | university deferred"),
    ("381", r"self employ\w* with (?:study|accredited|regulated|training)"),
    ("380", r"self employ | own business | sole trader | freelanc"),
    ("310", r"(?<!pre )(?<!pathway to )\bapprentic | ^app(?:r|rs|s)?$ | ^app ship"),
    ("330", rf"{WORK} (?:with ?out|no|with no|not with) (?:\w+ )?(?:training|study) | jwt without"),
    ("340", rf"{WORK} (?:with|and) (?:non|un) ?(?:regulated|accredited) | in house training"
            rf" | (?:{FORCES}){NO_COURSE}"),
    ("320", rf"{WORK} (?:with|and|plus) (?:part time |\w+ )?{TRAINED} | employ\w* with (?:accredited|regulated)"
            rf" | {WORK} with training (?:to|at) (?:nvq|l\d|level)"),
    ("340", rf"{WORK} (?:with|and|plus) (?:\w+ ){{0,2}}training | \bjwt\b"),
    ("350", rf"\btemporary (?:employ|work|job) | {WORK} temp(?:orary)?\b | \btemp (?:work|job) | ^temp$ | seasonal | casual"
            rf" | zero hours | agency (?:work|staff)"),
    ("360", rf"part time (?:employ|work|job) | {WORK} part time"),
    ("250", r"part time (?:education|college|study|course|student|learn|fe) | (?:education|college|study|fe) part time | ^part time$"),
    ("280", r"special (?:post|school|college|education) | special needs (?:school|college) | specialist (?:post|college|provider|provision)"
            r" | independent specialist | \bspi\b | \bisp\b"),
    ("220", r"sixth form coll(?:ege)?\b | (?:6th|vi|6) form coll | \bsfc\b | sixthform college | sf college"),
    ("270", r"independent school | home (?:school|educat) | \behe\b | full time education other | other full time education"),
    ("210", r"sixth form | 6th form | sixthform | \bssf\b | school based | \butc\b | (?:year|yr|y) ?1[234]\b"
            r" | education school\b | ^school$"
            rf" | ^(?:full time education |fte )?(?:at )?school\b | {STAY} (?:at |in )?(?:(?:the|their|his|her) )?school\b"
            rf" | {STAY} on\b(?! (?:at|in) (?:(?:the|their|his|her) )?(?:\w+ ){{0,2}}(?:college|fe\b|uni))"
            r" | in school\b | school full time | full time school"),
    ("240", r"higher education | universit | \bhe\b | \bdegree\b | \buni\b | undergrad"),
    ("230", r"further education | \bg?fe\b | \bcollege | land based | tertiary"),
    ("410", r"work based learning | \bwbl\b | esfa | funded work | (?:government|efa|sfa|publicly) funded | study programme.*train"),
    ("440", r"\bdwp\b | jobcentre | job centre | kickstart"),
    ("430", r"other training | \btraining\b | foundation learning | \bitp\b | princes trust"),
    ("330", r"\bemploy(?:ed|ment)?\b | \bworking\b | ^works?\b | \bin work\b | \bjob\b | full time work"),
    ("619", r"\bneet\b"),
    ("270", r"education | full time study | studying | student | ^fte\b"),
)  # fmt: skip
COMPILED = tuple((code, re.compile("|".join(words.split(" | ")))) for code, words in LABELS)
# What is over, or denied, says nothing of what somebody does: "left college, now working", "not NEET".
DOING = (
    r"(?:college|sixth form(?: college)?|6th form|school|universit\w*|uni|apprentic\w*|traineeship|training|job|work|employment|course"
    r"|education|neet|fe|custody|provider)"
)
OVER = re.compile(
    r"\b(?:left|leaving|withdr\w+|drop(?:ped|ping) out|was|were|had been|no longer|previously|formerly|ex|quit|completed|finished|ended"
    r"|stopped|lost|sacked)"
    rf"(?: (?:from|of|at|in|on|an?|the|his|her|their|full time|part time|level \d|first|previous|year \d+|going to|attending))* {DOING}\b"
    r"|\bnot (?:currently )?(?:neet|in custody|a (?:young )?carer|pregnant|a parent|self employed)\b"
)
# Words that authorities cut short: "EET: FT Ed: School", "EET: Emp no trng".
SHORT = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"\b(?:trng|trg)\b", "training"),
        (r"\bemp\b", "employment"),
        (r"\bappr\b", "apprenticeship"),
        (r"\bavail\b", "available"),
        (r"(?<=time )ed\b", "education"),
    )
)
PART_TIME, FULL_TIME = re.compile(r"\bp ?t\b"), re.compile(r"\bf ?t\b")


def code_in(text: str) -> str | None:
    """The activity code written in a cell ("230", "230 - Further Education", "CA01:230"), a known one or not; None if there is none."""
    codes = re.findall(r"(?<!\d)(\d{3})(?:\.0)?(?!\d)", text)
    return next((code for code in codes if code in OUTCOMES or code in PRE_16), codes[0] if len(codes) == 1 else None)


@lru_cache(maxsize=8192)
def code_of_words(text: str) -> str | None:
    """The code that words stand for: "Seeking EET" is 619, "FE college" 230. None where they say nothing of what someone does."""
    words = PART_TIME.sub("part time", FULL_TIME.sub("full time", plain(text.replace("&", " and ").replace("+", " and "))))
    for short, word in SHORT:
        words = short.sub(word, words)
    words = OVER.sub(" ", words).strip()
    return next((code for code, pattern in COMPILED if pattern.search(words)), None)
