"""Rows that need a person: both records side by side, one at a time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, push_url

from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.rules.permissions import May
from destinations import board, checking
from destinations.actions import checking as actions
from destinations.forms.checking import DecisionForm, FindForm
from destinations.models import DataReturn, ReturnRow
from destinations.views.returns import crumbs, return_seen

MOST_FOUND = 20
GONE = "That row is not there any more: the list was read again, or what was left of it is forgotten."
HELD = "Somebody else is looking at the rows that are left. They come back to you if nobody decides them."


@needs(May.WORK_RETURNS)
@require_safe
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """The next row that waits for a decision, or back to the return when none does."""
    data_return = return_seen(request, pk)
    return next_card(request, data_return, number(request.GET.get("after", "")))


def next_card(request: StaffRequest, data_return: DataReturn, after: int) -> HttpResponse:
    if not checking.is_checked_now(data_return):
        return away(request, reverse("returns:detail", args=[data_return.pk]))
    row = actions.take_next(data_return=data_return, by=request.user, after=after)
    if row is not None:
        return card(request, data_return, row) if wants_card(request) else redirect("returns:row", data_return.pk, row.pk)
    if checking.waiting_in(data_return).exists():
        messages.info(request, HELD)
    else:
        messages.success(request, "Every row of this list is decided.")
    return away(request, reverse("returns:detail", args=[data_return.pk]))


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: StaffRequest, pk: int, row_id: int) -> HttpResponse:
    """One row: shown, or decided."""
    data_return = return_seen(request, pk)
    found = row_seen(data_return, row_id)
    if found is None:
        return row_gone(request, data_return)
    if request.method == "POST":
        return decide(request, data_return, found)
    if request.method == "GET":
        actions.take(row=found, by=request.user)
    picked = number(request.GET.get("student", ""))
    student = checking.students_to_choose(request.viewer, data_return).filter(pk=picked).first() if picked else None
    return card(request, data_return, found, picked=student)


def row_seen(data_return: DataReturn, row_id: int) -> ReturnRow | None:
    return data_return.rows.select_related("provider", "student", "decided_by", "looked_at_by", "data_return").filter(pk=row_id).first()


def row_gone(request: StaffRequest, data_return: DataReturn) -> HttpResponse:
    messages.warning(request, GONE)
    return away(request, reverse("returns:detail", args=[data_return.pk]))


def decide(request: StaffRequest, data_return: DataReturn, found: ReturnRow) -> HttpResponse:
    """Say whom the row is about. What cannot be decided any more is said, and nothing changes."""
    form = DecisionForm(request.POST, students=checking.students_to_choose(request.viewer, data_return))
    if not form.is_valid():
        messages.error(request, " ".join(str(said) for field in form.errors.values() for said in field))
        return again(request, data_return, found.pk)
    said = form.cleaned_data
    try:
        actions.decide_as_seen(row=found, student=said["student"], by=request.user, as_seen=said["as_seen"])
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return again(request, data_return, found.pk)
    if found.pile == ReturnRow.Pile.CHECK:
        return next_card(request, data_return, found.pk) if wants_card(request) else to_next(data_return, found.pk)
    messages.success(request, f"Row {found.row} is decided.")
    return away(request, f"{reverse('returns:detail', args=[data_return.pk])}?pile={found.pile}")


@needs(May.WORK_RETURNS)
@require_POST
def reopen(request: StaffRequest, pk: int, row_id: int) -> HttpResponse:
    """Take a decision back, and show the row again."""
    data_return = return_seen(request, pk)
    found = row_seen(data_return, row_id)
    if found is None:
        return row_gone(request, data_return)
    try:
        actions.reopen_as_seen(row=found, by=request.user, as_seen=request.POST.get("as_seen", ""))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return again(request, data_return, row_id)


@needs(May.WORK_RETURNS)
@require_POST
def find_student(request: StaffRequest, pk: int, row_id: int) -> HttpResponse:
    """The card of a row with the students whose names have these words. The words are in no address and no log."""
    data_return = return_seen(request, pk)
    found = row_seen(data_return, row_id)
    if found is None:
        return row_gone(request, data_return)
    form = FindForm(request.POST, action=find_address(found))
    students = named(request, data_return, form.cleaned_data["q"]) if form.is_valid() else None
    return card(request, data_return, found, form=form, students=students)


def named(request: StaffRequest, data_return: DataReturn, asked: str) -> list[Student]:
    everybody = checking.students_to_choose(request.viewer, data_return)
    numbered = everybody.filter(upn=asked.upper()) | everybody.filter(admission_number=asked)
    return list(numbered[:2]) or list(board.named(everybody, asked)[:MOST_FOUND])


def card(
    request: StaffRequest,
    data_return: DataReturn,
    found: ReturnRow,
    *,
    picked: Student | None = None,
    form: FindForm | None = None,
    students: list[Student] | None = None,
) -> HttpResponse:
    """The page of one row; only what is within the frame where htmx asks."""
    shown = {
        "frame": "returns/parts/card_alone.html" if wants_card(request) else "base.html",
        "heading": f"Row {found.row}",
        "crumbs": crumbs_of(data_return),
        "return": data_return,
        "row": found,
        "card": checking.card_of(request.viewer, data_return, found, timezone.now(), picked),
        "progress": checking.progress_of(data_return),
        "last": checking.last_decided_by(data_return, request.user),
        "picked": picked,
        "find": form or FindForm(action=find_address(found)),
        "students": students,
    }
    response = render(request, "returns/row.html", shown)
    patch_vary_headers(response, ["HX-Request"])
    return push_url(response, reverse("returns:row", args=[data_return.pk, found.pk])) if wants_card(request) else response


def crumbs_of(data_return: DataReturn) -> list[tuple[str, str]]:
    return crumbs((str(data_return.source), reverse("returns:detail", args=[data_return.pk])))


def find_address(row: ReturnRow) -> str:
    return reverse("returns:find_student", args=[row.data_return_id, row.pk])


def number(text: str) -> int:
    """What an address says, where it is a number that can be an id; else 0."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


def wants_card(request: StaffRequest) -> bool:
    return bool(request.htmx) and not request.htmx.history_restore_request


def to_next(data_return: DataReturn, after: int) -> HttpResponse:
    return redirect(f"{reverse('returns:check', args=[data_return.pk])}?after={after}")


def again(request: StaffRequest, data_return: DataReturn, row_id: int) -> HttpResponse:
    """The same row as it is now."""
    if not wants_card(request):
        return redirect("returns:row", data_return.pk, row_id)
    found = row_seen(data_return, row_id)
    return card(request, data_return, found) if found else row_gone(request, data_return)


def away(request: StaffRequest, address: str) -> HttpResponse:
    """Leave the cards: a redirect, also where htmx asks."""
    return HttpResponseClientRedirect(address) if wants_card(request) else redirect(address)
