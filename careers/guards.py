"""Who may open a page. Every view has one of these or stands in the list of public pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from careers.models import Membership, User
from careers.rules.permissions import May

View = Callable[..., HttpResponse]


class StaffRequest(HttpRequest):
    """A request that has passed a guard: somebody is signed in and `viewer` is the role they act in (set by MembershipMiddleware)."""

    user: User
    viewer: Membership
    memberships: list[Membership]
    htmx: HtmxDetails


def needs(*things: May) -> Callable[[View], View]:
    """The viewer's role must allow at least one of `things`; otherwise 403 in plain words."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.viewer is None or not request.viewer.may_any(things):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.needs = things  # type: ignore[attr-defined]  # read by tests of the house
        return guarded

    return guard
