"""Lists that providers and the authority send: what they say, correct, apply, undo."""

from contextlib import suppress
from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from kombu.exceptions import OperationalError

from careers.guards import StaffRequest, needs
from careers.imports.apart import UnreadableFile
from careers.models import Membership, Student
from careers.rules.permissions import May
from destinations import received, retention
from destinations.actions import returns as actions
from destinations.actions.return_evidence import STATED
from destinations.actions.return_work import AT_WORK
from destinations.checking import progress_of
from destinations.forms.returns import ColumnsForm, Examples, examples_of
from destinations.models import DataReturn, ReturnRow
from destinations.not_used import values_not_used
from destinations.returning import applied_before, layouts_as_staged, rows_at, sender_of
from destinations.rules.checkpoints import Checkpoint, latest_open
from destinations.rules.plan import PlannedRow
from destinations.tasks import WORK

Pile, State = ReturnRow.Pile, DataReturn.State
PILES = (Pile.CHECK, Pile.CERTAIN, Pile.NOT_OURS, Pile.NOT_A_STUDENT)
A_PAGE = 100
LISTS = "Lists received"


def return_seen(request: StaffRequest, pk: int) -> DataReturn:
    """The return, if it is of the viewer's school; otherwise a page that does not exist."""
    visible = DataReturn.objects.visible_to(request.viewer).select_related("school", "cohort__school", "source__provider")
    return get_object_or_404(visible, pk=pk)


@needs(May.WORK_RETURNS)
@require_safe
def all_returns(request: StaffRequest) -> HttpResponse:
    visible = received.with_what_they_wait_for(DataReturn.objects.visible_to(request.viewer).select_related("cohort", "source"))
    state = request.GET.get("state", "")
    state = state if state in received.TABS else ""
    tabs = list(received.tabs_of(visible, state))
    chosen = received.with_how_many_are_certain(received.in_tab(visible, state))
    page = Paginator(chosen, A_PAGE).get_page(request.GET.get("page"))
    to_check, ready = (next(tab.count for tab in tabs if tab.key == key) for key in ("check", "ready"))
    shown = {"heading": LISTS, "page_obj": page, "state": state, "tabs": tabs, "to_check": to_check, "ready": ready}
    return render(request, "returns/list.html", shown)


def go_on(request: StaffRequest, pk: int) -> HttpResponse:
    """To the page of a return, with word to the worker where it waits for one; where nobody hears it, the clock does later."""
    waiting = DataReturn.objects.visible_to(request.viewer).filter(pk=pk, state__in=AT_WORK, claimed_at=None).first()
    if waiting:
        try:
            WORK[State(waiting.state)].apply_async((pk,), retry=False)
        except OperationalError:
            messages.info(request, "The list is waiting to start: nothing answers that could begin now. It starts by itself.")
    return redirect("returns:detail", pk)


def at_work(request: StaffRequest, data_return: DataReturn) -> HttpResponse:
    """How far the worker has come with a list, or why it could not be read."""
    kept = {"kept_until": retention.kept_until(data_return)} if data_return.state == State.REFUSED else {}
    shown = {"heading": str(data_return.source), "crumbs": crumbs(), "return": data_return, "at_work": data_return.state in AT_WORK}
    return render(request, "returns/reading.html", shown | kept)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(LISTS, reverse("returns:list")), *more]


