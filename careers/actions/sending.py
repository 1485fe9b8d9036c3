"""Sending what is due: claim, send, mark. Whoever dies between sending and marking leaves a claim behind, and that is in doubt:
it may have gone. A person decides; nothing is sent twice unless they say so (needs and measurements: docs/messages.md)."""

import logging
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.core import mail as django_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection as database
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from careers import mail, message_standing, outbox
from careers.actions import contact
from careers.models import Message, MessageSettings
from careers.models.message import MessageQuerySet
from careers.rules.contact import MessageChannel
from careers.rules.outbox import CLAIM_LASTS, Means, pause_after
from careers.rules.quiet_hours import next_open

log = logging.getLogger(__name__)
State = Message.State
AT_ONE_GO = 500
SECONDS = 600  # less than the broker waits before it gives the job to somebody else (visibility_timeout)
NO_ANSWER = "The mail server cannot be reached"


def send_due(now: datetime | None = None, limit: int = AT_ONE_GO) -> dict[str, int]:
    """Send what is due, over one connection. Any number may do so at once, and each message goes once.

    Returns how many: {"sent": n, "later": n, "failed": n, "stopped": n, "in_doubt": n}. `now` is the present unless given.
    """
    now = now or timezone.now()
    done = {"sent": 0, "later": 0, "failed": 0, "stopped": 0, "in_doubt": doubt(now)}
    put_off(now)
    waiting = list(due(now).order_by("-at_once", "due_at", "id").values_list("pk", flat=True)[:limit])
    if not waiting:
        return done
    connection = django_mail.get_connection()
    try:
        connection.open()
    except Exception as problem:  # nothing was claimed: whatever is wrong with the server, everything waits
        log.warning("The mail server cannot be reached: %s", type(problem).__name__)
        done["later"] += nobody_answers(waiting, now, problem)
        return done
    try:
        with written_to_the_disk():
            send_these(waiting, connection, now, done)
    finally:
        close(connection)
    return done


def send_these(waiting: list[int], connection: BaseEmailBackend, now: datetime, done: dict[str, int]) -> None:
    started, settings = time.monotonic(), {}
    for pk in waiting:
        if time.monotonic() - started > SECONDS:
            return
        if (message := claim(pk, now + timedelta(seconds=time.monotonic() - started))) is None:
            continue
        if message.school_id not in settings:
            settings[message.school_id] = outbox.settings_of(message.school)
        done[send_one(message, connection, settings[message.school_id])] += 1


def due(now: datetime) -> MessageQuerySet:
    return Message.objects.filter(state=State.WAITING, channel=MessageChannel.EMAIL, due_at__lte=now)


def put_off(now: datetime) -> None:
    """What may not go at this hour waits for the next at which it may: quiet hours or holidays may have been changed since."""
    schools = set(due(now).filter(at_once=False).values_list("school", flat=True).distinct())
    for school, quiet in outbox.quiet_of_schools(schools).items() if schools else ():
        opens = next_open(now, quiet)
        if opens > now:
            due(now).filter(school=school, at_once=False).update(due_at=opens)


def claim(pk: int, now: datetime) -> Message | None:
    """The message, ours from now on, or None. One conditional update: of many who try, one succeeds."""
    token = secrets.token_hex(16)
    won = due(now).filter(pk=pk).update(state=State.CLAIMED, claim=token, claimed_at=now, tries=F("tries") + 1, problem="")
    if not won:
        return None
    return Message.objects.select_related(*message_standing.NEEDED).get(pk=pk)


def send_one(message: Message, connection: BaseEmailBackend, settings: MessageSettings) -> str:
    """Ask once more whether it may go, send it, and mark what became of it."""
    if why := message_standing.why_not(message, timezone.now()):
        mark(message, state=State.STOPPED, problem=why)
        return "stopped"
    try:
        email = mail.email_of(message, settings)
    except ValueError as problem:
        mark(message, state=State.FAILED, problem=str(problem))
        return "failed"
    try:
        connection.open()  # does nothing while it is open
    except Exception as problem:
        return later(message, f"{NO_ANSWER} ({type(problem).__name__}).")
    means, said = mail.outcome_of(connection, email)
    if means is not Means.SENT:
        close(connection)  # a refusal may have left it closed at the other end
    return MARKS[means](message, said)


def mark(message: Message, **changes: object) -> bool:
    """Write what became of it, while the claim is ours; also where it was given up for lost meanwhile and nobody has decided yet."""
    ours = Message.objects.filter(pk=message.pk, claim=message.claim, state__in=(State.CLAIMED, State.IN_DOUBT))
    return bool(ours.update(**{"claim": "", **changes}))


def sent(message: Message, said: str) -> str:
    mark(message, state=State.SENT, sent_at=timezone.now(), problem="")
    return "sent"


def later(message: Message, said: str) -> str:
    pause = pause_after(message.tries)
    if pause is None:
        return failed(message, said)
    mark(message, state=State.WAITING, due_at=timezone.now() + pause, problem=said)
    return "later"


def failed(message: Message, said: str) -> str:
    mark(message, state=State.FAILED, problem=said)
    return "failed"


@transaction.atomic
def bad_address(message: Message, said: str) -> str:
    """The address does not exist: the message failed, and the address is not used again until somebody finds it to be right."""
    mark(message, state=State.BOUNCED, problem=said)
    if message.detail is not None:
        contact.came_back(detail=message.detail, why=said, at=timezone.now())
    return "failed"


def unsure(message: Message, said: str) -> str:
    ours = Message.objects.filter(pk=message.pk, claim=message.claim, state=State.CLAIMED)
    ours.update(state=State.IN_DOUBT, problem=said)
    return "in_doubt"


MARKS = {Means.SENT: sent, Means.LATER: later, Means.NEVER: failed, Means.BAD_ADDRESS: bad_address, Means.UNSURE: unsure}


def doubt(now: datetime) -> int:
    """Claims that are older than any sending takes: whoever had them has died, and the message may have gone."""
    old = Message.objects.filter(state=State.CLAIMED).filter(Q(claimed_at__lte=now - CLAIM_LASTS) | Q(claimed_at=None))
    return old.update(state=State.IN_DOUBT, problem="Waymark was interrupted while it was being sent.")


def nobody_answers(waiting: list[int], now: datetime, problem: Exception) -> int:
    """No connection: each try counts, so that a message does not wait for ever without anybody being shown it."""
    words = f"{NO_ANSWER} ({type(problem).__name__})."
    told = 0
    for tries, pks in by_tries(waiting, now):
        pause = pause_after(tries + 1)
        changes = {"due_at": now + pause} if pause else {"state": State.FAILED}
        told += due(now).filter(pk__in=pks, tries=tries).update(tries=tries + 1, problem=words, **changes)
    return told


def by_tries(waiting: list[int], now: datetime) -> list[tuple[int, list[int]]]:
    groups: dict[int, list[int]] = {}
    for pk, tries in due(now).filter(pk__in=waiting).values_list("pk", "tries"):
        groups.setdefault(tries, []).append(pk)
    return list(groups.items())


def close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except Exception as problem:  # what was sent was sent
        log.info("The mail server ended the connection badly: %s", type(problem).__name__)


@contextmanager
def written_to_the_disk() -> Iterator[None]:
    """A claim must outlive a power cut, or the message would go again unseen. SQLite's usual setting in WAL mode may lose the last
    moments, so while sending it waits for the disk; PostgreSQL always does."""
    if database.vendor != "sqlite" or database.in_atomic_block:
        yield
        return
    with database.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=FULL")
    try:
        yield
    finally:
        with database.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")
