"""A staged return becomes evidence: asked for by a person, carried out at once or by the worker, all or nothing."""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import AuditEvent, School, User
from destinations.actions.layouts import remember_layouts
from destinations.actions.return_evidence import is_settled, prepare_rows, state_prepared_rows, state_rows
from destinations.actions.return_plans import NotNow, drop_file, held
from destinations.actions.return_reading import read_again
from destinations.actions.return_work import NOT_FORESEEN, Claim, GivenAway, claim, log_unforeseen
from destinations.meant import known_students, mark_of
from destinations.models import ApplicationStatement, DataReturn, Provider, ReturnRow

State, Pile, Decision = DataReturn.State, ReturnRow.Pile, ReturnRow.Decision
QUICK = 400  # rows that are written within about a second
STUDENTS_CHANGED = "Students have changed since this list was read, so it has been matched again. Look at it, then apply."
WAITS = Q(pile=Pile.CHECK, decision=Decision.NONE)
NOBODY = Q(pile__in=(Pile.NOT_OURS, Pile.NOT_A_STUDENT)) | Q(decision=Decision.NOT_OURS)


class StudentsChangedSince(NotNow):
    """The school's students changed since the list was matched; it has been matched again and wants another look."""


def apply(*, data_return: DataReturn, by: User | None, version: int | None = None) -> DataReturn:
    """Write what certain and decided rows say; check rows go on waiting. All or nothing, once.

    `version` is the one the person looked at. Raises NotNow when somebody was faster, StudentsChangedSince when it wants another look.
    """
    asked = ask_to_apply(data_return=data_return, by=by, version=version)
    hold = claim(asked.pk, State.APPLYING)
    if hold is None:
        raise NotNow("This list is being applied already.")
    try:
        return write(hold, asked)
    except Exception:
        back_on_stage(hold, "")
        raise


def ask_to_apply(*, data_return: DataReturn, by: User | None, version: int | None = None) -> DataReturn:
    """Take the return for applying, unless somebody did or it or the students changed since it was looked at.

    Raises as `apply`. A list that has been matched again may be left to the worker (its `state` is reading).
    """
    match_again_if_students_changed(data_return, by)
    with transaction.atomic():
        staged = held(data_return, *State.values)
        mine = DataReturn.objects.filter(pk=staged.pk, state=State.STAGED, version=staged.version if version is None else version)
        asked = {"applied_by": by, "version": staged.version + 1, "claimed_at": None, "progress": 0, "doing": "", "problem": ""}
        if not mine.update(state=State.APPLYING, **asked):
            raise NotNow("This list has been applied or changed by somebody else meanwhile. Look at it again.")
        return held(data_return, State.APPLYING)


def match_again_if_students_changed(data_return: DataReturn, by: User | None) -> None:
    """Matches were proposed against the students of then. When these are others, match again and let a person look."""
    now = DataReturn.objects.filter(pk=data_return.pk, state=State.STAGED).select_related("cohort").first()
    if now is None or not students_changed(now):
        return
    read_again(data_return=now, by=by, because=STUDENTS_CHANGED)
    raise StudentsChangedSince(STUDENTS_CHANGED)


def students_changed(data_return: DataReturn) -> bool:
    return mark_of(known_students(data_return.cohort, data_return.listed_on)) != data_return.counts.get("students")


def is_quick_to_apply(data_return: DataReturn) -> bool:
    """Whether it is written within the time somebody waits for a page."""
    return data_return.counts.get(Pile.CERTAIN, 0) + data_return.counts.get(Pile.CHECK, 0) <= QUICK


def carry_on_applying(*, return_id: int) -> bool:
    """Apply a return that waits for the worker, or whose worker has died. False when somebody else has it: twice does no harm."""
    hold = claim(return_id, State.APPLYING)
    if hold is None:
        return False
    asked = DataReturn.objects.select_related("school", "cohort__school", "source__provider", "applied_by").get(pk=return_id)
    try:
        write(hold, asked)
    except GivenAway:
        return False
    except StudentsChangedSince:
        back_on_stage(hold, STUDENTS_CHANGED)
        read_again(data_return=asked, by=asked.applied_by, because=STUDENTS_CHANGED)
    except Exception as problem:
        log_unforeseen(return_id, problem)
        back_on_stage(hold, NOT_FORESEEN.format(return_id))
    return True