@needs(May.WORK_RETURNS)
@require_safe
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """The four piles of a return, and what each row says."""
    data_return = return_seen(request, pk)
    if data_return.state in (*AT_WORK, State.REFUSED):
        return at_work(request, data_return)
    rows = data_return.rows.select_related("student__cohort", "provider", "decided_by")
    tabs = pile_tabs(data_return, rows, request.GET.get("pile", ""))
    pile = next((tab["key"] for tab in tabs if tab["current"]), Pile.CERTAIN)
    piled = {Pile.CHECK: waiting_in(rows), Pile.CERTAIN: settled_in(rows)}.get(pile, rows.filter(pile=pile))
    page = Paginator(piled, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "returns/detail.html",
        {
            "heading": str(data_return.source),
            "crumbs": crumbs(),
            "return": data_return,
            "tabs": tabs,
            "pile": pile,
            "page_obj": page,
            "waiting": waiting_in(rows).count(),
            "decided": rows.exclude(decision="").count(),
            "perhaps_of": perhaps_of(request.viewer, data_return, list(page)) if pile == Pile.CHECK else {},
            "passed_over": passed_over(data_return, list(page)) if pile == Pile.NOT_OURS else [],
            "to_write": settled_in(rows).exclude(decision="not_ours").count(),
            "of_these": of_these(rows) if data_return.state == State.STAGED else None,
            "before": before(data_return),
            "new_places": new_places(data_return),
            "other_cohorts": other_cohorts(data_return),
            "left_out": [sheet for sheet in data_return.layout if sheet["header_row"] is None],
            "kept_until": retention.kept_until(data_return),
            "problems": data_return.counts.get("not_used", 0),
            "alike": values_not_used(data_return),
            "progress": progress_of(data_return),
            "board": f"{reverse('students:board')}?leaving={data_return.cohort.leaving}&checkpoint={asked_now(data_return)}",
        },
    )


def waiting_in(rows: QuerySet[ReturnRow]) -> QuerySet[ReturnRow]:
    """Rows that want a decision."""
    return rows.filter(pile=Pile.CHECK, decision="")


def settled_in(rows: QuerySet[ReturnRow]) -> QuerySet[ReturnRow]:
    """Rows whose student is known, and those that somebody has decided, either way."""
    return rows.filter(received.CERTAIN)


def of_these(rows: QuerySet[ReturnRow]) -> tuple[int, int]:
    """(statements, applications) among the rows that are ready to apply. A student listed twice with the same word says it once."""
    ready = settled_in(rows).exclude(decision="not_ours").order_by()
    statements = ready.filter(said__in=STATED).values("student", "said", "outcome", "provider", "provider_text").distinct()
    told = ready.filter(application__state__isnull=False)
    applications = told.values("student", "provider", "provider_text", "application", "course", "level").distinct()
    return statements.count(), applications.count()


def perhaps_of(viewer: Membership, data_return: DataReturn, page: list[ReturnRow]) -> dict[int, str]:
    """By row that wants a decision, whose students it may be about, where any of them is of another cohort: "leavers 2025 or 2024".
    One query."""
    proposed = {row.pk: [named["student"] for named in row.candidates] for row in page if row.student_id is None}
    students = Student.objects.visible_to(viewer).filter(pk__in={pk for pks in proposed.values() for pk in pks})
    leaving = dict(students.values_list("pk", "cohort__leaving"))
    found = {row: sorted({leaving[pk] for pk in pks if pk in leaving}, reverse=True) for row, pks in proposed.items()}
    return {row: f"leavers {' or '.join(map(str, years))}" for row, years in found.items() if set(years) - {data_return.cohort.leaving}}


def before(data_return: DataReturn) -> datetime | None:
    """When the very same file was applied before, while this one waits."""
    if data_return.state != State.STAGED:
        return None
    same = applied_before(data_return.cohort, sender_of(data_return), data_return.digest)
    return same.applied_at if same else None


def passed_over(data_return: DataReturn, page: list[ReturnRow]) -> list[tuple[ReturnRow, PlannedRow]]:
    """These rows that are not ours, read again from the file while it is there: they are shown and never stored."""
    if data_return.state != State.STAGED or not data_return.file:
        return []
    ours = {(row.sheet, row.part, row.row): row for row in page}
    return [(ours[found.sheet[:100], found.part, found.row], found) for found in rows_at(data_return, page)]


def new_places(data_return: DataReturn) -> list[str]:
    """Places that applying would add to the register."""
    named = data_return.rows.filter(provider=None).exclude(provider_text="")
    return list(named.order_by("provider_text").values_list("provider_text", flat=True).distinct())


def other_cohorts(data_return: DataReturn) -> list[tuple[int, int]]:
    """(leaving, rows) for each cohort beside the chosen one that rows are about, latest first."""
    theirs = data_return.rows.exclude(student=None).exclude(student__cohort=data_return.cohort_id).order_by()
    return list(theirs.values_list("student__cohort__leaving").annotate(rows=Count("pk")).order_by("-student__cohort__leaving"))


