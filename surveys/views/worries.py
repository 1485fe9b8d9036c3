"""Worries, for careers staff and the safeguarding lead alone. What a student wrote stands on the page of one worry and nowhere else."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from surveys.actions import worries
from surveys.forms.worries import CloseForm
from surveys.models import Worry
from surveys.models.response import WorryQuerySet

A_PAGE = 50
PILES = {
    "unread": ("Not read yet", Q(closed_at=None, read_at=None)),
    "open": ("Read, not closed", Q(closed_at=None, read_at__isnull=False, passed_on_at=None)),
    "handed": ("Handed over", Q(closed_at=None, read_at__isnull=False, passed_on_at__isnull=False)),
    "closed": ("Closed", Q(closed_at__isnull=False)),
}


def ours(request: StaffRequest) -> WorryQuerySet:
    return Worry.objects.visible_to(request.viewer)


@needs(May.READ_WORRIES)
@require_safe
def worry_list(request: StaffRequest) -> HttpResponse:
    """Who wrote, when, and how far it has come; never what. Opens at the first pile that has any."""
    counts = ours(request).aggregate(**{pile: Count("pk", filter=which) for pile, (_, which) in PILES.items()})
    asked = request.GET.get("pile", "")
    pile = asked if asked in PILES else next((name for name in PILES if counts[name]), "unread")
    rows = ours(request).filter(PILES[pile][1]).select_related("student", "read_by", "passed_on_by", "closed_by")
    context = {
        "heading": "Worries",
        "pile": pile,
        "counts": counts,
        "now": timezone.now(),
        "tabs": [
            {"words": words, "count": counts[name], "url": f"?pile={name}", "current": name == pile} for name, (words, _) in PILES.items()
        ],
        "page_obj": Paginator(rows.order_by("-said_at" if pile == "closed" else "said_at"), A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "worries/list.html", context)


def one(request: StaffRequest, pk: int) -> Worry:
    people = ("student__school", "student__cohort", "response__invitation__wave", "read_by", "passed_on_by", "closed_by")
    return get_object_or_404(ours(request).select_related(*people), pk=pk)


@needs(May.READ_WORRIES)
@require_safe
def detail(request: StaffRequest, pk: int) -> HttpResponse:
    """One worry. Until somebody has said that they read it, a button stands in place of the words: a page that a browser fetched ahead
    must not count as read."""
    worry = one(request, pk)
    if worry.read_at:
        worries.read(worry=worry, by=request.user)
    return show(request, worry, CloseForm())


def show(request: StaffRequest, worry: Worry, form: CloseForm) -> HttpResponse:
    context = {
        "heading": f"A worry of {worry.student.name}",
        "worry": worry,
        "student": worry.student,
        "form": form,
        "has_lead": worries.has_safeguarding_lead(worry.student.school),
        "now": timezone.now(),
        "crumbs": [("Worries", reverse("worries:list"))],
    }
    return render(request, "worries/detail.html", context)


@needs(May.READ_WORRIES)
@require_POST
def read(request: StaffRequest, pk: int) -> HttpResponse:
    worries.read(worry=one(request, pk), by=request.user)
    return redirect("worries:detail", pk)


@needs(May.READ_WORRIES)
@require_POST
def hand_over(request: StaffRequest, pk: int) -> HttpResponse:
    try:
        if worries.hand_over(worry=one(request, pk), by=request.user):
            messages.success(request, "It is with the safeguarding lead, who has been sent a notice. If it is urgent, speak to them.")
        else:
            messages.info(request, "It was handed over or closed already.")
    except worries.NobodyToTell:
        messages.error(request, "Nobody here has the role of safeguarding lead in Waymark. Go and speak to them now.")
    return redirect("worries:detail", pk)


@needs(May.READ_WORRIES)
@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    worry, form = one(request, pk), CloseForm(request.POST)
    if form.is_valid():
        try:
            worries.close(worry=worry, by=request.user, note=form.cleaned_data["note"])
        except ValidationError as problem:
            form.add_error(None, problem.messages[0])
        else:
            messages.success(request, "Closed. It can still be read here.")
            return redirect("worries:list")
    return show(request, worry, form)
