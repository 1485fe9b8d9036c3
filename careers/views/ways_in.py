"""Ways in without a password: opening a personal link, and the one-time code that lets somebody see what is on record."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from careers import passes
from careers.actions import codes, links, tries
from careers.client_address import counted_address
from careers.forms.ways_in import CodeForm, SendForm
from careers.languages import chosen, known
from careers.models import PersonalLink, Preferences
from careers.passes import PassRequest, needs_pass
from careers.reaching import addresses_for_codes

log = logging.getLogger(__name__)
LINK_DOOR, CODE_DOOR = "open a link", "one-time code"


@login_not_required
@require_safe
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange a link for a pass and a clean address. Opening uses nothing up, since mail scanners open links too."""
    now = timezone.now()
    link = links.find(token, now)
    the_pass = passes.for_link(link) if link else None
    page = passes.first_page(the_pass) if the_pass else None
    if link is None or the_pass is None or page is None:
        return does_not_open(request)
    links.mark_opened(link=link, now=now)
    response = redirect(page)
    passes.give(response, the_pass)
    return passes.private(response)


def does_not_open(request: HttpRequest) -> HttpResponse:
    """The one answer to every link that opens nothing. Nobody can guess 256 bits, and a link that opens is never refused for what others
    tried from the same address: many wrong ones are only worth a line in the log."""
    now, whose = timezone.now(), [counted_address(request)]
    if tries.may_try(LINK_DOOR, whose, now):
        tries.record(LINK_DOOR, whose, now)
    else:
        log.warning("Many personal links that open nothing were tried from one address")
    response = render(request, "ways_in/not_open.html", {"heading": _("This link does not open anything")}, status=404)
    response["Referrer-Policy"] = "no-referrer"
    return response


@needs_pass(passes.ANY)
@require_http_methods(["GET", "HEAD", "POST"])
def one_time_code(request: PassRequest) -> HttpResponse:
    """Type the code that was sent. Once it is right, this visit may see what is on record."""
    link = link_of(request)
    form = CodeForm(request.POST or None)
    if link and request.method == "POST" and form.is_valid():
        if is_right(request, link, form.cleaned_data["code"]):
            response = redirect(passes.first_page(request.the_pass) or "one_time_code")
            passes.give(response, passes.seeing(request.the_pass))
            return response
        form.add_error("code", _("This is not the code, or its ten minutes are over. Check it, or ask for a new one."))
    return show(request, link, form)


def is_right(request: PassRequest, link: PersonalLink, typed: str) -> bool:
    """Wrong codes are counted, by link and by address."""
    now, whose = timezone.now(), [f"link:{link.pk}", counted_address(request)]
    if not tries.may_try(CODE_DOOR, whose, now):
        return False
    right = codes.use(link=link, typed=typed, now=now)
    if not right:
        tries.record(CODE_DOOR, whose, now)
    return right


@needs_pass(passes.ANY)
@require_POST
def send_code(request: PassRequest) -> HttpResponse:
    """Send a code to one of the addresses the school knows."""
    link = link_of(request)
    known = addresses_for_codes(link.student) if link else []
    form = SendForm(request.POST, known=known)
    if link is None or not form.is_valid():
        return show(request, link, CodeForm(), form)
    try:
        code = codes.send(link=link, detail=form.detail)
    except codes.TooManyCodes as too_many:
        form.add_error(None, too_many.sentence)
        return show(request, link, CodeForm(), form)
    return show(request, link, CodeForm(), sent_to=form.shown(code.sent_to))


def show(
    request: PassRequest, link: PersonalLink | None, form: CodeForm, send_form: SendForm | None = None, sent_to: str = ""
) -> HttpResponse:
    """The page in the student's language: where a code can go, and, once one was sent, where to type it."""
    send_form = send_form or SendForm(known=addresses_for_codes(link.student) if link else [])
    wishes = Preferences.objects.filter(student=request.the_pass.student_id).first()
    with translation.override(known(wishes.language) if wishes and wishes.language else chosen(request)):
        context = {
            "heading": _("Get a code to see your answers"),
            "form": form,
            "send_form": send_form,
            "sent_to": sent_to,
            "several": len(send_form.known) > 1,
            "was_sent": bool(sent_to or form.is_bound or (link and codes.is_open(link, timezone.now()))),
            "problems": [(name, problem) for some in (form, send_form) for name, problems in some.errors.items() for problem in problems],
            "school_name": link.student.school.name if link else "",
            "easy": bool(wishes and wishes.easy_read),
            "back": passes.first_page(request.the_pass),
        }
        return render(request, "ways_in/code.html", context)


def link_of(request: PassRequest) -> PersonalLink | None:
    """The link of this visit; None for a visit that began otherwise, to which no code can be sent."""
    if request.the_pass.link_id is None:
        return None
    return PersonalLink.objects.select_related("student__school", "student__cohort").filter(pk=request.the_pass.link_id).first()
