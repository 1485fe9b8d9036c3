"""Passes: what a personal link, a class sign-in or the school's own account is exchanged for. A short signed cookie, one at a time.

A pass lets one student do one thing for an hour after the last page. It is read against the database each time: a link that was revoked
and a student put on hold end it at once.
"""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.actions.links import opening
from careers.models import PersonalLink, Student

COOKIE, SALT = "waymark-pass", "careers.passes"
ANY = "*"
IDLE = timedelta(minutes=60)
LEADS_TO = {"wave": "answer:start"}  # where a pass for each purpose begins: names of addresses on any floor
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Pass:
    """One student, one purpose, one visit. `sees`: whether details on record and earlier answers may be shown (after a one-time code).
    `until`: seconds since 1970 at which it ends whatever happens, 0 for never."""

    student_id: int
    purpose: str
    about: int | None
    visit: str
    link_id: int | None = None
    sees: bool = False
    until: int = 0


class PassRequest(HttpRequest):
    """A request that came with a pass (`needs_pass`)."""

    the_pass: Pass


def new_visit() -> str:
    return secrets.token_hex(16)


def for_link(link: PersonalLink) -> Pass:
    """A new visit by this link. It may write, and shows a first name only."""
    return Pass(link.student_id, link.purpose, link.about, new_visit(), link.pk)


def for_student(student: Student, *, purpose: str, about: int | None, until: datetime | None = None) -> Pass:
    """A new visit without a link: a class sign-in, which ends with its period, or the school's own account."""
    return Pass(student.pk, purpose, about, new_visit(), until=int(until.timestamp()) if until else 0)


def seeing(the_pass: Pass) -> Pass:
    """The same visit, after a one-time code."""
    return replace(the_pass, sees=True)


def give(response: HttpResponse, the_pass: Pass) -> None:
    """Put the pass into the answer, in place of any other."""
    value = signing.dumps(asdict(the_pass), salt=SALT)
    secure = bool(settings.SESSION_COOKIE_SECURE)
    response.set_cookie(COOKIE, value, max_age=IDLE, httponly=True, samesite="Lax", secure=secure)


def end(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def read(request: HttpRequest, purpose: str) -> Pass | None:
    """The pass that came with a request, if it is for this purpose (`ANY`: whichever), less than an hour old and still good."""
    the_pass = unsigned(request.COOKIES.get(COOKIE, ""))
    if the_pass is None or purpose not in (ANY, the_pass.purpose):
        return None
    return the_pass if is_good(the_pass, timezone.now()) else None


def unsigned(value: str) -> Pass | None:
    """The pass in a cookie of ours; None for any other text."""
    try:
        return Pass(**signing.loads(value, salt=SALT, max_age=IDLE))
    except (signing.BadSignature, TypeError):
        return None


def is_good(the_pass: Pass, now: datetime) -> bool:
    if the_pass.until and now.timestamp() >= the_pass.until:
        return False
    if the_pass.link_id is not None:
        return PersonalLink.objects.filter(opening(now), pk=the_pass.link_id, student=the_pass.student_id).exists()
    return Student.objects.filter(pk=the_pass.student_id, safeguarding_hold=False, deceased=False).exists()


def first_page(the_pass: Pass) -> str | None:
    """The address at which a pass begins; None while there is no such page."""
    try:
        return reverse(LEADS_TO[the_pass.purpose])
    except (KeyError, NoReverseMatch):
        return None


def needs_pass(purpose: str) -> Callable[[View], View]:
    """For pages of people without an account: `request.the_pass` is theirs, and each page gives them another hour.

    Without a good pass the page says how to come back; what was typed is still in the browser then.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            request.the_pass = read(request, purpose)
            if request.the_pass is None:
                return closed(request)
            response = view(request, *args, **kwargs)
            if COOKIE not in response.cookies:  # the view has neither ended it nor given another
                give(response, request.the_pass)
            return response

        return login_not_required(guarded)

    return guard


def closed(request: HttpRequest) -> HttpResponse:
    return render(request, "ways_in/closed.html", {"heading": _("Please come in again")}, status=410)


def private(response: HttpResponse) -> HttpResponse:
    """A redirect away from an address with a secret tells that address to nobody. Pages with forms keep the usual policy, which tells it
    to no other site: without any referrer a browser sends no origin either, and the form would be refused."""
    if 300 <= response.status_code < 400:
        response["Referrer-Policy"] = "no-referrer"
    return response
