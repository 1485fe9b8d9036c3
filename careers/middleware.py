from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from careers import languages
from careers.models import Membership

Respond = Callable[[HttpRequest], HttpResponse]
MEMBERSHIP_KEY = "membership"


class MembershipMiddleware:
    """Puts the school someone is working in on the request: `request.viewer`, a current Membership or None.

    Read again for every request, so that a role that has ended stops working at once.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: Any) -> HttpResponse:
        request.viewer, request.memberships = None, []
        if request.user.is_authenticated:
            today = timezone.localdate()
            request.memberships = list(Membership.objects.filter(user=request.user).current(today).select_related("school", "user"))
            chosen = request.session.get(MEMBERSHIP_KEY)
            request.viewer = next((m for m in request.memberships if m.pk == chosen), next(iter(request.memberships), None))
        return self.respond(request)


class PrivatePagesMiddleware:
    """Nothing about a person stays in a browser's or a proxy's cache."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        return response


class LanguageMiddleware:
    """Pages for people without an account speak the language that was chosen; all others are English (careers/languages.py)."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(languages.ENGLISH):
            return self.respond(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        match = request.resolver_match
        if match and (match.namespace in languages.SPEAKING or match.url_name in languages.SPEAKING_PAGES):
            translation.activate(languages.chosen(request))
