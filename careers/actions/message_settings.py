"""How a school writes: who it is from, when it is quiet, its holidays; and a test message to whoever asks for one."""

import secrets
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from careers import outbox
from careers.actions import audit, messages
from careers.actions.locking import alone_in
from careers.models import Message, School, SchoolHoliday, User
from careers.rules.contact import MessageChannel
from careers.rules.message_text import sender_line

FIELDS = (
    "sender_name",
    "reply_to",
    "careers_phone",
    "data_protection_contact",
    "postal_address",
    "quiet_from",
    "quiet_until",
    "weekends",
    "most_touches",
)
LONGEST_SENDER = 100
LONGEST_HOLIDAY = 100  # days: the summer has about 45, and a year typed wrong has 365 too many


@transaction.atomic
def save_settings(*, school: School, by: User, **values: Any) -> list[str]:
    """Change any of FIELDS. Returns those that changed. Raises ValidationError."""
    alone_in(school)
    settings = outbox.settings_of(school)
    if "sender_name" in values:
        values["sender_name"] = sender_line(values["sender_name"], LONGEST_SENDER)
    changed = [name for name in FIELDS if name in values and getattr(settings, name) != values[name]]
    for name in changed:
        setattr(settings, name, values[name])
    if max(settings.quiet_from, settings.quiet_until) > 23:
        raise ValidationError({"quiet_from": "An hour is from 0 to 23."})
    settings.full_clean(exclude=["school"])
    if changed:
        settings.save()
        audit.record(school=school, by=by, verb="changed message settings", subject=settings, changed=dict.fromkeys(changed, True))
    return changed


@transaction.atomic
def add_holiday(*, school: School, name: str, first: date, last: date, by: User) -> SchoolHoliday:
    """Days on which nothing is sent by itself, first and last included. Raises ValidationError."""
    if last < first:
        raise ValidationError({"last": "The last day is before the first."})
    if (last - first).days >= LONGEST_HOLIDAY:
        raise ValidationError({"last": f"This is longer than {LONGEST_HOLIDAY} days. Check the year."})
    alone_in(school)
    if SchoolHoliday.objects.filter(school=school, first__lte=last, last__gte=first).exists():
        raise ValidationError({"first": "Some of these days are in a holiday that is there already."})
    holiday = SchoolHoliday(school=school, name=" ".join(name.split()), first=first, last=last)
    holiday.full_clean(exclude=["school"])
    holiday.save()
    audit.record(school=school, by=by, verb="added a holiday", subject=holiday, name=holiday.name, first=first, last=last)
    return holiday


@transaction.atomic
def remove_holiday(*, holiday: SchoolHoliday, by: User) -> None:
    """Messages go on these days again."""
    alone_in(holiday.school)
    audit.record(school=holiday.school, by=by, verb="removed a holiday", subject=holiday, name=holiday.name)
    holiday.delete()


def write_test(*, school: School, to: User, by: User) -> Message | None:
    """A test message to somebody's own address, at any hour."""
    return messages.write(
        school=school,
        student=None,
        key=f"test {secrets.token_hex(8)}",
        template="test",
        channel=MessageChannel.EMAIL,
        to=to.email,
        to_name=str(to),
        values={},
        at_once=True,
        by=by,
    )
