"""Keeping a file while somebody looks at what it would change, and no longer."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, BinaryIO
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from careers.actions import audit
from careers.models import School, Upload, User
from careers.models.upload import UploadQuerySet

KEPT_FOR = timedelta(days=1)
CLAIM_LASTS = timedelta(minutes=3)  # nothing here takes so long: whoever claimed it longer ago has died
WORKING = {Upload.State.WAITING: Upload.State.PLANNING, Upload.State.ASKED: Upload.State.APPLYING}


@transaction.atomic
def keep(*, school: School, by: User, purpose: str, data: bytes, file_name: str, leaving: int | None = None) -> Upload:
    """Keep a file for its preview, under a name that says nothing. Earlier files of the same person and purpose, and files that
    somebody left lying for a day, go."""
    earlier = Upload.objects.filter(school=school)
    remove(earlier.filter(uploaded_by=by, purpose=purpose) | earlier.filter(uploaded_at__lt=timezone.now() - KEPT_FOR))
    upload = Upload(school=school, purpose=purpose, leaving=leaving, uploaded_by=by, uploaded_at=timezone.now())
    upload.file_name, upload.digest = file_name[-200:], hashlib.sha256(data).hexdigest()
    upload.file.save(uuid4().hex, ContentFile(data), save=True)
    audit.record(school=school, by=by, verb="uploaded a file", subject=upload, purpose=purpose, digest=upload.digest)
    return upload


@transaction.atomic
def put_columns_right(*, upload: Upload, by: User, columns: dict[str, str]) -> None:
    """Remember what the person says the columns are: letter → field."""
    upload.columns = columns
    upload.save(update_fields=["columns"])
    audit.record(school=upload.school, by=by, verb="put columns right", subject=upload, columns=columns)


def wait(*, upload: Upload, for_what: str, why: str = "") -> bool:
    """Let a file wait to be planned (WAITING) or applied (ASKED), saying `why` if it is planned again. False while a worker has it."""
    resting = [Upload.State.KEPT, Upload.State.PLANNED, Upload.State.REFUSED]
    waits = {"state": for_what, "asked_at": timezone.now(), "progress": 0, "doing": "", "problem": why}
    return bool(Upload.objects.filter(pk=upload.pk, state__in=resting).update(**waits))


def claim(*, upload_id: int, for_what: str) -> datetime | None:
    """The moment from which a waiting file is ours to plan or apply, or None. One conditional update: only one of many can succeed."""
    now, working = timezone.now(), WORKING[Upload.State(for_what)]
    free = Q(state=for_what) | Q(state=working, claimed_at__lt=now - CLAIM_LASTS)
    won = Upload.objects.filter(free, pk=upload_id).update(state=working, claimed_at=now, progress=1, doing="Reading the file")
    return now if won else None


def ours(upload: Upload, claimed_at: datetime) -> UploadQuerySet:
    """The row while the claim holds: someone given up for dead must not write over whoever took over."""
    return Upload.objects.filter(pk=upload.pk, state__in=WORKING.values(), claimed_at=claimed_at)


def tell(*, upload: Upload, claimed_at: datetime, doing: str, progress: int) -> None:
    ours(upload, claimed_at).update(doing=doing, progress=min(progress, 99))


def set_planned(*, upload: Upload, claimed_at: datetime, plan: BinaryIO, planned: dict[str, Any]) -> None:
    """Keep what a file would change beside the file."""
    plan.seek(0)
    before = upload.plan.name
    upload.plan.save(uuid4().hex, File(plan), save=False)
    rests = {"state": Upload.State.PLANNED, "plan": upload.plan.name, "planned": planned, "progress": 100, "doing": ""}
    kept = ours(upload, claimed_at).update(**rests)
    unneeded = before if kept else upload.plan.name
    if unneeded:
        upload.plan.storage.delete(unneeded)


def set_refused(*, upload: Upload, claimed_at: datetime, problem: str, planned: dict[str, Any] | None = None) -> None:
    """Nothing of the file can be taken in, or not with these columns, which are in `planned`."""
    refused = {"state": Upload.State.REFUSED, "problem": problem[:1000], "planned": planned or {}, "doing": "", "progress": 0}
    ours(upload, claimed_at).update(**refused)


def set_back(*, upload: Upload, claimed_at: datetime, why: str) -> None:
    """The plan was not applied: it is to be made again."""
    ours(upload, claimed_at).update(state=Upload.State.WAITING, asked_at=timezone.now(), doing="", progress=0, problem=why)


def set_applied(*, upload: Upload, claimed_at: datetime) -> bool:
    """Called inside the transaction that applied it. The file goes, what came of it stays for a day. False when it was ours no more."""
    if not ours(upload, claimed_at).update(state=Upload.State.APPLIED, doing="", progress=100, problem="", columns={}):
        return False
    transaction.on_commit(partial(delete_file, upload.file.storage, upload.file.name or ""))
    return True


@transaction.atomic
def discard(*, upload: Upload, by: User) -> None:
    """Forget a file: it was applied, or is not wanted."""
    audit.record(school=upload.school, by=by, verb="removed an uploaded file", subject=upload, purpose=upload.purpose)
    remove([upload])


@transaction.atomic
def sweep() -> int:
    """Forget files that nobody came back for within a day. Returns how many."""
    old = list(Upload.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR))
    remove(old)
    return len(old)


def remove(uploads: Iterable[Upload]) -> None:
    """Rows first, files once the transaction holds: a row without its file would be a broken page."""
    for upload in uploads:
        files = [(kept.storage, kept.name) for kept in (upload.file, upload.plan) if kept.name]
        upload.delete()
        for storage, name in files:
            transaction.on_commit(partial(delete_file, storage, name))


def delete_file(storage: Storage, name: str) -> None:
    storage.delete(name)
