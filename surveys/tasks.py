"""Surveys by the clock. What is due stands in the database: a wake-up that comes late, twice or never does no harm."""

from celery import shared_task
from django.utils import timezone

from surveys.actions import reminders, stopping, worries


@shared_task
def send_reminders_that_are_due() -> None:
    try:
        stopping.stop_what_is_over()
    finally:
        reminders.remind_all()


@shared_task
def tell_of_worries_nobody_read() -> None:
    worries.tell_of_overdue(now=timezone.now())
