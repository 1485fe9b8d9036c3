"""Making a wave and running it: each button is one action."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from careers.guards import StaffRequest, needs
from careers.models import Cohort
from careers.navigation import chosen_cohort, cohorts, leaving_in_address
from careers.rules.permissions import May
from destinations.board import kinds_visible_to
from surveys.actions import waves as actions
from surveys.actions.waves import NotNow
from surveys.audiences import forms_of
from surveys.chasing import plan_of
from surveys.forms.waves import PlanForm, WaveDatesForm, WaveForm, usual_values, values_of
from surveys.models import Wave
from surveys.rules import plans
from surveys.views.centre import CENTRE, wave_seen

FIELDS = {"forms": "only_forms", "groups": "only_groups"}


@needs(May.RUN_SURVEYS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Nothing is sent yet: the next page shows who would be asked and when, and opens it."""
    cohort = cohort_asked(request)
    if cohort is None:
        return render(request, "students/no_cohort.html", {"heading": "New wave", "crumbs": [CENTRE]})
    form, plan = forms_for(request, cohort, usual_values(timezone.localdate()))
    if request.method == "POST" and form.is_valid() & plan.is_valid():
        told = form.cleaned_data
        values = {name: told[name] for name in ("survey", "name", "opens_on", "closes_on")}
        made = try_to(form, lambda: actions.make(cohort=cohort, **values, audience=form.audience, plan=plan.plan, by=request.user))
        if made:
            return redirect("surveys:wave", made.pk)
    others = [one for one in cohorts(request) if one.pk != cohort.pk]
    return show(request, "New wave", form, plan, cohort, others=others)


def cohort_asked(request: StaffRequest) -> Cohort | None:
    """The cohort in the address, else the one that is in Year 11."""
    if leaving_in_address(request):
        return chosen_cohort(request)
    in_year_11 = (cohort for cohort in cohorts(request) if cohort.year_group(timezone.localdate()) == 11)
    return next(in_year_11, None) or chosen_cohort(request)


def forms_for(request: StaffRequest, cohort: Cohort, initial: dict[str, Any], wave: Wave | None = None) -> tuple[WaveForm, PlanForm]:
    data = request.POST if request.method == "POST" else None
    kinds = kinds_visible_to(request.viewer)
    form = WaveForm(data, cohort=cohort, form_names=forms_of(cohort), kinds=kinds, initial=initial)
    return form, PlanForm(data, plan=plan_of(wave) if wave else None)


def show(request: StaffRequest, heading: str, form: Form, plan: PlanForm | None, cohort: Cohort, **more: Any) -> HttpResponse:
    context = {"heading": heading, "crumbs": [CENTRE], "form": form, "plan_form": plan, "cohort": cohort}
    return render(request, "surveys/new.html", context | more)


def try_to(form: Form, act: Callable[[], Any]) -> Any:
    """What the action returns; None where it was refused, and then the form says why."""
    try:
        return act()
    except ValidationError as refused:
        for name, sentences in refused.message_dict.items():
            for sentence in sentences:
                form.add_error(name if name in form.fields else FIELDS.get(name), sentence)
    except NotNow as refused:
        form.add_error(None, str(refused))
    return None


@needs(May.RUN_SURVEYS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything before a wave opens; its name and last day afterwards."""
    wave = wave_seen(request, pk)
    if wave.opened_at:
        return change_running(request, wave)
    form, plan = forms_for(request, wave.cohort, values_of(wave), wave)
    if request.method == "POST" and form.is_valid() & plan.is_valid():
        told = form.cleaned_data
        values = {name: told[name] for name in ("survey", "name", "opens_on", "closes_on")}
        values |= {"audience": form.audience.as_data(), "plan": plans.as_data(plan.plan)}
        if try_to(form, lambda: actions.change(wave=wave, by=request.user, **values)) is not None:
            return redirect("surveys:wave", pk)
    return show(request, f"Change {wave.name}", form, plan, wave.cohort, wave=wave)


def change_running(request: StaffRequest, wave: Wave) -> HttpResponse:
    form = WaveDatesForm(request.POST or None, initial={"name": wave.name, "closes_on": wave.closes_on})
    sent = request.method == "POST" and form.is_valid()
    if sent and try_to(form, lambda: actions.change(wave=wave, by=request.user, **form.cleaned_data)) is not None:
        return redirect("surveys:wave", wave.pk)
    return show(request, f"Change {wave.name}", form, None, wave.cohort, wave=wave)


@needs(May.RUN_SURVEYS)
@require_POST
def open_wave(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    said = "{} students are asked. Messages go as soon as the school’s hours allow."
    return press(request, wave, lambda: said.format(actions.open_wave(wave=wave, by=request.user)))


@needs(May.RUN_SURVEYS)
@require_POST
def ask_more(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    return press(request, wave, lambda: f"{actions.ask_more(wave=wave, by=request.user)} more are asked.")


@needs(May.RUN_SURVEYS)
@require_POST
def close(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    said = "The wave is closed. {} waiting messages were stopped."
    return press(request, wave, lambda: said.format(actions.close(wave=wave, by=request.user)))


@needs(May.RUN_SURVEYS)
@require_POST
def discard(request: StaffRequest, pk: int) -> HttpResponse:
    wave = wave_seen(request, pk)
    try:
        actions.discard(wave=wave, by=request.user)
    except NotNow as refused:
        messages.error(request, str(refused))
        return redirect("surveys:wave", pk)
    messages.success(request, f"{wave.name} was thrown away. Nobody had been asked.")
    return redirect("surveys:list")


def press(request: StaffRequest, wave: Wave, act: Callable[[], str]) -> HttpResponse:
    """Do it, say what came of it, and go back to the wave."""
    try:
        messages.success(request, act())
    except NotNow as refused:
        messages.error(request, str(refused))
    return redirect("surveys:wave", wave.pk)
