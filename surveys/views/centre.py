"""The survey centre: the list of waves, one wave as it stands, and a tutor's own list of who is done."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from destinations.charts.chart import Source
from surveys import centre
from surveys.audiences import choice_for, forms_of
from surveys.charts.curve import Mark, curve_chart
from surveys.charts.stages import stages_bar, stages_legend
from surveys.forms.asking import PeriodForm
from surveys.models import Invitation, Wave
from surveys.reach import reach_of
from surveys.rules import audience, progress_curve
from surveys.rules.surveys import SURVEYS

CENTRE = ("Survey centre", "/surveys/")


def wave_seen(request: StaffRequest, pk: int) -> Wave:
    """The wave, if this person may see it; otherwise a page that does not exist."""
    return get_object_or_404(Wave.objects.visible_to(request.viewer).select_related("cohort__school"), pk=pk)


@needs(May.RUN_SURVEYS, May.SEE_DONE)
@require_safe
def all_waves(request: StaffRequest) -> HttpResponse:
    """The waves, latest first. Tutors see those that have opened, with the counts of their own students."""
    today = timezone.localdate()
    waves = [(wave, *centre.state_of(wave, today)) for wave in centre.waves_of(request.viewer)[:100]]
    running = [wave for wave, _, _ in waves if wave.is_open(today)]
    runs = request.viewer.may(May.RUN_SURVEYS)
    context = {"heading": "Survey centre", "waves": waves, "running": running, "runs": runs, "surveys": SURVEYS}
    return render(request, "surveys/list.html", context)


@needs(May.RUN_SURVEYS)
@require_safe
def wave(request: StaffRequest, pk: int) -> HttpResponse:
    """One wave: before it opens, who would be asked and when; after that, how it goes."""
    shown = wave_seen(request, pk)
    today = timezone.localdate()
    state, chip = centre.state_of(shown, today)
    context = {
        "heading": shown.name,
        "crumbs": [CENTRE],
        "wave": shown,
        "survey": SURVEYS[shown.survey],
        "state": state,
        "chip": chip,
        "plan": [(step, step.on < today) for step in centre.plan_shown(shown)],
        "today": today,
    }
    return render(request, "surveys/wave.html", context | (going(request, shown) if shown.opened_at else preparing(shown)))


def preparing(shown: Wave) -> dict[str, Any]:
    choice = choice_for(shown)
    return {"choice": choice, "answer": audience.in_words(choice), "reach": reach_of(shown, choice.asked)}


def going(request: StaffRequest, shown: Wave) -> dict[str, Any]:
    now = timezone.now()
    more = set(choice_for(shown).asked) - set(shown.invitations.values_list("student_id", flat=True)) if is_open(shown) else set()
    periods = centre.periods_open(request.viewer, shown, now)
    form = PeriodForm(form_names=forms_of(shown.cohort))
    return standing(request, shown) | {"curve": curve_of(shown), "more": len(more), "periods": periods, "period_form": form}


def standing(request: StaffRequest, shown: Wave) -> dict[str, Any]:
    """What changes while students answer."""
    found = centre.standing_of(request.viewer, shown)
    return {
        "standing": found,
        "forms": [(row, stages_bar(row, key=f"form-{n}")) for n, row in enumerate(found.forms)],
        "groups": [(row, stages_bar(row, key=f"group-{n}")) for n, row in enumerate(found.groups)],
        "legend": stages_legend("stage"),
        "is_open": is_open(shown),
        "now": timezone.now(),
    }


def is_open(shown: Wave) -> bool:
    return shown.is_open(timezone.localdate())


def curve_of(shown: Wave) -> Any:
    """The cumulative curve as a chart with its table."""
    today = timezone.localdate()
    now, before = centre.curves(shown, today)
    marks = [Mark(step.step.day, step.step.label) for step in centre.plan_shown(shown) if step.step.is_message and not step.too_late]
    source = Source(f"{now.n} asked", min(today, shown.closes_on), "what students sent")
    last = (shown.closes_on - shown.opens_on).days
    sentence = progress_curve.against(now, before)
    title = "Finished, day by day"
    return curve_chart(now, before, marks, opens_on=shown.opens_on, last=last, key="curve", title=title, sentence=sentence, source=source)


@needs(May.RUN_SURVEYS)
@require_safe
def live(request: StaffRequest, pk: int) -> HttpResponse:
    """The part of a wave's page that asks again by itself; the whole page where there is no script."""
    shown = wave_seen(request, pk)
    if not request.htmx:
        return redirect("surveys:wave", shown.pk)
    return render(request, "surveys/parts/live.html", {"wave": shown, **standing(request, shown)})


@needs(May.SEE_DONE)
@require_safe
def own(request: StaffRequest, pk: int) -> HttpResponse:
    """Somebody's own students: done or not done, and never an answer."""
    shown = wave_seen(request, pk)
    if not shown.opened_at:
        messages.info(request, "This survey has not opened yet.")
        return redirect("surveys:list")
    rows = own_rows(request, shown)
    done = sum(row.finished_at is not None for row in rows)
    context = {
        "heading": shown.name,
        "crumbs": [CENTRE],
        "wave": shown,
        "survey": SURVEYS[shown.survey],
        "rows": rows,
        "answer": own_words(done, len(rows)),
        "is_open": is_open(shown),
        "own_forms": sorted({row.student.form for row in rows if row.student.form}),
        "periods": centre.periods_open(request.viewer, shown, timezone.now()),
    }
    return render(request, "surveys/own.html", context)


def own_words(done: int, of: int) -> str:
    if not of:
        return "None of your students is asked in this survey."
    return f"{done} of {of} are done; {of - done} to go." if done < of else f"All {of} are done."


def own_rows(request: StaffRequest, shown: Wave) -> list[Invitation]:
    """Not done first, then by form and name."""
    asked = Invitation.objects.visible_to(request.viewer).filter(wave=shown, stopped_at=None).select_related("student")
    return sorted(asked, key=lambda row: (row.finished_at is not None, row.student.form, row.student.surname, row.student.forename))
