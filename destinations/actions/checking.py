"""Two people checking one list: each is given other rows, and neither overwrites what the other has decided.

Looking at a row is no event of the audit trail; deciding one is, and is recorded where it is written.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from careers.models import Student, User
from destinations import checking
from destinations.actions.return_plans import NotNow, held
from destinations.actions.row_decisions import answer, reopen
from destinations.models import DataReturn, ReturnRow

MEANWHILE = "Somebody decided this row while you were looking at it, so yours was not saved. What stands now is below."


class DecidedMeanwhile(NotNow):
    """Since the person looked at the row, somebody has decided it or has taken a decision back."""


@transaction.atomic
def take_next(*, data_return: DataReturn, by: User, after: int = 0, at: datetime | None = None) -> ReturnRow | None:
    """The next row to check, kept for this person for a short while: those after row `after` (an id) first, then from the top.

    None when nothing waits that nobody else is looking at.
    """
    at = at or timezone.now()
    free = checking.free_for(checking.waiting_in(data_return), by, at)
    for rows in (free.filter(pk__gt=after), free.filter(pk__lte=after)):
        while (row := rows.first()) is not None:
            if take(row=row, by=by, at=at):
                return row
    return None


@transaction.atomic
def take(*, row: ReturnRow, by: User, at: datetime | None = None) -> bool:
    """Keep a row for this person for a short while, and let go of the one looked at before. False when somebody else has it."""
    at = at or timezone.now()
    undecided = ReturnRow.objects.filter(pk=row.pk, decision="")
    if not checking.free_for(undecided, by, at).update(looked_at_by=by, looked_at=at):
        return False
    before = ReturnRow.objects.filter(data_return=row.data_return_id, looked_at_by=by).exclude(pk=row.pk)
    before.update(looked_at_by=None, looked_at=None)
    return True


def decide_as_seen(*, row: ReturnRow, student: Student | None, by: User, as_seen: str) -> ReturnRow:
    """Decide a row, if nothing was decided about it since `as_seen` (its token then).

    Raises DecidedMeanwhile, and what `returns.decide` raises.
    """
    pulled_back = [row] if student and row.pile == ReturnRow.Pile.NOT_OURS else []
    in_file = checking.words_in_file(row.data_return, pulled_back)  # before the database is held: reading a file takes its time
    with transaction.atomic():
        return answer(unchanged(row, as_seen), student, by, in_file.get(row.pk))


@transaction.atomic
def reopen_as_seen(*, row: ReturnRow, by: User, as_seen: str) -> ReturnRow:
    """Take a decision back, if it is still the one seen. Raises DecidedMeanwhile, and what `returns.reopen` raises."""
    return reopen(row=unchanged(row, as_seen), by=by)


def unchanged(row: ReturnRow, as_seen: str) -> ReturnRow:
    """The row as it is now. Raises DecidedMeanwhile when that is not what the person saw."""
    held(row.data_return, *DataReturn.State.values)
    now = ReturnRow.objects.filter(pk=row.pk).select_related("data_return").first()
    if now is None or checking.token_of(now) != as_seen:
        raise DecidedMeanwhile(MEANWHILE)
    return now
