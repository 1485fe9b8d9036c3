"""May we do this with what we know of this student, to whom, and with which fields? One rule for every way out.

The answer comes from, in this order: the safety marks; the law, where it leaves no choice; who said no; who said yes; and, where nobody
said anything, the school's basis (UK GDPR Art 6; Education and Skills Act 2008 s.14). A student's own no counts at any age. A parent's
word counts if it was said before the sixteenth birthday: a no until the student, being sixteen, says yes; a yes until that birthday.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careers.rules.asking import TOLD_NOT_ASKED, Answer, Basis, Purpose, Who


class Field(StrEnum):
    """Something known of a student that may go out."""

    NAME = "name"
    ADDRESS = "address"
    DATE_OF_BIRTH = "date of birth"
    PARENT_NAME = "parent's name"
    PARENT_ADDRESS = "parent's address"
    ULN = "ULN"
    FORM = "form"
    EMAIL = "email"
    MOBILE = "mobile"
    PHONE = "telephone"
    PARENT_CONTACT = "parent's email and telephone"
    PLAN = "plan after Year 11"
    APPLICATIONS = "applications and offers"
    DESTINATION = "destination"


F = Field
STATUTORY = frozenset({F.NAME, F.ADDRESS, F.DATE_OF_BIRTH, F.PARENT_NAME, F.PARENT_ADDRESS})  # ESA 2008 s.14(2)(a) and (b)
REACHING = frozenset({F.EMAIL, F.MOBILE, F.PHONE, F.PARENT_CONTACT})
FIELDS: dict[Purpose, frozenset[Field]] = {
    Purpose.SHARE_AUTHORITY: STATUTORY,
    Purpose.SHARE_AUTHORITY_MORE: STATUTORY | REACHING | {F.ULN, F.PLAN, F.APPLICATIONS, F.DESTINATION},
    Purpose.SHARE_PROVIDERS: frozenset({F.NAME, F.DATE_OF_BIRTH, F.ULN, F.ADDRESS, F.EMAIL, F.MOBILE, F.PLAN, F.APPLICATIONS}),
    Purpose.CONTACT: REACHING | {F.NAME, F.ADDRESS, F.PARENT_NAME, F.PARENT_ADDRESS},
    Purpose.ALUMNI: frozenset({F.NAME, F.EMAIL, F.MOBILE, F.ADDRESS, F.DESTINATION}),
}
WRITES_TO_PEOPLE = frozenset({Purpose.CONTACT, Purpose.ALUMNI})
FOR_THREE_YEARS = frozenset({Purpose.SHARE_AUTHORITY_MORE, Purpose.SHARE_PROVIDERS, Purpose.CONTACT})  # as the wordings promise
ADDRESSES = frozenset({F.ADDRESS, F.PARENT_ADDRESS})


@dataclass(frozen=True, slots=True)
class Marks:
    """The safety marks of a student."""

    confidential_address: bool = False
    contacts_not_to_be_used: bool = False
    safeguarding_hold: bool = False
    deceased: bool = False

    @property
    def hides(self) -> frozenset[Field]:
        return (ADDRESSES if self.confidential_address else frozenset()) | (REACHING if self.contacts_not_to_be_used else frozenset())


@dataclass(frozen=True, slots=True)
class Word:
    """What one person said to one purpose on one day: to everybody (`to_whom` empty) or to one organisation."""

    answer: Answer
    who: Who
    on: date
    to_whom: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rule has to know of a student. `words` are those to the purpose asked for, in the order they were recorded.
    `sixteen_on`: the sixteenth birthday; the last day of Year 11's summer where the birth date is not known. `three_years_end`: the last
    day of the three years after Year 11."""

    marks: Marks
    words: Sequence[Word]
    sixteen_on: date
    three_years_end: date


