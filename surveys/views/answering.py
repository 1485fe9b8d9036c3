"""Answering a survey, page by page. Nothing that was typed is lost on the way: see docs/surveys.md."""

from contextlib import suppress

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers import languages, passes
from surveys.actions import answering
from surveys.actions.answering import Closed, NotAllAnswered
from surveys.forms.starting import StartForm
from surveys.questions.page import Page
from surveys.rules.first_survey import APPLICATIONS, application_number, application_page, applications
from surveys.views.shown import common, page_context, rows
from surveys.views.visitors import VisitRequest, come_in_again, visitors_only
from surveys.visiting import Visit

CHECK = "check"  # the list of answers, and where a page that was opened from it leads back to


@visitors_only
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: VisitRequest) -> HttpResponse:
    visit = request.visit
    likes = {"easy_read": visit.easy, "helped_by": "", "language": get_language()}
    strange = request.method == "POST" and not is_theirs(request)
    form = StartForm(request.POST if request.method == "POST" and not strange else None, initial=likes)
    if form.is_bound and form.is_valid() and visit.is_open:
        wishes = form.cleaned_data
        answering.begin(
            invitation=visit.invitation,
            visit=visit.the_pass.visit,
            easy_read=wishes["easy_read"],
            helped_by=wishes["helped_by"],
            language=wishes["language"],
        )
        return redirect_to(visit, visit.next_page)
    if request.method == "GET":
        answering.mark_opened(invitation=visit.invitation, now=timezone.now())
    heading = _("Hello %(first_name)s") % {"first_name": visit.first_name}
    context = {**common(visit), "heading": heading, "form": form, "strange": strange}
    return render(request, "answer/start.html", context, status=409 if strange else 200)


@visitors_only
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: VisitRequest, page: str) -> HttpResponse:
    visit = request.visit
    form = visit.form(page, request.POST if request.method == "POST" else None)
    if form is None:
        raise Http404
    if request.method == "POST":
        return sent(request, page, form)
    if visit.response is None or not visit.is_open:
        return redirect("answer:start")
    if not visit.questions.route.may_be_asked(page, visit.answers):
        return redirect_to(visit, visit.next_page)
    if page in visit.answers and page not in visit.seen and "anew" not in request.GET:
        context = {**common(visit), "heading": form.heading(), "page": page, "on": visit.questions.route.after(page, visit.answers)}
        return render(request, "answer/answered.html", context)
    return show(request, page, form, checked=False)


def sent(request: VisitRequest, page: str, form: Page) -> HttpResponse:
    """A page that was sent, by Continue or by another of its buttons. What cannot be kept is shown again as it was typed."""
    visit, pressed = request.visit, request.POST.get("go", "")
    if not is_theirs(request):
        return come_in_again(request, page, notice="someone_else", status=409, now_here=visit.first_name)
    if visit.response is None or not visit.is_open:
        return show(request, page, form, checked=False, notice="closed", status=409)
    if pressed == "easy":
        return turned_easy(request, page)
    if pressed in ("back", "leave"):
        keep_if_good(visit, page, form)
        return left(request) if pressed == "leave" else redirect_to(visit, back_from(request, page))
    if not form.is_valid():
        return show(request, page, form, checked=True)
    try:
        answering.save_page(response=visit.response, page=page, values=form.values(), visit=visit.the_pass.visit)
    except Closed:
        return show(request, page, form, checked=False, notice="closed", status=409)
    visit.answers[page] = form.values()
    return go_on(request, page)


def show(request: VisitRequest, page: str, form: Page, *, checked: bool, notice: str = "", status: int = 200) -> HttpResponse:
    context = page_context(request.visit, page, form, checked=checked) | {"from_check": from_check(request)}
    if notice:
        context["notice"] = f"answer/notices/{notice}.html"
    if page == APPLICATIONS:
        context["applications"] = listed(request.visit)
    return render(request, "answer/page.html", context, status=status)


def is_theirs(request: VisitRequest) -> bool:
    """Whether the page that was sent was made for whoever is here now: at a shared computer the last one's may still be open."""
    return request.POST.get("mark") == request.visit.mark


