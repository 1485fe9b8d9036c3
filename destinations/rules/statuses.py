"""What a provider's own words say of a student: is here, left, or never came. Tables, read in order (docs/returns.md).

The order is the principle: *never came* is believed before *left*, *left* before *not here*, and those before *here*, because lists
keep the old word and add the news to it ("Enrolled, withdrew week 2"; "N - never started").
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache

from destinations.rules.statements import Said


class Marked(StrEnum):
    """A mark that says yes or no to whatever its heading asks."""

    YES = "yes"
    NO = "no"


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
# "Not known" and the like as the whole of a status: nobody knows yet, which is not that the student never came.
NOT_KNOWN = re.compile(
    r"(?:(?:status|situation|outcome|enrolment|student|currently|current|still|as yet|is|at present) )*"
    r"(?:unknown|not (?:yet |currently )?(?:known|confirmed|sure)|unsure|uncertain|n k|nk|tbc|tbd|tba|we (?:do not|dont) know"
    r"|to be (?:confirmed|advised|announced|determined|decided)|no (?:information|info|news|update|data|details)"
    r"(?: (?:held|given|available))?|nothing (?:known|heard))"
    r"(?: (?:yet|currently|current situation|as yet|at (?:present|this time|the moment|this stage)))*"
)
APPLIED_FOR = re.compile("|".join(OF_AN_APPLICATION))
COMPILED = tuple((said, re.compile("|".join(patterns))) for said, patterns in TABLE)

YES = frozenset({"y", "yes", "true", "t", "1", "ok", "✓", "✔", "☑", "✅", "√", "ü", "þ", "\uf0fc", "ticked", "yep"})
NO = frozenset({"n", "no", "false", "f", "0", "✗", "✘", "☒", "❌", "✖", "nope", "none"})
CROSSES = frozenset({"x", "×"})
EMPTY = frozenset({"", "-", "n a", "na", "?", "??", "☐"})

# Completion status of the individualised learner record, and letters that college systems print.
COMPLETION_CODES = {"1": Said.PRESENT, "2": Said.LEFT, "3": Said.LEFT, "6": Said.LEFT}
COMPLETION = re.compile(r"\bcomp(?:let|stat| |$)")
LETTERS = (
    dict.fromkeys("e c en enr enrl cur curr act reg att con".split(), Said.PRESENT)
    | dict.fromkeys("w l wdr wth wdl lvr lft trf xfr".split(), Said.LEFT)
    | dict.fromkeys("ns nst ne".split(), Said.NOT_HERE)
)
INTENDED = re.compile(r"\b(?:plan|intend|want|wish|hop|interested|due|expect|coming)")
STILL = re.compile(r"\bstill\b|\bcontinu|\bretain|\bremain")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
SINCE = re.compile(rf"\bsince (?:{MONTH}|half term|enrolment|induction|the start(?: of term)?|autumn|christmas)(?: \d+)?\b|\bin year\b")
LEAVERS = re.compile(r"\bleavers?\b|\bleav(?:es|ing)\b|\bleft\b")
WENT = re.compile("|".join(CAME_AND_WENT))
# What may stand beside "leavers" or "left" where they are the college's and not the school's ("Lower Hodder leavers").
TITLE_WORDS = 8
OF_THE_COLLEGE = frozenset(
    "early course courses our college colleges all list lists students learners have has who already since then".split()
)


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Words in lower case without accents, apostrophes or punctuation; ticks and crosses are kept."""
    bare = text if text.isascii() else "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    base = bare.casefold()
    return " ".join(re.sub(r"[^\w\s✓✔☑✅√✗✘☒☐❌✖×?]|_", " ", re.sub(r"['’`]", "", base)).split())


OF_BEING_THERE = re.compile(
    r"\b(?:in|at|on) (?:our|your) (?!area|opinion|view|records?\b)\w|\bknown to (?:us|you)\b"
    r"|^(?:is this |is he |is she )?(?:our|your) (?:student|learner|pupil)s?\b"
)
CHOICES = re.compile(r"\([^()]*[/,|][^()]*\)|\[[^\]]*\]|(?<=\?)\s*[^\s?][^?]*$")


@lru_cache(maxsize=2048)
def said_by_heading(heading: str) -> str | None:
    """What a yes under a heading says, whatever choices it gives for an answer: "Attending? Y / N / Left" asks whether somebody attends."""
    asked = CHOICES.sub(" ", heading)
    told = said_by_words(re.sub(r"(?i)\byou\b", "us", asked if any(map(str.isalpha, asked)) else heading))
    return told or (Said.PRESENT if OF_BEING_THERE.search(plain(asked)) else None)


def is_not_known(text: str) -> bool:
    """Whether all that is written is that nobody knows: "Unknown", "Not known yet", "TBC"; not "Not known to us"."""
    return NOT_KNOWN.fullmatch(plain(text)) is not None


