"""Keeping the plan of a return until somebody applies or discards it, and its file no longer than that."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.matching.records import Pile
from destinations import returning
from destinations.models import DataReturn, ReturnRow
from destinations.rules.layouts import SheetLayout
from destinations.rules.plan import PlannedRow

FOLDER = "returns/"


class NotNow(ValidationError):
    """The return is not in the state this needs, or changed under the person's hands."""


def held(data_return: DataReturn, *states: str) -> DataReturn:
    """The return as it is in the database now, locked. Raises NotNow when it is in none of these states."""
    locked = DataReturn.objects.select_for_update(of=("self",)).select_related("school", "cohort__school", "source__provider")
    now = locked.filter(pk=data_return.pk).first()
    if now is None:
        raise NotNow("This return is not there any more: somebody has discarded it.")
    if now.state not in states:
        raise NotNow(f"This return is {now.get_state_display().lower()}, so this cannot be done now.")
    return now


def keep_plan(data_return: DataReturn, made: returning.Plan) -> None:
    """Replace the staged rows by those of a plan. Decisions are asked again: the rows may mean something else now."""
    corrected = returning.corrections_of(data_return)
    data_return.layout = [as_layout(sheet, corrected.get(sheet.sheet, {})) for sheet in made.layouts]
    data_return.counts = dict(Counter(row.pile for row in made.rows)) | {"students": made.students}
    data_return.version += 1
    data_return.save()
    data_return.rows.all().delete()
    ReturnRow.objects.bulk_create((as_row(data_return, row) for row in made.rows), batch_size=500)


def as_layout(layout: SheetLayout, corrected: dict[str, str]) -> dict[str, Any]:
    columns = [
        {
            "letter": letter,
            "heading": heading,
            "field": layout.columns.fields[letter],
            "words": layout.words.get(letter, ""),
            "sure": layout.sure.get(letter, 0),
        }
        for letter, heading in layout.columns.headings.items()
    ]
    return {
        "sheet": layout.sheet,
        "header_row": layout.header_row,
        "columns": columns,
        "corrected": dict(corrected),
        "hidden": layout.hidden,
    }


def as_row(data_return: DataReturn, row: PlannedRow) -> ReturnRow:
    """A planned row as it is staged. Of a row that is not ours nothing is kept but where it stands."""
    staged = ReturnRow(data_return=data_return, sheet=row.sheet[:100], row=row.row, pile=row.pile)
    if row.pile not in (Pile.CERTAIN, Pile.CHECK):
        staged.why = row.why if row.pile == ReturnRow.Pile.NOT_A_STUDENT else "Nobody of ours is like this."
        return staged
    staged.student_id, staged.why = row.student, row.why[:400]
    staged.candidates = [{"student": c.id, "score": c.score, "words": c.words} for c in row.candidates]
    staged.said, staged.outcome, staged.route = row.said, row.outcome or "", row.route or ""
    staged.provider_id, staged.provider_text = (row.place.id, row.place.name) if row.place else (None, "")
    staged.course, staged.level, staged.words, staged.lead = row.course, row.level, row.words, row.lead
    staged.starts_on, staged.ends_on, staged.verified_on = row.starts_on, row.ends_on, row.verified_on
    staged.problems = [{"column": p.column, "value": p.value, "message": p.message} for p in row.problems]
    staged.seen = dict(row.seen or {})
    return staged


def drop_file(data_return: DataReturn) -> None:
    """Let go of the file; it is deleted once the transaction has committed, for until then it may still be needed."""
    storage, name = data_return.file.storage, data_return.file.name or ""
    data_return.file = ""
    transaction.on_commit(lambda: storage.delete(name) if name else None)


def remove_leftover_files(*, older_than: timedelta = timedelta(hours=1)) -> int:
    """Delete uploaded files that no return needs: what a crash between commit and deletion left behind. Returns how many."""
    storage = DataReturn().file.storage
    if not storage.exists(FOLDER):
        return 0
    needed = set(DataReturn.objects.exclude(file="").values_list("file", flat=True))
    present = {f"{FOLDER}{name}" for name in storage.listdir(FOLDER)[1]}
    leftover = [name for name in present - needed if storage.get_modified_time(name) < timezone.now() - older_than]
    for name in leftover:
        storage.delete(name)
    return len(leftover)