def asked_now(data_return: DataReturn) -> Checkpoint:
    return latest_open(data_return.cohort.leaving, data_return.cohort.results_day, data_return.received_on)


def pile_tabs(data_return: DataReturn, rows, asked: str) -> list[dict]:
    """The piles with their counts. The first that has any row is open unless another is asked for."""
    counts = {pile: data_return.counts.get(pile.value, 0) for pile in PILES}
    counts[Pile.CHECK], counts[Pile.CERTAIN] = waiting_in(rows).count(), settled_in(rows).count()
    usual = next((pile for pile in PILES if counts[pile]), Pile.CERTAIN)
    chosen = asked if asked in Pile.values else usual
    return [
        {"key": pile, "words": pile.label, "count": counts[pile], "url": f"?pile={pile.value}", "current": pile == chosen} for pile in PILES
    ]


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    if data_return.state != State.STAGED:
        messages.info(request, "The columns cannot be changed any more: the file is gone. Undo the list and read the file again.")
        return redirect("returns:detail", pk)
    examples: Examples = {}
    if request.method != "POST":
        with suppress(UnreadableFile, OSError):  # without the file there are none
            examples = examples_of(layouts_as_staged(data_return))
    form = ColumnsForm(request.POST or None, data_return=data_return, examples=examples)
    if request.method == "POST" and form.is_valid():
        return carry_out(request, pk, "The list is read again with your columns.", correct, data_return, form)
    return render(
        request,
        "returns/columns.html",
        {
            "heading": "What the columns hold",
            "form": form,
            "return": data_return,
            "twice": [words for sheet in data_return.layout for words in sheet.get("twice", ())],
            "crumbs": [*crumbs((str(data_return.source), reverse("returns:detail", args=[pk])))],
        },
    )


def correct(*, data_return: DataReturn, form: ColumnsForm, by) -> None:
    if corrections := form.corrections():
        actions.correct_columns(data_return=data_return, corrections=corrections, by=by)


def carry_out(request: StaffRequest, pk: int, done: str, action, data_return: DataReturn, form: ColumnsForm | None = None) -> HttpResponse:
    """Do it and say so; what cannot be done now is said in the action's own words."""
    try:
        action(data_return=data_return, by=request.user, **({"form": form} if form else {}))
    except actions.NotNow as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)
    return go_on(request, pk)


@needs(May.WORK_RETURNS)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    version = request.POST.get("version", "")
    do = actions.apply if actions.is_quick_to_apply(data_return) else actions.ask_to_apply
    try:
        done = do(data_return=data_return, by=request.user, version=int(version) if version.isdecimal() and len(version) < 19 else -1)
    except actions.NotNow as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        if done.state == State.APPLIED:
            messages.success(request, told(done))
    return go_on(request, pk)


def told(applied: DataReturn) -> str:
    """What applying did, in one sentence."""
    added, already, waiting = (applied.counts.get(key, 0) for key in ("added", "already", "waiting"))
    applications = applied.counts.get("applications", 0)
    what = f"{added} statement{'s' if added != 1 else ''}"
    what += f" and {applications} application{'s' if applications != 1 else ''}" if applications else ""
    parts = [f"{what} added" if added or applications or not already else "Nothing added"]
    if already:
        parts.append(f"{already} we had already")
    if waiting:
        parts.append(f"{waiting} row{'s' if waiting != 1 else ''} still to check")
    return ", ".join(parts) + "."


@needs(May.WORK_RETURNS)
@require_POST
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    done = "The list is undone: everything it said is withdrawn, and nothing else changed."
    return carry_out(request, pk, done, actions.undo, return_seen(request, pk))


@needs(May.WORK_RETURNS)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    try:
        actions.discard(data_return=return_seen(request, pk), by=request.user)
    except actions.NotNow as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("returns:detail", pk)
    messages.success(request, "The list and its file are gone. Nothing was written.")
    return redirect("returns:list")
