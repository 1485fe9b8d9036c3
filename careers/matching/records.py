"""What matching is given: rows of somebody's list, and our students. What it answers: one `Match` a row."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of somebody's list, as its columns were read; what is not there is empty.

    `key` tells the row apart, for example (sheet, row). `says` is what the row says about the student: two rows
    about one student that say the same are no contradiction. `full_name` is the cell as written when the list has
    one column for the name; the parts may then be wrong about which word is the surname.
    """

    key: Hashable
    upn: str = ""
    uln: str = ""
    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    known_as: str = ""
    full_name: str = ""
    initials: str = ""
    date_of_birth: date | None = None
    sex: str = ""
    postcode: str = ""
    form: str = ""
    previous_school: str = ""
    previous_school_urn: str = ""
    says: Hashable = None


@dataclass(frozen=True, slots=True)
class Known:
    """One of our students. `cohort` tells the cohorts of a register apart, where there are several."""

    id: Hashable
    upn: str = ""
    uln: str = ""
    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    known_as: str = ""
    preferred_surname: str = ""
    former_surname: str = ""
    date_of_birth: date | None = None
    sex: str = ""
    postcode: str = ""
    form: str = ""
    cohort: Hashable = None


class Pile(StrEnum):
    CERTAIN = "certain"
    CHECK = "check"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student whom a row may be about. `score` is how likely it is, from 0 to 1; `words` say why."""

    id: Hashable
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Match:
    """The answer for one row. `student` only where the pile is certain; at most three candidates, best first."""

    key: Hashable
    pile: Pile
    student: Hashable | None = None
    candidates: tuple[Candidate, ...] = field(default=())
    why: str = ""
