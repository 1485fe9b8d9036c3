"""What wakes by the clock. Every sweep is over what is due, however late it comes, and may run twice."""

from celery import shared_task

from careers.actions import uploads
from destinations.actions import returns


@shared_task
def remove_files_nobody_needs() -> None:
    """Files left by a crash between commit and deletion, and previews that nobody came back for."""
    returns.remove_leftover_files()
    uploads.sweep()
