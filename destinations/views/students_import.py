"""The school's own export: choose a file, see what it would change, put columns right, apply."""

from typing import Any

from celery import Task
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from kombu.exceptions import OperationalError

from careers.actions import uploads
from careers.actions.students import RegisterChanged
from careers.guards import StaffRequest, needs
from careers.models import Upload
from careers.navigation import COHORT_KEY
from careers.rules.permissions import May
from destinations import previews, student_imports
from destinations.forms.uploads import ColumnsForm, StudentFileForm, in_reading_order
from destinations.resources.files import FileRefused, ReadTable
from destinations.resources.student_columns import field_choices, put_right
from destinations.student_tasks import apply_students, plan_students

HEADING = "Import students"
A_PAGE = 50
NOBODY_ANSWERS = "The file is waiting: nothing answers that could read it now. It starts by itself."


@needs(May.IMPORT_STUDENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    """Choose a file and its cohort."""
    school, today = request.viewer.school, timezone.localdate()
    cohorts = list(school.cohorts.all())
    form = StudentFileForm(request.POST or None, request.FILES or None, cohorts=cohorts, today=today)
    if request.method == "POST" and form.is_valid():
        file, leaving = form.cleaned_data["file"], form.cleaned_data["leaving"]
        upload = uploads.keep(school=school, by=request.user, purpose="students", data=file.read(), file_name=file.name, leaving=leaving)
        start_planning(request, upload)
        if not is_no_list(upload):
            return redirect("students:import_preview", upload.pk)
        form.add_error("file", upload.problem)
        uploads.discard(upload=upload, by=request.user)
    return render(request, "students/import.html", {"heading": HEADING, "form": form, "cohorts": cohorts})


def start_planning(request: StaffRequest, upload: Upload) -> None:
    """Plan a short file at once, and let the worker plan a long one."""
    uploads.wait(upload=upload, for_what=Upload.State.WAITING)
    if student_imports.is_short(upload):
        student_imports.plan(upload_id=upload.pk)
    else:
        send(request, plan_students, upload)
    upload.refresh_from_db()


def send(request: StaffRequest, task: Task, upload: Upload) -> None:
    """Tell the worker; where nobody hears it, the clock does later."""
    try:
        task.apply_async((upload.pk,), retry=False)
    except OperationalError:
        messages.info(request, NOBODY_ANSWERS)


def is_no_list(upload: Upload) -> bool:
    """Whether there is nothing to look at: not even columns were found."""
    return upload.state == Upload.State.REFUSED and not upload.planned


@needs(May.IMPORT_STUDENTS)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What the file would change, or how far it has come. A POST puts its columns right."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    if upload.state == Upload.State.KEPT:
        start_planning(request, upload)
    if upload.is_under_way or is_no_list(upload):
        context = {"heading": HEADING, "upload": upload, "crumbs": [(HEADING, reverse("students:import"))]}
        return render(request, "students/import_progress.html", context)
    if upload.state == Upload.State.APPLIED:
        return done(request, upload)
    file = student_imports.kept_file(upload)
    form = columns_form(upload, file, request.POST or None)
    if request.method == "POST" and form.is_valid():
        return put_columns_right(request, upload, file, form)
    return show(request, upload, form)


def columns_form(upload: Upload, file: ReadTable, given: Any) -> ColumnsForm:
    words = {column.letter: column.words for column in previews.columns(file)}
    choices = in_reading_order(field_choices(upload.school))
    return ColumnsForm(given, file=file, choices=choices, words=words)


def put_columns_right(request: StaffRequest, upload: Upload, file: ReadTable, form: ColumnsForm) -> HttpResponse:
    """Read the file again with what a person has changed, now or before, and say which other columns are taken for something else now."""
    columns = form.by_hand(upload.columns)
    try:
        put_right(file, [], upload.school, columns=form.cleaned_data)
    except FileRefused as refused:
        form.add_error(None, refused.sentence)
        return show(request, upload, form)
    uploads.put_columns_right(upload=upload, by=request.user, columns=columns)
    start_planning(request, upload)
    if upload.planned and not upload.is_under_way:
        now = student_imports.kept_file(upload)
        others = [column for column in previews.columns(now) if file.columns.get(column.letter) != now.columns.get(column.letter)]
        for column in (column for column in others if column.letter not in columns):
            messages.info(request, f"{column.words}, now that another column is not.")
    return redirect("students:import_preview", upload.pk)


def show(request: StaffRequest, upload: Upload, form: ColumnsForm) -> HttpResponse:
    """The preview, one pile at a time, from what was planned."""
    file = student_imports.kept_file(upload)
    context: dict[str, Any] = {"heading": HEADING, "upload": upload, "file": file, "form": form}
    context |= {"crumbs": [(HEADING, reverse("students:import"))], "problem": upload.problem}
    if upload.state == Upload.State.REFUSED:
        return render(request, "students/import_preview.html", context)
    kept = student_imports.kept_plan(upload)
    piles = previews.piles_of(kept.outline)
    chosen = request.GET.get("show") if request.GET.get("show") in piles else next((key for key, (_, n) in piles.items() if n), "new")
    tabs = [{"words": words, "count": n, "url": f"?show={key}", "current": key == chosen} for key, (words, n) in piles.items()]
    pile = previews.Pile(upload, kept, str(chosen), piles[str(chosen)][1])
    context |= {"plan": kept.outline, "digest": kept.digest, "tabs": tabs, "show": chosen, "told": previews.to_come(kept.outline)}
    if chosen in ("refused", "warnings"):
        context |= {"problems": pile.put_together(), "not_looked_at": pile.not_looked_at}
    else:
        context["page_obj"] = Paginator(pile, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "students/import_preview.html", context)


@needs(May.IMPORT_STUDENTS)
@require_safe
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    """How far a file has come: the part of the page that asks again, or the whole page where there is no script."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    if not request.htmx:
        return redirect("students:import_preview", upload.pk)
    response = render(request, "students/parts/import_progress.html", {"upload": upload})
    if not upload.is_under_way:
        response["HX-Refresh"] = "true"
    return response


@needs(May.IMPORT_STUDENTS)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what was shown. Where that is no longer what would happen, show it again instead."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    if upload.state != Upload.State.PLANNED:
        return redirect("students:import_preview", upload.pk)
    if upload.planned["digest"] != request.POST.get("plan"):
        messages.warning(request, RegisterChanged.sentence)
        return redirect("students:import_preview", upload.pk)
    start_applying(request, upload)
    if upload.state != Upload.State.APPLIED:
        return redirect("students:import_preview", upload.pk)
    response = done(request, upload)
    uploads.discard(upload=upload, by=request.user)
    return response


def start_applying(request: StaffRequest, upload: Upload) -> None:
    """Apply few changes at once, and let the worker apply many."""
    uploads.wait(upload=upload, for_what=Upload.State.ASKED)
    if student_imports.is_quick(upload):
        apply_students(upload.pk)
    else:
        send(request, apply_students, upload)
    upload.refresh_from_db()


def done(request: StaffRequest, upload: Upload) -> HttpResponse:
    """What was done, with the refused rows and who is missing."""
    kept = student_imports.kept_plan(upload)
    refused = previews.Pile(upload, kept, "refused", kept.outline.refused)
    with upload.plan.open("rb") as file:
        missing = kept.lines(file, "missing", 0, 100)
    remember_cohort(request, kept.outline.leaving)
    context = {"heading": "Students imported", "plan": kept.outline, "missing": missing, "upload": upload}
    context |= {"told": previews.done(kept.outline), "problems": refused.put_together(), "not_looked_at": refused.not_looked_at}
    context |= {"crumbs": [(HEADING, reverse("students:import"))]}
    return render(request, "students/import_done.html", context)


@needs(May.IMPORT_STUDENTS)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.STUDENTS, pk)
    if upload is None:
        return gone(request)
    if upload.state in (Upload.State.ASKED, Upload.State.APPLYING):
        messages.warning(request, "This file is being applied.")
        return redirect("students:import_preview", upload.pk)
    uploads.discard(upload=upload, by=request.user)
    messages.success(
        request, "The file was removed." if upload.state == Upload.State.APPLIED else "The file was removed. Nothing was changed."
    )
    return redirect("students:import")


def gone(request: StaffRequest) -> HttpResponse:
    """What a second press of a button meets, and whoever asks for somebody else's file."""
    context = {"heading": HEADING, "again": reverse("students:import")}
    return render(request, "imports/gone.html", context, status=404)


def remember_cohort(request: StaffRequest, leaving: int) -> None:
    """The cohort just imported is the one to look at next."""
    cohort = request.viewer.school.cohorts.filter(leaving=leaving).first()
    if cohort:
        request.session[COHORT_KEY] = cohort.pk
