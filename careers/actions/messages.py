"""Writing messages into the outbox, and stopping them. Called inside the transaction of whatever causes them; nothing is sent here."""

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings as django_settings
from django.db import transaction
from django.utils import timezone

from careers import outbox
from careers.actions import audit
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import ContactDetail, Message, MessageTemplate, OneTimeCode, PersonalLink, School, Student, User
from careers.rules.asking import Purpose
from careers.rules.contact import MessageChannel
from careers.rules.message_text import filled, one_line
from careers.rules.quiet_hours import Quiet, next_open

State = Message.State
UNSENT = (State.WAITING, State.BY_HAND, State.FAILED)
TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """One message to write. `key` names it once in the school; `values` fill what its words offer (careers/rules/message_words.py)."""

    key: str
    template: str
    channel: str
    student: Student | None = None
    detail: ContactDetail | None = None
    to: str = ""
    to_name: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    link: PersonalLink | None = None
    code: OneTimeCode | None = None
    due_at: datetime | None = None
    at_once: bool = False
    about_kind: str = ""
    about: int | None = None
    purpose: str = Purpose.CONTACT


def write(
    *,
    school: School,
    student: Student | None,
    key: str,
    template: str,
    channel: str,
    detail: ContactDetail | None = None,
    to: str = "",
    to_name: str = "",
    values: Mapping[str, str],
    link: PersonalLink | None = None,
    code: OneTimeCode | None = None,
    due_at: datetime | None = None,
    at_once: bool = False,
    about_kind: str = "",
    about: int | None = None,
    purpose: str = Purpose.CONTACT,
    by: User | None = None,
) -> Message | None:
    """Write one message; None where there is one with this key. Texts and letters wait to be sent by hand.

    `to` is left out where `detail` says it. Raises ValueError for a value that the words need and that is missing, or nobody to send it
    to; KeyError for words that do not exist by this channel.
    """
    draft = Draft(key, template, channel, student, detail, to, to_name, values, link, code, due_at, at_once, about_kind, about, purpose)
    return next(iter(write_all(school=school, drafts=[draft], by=by)), None)


@transaction.atomic
def write_all(*, school: School, drafts: Sequence[Draft], by: User | None) -> list[Message]:
    """Write many in a handful of queries. Returns those that were new: a key that is there already is passed over."""
    if not drafts:
        return []
    alone_in(school)
    new = unwritten(school, drafts)
    own, quiet, now = outbox.own_words(school), outbox.quiet_of(school), timezone.now()
    same = outbox.values_of(school, outbox.settings_of(school))
    written = Message.objects.bulk_create([composed(school, draft, own, same, quiet, now) for draft in new], batch_size=TOGETHER)
    if written:
        kinds = sorted({draft.template for draft in new})
        audit.record(school=school, by=by, verb="wrote messages", messages=len(written), kinds=kinds)
    if any(message.at_once and message.state == State.WAITING for message in written):
        transaction.on_commit(wake, robust=True)
    return written


def wake() -> None:
    """Somebody waits for what was written: a worker need not wait for the clock."""
    from careers.message_tasks import send_soon  # which sends what is written here

    send_soon()


def unwritten(school: School, drafts: Sequence[Draft]) -> list[Draft]:
    """Those whose key is new, each key once."""
    first = {draft.key: draft for draft in reversed(drafts)}
    keys = list(first)
    for start in range(0, len(keys), TOGETHER):
        some = keys[start : start + TOGETHER]
        for known in Message.objects.filter(school=school, key__in=some).values_list("key", flat=True):
            del first[known]
    return [draft for draft in drafts if first.get(draft.key) is draft]


def composed(
    school: School,
    draft: Draft,
    own: dict[tuple[str, str], MessageTemplate],
    same: Mapping[str, str],
    quiet: Quiet,
    now: datetime,
) -> Message:
    """The row, not saved: words filled, due at a moment at which it may go, with the Message-ID that it keeps."""
    to = draft.to or (draft.detail.value if draft.detail else "")
    if not to:
        raise ValueError("A message needs somebody to go to.")
    _, subject, body = outbox.text_of(draft.template, draft.channel, own)
    values = {**same, "to_name": draft.to_name, **draft.values}
    due = draft.due_at or now
    by_itself = draft.channel == MessageChannel.EMAIL
    return Message(
        school=school,
        student=draft.student,
        key=draft.key,
        purpose=draft.purpose,
        about_kind=draft.about_kind,
        about=draft.about,
        channel=draft.channel,
        detail=draft.detail,
        to=to,
        to_name=one_line(draft.to_name, 150),
        subject=one_line(filled(subject, values), 150),
        body=filled(body, values),
        link=draft.link,
        code=draft.code,
        state=State.WAITING if by_itself else State.BY_HAND,
        created_at=now,
        due_at=next_open(due, quiet) if by_itself and not draft.at_once else due,
        at_once=draft.at_once,
        message_id=new_message_id(),
    )


def new_message_id() -> str:
    """The same on every try, so that a mailbox that got it twice can show it once (RFC 5322 3.6.4). Says nothing of anybody."""
    domain = parseaddr(django_settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{secrets.token_hex(16)}@{domain}>"


@transaction.atomic
def stop(
    *,
    school: School,
    by: User | None,
    why: str,
    student: Student | None = None,
    about_kind: str = "",
    about: int | None = None,
    purpose: str = "",
) -> int:
    """Stop every message that has not gone: of one student, or about one thing, or both; of one purpose where that is named.

    Returns how many. One that is being sent at this moment may still go; refused for now, it is asked again before the next try
    (careers/message_standing.py). Raises ValueError where nothing narrows it.
    """
    if student is None and not about_kind:
        raise ValueError("Say whose messages to stop, or what about.")
    alone_in(school)
    waiting = Message.objects.filter(school=school, state__in=UNSENT)
    if student is not None:
        waiting = waiting.filter(student=student)
    if about_kind:
        waiting = waiting.filter(about_kind=about_kind, about=about)
    if purpose:
        waiting = waiting.filter(purpose=purpose)
    stopped = waiting.update(state=State.STOPPED, problem=why[:300], settled_by=by)
    if stopped:
        audit.record(school=school, by=by, verb="stopped messages", subject=student, messages=stopped, why=why)
    return stopped


def stop_these(*, messages: Iterable[tuple[Message, str]], by: User | None) -> int:
    """Stop single messages that have not gone, each for its own reason. One query for each reason. Returns how many."""
    by_reason: defaultdict[str, list[int]] = defaultdict(list)
    for message, why in messages:
        by_reason[why].append(message.pk)
    return sum(
        Message.objects.filter(pk__in=among(ids), state__in=UNSENT).update(state=State.STOPPED, problem=why[:300], settled_by=by)
        for why, ids in by_reason.items()
    )
