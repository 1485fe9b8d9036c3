"""Who of a wave is to be written to, as the planner sees them, and how each would be reached. Bounded queries for any number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from careers import permitted
from careers.models import ContactDetail, Message, Student
from careers.outbox import quiet_from, settings_of
from careers.reaching import best_all
from careers.rules.asking import Purpose
from careers.rules.best_way import SCHOOL_EMAIL_ENDS
from careers.rules.contact import ContactKind, MessageChannel, Whose
from careers.rules.may_we import Ruling
from careers.rules.outbox import FIELD_USED
from destinations.models import Destination, Exclusion
from surveys.models import Invitation, Response, Wave
from surveys.rules import plans
from surveys.rules.plans import Plan, Step, To
from surveys.rules.reminders import Days, Person, Way
from surveys.rules.surveys import SURVEYS

ABOUT = "wave"
WHOSE = {To.STUDENT: Whose.STUDENT, To.PARENT: Whose.PARENT}
NEVER_WENT = (Message.State.STOPPED, Message.State.FAILED)
Reached = Mapping[tuple[To, str], Mapping[int, ContactDetail]]


@dataclass(frozen=True, slots=True)
class Sent:
    """The messages of a wave to one student: their keys, and when those went that were not stopped."""

    keys: set[str] = field(default_factory=set)
    at: list[datetime] = field(default_factory=list)


def plan_of(wave: Wave) -> Plan:
    return plans.from_data(wave.plan)


def days_of(wave: Wave) -> Days:
    """The wave's days and the school's quiet times. Two queries."""
    school = wave.cohort.school
    settings = settings_of(school)
    return Days(wave.opens_on, wave.closes_on, quiet_from(settings, school.holidays.values_list("first", "last")), settings.most_touches)


def end_of(day: date) -> datetime:
    """The midnight after a day, in UK time."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def key_of(wave: Wave, step: Step, student: int) -> str:
    """Names one message once in a school, so that planning twice writes once."""
    return f"wave {wave.pk}, {step.key}, student {student}"


def people(wave: Wave, invitations: Sequence[Invitation], plan: Plan, now: datetime) -> tuple[dict[int, Person], Reached]:
    """Everybody invited as the planner sees them, by student id, and the address or number for each channel of the plan."""
    students = [invitation.student for invitation in invitations]
    on = timezone.localdate(now)
    used = {(step.to, step.channel) for step in plan if step.is_message}
    reached = {(to, channel): best_all(students, channel, on, whose=WHOSE[to]) for to, channel in sorted(used)}
    rulings = permitted.may_we_all(students, Purpose.CONTACT, on=on)
    sent, known, not_counted = sent_in(wave), known_of(wave), not_counted_of(wave)
    touches = touches_of(wave, on)
    saved = dict(Response.objects.filter(invitation__wave=wave).values_list("invitation_id", "saved_at"))
    found = {}
    for invitation in invitations:
        student = invitation.student
        told = sent[student.pk]
        found[student.pk] = Person(
            invited_at=invitation.invited_at,
            ways=tuple(ways_of(student, rulings[student.pk], reached)),
            touches=tuple(touches[student.pk]),
            written=frozenset(step.key for step in plan if key_of(wave, step, student.pk) in told.keys),
            started=invitation.started_at is not None,
            seen_at=saved.get(invitation.pk, invitation.started_at),
            answered=invitation.finished_at is not None,
            stopped=invitation.stopped_at is not None or student.pk in not_counted,
            known=student.pk in known,
            held=student.safeguarding_hold or student.deceased,
            said_no=not rulings[student.pk].yes,
        )
    return found, reached


def ways_of(student: Student, ruling: Ruling, reached: Reached) -> Iterable[Way]:
    for (to, channel), details in reached.items():
        detail = details.get(student.pk)
        if detail and FIELD_USED[MessageChannel(channel), WHOSE[to]] in ruling.fields:
            yield Way(to, channel, last_day(detail, student.cohort.leaving))


def last_day(detail: ContactDetail, leaving: int) -> date | None:
    return date(leaving, *SCHOOL_EMAIL_ENDS) if detail.kind == ContactKind.SCHOOL_EMAIL else None


def sent_in(wave: Wave) -> Mapping[int, Sent]:
    """The messages of a wave, by student id. One query."""
    found: defaultdict[int, Sent] = defaultdict(Sent)
    rows = Message.objects.filter(school=wave.cohort.school_id, about_kind=ABOUT, about=wave.pk, student__isnull=False).order_by()
    for student, key, state, due_at, sent_at in rows.values_list("student_id", "key", "state", "due_at", "sent_at"):
        found[student].keys.add(key)
        if state not in NEVER_WENT:
            found[student].at.append(sent_at or due_at)
    return found


def touches_of(wave: Wave, on: date) -> Mapping[int, list[datetime]]:
    """When messages went or will go to each student of the cohort, by student id, about this wave and all others that are
    open on the day. One query."""
    found: defaultdict[int, list[datetime]] = defaultdict(list)
    others = Wave.objects.exclude(opened_at=None).filter(closed_at=None, closes_on__gte=on)
    rows = Message.objects.filter(school=wave.cohort.school_id, about_kind=ABOUT, student__cohort=wave.cohort)
    rows = rows.filter(Q(about=wave.pk) | Q(about__in=others.values("pk"))).exclude(state__in=NEVER_WENT).order_by()
    for student, due_at, sent_at in rows.values_list("student_id", "due_at", "sent_at"):
        found[student].append(sent_at or due_at)
    return found


def known_of(wave: Wave) -> set[int]:
    """The students whose answer is known without asking them. One query."""
    known = Destination.objects.at(SURVEYS[wave.survey].checkpoint).known_from_a_list().filter(student__cohort=wave.cohort)
    return set(known.values_list("student_id", flat=True))


def not_counted_of(wave: Wave) -> set[int]:
    """The students who have moved abroad, died and so on since they were asked. One query."""
    return set(Exclusion.objects.filter(student__cohort=wave.cohort, ended_at=None).values_list("student_id", flat=True))
