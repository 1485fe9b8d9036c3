"""One-time codes: six digits to an address the school knows, good once and for ten minutes (ASVS 5.0, 6.5.1 and 6.5.5)."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from careers.actions import audit, messages, tries
from careers.actions.locking import alone_in
from careers.models import ContactDetail, OneTimeCode, PersonalLink
from careers.rules.contact import ContactKind, MessageChannel, Whose
from careers.rules.secrets import are_same, digits_typed, keyed_digest, one_time_digits
from careers.secret_keys import ONE_TIME, key, keys

GOOD_FOR = timedelta(minutes=10)
MOST_TRIES = 5
TEMPLATE = "one_time_code"
SENDING = "send a code"
REACHED_BY = {
    ContactKind.EMAIL: MessageChannel.EMAIL,
    ContactKind.SCHOOL_EMAIL: MessageChannel.EMAIL,
    ContactKind.MOBILE: MessageChannel.TEXT,
}


class TooManyCodes(Exception):
    """So many were asked for that nobody can be waiting for another."""

    sentence = "We have sent several codes already. Look for the latest one, or wait a few minutes and ask again."


@transaction.atomic
def send(*, link: PersonalLink, detail: ContactDetail) -> OneTimeCode:
    """Write the message with a new code; older ones of this link end. Raises TooManyCodes, and ValueError for a detail that is not the
    student's own or no longer used."""
    if detail.student_id != link.student_id or detail.whose != Whose.STUDENT or detail.ended_at or detail.bounced_at:
        raise ValueError("A code goes only to an address of the student's own that is in use.")
    student, now = link.student, timezone.now()
    alone_in(student.school)
    asked = [f"sent:{link.pk}"]
    if not tries.may_try(SENDING, asked, now):
        raise TooManyCodes
    tries.record(SENDING, asked, now)
    OneTimeCode.objects.filter(link=link, used_at=None, expires_at__gt=now).update(expires_at=now)
    seed = secrets.token_hex(32)
    digest = digest_of(key(ONE_TIME), link, one_time_digits(key(ONE_TIME), seed))
    code = OneTimeCode.objects.create(link=link, sent_to=detail, seed=seed, digest=digest, created_at=now, expires_at=now + GOOD_FOR)
    messages.write(
        school=student.school,
        student=student,
        key=f"code {code.pk}",
        template=TEMPLATE,
        channel=REACHED_BY[ContactKind(detail.kind)],
        detail=detail,
        to=detail.value,
        to_name=student.name,
        values={"first_name": student.known_as or student.forename},
        code=code,
        at_once=True,
    )
    audit.record(school=student.school, by=None, verb="sent a one-time code", subject=student)
    return code


@transaction.atomic
def use(*, link: PersonalLink, typed: str, now: datetime) -> bool:
    """Whether this is the link's code, once. Every try counts, at most five of them, and of many at one moment only one succeeds."""
    open_codes = OneTimeCode.objects.filter(link=link, used_at=None, expires_at__gt=now, tries__lt=MOST_TRIES)
    code = open_codes.first()
    if code is None or not open_codes.filter(pk=code.pk).update(tries=F("tries") + 1):
        return False
    digits = digits_typed(typed)
    right = any(are_same(digest_of(known, link, digits), code.digest) for known in keys(ONE_TIME))
    return right and bool(OneTimeCode.objects.filter(pk=code.pk, used_at=None).update(used_at=now))


def is_open(link: PersonalLink, now: datetime) -> bool:
    """Whether a code is on its way that can still be used."""
    return OneTimeCode.objects.filter(link=link, used_at=None, expires_at__gt=now, tries__lt=MOST_TRIES).exists()


def digits_of(code: OneTimeCode) -> str:
    """The six digits, derived again while the message is being sent."""
    for known in keys(ONE_TIME):
        digits = one_time_digits(known, code.seed)
        if are_same(digest_of(known, code.link, digits), code.digest):
            return digits
    raise ValueError("The installation's key has changed since this code was made.")


def digest_of(known: bytes, link: PersonalLink, digits: str) -> str:
    return keyed_digest(known, f"{link.pk}:{digits}")