@lru_cache(maxsize=8192)
def said_by_words(text: str) -> str | None:
    """What words say on their own: present, left, not_here; not_stated where they speak of an application; None if unreadable."""
    words = plain(text)
    if NOT_KNOWN.fullmatch(words):
        return NOT_STATED
    real = HARMLESS.sub(" ", words)
    told = next((said for said, pattern in COMPILED if pattern.search(real)), None)
    return told or (Said.PRESENT if real != words or OF_SOMEBODY.search(words) else None)


@lru_cache(maxsize=8192)
def said_by(text: str, *, heading: str = "", x_means: Marked = Marked.NO) -> str | None:
    """What a cell says under its heading. None where it cannot be read; not_stated where nothing is written."""
    words = plain(text)
    asked = said_by_heading(heading)
    if words in EMPTY:
        # Under "Withdrawn" or "Did not enrol" an empty cell is somebody to whom that did not happen.
        return Said.PRESENT if not words and asked in (Said.LEFT, Said.NOT_HERE) else NOT_STATED
    if NOT_KNOWN.fullmatch(words):
        return NOT_STATED
    if COMPLETION.search(plain(heading)) and words in COMPLETION_CODES:
        return COMPLETION_CODES[words]
    if re.search(rf"\b{BEGINNING}\b", plain(heading)) and re.fullmatch(r"(?:not )?(?:in)?completed?", words):
        words = f"enrolment {words}"  # a complete enrolment, not a completed course
    rest, mark = after_mark(words, x_means)
    told = said_by_words(rest) if rest else None
    if told in (Said.LEFT, Said.NOT_HERE) or (told and mark is None):
        return told
    if mark is not None:
        return said_by_mark(mark, asked, heading)
    if words in LETTERS:
        return LETTERS[words]
    if asked in (Said.LEFT, Said.NOT_HERE) and "reason" in plain(heading):
        return asked  # any reason for leaving is one
    return asked if asked and is_a_day(words) else None


def after_mark(words: str, x_means: Marked) -> tuple[str, Marked | None]:
    """The words behind a yes or no, and that mark: "n withdrew wk 2" is (withdrew wk 2, no)."""
    first, _, rest = words.partition(" ")
    if first in CROSSES and not rest:
        return "", x_means
    if first in YES or first[:1] in YES - {"y", "t", "1"}:
        return rest, Marked.YES
    if first in NO and not re.match(r"no (?:longer|show|record|trace|enrol|appl|such|match|interest)", words):
        return rest, Marked.NO
    return words, None


def said_by_mark(mark: Marked, asked: str | None, heading: str) -> str:
    """Yes and no to the heading's question: no to "Withdrawn?" is here, no to "Still attending?" is left, and to "Accepted?" nothing."""
    words = plain(heading)
    if asked == NOT_STATED and APPLIED_FOR.search(words):
        return NOT_STATED
    if asked in (Said.LEFT, Said.NOT_HERE):
        return asked if mark is Marked.YES else Said.PRESENT
    if mark is Marked.YES:
        return Said.PRESENT
    return Said.LEFT if STILL.search(words) and not INTENDED.search(words) else Said.NOT_HERE


def is_a_day(words: str) -> bool:
    """Whether a status is only a day, as under "Withdrawn" or "Joined"."""
    return (
        re.fullmatch(
            rf"\d{{1,4}} (?:\d{{1,2}}|[a-z]{{3,9}}) \d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}"
            rf"|{MONTH} \d{{1,2}}",
            words,
        )
        is not None
    )


def cross_means(values: Iterable[str | date | None]) -> Marked:
    """What a cross means in a column: no beside ticks or yeses; where it is the only mark, it is the tick."""
    seen = {plain(str(value)) for value in values if value is not None}
    return Marked.NO if seen & YES else Marked.YES


def said_by_title(title: str) -> str | None:
    """What the name of a sheet or a line above a table says of everybody in it: "Did not enrol", "Withdrawn", "Offers declined".

    Nothing where it speaks of two things at once, or of the school's own leavers ("Year 11 leavers 2025").
    """
    words = HARMLESS.sub(" ", plain(title.replace("&", " and ")))
    if WENT.search(words) and len(words.split()) <= TITLE_WORDS and not re.search(r"\band\b", words):
        return Said.LEFT
    if (
        NOT_KNOWN.fullmatch(words)
        or len(words.split()) > TITLE_WORDS
        or (LEAVERS.search(words) and not OF_THE_COLLEGE.issuperset(LEAVERS.sub(" ", SINCE.sub(" ", words)).split()))
    ):
        return None
    never = re.sub("|".join(NEVER_CAME), " ", words)
    told = {said for said, pattern in COMPILED if pattern.search(never)} - {NOT_STATED}
    if never != words:
        told = {Said.NOT_HERE} | (told & {Said.LEFT} if re.search(r"\band\b", words) else set())
    return told.pop() if len(told) == 1 else None
