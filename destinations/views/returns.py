"""Lists that providers and the authority send: read, correct, apply, undo."""

from datetime import datetime

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.guards import StaffRequest, needs
from careers.imports.reading import UnreadableFile
from careers.models import School
from careers.navigation import chosen_cohort
from careers.rules.permissions import May
from destinations.actions import returns as actions
from destinations.actions.providers import source_of_authority, source_of_provider
from destinations.forms.returns import AUTHORITY, ColumnsForm, ReturnForm
from destinations.models import DataReturn, Provider, ReturnRow, Source
from destinations.returning import applied_before, plan_of, sender_of
from destinations.rules.checkpoints import Checkpoint, latest_open
from destinations.rules.plan import PlannedRow

Pile = ReturnRow.Pile
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
    visible = DataReturn.objects.visible_to(request.viewer).select_related("cohort", "source", "uploaded_by")
    state = request.GET.get("state", "")
    if state in DataReturn.State.values:
        visible = visible.filter(state=state)
    page = Paginator(visible, A_PAGE).get_page(request.GET.get("page"))
    tabs = [{"words": words, "key": key} for key, words in (("", "All"), *DataReturn.State.choices)]
    return render(request, "returns/list.html", {"heading": LISTS, "page_obj": page, "state": state, "tabs": tabs})


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def read_return(request: StaffRequest) -> HttpResponse:
    school, cohort = request.viewer.school, chosen_cohort(request)
    form = ReturnForm(request.POST or None, request.FILES or None, school=school, cohort=cohort)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("returns:detail", stage(request, form).pk)
        except UnreadableFile as problem:
            form.add_error("file", str(problem))
    return render(request, "returns/new.html", {"heading": "Read a list", "form": form, "cohort": cohort, "crumbs": crumbs()})


def stage(request: StaffRequest, form: ReturnForm) -> DataReturn:
    given = form.cleaned_data
    return actions.stage(
        cohort=given["cohort"],
        source=source_named(request.viewer.school, given["sender"]),
        data=given["file"].read(),
        file_name=given["file"].name,
        by=request.user,
        received_on=given["received_on"],
        said_on=given["said_on"],
    )


def source_named(school: School, sender: str) -> Source:
    return source_of_authority(school) if sender == AUTHORITY else source_of_provider(Provider.objects.get(school=school, pk=sender))


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(LISTS, reverse("returns:list")), *more]


@needs(May.WORK_RETURNS)
@require_safe
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """The four piles of a return, and what each row says."""
    data_return = return_seen(request, pk)
    rows = data_return.rows.select_related("student", "provider", "decided_by")
    tabs = pile_tabs(data_return, rows, request.GET.get("pile", ""))
    pile = next((tab["key"] for tab in tabs if tab["current"]), Pile.CERTAIN)
    piled = {Pile.CHECK: waiting_in(rows), Pile.CERTAIN: settled_in(rows)}.get(pile, rows.filter(pile=pile))
    page = Paginator(piled, A_PAGE).get_page(request.GET.get("page"))
    waiting = waiting_in(rows)
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
            "waiting": waiting.count(),
            "passed_over": passed_over(data_return) if pile == Pile.NOT_OURS else [],
            "to_write": settled_in(rows).exclude(decision="not_ours").count(),
            "before": before(data_return),
            "new_places": sorted(set(rows.filter(provider=None).exclude(provider_text="").values_list("provider_text", flat=True))),
            "problems": sum(bool(problems) for problems in rows.values_list("problems", flat=True)),
            "board": f"{reverse('students:board')}?leaving={data_return.cohort.leaving}&checkpoint={asked_now(data_return)}",
        },
    )


def waiting_in(rows: QuerySet[ReturnRow]) -> QuerySet[ReturnRow]:
    """Rows that want a decision."""
    return rows.filter(pile=Pile.CHECK, decision="")


def settled_in(rows: QuerySet[ReturnRow]) -> QuerySet[ReturnRow]:
    """Rows whose student is known, and those that somebody has decided, either way."""
    return rows.filter(Q(pile=Pile.CERTAIN) | ~Q(decision=""))


def before(data_return: DataReturn) -> datetime | None:
    """When the very same file was applied before, while this one waits."""
    if data_return.state != DataReturn.State.STAGED:
        return None
    same = applied_before(data_return.cohort, sender_of(data_return), data_return.digest)
    return same.applied_at if same else None


def passed_over(data_return: DataReturn) -> list[PlannedRow]:
    """The rows that are not ours, read again from the file while it is there: they are shown and never stored."""
    if data_return.state != DataReturn.State.STAGED or not data_return.file:
        return []
    return [row for row in plan_of(data_return).rows if row.pile == Pile.NOT_OURS][:500]


def asked_now(data_return: DataReturn) -> Checkpoint:
    return latest_open(data_return.cohort.leaving, data_return.cohort.results_day, data_return.received_on)


def pile_tabs(data_return: DataReturn, rows, asked: str) -> list[dict]:
    """The piles with their counts. The first that needs a person is open unless another is asked for."""
    counts = {pile: data_return.counts.get(pile.value, 0) for pile in PILES}
    counts[Pile.CHECK], counts[Pile.CERTAIN] = waiting_in(rows).count(), settled_in(rows).count()
    usual = Pile.CHECK if rows.filter(pile=Pile.CHECK, decision="").exists() else Pile.CERTAIN
    chosen = asked if asked in Pile.values else usual
    return [
        {"key": pile, "words": pile.label, "count": counts[pile], "url": f"?pile={pile.value}", "current": pile == chosen} for pile in PILES
    ]


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    if data_return.state != DataReturn.State.STAGED:
        messages.info(request, "The columns cannot be changed any more: the file is gone. Undo the return and read the file again.")
        return redirect("returns:detail", pk)
    form = ColumnsForm(request.POST or None, data_return=data_return)
    if request.method == "POST" and form.is_valid():
        return carry_out(request, pk, "The list is read again with your columns.", correct, data_return, form)
    return render(
        request,
        "returns/columns.html",
        {
            "heading": "What the columns hold",
            "form": form,
            "return": data_return,
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
    return redirect("returns:detail", pk)


@needs(May.WORK_RETURNS)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    version = request.POST.get("version", "")
    try:
        applied = actions.apply(data_return=data_return, by=request.user, version=int(version) if version.isdecimal() else -1)
    except actions.NotNow as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, told(applied))
    return redirect("returns:detail", pk)


def told(applied: DataReturn) -> str:
    """What applying did, in one sentence."""
    added, already, waiting = (applied.counts.get(key, 0) for key in ("added", "already", "waiting"))
    parts = [f"{added} statement{'s' if added != 1 else ''} added" if added or not already else "Nothing added"]
    if already:
        parts.append(f"{already} we had already")
    if waiting:
        parts.append(f"{waiting} row{'s' if waiting != 1 else ''} still to check")
    return ", ".join(parts) + "."


@needs(May.WORK_RETURNS)
@require_POST
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    done = "The return is undone: everything it said is withdrawn, and nothing else changed."
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
