"""Writing what an import has planned."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.cohorts import cohort_for
from careers.actions.locking import alone_in
from careers.models import Characteristic, OwnCharacteristic, School, Student, User
from careers.register import register_of
from careers.rules.characteristics import SpanChange
from careers.rules.student_plan import Changed, Newcomer, Plan
from careers.rules.students import NUMBERS

BATCH = 500


class RegisterChanged(Exception):
    """Somebody changed the school's students after the plan was made. It must be made, and shown, again."""

    sentence = "Somebody has changed the school’s students since this preview was made. Here is the preview as it is now."


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did. `added` are ids of students in the order of their rows."""

    added: Sequence[int]
    changed: int


@transaction.atomic
def apply_import(*, school: School, plan: Plan, by: User | None, file_name: str, file_digest: str) -> Applied:
    """Write a plan, all or nothing. Raises RegisterChanged when the students are not those it was made against.

    Who leaves the export is marked `missing_since`, not removed. Only a plan that changes something leaves a trace in the audit.
    """
    alone_in(school)
    if register_of(school).digest != plan.register:
        raise RegisterChanged
    if plan.changes_nothing:
        return Applied([], 0)
    add_own_characteristics(school, plan.own)
    added = add_students(school, plan, by)
    changed = change_students(plan.changed)
    write_spans([*zip((s.pk for s in added), plan.new, strict=True), *((c.student, c) for c in plan.changed)])
    newly_missing = mark_missing(plan)
    entries = [Entry("changed a student", changed[c.student], what_changed(c)) for c in plan.changed]
    summary = Entry(
        "imported students",
        None,
        {
            "file": file_name,
            "digest": file_digest,
            "leaving": plan.leaving,
            "added": [student.pk for student in added],
            "changed": len(plan.changed),
            "same": len(plan.same),
            "missing": newly_missing,
            "refused": plan.rows_refused,
        },
    )
    audit.record_all(school=school, by=by, entries=[*entries, summary])
    return Applied([student.pk for student in added], len(plan.changed))


def add_own_characteristics(school: School, own: dict[str, str]) -> None:
    OwnCharacteristic.objects.bulk_create(
        (OwnCharacteristic(school=school, key=key, name=name) for key, name in own.items()), ignore_conflicts=True
    )


def add_students(school: School, plan: Plan, by: User | None) -> list[Student]:
    if not plan.new:
        return []
    cohort = cohort_for(school=school, leaving=plan.leaving, by=by)
    students = [Student(school=school, cohort=cohort, **newcomer.values) for newcomer in plan.new]
    return Student.objects.bulk_create(students, batch_size=BATCH)


def change_students(changed: Iterable[Changed]) -> dict[int, Student]:
    """Write each changed field of those in whom it changed, and nothing else. Field by field, because one statement for all fields of
    all students is many times slower."""
    students: dict[int, Student] = {}
    by_field: defaultdict[str, list[Student]] = defaultdict(list)
    for one in changed:
        student = students[one.student] = Student(pk=one.student)
        for change in one.changes:
            setattr(student, change.field, change.new)
            by_field[change.field].append(student)
    for name, touched in by_field.items():
        if name in NUMBERS:  # first let go of every number, so that two students may swap theirs
            for start in range(0, len(touched), BATCH):
                Student.objects.filter(pk__in=[s.pk for s in touched[start : start + BATCH]]).update(**{name: ""})
        Student.objects.bulk_update(touched, [name], batch_size=BATCH)
    return students


def write_spans(planned: Iterable[tuple[int, Newcomer | Changed]]) -> None:
    """Open, end and note characteristics. Ends come first: a characteristic is open once."""
    changes: list[tuple[int, SpanChange]] = [(student, change) for student, part in planned for change in part.spans]
    ended = [Characteristic(pk=change.span.id, until=change.span.until) for _, change in changes if change.what == "ends"]
    Characteristic.objects.bulk_update(ended, ["until"], batch_size=BATCH)
    fresh = [(student, change.span) for student, change in changes if change.what != "ends"]
    Characteristic.objects.bulk_create(
        (Characteristic(student_id=student, kind=span.kind, since=span.since, until=span.until) for student, span in fresh),
        batch_size=BATCH,
    )


def mark_missing(plan: Plan) -> list[int]:
    """Note who is not in the export for the first time. Returns their ids."""
    newly = [missing.student for missing in plan.missing if missing.newly]
    for start in range(0, len(newly), BATCH):
        Student.objects.filter(pk__in=newly[start : start + BATCH]).update(missing_since=plan.today)
    return newly


def what_changed(changed: Changed) -> dict[str, object]:
    """Old and new of every field, and what became of the characteristics."""
    details: dict[str, object] = {"row": changed.row, "changed": {c.field: [c.old, c.new] for c in changed.changes}}
    if changed.spans:
        details["characteristics"] = {change.kind: change.what for change in changed.spans}
    return details
