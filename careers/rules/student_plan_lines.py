"""The plan of an import as plain values: what is shown is what is applied."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from careers.rules.characteristics import SpanChange
from careers.rules.problems import Problem
from careers.rules.students import Incoming


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one student, before and after."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Newcomer:
    row: int
    values: dict[str, Any]
    spans: tuple[SpanChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    row: int
    student: int
    name: str
    changes: tuple[Change, ...] = ()
    spans: tuple[SpanChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A student of the cohort whom the export no longer has. They stay."""

    student: int
    name: str
    since: date
    newly: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan without its lines: how many of each, and what it was made against. `register` is the digest of the register then."""

    leaving: int
    today: date
    register: str
    own: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    new: int = 0
    changed: int = 0
    same: int = 0
    missing: int = 0
    newly_missing: int = 0
    refused: int = 0
    rows_refused: int = 0
    warnings: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not self.new and not self.changed and not self.newly_missing

    def with_part(self, part: "Plan") -> "Outline":
        """Counting one more part of the same plan."""
        more = part.outline
        return replace(self, **{name: getattr(self, name) + getattr(more, name) for name in COUNTS})


COUNTS = ("new", "changed", "same", "missing", "newly_missing", "refused", "rows_refused", "warnings")


@dataclass(frozen=True, slots=True)
class Plan:
    """What would happen. `same` are row numbers; `register` is the digest of the register that the plan was made against."""

    leaving: int
    today: date
    register: str
    new: tuple[Newcomer, ...] = ()
    changed: tuple[Changed, ...] = ()
    same: tuple[int, ...] = ()
    missing: tuple[Missing, ...] = ()
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    own: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def rows_refused(self) -> int:
        return len({problem.row for problem in self.refused if not problem.kept})

    @property
    def changes_nothing(self) -> bool:
        return self.outline.changes_nothing

    @property
    def outline(self) -> Outline:
        newly = sum(missing.newly for missing in self.missing)
        counts = (len(self.new), len(self.changed), len(self.same), len(self.missing), newly, len(self.refused))
        return Outline(self.leaving, self.today, self.register, self.own, self.notes, *counts, self.rows_refused, len(self.warnings))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says: the rows that could be read, those that could not, what is wrong, the school's own characteristics by key, and
    what is worth saying of the whole file."""

    rows: Sequence[Incoming]
    unusable: Sequence[Incoming] = ()
    problems: Sequence[Problem] = ()
    own: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Seen:
    """Whom a file has, refused rows included: whoever has a row that could not be taken in is not missing. `people` are names and
    birth dates of refused rows whose numbers say nobody. A file none of whose rows can be taken in has nobody missing."""

    students: set[int] = field(default_factory=set)
    people: set[tuple[Any, ...]] = field(default_factory=set)
    anybody: bool = False
