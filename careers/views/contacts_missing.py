"""Contact details that are missing, while somebody can still ask for them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from careers import contact_gaps
from careers.actions import audit
from careers.exports import download
from careers.forms.contacts_missing import GapsForm
from careers.guards import StaffRequest, needs
from careers.navigation import chosen_cohort
from careers.rules.contact_gaps import Gap
from careers.rules.permissions import May

HEADING = "Contact details missing"
A_PAGE = 50
EXPORTED = ["Form", "Surname", "Forename", "Known as", *(gap.label for gap in Gap)]


def found_for(request: StaffRequest) -> contact_gaps.Found | None:
    """The list as it is filtered; None where there is no cohort yet. Filters that mean nothing narrow nothing."""
    cohort = chosen_cohort(request)
    if cohort is None:
        return None
    gap = request.GET.get("gap", "")
    return contact_gaps.find(request.viewer, cohort, form=request.GET.get("form", ""), gap=gap if gap in list(Gap) else "")


@needs(May.KEEP_CONTACT)
@require_safe
def missing(request: StaffRequest) -> HttpResponse:
    found, cohort = found_for(request), chosen_cohort(request)
    if found is None:
        return render(request, "contact/missing.html", {"heading": HEADING})
    form = GapsForm(request.GET, forms_there=found.forms)
    context = {"heading": HEADING, "cohort": cohort, "found": found, "form": form, "page_obj": page_of(request, found)}
    context |= {"tabs": tabs(request, found), "held_back": held_back(found)}
    context |= {"narrowed": bool(request.GET.get("form") or request.GET.get("gap"))}
    return render(request, "contact/missing.html", context)


def tabs(request: StaffRequest, found: contact_gaps.Found) -> list[dict[str, Any]]:
    """One for each thing that may be missing; the form that was chosen stays."""
    form, now = request.GET.get("form", ""), request.GET.get("gap", "")
    every = [("", "Anything", found.any_gap), *((gap.value, gap.label, found.counts[gap]) for gap in Gap)]
    kept = {"form": form} if form else {}
    return [
        {"words": words, "count": number, "url": f"?{urlencode(kept | ({'gap': key} if key else {}))}", "current": key == now}
        for key, words, number in every
    ]


def page_of(request: StaffRequest, found: contact_gaps.Found) -> object:
    return Paginator(found.rows, A_PAGE).get_page(request.GET.get("page"))


def held_back(found: contact_gaps.Found) -> int:
    return sum(not row.student.may_leave_the_school for row in found.rows)


@needs(May.EXPORT)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """The list as it is filtered, for tutors to ask by, without the students whom a safety mark keeps off every list."""
    found, cohort = found_for(request), chosen_cohort(request)
    if found is None or cohort is None:
        return redirect("contacts:missing")
    out = [row for row in found.rows if row.student.may_leave_the_school]
    counts = {"students": len(out), "held_back": len(found.rows) - len(out)}
    audit.record(school=cohort.school, by=request.user, verb="exported missing contact details", subject=cohort, **counts)
    rows = [
        [s.form, s.surname, s.forename, s.known_as, *("missing" if gap in row.gaps else "" for gap in Gap)]
        for row in out
        for s in [row.student]
    ]
    return download(f"contacts-missing-{cohort.leaving}", request.GET.get("format", "xlsx"), EXPORTED, rows)
