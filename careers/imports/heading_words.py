"""What a longer heading nobody has listed is about, by the words in it. Read in order: the first line that fits decides."""

import re

_PLACE = r"(?:school|college|institution|establishment|provider|sixth form|centre)"
_BEFORE = r"(?:last|previous|prior|former|feeder|old|origin|originating|before|year 11|y ?11|ks ?4|key stage 4|secondary|high|home)"
_JOINED = (
    r"(?:enrolment|start|started|starting|attends|attending|joined|join|registered|registration|arrived|turned up|taken up|took up"
    r"|roll|here|present)"
)
_DOING = r"(?:activity|destination|situation|circumstances?|eet|neet|participation|economic|nccis|ccis|doing)"
_APPLYING = r"(?:application|applicant|app|admissions?|offer|ucas|interview)"
_WHOSE = (
    r"(?:sits|ebs|sims|arbor|bromcom|rems|mosaic|maytas|unit e|prosolution|employee|school"
    r"|application|app|yp|ucas|student|person|personal|college|client|case|record|system|learning"
    r"|enrolment|our|your|their|mis|ilr)"
)
_STUDY = r"(?:course|programme|qualification|aim|subjects?|standard|framework|apprenticeship|pathway|job|occupation|trade|curriculum)"
_NAMED = r"(?:title|name|description|studied|studying|enrolment|of study|area|details|following|on|role|taken|chosen|started|applied for)"

