"""A return from its file to evidence: receive, read, correct columns, apply, decide, reopen, undo, discard."""

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.models import User
from destinations.actions import evidence
from destinations.actions.applications import withdraw_applications
from destinations.actions.return_applying import StudentsChangedSince, apply, ask_to_apply, carry_on_applying, is_quick_to_apply
from destinations.actions.return_plans import NotNow, drop_file, held, remove_leftover_files
from destinations.actions.return_reading import correct_columns, is_quick, read, read_again, read_here, receive, stage
from destinations.actions.row_decisions import decide, forget_undecided, let_others_speak, reopen
from destinations.models import DataReturn, Evidence

__all__ = [
    "NotNow", "StudentsChangedSince", "apply", "ask_to_apply", "carry_on_applying", "correct_columns", "decide", "discard", "is_quick",
    "is_quick_to_apply", "read", "read_again", "read_here", "receive", "remove_leftover_files", "reopen", "stage", "undo",
]  # fmt: skip

State = DataReturn.State


@transaction.atomic
def undo(*, data_return: DataReturn, by: User | None) -> int:
    """Withdraw all evidence of an applied return and nothing else. Returns how many statements. Raises NotNow.

    A later list of the same sender that says the same added nothing when it was applied: now its rows speak, from the day it was.
    """
    undone = held(data_return, State.APPLIED)
    theirs = Evidence.objects.standing().filter(return_row__data_return=undone)
    withdrawn = evidence.withdraw(school=undone.school, by=by, evidence=theirs, why=f"The list of {undone} was undone.")
    applications = withdraw_applications(undone, by)
    forget_undecided(undone)
    undone.state, undone.undone_at, undone.version = State.UNDONE, timezone.now(), undone.version + 1
    undone.counts |= {"withdrawn": withdrawn, "applications_withdrawn": applications, "waiting": 0}
    undone.save()
    undone.rows.update(seen={}, candidates=[], problems=[])
    let_others_speak(undone, set(undone.rows.exclude(student=None).values_list("student", flat=True)), by)
    audit.record(school=undone.school, by=by, verb="undid a return", subject=undone, withdrawn=withdrawn)
    return withdrawn


@transaction.atomic
def discard(*, data_return: DataReturn, by: User | None) -> None:
    """Forget a return that was not applied, with its file. Raises NotNow."""
    gone = held(data_return, State.STAGED, State.REFUSED, State.READING)
    audit.record(school=gone.school, by=by, verb="discarded a return", subject=gone, source=gone.source.name)
    drop_file(gone)
    gone.delete()
