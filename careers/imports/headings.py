"""What a heading means: the same words however they are typed."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from .heading_words import told_by_words
from .passed_over import is_passed_over
from .vocabulary import IGNORE, Vocabulary

EXACT, CLOSE, PART, TOLD, POSSIBLE = 1.0, 0.9, 0.75, 0.74, 0.6

LONGEST_HEADING = 90
SHORTEST_FOR_TYPOS = 6
TYPO_CUTOFF = 86
SWAPPED = 2  # letters that stand elsewhere when two have changed places
LEAST_SHARE = 0.35

SAME_WORD = {
    "no": "number", "num": "number", "nr": "number", "nos": "number", "numbers": "number", "nbr": "number",
    "pref": "preferred", "prefered": "preferred", "prev": "previous", "desc": "description",
    "description": "description", "yr": "year", "grp": "group", "sch": "school", "addr": "address",
    "program": "programme", "prog": "programme", "programmes": "programme", "quals": "qualification",
    "qual": "qualification", "qualifications": "qualification", "estab": "establishment",
    "est": "establishment", "dest": "destination", "destinations": "destination", "enrollment": "enrolment",
    "enrol": "enrolment", "enrolled": "enrolment", "enroled": "enrolment", "enrolement": "enrolment",
    "attend": "attending", "attends": "attending", "attended": "attending", "learner": "student", "learners": "student",
    "pupil": "student", "pupils": "student", "students": "student", "candidate": "student", "cand": "student",
    "stu": "student", "std": "student",
    "applicant": "student", "trainee": "student", "apprentice": "student", "client": "client",
    "ref": "reference", "names": "name", "forenames": "forename", "surnames": "surname",
    "courses": "course", "middlename": "middle name", "middlenames": "middle name", "firstname": "first name",
    "lastname": "last name", "fullname": "full name", "familyname": "family name", "givenname": "given name",
    "wd": "withdrawn", "wdn": "withdrawn", "wdr": "withdrawn", "wdrn": "withdrawn", "wdl": "withdrawn",
    "crs": "course", "crse": "course", "inst": "institution", "stud": "student", "dte": "date", "dt": "date",
    "appr": "apprenticeship", "subj": "subject", "subjs": "subject", "curr": "current", "cur": "current", "act": "activity",
    "verif": "verified", "ver": "verified", "conf": "confirmed", "enr": "enrolment", "enrl": "enrolment", "enrd": "enrolment",
    "prov": "provider",
    "orgn": "organisation", "qualn": "qualification", "cse": "course", "stat": "status", "mid": "middle",
    "init": "initial", "inits": "initials", "surn": "surname", "fore": "forename",
    "loc": "location", "sit": "situation", "recd": "received", "rcvd": "received", "estd": "establishment",
    "confd": "confirmed", "txt": "", "acad": "academic", "addl": "additional", "uni": "university",
    "postcodes": "postcode", "cert": "certificate", "gp": "group", "dob": "dob", "org": "organisation",
    "organization": "organisation", "organisations": "organisation",
}  # fmt: skip
_SOMETHING_ELSE = """
    parent carer guardian mother father contact kin emergency tutor adviser advisor assessor manager
    mentor staff teacher sibling relative leader note notes comment comments reason grade grades
    predicted support country month place phone telephone mobile email address town nationality
    hours funding
"""
SOMETHING_ELSE = frozenset(_SOMETHING_ELSE.split())
_TOO_GENERAL = """
    number name code id type description date first last given title result stage where place from
    to source base area reply set house current other response update no student location
"""
TOO_GENERAL = frozenset(_TOO_GENERAL.split())
_WEAK = """
    attending enrolment started start here present active completion joined confirmed withdrawn end left group
