"""The first page, and the two choices that stand at the top of every page."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from careers.guards import StaffRequest
from careers.middleware import MEMBERSHIP_KEY
from careers.models import Cohort
from careers.navigation import COHORT_KEY, cohorts, first_page, task_of


@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """To the page where this person's work starts; while there is none, a page that says so."""
    start = first_page(request.viewer)
    return redirect(start) if start else render(request, "home.html")


@require_POST
def choose_school(request: StaffRequest) -> HttpResponse:
    """Work in another school, or in another role. The cohort chosen before belongs to the other school, so it is forgotten."""
    asked = request.POST.get("membership", "")
    membership = next((m for m in request.memberships if str(m.pk) == asked), None)
    if membership:
        request.session[MEMBERSHIP_KEY] = membership.pk
        request.session.pop(COHORT_KEY, None)
    return redirect("home")


@require_POST
def choose_cohort(request: StaffRequest) -> HttpResponse:
    asked = request.POST.get("cohort", "")
    cohort = next((c for c in cohorts(request) if str(c.pk) == asked), None)
    if cohort is None:
        return redirect("home")
    request.session[COHORT_KEY] = cohort.pk
    return redirect(same_page_for(cohort, request))


def same_page_for(cohort: Cohort, request: StaffRequest) -> str:
    """The page the choice was made on, showing `cohort`; the first page where that address is not one of ours."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return reverse("home")
    parts = urlsplit(back)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return reverse("home")
    path = parts.path
    if "pk" in match.kwargs:  # a student or a list stays in its own cohort
        return task_of(match.view_name) or reverse("home")
    if "leaving" in match.kwargs:
        path = reverse(match.view_name, kwargs={**match.kwargs, "leaving": cohort.leaving})
    query = [(key, str(cohort.leaving) if key == "leaving" else value) for key, value in parse_qsl(parts.query) if key != "page"]
    return urlunsplit(("", "", path, urlencode(query), ""))
