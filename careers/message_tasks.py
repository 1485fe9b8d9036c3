"""Sending by the clock. The row says when: a wake-up that comes late, twice or never does no harm."""

from contextlib import suppress

from celery import shared_task
from kombu.exceptions import OperationalError

from careers.actions import sending


@shared_task
def send_due_messages() -> None:
    sending.send_due()


def send_soon() -> None:
    """Wake a worker for what should go at once (a code somebody waits for). Where nobody hears it, the clock comes within a minute."""
    with suppress(OperationalError):
        send_due_messages.apply_async(retry=False)
