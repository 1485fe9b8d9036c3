"""Who has not answered: filtered, opened, exported, written to once more, taken off the list."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from careers.actions import audit
from careers.exports import download
from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.board import kinds_visible_to
from surveys import waiting
from surveys.actions import reminders, waves
from surveys.audiences import forms_of
from surveys.forms.asking import WaitingForm
from surveys.models import Invitation, Wave
from surveys.views.centre import CENTRE, is_open, wave_seen

A_PAGE = 100
EXPORTED = ("Surname", "Forename", "Known as", "Form", "How far", "Messages", "Last message")


@needs(May.RUN_SURVEYS)
@require_safe
def who(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    form = form_for(request, wave)
    filters = form.filters()
    found = waiting.invitations(request.viewer, wave, filters)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "heading": "Not finished",
        "crumbs": [CENTRE, (wave.name, f"/surveys/{wave.pk}/")],
        "wave": wave,
        "form": form,
        "filters": filters,
        "off": filters.stage == waiting.STOPPED,
        "page_obj": page,
        "rows": waiting.shown(wave, list(page.object_list)),
        "is_open": is_open(wave),
    }
    return render(request, "surveys/waiting.html", context)


def form_for(request: StaffRequest, wave: Wave) -> WaitingForm:
    return WaitingForm(request.GET, form_names=forms_of(wave.cohort), kinds=kinds_visible_to(request.viewer))


@needs(May.EXPORT)
@require_safe
def export(request: StaffRequest, pk: int) -> HttpResponse:
    """The list as it is filtered, without the students whom a safety mark keeps off every file."""
    wave = wave_seen(request, pk)
    found = list(waiting.invitations(request.viewer, wave, form_for(request, wave).filters()))
    given = [row for row in waiting.shown(wave, found) if row.student.may_leave_the_school]
    counts = {"students": len(given), "held_back": len(found) - len(given)}
    audit.record(school=wave.cohort.school, by=request.user, verb="exported who has not answered", subject=wave, **counts)
    return download(f"not-finished-{wave.pk}", request.GET.get("format", "xlsx"), EXPORTED, map(as_row, given))


def as_row(row: waiting.Waiting) -> list[Any]:
    who = row.student
    return [who.surname, who.forename, who.known_as, who.form, row.stage.label, row.messages, row.last.date() if row.last else ""]


@needs(May.SEND_MESSAGES)
@require_POST
def write(request: StaffRequest, pk: int) -> HttpResponse:
    """One more email to those who were ticked."""
    wave = wave_seen(request, pk)
    rows = list(ticked(request, wave))
    if not rows:
        messages.error(request, "Tick at least one student.")
        return back(request, wave)
    written, not_written = reminders.send_once_more(wave=wave, invitations=rows, by=request.user)
    said = f"{written} email{'s' if written != 1 else ''} written"
    why = f"; {not_written} not: no address we may use, has had one today, or as many as anybody gets" if not_written else ""
    (messages.success if written else messages.warning)(request, f"{said}{why}.")
    return back(request, wave)


def ticked(request: StaffRequest, wave: Wave) -> Any:
    numbers = [int(pk) for pk in request.POST.getlist("student") if pk.isdecimal() and len(pk) < 16]
    asked = Invitation.objects.visible_to(request.viewer).filter(wave=wave, finished_at=None, stopped_at=None, student__in=numbers)
    return asked.select_related("student__cohort", "student__school", "link")


@needs(May.RUN_SURVEYS)
@require_POST
def take_off(request: StaffRequest, pk: int, invitation: int) -> HttpResponse:
    """One student is not asked any further; or is, again."""
    wave = wave_seen(request, pk)
    asked = Invitation.objects.visible_to(request.viewer).select_related("student__school", "wave")
    row = get_object_or_404(asked, wave=wave, pk=invitation)
    if request.POST.get("again"):
        waves.put_back(invitation=row, by=request.user)
        messages.success(request, f"{row.student.name} is asked again.")
    else:
        waves.take_off(invitation=row, why=request.POST.get("why", ""), by=request.user)
        messages.success(request, f"{row.student.name} is not asked any further in this wave.")
    return back(request, wave)


def back(request: StaffRequest, wave: Wave) -> HttpResponse:
    """To the list as it was filtered."""
    asked = request.POST.get("back", "")
    here = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return redirect(asked) if here and asked.startswith("/surveys/") else redirect("surveys:waiting", wave.pk)