@dataclass(frozen=True, slots=True)
class Ruling:
    """Yes or no; with which fields (none where it is no); and why, in words that can be read out to anybody."""

    yes: bool
    fields: frozenset[Field]
    why: str

    @property
    def listed(self) -> list[Field]:
        """The fields, always in the same order."""
        return [field for field in Field if field in self.fields]


def may_we(purpose: Purpose, basis: Basis, situation: Situation, *, to_whom: str = "", on: date) -> Ruling:
    """Whether `purpose` is allowed on the day `on`, towards one organisation or, with `to_whom` empty, everybody the purpose names."""
    no = refused_by_marks(purpose, situation.marks) or refused_by_time(purpose, situation, on)
    if no:
        return Ruling(False, frozenset(), no)
    allowed, why = decided(purpose, basis, situation, to_whom, on)
    return Ruling(allowed, FIELDS[purpose] - situation.marks.hides if allowed else frozenset(), why)


def refused_by_marks(purpose: Purpose, marks: Marks) -> str:
    """Why a safety mark stops everything for this purpose; empty where none does."""
    if marks.deceased:
        return "The student has died: nothing is sent and nothing is shared."
    if marks.safeguarding_hold:
        return "There is a safeguarding hold: nothing is sent and nothing is shared."
    if marks.contacts_not_to_be_used and purpose in WRITES_TO_PEOPLE:
        return "The contacts are marked as not to be used."
    return ""


def refused_by_time(purpose: Purpose, situation: Situation, on: date) -> str:
    if purpose in FOR_THREE_YEARS and on > situation.three_years_end:
        return f"The three years after Year 11 ended on {day(situation.three_years_end)}."
    return ""


def decided(purpose: Purpose, basis: Basis, situation: Situation, to_whom: str, on: date) -> tuple[bool, str]:
    if purpose in TOLD_NOT_ASKED:
        return True, "The law requires it: the council gets the name, address, date of birth, and a parent’s name and address."
    sixteen = situation.sixteen_on
    answers = [word for word in situation.words if word.on <= on and word.answer is not Answer.TOLD]  # being told is not an answer
    student = standing_word([word for word in answers if word.who is Who.STUDENT], to_whom)
    parent = standing_word([word for word in answers if word.who is Who.PARENT and word.on < sixteen], to_whom)
    if student and not student.answer.allows:
        return False, f"The student {said_no(student)}."
    if parent and not parent.answer.allows and not (student and student.on >= sixteen):
        return False, f"A parent {said_no(parent)}, before the student was 16. That stands until the student, now or once 16, says yes."
    if student:
        return True, f"The student said yes on {day(student.on)}."
    if parent and parent.answer.allows and on < sixteen:
        return True, f"A parent said yes on {day(parent.on)}."
    return silence(basis)


def silence(basis: Basis) -> tuple[bool, str]:
    """What it means that nobody whose word counts has said anything."""
    if basis is Basis.CONSENT:
        return False, "It needs consent, and none has been given."
    if basis is Basis.LEGAL_OBLIGATION:
        return True, "The law requires it."
    return True, "It is part of the school’s public task, and nobody has objected."


def standing_word(words: Sequence[Word], to_whom: str) -> Word | None:
    """What one person last said. A word about one organisation beats a word about all, but a later no to all ends an earlier yes to one."""
    said = sorted(words, key=lambda word: word.on)
    to_all = [(place, word) for place, word in enumerate(said) if not word.to_whom]
    to_one = [(place, word) for place, word in enumerate(said) if to_whom and as_compared(word.to_whom) == as_compared(to_whom)]
    if not to_one or not to_all:
        only = to_one or to_all
        return only[-1][1] if only else None
    (place, one), (later, to_everybody) = to_one[-1], to_all[-1]
    return to_everybody if later > place and one.answer.allows and not to_everybody.answer.allows else one


def as_compared(name: str) -> str:
    return " ".join(name.casefold().split())


def said_no(word: Word) -> str:
    return f"{'took their yes back' if word.answer is Answer.WITHDRAWN else 'said no'} on {day(word.on)}"


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"
