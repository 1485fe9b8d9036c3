"""Asking for help: who wants a meeting or help with something, as they told us in a survey."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from careers.actions import audit, help_requests
from careers.exports import download
from careers.forms.help_requests import CloseHelpForm, HelpFilterForm
from careers.guards import StaffRequest, needs
from careers.models import HelpRequest
from careers.models.contact import HelpRequestQuerySet
from careers.rules.permissions import May

A_PAGE = 50
PILES = {"open": "Not seen to yet", "closed": "Seen to"}
EXPORTED = ["Surname", "Forename", "Known as", "Form", "When", "With what", "Asked on", "Told in", "Seen to on", "What was done"]


def ours(request: StaffRequest) -> HelpRequestQuerySet:
    return HelpRequest.objects.visible_to(request.viewer)


def form_for(request: StaffRequest) -> HelpFilterForm:
    forms = ours(request).exclude(student__form="").order_by("student__form").values_list("student__form", flat=True).distinct()
    return HelpFilterForm(request.GET, form_names=forms)


def found(request: StaffRequest, form: HelpFilterForm) -> HelpRequestQuerySet:
    """The requests that the address asks for. Those who come soon stand first, then those who have waited longest."""
    form.is_valid()
    asked, rows = form.cleaned_data, ours(request)
    if asked.get("when"):
        rows = rows.filter(when=asked["when"])
    if asked.get("form"):
        rows = rows.filter(student__form=asked["form"])
    if asked.get("what"):
        having = [pk for pk, what in rows.values_list("pk", "what") if asked["what"] in what]  # SQLite cannot look into a list
        rows = rows.filter(pk__in=having)
    return rows


def in_pile(rows: HelpRequestQuerySet, pile: str) -> HelpRequestQuerySet:
    people = rows.select_related("student__cohort", "closed_by")
    if pile == "closed":
        return people.exclude(closed_at=None).order_by("-closed_at", "-id")
    return people.open().order_by("-when", "asked_at", "id")  # "soon" before "later"


@needs(May.READ_ANSWERS)
@require_safe
def help_list(request: StaffRequest) -> HttpResponse:
    form = form_for(request)
    rows = found(request, form)
    pile = request.GET.get("pile", "open") if request.GET.get("pile") in PILES else "open"
    counts = {"open": rows.open().count(), "closed": rows.exclude(closed_at=None).count()}
    context = {
        "heading": "Asking for help",
        "form": form,
        "pile": pile,
        "counts": counts,
        "soon": rows.open().filter(when=HelpRequest.When.SOON).count(),
        "tabs": tabs(request, counts, pile),
        "page_obj": Paginator(in_pile(rows, pile), A_PAGE).get_page(request.GET.get("page")),
        "kept": urlencode({name: request.GET[name] for name in ("when", "what", "form", "pile") if request.GET.get(name)}),
    }
    return render(request, "help/list.html", context)


def tabs(request: StaffRequest, counts: dict[str, int], pile: str) -> list[dict[str, Any]]:
    kept = {name: request.GET[name] for name in ("when", "what", "form") if request.GET.get(name)}
    return [
        {"words": words, "count": counts[name], "url": f"?{urlencode({'pile': name} | kept)}", "current": name == pile}
        for name, words in PILES.items()
    ]


@needs(May.READ_ANSWERS)
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: StaffRequest, pk: int) -> HttpResponse:
    asked = get_object_or_404(ours(request).select_related("student__school", "student__cohort", "closed_by"), pk=pk)
    form = CloseHelpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if help_requests.close(request=asked, by=request.user, why=form.cleaned_data["why"]):
            messages.success(request, f"Closed: {asked.student.name} has been seen to.")
        else:
            messages.info(request, "It was closed already.")
        return redirect("help:list")
    context = {
        "heading": f"{asked.student.name} asked for help",
        "asked": asked,
        "student": asked.student,
        "form": form,
        "crumbs": [("Asking for help", reverse("help:list"))],
    }
    return render(request, "help/close.html", context)


@needs(May.EXPORT)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """The list as filtered, without the students whom a safety mark keeps off every list."""
    pile = "closed" if request.GET.get("pile") == "closed" else "open"
    rows = [asked for asked in in_pile(found(request, form_for(request)), pile) if asked.student.may_leave_the_school]
    audit.record(school=request.viewer.school, by=request.user, verb="exported requests for help", students=len(rows))
    return download(f"asking-for-help-{timezone.localdate()}", request.GET.get("format", "xlsx"), EXPORTED, map(as_row, rows))


def as_row(asked: HelpRequest) -> list[Any]:
    who = asked.student
    closed = [timezone.localdate(asked.closed_at), asked.closed_why] if asked.closed_at else ["", ""]
    told = [asked.get_when_display(), "; ".join(asked.in_words), timezone.localdate(asked.asked_at), asked.came_by]
    return [who.surname, who.forename, who.known_as, who.form, *told, *closed]
