"""Coming in with the school's own Microsoft or Google account. It gives a pass for the survey that is open and nothing else: no account,
no session, and one answer to whatever goes wrong."""

import logging
from dataclasses import asdict

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from careers import passes, school_accounts
from careers.rules.school_accounts import NotBelieved, Provider
from careers.school_accounts import Asked
from surveys.school_sign_in import asked_now, student_of

log = logging.getLogger(__name__)
COOKIE, SALT, KEPT = "waymark-school-account", "surveys.school_sign_in", 10 * 60


@login_not_required
@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    providers = school_accounts.providers()
    if not providers:
        raise Http404
    return render(request, "school_sign_in/choose.html", {"heading": _("Sign in with your school account"), "providers": providers})


@login_not_required
@require_safe
def start(request: HttpRequest, provider: str) -> HttpResponse:
    """To the provider. What the answer must match goes into a short signed cookie."""
    chosen = known(provider)
    try:
        address, asked = school_accounts.begin(chosen, back_to(chosen))
    except NotBelieved as why:
        return refused(request, chosen, why)
    response = HttpResponse(status=302, headers={"Location": address})
    value = signing.dumps(asdict(asked), salt=SALT)
    response.set_cookie(COOKIE, value, max_age=KEPT, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return passes.private(response)


@login_not_required
@require_safe
def back(request: HttpRequest, provider: str) -> HttpResponse:
    """From the provider, with a code that is exchanged for who it is."""
    chosen = known(provider)
    try:
        email = school_accounts.finish(chosen, kept(request), request.GET, back_to(chosen))
        response = let_in(chosen, email)
    except NotBelieved as why:
        response = refused(request, chosen, why)
    response.delete_cookie(COOKIE, samesite="Lax")
    return passes.private(response)


def let_in(provider: Provider, email: str) -> HttpResponse:
    """A pass for the survey of whoever has this address. Raises NotBelieved."""
    student = student_of(provider, email)
    invitation = asked_now(student, timezone.localdate()) if student else None
    if student is None or invitation is None:
        raise NotBelieved("nobody who is asked now")
    the_pass = passes.for_student(student, purpose="wave", about=invitation.wave_id)
    page = passes.first_page(the_pass)
    if page is None or not passes.is_good(the_pass, timezone.now()):
        raise NotBelieved("nobody who may come in")
    response = redirect(page)
    passes.give(response, the_pass)
    return response


def kept(request: HttpRequest) -> Asked:
    try:
        return Asked(**signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KEPT))
    except (signing.BadSignature, TypeError) as wrong:
        raise NotBelieved("no question was asked") from wrong


def known(key: str) -> Provider:
    provider = school_accounts.provider_called(key)
    if provider is None:
        raise Http404
    return provider


def back_to(provider: Provider) -> str:
    """The address registered with the provider."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("school_account:back", args=[provider.key])


def refused(request: HttpRequest, provider: Provider, why: NotBelieved) -> HttpResponse:
    """The same page whatever the reason; the log has the reason and nobody's name."""
    log.warning("A sign-in with %s was not taken: %s", provider.key, why)
    context = {"heading": _("We could not let you in"), "provider": provider}
    return passes.private(render(request, "school_sign_in/refused.html", context, status=403))
