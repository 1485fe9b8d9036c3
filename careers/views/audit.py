"""Who did or saw what, and when."""

from datetime import datetime, time
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.actions.audit import broken_link
from careers.forms.audit import AuditFilterForm
from careers.guards import StaffRequest, needs
from careers.models import AuditEvent, Student
from careers.rules.audit_words import summary
from careers.rules.permissions import May

A_PAGE = 50
CHECKED_AT_ONCE = 5_000  # a longer chain is checked when somebody asks


@needs(May.SEE_AUDIT)
@require_safe
def events(request: StaffRequest) -> HttpResponse:
    """The events of the school, latest first. Values and names stay in the records they are about: here stand the fields."""
    school = request.viewer.school
    form = AuditFilterForm(request.GET, school=school)
    page = Paginator(found(request, form), A_PAGE).get_page(request.GET.get("page"))
    whole = AuditEvent.objects.filter(school=school).count()
    check = whole <= CHECKED_AT_ONCE or "check" in request.GET
    context = {
        "heading": "Who did what",
        "form": form,
        "page_obj": page,
        "rows": rows(request, list(page.object_list)),
        "whole": whole,
        "checked": check,
        "broken": broken_link(school) if check else None,
    }
    return render(request, "audit/list.html", context)


def found(request: StaffRequest, form: AuditFilterForm) -> QuerySet[AuditEvent]:
    """The events that the address asks for."""
    events = AuditEvent.objects.filter(school=request.viewer.school).order_by("-id")
    form.is_valid()
    asked = form.cleaned_data
    if asked.get("verb"):
        events = events.filter(verb=asked["verb"])
    if asked.get("by"):
        events = events.filter(by_name=asked["by"])
    if asked.get("since"):
        events = events.filter(at__gte=timezone.make_aware(datetime.combine(asked["since"], time.min)))
    if asked.get("until"):
        events = events.filter(at__lte=timezone.make_aware(datetime.combine(asked["until"], time.max)))
    return events


def rows(request: StaffRequest, page: list[AuditEvent]) -> list[dict[str, Any]]:
    """Each event with its subject: a student is named only to who may see them."""
    ids = {event.subject_id for event in page if event.subject == "student"}
    students = Student.objects.visible_to(request.viewer).in_bulk([pk for pk in ids if pk])
    return [
        {
            "event": event,
            "student": students.get(event.subject_id or 0) if event.subject == "student" else None,
            "words": summary(event.details),
        }
        for event in page
    ]
