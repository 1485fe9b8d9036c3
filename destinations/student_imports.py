"""A file of students from upload to applied: planned once, shown from what was planned, applied as it was shown.

A short file is done while its owner waits; a long one by the worker. Whoever claims it does it, and nobody else at the same time.
"""

import logging
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from django.utils import timezone

from careers.actions import uploads
from careers.actions.students import RegisterChanged
from careers.models import Upload
from careers.rules.plan_lines import outline_as_dict, outline_from
from careers.rules.student_plan import Plan
from careers.tidying import without_tidying
from destinations.actions.students import import_parts
from destinations.resources import kept_columns
from destinations.resources.files import FileRefused, ReadTable
from destinations.resources.kept_plans import KeptPlan, keep_plan
from destinations.resources.long_texts import LongText, is_long_text, long_text
from destinations.resources.student_columns import read_students
from destinations.resources.student_parts import parts_of_plan
from destinations.resources.students import plan_import

log = logging.getLogger(__name__)
SHORT = 250_000  # bytes: less than a second to read and plan
FEW = 2_000  # changes: less than a second to write
UNFORESEEN = "Something went wrong that was not foreseen. Nothing was written. The log says more: look for file {}."
WAITING, ASKED = Upload.State.WAITING, Upload.State.ASKED


class NotOurs(Exception):
    """Somebody else has taken the file over."""


def is_short(upload: Upload) -> bool:
    return upload.file.size <= SHORT


def is_quick(upload: Upload) -> bool:
    outline = kept_plan(upload).outline
    return outline.new + outline.changed + outline.newly_missing <= FEW


def kept_plan(upload: Upload) -> KeptPlan:
    """What was planned. The upload must be planned or applied."""
    told = upload.planned
    return KeptPlan(outline_from(told["outline"]), told["places"], told["digest"])


def kept_file(upload: Upload) -> ReadTable:
    return kept_columns.from_dict(upload.planned["file"])


def plan(*, upload_id: int) -> bool:
    """Plan a file that waits, or whose planner has died. False when somebody else has it: doing it twice does no harm."""
    claimed_at = uploads.claim(upload_id=upload_id, for_what=WAITING)
    if claimed_at is None:
        return False
    upload = Upload.objects.select_related("school").get(pk=upload_id)
    try:
        with without_tidying(), TemporaryFile() as room:
            make_plan(upload, claimed_at, room)
    except FileRefused as refused:
        uploads.set_refused(upload=upload, claimed_at=claimed_at, problem=refused.sentence)
    except Exception:
        log.exception("File %s could not be planned", upload_id)
        uploads.set_refused(upload=upload, claimed_at=claimed_at, problem=UNFORESEEN.format(upload_id))
    return True


def make_plan(upload: Upload, claimed_at: datetime, room: BinaryIO) -> None:
    """Plan into `room`, and keep it. Raises FileRefused when nothing in the file is a table of students."""
    data = upload.data()
    try:
        file = read(upload, data, upload.columns)
    except FileRefused as refused:
        if not upload.columns:
            raise
        told = columns_of(read(upload, data, {}))
        uploads.set_refused(upload=upload, claimed_at=claimed_at, problem=refused.sentence, planned=told)
        return
    told = columns_of(file)
    try:
        kept = keep_plan(parts_of(file, upload), room, partial(tell, upload, claimed_at))
    except FileRefused as refused:
        uploads.set_refused(upload=upload, claimed_at=claimed_at, problem=refused.sentence, planned=told)
        return
    told |= {"outline": outline_as_dict(kept.outline), "places": kept.places, "digest": kept.digest}
    uploads.set_planned(upload=upload, claimed_at=claimed_at, plan=room, planned=told)


def parts_of(file: ReadTable | LongText, upload: Upload) -> Iterator[Plan]:
    """Raises FileRefused when no row could be told from another."""
    leaving, today = upload.leaving or 0, timezone.localdate()
    if isinstance(file, LongText):
        yield from parts_of_plan(file, upload.school, leaving=leaving, today=today)
    else:
        yield plan_import(file, upload.school, leaving=leaving, today=today)


def tell(upload: Upload, claimed_at: datetime, rows: int) -> None:
    uploads.tell(upload=upload, claimed_at=claimed_at, doing=f"{rows:,} rows compared", progress=10 + rows // 1_000)


def read(upload: Upload, data: bytes, columns: dict[str, str]) -> ReadTable | LongText:
    """The file with its columns guessed, or as they were put right. Raises FileRefused."""
    today = timezone.localdate()
    if is_long_text(data):
        return long_text(data, upload.school, today=today, columns=columns)
    return read_students(data, upload.file_name, upload.school, today=today, columns=columns)


def columns_of(file: ReadTable | LongText) -> dict[str, Any]:
    """What is kept of a file's columns."""
    return {"file": kept_columns.as_dict(file.file if isinstance(file, LongText) else file)}


def apply(*, upload_id: int) -> bool:
    """Write what was planned, all or nothing. False when somebody else has it. Where the students are no longer those it was planned
    against, it waits to be planned again."""
    claimed_at = uploads.claim(upload_id=upload_id, for_what=ASKED)
    if claimed_at is None:
        return False
    upload = Upload.objects.select_related("school", "uploaded_by").get(pk=upload_id)
    kept = kept_plan(upload)
    uploads.tell(upload=upload, claimed_at=claimed_at, doing=f"Writing {kept.outline.new + kept.outline.changed:,} students", progress=30)
    try:
        with without_tidying():
            write(upload, kept, claimed_at)
    except RegisterChanged as changed:
        uploads.set_back(upload=upload, claimed_at=claimed_at, why=changed.sentence)
    except NotOurs:
        return False
    except Exception:
        log.exception("File %s could not be applied", upload_id)
        uploads.set_back(upload=upload, claimed_at=claimed_at, why=UNFORESEEN.format(upload_id))
    return True


def write(upload: Upload, kept: KeptPlan, claimed_at: datetime) -> None:
    """Raises RegisterChanged, also when the day has changed, and NotOurs."""
    if kept.outline.today != timezone.localdate():
        raise RegisterChanged
    with upload.plan.open("rb") as file:
        import_parts(
            school=upload.school,
            outline=kept.outline,
            parts=kept.parts(file),
            by=upload.uploaded_by,
            file_name=upload.file_name,
            file_digest=upload.digest,
            finish=lambda: must_be_ours(upload, claimed_at),
        )


def must_be_ours(upload: Upload, claimed_at: datetime) -> None:
    if not uploads.set_applied(upload=upload, claimed_at=claimed_at):
        raise NotOurs
