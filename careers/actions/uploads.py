"""Keeping a file while somebody looks at what it would change, and no longer."""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.models import School, Upload, User

KEPT_FOR = timedelta(days=1)


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
        storage, name = upload.file.storage, upload.file.name or ""
        upload.delete()
        transaction.on_commit(partial(delete_file, storage, name))


def delete_file(storage: Storage, name: str) -> None:
    storage.delete(name)
