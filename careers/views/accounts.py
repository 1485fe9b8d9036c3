"""Who works with Waymark in this school, in which role."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers.actions import accounts
from careers.forms.accounts import PersonForm, ScopeForm, scope_of
from careers.guards import StaffRequest, needs
from careers.models import Membership, kinds_of
from careers.models.school import MembershipQuerySet
from careers.rules.accounts import sees_nobody_yet
from careers.rules.permissions import May, Role


@needs(May.KEEP_ACCOUNTS)
@require_safe
def people(request: StaffRequest) -> HttpResponse:
    """Everybody with a role here, and whose role has ended."""
    viewer, today = request.viewer, timezone.localdate()
    names = {kind.key: kind.name for kind in kinds_of(viewer.school)}
    roles = [shown(membership, viewer, names) for membership in of_the_school(request).current(today)]
    ended = of_the_school(request).filter(until__lt=today).order_by("-until", "user__name")[:100]
    return render(request, "accounts/list.html", {"heading": "Accounts", "roles": roles, "ended": ended})


def shown(membership: Membership, viewer: Membership, names: dict[str, str]) -> dict[str, object]:
    return {
        "membership": membership,
        "role": Role(membership.role).label,
        "group": names.get(membership.group, membership.group),
        "sees_nobody": sees_nobody_yet(membership.role, forms=membership.forms, group=membership.group),
        "may_change": accounts.why_not_touch(membership, viewer) is None,
    }


@needs(May.KEEP_ACCOUNTS)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Give somebody a role. Whoever is new gets a link to set a password, shown once."""
    viewer = request.viewer
    form = PersonForm(request.POST or None, giver=viewer)
    if request.method == "POST" and form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("email", "name", "role")}
        try:
            membership = accounts.give_role(school=viewer.school, scope=form.scope, by=request.user, giver=viewer, **asked)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            if membership.user.has_usable_password():
                messages.success(request, f"{membership.user} is now {Role(membership.role).label.lower()} and signs in as before.")
                return redirect("accounts:list")
            return show_link(request, membership)
    return render(request, "accounts/form.html", {"heading": "Give somebody a role", "form": form, "crumbs": crumbs()})


@needs(May.KEEP_ACCOUNTS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change which students a role sees."""
    viewer = request.viewer
    membership = get_object_or_404(of_the_school(request), pk=pk)
    form = ScopeForm(request.POST or None, initial=scope_of(membership), school=viewer.school, button="Save")
    if request.method == "POST" and form.is_valid():
        try:
            accounts.change_scope(membership=membership, scope=form.scope, by=request.user, giver=viewer)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, f"What {membership.user} sees was changed.")
            return redirect("accounts:list")
    heading = f"{membership.user}, {Role(membership.role).label.lower()}"
    return render(request, "accounts/form.html", {"heading": heading, "form": form, "membership": membership, "crumbs": crumbs()})


@needs(May.KEEP_ACCOUNTS)
@require_POST
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a role from this moment."""
    membership = get_object_or_404(of_the_school(request), pk=pk)
    try:
        accounts.end_membership(membership=membership, by=request.user, giver=request.viewer)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, f"{membership.user} is no longer {Role(membership.role).label.lower()} here.")
    return redirect("accounts:list")


@needs(May.KEEP_ACCOUNTS)
@require_POST
def link(request: StaffRequest, pk: int) -> HttpResponse:
    """A new link to set a password, shown once."""
    membership = get_object_or_404(of_the_school(request).current(timezone.localdate()), pk=pk)
    return show_link(request, membership)


def show_link(request: StaffRequest, membership: Membership) -> HttpResponse:
    """The page that shows a link, this once: it is kept nowhere."""
    try:
        path = accounts.one_time_link(user=membership.user, school=membership.school, by=request.user, giver=request.viewer)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("accounts:list")
    context = {"heading": f"A link for {membership.user}", "link": request.build_absolute_uri(path), "crumbs": crumbs()}
    return render(request, "accounts/link.html", context)


def of_the_school(request: StaffRequest) -> MembershipQuerySet:
    found = Membership.objects.filter(school=request.viewer.school, role__in=[role.value for role in Role])
    return found.select_related("user", "school").order_by("user__name", "user__email", "role")


def crumbs() -> list[tuple[str, str]]:
    return [("Accounts", reverse("accounts:list"))]
