"""What a named person decides about one student: settle, exclude, add or withdraw a statement, safety marks."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from careers.actions.safety import mark_safety
from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.rules.permissions import May
from destinations.actions import destinations as actions
from destinations.actions.evidence import withdraw
from destinations.actions.statements import add_statement as keep_statement
from destinations.forms.decisions import ExcludeForm, SafetyForm, SettleForm, StatementForm, WithdrawForm
from destinations.models import Evidence
from destinations.rules.checkpoints import CHECKPOINT_NAMES, Checkpoint
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.views.story import student_seen

ASK = ["GET", "HEAD", "POST"]


def page(request: StaffRequest, student: Student, form, heading: str, **more) -> HttpResponse:
    crumbs = [("Cohort board", f"{reverse('students:board')}?leaving={student.cohort.leaving}")]
    crumbs.append((student.name, reverse("students:story", args=[student.pk])))
    return render(request, "students/decide.html", {"heading": heading, "student": student, "form": form, "crumbs": crumbs, **more})


def checkpoint_named(name: str) -> Checkpoint:
    if name not in CHECKPOINT_NAMES:
        raise Http404
    return Checkpoint(name)


@needs(May.DECIDE)
@require_http_methods(ASK)
def settle(request: StaffRequest, pk: int, checkpoint: str) -> HttpResponse:
    student, asked = student_seen(request, pk), checkpoint_named(checkpoint)
    form = SettleForm(request.POST or None, school=student.school, checkpoint=asked)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, "outcome": form.cleaned_data["outcome"] or ""}
        if given["outcome"] or given["route"]:
            actions.settle(student=student, checkpoint=asked, by=request.user, **given)
            messages.success(request, f"{asked.label} is settled.")
            return redirect("students:story", pk)
        form.add_error("route", "Choose what the student planned to do.")
    answer = student.destinations.filter(checkpoint=asked).select_related("provider").first()
    return page(request, student, form, f"Settle {asked.label}", answer=answer and answer.reason)


@needs(May.DECIDE)
@require_POST
def unsettle(request: StaffRequest, pk: int, checkpoint: str) -> HttpResponse:
    student, asked = student_seen(request, pk), checkpoint_named(checkpoint)
    if actions.unsettle(student=student, checkpoint=asked, by=request.user):
        messages.success(request, f"{asked.label} is answered by the evidence again.")
    return redirect("students:story", pk)


@needs(May.DECIDE)
@require_http_methods(ASK)
def exclude(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    form = ExcludeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.exclude(student=student, by=request.user, **form.cleaned_data)
        messages.success(request, "This student is no longer counted. Every figure says how many are not, and why.")
        return redirect("students:story", pk)
    return page(request, student, form, "Do not count this student", answer="Figures leave the student out and say so; the story stays.")


@needs(May.DECIDE)
@require_POST
def include(request: StaffRequest, pk: int) -> HttpResponse:
    if actions.include(student=student_seen(request, pk), by=request.user):
        messages.success(request, "This student is counted again.")
    return redirect("students:story", pk)


@needs(May.DECIDE)
@require_http_methods(ASK)
def add_statement(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    form = StatementForm(request.POST or None, school=student.school)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        kind, said = SourceKind(given.pop("source_kind")), Said(given.pop("said"))
        stated = keep_statement(student=student, by=request.user, kind=kind, said=said, **given)
        messages.success(request, "The statement is added." if stated.added else "We had this statement already; nothing was added.")
        return redirect("students:story", pk)
    return page(request, student, form, "Add what somebody told us")


@needs(May.DECIDE)
@require_http_methods(ASK)
def withdraw_statement(request: StaffRequest, pk: int, evidence: int) -> HttpResponse:
    student = student_seen(request, pk)
    visible = Evidence.objects.visible_to(request.viewer).select_related("source", "provider")
    statement = get_object_or_404(visible, pk=evidence, student=student)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw(school=student.school, by=request.user, evidence=[statement], why=form.cleaned_data["why"])
        messages.success(request, "The statement is withdrawn. It stays in the story, crossed out.")
        return redirect("students:story", pk)
    return page(request, student, form, "Withdraw a statement", answer=f"{statement.source} {statement.says}")


@needs(May.CHANGE_SAFETY)
@require_http_methods(ASK)
def safety(request: StaffRequest, pk: int) -> HttpResponse:
    student = student_seen(request, pk)
    form = SafetyForm(request.POST if request.method == "POST" else None, initial={m: getattr(student, m) for m in Student.SAFETY_MARKS})
    if request.method == "POST" and form.is_valid():
        mark_safety(student=student, by=request.user, marks=form.cleaned_data)
        messages.success(request, "The safety marks are saved.")
        return redirect("students:story", pk)
    return page(request, student, form, "Safety marks", answer="Any mark keeps the student out of every file that leaves the school.")
