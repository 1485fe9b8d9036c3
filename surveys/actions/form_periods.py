"""Form periods: a wave opened for a class, and students who come in with the personal code on their slip and their date of birth."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.actions import audit, personal_codes, tries
from careers.actions.locking import alone_in
from careers.models import School, Student, User
from careers.rules.secrets import ALPHABET, READ_AS, personal_code_typed
from surveys.actions.waves import NotNow
from surveys.models import FormPeriod, Invitation, Wave

DOOR = "class"
CODE_LENGTH = 5
MINUTES = (30, 60, 120)
FINISHING = timedelta(minutes=30)  # who came in before the period closed may finish


class NotLetIn(Exception):
    """Code and date of birth do not go together, or too many tries: nobody is told which."""


class NotAsked(Exception):
    """The right code and date of birth of somebody whom this class is not open for; the message says so."""


@transaction.atomic
def open_period(*, wave: Wave, forms: Sequence[str], minutes: int, by: User) -> FormPeriod:
    """Open a wave for some forms (none named: every form) from now on. Raises NotNow, and ValueError for a length that is not offered."""
    if minutes not in MINUTES:
        raise ValueError("A period lasts 30, 60 or 120 minutes.")
    alone_in(wave.cohort.school)
    now = timezone.now()
    if not Wave.objects.get(pk=wave.pk).is_open(timezone.localdate(now)):
        raise NotNow("The wave is not open.")
    closes_at = now + timedelta(minutes=minutes)
    period = FormPeriod.objects.create(
        wave=wave, forms=sorted(set(forms)), code=unused_code(), opened_at=now, opened_by=by, closes_at=closes_at
    )
    audit.record(school=wave.cohort.school, by=by, verb="opened a form period", subject=period, wave=wave.pk, forms=period.forms)
    return period


def unused_code() -> str:
    """Five signs that no period had before: short, since it stands on the board and opens nothing by itself."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if not FormPeriod.objects.filter(code=code).exists():
            return code


@transaction.atomic
def close_period(*, period: FormPeriod, by: User) -> bool:
    """Nobody else comes in. Who is in may finish. False where it was closed already."""
    alone_in(period.wave.cohort.school)
    now = timezone.now()
    if not FormPeriod.objects.filter(pk=period.pk, closes_at__gt=now).update(closes_at=now):
        return False
    period.closes_at = now
    audit.record(school=period.wave.cohort.school, by=by, verb="closed a form period", subject=period)
    return True


def find(code: str, now: datetime) -> FormPeriod | None:
    """The period that is open under this code, however it was typed; None for every reason alike."""
    typed = "".join(code.split()).upper().translate(READ_AS)
    if len(typed) != CODE_LENGTH or not set(typed) <= set(ALPHABET):
        return None
    period = FormPeriod.objects.open_at(now).filter(code=typed).select_related("wave__cohort__school").first()
    return period if period and period.wave.is_open(timezone.localdate(now)) else None


def check_in(*, period: FormPeriod, code: str, born: date, device: str, now: datetime) -> Invitation:
    """Whom a personal code and a date of birth belong to. `device` is what they are typed on (surveys/views/devices.py).

    Raises NotLetIn, and counts it, by student, device and school; NotAsked for somebody whom this period is not for. What can be no
    code is not counted, and neither is a try while the student or the device has to wait. A school's count bars nobody.
    """
    school = period.wave.cohort.school
    student = personal_codes.find(school, code)
    whose = [f"student:{student.pk}", device] if student else [device]
    if not personal_code_typed(code) or not tries.may_try(DOOR, whose, now):
        raise NotLetIn
    if student is None or student.date_of_birth != born:
        tries.record(DOOR, whose if are_guessing(school, now) else [*whose, counted(school)], now)
        raise NotLetIn
    return invitation_of(period, student)


def are_guessing(school: School, now: datetime) -> bool:
    """Whether so many wrong codes were typed for this school that somebody should look."""
    return tries.are_too_many(DOOR, counted(school), now)


def counted(school: School) -> str:
    return f"school:{school.pk}"


def invitation_of(period: FormPeriod, student: Student) -> Invitation:
    """Raises NotAsked."""
    asked = Invitation.objects.filter(wave=period.wave, student=student, stopped_at=None)
    invitation = asked.select_related("student__school", "wave").first()
    if invitation is None:
        raise NotAsked(_("You are not asked in this survey. Tell your teacher: perhaps you should be."))
    if period.forms and student.form not in period.forms:
        raise NotAsked(_("This is open for %(forms)s, and you are in another form. Ask your teacher.") % {"forms": ", ".join(period.forms)})
    return invitation


@transaction.atomic
def come_in(*, period: FormPeriod, invitation: Invitation) -> datetime:
    """They said that it is them. Returns the moment at which their visit ends. Raises NotLetIn where the period has closed meanwhile."""
    alone_in(invitation.student.school)
    now = timezone.now()
    if find(period.code, now) is None:
        raise NotLetIn
    Invitation.objects.filter(pk=invitation.pk).update(signed_in_at=now)
    audit.record(school=invitation.student.school, by=None, verb="came in with a personal code", subject=invitation.student)
    return period.closes_at + FINISHING
