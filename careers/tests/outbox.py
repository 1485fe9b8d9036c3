"""What tests of messages share: somebody to write to, a message that is due, and mail servers of every temper."""

import smtplib
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from careers.actions import links, messages
from careers.models import ContactDetail, Message, Student
from careers.tests.factories import StudentFactory

NOON = datetime(2025, 6, 4, 11, tzinfo=UTC)  # a Wednesday, twelve o'clock in the UK
VALUES = {"first_name": "Robin", "survey": "Your plans", "closes_on": "Friday 12 December"}


def reached(student: Student | None = None, kind: str = "email", value: str = "robin@example.org", whose: str = "student") -> ContactDetail:
    """A way of reaching a student, new unless one is given."""
    student = student or StudentFactory()
    return ContactDetail.objects.create(
        student=student, kind=kind, value=value, whose=whose, source="test", since=date(2025, 1, 1), recorded_at=timezone.now()
    )


def an_invitation(detail: ContactDetail | None = None, key: str = "wave 1, invitation", **more: Any) -> Message:
    """An email with a personal link, due now unless `due_at` says otherwise."""
    detail = detail or reached()
    link = links.give(student=detail.student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=30), by=None)
    asked = {"template": "invitation", "channel": "email", "values": VALUES, "link": link, "about_kind": "wave", "about": 1} | more
    written = messages.write(school=detail.student.school, student=detail.student, key=key, detail=detail, **asked)
    assert written is not None
    return written


class Server(EmailBackend):
    """A mail server that keeps what it takes, and does to each email what `temper` says."""

    temper: Any = None

    def send_messages(self, emails: Any) -> int:
        if isinstance(type(self).temper, Exception):
            raise type(self).temper
        return super().send_messages(emails)


class DeadServer(EmailBackend):
    def open(self) -> None:
        raise ConnectionRefusedError


def refuses(code: int, said: str) -> smtplib.SMTPException:
    return smtplib.SMTPRecipientsRefused({"robin@example.org": (code, said.encode())})
