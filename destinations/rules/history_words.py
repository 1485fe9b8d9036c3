"""What a school's own spreadsheet calls outcomes and sources. Tables, read in order; the codes are those of DfE's NCCIS requirement."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from destinations.rules.outcomes import (
    GROUP_NAMES,
    OUTCOMES,
    PRE_16,
    ROUTE_NAMES,
    Group,
    ProviderType,
    Route,
    outcome_of_provider,
    route_of,
)
from destinations.rules.places import likely_type


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one cell says. `loose`: the words name a kind of place, and the provider's type may tell the code better."""

    code: str | None = None
    route: Route | None = None
    loose: bool = False
    undecided: bool = False


class NotAnOutcome(ValueError):
    """Words that cannot be an outcome; the message says why."""


MIXED, A_LEVEL, T_LEVEL, VOCATIONAL = Route.MIXED, Route.A_LEVEL, Route.T_LEVEL, Route.VOCATIONAL
NOT_AN_OUTCOME = (
    (r"\babroad\b|\bemigrat|\bdied\b|\bdeceased\b|\bnever on roll\b|\bguest\b|\bdual\b",
     "A student who is not counted is excluded on their own page, with a reason; leave this cell empty."),
    (r"\bleft\b|\bwithdr|\bdropped out\b|\bno longer\b|\bdid not\b|\bnever\b",
     "Say what the student was doing at this checkpoint, not what they had stopped doing."),
)  # fmt: skip
# First what is not in education, then what would be hidden inside a longer phrase, then the plain words.
WORDS: tuple[tuple[str, Meaning], ...] = (
    (r"\bundecided\b|\bunsure\b|\bnot sure\b|\bdont know\b|\bno plans?\b", Meaning("810", undecided=True)),
    (r"\bcannot be contacted\b|\bno contact\b|\bno (?:current )?address\b|\bno reply\b|\bno response\b", Meaning("820")),
    (r"\brefused\b|\bdeclined to say\b", Meaning("830")),
    (r"^(?:unknown|nk|n k|n a|na|tbc|none|no information|no data|not recorded|not collected)$|\bnot known\b|\bunknown\b", Meaning("810")),
    (r"\bteen(?:age)? parent\b|\bparenting\b", Meaning("630")),
    (r"\byoung carer\b", Meaning("620")),
    (r"\bpregnan", Meaning("650")),
    (r"\bill(?:ness)?\b|\bill health\b", Meaning("640")),
    (r"\bvolunteer", Meaning("540")),
    (r"\bneet\b|\bunemployed\b|\bseeking\b|\blooking for\b|\bnot in (?:education|employment|work|eet)\b", Meaning("619")),
    (r"\bsupported internship", Meaning("460")),
    (r"\btraineeship", Meaning("450")),
    (r"\bapprentice", Meaning("310", Route.APPRENTICESHIP)),
    (r"\bre ?engagement\b", Meaning("530")),
    (r"\bgap year\b", Meaning("260")),
    (r"\bcustod", Meaning("710")),
    (r"\buniversity\b|\bhigher education\b|^he$|\bdegree\b|\buni\b", Meaning("240")),
    (r"\bspecial (?:post 16|school|college)\b|\bspecialist (?:college|post 16)\b", Meaning("280")),
    (r"\bself employ", Meaning("380")),
    (r"\bpart time (?:job|work|employ)", Meaning("360")),
    (r"\btemporary\b|\bseasonal\b", Meaning("350")),
    (r"\bpart time (?:education|college|course|study)", Meaning("250")),
    (r"\b(?:employ\w*|job|work\w*) without (?:any )?training\b", Meaning("330")),
    (r"\b(?:employ\w*|job|work\w*) with (?:accredited |some )?(?:training|study)\b|\barmed forces\b|\barmy\b|\bnavy\b", Meaning("340")),
    (r"\bwork based learning\b|\bwbl\b", Meaning("410")),
    (r"\bemployment\b|\bemployed\b|\bjob\b|\bworking\b|^work$|\bfull time work\b", Meaning("330")),
    (r"\ba ?s? ?levels?\b.*\b(?:btec|vocational|technical|diploma)|\b(?:btec|vocational|technical|diploma)\w*\b.*\ba ?levels?\b|\bmixed\b",
     Meaning("270", MIXED, loose=True)),
    (r"\ba ?s? ?levels?\b|\bas levels?\b|\bacademic\b", Meaning("270", A_LEVEL, loose=True)),
    (r"\bt ?levels?\b", Meaning("230", T_LEVEL, loose=True)),
    (r"\bbtec\b|\bvocational\b|\btechnical\b|\bdiploma\b|\bnvq\b|\bcache\b|\blevel [1-3]\b|\bfoundation learning\b",
     Meaning("230", VOCATIONAL, loose=True)),
    (r"\bsixth form college\b|\b6th form college\b|^sfc$", Meaning("220", loose=True)),
    (r"\bsixth form\b|\b6th form\b|^(?:ssf|6f|vi form|school)$", Meaning("210", loose=True)),
    (r"\bfurther education\b|^fe$|\bfe college\b|\bcollege\b", Meaning("230", loose=True)),
    (r"\btraining\b", Meaning("430")),
    (r"\beducation\b|\bfte\b|\bstudying\b|\bstudent\b|^eet$", Meaning("270", loose=True)),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), meaning) for pattern, meaning in WORDS)
