"""How the school writes: who from, when it is quiet, its holidays, and a test."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from careers import outbox
from careers.actions import message_settings
from careers.forms.messages import HolidayForm, MessageSettingsForm
from careers.guards import StaffRequest, needs
from careers.mail import where_it_goes
from careers.models import SchoolHoliday
from careers.rules.permissions import May


@needs(May.SEND_MESSAGES)
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: StaffRequest) -> HttpResponse:
    school = request.viewer.school
    form = MessageSettingsForm(request.POST or None, settings=outbox.settings_of(school))
    if request.method == "POST" and form.is_valid():
        try:
            changed = message_settings.save_settings(school=school, by=request.user, **form.cleaned_data)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            messages.success(request, "Saved." if changed else "Nothing changed.")
            return redirect("message_settings:show")
    return settings_page(request, form)


def settings_page(request: StaffRequest, form: MessageSettingsForm) -> HttpResponse:
    settings = outbox.settings_of(request.viewer.school)
    return render(
        request,
        "messages/settings.html",
        {"heading": "Message settings", "form": form, "set_up": outbox.is_set_up(settings), "settings": settings, "goes": where_it_goes()},
    )


@needs(May.SEND_MESSAGES)
@require_http_methods(["GET", "HEAD", "POST"])
def holidays(request: StaffRequest) -> HttpResponse:
    """The school's holidays, and one more."""
    school = request.viewer.school
    form = HolidayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            message_settings.add_holiday(school=school, by=request.user, **form.cleaned_data)
        except ValidationError as problem:
            form.refuse(problem)
        else:
            return redirect("message_settings:holidays")
    context = {
        "heading": "School holidays",
        "form": form,
        "holidays": school.holidays.all(),
        "today": timezone.localdate(),
        "crumbs": crumbs(),
    }
    return render(request, "messages/holidays.html", context)


@needs(May.SEND_MESSAGES)
@require_POST
def remove_holiday(request: StaffRequest, pk: int) -> HttpResponse:
    holiday = get_object_or_404(SchoolHoliday.objects.filter(school=request.viewer.school).select_related("school"), pk=pk)
    message_settings.remove_holiday(holiday=holiday, by=request.user)
    messages.success(request, f"{holiday.name} is removed.")
    return redirect("message_settings:holidays")


@needs(May.SEND_MESSAGES)
@require_POST
def test(request: StaffRequest) -> HttpResponse:
    """A test message to whoever asks for it; the page of the message says what became of it."""
    written = message_settings.write_test(school=request.viewer.school, to=request.user, by=request.user)
    if written is None:
        return redirect("message_settings:show")
    messages.success(request, f"A test message is on its way to {request.user.email}.")
    return redirect("messages:detail", written.pk)


def crumbs() -> list[tuple[str, str]]:
    return [("Message settings", reverse("message_settings:show"))]
