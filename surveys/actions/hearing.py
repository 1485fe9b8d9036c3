"""Carrying out what answers mean: evidence, applications, a request for help, a worry. Inside the transaction of whoever heard them."""

from datetime import datetime

from django.utils import timezone

from careers.actions import audit, help_requests
from careers.models import Student
from careers.outbox import quiet_of
from destinations.actions import evidence
from destinations.actions.applications_told import place_told, tell_applications
from destinations.actions.providers import find_source
from destinations.models import Evidence, Provider, Source
from destinations.rules.applications import Told
from destinations.rules.sources import IN_A_SURVEY, SourceKind
from surveys.models import Response, Worry
from surveys.rules.escalation import one_school_day_later
from surveys.rules.hearing import AppliedFor, Heard, Intention, Place

NAME_SHOWN = 32
CONTENT = ("said", "route", "provider_id", "course", "level", "words")
AGAIN = "Said again later the same day, after something else"


def carry_out(response: Response, heard: Heard, now: datetime) -> None:
    """Write what was heard that is not there yet. Doing it twice changes nothing."""
    student, where = response.invitation.student, told_in(response)
    source = find_source(student.school, SourceKind.STUDENT, "Student")
    if heard.intention:
        state_intention(response, source, heard.intention, now)
    if heard.applications is not None:
        told = [told_of for each in heard.applications if (told_of := as_told(student, each))]
        tell_applications(
            student=student, source=source, told=told, place=where, known_by=known_by(response), since=response.started_at,
            said_on=timezone.localdate(now), now=now, by=response.keyed_by,
        )  # fmt: skip
    ask_for_help(response, heard, now)
    if heard.worry:
        say_worry(response, heard.worry, now)


def told_in(response: Response) -> str:
    """Where it was said, as evidence shows it."""
    return f"{IN_A_SURVEY} {response.invitation.wave.name}{known_by(response)}"


def known_by(response: Response) -> str:
    """How every place of this wave ends. A wave can get another name, and two can have names that begin alike."""
    return f" (wave {response.invitation.wave_id})"


def came_by(response: Response) -> str:
    """The same place where there is little room: 60 characters at most."""
    return f"{IN_A_SURVEY} {response.invitation.wave.name[:NAME_SHOWN]}{known_by(response)}"


def state_intention(response: Response, source: Source, intention: Intention, now: datetime) -> None:
    """State what somebody means to do, unless that is what they said here last."""
    student, by = response.invitation.student, response.keyed_by
    statement = Evidence(
        student=student,
        source=source,
        said=intention.said,
        route=intention.route or "",
        provider=provider_of(student, intention.place),
        course=intention.course[:200],
        level=intention.level[:40],
        words=intention.words[:300],
        said_on=timezone.localdate(now),
        recorded_at=now,
        place=told_in(response)[:250],
    )
    said_here = list(
        Evidence.objects.standing().filter(
            student=student, source=source, place__endswith=known_by(response), recorded_at__gte=response.started_at
        )
    )
    last = max(said_here, key=lambda said: (said.recorded_at, said.pk), default=None)
    if last and content_of(last) == content_of(statement):
        return
    same = [said for said in said_here if evidence.fingerprint(said) == evidence.fingerprint(statement)]
    if same:
        evidence.withdraw(school=student.school, by=by, evidence=same, why=AGAIN)
    evidence.state(school=student.school, by=by, statements=[statement], verb="stated what a student said in a survey")


def content_of(statement: Evidence) -> tuple:
    return tuple(getattr(statement, name) for name in CONTENT)


def as_told(student: Student, applied: AppliedFor) -> Told | None:
    """None where it names no place."""
    provider = provider_of(student, applied.place)
    if provider is None:
        return None
    return Told(
        provider.pk, applied.state, applied.course, applied.level, applied.applied_on, applied.interview_on, applied.conditions
    )  # fmt: skip


def provider_of(student: Student, place: Place) -> Provider | None:
    """The provider chosen from the register, if it is still there, else the one that goes by these words."""
    chosen = Provider.objects.filter(school=student.school, pk=place.provider).first() if place.provider else None
    return chosen or (place_told(student, place.words, None) if place.words else None)


def ask_for_help(response: Response, heard: Heard, now: datetime) -> None:
    student, by = response.invitation.student, response.keyed_by
    if heard.help:
        help_requests.ask_for_help(
            student=student, when=heard.help.when, what=heard.help.what, came_by=came_by(response), known_by=known_by(response),
            since=response.started_at, now=now, by=by,
        )  # fmt: skip
    else:
        help_requests.take_back(student=student, known_by=known_by(response), now=now, by=by)


def say_worry(response: Response, words: str, now: datetime) -> None:
    """Keep a worry. Words that only add to one nobody has read take its place; all else is one more."""
    words = words[:4000]
    theirs = Worry.objects.filter(response=response)
    if any(words == worry.words for worry in theirs):
        return
    student = response.invitation.student
    added_to = next((worry for worry in theirs if worry.read_at is None and words.startswith(worry.words)), None)
    if added_to:
        added_to.words = words
        added_to.save(update_fields=["words"])
        return
    due = one_school_day_later(now, quiet_of(student.school))
    Worry.objects.create(student=student, response=response, words=words, said_at=now, escalate_at=due)
    audit.record(school=student.school, by=response.keyed_by, verb="told us of a worry", subject=student)
