"""A school's own words for its messages, and the way back to those Waymark comes with."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import MessageTemplate, School, User
from careers.rules.contact import MessageChannel
from careers.rules.message_text import problems
from careers.rules.message_words import words_for

LONGEST = {MessageChannel.EMAIL: 6000, MessageChannel.LETTER: 3000, MessageChannel.TEXT: 600}


@transaction.atomic
def save_words(*, school: School, key: str, channel: str, subject: str, body: str, by: User) -> None:
    """The school's own words for one message by one channel. The same as Waymark's means none of its own.

    Raises ValidationError beside the field that is wrong, KeyError for a message that does not exist by this channel.
    """
    words = words_for(key, channel)
    subject, body = " ".join(subject.split()), body.replace("\r\n", "\n").strip() + "\n"
    check(words.channel, subject, body, problems(words, subject, body))
    alone_in(school)
    if (subject, body.strip()) == (words.subject, words.body.strip()):
        reset_words(school=school, key=key, channel=channel, by=by)
        return
    now = {"subject": subject, "body": body, "changed_at": timezone.now(), "changed_by": by}
    MessageTemplate.objects.update_or_create(school=school, key=key, channel=channel, defaults=now)
    audit.record(school=school, by=by, verb="changed the words of a message", kind=key, channel=channel)


def check(channel: MessageChannel, subject: str, body: str, found: list[tuple[str, str]]) -> None:
    """Raises ValidationError for what is missing, too long, or may not stand there."""
    if channel != MessageChannel.TEXT and not subject:
        found = [("subject", "Write a subject."), *found]
    if not body.strip():
        found = [*found, ("body", "Write something.")]
    if len(subject) > 120:
        found = [*found, ("subject", "At most 120 characters fit.")]
    if len(body) > LONGEST[channel]:
        found = [*found, ("body", f"This is too long: at most {LONGEST[channel]} characters fit.")]
    if found:
        raise ValidationError({field: [sentence for name, sentence in found if name == field] for field in dict(found)})


@transaction.atomic
def reset_words(*, school: School, key: str, channel: str, by: User) -> bool:
    """Back to Waymark's words. False where the school had none of its own."""
    alone_in(school)
    gone, _ = MessageTemplate.objects.filter(school=school, key=key, channel=channel).delete()
    if gone:
        audit.record(school=school, by=by, verb="went back to the usual words of a message", kind=key, channel=channel)
    return bool(gone)