def back_on_stage(hold: Claim, problem: str) -> None:
    """As it was before somebody asked to apply it."""
    hold.mine().update(state=State.STAGED, problem=problem, progress=0, doing="", claimed_at=None, applied_by=None)


def write(hold: Claim, asked: DataReturn) -> DataReturn:
    """Work everything out while others go on working, then write it in one short transaction; where somebody wrote meanwhile, work it out
    again inside. Raises GivenAway, and StudentsChangedSince where students changed between asking and doing."""
    by, mark = asked.applied_by, last_event(asked.school)
    hold.sign(10, "Working out what the rows say")
    rows = settled_rows(asked)
    prepared = None if students_changed(asked) else prepare_rows(asked, rows, by)
    hold.sign(70, "Writing what the rows say")
    with transaction.atomic():
        alone_in(asked.school)
        hold.keep()
        applied, now = held(asked, State.APPLYING), timezone.now()
        if prepared and last_event(asked.school) == mark:
            stated = state_prepared_rows(applied, rows, by, prepared)
        elif students_changed(applied):
            raise StudentsChangedSince(STUDENTS_CHANGED)
        else:
            stated = state_rows(applied, settled_rows(applied), by)
        undecided = applied.rows.filter(WAITS).count()
        forget_rows(applied)
        waiting = applied.rows.filter(WAITS).count()
        said = ApplicationStatement.objects.filter(return_row__data_return=applied, withdrawn_at=None).count()
        applied.counts |= {"added": len(stated.added), "already": stated.already, "applications": said, "waiting": waiting}
        applied.counts["left_to_earlier"] = undecided - waiting
        applied.state, applied.applied_at, applied.claimed_at, applied.progress, applied.doing = State.APPLIED, now, None, 100, ""
        drop_file(applied)
        applied.save()
        remember_layouts(data_return=applied, by=by)
        audit.record(school=applied.school, by=by, verb="applied a return", subject=applied, **applied.counts)
    return applied


def last_event(school: School) -> int | None:
    """The last thing anybody did in a school. Every action notes itself: as long as this is the same, nothing has changed."""
    return AuditEvent.objects.filter(school=school).order_by("-id").values_list("id", flat=True).first()


def settled_rows(data_return: DataReturn) -> list[ReturnRow]:
    """The rows whose student is known, with their places. Two queries."""
    rows = data_return.rows.exclude(student=None).defer("seen", "candidates", "problems", "told", "why")
    places = Provider.objects.filter(school=data_return.school_id).in_bulk()
    settled = [row for row in rows if is_settled(row)]
    for row in settled:
        row.provider = places.get(row.provider_id)
    return settled


def same_file_before(data_return: DataReturn) -> bool:
    """Whether the very same file was applied before and stands: its rows to check wait there already."""
    same = DataReturn.objects.filter(cohort=data_return.cohort, source=data_return.source, digest=data_return.digest)
    return same.filter(state=State.APPLIED).exclude(pk=data_return.pk).exists()


def forget_rows(data_return: DataReturn) -> None:
    """Of rows that are not ours only counts remain; of decided ones only the answer."""
    rows: QuerySet[ReturnRow] = data_return.rows.order_by()
    forgotten = NOBODY | WAITS if same_file_before(data_return) else NOBODY
    rows.exclude(decision=Decision.STUDENT).filter(forgotten)._raw_delete(using=rows.db)  # nothing was stated by them
    rows.filter(Q(decision=Decision.STUDENT) | Q(pile=Pile.CERTAIN)).update(seen={}, candidates=[])
    for sheet in data_return.layout:
        sheet.pop("perhaps_status", None)  # values of everybody on the list