"""
WEAK = frozenset(_WEAK.split())
_DATED = {
    "applicationdate": "application applied apply received submitted app",
    "interviewdate": "interview interviewed audition assessment meeting",
    "offerdate": "offer offered decision",
    "enddate": "left leaving leave end ended withdrawn withdrawal withdrew rolled finish finished exit terminated termination ceased",
    "startdate": "start started starting enrolment joined join joining commenced entry admission began admitted hire hired employed",
    "dateverified": "verified confirmed checked updated update status information ascertained",
}
DATE_WORDS = {key: frozenset(words.split()) for key, words in _DATED.items()}
EMPTY_WORDS = frozenset({"the", "of", "a", "an", "s", "is", "and", "or", "for", "student"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """One field that a heading may stand for, and how well the words fit (0 to 1)."""

    field: str
    fit: float


YES_OR_NO = re.compile(r"\(?\b(?:yes\s*[/|,]\s*no|y\s*[/|]\s*n)\b\)?")
AS_AT = re.compile(
    r"(?i)\b(?:as\s+)?(?:at|on|by|from)?\s*\b(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:\s+\d{4})?)"
)
SENT_BACK = "status"
REMARKS = frozenset({"note", "notes", "comment", "comments", "remarks", "info"})
OWN_NUMBERS = frozenset({"learner", "pupil"})


def plain(heading: str) -> str:
    """A heading in lower-case words: "FamilyName", "FAMILY_NAME" and "Family name:" are all "family name"."""
    text = unicodedata.normalize("NFKD", heading)
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"(?i)\b1st(?= name)", "first", re.sub(r"(?i)\b2nd(?= name)", "second", re.sub(r"\(s\)", "", text)))
    text = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s\b)[a-z])", " ", text)
    text = re.sub(r"(?i)\b((?:[a-z]\.){1,}[a-z])\b\.?", lambda m: m[1].replace(".", ""), text)
    text = re.sub(r"(?i)\bw/d(?:n|r|rawn)?\b", " withdrawn ", text)
    text = YES_OR_NO.sub("", re.sub(r"['’`]", "", text.lower()))
    words = re.findall(r"[a-z]+|\d+", text)
    kept = OWN_NUMBERS if "unique" in words else frozenset()
    return " ".join(filter(None, (word if word in kept else SAME_WORD.get(word, word) for word in words)))


def meanings(heading: object, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    """Every field the heading may stand for, best first; empty if the words are not known."""
    if not isinstance(heading, str) or not heading.strip() or len(heading) > LONGEST_HEADING:
        return ()
    return _meanings(heading.strip(), vocabulary)


@lru_cache(maxsize=4096)
def _meanings(heading: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    index = _index(vocabulary)
    found: dict[str, float] = {}
    for fit, key in _matches(heading, vocabulary):
        for name, weight in index[key]:
            found[name] = max(found.get(name, 0), fit * weight)
    if not found and _is_passed_over(heading, vocabulary):
        found[IGNORE] = PART
    elif max(found.values(), default=0) < CLOSE and (told := _told(heading, vocabulary)):
        found[told] = max(found.get(told, 0), TOLD)
    return tuple(Meaning(n, f) for n, f in sorted(found.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=32)
def _index(vocabulary: Vocabulary) -> dict[str, list[tuple[str, float]]]:
    """Known headings, without spaces, each with the fields it means and how surely."""
    index: dict[str, list[tuple[str, float]]] = {}
    for field in vocabulary.fields:
        for weight, headings in ((EXACT, field.headings), (POSSIBLE, field.also)):
            for heading in headings:
                index.setdefault(_key(plain(heading)), []).append((field.name, weight))
    return index


@lru_cache(maxsize=32)
def words_of(vocabulary: Vocabulary) -> frozenset[str]:
    """Every word of every heading that is known."""
    return EMPTY_WORDS.union(*(plain(h).split() for field in vocabulary.fields for h in (*field.headings, *field.also)))


@lru_cache(maxsize=32)
def _phrases(vocabulary: Vocabulary) -> list[tuple[list[str], str]]:
    """Known headings to look for inside a longer heading: longest first, and words that tell little last."""
    texts = {plain(h) for field in vocabulary.fields for h in (*field.headings, *field.also)}
    phrases = []
    for text in texts:
        core = [word for word in text.split() if word not in EMPTY_WORDS] or text.split()
        if len("".join(core)) >= 3 and not TOO_GENERAL.issuperset(core):
            phrases.append((core, _key(text)))
    return sorted(phrases, key=lambda phrase: (WEAK.issuperset(phrase[0]), -len(phrase[1]), phrase[1]))


def _matches(heading: str, vocabulary: Vocabulary) -> list[tuple[float, str]]:
    index = _index(vocabulary)
    if heading.endswith("%") and SENT_BACK in vocabulary:
        return []
    for fit, text in _variants(heading):
        key = _key(text)
        if key in index:
            return [(fit, key)]
    text = plain(heading)
    if _is_passed_over(heading, vocabulary):
        return []
    if dated := _dated(text.split(), vocabulary):
        return [(PART, dated)]
    told = _told(heading, vocabulary)
    if told == IGNORE:
        return []
    return (_typos(text, index) if told is None else []) or _inside(text, vocabulary)


def _variants(heading: str) -> list[tuple[float, str]]:
    """The heading whole, without what is in brackets, and without words that add nothing."""
    bare_heading = AS_AT.sub(" ", re.sub(r"\([^)]*\)|\[[^\]]*\]|(?<=\?)[^?]*[/,][^?]*$", " ", heading))
    whole, bare = plain(heading), plain(bare_heading)
    whole_short, bare_short = (" ".join(w for w in text.split() if w not in EMPTY_WORDS) for text in (whole, bare))
    texts = [(EXACT, whole), (0.97, whole_short), (EXACT, bare), (0.97, bare_short)]
    return [(fit, text) for fit, text in texts if text]


def _typos(text: str, index: dict[str, list[tuple[str, float]]]) -> list[tuple[float, str]]:
    key = _key(text)
    if not SHORTEST_FOR_TYPOS <= len(key) <= 40 or _is_else(text.split()):
        return []
    best = process.extractOne(key, index.keys(), scorer=fuzz.ratio, score_cutoff=TYPO_CUTOFF) or _swapped(key, index)
    if best is None or len(best[0]) < SHORTEST_FOR_TYPOS - 1:
        return []
    return [(CLOSE * best[1] / 100, best[0])]


def _swapped(key: str, index: Mapping[str, object]) -> tuple[str, float, int] | None:
    """The known heading from which a word differs in two letters that changed places, as in "Surmane"."""
    found = (known for known in index if len(known) == len(key) and known[0] == key[0] and sorted(known) == sorted(key))
    near = next((known for known in found if sum(a != b for a, b in zip(known, key, strict=True)) == SWAPPED), None)
    return (near, TYPO_CUTOFF, 0) if near else None


def _is_passed_over(heading: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading of a list sent back speaks of what no such list is read for; a share in per cent is none of it either."""
    return SENT_BACK in vocabulary and (heading.endswith("%") or is_passed_over(plain(heading)))


