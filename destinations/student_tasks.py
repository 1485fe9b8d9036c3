"""Files of students that are too long to be planned or applied while their owner waits."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from careers.actions import uploads
from careers.models import Upload
from destinations import student_imports

PATIENCE = timedelta(seconds=30)  # longer, and the message that should have started it was lost


@shared_task
def plan_students(upload_id: int) -> None:
    student_imports.plan(upload_id=upload_id)


@shared_task
def apply_students(upload_id: int) -> None:
    """What is out of date is planned again at once, so that it can be looked at again."""
    student_imports.apply(upload_id=upload_id)
    student_imports.plan(upload_id=upload_id)


@shared_task
def continue_student_imports() -> None:
    """Files that were asked for and never started, or whose worker has died."""
    for upload in Upload.objects.filter(purpose=Upload.Purpose.STUDENTS).left_behind(timezone.now(), PATIENCE, uploads.CLAIM_LASTS):
        applies = upload.state in (Upload.State.ASKED, Upload.State.APPLYING)
        (apply_students if applies else plan_students).delay(upload.pk)
