"""The outbox decides: when to try again, what a mail server's answer means, and why a message may not go after all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careers.rules.contact import ContactKind, MessageChannel

# Minutes until the next try: soon at first (greylisting asks for five minutes), then every half hour, for a day.
PAUSES = (2, 5, 10, 20, 30)
MOST_TRIES = 50
CLAIM_LASTS = timedelta(minutes=5)  # a message takes seconds, and no step of it longer than EMAIL_TIMEOUT: whoever took longer has died


class Means(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    LATER = "later"
    NEVER = "never"
    BAD_ADDRESS = "bad address"
    UNSURE = "unsure"


def pause_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries, or None: it has failed in the end and a person is shown it."""
    if tries >= MOST_TRIES:
        return None
    return timedelta(minutes=PAUSES[min(max(tries, 1), len(PAUSES)) - 1])


def meaning_of_smtp(code: int, text: str, *, about_recipient: bool) -> Means:
    """What a refusal means (RFC 5321 4.2.1, RFC 3463). `about_recipient`: the address was refused, not the sender or the message.

    5.7.x is a policy of the server and says nothing against the address.
    """
    if 400 <= code < 500:
        return Means.LATER
    enhanced = text.split(maxsplit=1)[0] if text.split() else ""
    if enhanced.startswith(("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1")):
        return Means.BAD_ADDRESS
    is_named = enhanced[:2] == "5." and enhanced[2:3].isdecimal()
    return Means.BAD_ADDRESS if about_recipient and not is_named and code in (550, 551, 553) else Means.NEVER


def meaning_of_service(status: int | None) -> Means:
    """What a mail service's HTTP answer means. None, or a fault of its own: it may have taken the message before it broke."""
    if status in (401, 402, 403, 408, 425, 429, 503):
        return Means.LATER
    if status is None or status >= 500 or status < 400:
        return Means.UNSURE
    return Means.NEVER


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one message at the moment it would go."""

    channel: str
    on: date
    may: bool = True
    why_not: str = ""
    safety_marks: Iterable[str] = ()
    leaving: int | None = None
    kind: str = ""
    detail_over: bool = False
    link_over: bool = False
    code_over: bool = False


STOPPING_MARKS = {
    "deceased": "The student has died.",
    "safeguarding_hold": "The student is on a safeguarding hold.",
    "contacts_not_to_be_used": "The student’s contacts are not to be used.",
}


def why_stopped(told: Standing) -> str:
    """Why the message may not go after all, in one sentence, or "" where it may."""
    for mark, sentence in STOPPING_MARKS.items():
        if mark in told.safety_marks:
            return sentence
    checks = (
        ("confidential_address" in told.safety_marks and told.channel == MessageChannel.LETTER, "The student’s address is confidential."),
        (not told.may, told.why_not or "The student’s permission does not allow it."),
        (told.detail_over, "The address or number is no longer used."),
        (school_email_over(told.kind, told.leaving, told.on), "A school email is not used after 31 August of the year of leaving."),
        (told.link_over, "The link in it has run out or was withdrawn."),
        (told.code_over, "The code in it had run out before it could be sent."),
    )
    return next((sentence for stopped, sentence in checks if stopped), "")


def school_email_over(kind: str, leaving: int | None, on: date) -> bool:
    return kind == ContactKind.SCHOOL_EMAIL and leaving is not None and on > date(leaving, 8, 31)
