"""The outbox decides: when to try again, what a mail server's answer means, and why a message may not go after all."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careers.rules.asking import Purpose
from careers.rules.contact import ContactKind, MessageChannel, Whose
from careers.rules.may_we import Field, Marks, Ruling, refused_by_marks

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


FIELD_USED = {
    (MessageChannel.EMAIL, Whose.STUDENT): Field.EMAIL,
    (MessageChannel.TEXT, Whose.STUDENT): Field.MOBILE,
    (MessageChannel.LETTER, Whose.STUDENT): Field.ADDRESS,
    (MessageChannel.EMAIL, Whose.PARENT): Field.PARENT_CONTACT,
    (MessageChannel.TEXT, Whose.PARENT): Field.PARENT_CONTACT,
    (MessageChannel.LETTER, Whose.PARENT): Field.PARENT_ADDRESS,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one message to or about a student at the moment it would go. `ruling` is that of careers/rules/may_we.py on its
    purpose; `asked_for`: the student asked for this message a moment ago (a code), so that only the safety marks stand in its way."""

    channel: str
    on: date
    ruling: Ruling
    marks: Marks
    leaving: int
    whose: str = Whose.STUDENT
    kind: str = ""
    detail_over: bool = False
    asked_for: bool = False


def why_stopped(told: Standing) -> str:
    """Why the message may not go after all, in one sentence, or "" where it may."""
    if stopped := refused_by_marks(Purpose.CONTACT, told.marks):
        return stopped
    if not (told.ruling.yes or told.asked_for):
        return told.ruling.why
    if FIELD_USED[MessageChannel(told.channel), Whose(told.whose)] in told.marks.hides:
        return "The address is confidential."
    if told.detail_over:
        return "The address or number is no longer used."
    if told.kind == ContactKind.SCHOOL_EMAIL and told.on > date(told.leaving, 8, 31):
        return "A school email is not used after 31 August of the year of leaving."
    return ""


def why_secrets_are_over(*, link_over: bool, code_over: bool) -> str:
    """Why what the message carries opens nothing any more, or ""."""
    if link_over:
        return "The link in it has run out or was withdrawn."
    return "The code in it had run out before it could be sent." if code_over else ""
