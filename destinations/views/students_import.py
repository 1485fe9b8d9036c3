"""The school's own export: choose a file, see what it would change, put columns right, apply."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from careers.actions import uploads
from careers.actions.students import RegisterChanged
from careers.guards import StaffRequest, needs
from careers.models import Upload
from careers.navigation import COHORT_KEY
from careers.rules.permissions import May
from careers.rules.student_plan import Plan
from destinations import previews
from destinations.actions.students import import_students
from destinations.forms.uploads import ColumnsForm, StudentFileForm, in_reading_order
from destinations.resources.files import FileRefused, ReadTable
from destinations.resources.student_columns import field_choices, read_students
from destinations.resources.students import plan_import

HEADING = "Import students"
A_PAGE = 50
MOST_ROWS = 5_000  # more would keep a browser waiting; the command takes any number
TOO_MANY = "This file has {:,} rows. This page takes up to {:,}; ask whoever keeps the server to use the command import_students."


@needs(May.IMPORT_STUDENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    """Choose a file and its cohort."""
    school, today = request.viewer.school, timezone.localdate()
    cohorts = list(school.cohorts.all())
    form = StudentFileForm(request.POST or None, request.FILES or None, cohorts=cohorts, today=today)
    if request.method == "POST" and form.is_valid():
        file, leaving = form.cleaned_data["file"], form.cleaned_data["leaving"]
        data = file.read()
        try:
            table = read_students(data, file.name, school, today=today).table
            if len(table.data_rows) > MOST_ROWS:
                raise FileRefused(TOO_MANY.format(len(table.data_rows), MOST_ROWS))
        except FileRefused as problem:
            form.add_error("file", problem.sentence)
        else:
            upload = uploads.keep(school=school, by=request.user, purpose="students", data=data, file_name=file.name, leaving=leaving)
            return redirect("students:import_preview", upload.pk)
    return render(request, "students/import.html", {"heading": HEADING, "form": form, "cohorts": cohorts})


@needs(May.IMPORT_STUDENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What the file would change. A POST puts its columns right."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    file, problem = read_upload(upload)
    form = ColumnsForm(request.POST or None, file=file, choices=in_reading_order(field_choices(upload.school)))
    if request.method == "POST" and form.is_valid():
        try:
            read_upload(upload, form.cleaned_data, refuse=True)
        except FileRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            uploads.put_columns_right(upload=upload, by=request.user, columns=form.cleaned_data)
            return redirect("students:import_preview", upload.pk)
    return show(request, upload, file, form, problem)


def show(request: StaffRequest, upload: Upload, file: ReadTable, form: ColumnsForm, problem: str = "") -> HttpResponse:
    """The preview, one pile at a time."""
    context: dict[str, Any] = {"heading": HEADING, "upload": upload, "file": file, "form": form, "columns": previews.columns(file)}
    context["crumbs"] = [(HEADING, reverse("students:import"))]
    try:
        plan = plan_import(file, upload.school, leaving=upload.leaving or 0, today=timezone.localdate())
    except FileRefused as refused:
        return render(request, "students/import_preview.html", context | {"problem": problem or refused.sentence})
    piles = piles_of(plan)
    chosen = request.GET.get("show") if request.GET.get("show") in piles else next((key for key, (_, n) in piles.items() if n), "columns")
    tabs = [{"words": words, "count": n, "url": f"?show={key}", "current": key == chosen} for key, (words, n) in piles.items()]
    page = Paginator(rows_of(plan, upload, str(chosen)), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "students/import_preview.html",
        context | {"plan": plan, "tabs": tabs, "show": chosen, "page_obj": page, "problem": problem},
    )


def piles_of(plan: Plan) -> dict[str, tuple[str, int]]:
    return {
        "new": ("New", len(plan.new)),
        "changed": ("Changed", len(plan.changed)),
        "missing": ("No longer in it", len(plan.missing)),
        "refused": ("Refused", len(plan.refused)),
        "warnings": ("Worth a look", len(plan.warnings)),
    }


def rows_of(plan: Plan, upload: Upload, show: str) -> Any:
    if show == "new":
        return previews.new_students(plan, upload.school)
    if show == "changed":
        return previews.changed_students(plan, upload.school)
    return {"missing": plan.missing, "refused": plan.refused, "warnings": plan.warnings}.get(show, ())


@needs(May.IMPORT_STUDENTS)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what was shown. Where that is no longer what would happen, show it again instead."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    file, _ = read_upload(upload)
    try:
        plan = plan_import(file, upload.school, leaving=upload.leaving or 0, today=timezone.localdate())
        if plan.digest != request.POST.get("plan"):
            raise RegisterChanged
        import_students(school=upload.school, plan=plan, by=request.user, file_name=upload.file_name, file_digest=upload.digest)
    except RegisterChanged as changed:
        messages.warning(request, changed.sentence)
        return redirect("students:import_preview", upload.pk)
    except FileRefused:
        return redirect("students:import_preview", upload.pk)
    uploads.discard(upload=upload, by=request.user)
    remember_cohort(request, plan.leaving)
    context = {"heading": "Students imported", "plan": plan, "crumbs": [(HEADING, reverse("students:import"))]}
    return render(request, "students/import_done.html", context)


@needs(May.IMPORT_STUDENTS)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    uploads.discard(upload=upload, by=request.user)
    messages.success(request, "The file was removed. Nothing was changed.")
    return redirect("students:import")


def gone(request: StaffRequest) -> HttpResponse:
    """What a second press of a button meets, and whoever asks for somebody else's file."""
    context = {"heading": HEADING, "again": reverse("students:import")}
    return render(request, "imports/gone.html", context, status=404)


def read_upload(upload: Upload, columns: dict[str, str] | None = None, *, refuse: bool = False) -> tuple[ReadTable, str]:
    """The file with its columns as they were put right; should those no longer do, as they were guessed, and why."""
    data, today = upload.data(), timezone.localdate()
    try:
        return read_students(data, upload.file_name, upload.school, today=today, columns=columns or upload.columns), ""
    except FileRefused as refused:
        if refuse:
            raise
        return read_students(data, upload.file_name, upload.school, today=today), refused.sentence


def remember_cohort(request: StaffRequest, leaving: int) -> None:
    """The cohort just imported is the one to look at next."""
    cohort = request.viewer.school.cohorts.filter(leaving=leaving).first()
    if cohort:
        request.session[COHORT_KEY] = cohort.pk
