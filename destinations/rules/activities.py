"""The national activity codes as lists write them: a number, a label, or the words people use (DfE, NCCIS requirement)."""

import re

from destinations.rules.outcomes import OUTCOMES, PRE_16
from destinations.rules.statuses import plain

# Read in order: the particular before the general ("employment without training" before "employment").
LABELS: tuple[tuple[str, str], ...] = (
    ("820", r"can ?(?:no|n)t be contacted|uncontactable|no contact\b|unable to contact|no current address|lost contact"),
    ("830", r"refused|declined to (?:say|disclose)|will not disclose"),
    ("810", r"not known|unknown|no information|situation not|untraced|not yet known|to be established"),
    ("616", r"start date agreed.*(?:rpa|compliant|learning|education|training|apprentice)|(?:rpa|compliant).*start date agreed"),
    ("615", r"start date agreed|agreed start|awaiting (?:a )?start|due to start"),
    ("619", r"seeking|looking for|\bjob ?seek|unemployed|out of work|job search|not in (?:education|employment|eet)|^neet$"
            r"|^neet (?:active|available|actively)"),
    ("610", r"not (?:yet )?ready"),
    ("620", r"young carer|\bcarer\b|caring for (?:a )?(?:family|relative|adult|parent)"),
    ("630", r"teen(?:age)? parent|young parent|parent(?:hood|ing)|caring for own child"),
    ("650", r"pregnan"),
    ("640", r"\bill(?:ness)?\b|\bhealth (?:reason|condition|problem|issue)|medical|\bsick"),
    ("660", r"religious"),
    ("670", r"never be economically|unlikely (?:ever )?to|economically active"),
    ("680", r"not available|unavailable|neet (?:inactive|other|not available)"),
    ("290", r"custodial|education in custody|secure (?:unit|training|childrens)"),
    ("710", r"\bcustody|\bprison|young offender|\byoi\b"),
    ("720", r"refugee|asylum"),
    ("550", r"(?:not for reward|volunteer\w*|unpaid) with (?:study|training)"),
    ("540", r"volunteer|voluntary|not for reward|unpaid work"),
    ("530", r"re ?engagement"),
    ("460", r"supported intern"),
    ("450", r"traineeship|\btrainee(?! \w)"),
    ("260", r"gap year|deferred (?:entry|place|university)"),
    ("381", r"self employ\w* with (?:study|accredited|regulated|training)"),
    ("380", r"self employ"),
    ("310", r"(?<!pre )(?<!pathway to )apprentic"),
    ("330", r"(?:employ\w*|job|work|working) (?:with ?out|no|not with) (?:\w+ )?(?:training|study)|jwt without"),
    ("320", r"(?:employ\w*|job|work|working) (?:with|and|plus) (?:\w+ )?(?:study|qualification|accredited|regulated|education|nvq|level)"
            r"|(?:employ\w*|job|work|working) with training (?:to|at) nvq|employ\w* with (?:accredited|regulated)"),
    ("340", r"(?:employ\w*|job|work|working) (?:with|and|plus) (?:\w+ ){0,2}training|\bjwt\b"),
    ("350", r"temporary (?:employ|work|job)|\btemp (?:work|job)|seasonal|casual|zero hours"),
    ("360", r"part time (?:employ|work|job)|(?:employ\w*|work|working|job) part time"),
    ("250", r"part time (?:education|college|study|course|student|learn|fe)|(?:education|college|study|fe) part time|^part time$"),
    ("280", r"special (?:post|school|college|education)|specialist (?:post|college|provider|provision)|independent specialist"),
    ("220", r"sixth form college|6th form college|\bsfc\b|sixthform college|sf college"),
    ("210", r"sixth form|6th form|sixthform|\bssf\b|school based|year 12 at|education school\b|^school$"
            r"|^(?:full time education )?(?:at )?school\b|stayed? (?:on|at school)"),
    ("240", r"higher education|universit|\bhe\b|degree"),
    ("230", r"further education|\bfe\b|\bcollege|land based|tertiary"),
    ("410", r"work based learning|\bwbl\b|esfa|funded work|study programme.*train"),
    ("440", r"\bdwp\b|jobcentre|job centre|kickstart"),
    ("430", r"other training|\btraining\b|foundation learning|\bitp\b"),
    ("330", r"\bemploy(?:ed|ment)?\b|\bworking\b|^work$|\bin work\b|\bjob\b|full time work"),
    ("619", r"\bneet\b"),
    ("270", r"education|full time study|studying|home educat|student"),
)  # fmt: skip
COMPILED = tuple((code, re.compile(words)) for code, words in LABELS)


def code_in(text: str) -> str | None:
    """The activity code written in a cell ("230", "230 - Further Education", "CA01:230"), a known one or not; None if there is none."""
    codes = re.findall(r"(?<!\d)(\d{3})(?:\.0)?(?!\d)", text)
    return next((code for code in codes if code in OUTCOMES or code in PRE_16), codes[0] if len(codes) == 1 else None)


def code_of_words(text: str) -> str | None:
    """The code that words stand for: "Seeking EET" is 619, "FE college" 230. None where they say nothing of what someone does."""
    words = plain(text)
    return next((code for code, pattern in COMPILED if pattern.search(words)), None)
