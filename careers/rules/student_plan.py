"""What an export would change: one plan, shown before it is applied and applied as it was shown.

A row is refused as a whole when nobody can be told from it, when it would write a wrong UPN or birth date, when the student is in
another cohort, or when an earlier row was about the same student. Any other value that cannot be right is left out, listed, and the
rest of the row goes in.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from careers.rules.characteristics import Mark, SpanChange, all_changes
from careers.rules.problems import Problem, in_order
from careers.rules.student_identity import Draft, Index, Taken, drop_clashing_numbers
from careers.rules.student_plan_lines import Change, Changed, Missing, Newcomer, Outline, Plan, Reading, Seen
from careers.rules.students import (
    CLEARED_BY_AN_EMPTY_CELL,
    KEPT,
    NAMES,
    NUMBERS,
    Incoming,
    Known,
    LookAt,
    Register,
    what_a_newcomer_lacks,
    what_refuses,
)

__all__ = ["Change", "Changed", "Missing", "Newcomer", "Outline", "Plan", "Reading", "Seen", "make_plan", "missing_students", "plan_rows"]


def make_plan(reading: Reading, register: Register, *, leaving: int, today: date) -> Plan:
    """What taking in a file would do to the leavers of `leaving`. A file none of whose rows can be taken in does nothing."""
    seen = Seen()
    plan = plan_rows(reading, register.students, seen, register=register.digest, leaving=leaving, today=today)
    return replace(plan, missing=missing_students(register.students, leaving, seen, today))


def plan_rows(reading: Reading, students: Sequence[Known], seen: Seen, *, register: str, leaving: int, today: date) -> Plan:
    """What some rows would do, `students` being everybody with one of their numbers; whom they are about is added to `seen`.

    Rows may be planned in groups, as long as rows that share a number, or a student with one of their numbers, are in one group.
    """
    index, problems, warnings = Index(students), list(reading.problems), []
    drafts, set_aside = sort_rows(reading.rows, index, leaving, problems)
    problems += drop_clashing_numbers(drafts, index)
    drafts, nameless = without_the_nameless(drafts, problems)
    look = LookAt(leaving)
    for draft in drafts:
        warnings += look.at(draft.row, draft.known)
    new, changed, same = outcomes(drafts, today)
    note_seen(seen, drafts, [*reading.unusable, *set_aside, *nameless], index)
    return Plan(
        leaving=leaving,
        today=today,
        register=register,
        new=tuple(new),
        changed=tuple(changed),
        same=tuple(same),
        refused=in_order(problems),
        warnings=tuple(sorted(warnings, key=lambda problem: problem.row)),
        own=reading.own,
        notes=reading.notes,
    )


def sort_rows(rows: Sequence[Incoming], index: Index, leaving: int, problems: list[Problem]) -> tuple[list[Draft], list[Incoming]]:
    """The rows that can be taken in, with whom they are about, and those that cannot; why goes to `problems`.

    Rows with stronger numbers are asked first, so that what comes of a row does not hang on where it stands in the file.
    """
    taken, drafts, set_aside = Taken(), [], []
    for row in sorted(rows, key=strength):
        known = taken.first_free(row, index.candidates(row))
        problem = why_not(row, known, taken, leaving)
        taken.add(row, known)
        if problem:
            problems.append(problem)
            set_aside.append(row)
        else:
            drafts.append(Draft(row, known, to_write(row, known)))
    return sorted(drafts, key=lambda draft: draft.row.number), set_aside


def strength(row: Incoming) -> tuple[int, int]:
    return (NUMBERS.index(row.identity) if row.identity else len(NUMBERS), row.number)


def why_not(row: Incoming, known: Known | None, taken: Taken, leaving: int) -> Problem | None:
    if problem := what_refuses(row, leaving):
        return problem
    identity = row.identity or NUMBERS[0]
    if earlier := taken.earlier(row, known):
        return row.problem(identity, about_the_same(earlier, row))
    if known is None:
        return what_a_newcomer_lacks(row)
    if known.leaving != leaving:
        return row.problem(
            identity, f"This student is already among the leavers of {known.leaving}, and this file is for the leavers of {leaving}."
        )
    return None


def about_the_same(taken: Incoming, row: Incoming) -> str:
    first, second = sorted((taken.number, row.number))
    return f"Rows {first} and {second} are about the same student. Only row {taken.number} was looked at."


def to_write(row: Incoming, known: Known | None) -> dict[str, Any]:
    """What a row would write: only what differs, and for a new student only what is there."""
    if known is None:
        values = row.values
        return {name: value for name in KEPT if (value := values.get(name)) is not None}
    wanted: dict[str, Any] = {}
    for name, value in row.values.items():
        if value is None and name in CLEARED_BY_AN_EMPTY_CELL:
            value = None if name == "attendance" else ""
        elif value is None:
            continue
        if value != known.values[name]:
            wanted[name] = value
    return wanted


def without_the_nameless(drafts: list[Draft], problems: list[Problem]) -> tuple[list[Draft], list[Incoming]]:
    """Leave out new students whose only number turned out to be somebody else's."""
    kept, nameless = [], []
    for draft in drafts:
        if draft.has_a_number:
            kept.append(draft)
            continue
        nameless.append(draft.row)
        problems.append(draft.row.problem(draft.row.identity or NUMBERS[0], "No other number says who this student is."))
    return kept, nameless


