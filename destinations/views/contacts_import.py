"""A list of contact details: choose a file, see what it would change, put columns right, apply."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from careers.actions import contact_lists, uploads
from careers.actions.contact_lists import ContactsChanged
from careers.guards import StaffRequest, needs
from careers.imports.vocabularies import CONTACTS
from careers.models import Student, Upload
from careers.rules.contact import ContactKind, Whose
from careers.rules.contact_plan import ContactPlan
from careers.rules.permissions import May
from careers.rules.phone_numbers import as_shown
from careers.rules.problems import Problem
from destinations import previews
from destinations.forms.uploads import ColumnsForm, FileForm, in_reading_order
from destinations.resources.contacts import ContactList, lines_of, list_of, read_contacts
from destinations.resources.files import FileRefused, ReadTable

HEADING = "Import contact details"
A_PAGE = 50
MOST_ROWS = 3_000
TOO_MANY = "This list has {:,} rows. This page takes up to {:,}: split it, for example by year group."


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            table = read_contacts(data, file.name, today=timezone.localdate()).table
            if len(table.data_rows) > MOST_ROWS:
                raise FileRefused(TOO_MANY.format(len(table.data_rows), MOST_ROWS))
        except FileRefused as problem:
            form.add_error("file", problem.sentence)
        else:
            kept = uploads.keep(school=request.viewer.school, by=request.user, purpose="contacts", data=data, file_name=file.name)
            return redirect("contacts:import_preview", kept.pk)
    return render(request, "contact/import.html", {"heading": HEADING, "form": form, "crumbs": crumbs()})


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What the list would change. A POST puts its columns right."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.CONTACTS, pk)
    if upload is None:
        return gone(request)
    file, problem = read_upload(upload)
    words = {column.letter: column.words for column in previews.columns(file)}
    form = ColumnsForm(request.POST or None, file=file, choices=in_reading_order(CONTACTS.choices()), words=words)
    if request.method == "POST" and form.is_valid():
        try:
            read_contacts(upload.data(), upload.file_name, today=timezone.localdate(), columns=form.cleaned_data)
        except FileRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            uploads.put_columns_right(upload=upload, by=request.user, columns=form.cleaned_data)
            return redirect("contacts:import_preview", upload.pk)
    return show(request, upload, file, form, problem)


def show(request: StaffRequest, upload: Upload, file: ReadTable, form: ColumnsForm, problem: str) -> HttpResponse:
    """The preview, one pile at a time."""
    context: dict[str, Any] = {"heading": HEADING, "upload": upload, "file": file, "form": form, "crumbs": crumbs(), "problem": problem}
    try:
        found = list_of(file, upload.school)
    except FileRefused as refused:
        return render(request, "contact/import_preview.html", context | {"problem": problem or refused.sentence})
    piles = piles_of(found)
    chosen = request.GET.get("show") if request.GET.get("show") in piles else next((key for key, (_, rows) in piles.items() if rows), "new")
    tabs = [{"words": words, "count": len(rows), "url": f"?show={key}", "current": key == chosen} for key, (words, rows) in piles.items()]
    context |= {"found": found, "tabs": tabs, "show": chosen, "told": in_words(found.plan, found.problems, "to add")}
    if chosen == "refused":
        return render(request, "contact/import_preview.html", context | {"problems": previews.put_together(found.problems)})
    page = Paginator(piles[str(chosen)][1], A_PAGE).get_page(request.GET.get("page"))
    return render(request, "contact/import_preview.html", context | {"page_obj": page})


def in_words(plan: ContactPlan, problems: Sequence[Problem], added: str) -> str:
    """What a list would do or has done, in a sentence's end."""
    left_out = {problem.row for problem in problems if not problem.kept}
    return previews.in_words((len(plan.new), added), (len(plan.same), "the same"), previews.rows_refused(len(left_out)))


def piles_of(found: ContactList) -> dict[str, tuple[str, Any]]:
    """Students of whom something is new, of whom something takes another's place, and what could not be taken in."""
    shown = list(lines_of(found))
    names = {student.pk: student.register_name for student in Student.objects.filter(pk__in=[student for student, _ in shown])}
    rows = [
        (any(old for _, old in lines), previews.Shown(found.rows[student], names[student], tuple(line(one, old) for one, old in lines)))
        for student, lines in shown
    ]
    return {
        "new": ("New", [one for changes, one in rows if not changes]),
        "changed": ("Replaced", [one for changes, one in rows if changes]),
        "refused": ("Problems", found.problems),
    }


def line(one: Any, old: str) -> previews.Line:
    whose = f"{one.name or 'parent or carer'}, " if one.whose is Whose.PARENT else ""
    is_number = one.kind in (ContactKind.MOBILE, ContactKind.PHONE)
    before, after = (as_shown(text) if is_number else text.replace("\n", ", ") for text in (old, one.value))
    kind = "email" if one.kind is ContactKind.EMAIL and whose else one.kind.label.lower()
    return previews.Line(f"{whose}{kind}", before or "nothing", after)


@needs(May.KEEP_CONTACT)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what was shown. Where that is no longer what would happen, show it again instead."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.CONTACTS, pk)
    if upload is None:
        return gone(request)
    today = timezone.localdate()
    source = f"list imported on {today.day} {today:%B %Y}"
    keep = partial(contact_lists.keep_all, school=upload.school, source=source, on=today, by=request.user, file_name=upload.file_name)
    try:
        found = list_of(read_upload(upload)[0], upload.school)
        plan = keep(told=found.told, shown=request.POST.get("plan", ""))
    except ContactsChanged as changed:
        messages.warning(request, changed.sentence)
        return redirect("contacts:import_preview", upload.pk)
    except FileRefused:
        return redirect("contacts:import_preview", upload.pk)
    done = in_words(plan, found.problems, "added").capitalize()
    uploads.discard(upload=upload, by=request.user)
    messages.success(request, f"{done}.")
    return redirect("contacts:missing")


@needs(May.KEEP_CONTACT)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.CONTACTS, pk)
    if upload is None:
        return gone(request)
    uploads.discard(upload=upload, by=request.user)
    messages.success(request, "The file was removed. Nothing was changed.")
    return redirect("contacts:missing")


def gone(request: StaffRequest) -> HttpResponse:
    return render(request, "imports/gone.html", {"heading": HEADING, "again": reverse("contacts:import"), "crumbs": crumbs()}, status=404)


def read_upload(upload: Upload) -> tuple[ReadTable, str]:
    """The list with its columns as they were put right; should those no longer do, as they were guessed, and why."""
    today = timezone.localdate()
    try:
        return read_contacts(upload.data(), upload.file_name, today=today, columns=upload.columns), ""
    except FileRefused as refused:
        return read_contacts(upload.data(), upload.file_name, today=today), refused.sentence


def crumbs() -> list[tuple[str, str]]:
    return [("Contact details missing", reverse("contacts:missing"))]
