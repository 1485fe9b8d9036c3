"""Settings of permissions: the school's lawful bases and the words it asks with."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from careers import wordings
from careers.actions import permissions
from careers.forms.permissions import BasisForm, WordsForm
from careers.guards import StaffRequest, needs
from careers.models import LawfulBasis, Wording
from careers.navigation import chosen_cohort
from careers.permitted import bases_of
from careers.rules.asking import USUAL_BASIS, Basis, Purpose
from careers.rules.permission_words import unknown_places
from careers.rules.permissions import May


@dataclass(frozen=True, slots=True)
class Row:
    """One purpose as the list shows it."""

    purpose: Purpose
    basis: Basis
    usual: bool
    note: str
    version: int


@needs(May.KEEP_CONTACT)
@require_safe
def purposes(request: StaffRequest) -> HttpResponse:
    school = request.viewer.school
    bases, versions = bases_of(school), wordings.latest_versions(school)
    notes = dict(LawfulBasis.objects.filter(school=school).values_list("purpose", "note"))
    rows = [Row(p, bases[p], bases[p] is USUAL_BASIS[p], notes.get(p, ""), versions[p]) for p in Purpose]
    return render(request, "permissions/list.html", {"heading": "Permissions", "rows": rows})


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def basis(request: StaffRequest, purpose: str) -> HttpResponse:
    asked, school = known(purpose), request.viewer.school
    kept = LawfulBasis.objects.filter(school=school, purpose=asked).first()
    now = {"basis": bases_of(school)[asked].value, "note": kept.note if kept else ""}
    form = BasisForm(request.POST or None, purpose=asked, initial=now)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        permissions.set_basis(school=school, purpose=asked, basis=Basis(given["basis"]), note=given["note"], by=request.user)
        messages.success(request, "Saved. It holds from now on.")
        return redirect("permissions:list")
    return render(request, "permissions/basis.html", page(asked, "Lawful basis") | {"form": form})


@needs(May.KEEP_CONTACT)
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: StaffRequest, purpose: str) -> HttpResponse:
    """Write a new version, see how it reads, save it. Earlier versions stay below."""
    asked, school = known(purpose), request.viewer.school
    in_use, version = wordings.wording(school, asked)
    form = WordsForm(request.POST or None, initial={"words": in_use})
    if request.method == "POST" and form.is_valid() and "preview" not in request.POST:
        try:
            new = permissions.set_words(school=school, purpose=asked, words=form.cleaned_data["words"], by=request.user)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, f"Version {new} is in use from now on." if new != version else "The words are as they were.")
            return redirect("permissions:list")
    written = request.POST.get("words", in_use)
    shown = wordings.shown(written, school, chosen_cohort(request))
    versions = list(Wording.objects.filter(school=school, purpose=asked).select_related("by"))
    context = {"form": form, "shown": shown, "version": version, "versions": versions, "unknown": unknown_places(written)}
    return render(request, "permissions/words.html", page(asked, "Words") | context)


def page(purpose: Purpose, heading: str) -> dict[str, Any]:
    return {"heading": heading, "purpose": purpose, "crumbs": [("Permissions", reverse("permissions:list"))]}


def known(purpose: str) -> Purpose:
    """Raises Http404 for what is no purpose."""
    try:
        return Purpose(purpose)
    except ValueError:
        raise Http404 from None
