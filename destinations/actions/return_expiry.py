"""Forgetting lists that nobody applied and rows that nobody decided, when their time is over (`retention.py`)."""

from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from destinations import retention
from destinations.actions.return_plans import NotNow, drop_file, held
from destinations.actions.row_decisions import forget_undecided
from destinations.models import DataReturn, ReturnRow

State = DataReturn.State


def sweep() -> int:
    """Forget what is due, one list at a time. Returns how many lists."""
    now, done = timezone.now(), 0
    for due, forget in ((retention.never_applied(now), forget_list), (retention.never_decided(now), forget_rows)):
        for data_return in due.select_related("school"):
            with suppress(NotNow):  # somebody applied or discarded it this very moment
                forget(data_return)
                done += 1
    return done


@transaction.atomic
def forget_list(data_return: DataReturn) -> None:
    """A list that nobody applied goes with its file. What it held stays as numbers in the audit."""
    gone = held(data_return, *retention.NEVER_APPLIED)
    counts = {pile: gone.counts[pile] for pile in ReturnRow.Pile.values if pile in gone.counts}
    audit.record(school=gone.school, by=None, verb="forgot a return nobody applied", subject=gone, source=gone.source.name, **counts)
    drop_file(gone)
    gone.rows.all()._raw_delete(using=gone._state.db)
    gone.delete()


@transaction.atomic
def forget_rows(data_return: DataReturn) -> None:
    """The rows of an applied list that nobody decided go, and the own words of those decided since; counts remain."""
    kept = held(data_return, State.APPLIED)
    forgotten = forget_undecided(kept)
    kept.rows.filter(decision=ReturnRow.Decision.STUDENT).exclude(seen={}).update(seen={}, candidates=[])
    kept.counts |= {"waiting": 0, "expired": forgotten}
    kept.save(update_fields=["counts"])
    audit.record(school=kept.school, by=None, verb="forgot rows nobody decided", subject=kept, rows=forgotten)
