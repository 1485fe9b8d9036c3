"""One student's story: every statement in time order, the four answers and why."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.models import HelpRequest, Student
from careers.rules.permissions import May
from destinations.asking import question_for
from destinations.board import kinds_visible_to
from destinations.models import Destination, Evidence, Exclusion, Settlement
from destinations.rules.checkpoints import Checkpoint, has_opened
from destinations.rules.statements import Status
from destinations.seen import WithheldAnswer, answer_seen, applications_seen, statements_seen
from destinations.views.board import SEES_STUDENTS


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """One checkpoint on the story page."""

    checkpoint: Checkpoint
    opened: bool
    opens: date
    answer: Destination | WithheldAnswer | None
    later: bool


def student_seen(request: StaffRequest, pk: int) -> Student:
    """The student, if the viewer may see them; otherwise a page that does not exist."""
    visible = Student.objects.visible_to(request.viewer).select_related("school", "cohort__school")
    return get_object_or_404(visible, pk=pk)


@needs(*SEES_STUDENTS)
@require_safe
def story(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    answers = {d.checkpoint: d for d in student.destinations.select_related("provider", "evidence__source", "evidence__provider")}
    evidence = list(student.evidence.select_related("source", "provider", "recorded_by", "withdrawn_by", "return_row__data_return"))
    exclusion = Exclusion.objects.filter(student=student, ended_at=None).select_related("by").first()
    seen = {checkpoint: answer_seen(request.viewer, answer) for checkpoint, answer in answers.items()}
    settlements = list(Settlement.objects.filter(student=student).select_related("by", "provider", "ended_by"))
    return render(
        request,
        "students/story.html",
        {
            "heading": student.name,
            "crumbs": [("Cohort board", f"{reverse('students:board')}?leaving={student.cohort.leaving}")],
            "student": student,
            "cards": [card(student, checkpoint, seen.get(checkpoint), evidence, settlements) for checkpoint in Checkpoint],
            "evidence": statements_seen(request.viewer, evidence),
            "stands_on": {d.evidence_id for d in answers.values() if d.evidence_id and not d.settled and d.status != Status.CONFLICTING},
            "applications": applications_seen(request.viewer, student),
            "help_asked": HelpRequest.objects.visible_to(request.viewer).filter(student=student).select_related("closed_by"),
            "exclusion": exclusion,
            "settlements": settlements,
            "characteristics": held(student, request),
            "sees_address": request.viewer.may(May.SEE_SAFETY if student.confidential_address else May.SEE_ALL_STUDENTS),
        },
    )


def card(
    student: Student,
    checkpoint: Checkpoint,
    answer: Destination | WithheldAnswer | None,
    evidence: list[Evidence],
    settlements: list[Settlement],
) -> AnswerCard:
    asked = question_for(student.cohort, checkpoint)
    in_force = next((s for s in settlements if s.checkpoint == checkpoint and s.ended_at is None), None)
    since = in_force.at if in_force else None
    later = since is not None and any(e.recorded_at > since and asked.opens <= e.said_on <= asked.closes for e in evidence)
    return AnswerCard(checkpoint, has_opened(asked, timezone.localdate()), asked.opens, answer, later)


def held(student: Student, request: StaffRequest) -> list[tuple[str, date | None, date | None]]:
    """The characteristics the viewer may see: name, since, until."""
    kinds = {kind.key: kind.name for kind in kinds_visible_to(request.viewer)}
    return [(kinds[c.kind], c.since, c.until) for c in student.characteristics.all() if c.kind in kinds]
