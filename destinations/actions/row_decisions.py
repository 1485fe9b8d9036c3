"""Saying whom a row is about, and taking it back."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from careers.actions import audit
from careers.models import Student, User
from destinations import returning
from destinations.actions import evidence
from destinations.actions.applications import withdraw_applications
from destinations.actions.return_evidence import is_settled, state_rows
from destinations.actions.return_plans import NOBODY_OF_OURS, NotNow, fill, held
from destinations.meant import students_meant
from destinations.models import ApplicationStatement, DataReturn, Evidence, ReturnRow
from destinations.rules.plan import PlannedRow

State, Pile, Decision = DataReturn.State, ReturnRow.Pile, ReturnRow.Decision
WHERE = ("id", "data_return", "sheet", "part", "row")
EMPTIED = [field.name for field in ReturnRow._meta.fields if field.name not in WHERE]
UNDECIDED = {"decision": Decision.NONE, "decided_by": None, "decided_at": None}


def decide(*, row: ReturnRow, student: Student | None, by: User | None) -> ReturnRow:
    """Say whom a row is about, or (`student` None) that it is nobody of ours: a row to check; until the list is applied also one taken
    for certain, and one that is not ours pulled back by hand. The words of that one, and of one about another cohort, are then read from
    the file again, by the calendar of the student's cohort.

    Before applying an answer can be changed; after, evidence is written at once, and the answer can be taken back (`reopen`).
    Raises NotNow when there is nothing to decide, ValidationError for a student whom the list cannot be about.
    """
    pulled_back = row.pile == Pile.NOT_OURS
    again = student is not None and (pulled_back or another_cohort_meant(row, student))
    return answer(row, student, by, read_for(row, student) if again else None)


def another_cohort_meant(row: ReturnRow, student: Student) -> bool:
    """Whether a row may have been read by the calendar of another cohort than that of the student it is about."""
    proposed = [candidate["student"] for candidate in row.candidates] + [row.student_id]
    cohorts = {row.data_return.cohort_id, *Student.objects.filter(pk__in=proposed).values_list("cohort", flat=True)}
    return cohorts != {student.cohort_id}


def read_for(row: ReturnRow, student: Student | None) -> PlannedRow | None:
    """What a row says in the file, while that is there, by the calendar of this student's cohort; without one, of the chosen cohort."""
    leaving = student.cohort.leaving if student else None
    return next(iter(returning.rows_at(row.data_return, [row], leaving=leaving)), None) if row.data_return.file else None


@transaction.atomic
def answer(row: ReturnRow, student: Student | None, by: User | None, in_file: PlannedRow | None) -> ReturnRow:
    data_return = held(row.data_return, State.STAGED, State.APPLIED)
    row = ReturnRow.objects.filter(pk=row.pk).select_related("provider").first() or row
    refuse_decision(data_return, row, student)
    if row.pile == Pile.NOT_OURS and not row.decision and in_file is None:
        raise NotNow(f"{there(row)} is not waiting for a decision.")
    if in_file is not None:
        fill(row, in_file)
    row.decision, row.student = (Decision.STUDENT, student) if student else (Decision.NOT_OURS, None)
    row.decided_by, row.decided_at = by, timezone.now()
    row.save()
    if data_return.state == State.APPLIED:
        carry_out(data_return, row, by)
    decided = {"row": row.row, "decision": row.decision, "student": student.pk if student else None}
    audit.record(school=data_return.school, by=by, verb="decided a row", subject=data_return, **decided)
    return row


def there(row: ReturnRow) -> str:
    return f"Row {row.row} of {row.sheet}"


def refuse_decision(data_return: DataReturn, row: ReturnRow, student: Student | None) -> None:
    open_to_doubt = (Pile.CHECK, Pile.CERTAIN, Pile.NOT_OURS) if data_return.state == State.STAGED else (Pile.CHECK,)
    if row.pk is None or row.pile not in open_to_doubt:
        raise NotNow(f"{there(row)} is not waiting for a decision.")
    if data_return.state == State.APPLIED and row.decision:
        raise NotNow(f"{there(row)} has been decided already.")
    meant = students_meant(data_return.cohort, data_return.listed_on)
    if student and not meant.filter(pk=student.pk).exists():
        raise ValidationError("Choose a student of the cohort that the list is about, or of another that is still followed.")


