"""A file becomes a staged return: in the request where that is quick, else by the worker in short steps that nobody sees until all is
there."""

from contextlib import suppress
from datetime import date

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.actions.many_rows import together
from careers.imports.apart import UnreadableFile
from careers.imports.vocabularies import RETURN
from careers.models import Cohort, User
from destinations import returning
from destinations.actions.return_decisions import forget_aside, rows_again, set_decided_aside
from destinations.actions.return_plans import NotNow, drop_file, held, note_plan
from destinations.actions.return_work import NOT_FORESEEN, Claim, GivenAway, claim, log_unforeseen
from destinations.actions.writing import add_all
from destinations.models import DataReturn, Source
from destinations.rules.layouts import Corrections

State = DataReturn.State
TOGETHER = 1000  # rows written at once: a fraction of a second, for which others wait
# What is read within about a second, in bytes: zipped workbooks hold some ten times as many rows as text of their size.
QUICK, QUICK_ZIPPED = 60_000, 30_000


def is_quick(data_return: DataReturn) -> bool:
    """Whether a file is read within the time somebody waits for a page."""
    with data_return.file.open("rb") as kept:
        return kept.size <= (QUICK_ZIPPED if kept.read(2) == b"PK" else QUICK)


@transaction.atomic
def receive(
    *,
    cohort: Cohort,
    source: Source,
    data: bytes,
    file_name: str,
    by: User | None,
    received_on: date | None = None,
    said_on: date | None = None,
) -> DataReturn:
    """Keep a file, to be read by `read`."""
    alone_in(cohort.school)
    draft = DataReturn(school=cohort.school, cohort=cohort, source=source, file_name=file_name[-200:], uploaded_by=by, state=State.READING)
    draft.digest = returning.digest_of(data)
    before = returning.applied_before(cohort, returning.sender_of(draft), draft.digest)
    draft.date_given = before.date_given if before else (received_on or said_on) is not None
    draft.received_on = before.received_on if before else received_on or timezone.localdate()
    draft.said_on = before.said_on if before else said_on
    draft.file.save("return", ContentFile(data), save=False)  # the name of the file on disk says nothing about anybody
    draft.save()
    audit.record(school=cohort.school, by=by, verb="received a return", subject=draft, source=source.name)
    return draft


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

    Raises UnreadableFile; then nothing is kept.
    """
    draft = receive(cohort=cohort, source=source, data=data, file_name=file_name, by=by, received_on=received_on, said_on=said_on)
    return read_here(draft, by, made)


def read_here(draft: DataReturn, by: User | None, made: returning.Plan | None = None) -> DataReturn:
    """Read a received return while somebody waits. Raises UnreadableFile; then nothing is kept."""
    hold = claim(draft.pk, State.READING)
    if hold is None:
        raise NotNow("This list is being read already.")
    try:
        return put_on_stage(hold, draft, made or returning.plan_of(draft, hold.tell))
    except Exception:
        with transaction.atomic():
            forget(draft, by)
        raise


def read(*, return_id: int) -> bool:
    """Read a return that waits for the worker, or whose worker has died. False when somebody else has it: twice does no harm."""
    hold = claim(return_id, State.READING)
    if hold is None:
        return False
    draft = DataReturn.objects.select_related("school", "cohort__school", "source__provider", "uploaded_by").get(pk=return_id)
    try:
        put_on_stage(hold, draft, returning.plan_of(draft, hold.tell))
    except UnreadableFile as refused:
        refuse(hold, draft, refused.sentence)
    except GivenAway:
        return False
    except Exception as problem:
        log_unforeseen(return_id, problem)
        refuse(hold, draft, NOT_FORESEEN.format(return_id), keep_file=True)
    return True


def put_on_stage(hold: Claim, draft: DataReturn, made: returning.Plan) -> DataReturn:
    """Write the rows of a plan in short steps, then show them all at once. What was decided about them stands where it can.

    Raises GivenAway.
    """
    decided = set_decided_aside(draft)
    written = 0
    for some in together(made.rows, TOGETHER):
        hold.sign(75 + 20 * written // len(made.rows), f"Writing row {written:,} of {len(made.rows):,}")
        with transaction.atomic():
            hold.keep()
            add_all(rows_again(draft, some, decided))
        written += len(some)
    with transaction.atomic():
        alone_in(draft.school)
        note_plan(draft, made)
        draft.counts |= {"asked_again": forget_aside(draft)} if decided else {}
        shown = {"layout": draft.layout, "counts": draft.counts, "version": draft.version, "problem": draft.problem}
        if not hold.mine().update(state=State.STAGED, progress=100, doing="", claimed_at=None, **shown):
            raise GivenAway
        verb, by = "read a return", draft.uploaded_by
        audit.record(school=draft.school, by=by, verb=verb, subject=draft, rows=len(made.rows), source=draft.source.name)
    draft.refresh_from_db()
    return draft


@transaction.atomic
def refuse(hold: Claim, draft: DataReturn, sentence: str, *, keep_file: bool = False) -> None:
    """Say why a file cannot be read. One that never can be goes at once."""
    alone_in(draft.school)
    if not hold.mine().update(state=State.REFUSED, problem=sentence[:400], progress=0, doing="", claimed_at=None):
        return
    draft.rows.all()._raw_delete(using=draft._state.db)
    audit.record(school=draft.school, by=draft.uploaded_by, verb="could not read a return", subject=draft)
    if not keep_file:
        drop_file(draft)
        DataReturn.objects.filter(pk=draft.pk).update(file="")


@transaction.atomic
def correct_columns(*, data_return: DataReturn, corrections: Corrections, by: User | None) -> DataReturn:
    """Read a staged return again with these columns ({table: {letter: field}}, a table by its sheet's name or "Sheet, table 2").

    A long one is left to the worker (`state` is reading). Raises NotNow, or ValueError for a column or field that there is not.
    """
    staged = held(data_return, State.STAGED)
    refuse_corrections(staged, corrections)
    before = returning.corrections_of(staged)
    for sheet in staged.layout:
        title = sheet.get("title", sheet["sheet"])
        sheet["corrected"] = before.get(title, {}) | dict(corrections.get(title, {}))
    staged.save(update_fields=["layout"])
    audit.record(school=staged.school, by=by, verb="corrected the columns of a return", subject=staged)
    return read_again(data_return=staged, by=by)


def refuse_corrections(staged: DataReturn, corrections: Corrections) -> None:
    there = {sheet.get("title", sheet["sheet"]): {column["letter"] for column in sheet["columns"]} for sheet in staged.layout}
    for title, columns in corrections.items():
        for letter, name in columns.items():
            if letter not in there.get(title, ()) or name not in RETURN:
                raise ValueError(f"There is no column {letter}, or nothing called {name}.")


@transaction.atomic
def read_again(*, data_return: DataReturn, by: User | None, because: str = "") -> DataReturn:
    """Make the plan of a staged return again from its file, because of what somebody has corrected or what has changed (`because`, said
    on its page). A long one is left to the worker (`state` is reading). A decision stands unless whom its row may be about has changed.

    A list that could not be read is tried once more. Raises NotNow.
    """
    staged = held(data_return, State.STAGED, State.REFUSED)
    if not staged.file:
        raise NotNow("The file is gone. Read it again from where you have it.")
    staged.state, staged.problem, staged.claimed_at, staged.progress, staged.doing = State.READING, because, None, 0, ""
    staged.version += 1
    staged.save()
    return read_here_again(staged) if is_quick(staged) else staged


def read_here_again(draft: DataReturn) -> DataReturn:
    hold = claim(draft.pk, State.READING)
    assert hold  # noqa: S101 - we hold the row's lock
    because = draft.problem
    made = returning.plan_of(draft, hold.tell)
    draft.problem = because
    return put_on_stage(hold, draft, made)


def forget(draft: DataReturn, by: User | None) -> None:
    with suppress(DataReturn.DoesNotExist):
        draft.refresh_from_db()
        audit.record(school=draft.school, by=by, verb="discarded a return", subject=draft, source=draft.source.name)
        drop_file(draft)
        draft.delete()
