"""Who may answer: the bearer of a pass for a wave. Without one, what was typed is shown again with the way back in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from careers import languages, passes
from careers.languages import known
from surveys.questions.page import Asked, Part
from surveys.questions.registry import anybodys_page
from surveys.visiting import Visit, visit_of

View = Callable[..., HttpResponse]
PURPOSE = "wave"


class VisitRequest(HttpRequest):
    """A request that came with a pass for a wave (`visitors_only`)."""

    visit: Visit


def visitors_only(view: View) -> View:
    """`request.visit` is theirs; the page speaks their language; each page gives them another hour."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        the_pass = passes.read(request, PURPOSE)
        request.visit = visit_of(the_pass) if the_pass else None
        if the_pass is None or request.visit is None:
            return come_in_again(request, str(kwargs.get("page", "")))
        with translation.override(language_of(request)):
            response = view(request, *args, **kwargs)
        if passes.COOKIE not in response.cookies:
            passes.give(response, the_pass)
        return response

    return login_not_required(guarded)


def language_of(request: VisitRequest) -> str:
    """The language this person chose, here or earlier; else that of the device."""
    return known(request.visit.language) if request.visit.language else languages.chosen(request)


def come_in_again(request: HttpRequest, page: str, *, notice: str = "ended", status: int = 410, **more: Any) -> HttpResponse:
    """The pass has ended, or is another's. A page that was being sent is shown as it was typed, and knows whose it is: once they are in
    again, Continue sends it."""
    called = anybodys_page(page) if request.method == "POST" else None
    language = request.POST.get("language", "")
    with translation.override(known(language) if language else languages.chosen(request)):
        if called is None:
            return render(request, "answer/come_in_again.html", {"heading": _("Please come in again")}, status=410)
        form = called(request.POST, asked=Asked(page))
        parts = form.parts(with_problems=False)
        context = {
            "heading": form.heading(),
            "form": form,
            "parts": parts,
            "kept": not_drawn(request, parts),
            "problems": [],
            "mark": request.POST.get("mark", ""),
            "notice": f"answer/notices/{notice}.html",
        }
        return render(request, "answer/page.html", context | more, status=status)


def not_drawn(request: HttpRequest, parts: list[Part]) -> list[tuple[str, str]]:
    """What was chosen among answers that only somebody who is in can be shown: kept in the page unseen."""
    one_of = {part.name: {option.value for option in part.options} for part in parts if part.kind == "one"}
    sent = ((name, request.POST.get(name, "")) for name in {*one_of, "pick", "from"})
    return sorted((name, value) for name, value in sent if value and value not in one_of.get(name, ()))
