"""The kinds of source and how far each is trusted about Years 12 and 14: a table that can be shown to governors (docs/rule.md)."""

from enum import StrEnum


class SourceKind(StrEnum):
    PROVIDER = "provider"
    EMPLOYER = "employer"
    LOCAL_AUTHORITY = "local_authority"
    FAMILY = "family"
    STUDENT = "student"
    STAFF = "staff"

    @property
    def label(self) -> str:
        return SOURCE_NAMES[self]


SOURCE_NAMES = {
    SourceKind.PROVIDER: "Provider",
    SourceKind.EMPLOYER: "Employer",
    SourceKind.LOCAL_AUTHORITY: "Local authority",
    SourceKind.FAMILY: "Family, when we spoke to them",
    SourceKind.STUDENT: "The student alone",
    SourceKind.STAFF: "What staff believe",
}

# Lower is trusted more. A provider and an employer speak of their own books and are trusted alike.
TRUST = {
    SourceKind.PROVIDER: 1,
    SourceKind.EMPLOYER: 1,
    SourceKind.LOCAL_AUTHORITY: 2,
    SourceKind.FAMILY: 3,
    SourceKind.STUDENT: 4,
    SourceKind.STAFF: 5,
}

HOSTS = frozenset({SourceKind.PROVIDER, SourceKind.EMPLOYER})  # where someone can be: their word about their own place
OFFICIAL = HOSTS | {SourceKind.LOCAL_AUTHORITY}  # whose later word against the answer is a conflict
IN_A_SURVEY = "survey:"  # how the place of a statement begins that a student made in a survey
