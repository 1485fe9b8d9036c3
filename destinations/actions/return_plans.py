"""Keeping the plan of a return until somebody applies or discards it, and its file no longer than that."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions.locking import alone_in
from careers.matching.records import Pile
from destinations import returning
from destinations.models import DataReturn, ReturnRow
from destinations.remembering import columns_in
from destinations.rules.layouts import SheetLayout
from destinations.rules.perhaps_status import perhaps_status
from destinations.rules.plan import PlannedRow
from destinations.rules.said_once import of_the_row, said_once
from destinations.rules.same_layout import Recognised, headed_alike, title_of

FOLDER = "returns/"
NOBODY_OF_OURS = "Nobody of ours is like this."


class NotNow(ValidationError):
    """The return is not in the state this needs, or changed under the person's hands."""


def held(data_return: DataReturn, *states: str) -> DataReturn:
    """The return as it is in the database now, locked. Raises NotNow when it is in none of these states."""
    alone_in(data_return.school)
    locked = DataReturn.objects.select_for_update(of=("self",)).select_related("school", "cohort__school", "source__provider")
    now = locked.filter(pk=data_return.pk).first()
    if now is None:
        raise NotNow("This list is not there any more: somebody has discarded it.")
    if now.state not in states:
        raise NotNow(f"This list is {now.get_state_display().lower()}, so this cannot be done now.")
    return now


def note_plan(data_return: DataReturn, made: returning.Plan) -> None:
    """What is kept of a plan beside its rows."""
    corrected = returning.corrections_of(data_return)
    data_return.layout = [as_layout(sheet, made, corrected) for sheet in made.layouts]
    data_return.counts = dict(Counter(row.pile for row in made.rows)) | {"students": made.students, "tables": len(data_return.layout)}
    data_return.counts["not_used"] = len(not_used(made))
    data_return.version += 1


def not_used(made: returning.Plan) -> list[PlannedRow]:
    """The rows of ours with a value that could not be used. A place taken for one of nearly the same name is used; a problem of the whole
    column is said once of its table."""
    places = {(layout.sheet, layout.part): layout.columns.called("provider") for layout in made.layouts}
    once = {at: problems_of(made, *at) for at in places}

    def own(row: PlannedRow) -> bool:
        at, told = (row.sheet, row.part), [{"column": p.column, "value": p.value, "message": p.message} for p in row.problems]
        return any(problem["column"] != places[at] for problem in of_the_row(told, once[at]))

    return [row for row in made.rows if row.problems and row.pile in (Pile.CERTAIN, Pile.CHECK) and own(row)]


def problems_of(made: returning.Plan, sheet: str, part: int) -> list[dict[str, Any]]:
    """The problems that nearly every row of a table has."""
    return said_once([row for row in made.rows if (row.sheet, row.part) == (sheet, part)])


def as_layout(layout: SheetLayout, made: returning.Plan, corrected: dict[str, dict[str, str]]) -> dict[str, Any]:
    title = title_of(layout.sheet, layout.part)
    columns = [
        {
            "letter": letter,
            "heading": heading,
            "field": layout.columns.fields[letter],
            "guessed": layout.guessed.get(letter, ""),
            "words": layout.words.get(letter, ""),
            "sure": layout.sure.get(letter, 0),
            **({"key": dict(layout.keys[letter])} if letter in layout.keys else {}),
            "counts": layout.counts.get(letter, ""),
        }
        for letter, heading in layout.columns.headings.items()
    ]
    return {
        "sheet": layout.sheet,
        "part": layout.part,
        "title": title,
        "header_row": layout.header_row,
        "columns": columns,
        "corrected": corrected.get(title, {}),
        "hidden": layout.hidden,
        "like": as_earlier(made.recognised.get(title), known_sender=made.has_memory and layout.header_row is not None),
        "twice": headed_alike(columns_in(layout)),
        "problems": problems_of(made, layout.sheet, layout.part),
        "perhaps_status": perhaps_status(layout, corrected.get(title, {})),
    }


def as_earlier(recognised: Recognised | None, *, known_sender: bool) -> dict[str, Any] | None:
    """How a table is like the sender's earlier lists: an empty "sheet" where it is like none of them, None where none is remembered."""
    if recognised is None:
        return {"sheet": "", "used_on": "", "changes": []} if known_sender else None
    earlier = recognised.layout
    return {"sheet": earlier.sheet, "used_on": earlier.used_on.isoformat(), "changes": list(recognised.changes)}


def as_row(data_return: DataReturn, row: PlannedRow) -> ReturnRow:
    """A planned row as it is staged. Of a row that is not ours nothing is kept but where it stands."""
    staged = ReturnRow(data_return=data_return, sheet=row.sheet[:100], part=row.part, row=row.row, pile=row.pile)
    if row.pile not in (Pile.CERTAIN, Pile.CHECK):
        staged.why = row.why if row.pile == ReturnRow.Pile.NOT_A_STUDENT else NOBODY_OF_OURS
        return staged
    staged.student_id, staged.why = row.student, row.why[:400]
    staged.candidates = [{"student": c.id, "score": c.score, "words": c.words} for c in row.candidates]
    fill(staged, row)
    return staged


def fill(staged: ReturnRow, row: PlannedRow) -> None:
    """What a row says, and its own words."""
    staged.said, staged.outcome, staged.route = row.said, row.outcome or "", row.route or ""
    staged.provider_id, staged.provider_text = (row.place.id, row.place.name[:200]) if row.place else (None, "")
    staged.course, staged.level, staged.words, staged.lead = row.course, row.level, row.words, row.lead
    staged.starts_on, staged.ends_on, staged.verified_on = row.starts_on, row.ends_on, row.verified_on
    staged.application, staged.told = dict(row.application or {}), dict(row.told)
    staged.problems = [{"column": p.column, "value": p.value, "message": p.message} for p in row.problems]
    staged.seen = dict(row.seen or {})


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
