"""Decisions about the rows of a list that is read again: one stands for as long as whom its row may be about is what it was."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from destinations.actions.return_plans import as_row, fill
from destinations.meant import students_meant
from destinations.models import DataReturn, ReturnRow
from destinations.rules.plan import PlannedRow

ASIDE = 10_000  # added to the part of a decided row while its list is read again: far more than any sheet has
Where = tuple[str, int, int]


@transaction.atomic
def set_decided_aside(draft: DataReturn) -> dict[Where, ReturnRow]:
    """Drop the rows of an earlier reading; those that somebody decided step aside and are returned. After a worker died, the same again."""
    there = draft.rows.filter(part__lt=ASIDE)
    if not aside(draft).exists():
        there.exclude(decision="").update(part=F("part") + ASIDE)
    there.all()._raw_delete(using=draft._state.db)
    return {(row.sheet, row.part - ASIDE, row.row): row for row in aside(draft)}


def aside(draft: DataReturn) -> QuerySet[ReturnRow]:
    return draft.rows.filter(part__gte=ASIDE)


def rows_again(draft: DataReturn, planned: Sequence[PlannedRow], decided: Mapping[Where, ReturnRow]) -> list[ReturnRow]:
    """Planned rows as they are staged, each with what was decided about it where that stands."""
    chosen = [row.student_id for row in decided.values() if row.student_id]
    meant = set(students_meant(draft.cohort, draft.listed_on).filter(pk__in=chosen).values_list("pk", flat=True)) if chosen else set()
    rows = []
    for plan in planned:
        row, before = as_row(draft, plan), decided.get((plan.sheet[:100], plan.part, plan.row))
        if before and stands(before, row, plan) and (before.student_id is None or before.student_id in meant):
            if row.pile == ReturnRow.Pile.NOT_OURS:
                fill(row, plan)
            row.student_id, row.decision = before.student_id, before.decision
            row.decided_by_id, row.decided_at = before.decided_by_id, before.decided_at
        rows.append(row)
    return rows


def stands(before: ReturnRow, row: ReturnRow, plan: PlannedRow) -> bool:
    """Whether a decision answers what would be asked now: the same words about the same students, for the same reasons."""
    return before.seen == dict(plan.seen or {}) and proposed(before) == proposed(row)


def proposed(row: ReturnRow) -> dict[Any, Any]:
    return {candidate["student"]: candidate["words"] for candidate in row.candidates}


def forget_aside(draft: DataReturn) -> int:
    """Once the list is there again. Returns how many rows must be decided again."""
    decided = aside(draft).count()
    aside(draft)._raw_delete(using=draft._state.db)
    return decided - draft.rows.exclude(decision="").count()