FULL_TIME_EDUCATION = frozenset({"210", "220", "230", "240", "270", "280"})


def plain(text: str) -> str:
    base = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[^\w\s]|_", " ", re.sub(r"['’`]", "", base)).split())


LABELS: dict[str, Meaning] = {
    **{plain(label): Meaning(route=route) for route, label in ROUTE_NAMES.items() if route is not Route.UNKNOWN},
    **{route.value.replace("_", " "): Meaning(route=route) for route in Route if route is not Route.UNKNOWN},
    plain(GROUP_NAMES[Group.NEET]): Meaning("619"),
    **{plain(outcome.name): Meaning(outcome.code) for outcome in OUTCOMES.values()},
}


def meaning_of(text: str) -> Meaning:
    """What an outcome cell says: a national code, the words of one, or common words. Raises NotAnOutcome with a sentence."""
    words = plain(text)
    if code := re.match(r"(\d{3})\b", words):
        return of_code(code[1])
    if words in LABELS:
        return as_words(LABELS[words])
    for pattern, why in NOT_AN_OUTCOME:
        if re.search(pattern, words):
            raise NotAnOutcome(why)
    found = next((meaning for pattern, meaning in COMPILED if pattern.search(words)), None)
    if found is None:
        raise NotAnOutcome("This is not an outcome Waymark knows. Write a national code such as 230, or words such as college or NEET.")
    return found


def of_code(code: str) -> Meaning:
    if code in PRE_16:
        raise NotAnOutcome("This is a code for students who are still of compulsory school age.")
    if code not in OUTCOMES:
        raise NotAnOutcome("This is not one of the national activity codes.")
    return Meaning(code)


# What a route said on its own, as the label of a route, tells about the code.
CODE_OF_ROUTE = {
    A_LEVEL: Meaning("270", A_LEVEL, loose=True),
    MIXED: Meaning("270", MIXED, loose=True),
    T_LEVEL: Meaning("230", T_LEVEL, loose=True),
    VOCATIONAL: Meaning("230", VOCATIONAL, loose=True),
    Route.APPRENTICESHIP: Meaning("310", Route.APPRENTICESHIP),
    Route.JOB_WITH_TRAINING: Meaning("340"),
    Route.JOB_WITHOUT_TRAINING: Meaning("330"),
    Route.NEET: Meaning("619"),
}


def as_words(meaning: Meaning) -> Meaning:
    if meaning.route is None:
        return meaning
    return CODE_OF_ROUTE.get(meaning.route, meaning)


def with_route(meaning: Meaning, text: str) -> Meaning:
    """The same outcome with the route that a column of its own names. Raises NotAnOutcome when that is no route."""
    route = meaning_of(text).route or route_of(meaning_of(text).code, None)
    if route is None:
        raise NotAnOutcome("This is not a route. Write A levels, T Level, vocational, mixed, apprenticeship or other.")
    return replace(meaning, route=route)


def code_at(meaning: Meaning, provider_type: str | None) -> str | None:
    """The activity code at a provider of this type: a place of education says better than "college" which kind it is."""
    told = outcome_of_provider(provider_type) if provider_type else None
    if meaning.code is None:
        return told
    return told if meaning.loose and told in FULL_TIME_EDUCATION else meaning.code


def planned_route(meaning: Meaning) -> str:
    """The route an intention carries; empty where the words name a place and not what is studied there."""
    return route_of(meaning.code, meaning.route) or ""


def type_of_unknown(name: str, meaning: Meaning) -> ProviderType:
    """The likely type of a provider that is not in the register: a code settles it, else its name, else the outcome's words."""
    if not meaning.loose:
        return likely_type(name, meaning.code)
    by_name = likely_type(name, None)
    return likely_type(name, meaning.code) if by_name is ProviderType.OTHER else by_name


class Speaker(StrEnum):
    """Whom a source cell means, when it is not a provider's name."""

    THE_PROVIDER = "the provider of the row"
    AUTHORITY = "the school's own authority"
    OTHER_AUTHORITY = "another authority"
    FAMILY = "family"
    STUDENT = "student"
    STAFF = "staff"


SPEAKERS: tuple[tuple[str, Speaker], ...] = (
    (r"^(?:the )?(?:provider|college|sixth form|6th form|employer|training provider|university|school sixth form)"
     r"(?: (?:list|lists|data|return|register|enrolment|enrolments|enrolment list|confirmed|confirmation|email|phone call))?$"
     r"|^enrolment (?:list|data)$|^provider ", Speaker.THE_PROVIDER),
    (r"^(?:the )?(?:la|lea|county|council|county council|city council|borough council"
     r"|local authority|nccis|ccis|portal|(?:schools|county|la|authority)"
     r" portal|annual activity survey|activity survey)(?: (?:data|list|return|report|survey))?$", Speaker.AUTHORITY),
    (r"\b(?:council|local authority)\b", Speaker.OTHER_AUTHORITY),
    (r"\b(?:family|parents?|mum|mam|dad|mother|father|guardian|sister|grandparents?)\b|^(?:the )?(?:foster )?carers?$"
     r"|^(?:phoned? |phone call |called? |call to |contact with |letter )?home(?: call| visit| contact)?$", Speaker.FAMILY),
    (r"\b(?:student|pupil|learner|alumni|alumnus|questionnaire)\b|^(?:self|him ?self|her ?self)$|\bsurvey\b", Speaker.STUDENT),
    (r"^(?:mr|mrs|miss|ms|mx|dr)\b|\b(?:staff|teacher|tutor|head of year|year lead|senco|exams officer|results day)\b"
     r"|^(?:the |our )?(?:school|careers|office)(?: (?:leader|lead|adviser|advisor|team|office|records?|data|mis|spreadsheet))?$"
     r"|^(?:adviser|advisor|spreadsheet|records?|form|notes)$", Speaker.STAFF),
)  # fmt: skip


def speaker_of(text: str, authority: tuple[str, ...]) -> Speaker | None:
    """Who said it; None for a name that may be a provider's. `authority` holds the names of the school's own, with initials."""
    words = plain(text)
    if words in authority:
        return Speaker.AUTHORITY
    return next((speaker for pattern, speaker in SPEAKERS if re.search(pattern, words)), None)


def names_of_authority(la_name: str, full_name: str) -> tuple[str, ...]:
    """What people call an authority: Lancashire, Lancashire County Council, LCC, Lancs LA …"""
    base = re.sub(r" (?:county|city|borough|metropolitan|district|council|local authority)\b.*", "", plain(la_name))
    if not base:
        return (plain(full_name),)
    initials = "".join(word[0] for word in base.split() if word not in ("and", "of", "upon", "with", "the"))
    endings = ("", "council", "county council", "city council", "borough council", "local authority", "la", "cc", "lea")
    short = tuple(f"{initials}{ending}" for ending in ("cc", "cc portal", "mbc", "bc", "mdc"))
    return (plain(full_name), *(f"{base} {ending}".strip() for ending in endings), *short)