def outcomes(drafts: Sequence[Draft], today: date) -> tuple[list[Newcomer], list[Changed], list[int]]:
    new, changed, same = [], [], []
    spans_of = SpansOf(today)
    for draft in drafts:
        row, known = draft.row, draft.known
        spans = spans_of.row(row.marks, known)
        if known is None:
            new.append(Newcomer(row.number, draft.values, spans))
            continue
        changes = [Change(name, known.values[name], value) for name, value in draft.values.items()]
        if known.missing_since:
            changes.append(Change("missing_since", known.missing_since, None))
        if changes or spans:
            changed.append(Changed(row.number, known.id, known.name, tuple(changes), spans))
        else:
            same.append(row.number)
    return new, changed, same


class SpansOf:
    """What marks change. Rows that say the same of students of whom nothing is known share their answer."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.told: dict[tuple[int, bool], tuple[dict[str, Mark], tuple[SpanChange, ...]]] = {}

    def row(self, marks: dict[str, Mark], known: Known | None) -> tuple[SpanChange, ...]:
        if not marks:
            return ()
        if known and known.spans:
            return all_changes(marks, known.spans, today=self.today, newcomer=False)
        key = (id(marks), known is None)
        if key not in self.told:  # the marks are kept beside the answer, so that no other marks get their id
            self.told[key] = (marks, all_changes(marks, (), today=self.today, newcomer=known is None))
        return self.told[key][1]


def note_seen(seen: Seen, drafts: Sequence[Draft], refused: Sequence[Incoming], index: Index) -> None:
    seen.anybody = seen.anybody or bool(drafts)
    seen.students.update(draft.known.id for draft in drafts if draft.known)
    for row in refused:
        if known := index.find(row):
            seen.students.add(known.id)
        else:
            seen.people.add(person(row.values))


def person(values: Mapping[str, Any]) -> tuple[Any, ...]:
    return (*((values.get(name) or "").casefold() for name in NAMES), values.get("date_of_birth"))


def missing_students(students: Iterable[Known], leaving: int, seen: Seen, today: date) -> tuple[Missing, ...]:
    """The leavers among `students` whom the file does not have."""
    if not seen.anybody:
        return ()
    return tuple(
        Missing(student.id, student.name, student.missing_since or today, student.missing_since is None)
        for student in students
        if student.leaving == leaving and student.id not in seen.students and person(student.values) not in seen.people
    )
