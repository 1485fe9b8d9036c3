"""Writing what an import has planned."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.cohorts import cohort_for
from careers.actions.locking import alone_in
from careers.actions.many_rows import TOGETHER, add_rows, next_ids, set_each, together
from careers.models import AuditEvent, Characteristic, Cohort, OwnCharacteristic, School, Student, User
from careers.register import digest_of
from careers.rules.characteristics import SpanChange
from careers.rules.student_plan import Changed, Newcomer, Outline, Plan
from careers.rules.students import KEPT, NUMBERS

EMPTY = {name: Student._meta.get_field(name).get_default() for name in KEPT}  # type: ignore[union-attr]


class RegisterChanged(Exception):
    """Somebody changed the school's students after the plan was made. It must be made, and shown, again."""

    sentence = "Somebody has changed the school’s students since this preview was made. Here is the preview as it is now."


@dataclass(slots=True)
class Applied:
    """What an import did. `added` are ids of students in the order of their rows."""

    added: list[int] = field(default_factory=list)
    changed: int = 0
    cohort: Cohort | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan whose students were found to be those it was made against, when `seen` was the last event of the school's audit trail."""

    school: School
    outline: Outline
    seen: int | None


def make_ready(*, school: School, outline: Outline, begun_at: int | None = None) -> Ready:
    """Compare the students with those the plan was made against, before the wait for other writers. Raises RegisterChanged.

    `begun_at` is the `last_event` from before the plan was begun: they need not be compared where it still is the last.
    """
    seen = last_event(school)
    if begun_at is None or begun_at != seen:
        must_be_unchanged(school, outline)
    return Ready(school, outline, seen)


@transaction.atomic
def apply_import(*, ready: Ready, parts: Iterable[Plan], by: User | None, file_name: str, file_digest: str) -> Applied:
    """Write a plan, all or nothing, part by part. Raises RegisterChanged where another action has written to the students since.

    Who leaves the export is marked `missing_since`, not removed. Only a plan that changes something leaves a trace in the audit.
    """
    alone_in(ready.school)
    if last_event(ready.school) != ready.seen:
        must_be_unchanged(ready.school, ready.outline)
    applied = Applied()
    if not ready.outline.changes_nothing:
        write(ready.school, ready.outline, parts, applied, by=by, file={"file": file_name, "digest": file_digest})
    return applied


def last_event(school: School) -> int | None:
    """Every action leaves an event: while this is the same, nobody has written."""
    return AuditEvent.objects.filter(school=school).order_by("-id").values_list("id", flat=True).first()


def must_be_unchanged(school: School, outline: Outline) -> None:
    if digest_of(school) != outline.register:
        raise RegisterChanged


def write(school: School, outline: Outline, parts: Iterable[Plan], applied: Applied, *, by: User | None, file: dict[str, str]) -> None:
    add_own_characteristics(school, outline.own)
    if outline.new:
        applied.cohort = cohort_for(school=school, leaving=outline.leaving, by=by)
    newly_missing: list[int] = []
    for part in parts:
        added = add_students(school, applied.cohort, part.new)
        change_students(part.changed)
        begun = [(student, change) for student, one in zip(added, part.new, strict=True) for change in one.spans]
        write_spans(begun + [(one.student, change) for one in part.changed for change in one.spans])
        newly_missing += mark_missing(part)
        audit.record_all(school=school, by=by, entries=[student_changed(changed) for changed in part.changed])
        applied.added += added
        applied.changed += len(part.changed)
    counts = {"leaving": outline.leaving, "added": applied.added, "changed": applied.changed, "same": outline.same}
    counts |= {"missing": newly_missing, "refused": outline.rows_refused}
    audit.record_all(school=school, by=by, entries=[Entry("imported students", None, file | counts)])


def add_own_characteristics(school: School, own: dict[str, str]) -> None:
    OwnCharacteristic.objects.bulk_create(
        (OwnCharacteristic(school=school, key=key, name=name) for key, name in own.items()), ignore_conflicts=True
    )


def add_students(school: School, cohort: Cohort | None, new: Sequence[Newcomer]) -> list[int]:
    """Their ids, in order."""
    if not new or cohort is None:
        return []
    ids = next_ids(Student, len(new))
    same = {"school_id": school.pk, "cohort_id": cohort.pk, "created_at": timezone.now()}
    same |= {name: getattr(Student(), name) for name in (*Student.SAFETY_MARKS, "missing_since")}
    rows = ((pk, *map(one.values.get, EMPTY.keys(), EMPTY.values())) for pk, one in zip(ids, new, strict=True))
    add_rows(Student, ["id", *EMPTY], rows, same)
    return ids


def change_students(changed: Iterable[Changed]) -> None:
    """Write what changed in each student, and nothing else: at once for all in whom the same fields changed."""
    by_fields: defaultdict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for one in changed:
        if one.changes:
            by_fields[tuple(change.field for change in one.changes)].append((one.student, *(change.new for change in one.changes)))
    for number in NUMBERS:  # first let go of every number, so that two students may swap theirs
        set_each(Student, [number], [(row[0], "") for names, rows in by_fields.items() if number in names for row in rows])
    for names, rows in by_fields.items():
        set_each(Student, names, rows)


def write_spans(changes: Sequence[tuple[int, SpanChange]]) -> None:
    """Open, end and note characteristics. Ends come first: a characteristic is open once."""
    set_each(Characteristic, ["until"], [(change.span.id or 0, change.span.until) for _, change in changes if change.what == "ends"])
    fresh = ((student, change.span) for student, change in changes if change.what != "ends")
    add_rows(Characteristic, ["student_id", "kind", "since", "until"], ((pk, span.kind, span.since, span.until) for pk, span in fresh))


def mark_missing(plan: Plan) -> list[int]:
    """Note who is not in the export for the first time. Returns their ids."""
    newly = [missing.student for missing in plan.missing if missing.newly]
    for some in together(newly, TOGETHER):
        Student.objects.filter(pk__in=some).update(missing_since=plan.today)
    return newly


def student_changed(changed: Changed) -> Entry:
    """Old and new of every field, and what became of the characteristics."""
    details: dict[str, object] = {"row": changed.row, "changed": {c.field: [c.old, c.new] for c in changed.changes}}
    if changed.spans:
        details["characteristics"] = {change.kind: change.what for change in changed.spans}
    return Entry("changed a student", (Student, changed.student), details)
