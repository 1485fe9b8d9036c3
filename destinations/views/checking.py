"""Rows that need a person: both records side by side, one at a time."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.rules.permissions import May
from destinations.actions import returns as actions
from destinations.forms.returns import WhoForm
from destinations.models import DataReturn, ReturnRow
from destinations.rules.comparing import LABELS, Line, side_by_side
from destinations.views.returns import crumbs, return_seen

NOT_OURS = "not_ours"


@needs(May.WORK_RETURNS)
@require_safe
def check(request: StaffRequest, pk: int) -> HttpResponse:
    """The next row that waits for a decision, or back to the return when none does."""
    data_return = return_seen(request, pk)
    after = request.GET.get("after", "")
    waiting = data_return.rows.filter(pile=ReturnRow.Pile.CHECK, decision="")
    row = (waiting.filter(pk__gt=after).first() if after.isdecimal() else None) or waiting.first()
    if row is None:
        messages.success(request, "Every row of this list is decided.")
        return redirect("returns:detail", pk)
    return redirect("returns:row", pk, row.pk)


@needs(May.WORK_RETURNS)
@require_http_methods(["GET", "HEAD", "POST"])
def row(request: StaffRequest, pk: int, row_id: int) -> HttpResponse:
    data_return = return_seen(request, pk)
    found = get_object_or_404(data_return.rows.select_related("provider", "student", "decided_by"), pk=row_id)
    if request.method == "POST":
        return decide(request, data_return, found)
    waiting = data_return.rows.filter(pile=ReturnRow.Pile.CHECK, decision="")
    return render(
        request,
        "returns/row.html",
        {
            "heading": f"Row {found.row}",
            "crumbs": crumbs((str(data_return.source), reverse("returns:detail", args=[pk]))),
            "return": data_return,
            "row": found,
            "theirs": [(LABELS[name], value) for name, value in found.seen.items() if name in LABELS],
            "candidates": candidates_of(found, data_return),
            "waiting": waiting.count(),
            "who": WhoForm(students=Student.objects.visible_to(request.viewer).filter(cohort=data_return.cohort)),
        },
    )


def candidates_of(found: ReturnRow, data_return: DataReturn) -> list[tuple[Student, dict, list[Line]]]:
    """Each student it may be, best first, with why, and both records side by side."""
    named = list(found.candidates)
    if found.student_id and found.student_id not in [c["student"] for c in named]:
        named.insert(0, {"student": found.student_id, "words": found.why})
    students = Student.objects.filter(cohort=data_return.cohort).in_bulk([c["student"] for c in named])
    known = [(students[c["student"]], c) for c in named if c["student"] in students]
    return [(student, candidate, side_by_side(found.seen, ours(student))) for student, candidate in known]


def ours(student: Student) -> dict[str, str]:
    """Our record in the words of a list."""
    texts = {name: getattr(student, name) for name in ("surname", "forename", "middle_names", "known_as", "sex", "form", "upn", "uln")}
    postcode = "" if student.confidential_address else student.postcode
    born = f"{student.date_of_birth.day} {student.date_of_birth:%B %Y}" if student.date_of_birth else ""
    return {**texts, "postcode": postcode, "date_of_birth": born}


def decide(request: StaffRequest, data_return: DataReturn, found: ReturnRow) -> HttpResponse:
    """Say whom the row is about. What cannot be decided any more is said, and nothing changes."""
    said = request.POST.get("student", "")
    student = None
    if said != NOT_OURS:
        visible = Student.objects.visible_to(request.viewer).filter(cohort=data_return.cohort)
        student = visible.filter(pk=said).first() if said.isdecimal() else None
        if student is None:
            messages.error(request, "Choose the student, or say that it is nobody of ours.")
            return redirect("returns:row", data_return.pk, found.pk)
    try:
        actions.decide(row=found, student=student, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("returns:detail", data_return.pk)
    messages.success(request, f"Row {found.row} is decided.")
    return redirect(f"{reverse('returns:check', args=[data_return.pk])}?after={found.pk}")
