"""Answering: a survey is begun, its pages are saved one by one, and what they come to is heard when it is sent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from careers.actions import audit, contact, messages
from careers.actions.locking import alone_in
from careers.models import School
from surveys.actions import hearing
from surveys.models import Invitation, PageAnswer, Response
from surveys.rules.answers import latest
from surveys.rules.routes import ROUTES

ANSWERED = "They have answered"


class Closed(Exception):
    """The wave takes no answers: not yet, or no more."""


class NotAllAnswered(Exception):
    """A page on the path has not been sent yet."""

    def __init__(self, page: str) -> None:
        super().__init__(page)
        self.page = page


def mark_opened(*, invitation: Invitation, now: datetime) -> None:
    """Remember the first time that somebody looked."""
    Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=now)


@transaction.atomic
def begin(*, invitation: Invitation, language: str = "", easy_read: bool | None = None, helped_by: str = "", visit: str = "") -> Response:
    """Begin, or come back to what was begun: an invitation has one response, on however many devices. How somebody likes to be asked is
    kept with the student. Raises Closed."""
    school = invitation.student.school
    alone_in(school)
    now = open_now(invitation)
    response, new = Response.objects.get_or_create(invitation=invitation, defaults={"started_at": now, "saved_at": now})
    if new:
        Invitation.objects.filter(pk=invitation.pk, opened_at=None).update(opened_at=now)
        Invitation.objects.filter(pk=invitation.pk, started_at=None).update(started_at=now)
        audit.record(school=school, by=None, verb="started a survey", subject=invitation)
    wishes: dict[str, Any] = {"language": language} if language else {}
    wishes |= {} if easy_read is None else {"easy_read": easy_read}
    ask_so(response, **wishes, **({"helped_by": helped_by[:100]} if helped_by else {}))
    if wishes:
        contact.prefer(student=invitation.student, by=None, **wishes)
    return response


def ask_so(response: Response, **wishes: Any) -> None:
    """Language, easy read and who helps, from now on in this survey."""
    changed = [name for name, value in wishes.items() if getattr(response, name) != value]
    for name in changed:
        setattr(response, name, wishes[name])
    if changed:
        response.save(update_fields=changed)


@transaction.atomic
def read_easily(*, response: Response, easy_read: bool) -> None:
    """Turn easy read on or off, here and wherever this student is asked next."""
    ask_so(response, easy_read=easy_read)
    contact.prefer(student=response.invitation.student, by=None, easy_read=easy_read)


def save_page(*, response: Response, page: str, values: Mapping[str, Any], visit: str) -> bool:
    """Keep one page as it was sent. False where this visit has sent the same just now: a double click. Raises Closed.

    Each saving is a row of its own and the record of itself; the audit names only beginning and sending. A worry is heard at once. The
    transaction is as short as can be: a class presses Continue at the same moment, and SQLite has one writer.
    """
    now = open_now(response.invitation)
    route = ROUTES[response.invitation.wave.survey]
    worry = str(values.get(page, "")).strip() if page == route.worry else ""
    with transaction.atomic():
        if worry:
            alone_in(response.invitation.student.school)  # taken first wherever it is taken: see careers/actions/locking.py
        Response.objects.filter(pk=response.pk).update(saved_at=now, page=page)  # first, so that a second device waits here
        before = PageAnswer.objects.filter(response=response, page=page).order_by("-saved_at", "-pk").values_list("values", "visit").first()
        if before == (values, visit):
            transaction.set_rollback(True)
            return False
        PageAnswer.objects.create(response=response, page=page, values=dict(values), saved_at=now, visit=visit)
        if worry:
            hearing.say_worry(response, worry, now)
    return True


def remove_application(*, response: Response, page: str, visit: str) -> bool:
    """Take an application off the list, and leave what was told of it readable."""
    told = response.pages.filter(page=page).order_by("saved_at", "pk").last()
    values = told.values if told else {}
    return save_page(response=response, page=page, values={**values, "removed": True}, visit=visit)


@transaction.atomic
def finish(*, response: Response) -> Response:
    """Send the answers: they are heard, and waiting reminders stop. Sending what was sent already changes nothing.

    Raises Closed, and NotAllAnswered where a page of the path is missing.
    """
    invitation = response.invitation
    school = invitation.student.school
    alone_in(school)
    locked = locked_response(response)
    now = open_now(locked.invitation)
    route = ROUTES[invitation.wave.survey]
    answers = latest(locked.pages.order_by("saved_at", "pk"))
    if missing := route.first_unanswered(answers):
        raise NotAllAnswered(missing)
    if locked.finished_at and locked.saved_at <= locked.finished_at:
        return locked
    hearing.carry_out(locked, route.hear(answers), now)
    Invitation.objects.filter(pk=invitation.pk, finished_at=None).update(finished_at=now)
    locked.finished_at = locked.heard_at = now
    locked.save(update_fields=["finished_at", "heard_at"])
    stop_asking(school, invitation)
    audit.record(school=school, by=None, verb="sent a survey", subject=invitation)
    return locked


def stop_asking(school: School, invitation: Invitation) -> None:
    messages.stop(school=school, by=None, why=ANSWERED, student=invitation.student, about_kind="wave", about=invitation.wave_id)


def locked_response(response: Response) -> Response:
    """The response as it is now, changed by nobody else until the transaction ends."""
    whole = Response.objects.select_related("invitation__wave", "invitation__student__school", "keyed_by")
    return whole.select_for_update(of=("self",)).get(pk=response.pk)


def open_now(invitation: Invitation) -> datetime:
    """This moment, if answers are taken. Raises Closed."""
    now = timezone.now()
    if not invitation.wave.is_open(timezone.localdate(now)):
        raise Closed
    return now