def _told(heading: str, vocabulary: Vocabulary) -> str | None:
    """What the words of a heading tell that is not listed, unless it is about somebody else or about a date."""
    text = plain(heading)
    words = text.split()
    said_of = [word for word in words if word not in REMARKS]
    if len(said_of) < len(words) and told_by_words(" ".join(said_of)) == "went_elsewhere" in vocabulary:
        return "went_elsewhere"  # "Notes (where instead)"
    if _is_else([word for word in words if word != "place"]) or "date" in words:
        return None
    name = told_by_words(text, is_question="?" in heading or YES_OR_NO.search(heading.lower()) is not None)
    return name if name and name in vocabulary else None


def _inside(text: str, vocabulary: Vocabulary) -> list[tuple[float, str]]:
    """The longest known heading found whole inside a longer one ("Date of birth of the young person")."""
    if not text:
        return []
    words = [w for w in text.split() if w not in EMPTY_WORDS] or text.split()
    for core, key in _phrases(vocabulary):
        if core[0] not in words:
            continue
        share = len("".join(core)) / len("".join(words))
        if share >= LEAST_SHARE and _holds(words, core):
            if _is_else([word for word in words if word not in core]):
                return []
            return [(PART * (0.6 + 0.4 * share), key)]
    return []


def _dated(words: list[str], vocabulary: Vocabulary) -> str | None:
    """A heading that says it is a date, of what its other words say."""
    if not words or not ({"date", "when"} & set(words) or words[-1] == "on") or _is_else(words):
        return None
    for key, telling in DATE_WORDS.items():
        if key in _index(vocabulary) and telling.intersection(words) and "birth" not in words:
            return key
    return None


def dated_field(heading: str, vocabulary: Vocabulary) -> str | None:
    """The field of a heading whose column holds days and nothing else, by its other words: "Status verified", "Enrolment end"."""
    words = plain(heading).split()
    key = None if "appointment" in words else _dated([*words, "date"], vocabulary)
    return _index(vocabulary)[key][0][0] if key else None


def _is_else(words: list[str]) -> bool:
    """Whether words are about somebody, or something, that no column of ours is about."""
    return any(word in SOMETHING_ELSE or word.removesuffix("s") in SOMETHING_ELSE for word in words)


def is_about_else(heading: str) -> bool:
    """Whether a heading speaks of somebody else: a parent, a tutor, an emergency contact."""
    return _is_else(plain(heading).split())


def _holds(words: list[str], phrase: list[str]) -> bool:
    size = len(phrase)
    return any(words[i : i + size] == phrase for i in range(len(words) - size + 1))


def _key(text: str) -> str:
    return text.replace(" ", "")
