"""Waves: made, opened, changed, closed; and one student taken off the list. Opening writes invitations, links and messages at once."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit, links, messages
from careers.actions.audit import Entry
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import Cohort, PersonalLink, Student, User
from surveys.actions.reminders import write_first
from surveys.audiences import choice_for
from surveys.chasing import ABOUT, end_of
from surveys.models import Invitation, Wave
from surveys.rules import plans
from surveys.rules.audience import Audience
from surveys.rules.plans import Plan
from surveys.rules.surveys import SURVEYS

LONGEST = timedelta(days=plans.LONGEST)
CLOSED, TAKEN_OFF = "The wave is closed", "Taken off the list"


class NotNow(Exception):
    """It cannot be done as the wave stands; the message says why."""


@transaction.atomic
def make(
    *, cohort: Cohort, survey: str, name: str, opens_on: date, closes_on: date, audience: Audience, plan: Plan, by: User | None
) -> Wave:
    """A wave that nobody has been asked in yet. Raises ValidationError."""
    alone_in(cohort.school)
    wave = Wave(cohort=cohort, survey=survey, name=name.strip(), opens_on=opens_on, closes_on=closes_on, made_at=timezone.now(), made_by=by)
    wave.audience, wave.plan = audience.as_data(), plans.as_data(plan)
    checked(wave)
    wave.save()
    audit.record(school=cohort.school, by=by, verb="made a wave", subject=wave, survey=survey)
    return wave


def checked(wave: Wave) -> None:
    """Raises ValidationError for a wave that could not be run."""
    if wave.survey not in SURVEYS:
        raise ValidationError({"survey": f"There is no survey “{wave.survey}”. There is: {', '.join(SURVEYS)}."})
    if wave.closes_on < wave.opens_on:
        raise ValidationError({"closes_on": "The last day is before the first."})
    if wave.closes_on - wave.opens_on > LONGEST:
        raise ValidationError({"closes_on": f"A wave lasts {plans.LONGEST} days at most. Check the year."})
    if Wave.objects.filter(cohort=wave.cohort, name__iexact=wave.name).exclude(pk=wave.pk).exists():
        raise ValidationError({"name": "There is a wave of that name for this cohort already."})
    wave.full_clean(exclude=["cohort", "made_by"], validate_unique=False, validate_constraints=False)


@transaction.atomic
def open_wave(*, wave: Wave, by: User | None) -> int:
    """Ask everybody of the audience: invitations, links and the first messages. Returns how many are asked. Raises NotNow."""
    alone_in(wave.cohort.school)
    now = timezone.now()
    if wave.closes_on < timezone.localdate(now):
        raise NotNow("Its last day is over. Change the dates first.")
    if not Wave.objects.filter(pk=wave.pk, opened_at=None, closed_at=None).update(opened_at=now):
        raise NotNow("This wave was opened already.")
    wave.opened_at = now
    asked = invite(wave, now, by)
    if not asked:
        raise NotNow("There is nobody to ask. Change who is asked.")
    audit.record(school=wave.cohort.school, by=by, verb="opened a wave", subject=wave, asked=asked)
    return asked


@transaction.atomic
def ask_more(*, wave: Wave, by: User | None) -> int:
    """Ask those who fit the audience and have not been asked: who has joined the school since. Returns how many. Raises NotNow."""
    alone_in(wave.cohort.school)
    now = timezone.now()
    if not wave.opened_at or wave.closed_at or wave.closes_on < timezone.localdate(now):
        raise NotNow("The wave is not open.")
    return invite(wave, now, by)


def invite(wave: Wave, now: datetime, by: User | None) -> int:
    """Invitations and links for those of the audience who have none, and their first messages. Returns how many."""
    asked_already = set(Invitation.objects.filter(wave=wave).values_list("student_id", flat=True))
    chosen = [pk for pk in choice_for(wave).asked if pk not in asked_already]
    students = list(Student.objects.filter(pk__in=among(chosen)).select_related("cohort", "school"))
    if not students:
        return 0
    given = links.give_all(students=students, purpose=ABOUT, about=wave.pk, expires_at=end_of(wave.closes_on), by=by)
    rows = [Invitation(wave=wave, student=student, link=given[student.pk], invited_at=now) for student in students]
    invitations = Invitation.objects.bulk_create(rows)
    audit.record_all(school=wave.cohort.school, by=by, entries=[Entry("invited to a wave", row.student, {"wave": wave.pk}) for row in rows])
    write_first(wave, invitations, now, by)
    return len(invitations)


@transaction.atomic
def change(*, wave: Wave, by: User, **values: Any) -> list[str]:
    """Change a wave: its name and last day until it is closed, everything else before it opens. Returns what changed.

    Links live as long as the wave does. Raises ValidationError and NotNow.
    """
    alone_in(wave.cohort.school)
    wave.refresh_from_db()
    if wave.closed_at:
        raise NotNow("The wave is closed.")
    values = {name: value.strip() if name == "name" else value for name, value in values.items()}
    changed = [name for name, value in values.items() if getattr(wave, name) != value]
    if wave.opened_at and {"survey", "audience", "plan", "opens_on"} & set(changed):
        raise NotNow("Who is asked, what, from when, and the reminder plan stay as they are once the wave has opened.")
    for name in changed:
        setattr(wave, name, values[name])
    checked(wave)
    if changed:
        wave.save(update_fields=changed)
        PersonalLink.objects.filter(purpose=ABOUT, about=wave.pk, revoked_at=None).update(expires_at=end_of(wave.closes_on))
        audit.record(school=wave.cohort.school, by=by, verb="changed a wave", subject=wave, changed=dict.fromkeys(changed, True))
    return changed


@transaction.atomic
def close(*, wave: Wave, by: User | None) -> int:
    """No more answers; every message that waits is stopped. Returns how many were. Raises NotNow."""
    alone_in(wave.cohort.school)
    now = timezone.now()
    if not Wave.objects.filter(pk=wave.pk, closed_at=None).exclude(opened_at=None).update(closed_at=now):
        raise NotNow("The wave is not open.")
    wave.closed_at = now
    stopped = messages.stop(school=wave.cohort.school, by=by, why=CLOSED, about_kind=ABOUT, about=wave.pk)
    audit.record(school=wave.cohort.school, by=by, verb="closed a wave", subject=wave, messages_stopped=stopped)
    return stopped


@transaction.atomic
def discard(*, wave: Wave, by: User) -> None:
    """Throw away a wave that nobody was asked in. Raises NotNow."""
    alone_in(wave.cohort.school)
    if wave.opened_at or wave.invitations.exists():
        raise NotNow("Students have been asked in this wave: it is kept. Close it instead.")
    audit.record(school=wave.cohort.school, by=by, verb="threw away a wave", subject=wave)
    wave.delete()


@transaction.atomic
def take_off(*, invitation: Invitation, why: str, by: User) -> bool:
    """One student is not asked any further in this wave: waiting messages stop. What they answered stays. False where that was so."""
    wave, student = invitation.wave, invitation.student
    alone_in(student.school)
    now = timezone.now()
    if not Invitation.objects.filter(pk=invitation.pk, stopped_at=None).update(stopped_at=now, stopped_why=why.strip()[:60] or TAKEN_OFF):
        return False
    messages.stop(school=student.school, by=by, why=TAKEN_OFF, student=student, about_kind=ABOUT, about=wave.pk)
    audit.record(school=student.school, by=by, verb="took off a wave", subject=student, wave=wave.pk)
    return True


@transaction.atomic
def put_back(*, invitation: Invitation, by: User) -> bool:
    """Asked again. Messages that were stopped stay so; the plan goes on."""
    alone_in(invitation.student.school)
    back = Invitation.objects.filter(pk=invitation.pk).exclude(stopped_at=None).update(stopped_at=None, stopped_why="")
    if back:
        audit.record(
            school=invitation.student.school, by=by, verb="put back on a wave", subject=invitation.student, wave=invitation.wave_id
        )
    return bool(back)