_TELLING = (
    ("known_as", r"\b(?:like|prefer|want|wish|should|shall)\b.*\b(?:called?|addressed|known)\b|\bname\b.*\b(?:go|goes) by\b|\bcall you\b"),
    ("known_as", r"\b(?:name|what)\b.*\byou use\b|\bname used\b|\bname (?:you )?(?:use|prefer)\b"),
    ("ignore", r"\burn\b.*\b(?:provider|college)|\b(?:laestab|dfe number|ukprn)\b"),
    ("ignore", r"^(?:programme|course|funding|aim|qualification|study|delivery) (?:type|mode|method)$"),
    ("ignore", r"^(?:age|fees?|funding|finance|bursary|gcse|consent)\b|\b(?:entered|enrolment|checked|verified|completed|updated) by$"),
    ("ignore", r"\b(?:hours|hrs|glh|plh)\b"),
    ("upn", r"\bupn\b"),
    ("uln", r"\b(?:uln|lrs)\b"),
    ("date_of_birth", r"\b(?:dob|birth)\b.*\bdd mm yy"),
    ("date_of_birth", r"\b(?:when|date|what|your)\b.*\b(?:born|birthday|birthdate|dob|date of birth)\b"),
    ("postcode", r"^(?!.*\b(?:school|college|delivery|site|placement|company|work|provider)\b).*\b(?:postcode|post code)\b"),
    ("full_name", r"\b(?:full|whole|complete)\b.*\bname\b|\b(?:surname|last name)\b.*\b(?:forename|first name)\b"),
    ("full_name", r"\b(?:forename|first name)\b.*\b(?:surname|last name)\b"),
    ("surname", r"^(?:surname|last name|family name)\b(?!.*\b(?:forename|first|given)\b)"),
    ("forename", r"^(?:forename|first name|given name)\b(?!.*\b(?:surname|last|family)\b)"),
    ("surname", r"^(?:what|your|please|enter)\b.*\b(?:surname|last name|family name|second name)\b"),
    ("known_as", r"\b(?:preferred|chosen|usual)\b.*\bname\b"),
    ("forename", r"^(?:what|your|please|enter)\b.*\b(?:forename|first name|given name)\b"),
    ("full_name", r"\byour (?:legal |full |whole )?name\b|^(?:who are you|name of (?:the )?(?:person|employee|colleague|worker))$"),
    ("surname", r"\b(?:surname|last name|family name)$"),
    ("forename", r"^(?!.*\b(?:preferred|chosen|known|usual|called)\b).*\b(?:forename|first name|given name)$"),
    ("known_as", r"\b(?:preferred|chosen|known|usual|called)\b.*\b(?:forename|first name|given name|name)\b"),
    ("previous_school_urn", rf"\b{_PLACE}\b.*\burn\b|\burn\b.*\b{_PLACE}\b"),
    ("went_elsewhere", r"^if\b.*\bnot\b.*\bwhere\b"),
    ("ignore", r"^(?:type of school|school type)$"),
    ("previous_school", r"^(?!.*\b(?:date|when)\b).*\b(?:came|come|arrived|transferred)\b.*\bfrom\b"),
    ("previous_school", r"\b(?:last|previous|prior) (?:place of )?(?:education|study|learning)$"),
    ("previous_school", r"\b(?:which|what|where)\b.*\b(?:did|were|have|was)\b"
                        r".*\b(?:school|year 11|gcses?|study before|come from|came from)\b"),
    ("previous_school", r"\b(?:which|what) (?:\w+ ){0,2}school\b.*\b(?:did|were|was|have|from|before)\b"),
    ("previous_school", r"\bschool\b.*\b(?:to|until|till|aged?|pre|at) (?:age )?1[56]\b|\b(?:11|pre) (?:to )?16\b.*\bschool\b"),
    ("went_elsewhere", r"^if (?:not?|number|left|withdrawn)\b|\b(?:elsewhere|instead|(?:went|gone|moved|transferred) to)\b"),
    ("went_elsewhere", r"\b(?:known|next|new|alternative|other|onward)\b.*\b(?:destination|provider|college|place)\b"),
    ("went_elsewhere", r"\bdestination\b.*\b(?:if|after|following|on leaving|left|withdrawn|withdrawal)\b"),
    ("activity_code", rf"\b{_DOING}\b.*\bcode\b|\bcode\b.*\b{_DOING}\b"),
    ("end_date", r"\b(?:end|leaving|withdrawal|last day)\b.*\b(?:day|from|on)\b"),
    ("previous_school", rf"\b{_BEFORE}\b.*\b{_PLACE}\b|\b{_PLACE}\b.*\b(?:{_BEFORE}|from|attending in|left)\b"),
    ("provider", r"\bdestination\b.*\b(?:institution|provider|college|school|establishment|organisation)(?: name)?$"),
    ("provider", r"^where\b.*\b(?:attending|study|studying|learning|enrolment|placed|based)\b|^where (?:at|now)$"),
    ("provider", rf"\b(?:which|what)\b.*\b{_PLACE}\b.*\b(?:attending|at|now|go|going|enrolment|with|joined)\b"),
    ("employer", r"\b(?:who|where)\b.*\b(?:work|working|employed|employer)\b|\bname of (?:the |your )?(?:company|business|employer)\b"),
    ("level", r"\b(?:what|which) level\b|^l ?\d(?: l ?\d)+$"),
    ("course", rf"\b(?:what|which)\b.*\b(?:{_STUDY}|study|studying|a levels?|options?)\b"),
    ("course", r"^(?:gce )?(?:a|as|t) levels?(?: (?:\d|[a-f]|one|two|three|four))?$|^btecs?(?: \d)?$"),
    ("course", r"\b(?:long|full) description$|^(?:course|programme|subject)s? (?:year )?(?:20)?2\d(?: (?:20)?2\d)?$"),
    ("application_status", rf"\b{_APPLYING}\b.*\b(?:status|stage|outcome|decision|result|progress|state)\b"),
    ("application_status", r"^(?:firm|insurance|reply|choice|offer|ucas)(?: choice)? (?:status|reply|state|decision|type|response)\b"),
    ("conditions", r"\b(?:conditions?|grades?) (?:of|for|on|required|needed|to)\b|\bentry (?:requirement|condition)s?\b"),
    ("choice", r"\b(?:choice|preference)\b.*\b(?:number|order|rank)\b"),
    ("activity_words", rf"\b{_DOING}\b.*\b(?:description|type|category|group|status|details?|name|text|now|current|area|label)\b"),
    ("activity_words", rf"\b(?:current|main|type of|what|post 16|actual)\b.*\b{_DOING}\b|\btype of (?:provision|learning|education)\b"),
    ("start_date", r"\bstart$"),
    ("status", rf"^(?:did|has|have|is|are|was|does|do)\b.*\b{_JOINED}\b"),
    ("status", r"^(?!.*\b(?:sen|send|fsm|lac|pp)\b)"
               r".*\b(?:leaver|withdrawn|withdrawal|active|current|live|enrolment|roll|attending)\b.*\b(?:flag|indicator)$"),
    ("status", r"^(?:student |they )?(?:is |are )?(?:attending|joined|enrolment|on roll|in|at|on) (?:at |in |on |with )?(?:our|your)\b"),
    ("status", r"\b(?:apprenticeship|course|programme|student|placement)\b.*\b(?:live|active|ongoing|current|continuing)$"),
    ("status", r"^is (?:active|current|live|enrolment|attending|registered|on roll|here|present)$"),
    ("status", r"^(?:calc\w*|current|latest|overall|student) progress$|^progress (?:code|status)$"),
    ("status", r"\bstill\b.*\b(?:you|us|here|course|roll|attending|learning|programme)\b"),
    ("status", rf"\b(?:{_JOINED}|student|course|programme|current|learning|completion|retention|funding)\b"
               r".*\b(?:status|state|outcome|confirmed|standing)\b"),
    ("status", r"\b(?:status|outcome) (?:of|at|as|on)\b.*|\b(?:place|placement)\b.*\b(?:taken|took|accepted|confirmed|started)\b"),
    ("level", r"\b(?:course|programme|qualification|study|nvq|aim|apprenticeship|academic|notional|learning|framework|standard|award)"
              r"\b.*\b(?:level|lvl)\b"),
    ("level", r"\blevel of\b.*\b(?:course|study|programme|qualification|learning|apprenticeship)\b"),
    ("reference", rf"\b{_WHOSE}\b.*\b(?:reference|id|identifier|number|code)$"),
    ("course", r"\ba level (?:choices?|options?|subjects?)\b"),
    ("course", rf"\b{_STUDY}\b.*\b{_NAMED}\b"),
    ("provider", rf"\b(?:name of|current|destination|learning|training|post 16|attending|delivery|lead|main)\b.*\b{_PLACE}\b"),
    ("provider", rf"\b(?:{_PLACE}|university|uni|hei)\b.*\b(?:name|attending|now|employer|studying|destination)\b"),
    ("start_date", r"\b(?:hire|hired|onboard\w*|commence\w*|first attending|first day)\b"),
    ("reference", r"^(?!.*\b(?:course|class|group|group|subject|order|vacancy|queue|row|line|serial|week|house|contact)\b)"
                  r"(?:[a-z]+ ){1,2}(?:id|identifier|number|reference)$"),
    ("campus", r"\b(?:campus|site|centre)\b"),
    ("course", r"^(?!.*\b(?:on|from|off|left|still|attending|enrolment|previous|old)\b).*\b(?:course|programme|qualification)$"),
    ("employer", r"\bemployer\b.*\b(?:name|organisation|company|business|apprenticeship)\b|\b(?:name|placement|host)\b.*\bemployer\b"),
)  # fmt: skip
TELLING = tuple((name, re.compile(pattern)) for name, pattern in _TELLING)


_THERE = (
    r"(?:with us|with you|in (?:the |our )?(?:y|yr|year) ?1[2-4]|in (?:the |our )?(?:6 ?th|sixth|vi)\b.*|(?:at|in|on) our \w+.*|joined .*"
    r"|stay|staying|stayed|come|came"
    r"|coming|take up|taking up|left|leave|leaving)"
)
ASKED_WHETHER = re.compile(
    rf"^(?!.*\b(?:which|what|where|when|who|why|how)\b).*\b(?:{_JOINED}|in learning|in education|{_THERE})\b|^{_THERE}$"
)


def told_by_words(text: str, *, is_question: bool = False) -> str | None:
    """The field that a heading in plain words speaks of; None where its words do not tell."""
    if is_question and ASKED_WHETHER.search(text):
        return "status"
    return next((name for name, pattern in TELLING if pattern.search(text)), None)
