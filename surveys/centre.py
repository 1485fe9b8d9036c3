"""How waves stand: counted for a list of them, and for one by form and by group. Bounded queries for any number of students."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from careers.models import Cohort, Membership
from careers.rules.permissions import May
from destinations.board import kinds_visible_to
from surveys.audiences import groups_of
from surveys.chasing import days_of, plan_of
from surveys.models import FormPeriod, Invitation, Wave
from surveys.rules import progress, progress_curve
from surveys.rules.progress import Row, Stage, stage_of
from surveys.rules.progress_curve import Curve
from surveys.rules.reminders import Dated, dated

NO_FORM = "none"
TIMES = ("student_id", "student__form", "opened_at", "started_at", "finished_at", "stopped_at")


@dataclass(frozen=True, slots=True)
class Standing:
    """One wave: everybody, by form, by group (of those the viewer may count by), and how many were taken off the list."""

    everybody: Row
    forms: Sequence[Row]
    groups: Sequence[Row]
    taken_off: int

    @property
    def sentence(self) -> str:
        return " ".join(part for part in (progress.in_words(self.everybody), progress.least(self.forms, self.everybody)) if part)


def waves_of(viewer: Membership) -> QuerySet[Wave]:
    """The waves a viewer may see, latest first, each with `asked` and `done`: how many of the viewer's own students. One query."""
    seen = Q(invitations__in=Invitation.objects.visible_to(viewer)) & (Q(invitations__stopped_at=None) | ~Q(invitations__finished_at=None))
    counts = {"asked": Count("invitations", seen), "done": Count("invitations", seen & ~Q(invitations__finished_at=None))}
    waves = Wave.objects.visible_to(viewer).select_related("cohort__school")
    shown = waves if viewer.may(May.RUN_SURVEYS) else waves.exclude(opened_at=None)
    return shown.annotate(**counts).order_by("-opens_on", "-id")


def state_of(wave: Wave, today: date) -> tuple[str, str]:
    """A word for where a wave stands, and a key of the chips that shows it."""
    if wave.closed_at or (wave.opened_at and today > wave.closes_on):
        return "Closed", "undone"
    if not wave.opened_at:
        return "Being prepared", "waiting"
    return ("Open", "done") if today >= wave.opens_on else (f"Opens on {wave.opens_on.day} {wave.opens_on:%B}", "waiting")


def standing_of(viewer: Membership, wave: Wave) -> Standing:
    """Five queries."""
    rows = list(Invitation.objects.visible_to(viewer).filter(wave=wave).values_list(*TIMES))
    stages, forms, taken_off = {}, defaultdict(list), 0
    for student, form, opened, started, finished, stopped in rows:
        if stopped and not finished:
            taken_off += 1
            continue
        stages[student] = stage_of(opened=bool(opened), started=bool(started), finished=bool(finished))
        forms[form].append(stages[student])
    by_form = [progress.row(form or NO_FORM, form or "No form", forms[form]) for form in sorted(forms)]
    everybody = progress.row("", "Everybody", stages.values())
    return Standing(everybody, by_form, list(by_group(viewer, wave.cohort, stages)), taken_off)


def by_group(viewer: Membership, cohort: Cohort, stages: dict[int, Stage]) -> Iterable[Row]:
    """Only groups that somebody is in."""
    held = groups_of(cohort)
    for kind in kinds_visible_to(viewer):
        found = [stage for student, stage in stages.items() if kind.key in held.get(student, ())]
        if found:
            yield progress.row(kind.key, kind.name, found)


def curves(wave: Wave, today: date) -> tuple[Curve, Curve | None]:
    """The wave's own curve, as far as it has come, and that of the same time a year before. Four queries."""
    before = wave_before(wave)
    now = curve_of(wave, "This wave", min(today, wave.closes_on))
    return now, curve_of(before, f"{before.name}, leavers {before.cohort.leaving}", before.closes_on) if before else None


def wave_before(wave: Wave) -> Wave | None:
    """The wave of the same survey at the same time for the cohort of the year before."""
    same = Wave.objects.filter(survey=wave.survey, cohort__school=wave.cohort.school_id, cohort__leaving=wave.cohort.leaving - 1)
    earlier = {one.pk: one for one in same.exclude(opened_at=None).select_related("cohort")}
    nearest = progress_curve.same_time_last_year(wave.opens_on, [(pk, one.opens_on) for pk, one in earlier.items()])
    return earlier[nearest] if nearest else None


def curve_of(wave: Wave, name: str, until: date) -> Curve:
    counted = wave.invitations.filter(Q(stopped_at=None) | ~Q(finished_at=None))
    finished = [timezone.localdate(at) for at in counted.values_list("finished_at", flat=True) if at]
    return progress_curve.curve(name, finished, opens_on=wave.opens_on, until=until, n=counted.count())


def plan_shown(wave: Wave) -> list[Dated]:
    """The reminder plan with its dates. Two queries."""
    return list(dated(plan_of(wave), days_of(wave)))


def periods_open(viewer: Membership, wave: Wave, now: datetime) -> list[FormPeriod]:
    return list(FormPeriod.objects.visible_to(viewer).open_at(now).filter(wave=wave).select_related("opened_by"))
