"""Coming in with the class: the code on the board, then the code on the slip and the date of birth, then "Are you Amina?"."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from careers import passes, school_accounts
from careers.rules.school_accounts import Provider
from surveys.actions import form_periods
from surveys.actions.form_periods import NotAsked, NotLetIn
from surveys.chasing import ABOUT
from surveys.forms.class_sign_in import ClassCodeForm, SignInForm
from surveys.models import FormPeriod, Invitation
from surveys.views.devices import device_of, remember

SALT, MINUTES_TO_SAY_YES = "surveys.class_sign_in", 10
READS = ["GET", "HEAD", "POST"]


@login_not_required
@require_http_methods(READS)
def class_code(request: HttpRequest) -> HttpResponse:
    """The short code, which brings to the class's own page. It is on the board, so it is no secret."""
    form = ClassCodeForm(request.POST if request.method == "POST" else None)
    problem = next(iter(form.errors.get("code", [])), "") if request.method == "POST" else ""
    if request.method == "POST" and form.is_valid():
        period = form_periods.find(form.cleaned_data["code"], timezone.now())
        if period:
            return passes.private(redirect("class:sign_in", period.code))
        problem = _("No class is open with that code. Look at the board again, or ask your teacher.")
    return show(request, "answer/class/code.html", _("Type the class code"), form=form, problems=[("id_code", problem)] if problem else [])


@login_not_required
@require_http_methods(READS)
def sign_in(request: HttpRequest, code: str) -> HttpResponse:
    """Code and date of birth. Whichever is wrong, and whyever, the answer is the same."""
    period = form_periods.find(code, timezone.now())
    if period is None:
        return show(request, "answer/class/closed.html", _("This class page is not open"), status=404)
    device = device_of(request)
    return remember(signed_in(request, period, device), device)


def signed_in(request: HttpRequest, period: FormPeriod, device: str) -> HttpResponse:
    form = SignInForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return sign_in_page(request, period, form)
    if not form.is_valid():
        return sign_in_page(request, period, form, problems_of(form))
    try:
        invitation = let_in(period, form, device)
    except NotLetIn:
        wrong = _(
            "That is not right. Check the code on your slip and your date of birth. After several tries you have to wait some minutes: "
            "ask your teacher."
        )
        return sign_in_page(request, period, form, [("id_code", wrong)])
    except NotAsked as refused:
        return show(request, "answer/class/closed.html", _("This is not open for you"), period, said=str(refused), status=403)
    student = invitation.student
    context: dict[str, Any] = {
        "first_name": student.known_as or student.forename,
        "who": signing.dumps([period.pk, invitation.pk], salt=SALT),
    }
    return show(request, "answer/class/confirm.html", _("Are you %(name)s?") % {"name": context["first_name"]}, period, **context)


def let_in(period: FormPeriod, form: SignInForm, device: str) -> Invitation:
    if form.born is None:
        raise NotLetIn
    return form_periods.check_in(period=period, code=form.cleaned_data["code"], born=form.born, device=device, now=timezone.now())


def problems_of(form: SignInForm) -> list[tuple[str, str]]:
    return [(f"id_{name}", str(sentence)) for name, sentences in form.errors.items() for sentence in sentences]


@login_not_required
@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Yes: a pass for this wave, and on to the questions. No: back to the beginning."""
    period = form_periods.find(code, timezone.now())
    invitation = invitation_in(request, period) if period and request.POST.get("yes") else None
    if period is None or invitation is None:
        return passes.private(redirect("class:sign_in", code))
    try:
        until = form_periods.come_in(period=period, invitation=invitation)
    except NotLetIn:
        return passes.private(redirect("class:sign_in", code))
    the_pass = passes.for_student(invitation.student, purpose=ABOUT, about=period.wave_id, until=until)
    response = redirect(passes.first_page(the_pass) or "class:code")
    passes.give(response, the_pass)
    return passes.private(response)


def invitation_in(request: HttpRequest, period: FormPeriod) -> Invitation | None:
    """Whom the page before this one asked, a few minutes ago at most."""
    try:
        opened, asked = signing.loads(request.POST.get("who", ""), salt=SALT, max_age=MINUTES_TO_SAY_YES * 60)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    found = Invitation.objects.filter(pk=asked, wave=period.wave, stopped_at=None).select_related("student__school")
    return found.first() if opened == period.pk else None


def accounts_of(period: FormPeriod | None) -> list[Provider]:
    """The school's own accounts that can be signed in with instead, where they are set up; of every school while no class is named."""
    return [each for each in school_accounts.providers() if period is None or each.school_urn == period.wave.cohort.school.urn]


def sign_in_page(request: HttpRequest, period: FormPeriod, form: SignInForm, problems: list[tuple[str, str]] | None = None) -> HttpResponse:
    return show(request, "answer/class/sign_in.html", _("Come in"), period, form=form, problems=problems or [])


def show(
    request: HttpRequest, template: str, heading: str, period: FormPeriod | None = None, *, status: int = 200, **context: Any
) -> HttpResponse:
    school = period.wave.cohort.school.name if period else ""
    told = {"heading": heading, "school_name": school, "period": period, "providers": accounts_of(period), **context}
    return passes.private(render(request, template, told, status=status))
