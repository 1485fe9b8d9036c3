"""Reminders as rows of the outbox: the first message when a wave opens, a sweep by the clock, and one more by hand."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from careers.actions import links, messages
from careers.actions.locking import alone_in
from careers.actions.messages import Draft
from careers.models import ContactDetail, User
from careers.rules.contact import MessageChannel
from careers.rules.quiet_hours import is_open
from surveys.chasing import ABOUT, Reached, days_of, end_of, key_of, people, plan_of
from surveys.models import Invitation, Wave
from surveys.rules.plans import Step, To
from surveys.rules.reminders import Due, due, first, fits, why_not, words_for
from surveys.rules.surveys import SURVEYS

NEEDED = ("student__cohort", "student__school", "link")


def write_first(wave: Wave, invitations: Sequence[Invitation], now: datetime, by: User | None) -> int:
    """The messages with which a wave opens. Inside the transaction that opens it. Returns how many."""
    plan, days = plan_of(wave), days_of(wave)
    found, reached = people(wave, invitations, plan, now)
    sent = {student: one for student, person in found.items() if (one := first(plan, person, days, now))}
    return write(wave, invitations, sent, reached, by)


@transaction.atomic
def remind(*, wave: Wave, now: datetime) -> int:
    """Write whatever is due in one wave. Twice, late or from two workers writes once. Returns how many messages are new."""
    school = wave.cohort.school
    alone_in(school)
    plan, days = plan_of(wave), days_of(wave)
    if not is_open(now, days.quiet):
        return 0
    waiting = unfinished(wave)
    found, reached = people(wave, waiting, plan, now)
    sent = {student: one for student, person in found.items() if (one := due(plan, person, days, now))}
    return write(wave, waiting, sent, reached, None)


def remind_all(now: datetime | None = None) -> int:
    """Sweep every open wave: one that fails does not keep the others from going. Returns how many messages are new."""
    now = now or timezone.now()
    waves = Wave.objects.exclude(opened_at=None).filter(closed_at=None, closes_on__gte=timezone.localdate(now))
    written, failed = 0, []
    for wave in waves.select_related("cohort__school"):
        try:
            written += remind(wave=wave, now=now)
        except Exception as problem:
            failed.append(problem)
    if failed:
        raise failed[0]
    return written


def unfinished(wave: Wave) -> list[Invitation]:
    return list(wave.invitations.filter(finished_at=None, stopped_at=None).select_related(*NEEDED))


@transaction.atomic
def send_once_more(*, wave: Wave, invitations: Sequence[Invitation], by: User) -> tuple[int, int]:
    """An email to each of these now, outside the plan, once a day at most. Returns how many were written and how many could not be: they
    have answered, may not or cannot be written to, or have had as many messages as anybody gets."""
    alone_in(wave.cohort.school)
    now, days = timezone.now(), days_of(wave)
    with_good_links(wave, invitations, by)
    step = Step(0, MessageChannel.EMAIL, To.STUDENT, "reminder")
    found, reached = people(wave, invitations, (step,), now)
    today = timezone.localdate(now)
    may = {student: who for student, who in found.items() if not why_not(who, days.most) and fits(step, who, today)}
    sent = {student: Due(step, words_for(step, who), now) for student, who in may.items()}
    written = write(wave, invitations, sent, reached, by, by_hand=f"by hand {today}") if wave.is_open(today) else 0
    return written, len(invitations) - written


def with_good_links(wave: Wave, invitations: Sequence[Invitation], by: User) -> None:
    """A link that was withdrawn is given anew: somebody decided to write."""
    over = [row for row in invitations if row.link is None or row.link.revoked_at]
    given = links.give_all(students=[row.student for row in over], purpose=ABOUT, about=wave.pk, expires_at=end_of(wave.closes_on), by=by)
    for row in over:
        row.link = given[row.student_id]
    Invitation.objects.bulk_update(over, ["link"])


def write(wave: Wave, invitations: Sequence[Invitation], sent: dict[int, Due], reached: Reached, by: User | None, by_hand: str = "") -> int:
    """Write these messages, by student id, into the outbox."""
    drafts = [draft(wave, row, sent[row.student_id], reached, by_hand) for row in invitations if row.student_id in sent]
    return len(messages.write_all(school=wave.cohort.school, drafts=drafts, by=by))


def draft(wave: Wave, invitation: Invitation, one: Due, reached: Reached, by_hand: str) -> Draft:
    step, student = one.step, invitation.student
    detail = reached[step.to, step.channel][student.pk]
    first_name = student.known_as or student.forename
    return Draft(
        key=f"wave {wave.pk}, {by_hand}, student {student.pk}" if by_hand else key_of(wave, step, student.pk),
        template=one.words,
        channel=step.channel,
        student=student,
        detail=detail,
        to_name=student.name if step.to is To.STUDENT else parent_name(detail),
        values={
            "first_name": first_name,
            "survey": SURVEYS[wave.survey].title,
            "closes_on": f"{wave.closes_on:%A} {wave.closes_on.day} {wave.closes_on:%B}",
        },
        link=invitation.link if step.to is To.STUDENT else None,
        due_at=one.at,
        about_kind=ABOUT,
        about=wave.pk,
    )


def parent_name(detail: ContactDetail) -> str:
    return detail.name or "parent or carer"
