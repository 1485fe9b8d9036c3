"""A return from its file to evidence: stage, correct columns, apply, decide, undo, discard."""

from collections.abc import Iterable
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.models import Cohort, User
from destinations import returning
from destinations.actions import evidence
from destinations.actions.applications import withdraw_applications
from destinations.actions.return_evidence import is_settled, state_rows
from destinations.actions.return_plans import NotNow, drop_file, held, keep_plan, remove_leftover_files
from destinations.actions.row_decisions import decide, forget_undecided, let_others_speak, reopen
from destinations.meant import known_students, mark_of
from destinations.models import DataReturn, Evidence, ReturnRow, Source
from destinations.rules.layouts import Corrections

__all__ = [
    "NotNow", "StudentsChangedSince", "apply", "correct_columns", "decide", "discard", "remove_leftover_files", "reopen", "stage",
    "undo",
]  # fmt: skip

State, Pile, Decision = DataReturn.State, ReturnRow.Pile, ReturnRow.Decision


class StudentsChangedSince(NotNow):
    """The school's students changed since the list was matched; it has been matched again and wants another look."""


@transaction.atomic
def stage(
    *,
    cohort: Cohort,
    source: Source,
    data: bytes,
    file_name: str,
    by: User | None,
    received_on: date | None = None,
    said_on: date | None = None,
    made: returning.Plan | None = None,
) -> DataReturn:
    """Keep the file and what it seems to say, until somebody applies or discards it. `made` spares reading it again.

    Raises UnreadableFile.
    """
    draft = DataReturn(school=cohort.school, cohort=cohort, source=source, file_name=file_name[-200:], uploaded_by=by)
    sender = returning.sender_of(draft)
    made = made or returning.plan_file(data, file_name, cohort, sender, received_on=received_on, said_on=said_on)
    before = returning.applied_before(cohort, sender, made.digest)
    draft.received_on = before.received_on if before else received_on or made.terms.today
    draft.said_on = before.said_on if before else said_on
    draft.date_given, draft.digest = made.terms.date_given, made.digest
    draft.file.save("return", ContentFile(data), save=False)  # the name of the file on disk says nothing about anybody
    draft.save()
    keep_plan(draft, made)
    audit.record(school=cohort.school, by=by, verb="read a return", subject=draft, rows=len(made.rows), source=source.name)
    return draft


@transaction.atomic
def correct_columns(*, data_return: DataReturn, corrections: Corrections, by: User | None) -> DataReturn:
    """Read a staged return again with these columns ({sheet: {letter: field}}).

    Raises NotNow, or ValueError for a column or field that there is not.
    """
    staged = held(data_return, State.STAGED)
    before = returning.corrections_of(staged)
    for sheet in staged.layout:
        sheet["corrected"] = before.get(sheet["sheet"], {}) | dict(corrections.get(sheet["sheet"], {}))
    keep_plan(staged, returning.plan_of(staged))
    audit.record(school=staged.school, by=by, verb="corrected the columns of a return", subject=staged)
    return staged


def apply(*, data_return: DataReturn, by: User | None, version: int | None = None) -> DataReturn:
    """Write what certain and decided rows say; check rows go on waiting. All or nothing, once.

    `version` is the one the person looked at. Raises NotNow when somebody was faster, StudentsChangedSince when it wants another look.
    """
    match_again_if_students_changed(data_return)
    with transaction.atomic():
        applied = claim(data_return, by, version)
        rows = list(applied.rows.select_related("student", "provider"))
        stated = state_rows(applied, [row for row in rows if is_settled(row)], by)
        forget_rows(rows, seen_before=same_file_before(applied))
        waiting = applied.rows.filter(pile=Pile.CHECK, decision=Decision.NONE).count()
        applied.counts |= {"added": len(stated.added), "already": stated.already, "waiting": waiting}
        drop_file(applied)
        applied.save()
        audit.record(school=applied.school, by=by, verb="applied a return", subject=applied, **applied.counts)
    return applied


def match_again_if_students_changed(data_return: DataReturn) -> None:
    """Matches were proposed against the students of then. When these are others, match again and let a person look."""
    with transaction.atomic():
        staged = held(data_return, *State.values)
        known = known_students(staged.cohort, staged.listed_on)
        if staged.state != State.STAGED or mark_of(known) == staged.counts.get("students"):
            return
        keep_plan(staged, returning.plan_of(staged))
    raise StudentsChangedSince("Students have changed since this list was read, so it has been matched again. Look at it, then apply.")


def claim(data_return: DataReturn, by: User | None, version: int | None) -> DataReturn:
    """Take the return for applying, unless somebody did or it changed since it was looked at."""
    staged = held(data_return, *State.values)
    mine = DataReturn.objects.filter(pk=staged.pk, state=State.STAGED, version=staged.version if version is None else version)
    if not mine.update(state=State.APPLIED, applied_at=timezone.now(), applied_by=by, version=staged.version + 1):
        raise NotNow("This return has been applied or changed by somebody else meanwhile. Look at it again.")
    return held(data_return, State.APPLIED)


def same_file_before(data_return: DataReturn) -> bool:
    """Whether the very same file was applied before and stands: its rows to check wait there already."""
    same = DataReturn.objects.filter(cohort=data_return.cohort, source=data_return.source, digest=data_return.digest)
    return same.filter(state=State.APPLIED).exclude(pk=data_return.pk).exists()


def forget_rows(rows: Iterable[ReturnRow], *, seen_before: bool) -> None:
    """Of rows that are not ours only counts remain; of decided ones only the answer."""

    def is_forgotten(row: ReturnRow) -> bool:
        if row.decision == Decision.STUDENT:
            return False
        waits = row.pile == Pile.CHECK and row.decision == Decision.NONE
        return row.pile in (Pile.NOT_OURS, Pile.NOT_A_STUDENT) or row.decision == Decision.NOT_OURS or (seen_before and waits)

    ReturnRow.objects.filter(pk__in=[row.pk for row in rows if is_forgotten(row)]).delete()
    settled = [row.pk for row in rows if row.decision == Decision.STUDENT or row.pile == Pile.CERTAIN]
    ReturnRow.objects.filter(pk__in=settled).update(seen={}, candidates=[])


@transaction.atomic
def undo(*, data_return: DataReturn, by: User | None) -> int:
    """Withdraw all evidence of an applied return and nothing else. Returns how many statements. Raises NotNow.

    A later list of the same sender that says the same added nothing when it was applied: now its rows speak, from the day it was.
    """
    undone = held(data_return, State.APPLIED)
    theirs = Evidence.objects.standing().filter(return_row__data_return=undone)
    withdrawn = evidence.withdraw(school=undone.school, by=by, evidence=theirs, why=f"The list of {undone} was undone.")
    withdraw_applications(undone, by)
    forget_undecided(undone)
    undone.state, undone.undone_at, undone.version = State.UNDONE, timezone.now(), undone.version + 1
    undone.counts |= {"withdrawn": withdrawn, "waiting": 0}
    undone.save()
    let_others_speak(undone, set(undone.rows.exclude(student=None).values_list("student", flat=True)), by)
    audit.record(school=undone.school, by=by, verb="undid a return", subject=undone, withdrawn=withdrawn)
    return withdrawn


@transaction.atomic
def discard(*, data_return: DataReturn, by: User | None) -> None:
    """Forget a return that was read but not applied, with its file. Raises NotNow."""
    gone = held(data_return, State.STAGED)
    audit.record(school=gone.school, by=by, verb="discarded a return", subject=gone, source=gone.source.name)
    drop_file(gone)
    gone.delete()
