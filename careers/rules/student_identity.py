"""Which student a row is about: by UPN, else ULN, else admission number, within one school."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from careers.rules.problems import Problem
from careers.rules.students import NUMBER_NAMES, NUMBERS, Incoming, Known, may_become

Number = tuple[str, str]


@dataclass(slots=True)
class Draft:
    """A row that is about somebody: a student we know, or a new one (`known` None), and what would be written."""

    row: Incoming
    known: Known | None
    values: dict[str, Any] = field(default_factory=dict)

    def after(self, name: str) -> str:
        """A number as it would be once the row is in."""
        return self.values.get(name, self.known.values[name] if self.known else "") or ""

    @property
    def has_a_number(self) -> bool:
        return any(self.after(name) for name in NUMBERS)


class Index:
    """The students of a school by each of their numbers."""

    def __init__(self, students: Iterable[Known]) -> None:
        self.students = students = tuple(students)
        self.by_number: dict[Number, Known] = {
            (name, student.values[name]): student for student in students for name in NUMBERS if student.values[name]
        }

    def find(self, row: Incoming) -> Known | None:
        """The student a row is about. A weaker number does not outweigh a stronger one that says somebody else."""
        return next(self.candidates(row), None)

    def candidates(self, row: Incoming) -> Iterator[Known]:
        """Whom a row may be about, likeliest first."""
        if not self.by_number:
            return
        for name in NUMBERS:
            known = self.by_number.get((name, row.values.get(name) or ""))
            if known and may_become(row, known, name):
                yield known
        if former := self.by_number.get(("upn", row.former_upn)):
            yield former


class Taken:
    """The rows looked at so far, to find a second row about the same student."""

    def __init__(self) -> None:
        self.by_number: dict[Number, Incoming] = {}
        self.by_student: dict[int, Incoming] = {}

    def first_free(self, row: Incoming, candidates: Iterable[Known]) -> Known | None:
        """The likeliest student whom no other row has by a number that this row contradicts."""
        for known in candidates:
            other = self.by_student.get(known.id)
            if other is None or not numbers_differ(row, other):
                return known
        return None

    def earlier(self, row: Incoming, known: Known | None) -> Incoming | None:
        """The earlier row about the same student."""
        if known and known.id in self.by_student:
            return self.by_student[known.id]
        for name in NUMBERS:
            other = self.by_number.get((name, row.values.get(name) or ""))
            if other and not numbers_differ(row, other):
                return other
        return None

    def add(self, row: Incoming, known: Known | None) -> None:
        for name in NUMBERS:
            if value := row.values.get(name):
                self.by_number.setdefault((name, value), row)
        if known:
            self.by_student.setdefault(known.id, row)


def numbers_differ(one: Incoming, other: Incoming) -> bool:
    """Whether the strongest number that both rows have differs: then they are two students."""
    for name in NUMBERS:
        if one.values.get(name) and other.values.get(name):
            return one.values[name] != other.values[name]
    return False


def drop_clashing_numbers(drafts: Sequence[Draft], index: Index) -> list[Problem]:
    """Take a number back from every draft that would give it to a second student; say which. Repeats until none is left.

    Asked of how things would be afterwards, so that two students whose numbers were swapped can be put right by one file.
    """
    problems: list[Problem] = []
    if not may_clash(drafts, index):
        return problems
    held = {student.id: student for student in index.students}
    while clashes := find_clashes(drafts, held):
        for draft, name, owner in clashes:
            del draft.values[name]
            problems.append(draft.row.problem(name, f"This {NUMBER_NAMES[name]} is already that of {owner}. It was left out.", kept=True))
    return problems


def may_clash(drafts: Sequence[Draft], index: Index) -> bool:
    """Whether any number would be written that somebody has or another row writes."""
    written: set[Number] = set()
    for draft in drafts:
        for name in NUMBERS:
            if value := draft.values.get(name):
                number = (name, value)
                if number in written or number in index.by_number:
                    return True
                written.add(number)
    return False


def find_clashes(drafts: Sequence[Draft], held: Mapping[int, Known]) -> list[tuple[Draft, str, str]]:
    """Drafts that claim a number of somebody else: (draft, number, whose it is in words). Of two claims the earlier row's stands."""
    owners = owners_before(drafts, held)
    clashes = []
    for draft in drafts:
        for name in NUMBERS:
            if value := draft.values.get(name):
                if others := owners[name, value]:
                    clashes.append((draft, name, others[0]))
                others.append(f"row {draft.row.number}")
    return clashes


def owners_before(drafts: Sequence[Draft], held: Mapping[int, Known]) -> defaultdict[Number, list[str]]:
    """Who keeps which number, in words: students without a row, and rows that leave a number as it is."""
    drafted = {draft.known.id for draft in drafts if draft.known}
    keepers = [(f"{s.name}, leavers {s.leaving}", {name: s.values[name] for name in NUMBERS}) for s in held.values() if s.id not in drafted]
    keepers += [(f"row {d.row.number}", {name: d.after(name) for name in NUMBERS if name not in d.values}) for d in drafts]
    owners: defaultdict[Number, list[str]] = defaultdict(list)
    for words, numbers in keepers:
        for name, value in numbers.items():
            if value:
                owners[name, value].append(words)
    return owners
