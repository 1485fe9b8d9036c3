"""A wave opened for a class: the page for the board, and the paper that goes with it."""

from typing import Any

import segno
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST, require_safe

from careers.guards import StaffRequest, needs
from careers.models import Student
from careers.pdf import PdfUnavailable, make_pdf
from careers.rules.permissions import May
from surveys.actions import form_periods as actions
from surveys.actions.slips import slips_for
from surveys.actions.waves import NotNow
from surveys.audiences import forms_of
from surveys.forms.asking import PeriodForm
from surveys.models import FormPeriod, Invitation, Wave
from surveys.rules.surveys import SURVEYS
from surveys.views.centre import wave_seen

OPENS_CLASS = (May.RUN_SURVEYS, May.OPEN_CLASS)


def forms_seen(request: StaffRequest, wave: Wave) -> list[str]:
    """The forms that this person may open a wave for."""
    if request.viewer.may(May.RUN_SURVEYS):
        return forms_of(wave.cohort)
    own = Student.objects.visible_to(request.viewer).filter(cohort=wave.cohort).exclude(form="")
    return sorted(own.order_by().values_list("form", flat=True).distinct())


@needs(*OPENS_CLASS)
@require_POST
def start(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    form = PeriodForm(request.POST, form_names=forms_seen(request, wave))
    if not form.is_valid():
        messages.error(request, " ".join(str(sentence) for sentences in form.errors.values() for sentence in sentences))
        return redirect(wave_page(request, wave))
    told = form.cleaned_data
    try:
        period = actions.open_period(wave=wave, forms=told["only_forms"], minutes=told["minutes"], by=request.user)
    except NotNow as refused:
        messages.error(request, str(refused))
        return redirect(wave_page(request, wave))
    return redirect("surveys:period", period.pk)


def wave_page(request: StaffRequest, wave: Wave) -> str:
    return reverse("surveys:wave" if request.viewer.may(May.RUN_SURVEYS) else "surveys:own", args=[wave.pk])


def period_seen(request: StaffRequest, pk: int) -> FormPeriod:
    return get_object_or_404(FormPeriod.objects.visible_to(request.viewer).select_related("wave__cohort__school"), pk=pk)


@needs(*OPENS_CLASS)
@require_safe
def board(request: StaffRequest, pk: int) -> HttpResponse:
    """For the board: how to come in, and how many have. No names."""
    period = period_seen(request, pk)
    context = {
        "heading": SURVEYS[period.wave.survey].title,
        "back": wave_page(request, period.wave),
        "square": square(site(reverse("class:sign_in", args=[period.code])), "The class page as a QR code"),
        "address": shown(site(reverse("class:code"))),
        **counted(period),
    }
    return render(request, "surveys/board.html", context)


@needs(*OPENS_CLASS)
@require_safe
def live(request: StaffRequest, pk: int) -> HttpResponse:
    period = period_seen(request, pk)
    if not request.htmx:
        return redirect("surveys:period", pk)
    return render(request, "surveys/parts/period_live.html", counted(period))


def counted(period: FormPeriod) -> dict[str, Any]:
    """How many of the class have come in during this period, and how many of them all have finished; whether
    many wrong codes are being typed. Two queries."""
    asked = Invitation.objects.filter(wave=period.wave, stopped_at=None)
    if period.forms:
        asked = asked.filter(student__form__in=period.forms)
    rows, now = list(asked.values_list("signed_in_at", "finished_at")), timezone.now()
    return {
        "period": period,
        "asked": len(rows),
        "came_in": sum(bool(signed_in and signed_in >= period.opened_at) for signed_in, _ in rows),
        "finished": sum(finished is not None for _, finished in rows),
        "many_wrong": actions.are_guessing(period.wave.cohort.school, now),
        "is_open": period.closes_at > now and period.wave.is_open(timezone.localdate()),
    }


@needs(*OPENS_CLASS)
@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    period = period_seen(request, pk)
    actions.close_period(period=period, by=request.user)
    messages.success(request, "Closed: nobody else can come in. Who is answering can finish.")
    return redirect(wave_page(request, period.wave))


@needs(*OPENS_CLASS)
@require_POST
def slips(request: StaffRequest, pk: int) -> HttpResponse:
    """Slips with personal codes as a PDF, eight to a page: of chosen forms, or only of those who have not finished."""
    wave = wave_seen(request, pk)
    named = request.POST.getlist("only_forms")
    asked = Invitation.objects.visible_to(request.viewer).filter(wave=wave, stopped_at=None)
    asked = asked.filter(finished_at=None) if request.POST.get("waiting") else asked
    asked = asked.filter(student__form__in=named) if named else asked
    made = slips_for(wave=wave, invitations=asked, by=request.user)
    if not made:
        messages.error(request, "There is nobody to print a slip for.")
        return redirect(wave_page(request, wave))
    return as_pdf(request, wave, "slips", {"slips": made})


@needs(*OPENS_CLASS)
@require_safe
def poster(request: StaffRequest, pk: int) -> HttpResponse:
    """A poster for the classroom. It holds nothing personal."""
    wave = wave_seen(request, pk)
    return as_pdf(request, wave, "poster", {"survey": SURVEYS[wave.survey]})


def as_pdf(request: StaffRequest, wave: Wave, name: str, told: dict[str, Any]) -> HttpResponse:
    """Paper that leads to the class page."""
    class_page = site(reverse("class:code"))
    leads = {"address": shown(class_page), "square": square(class_page, "The class page as a QR code")}
    try:
        pdf = make_pdf(f"surveys/paper/{name}.html", {"wave": wave, "school": wave.cohort.school, **leads, **told})
    except PdfUnavailable as missing:
        messages.error(request, str(missing))
        return redirect(wave_page(request, wave))
    saved_as = f'attachment; filename="{name}-{wave.pk}.pdf"'
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": saved_as})


def site(address: str) -> str:
    return settings.SITE_ADDRESS.rstrip("/") + address


def shown(address: str) -> str:
    """An address as people type it."""
    return address.partition("://")[2]


def square(address: str, title: str) -> SafeString:
    """A QR code as SVG; segno writes nothing but its own path and the title."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(title=title, omitsize=True, border=2))  # noqa: S308
