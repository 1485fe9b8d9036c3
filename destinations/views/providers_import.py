"""A list of providers: choose a file, see what it would change, put columns right, apply."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from careers.actions import uploads
from careers.guards import StaffRequest, needs
from careers.imports.vocabularies import PROVIDERS
from careers.models import Upload
from careers.rules.permissions import May
from destinations import previews
from destinations.actions.provider_lists import RegisterChanged, import_providers
from destinations.forms.uploads import ColumnsForm, FileForm, in_reading_order
from destinations.resources.files import FileRefused, ReadTable
from destinations.resources.providers import plan_import, read_providers
from destinations.rules.provider_plan import ProviderPlan

HEADING = "Import providers"
A_PAGE = 50
MOST_ROWS = 2_000
TOO_MANY = "This list has {:,} rows. This page takes up to {:,}; ask whoever keeps the server to use the command import_providers."


@needs(May.KEEP_PROVIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            table = read_providers(data, file.name, home=request.viewer.school.la_code).table
            if len(table.data_rows) > MOST_ROWS:
                raise FileRefused(TOO_MANY.format(len(table.data_rows), MOST_ROWS))
        except FileRefused as problem:
            form.add_error("file", problem.sentence)
        else:
            kept = uploads.keep(school=request.viewer.school, by=request.user, purpose="providers", data=data, file_name=file.name)
            return redirect("providers:import_preview", kept.pk)
    return render(request, "providers/import.html", {"heading": HEADING, "form": form, "crumbs": crumbs()})


@needs(May.KEEP_PROVIDERS)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """What the list would change. A POST puts its columns right."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.PROVIDERS, pk)
    if upload is None:
        return gone(request)
    file, problem = read_upload(upload, wanted(request.GET))
    words = {column.letter: column.words for column in previews.columns(file)}
    form = ColumnsForm(request.POST or None, file=file, choices=in_reading_order(PROVIDERS.choices()), words=words)
    if request.method == "POST" and form.is_valid():
        try:
            read_providers(upload.data(), upload.file_name, columns=form.cleaned_data, home=upload.school.la_code)
        except FileRefused as refused:
            form.add_error(None, refused.sentence)
        else:
            uploads.put_columns_right(upload=upload, by=request.user, columns=form.cleaned_data)
            return redirect("providers:import_preview", upload.pk)
    return show(request, upload, file, form, problem)


def show(request: StaffRequest, upload: Upload, file: ReadTable, form: ColumnsForm, problem: str) -> HttpResponse:
    """The preview, one pile at a time."""
    context: dict[str, Any] = {"heading": HEADING, "upload": upload, "file": file, "form": form, "crumbs": crumbs()}
    context |= {"problem": problem}
    try:
        plan = plan_import(file, upload.school)
    except FileRefused as refused:
        return render(request, "providers/import_preview.html", context | {"problem": problem or refused.sentence})
    piles = piles_of(plan)
    chosen = request.GET.get("show") if request.GET.get("show") in piles else next((key for key, (_, rows) in piles.items() if rows), "new")
    tabs = [
        {"words": words, "count": len(rows), "url": with_authorities(f"?show={key}", file), "current": key == chosen}
        for key, (words, rows) in piles.items()
    ]
    context |= {"plan": plan, "tabs": tabs, "show": chosen, "told": told(plan, "to add", "to change")}
    if chosen == "refused":
        return render(request, "providers/import_preview.html", context | {"problems": previews.put_together(plan.problems)})
    page = Paginator(piles[str(chosen)][1], A_PAGE).get_page(request.GET.get("page"))
    return render(request, "providers/import_preview.html", context | {"page_obj": page})


def told(plan: ProviderPlan, added: str, changed: str) -> str:
    """What a list of providers does, without what it does not."""
    some = (len(plan.new), added), (len(plan.changed), changed), (len(plan.same), "the same")
    return previews.in_words(*some, previews.rows_refused(plan.rows_refused))


def piles_of(plan: ProviderPlan) -> dict[str, tuple[str, Any]]:
    return {
        "new": ("New", previews.new_providers(plan)),
        "changed": ("Changed", previews.changed_providers(plan)),
        "refused": ("Problems", plan.problems),
    }


@needs(May.KEEP_PROVIDERS)
@require_POST
def apply(request: StaffRequest, pk: int) -> HttpResponse:
    """Write what was shown. Where that is no longer what would happen, show it again instead."""
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.PROVIDERS, pk)
    if upload is None:
        return gone(request)
    try:
        plan = plan_import(read_upload(upload, wanted(request.POST))[0], upload.school)
        if plan.digest != request.POST.get("plan"):
            raise RegisterChanged
        import_providers(school=upload.school, plan=plan, by=request.user, file_name=upload.file_name, file_digest=upload.digest)
    except RegisterChanged as changed:
        messages.warning(request, changed.sentence)
        return redirect("providers:import_preview", upload.pk)
    except FileRefused:
        return redirect("providers:import_preview", upload.pk)
    uploads.discard(upload=upload, by=request.user)
    messages.success(request, f"Providers: {told(plan, 'added', 'changed')}.")
    return redirect("providers:list")


@needs(May.KEEP_PROVIDERS)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    upload = Upload.objects.looked_at(request.viewer, Upload.Purpose.PROVIDERS, pk)
    if upload is None:
        return gone(request)
    uploads.discard(upload=upload, by=request.user)
    messages.success(request, "The file was removed. Nothing was changed.")
    return redirect("providers:list")


def gone(request: StaffRequest) -> HttpResponse:
    return render(request, "imports/gone.html", {"heading": HEADING, "again": reverse("providers:import"), "crumbs": crumbs()}, status=404)


def read_upload(upload: Upload, authorities: list[str] | None) -> tuple[ReadTable, str]:
    """The list with its columns as they were put right; should those no longer do, as they were guessed, and why."""
    read = partial(read_providers, upload.data(), upload.file_name, home=upload.school.la_code, authorities=authorities)
    try:
        return read(columns=upload.columns), ""
    except FileRefused as refused:
        return read(), refused.sentence


def wanted(asked: QueryDict) -> list[str] | None:
    """The local authorities that were ticked; None where nobody was asked yet."""
    return asked.getlist("la") or None


def with_authorities(address: str, file: ReadTable) -> str:
    """The address of another pile with the same authorities ticked."""
    ticked = urlencode([("la", authority.code) for authority in file.authorities if authority.wanted])
    return f"{address}&{ticked}" if ticked else address


def crumbs() -> list[tuple[str, str]]:
    return [("Providers", reverse("providers:list"))]