def go_on(request: VisitRequest, page: str) -> HttpResponse:
    """To the next page; back to the list of answers where that is where they came from and nothing is missing."""
    visit = request.visit
    after = visit.questions.route.after(page, visit.answers)
    if from_check(request) and not (application_number(after or "") and after not in visit.answers):
        after = visit.next_page
    return redirect_to(visit, after, from_check=from_check(request))


def back_from(request: VisitRequest, page: str) -> str | None:
    return None if from_check(request) else request.visit.questions.route.before(page, request.visit.answers)


def from_check(request: HttpRequest) -> bool:
    return CHECK in (request.GET.get("from"), request.POST.get("from"))


def redirect_to(visit: Visit, page: str | None, *, from_check: bool = False) -> HttpResponse:
    if page is None:
        return redirect("answer:check")
    response = redirect("answer:page", page)
    if from_check:
        response["Location"] += f"?from={CHECK}"
    return response


def keep_if_good(visit: Visit, page: str, form: Page) -> None:
    """Keep what was changed before they go elsewhere. What would not be taken by Continue is not taken here either."""
    if visit.response and form.has_changed() and form.is_valid():
        with suppress(Closed):
            answering.save_page(response=visit.response, page=page, values=form.values(), visit=visit.the_pass.visit)
            visit.answers[page] = form.values()


def turned_easy(request: VisitRequest, page: str) -> HttpResponse:
    """The same page in the other reading, with what was typed and not sent."""
    visit = request.visit
    if visit.response:
        answering.read_easily(response=visit.response, easy_read=not visit.easy)
    form = visit.form(page, request.POST)
    if form is None:
        raise Http404
    return show(request, page, form, checked=False)


def listed(visit: Visit) -> list[dict]:
    """The applications told so far: number, page, and the place as far as this visit may see it."""
    numbers = applications(visit.answers)
    pages = {number: application_page(number) for number in numbers}
    return [{"number": n, "page": pages[n], "place": visit.asked(pages[n]).told(pages[n]).get("place", "")} for n in numbers]


@visitors_only
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: VisitRequest, number: int) -> HttpResponse:
    """Take an application off the list, once they are sure."""
    visit, key = request.visit, application_page(number)
    if visit.response is None or number not in applications(visit.answers):
        return redirect("answer:page", APPLICATIONS)
    if request.method == "POST" and visit.is_open and is_theirs(request):
        answering.remove_application(response=visit.response, page=key, visit=visit.the_pass.visit)
        return redirect("answer:page", APPLICATIONS)
    place = visit.asked(key).told(key).get("place", "")
    heading = _("Take this application off your list?")
    return render(request, "answer/remove.html", {**common(visit), "heading": heading, "place": place, "number": number})


@visitors_only
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: VisitRequest) -> HttpResponse:
    """The list of answers; sending it is the end."""
    visit = request.visit
    if visit.response is None:
        return redirect("answer:start")
    if missing := visit.next_page:
        return redirect_to(visit, missing)
    if request.method == "POST" and is_theirs(request):
        try:
            answering.finish(response=visit.response)
        except NotAllAnswered as not_all:
            return redirect_to(visit, not_all.page)
        except Closed:
            return redirect("answer:start")
        return redirect("answer:done")
    listed_rows = rows(visit)
    first = visit.questions.route.asked_of_all[0]
    context = {**common(visit), "heading": _("Check your answers"), "rows": listed_rows, "hidden": not visit.sees_all, "first": first}
    return render(request, "answer/check.html", context)


@visitors_only
@require_safe
def done(request: VisitRequest) -> HttpResponse:
    visit = request.visit
    if visit.response is None or not visit.response.finished_at:
        return redirect("answer:start")
    heading = _("Thank you, %(first_name)s") % {"first_name": visit.first_name}
    heard = visit.questions.route.hear(visit.own)  # what another visit wrote is not told in this one
    return render(request, "answer/done.html", {**common(visit), "heading": heading, "heard": heard})


@visitors_only
@require_POST
def leave(request: VisitRequest) -> HttpResponse:
    return left(request)


def left(request: HttpRequest) -> HttpResponse:
    """The pass ends: nobody after them on this computer can go on as them."""
    response = redirect("answer:left")
    passes.end(response)
    languages.forget(response)
    return response


@login_not_required
@require_safe
def left_behind(request: HttpRequest) -> HttpResponse:
    return render(request, "answer/left.html", {"heading": _("You have finished on this computer")})
