"""The school's past: choose a file, see what it would add, add it."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.actions import uploads
from careers.guards import StaffRequest, needs
from careers.models import Cohort, Upload
from careers.rules.permissions import May
from destinations.actions.history import HistoryPlan, load_history, plan_history
from destinations.forms.history import HistoryForm
from destinations.resources.history import SAMPLES
from destinations.rules.history_columns import read_history

HEADING = "The school’s past"
SHOWN = 200
ASK = ["GET", "HEAD", "POST"]


@needs(May.LOAD_HISTORY)
@require_http_methods(ASK)
def load(request: StaffRequest) -> HttpResponse:
    form = HistoryForm(request.POST, request.FILES) if request.method == "POST" else HistoryForm()
    if form.is_valid():
        file = {"data": form.data_read, "file_name": form.cleaned_data["file"].name, "leaving": form.cleaned_data["leaving"]}
        kept = uploads.keep(school=request.viewer.school, by=request.user, purpose=Upload.Purpose.HISTORY, **file)
        return redirect("history:preview", kept.pk)
    counted = Count("students__evidence", filter=Q(students__evidence__withdrawn_at=None))
    cohorts = Cohort.objects.filter(school=request.viewer.school).annotate(n=Count("students", distinct=True), statements=counted)
    cohorts = cohorts.order_by("-leaving")  # counting forgets the usual order
    return render(request, "history/load.html", {"heading": HEADING, "form": form, "cohorts": cohorts})


@needs(May.LOAD_HISTORY)
@require_http_methods(ASK)
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    kept = Upload.objects.looked_at(request.viewer, Upload.Purpose.HISTORY, pk)
    if kept is None:
        return gone(request)
    asked: dict[str, Any] = {"school": request.viewer.school, "leaving": kept.leaving}
    asked["sheet"] = read_history(kept.data(), kept.file_name)
    if request.method == "POST":
        plan = load_history(**asked, file_name=kept.file_name, by=request.user)
        uploads.discard(upload=kept, by=request.user)
        messages.success(request, plan.answer(loaded=True))
        return redirect("history:load")
    plan = plan_history(**asked)
    told = {"heading": kept.file_name, "upload": kept, "answer": plan.answer(loaded=False)}
    return render(request, "history/preview.html", {**told, **shown(plan)})


def shown(plan: HistoryPlan) -> dict[str, Any]:
    return {
        "plan": plan,
        "problems": (("Rows that are refused", plan.refused), ("Loaded, but please look", plan.notes)),
        "told": plan.told[:SHOWN],
        "more": max(0, len(plan.told) - SHOWN),
        "crumbs": [(HEADING, reverse("history:load"))],
    }


@needs(May.LOAD_HISTORY)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    kept = Upload.objects.looked_at(request.viewer, Upload.Purpose.HISTORY, pk)
    if kept is None:
        return gone(request)
    uploads.discard(upload=kept, by=request.user)
    messages.info(request, "The file is deleted. Nothing was added.")
    return redirect("history:load")


def gone(request: StaffRequest) -> HttpResponse:
    """What a second press of a button meets, and whoever asks for somebody else's file."""
    return render(request, "imports/gone.html", {"heading": HEADING, "again": reverse("history:load")}, status=404)


@needs(May.LOAD_HISTORY)
@require_safe
def sample(request: StaffRequest, kind: str) -> HttpResponse:
    if kind not in SAMPLES:
        raise Http404
    content_type, write = SAMPLES[kind]
    headers = {"Content-Disposition": f'attachment; filename="history-sample.{kind}"'}
    return HttpResponse(write(), content_type=content_type, headers=headers)
