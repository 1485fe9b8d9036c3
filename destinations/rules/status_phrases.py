"""The phrases that tell a status, as tables read in order (destinations/rules/statuses.py says why in that order).

Patterns are of plain words: lower case, without accents, apostrophes or punctuation.
"""

import re

from destinations.rules.statements import Said

NOT_STATED = "not_stated"

ENROL = (
    r"(?:enrol|start|join|attend|arriv|turn|show|commenc|regist|com(?:e|ing)\b|came|appear|beg[ai]n|take|taken|took|participat"
    r"|induct|admit|appoint|hired?\b|matric)"
)
BEGINNING = r"(?:enrolment|induction|registration)"
COURSE_ONLY = (
    r"(?:courses?|programmes?|levels?(?: \d)?|l\d|subjects?|class|classes|group|site|campus|pathway|btec|a levels?|t levels?|diploma)"
)
# What only sounds like leaving: a change within the place, a worry, a word taken back. Alone it is somebody who is there.
HARMLESS = re.compile(
    r"\b(?:at (?:high )?)?risk(?: of)? (?:leaving|withdr\w+|dropping out|drop out|neet|exclusion|being neet)"
    r"|\b(?:likely|thinking|considering|may|might|threatening|wants?)(?: to| of| about)? (?:leav\w+|withdraw\w*|drop\w*(?: out)?)"
    r"|\b(?:did|has|have|had) ?(?:not|nt) (?:yet )?(?:leave|left|withdraw[n]?|withdrew|drop(?:ped)? out)\b"
    r"|\b(?:didnt|hasnt|havent|never|not) (?:been )?(?:leave|left|leaving|withdraw(?:n|ing)?|withdrew|excluded|transferred"
    r"|drop(?:ped)? out)\b"
    r"|\b(?:long term|persistent(?:ly)?|severely|often|frequently|currently) (?:absent|absence)\b"
    r"|\bfrom (?:an ?other|a different) (?:college|school|provider|sixth form)"
    r"|(?<!not )(?<!never )(?<!didnt )\b(?:re ?enrol\w*|re ?join\w*|re ?start\w*|return\w*|re ?admitted) (?:after|following) \w+"
    r"|\bdropp?\w* (?:an? |one |a level |as )?(?:subject|a level|as level|maths|english)\b"
    rf"|\b{COURSE_ONLY} instead\b"
    r"|\bwithdr\w+ (?:entered |recorded |made )?(?:in error|by mistake|cancelled|rescinded|reversed|retracted)\b"
    rf"|\b(?:transf\w*|moved|switched|changed|swapped|change[ds]?)(?: \w+)? (?:from (?:\w+ ){{1,4}})?(?:in)?to (?:an? "
    rf"|the )?(?:another |new |different |lower |higher )?{COURSE_ONLY}\b(?! (?:apprentic|at |with ))"
    r"|\b(?:transf\w*|moved) within\b(?: (?:the |our )?(?:college|school|sixth form|provider|centre|group))?"
    r"|\btransf\w* (?:\w+ )?(?:same|own|this) (?:college|school|provider|sixth form|centre)\b"
    rf"|\btransf\w* (?:their |his |her )?{COURSE_ONLY}\b(?! to (?:an?|another|the) (?:college|school|provider))"
    rf"|\b(?:changed?|switched|swapped|change of) (?:their |his |her )?{COURSE_ONLY}\b"
    rf"|\b(?:internal(?:ly)?|{COURSE_ONLY}) (?:transf\w*|change[ds]?|moved?|switch\w*)\b|\btransf\w* internal\w*"
)
# Somebody who came and went, however the sentence is turned.
CAME_AND_WENT = (
    r"\b(?:not|hasnt|nt) (?:been )?(?:attend\w*|in attendance|seen|here|in)(?: \w+)? since\b",
    r"\b(?:was|were) (?:participating|attending|enrolled|studying|employed|on roll)\b(?! (?:late|before|by|on|in))",
    r"\b(?:was|were) with us\b(?! (?:in|at|on|as|during)\b)(?!.*\?)",
    r"\blast attended\b|\battended \d+ (?:days?|weeks?)\b",
    r"\b(?:cancel\w*|withdr\w*|left|dropped|ended)(?: \w+)? (?:after|since|post) (?:the )?(?:start|enrol|induction|joining)",
    r"\b(?:not|isnt) \w+ (?:here )?(?:any ?more|any longer)\b",
    r"\battended (?:\w+ )?(?:until|till|up to|for (?:\w+ ){0,2}(?:days?|weeks?|months?)|one|two|a few)\b",
    r"\b(?:transf\w*|moved|left|withdr\w+)(?: \w+){0,2} to (?:an ?other|a different|a new|other) (?:college|school|provider|sixth|6th"
    r"|training|centre)",
    r"\b(?:started|enrolled|joined|attended)(?: \w+){0,5}? (?:but |and |then )+(?:has |have |since )*(?:left|withdr\w+|dropped"
    r"|transf\w+|moved)\b",
)
NEVER_CAME = (
    rf"\b(?:not|never|didnt|hasnt|havent|failed to|fail to|non|un)(?: yet| ever| actually)? ?{ENROL}",
    r"\b(?:not|never|didnt) convert|\b(?:never|not) employed (?:by|with|here)\b|\bnever (?:been )?(?:employed|engaged)\b|^not employed$",
    r"\b(?:induction|enrolment|open|taster)(?: day)? only\b|\b(?:offer|place) (?:was )?(?:rescinded|revoked)\b",
    r"\b(?:not|never|didnt|hasnt|havent)(?: ever)? appl(?:y|ied)\b|\b(?:not|never|didnt|hasnt) accept(?:ed)?\b",
    rf"\b(?:not|never|didnt|hasnt|failed to)(?: yet| fully)? completed? (?:the |their |his |her )?{BEGINNING}",
    rf"\b{BEGINNING} (?:was |is )?(?:not completed?|never completed?|incomplete|not done)\b",
    r"\bno longer (?:wish|want|requir|need)|^never$",
    r"\bdns\b|\bdna\b|\bdne\b|\bfte\b|\bno shows?\b|\bnoshows?\b",
    r"\bdeclin|\breject|\bturned? (?:it |us )?down|\bunsuccessful|\brefused\b|\bcancel|\bdeferr?(?:ed|al|ing)?\b|\blapsed\b|\bexpired\b",
    r"\bwithdr\w+ (?:\w+ ){0,2}(?:before(?! (?:\w+ )?(?:\d|week|half|census|christmas|day))|prior|pre|application|offer|at application)",
    r"\bpre (?:start|enrolment) withdr",
    r"\b(?:application|offer|place)s? (?:was |were )?withdr|\bwithdr\w+ (?:their |his |her )?(?:application|offer|place)",
    r"\bbefore (?:start|enrol|the start|induction|term)",
    r"\belsewhere\b|\bat another\b|\banother (?:college|school|provider|sixth)",
    r"\bnever (?:here|came|with us|on roll|been)|\bnot? (?:longer )?interested\b|\b(?:not|didnt) (?:want|take up|need)",
    r"\bchanged (?:(?:his|her|their) )?minds?\b|\bnever (?:an? |our )?(?:student|learner|pupil|trainee|apprentice|one of)\b",
)
LEFT = (
    r"\bwithdr(?:ew|aw|awn|awal|awals|awing|n)?\b|\bw d\b|\bwd\b|\bwdrn\b|\bleft\b|\bleavers?\b|\bleav(?:es|ing)\b",
    r"\bhas gone\b(?! to\b)|\bgone\b(?! (?:to|for|into)\b)",
    r"\b(?:former|past|previous) (?:student|learner|pupil|trainee|apprentice)\b|^former\b|^ex (?:student|learner)",
    r"^(?:record |file )?closed\b",
    r"\bwdn\b|\bw?drawn\b|\bwithdra?wl\w*|\bdiscontinu|\bdropped\b|\bon a break\b|\basked to leave\b|\breleased\b|\bredundan",
    r"\bde ?regist\w*|\binactive\b|\barchived\b|\binterrupt\w*|\bpaused\b|\blet go\b|\bsacked\b|\boff (?:the )?register\b",
    r"\boff rolled\b|\bpex\b|\bexclusion\b|\bmoved (?:schools?|colleges?|area|house|provider)\b|\brelocat",
    r"\bno longer\b|\bdrop(?:ped)? out\b|\bdropout\b|\bstopped\b|\bceased\b|\bquit\b|\bresigned\b|\bended\b|\bexit(?:ed)?\b",
    r"\btransf\w*(?! in| from| internal)\b|\btrans out\b|\bmoved (?:on|to|away|out)\b|\boff roll\b|\bremoved\b",
    r"\bexcluded\b|\bexpelled\b|\bterminated\b|\bdismissed\b|\bcomplet(?:ed|er|ers)\b|\bfinished\b|\bachieved\b",
    r"\bbreak in learning\b|\b(?:temporary|temp) (?:break|withdr)|\bsuspended\b|\bnot (?:continu|return|retain)|\bnon return",
    r"\b(?:didnt|hasnt|did not|has not|never) (?:return|come back|continue)|\bintermit(?!tent)",
)
NOT_HERE = (
    r"\bnot (?:currently )?(?:here|with us|with|on|at|a|an|in|known|found|present|active|current|our|one)\b|\bnon attend",
    r"\bchose(?:n)?\b(?! (?:to (?:enrol|start|join)|(?:an? |level |l)?(?:a level|btec|t level|\d)))|\bopted\b|\binstead\b(?! of)"
    r"|\bnothing on\b",
    r"\b(?:cannot|cant|unable to|not able to|could not|couldnt) (?:find|trace|locate|identify)|\bnot (?:traced|identified|located"
    r"|matched)\b",
    r"\b(?:application|enquiry|interview) only\b|\bonly (?:applied|enquired)",
    r"\bno (?:record|trace|enrolment|application|such|match)\b|\bunknown to\b|\bisnt\b|\bnot us\b|\babsent\b",
    r"\b(?:gone|went|going|goes|choosing|chose) (?:to|for|into)\b(?! (?:enrol|start|join|attend|be|come))",
)
HERE = (
    r"\benrol\w*|\benroled\b|\battend(?!ants?\b)\w*|\bstarted\b|\bstart\b|\bstarters?\b|\bstarts\b|\bactive\b",
    r"\bon (?:prog|programme|program|course|roll|track)\b|\brejoin\w*|\bre ?instated\b",
    r"\bcontinu(?!ity)\w*|\bin learning\b|\blearning\b|\blive\b|\bcurrent(?:ly)?\b|\bpresent\b|\bhere\b|\bjoin(?:ed|er|ers|ing)\b",
    r"\bregistered\b|\bretained\b|\barrived\b|\bwith us\b|\bstudying\b|\bon site\b|\bturned up\b|\bconfirmed\b",
    r"\bin (?:attendance|training)\b|\bonprog\w*|\bbegan\b|\bresum|\bon (?:our |the |my )?(?:roll|role|register|books)\b",
    r"\bjoin\b|\barrive\b|\bturn up\b|\btake up\b",
    r"\bparticipa(?:ting|tes|ted|nts?)\b|\badmitted\b|\bmatriculated\b|\bappointed\b|\bhired\b|\bongoing\b|\btimetabled\b",
    r"\b(?:single|main|sole|dual main) registration\b|^(?:current )?(?:single|main)(?: dual| registration)?$",
    r"\b(?:taken|kept) on\b|\bin our (?:year|yr|y) ?1[2-4]\b",
    r"\bemployed\b|\bin post\b|\bworking\b|\binducted\b|\bsettled\b|\btransf\w* (?:in|from|internal\w*)\b|\bcommenced\b|\bgoing well\b",
)
# What says that somebody is there when it is the word about them, and nothing when it is the name of a sheet.
OF_SOMEBODY = re.compile(
    r"\breturned\b(?! to (?:school|their|his|her|previous))|\bprogress(?:ing|ed)?\b|^cont$|^(?:in )?(?:year|yr|y) ?1[2-4]\b"
    r"|\b(?:repeat|retak|resit)\w*|^returner\b"
    r"|^doing (?:well|ok|fine)"
    r"|^(?:ft|pt|full time|part time)(?: student| learner)?$|^(?:sixth form(?:er)?|6th form(?:er)?|college)? ?(?:student|learner)$"
    r"|^on ?board|\bgateway\b|\bend ?point assessment\b|^(?:in |at )?epa\b"
)
# Whole words that would otherwise be read wrongly, and what is said of an application, which is not yet a place taken up.
ENROLMENT_DONE = rf"\b{BEGINNING} (?:is )?completed?\b|(?<!not )(?<!never )(?<!to )\bcompleted? (?:the )?{BEGINNING}\b"
TO_COME = (
    r"\b(?:yet|will|hop(?:es?|ing)|intend\w*|plan\w*|expect\w*|due|wants?|about)(?: to)?(?: be)? (?:enrol|start|join|attend|commenc"
    r"|return)\w*",
    r"^to (?:be )?(?:enrol|start|join)\w*|\bto be enrolled\b|\bstarting\b|\bgoing to (?:enrol|start|join|attend)\w*",
    r"\bnot yet accepted\b|\benrolment (?:is )?(?:not yet|in process|in progress|to be|being)",
)
ENROLLED_TOO = (
    r"(?<!be )\b(?:re )?(?:enrolled|enroled|started|joined|on roll|in learning|attending|taken up|took up)\b(?! (?:interview"
    r"|open))"
)
OF_AN_APPLICATION = (
    r"^(?:an? )?(?:un)?conditional|\boffer(?:ed|s)?\b|^accepted\b|\bappli(?:ed|cant|cation)|\binterview|\bpend(?:ing)?\b|\bwaiting\b",
    r"\breserve",
    r"\bawaiting\b|\bto be confirmed\b|\btbc\b|\bin progress\b|\bdue to (?:start|enrol|join)|\bexpected\b|\bprovisional\b",
)
TABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    (Said.PRESENT, (ENROLMENT_DONE,)),
    (Said.LEFT, CAME_AND_WENT),
    (Said.NOT_HERE, NEVER_CAME),
    (Said.LEFT, LEFT),
    (Said.NOT_HERE, NOT_HERE),
    (NOT_STATED, TO_COME),
    (Said.PRESENT, (ENROLLED_TOO,)),
    (NOT_STATED, OF_AN_APPLICATION),
    (Said.PRESENT, HERE),
)
