"""Everything a school would miss, in one file: the database, the files, and the key that signs links."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from careers.models import School, Student
from config.backups.archive import FORMAT, BackupRefused, Manifest, digest, read_archive, write_archive
from config.backups.database import database_name, dump_database, restore_database, swap
from destinations.models import Evidence

KEPT = ("secret_key", "demo_sign_ins.txt")  # beside the database and the files


def back_up(target: Path, at: datetime) -> Manifest:
    """Writes `target`, readable by its owner alone, whole or not at all. The database may be in use meanwhile. Raises BackupRefused."""
    if School._meta.db_table not in connection.introspection.table_names():
        raise BackupRefused("There is no Waymark database here yet: nothing to back up.")
    with tempfile.TemporaryDirectory(dir=settings.VAR, prefix="backing-up-") as name:
        folder = Path(name)
        dump_database(folder / database_name())
        for kept in KEPT:
            if (settings.VAR / kept).exists():
                shutil.copy(settings.VAR / kept, folder / kept)
        copy_files(Path(settings.MEDIA_ROOT), folder / "files")
        members = {str(path.relative_to(folder)): digest(path) for path in sorted(folder.rglob("*")) if path.is_file()}
        manifest = Manifest(FORMAT, at.isoformat(), connection.vendor, members)
        write_archive(folder, manifest, target)
    return manifest


def copy_files(source: Path, target: Path) -> None:
    """A file that is deleted while it is being copied is left out: nobody misses it any more."""
    for path in sorted(source.rglob("*")) if source.exists() else []:
        if path.is_file() and not path.is_symlink():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copy(path, copy)
            except FileNotFoundError:
                continue


def restore(source: Path, at: datetime) -> Path:
    """Puts a backup in the place of what is there. Waymark must not be running. Returns the folder that now holds what was there."""
    with tempfile.TemporaryDirectory(dir=settings.VAR, prefix="restoring-") as name:
        folder = Path(name)
        manifest = read_archive(source, folder)
        if manifest.engine != connection.vendor:
            raise BackupRefused(f"This backup is of a {manifest.engine} database; DATABASE_URL leads to a {connection.vendor} one.")
        aside = settings.VAR / f"before-restore-{at:%Y-%m-%dT%H%M%S}"
        aside.mkdir(mode=0o700)
        restore_database(folder / database_name(), aside)
        for kept in KEPT:
            swap(folder / kept, settings.VAR / kept, aside / kept)
        swap(folder / "files", Path(settings.MEDIA_ROOT), aside / "files")
    return aside


def holdings() -> str:
    """How much the database holds now, for a person to compare: "schools: 2, students: 1,600, statements: 4,130"."""
    counted = {"schools": School.objects.count(), "students": Student.objects.count(), "statements": Evidence.objects.count()}
    return ", ".join(f"{kind}: {number:,}" for kind, number in counted.items())