def carry_out(data_return: DataReturn, row: ReturnRow, by: User | None) -> None:
    """A decision about a row that was applied without one. Its own words stay until the rows of the list expire, so that it can be
    taken back."""
    if row.student:
        stated = state_rows(data_return, [row], by)
        data_return.counts["added"] = data_return.counts.get("added", 0) + len(stated.added)
    count_waiting(data_return)


def count_waiting(data_return: DataReturn) -> None:
    data_return.counts["waiting"] = data_return.rows.filter(pile=Pile.CHECK, decision=Decision.NONE).count()
    data_return.save(update_fields=["counts"])


@transaction.atomic
def reopen(*, row: ReturnRow, by: User | None) -> ReturnRow:
    """Take a decision back, so that the row waits or stands as it did before. What it wrote is withdrawn.

    Before applying always; after, for a decision made since, as long as the row's own words are kept. Raises NotNow.
    """
    data_return = held(row.data_return, State.STAGED, State.APPLIED)
    row = ReturnRow.objects.filter(pk=row.pk).select_related("provider").first() or row
    refuse_reopening(data_return, row)
    withdrawn = take_back(data_return, row, by) if data_return.state == State.APPLIED and row.student_id else 0
    likeliest = Student.objects.select_related("cohort").filter(pk=row.candidates[0]["student"]).first() if row.candidates else None
    if row.student and another_cohort_meant(row, row.student) and (in_file := read_for(row, likeliest)):
        fill(row, in_file)
    row.student = likeliest if row.pile == Pile.CERTAIN else None
    for name, value in UNDECIDED.items():
        setattr(row, name, value)
    if row.pile == Pile.NOT_OURS:
        row = emptied(row)
    row.save()
    if data_return.state == State.APPLIED:
        count_waiting(data_return)
    audit.record(school=data_return.school, by=by, verb="took a decision back", subject=data_return, row=row.row, withdrawn=withdrawn)
    return row


def refuse_reopening(data_return: DataReturn, row: ReturnRow) -> None:
    if row.pk is None or not row.decision:
        raise NotNow(f"{there(row)} is not decided.")
    if data_return.state == State.APPLIED and not (row.pile == Pile.CHECK and row.seen):
        raise NotNow(f"{there(row)} was decided before the list was applied, or its words are gone. Undo the whole list instead.")


def take_back(data_return: DataReturn, row: ReturnRow, by: User | None) -> int:
    """Withdraw what a decided row said; other rows of this sender that said the same speak for themselves from then on."""
    student = {row.student_id}
    ReturnRow.objects.filter(pk=row.pk).update(student=None, **UNDECIDED)
    said = Evidence.objects.standing().filter(return_row=row)
    withdrawn = evidence.withdraw(school=data_return.school, by=by, evidence=said, why=f"A decision on {data_return} was taken back.")
    withdraw_applications(data_return, by, rows=[row])
    let_others_speak(data_return, student, by)
    data_return.counts["added"] = max(0, data_return.counts.get("added", 0) - withdrawn)
    return withdrawn


def let_others_speak(of: DataReturn, students: Collection[int | None], by: User | None) -> None:
    """State again what the applied lists of a sender say about these students. What still stands is not stated twice."""
    lists = DataReturn.objects.filter(source=of.source, state=State.APPLIED).order_by("applied_at")
    for other in lists.select_related("school", "cohort", "source__provider"):
        rows = other.rows.filter(student__in=students).select_related("student", "provider")
        state_rows(other, [row for row in rows if is_settled(row)], by, recorded_at=other.applied_at)


def emptied(row: ReturnRow) -> ReturnRow:
    """A row of which nothing is kept but where it stands."""
    return ReturnRow(
        pk=row.pk, data_return_id=row.data_return_id, sheet=row.sheet, part=row.part, row=row.row, pile=Pile.NOT_OURS, why=NOBODY_OF_OURS
    )


def forget_undecided(data_return: DataReturn) -> int:
    """Drop the rows that nobody decided, and those decided not to be ours. One that stated something once stays, empty, because what it
    stated and is withdrawn stays readable. Returns how many were waiting."""
    waiting = data_return.rows.filter(pile=Pile.CHECK, decision=Decision.NONE).count()
    going = data_return.rows.filter(pile=Pile.CHECK).exclude(decision=Decision.STUDENT)
    stated = Exists(Evidence.objects.filter(return_row=OuterRef("pk"))) | Exists(
        ApplicationStatement.objects.filter(return_row=OuterRef("pk"))
    )
    going.exclude(stated).delete()
    ReturnRow.objects.bulk_update([emptied(row) for row in going.filter(stated)], EMPTIED, batch_size=500)
    return waiting
