"""One student's contact details, permissions, links and preferences."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.actions import contact as details
from careers.actions import links, permissions, personal_codes
from careers.forms.contact import DetailForm, PermissionForm, PreferencesForm, StaffForm
from careers.guards import StaffRequest, needs
from careers.models import ContactDetail, PersonalCode, PersonalLink, Preferences, Student
from careers.permitted import rulings, sixteen_on
from careers.rules.asking import Purpose
from careers.rules.permissions import May

NO_LONGER_RIGHT = "staff found that it is no longer right"


def student_seen(request: StaffRequest, pk: int) -> Student:
    """The student, if the viewer may see them; otherwise a page that does not exist."""
    return get_object_or_404(Student.objects.visible_to(request.viewer).select_related("school", "cohort__school"), pk=pk)


@needs(May.KEEP_CONTACT)
@require_safe
def contact(request: StaffRequest, pk: int) -> HttpResponse:
    student, today = student_seen(request, pk), timezone.localdate()
    kept = ContactDetail.objects.filter(student=student)
    ruled = rulings([student], list(Purpose), on=today)
    said = list(student.permissions.select_related("recorded_by").order_by("-on", "-recorded_at", "-id"))
    return render(
        request,
        "contact/student.html",
        page(student)
        | {
            "current": list(kept.current().order_by("-whose", "name", "kind")),
            "ended": list(kept.exclude(ended_at=None).order_by("-ended_at")),
            "purposes": [(purpose, ruled[purpose][student.pk]) for purpose in Purpose],
            "said": said,
            "sixteen_on": sixteen_on(student),
            "is_sixteen": sixteen_on(student) <= today,
            "links": list(student.personal_links.select_related("revoked_by")),
            "now": timezone.now(),
            "preferences": Preferences.objects.filter(student=student).first(),
            "code": PersonalCode.objects.filter(student=student).first(),
        },
    )


def page(student: Student, heading: str = "Contact and permissions") -> dict[str, Any]:
    crumbs = [
        ("Cohort board", f"{reverse('students:board')}?leaving={student.cohort.leaving}"),
        (student.name, reverse("students:story", args=[student.pk])),
    ]
    if heading != "Contact and permissions":
        crumbs.append(("Contact and permissions", reverse("students:contact", args=[student.pk])))
    return {"heading": heading, "student": student, "crumbs": crumbs}


def filled_in(
    request: StaffRequest, student: Student, form: StaffForm, heading: str, done: str, save: Callable[..., object]
) -> HttpResponse:
    """A page with one form: shown, refused beside its fields, or saved and back to the student."""
    if request.method == "POST" and form.is_valid():
        try:
            save(**form.cleaned_data)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, done)
            return redirect("students:contact", student.pk)
    return render(request, "contact/form.html", page(student, heading) | {"form": form})


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    form = DetailForm(request.POST or None)
    return filled_in(
        request,
        student,
        form,
        "Add a contact detail",
        "The contact detail was kept.",
        partial(details.keep, student=student, by=request.user),
    )


@needs(May.KEEP_CONTACT)
@require_POST
def check(request: StaffRequest, pk: int, detail: int) -> HttpResponse:
    details.check(detail=detail_of(student_seen(request, pk), detail), by=request.user)
    messages.success(request, "Marked as right today.")
    return redirect("students:contact", pk)


@needs(May.KEEP_CONTACT)
@require_POST
def end(request: StaffRequest, pk: int, detail: int) -> HttpResponse:
    details.end(detail=detail_of(student_seen(request, pk), detail), by=request.user, why=NO_LONGER_RIGHT)
    messages.success(request, "It is used no more. Its history stays.")
    return redirect("students:contact", pk)


def detail_of(student: Student, pk: int) -> ContactDetail:
    return get_object_or_404(ContactDetail.objects.select_related("student__school"), student=student, pk=pk)


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def permission(request: StaffRequest, pk: int) -> HttpResponse:
    """Record what the student or a parent said."""
    student = student_seen(request, pk)
    form = PermissionForm(request.POST or None, initial={"purpose": request.GET.get("purpose", "")})
    return filled_in(
        request,
        student,
        form,
        "Record a permission or an objection",
        "Recorded. It holds from now on.",
        partial(permissions.record, student=student, by=request.user),
    )


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    form = PreferencesForm(request.POST or None, instance=Preferences.objects.filter(student=student).first())
    return filled_in(
        request, student, form, "How the student is asked", "Saved.", partial(details.prefer, student=student, by=request.user)
    )


@needs(May.KEEP_CONTACT)
@require_POST
def revoke_link(request: StaffRequest, pk: int, link: int) -> HttpResponse:
    student = student_seen(request, pk)
    links.revoke(link=get_object_or_404(PersonalLink.objects.select_related("student__school"), student=student, pk=link), by=request.user)
    messages.success(request, "The link opens nothing from now on.")
    return redirect("students:contact", pk)


@needs(May.KEEP_CONTACT)
@require_POST
def renew_code(request: StaffRequest, pk: int) -> HttpResponse:
    personal_codes.renew(student=student_seen(request, pk), by=request.user)
    messages.success(request, "The old code opens nothing from now on. Print a new slip from the survey.")
    return redirect("students:contact", pk)
