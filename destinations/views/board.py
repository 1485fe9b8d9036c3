"""The cohort board, the search box of every page, and the list as a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.actions import audit
from careers.exports import download
from careers.guards import StaffRequest, needs
from careers.models import Cohort, Student
from careers.navigation import chosen_cohort
from careers.rules.permissions import May
from destinations import board as boards
from destinations.forms.board import BoardForm
from destinations.rules.checkpoints import CHECKPOINT_NAMES, Checkpoint, has_opened, latest_open, question

A_PAGE = 100
SEES_STUDENTS = (May.SEE_ALL_STUDENTS, May.SEE_OWN_STUDENTS)
EXPORTED = (
    "UPN", "Surname", "Forename", "Known as", "Form", "Checkpoint", "Outcome", "What", "Provider", "Route", "Status", "Source", "Said on",
)  # fmt: skip


@needs(*SEES_STUDENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def board(request: StaffRequest) -> HttpResponse:
    """A row a student. Filters stand in the address; the words of a search come by POST and stay out of it."""
    cohort = chosen_cohort(request)
    if cohort is None:
        return render(request, "students/no_cohort.html", {"heading": "Cohort board"})
    form = form_for(request, cohort)
    filters = form.filters(request.GET.get("sort", "name"))
    words = request.POST.get("q", "").strip()[:100]
    found = boards.find(request.viewer, cohort, filters, words)
    page = Paginator(found.ids, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "students/board.html",
        {
            "heading": "Cohort board",
            "cohort": cohort,
            "form": form,
            "filters": filters,
            "words": words,
            "found": found,
            "page_obj": page,
            "rows": boards.shown(request.viewer, page.object_list),
            "stages": stages(cohort),
            "sort": filters.sort,
        },
    )


@needs(*SEES_STUDENTS)
@require_POST
def search(request: StaffRequest) -> HttpResponse:
    """Students of every cohort whose names have these words, or who have this UPN or admission number."""
    words = request.POST.get("q", "").strip()[:100]
    visible = Student.objects.visible_to(request.viewer).select_related("cohort")
    found = visible.filter(upn=words.upper()) | visible.filter(admission_number=words) if words else visible.none()
    students = list(found[:2]) or (list(boards.named(visible, words)[:50]) if words else [])
    if len(students) == 1:
        return redirect("students:story", students[0].pk)
    return render(request, "students/search.html", {"heading": "Find a student", "words": words, "students": students})


@needs(May.EXPORT)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """The board as it is filtered, without the students whom a safety mark keeps off every list."""
    cohort = chosen_cohort(request)
    if cohort is None:
        return redirect("students:board")
    filters = form_for(request, cohort).filters(request.GET.get("sort", "name"))
    found = boards.find(request.viewer, cohort, filters)
    students = [shown for shown in boards.shown(request.viewer, found.ids) if shown.student.may_leave_the_school]
    counts = {"students": len(students), "held_back": found.held_back}
    audit.record(school=cohort.school, by=request.user, verb="exported the cohort board", subject=cohort, **counts)
    rows = [as_row(shown, filters.checkpoint) for shown in students]
    return download(f"leavers-{cohort.leaving}-{filters.checkpoint}", request.GET.get("format", "xlsx"), EXPORTED, rows)


def form_for(request: StaffRequest, cohort: Cohort) -> BoardForm:
    usual = latest_open(cohort.leaving, cohort.results_day, timezone.localdate())
    return BoardForm(request.GET, viewer=request.viewer, cohort=cohort, checkpoint=usual)


def stages(cohort: Cohort) -> list[Checkpoint]:
    """The checkpoints that have opened for a cohort: the columns of the board."""
    today = timezone.localdate()
    opened = [c for c in Checkpoint if has_opened(question(c, cohort.leaving, cohort.results_day), today)]
    return opened or [Checkpoint.Y11_INTENDED]


def as_row(shown: boards.Shown, checkpoint: Checkpoint) -> list[Any]:
    student, said = shown.student, shown.answers.get(checkpoint)
    who = [student.upn, student.surname, student.forename, student.known_as, student.form, CHECKPOINT_NAMES[checkpoint]]
    if said is None:
        return [*who, "", "", "", "", "unknown", "", ""]
    status = f"not counted: {said.excluded}" if said.excluded else "settled" if said.settled else said.status
    provider = said.provider.name if said.provider else ""
    return [*who, said.outcome, said.outcome_name, provider, said.route_name, status, said.source_name, said.said_on]
