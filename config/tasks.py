from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from careers.actions import tries


@shared_task
def forget_old_sessions() -> None:
    call_command("clearsessions")


@shared_task
def forget_old_guesses() -> None:
    tries.forget_old(timezone.now())
