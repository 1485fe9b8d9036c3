"""What people are asked permission for, and what the school's basis for it is: one table, so that governors can be shown it.

The purposes and their usual bases follow domain.md 8.1 and 8.2 (Education and Skills Act 2008 s.14 and s.72; UK GDPR Art 6).
"""

from enum import StrEnum


class Purpose(StrEnum):
    """One thing done with what is known of a student. Each is given, refused or withdrawn on its own."""

    SHARE_AUTHORITY = "share_authority"
    SHARE_AUTHORITY_MORE = "share_authority_more"
    SHARE_PROVIDERS = "share_providers"
    CONTACT = "contact"
    ALUMNI = "alumni"

    @property
    def label(self) -> str:
        return PURPOSE_NAMES[self]


PURPOSE_NAMES = {
    Purpose.SHARE_AUTHORITY: "Sharing name, address and date of birth with the local authority",
    Purpose.SHARE_AUTHORITY_MORE: "Sharing other information with the local authority",
    Purpose.SHARE_PROVIDERS: "Sharing with colleges and other providers",
    Purpose.CONTACT: "Contact for three years after Year 11",
    Purpose.ALUMNI: "The alumni network",
}


class Basis(StrEnum):
    """Why the law lets the school do it. It decides what silence means."""

    LEGAL_OBLIGATION = "legal_obligation"
    PUBLIC_TASK = "public_task"
    CONSENT = "consent"

    @property
    def label(self) -> str:
        return BASIS_NAMES[self]


BASIS_NAMES = {
    Basis.LEGAL_OBLIGATION: "The law requires it: told, not asked",
    Basis.PUBLIC_TASK: "Public task: allowed unless objected to",
    Basis.CONSENT: "Consent: only once it has been given",
}

# What a school starts with; it may set another basis for a purpose, with a note. The first is the law's and cannot be changed.
USUAL_BASIS = {
    Purpose.SHARE_AUTHORITY: Basis.LEGAL_OBLIGATION,
    Purpose.SHARE_AUTHORITY_MORE: Basis.PUBLIC_TASK,
    Purpose.SHARE_PROVIDERS: Basis.PUBLIC_TASK,
    Purpose.CONTACT: Basis.PUBLIC_TASK,
    Purpose.ALUMNI: Basis.CONSENT,
}
TOLD_NOT_ASKED = frozenset({Purpose.SHARE_AUTHORITY})


class Answer(StrEnum):
    """What somebody said to a purpose. Never asked is the absence of any."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TOLD = "told"

    @property
    def allows(self) -> bool:
        return self in (Answer.GIVEN, Answer.TOLD)


class Channel(StrEnum):
    """How it reached us."""

    SURVEY = "survey"
    LINK = "personal link"
    PAPER = "paper"
    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in person"


class Who(StrEnum):
    """Who said it."""

    STUDENT = "student"
    PARENT = "parent"
