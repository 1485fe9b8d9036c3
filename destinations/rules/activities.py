"""The national activity codes as lists write them: a number, a label, or the words people use (DfE, NCCIS requirement)."""

import re
from functools import lru_cache

from destinations.rules.outcomes import OUTCOMES, PRE_16
from destinations.rules.statuses import plain

# Read in order: the particular before the general ("employment without training" before "employment").
LABELS: tuple[tuple[str, str], ...] = (
    ("820", r"can(?: ?no|n)?t (?:be )?contact|no (?:response|reply)\b|uncontactable|no contact\b|unable to contact|no current address"
        r"|lost contact"),
    ("830", r"refused|declined to (?:say|disclose)|will not disclose"),
    ("810", r"not known|unknown|no information|situation not|untraced|not yet known|to be established|unable to (?:establish|trace|confirm)"
            r"|moved (?:away|abroad|out of)|left (?:the )?(?:area|country)|emigrat"),
    ("616", r"start date agreed.*(?:rpa|compliant|learning|education|training|apprentice)|(?:rpa|compliant).*start date agreed"),
    ("615", r"start date agreed|agreed start|awaiting (?:a )?start|due to start"),
    ("619", r"seeking|looking for|\bjob ?seek|unemployed|out of work|job (?:search|hunt)|not (?:currently )?in (?:education|employment"
        r"|eet|work|training)"
            r"|not (?:currently )?(?:working|employed)|\b(?:wants?|hop(?:es?|ing) for|would like|interested in)(?: to find"
            r"| to start)? (?:an? |some )?(?:apprentic|job|work|training|course)"
            r"|appl(?:ying|ied) (?:for|to) (?:\w+ ){0,2}(?:jobs?|work|apprentic\w*)|^(?:active )?neet$"
            r"|^neet (?:active|available|actively)"),
    ("550", r"(?:not for reward|volunteer\w*|unpaid|voluntary)(?: work)? (?:with|and) (?:part time )?(?:study|training)"),
    ("610", r"not (?:yet )?ready"),
    ("620", r"young carer|\bcarer\b|caring for (?:a )?(?:family|relative|adult|parent)"),
    ("630", r"teen(?:age)? parent|young parent|parent(?:hood|ing)|(?:caring for|looking after) (?:her |his |their )?own (?:child|baby)"
        r"|looking after (?:her|his|their) (?:child|baby)"),
    ("650", r"pregnan"),
    ("640", r"\bill(?:ness)?\b|\bhealth (?:reason|condition|problem|issue)|medical|\bsick|mental health|\bhospital"),
    ("660", r"religious"),
    ("670", r"never be economically|unlikely (?:ever )?to|economically active"),
    ("680", r"not available|unavailable|neet (?:inactive|other|not available)"),
    ("290", r"custodial|education in custody|secure (?:unit|training|childrens)"),
    ("710", r"\bcustody|\bprison|young offender|\byoi\b"),
    ("720", r"refugee|asylum"),
    ("540", r"volunteer|voluntary|not for reward|unpaid work"),
    ("530", r"re ?engagement"),
    ("460", r"supported intern"),
    ("450", r"traineeship|\btrainee(?! \w)"),
    ("260", r"gap year|year out|deferred (?:entry|place|university|uni\b)|university deferred"),
    ("381", r"self employ\w* with (?:study|accredited|regulated|training)"),
    ("380", r"self employ|own business|sole trader|freelanc"),
    ("310", r"(?<!pre )(?<!pathway to )apprentic|^appr?s?$|^app ship"),
    ("330", r"(?:employ\w*|job|work|working) (?:with ?out|no|not with) (?:\w+ )?(?:training|study)|jwt without"),
    ("340", r"(?:employ\w*|job|work\w*) (?:with|and) (?:non|un) ?(?:regulated|accredited)|\barmed forces|\barmy\b|\bnavy\b|\braf\b"
        r"|\bmarines\b"
            r"|royal air force|\bmilitary\b"),
    ("320", r"(?:employ\w*|job|work|working) (?:with|and|plus) (?:part time |\w+ )?(?:study|qualification|accredited|regulated"
        r"|education|nvq|level)"
            r"|(?:employ\w*|job|work|working) with training (?:to|at) nvq|employ\w* with (?:accredited|regulated)"),
    ("340", r"(?:employ\w*|job|work|working) (?:with|and|plus) (?:\w+ ){0,2}training|\bjwt\b"),
    ("350", r"temporary (?:employ|work|job)|\btemp (?:work|job)|seasonal|casual|zero hours"),
    ("360", r"part time (?:employ|work|job)|(?:employ\w*|work|working|job) part time|\bpt (?:employ\w*|work|job)|(?:work|job"
        r"|employed) pt\b"),
    ("250", r"part time (?:education|college|study|course|student|learn|fe)|(?:education|college|study|fe) part time|^part time$"
        r"|\bpt (?:education|college|study|course|student|fe)"),
    ("280", r"special (?:post|school|college|education)|specialist (?:post|college|provider|provision)|independent specialist|\bspi\b"
        r"|\bisp\b"),
    ("220", r"sixth form college|6th form college|\bsfc\b|sixthform college|sf college"),
    ("270", r"independent school|home (?:school|educat)|\behe\b|full time education other|other full time education"),
    ("210", r"sixth form|6th form|sixthform|\bssf\b|school based|year 12 at|education school\b|^school$"
            r"|^(?:full time education )?(?:at )?school\b|stayed? (?:on|at school)|in school\b|year 12|school full time|full time school"),
    ("240", r"higher education|universit|\bhe\b|degree|\buni\b|undergrad"),
    ("230", r"further education|\bfe\b|\bcollege|land based|tertiary"),
    ("410", r"work based learning|\bwbl\b|esfa|funded work|study programme.*train"),
    ("440", r"\bdwp\b|jobcentre|job centre|kickstart"),
    ("430", r"other training|\btraining\b|foundation learning|\bitp\b"),
    ("330", r"\bemploy(?:ed|ment)?\b|\bworking\b|^work$|\bin work\b|\bjob\b|full time work"),
    ("619", r"\bneet\b"),
    ("270", r"education|full time study|studying|home educat|student|\behe\b|independent school"),
)  # fmt: skip
# What is over, or denied, says nothing of what somebody does: "left college, now working", "not NEET".
DOING = (
    r"(?:college|sixth form(?: college)?|6th form|school|universit\w*|uni|apprentic\w*|traineeship|training|job|work|employment|course"
    r"|education|neet"
    r"|fe|custody|provider)"
)
OVER = re.compile(
    rf"\b(?:left|leaving|withdr\w+|drop(?:ped|ping) out|was|were|had been|no longer|previously|formerly|ex|quit|completed|finished"
    rf"|ended|stopped"
    rf"|lost|sacked)"
    rf"(?: (?:from|of|at|in|on|an?|the|his|her|their|full time|part time|level \d|first|previous|year \d+|going to|attending))* {DOING}\b"
    r"|\bnot (?:currently )?(?:neet|in custody|a (?:young )?carer|pregnant|a parent|self employed)\b"
)
COMPILED = tuple((code, re.compile(words)) for code, words in LABELS)


def code_in(text: str) -> str | None:
    """The activity code written in a cell ("230", "230 - Further Education", "CA01:230"), a known one or not; None if there is none."""
    codes = re.findall(r"(?<!\d)(\d{3})(?:\.0)?(?!\d)", text)
    return next((code for code in codes if code in OUTCOMES or code in PRE_16), codes[0] if len(codes) == 1 else None)


@lru_cache(maxsize=8192)
def code_of_words(text: str) -> str | None:
    """The code that words stand for: "Seeking EET" is 619, "FE college" 230. None where they say nothing of what someone does."""
    words = OVER.sub(" ", plain(text.replace("&", " and "))).strip()
    return next((code for code, pattern in COMPILED if pattern.search(words)), None)
