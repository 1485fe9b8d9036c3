"""What wakes by the clock. Every sweep is over what is due, however late it comes, and may run twice."""

from celery import shared_task
from django.utils import timezone

from careers.actions import uploads
from destinations.actions import return_expiry, returns
from destinations.actions.return_work import left_behind
from destinations.models import DataReturn


@shared_task
def remove_files_nobody_needs() -> None:
    """Files left by a crash between commit and deletion, and previews that nobody came back for."""
    returns.remove_leftover_files()
    uploads.sweep()


@shared_task
def read_return(return_id: int) -> None:
    returns.read(return_id=return_id)


@shared_task
def apply_return(return_id: int) -> None:
    returns.carry_on_applying(return_id=return_id)


WORK = {DataReturn.State.READING: read_return, DataReturn.State.APPLYING: apply_return}


@shared_task
def carry_on_with_returns() -> None:
    """Lists to be read or applied that nobody began with, or whose worker has died."""
    for pk, state in left_behind(timezone.now()).values_list("pk", "state"):
        WORK[DataReturn.State(state)].delay(pk)


@shared_task
def forget_old_returns() -> None:
    """Lists that nobody applied and rows that nobody decided in time."""
    return_expiry.sweep()
