"""The Today page: how many are known, where they are, and what needs doing."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.models import Cohort
from careers.navigation import chosen_cohort, cohorts
from careers.rules.percentages import percent
from careers.rules.permissions import May
from destinations.board import COUNTED, kinds_visible_to
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import Counted
from destinations.rules.outcomes import Group
from reporting.forms.as_at import AsAtForm
from reporting.rules.figures import Figures
from reporting.sections.charting import Behind, nobody_behind
from reporting.sections.today import Asked, look_at_today, opened
from reporting.sections.todo import Situation, Todo, what_needs_doing
from reporting.sections.worries import worries_told


@needs(May.SEE_ALL_STUDENTS, May.SEE_TOTALS)
@require_safe
def dashboard(request: StaffRequest) -> HttpResponse:
    cohort = chosen_cohort(request)
    if cohort is None and request.GET.get("leaving"):
        raise Http404
    if cohort is None:
        worries = worries_told(request.viewer, timezone.now())
        return render(request, "reporting/no_cohort.html", {"heading": "Today", "worries": worries})
    form = AsAtForm({"as_at": request.GET.get("as_at", "")}, today=timezone.localdate())
    asked = asked_for(request, cohort, form)
    page = look_at_today(asked, cohorts(request))
    context = {
        "heading": "Today",
        "answer": page.headline,
        "asked": asked,
        "page": page,
        "form": form,
        "tabs": tabs(request, page.stages, asked.checkpoint),
        "behind": asked.behind(),
        "tables": [(table, [(line, asked.behind(**line.find) if line.find else "") for line in table.lines]) for table in page.tables],
        "stats": stats(page.figures, asked.behind),
        "groups": group_rows(page.figures, asked.behind),
        "worries": worries_told(request.viewer, timezone.now()),
        "todos": [] if asked.as_at else todos(asked, page.counted),
    }
    return render(request, "reporting/dashboard.html", context)


def asked_for(request: StaffRequest, cohort: Cohort, form: AsAtForm) -> Asked:
    """What the address asks for, within what the role may see."""
    today, viewer = timezone.localdate(), request.viewer
    cohort.school = viewer.school
    begun = opened(cohort, today) or [Checkpoint.Y11_INTENDED]
    wanted = request.GET.get("checkpoint")
    checkpoint = next((c for c in begun if c == wanted), begun[-1])
    sees_students = viewer.may(May.SEE_ALL_STUDENTS)
    behind = students_behind(cohort, checkpoint) if sees_students and form.chosen is None else nobody_behind
    return Asked(viewer, cohort, checkpoint, form.chosen, today, kinds_visible_to(viewer) if sees_students else (), behind)


def students_behind(cohort: Cohort, checkpoint: Checkpoint) -> Behind:
    """The cohort board, filtered to the students of a figure. It shows the students of now, so a figure of an earlier day opens nothing."""

    def behind(**filters: Any) -> str:
        wanted = {"leaving": cohort.leaving, "checkpoint": checkpoint, **{key: value for key, value in filters.items() if value}}
        if not wanted.keys() & {"status", "outcome", "known", "provider", "route"}:
            wanted["status"] = COUNTED  # a figure counts nobody who is not counted
        return f"{reverse('students:board')}?{urlencode({key: str(value) for key, value in wanted.items()})}"

    return behind


def tabs(request: StaffRequest, stages: dict[Checkpoint, Figures], current: Checkpoint) -> list[dict[str, Any]]:
    """The checkpoints that have begun, each with its known rate, as addresses that keep the cohort and the day."""
    kept = {key: request.GET[key] for key in ("leaving", "as_at") if request.GET.get(key)}
    return [
        {
            "words": checkpoint.label,
            "count": f"{percent(f.known, f.cohort)} known",
            "url": f"?{urlencode({**kept, 'checkpoint': str(checkpoint)})}",
            "current": checkpoint is current,
        }
        for checkpoint, f in stages.items()
    ]


def stats(f: Figures, behind: Behind) -> list[dict[str, Any]]:
    return [
        {"label": "Known", "value": f.known, "n": f.cohort, "url": behind(known="yes"), "note": f"{f.verified} verified"},
        {"label": "Not in education, employment or training", "value": f.neet, "n": f.cohort, "url": behind(outcome="neet")},
        {"label": "Sources disagree", "value": f.conflicting, "n": f.cohort, "url": behind(status="conflicting")},
        {
            "label": "Not known",
            "value": f.not_known,
            "n": f.cohort,
            "url": behind(known="no"),
            "note": "with those where sources disagree",
        },
    ]


def group_rows(f: Figures, behind: Behind) -> list[dict[str, Any]]:
    return [
        {
            "group": group,
            "url": behind(group=group.key),
            "known_url": behind(group=group.key, known="yes"),
            "not_known": group.n - group.known,
            "not_known_url": behind(group=group.key, known="no"),
            "neet": group.outcomes[Group.NEET],
            "neet_url": behind(group=group.key, outcome="neet"),
        }
        for group in f.groups
    ]


def todos(asked: Asked, counted: Sequence[Counted]) -> list[dict[str, Any]]:
    """What needs doing, each with the address of the page that shows it."""
    found = what_needs_doing(Situation(asked.viewer, asked.cohort, asked.checkpoint, counted, asked.today))
    return [{"count": todo.count, "words": todo.words, "why": todo.why, "url": url} for todo in found if (url := address(todo))]


def address(todo: Todo) -> str:
    try:
        where = reverse(todo.url_name, args=todo.args)
    except NoReverseMatch:
        return ""
    return f"{where}?{urlencode(todo.query)}" if todo.query else where
