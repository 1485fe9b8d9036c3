"""The file itself: written whole or not at all, and read with every member checked.

A backup is a .tar.gz of `waymark/`: `manifest.json` first, then `database.sqlite3` or `database.pg` (pg_dump's custom format),
`secret_key` and `files/…`. The manifest lists every member with its SHA-256, so that a damaged or half-copied backup is refused before
anything is touched.
"""

import hashlib
import io
import json
import shutil
import tarfile
from dataclasses import asdict, dataclass
from pathlib import Path

MANIFEST = "manifest.json"
FORMAT = 1


class BackupRefused(Exception):
    """One sentence for the person at the keyboard."""


@dataclass(frozen=True, slots=True)
class Manifest:
    format: int
    made_at: str
    engine: str
    sha256: dict[str, str]


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_archive(folder: Path, manifest: Manifest, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(target.name + ".part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    text = json.dumps(asdict(manifest), indent=1).encode()
    with tarfile.open(draft, "w:gz", compresslevel=6) as archive:
        head = tarfile.TarInfo(f"waymark/{MANIFEST}")
        head.size = len(text)
        archive.addfile(head, io.BytesIO(text))
        for member in manifest.sha256:
            archive.add(folder / member, f"waymark/{member}")
    draft.replace(target)


def read_archive(source: Path, folder: Path) -> Manifest:
    """Unpacks `source` into the empty `folder`, every member checked. Raises BackupRefused; nothing outside `folder` is touched."""
    try:
        with tarfile.open(source, "r:gz") as archive:
            manifest = read_manifest(archive)
            for member in archive:
                unpack(archive, member, manifest, folder)
    except FileNotFoundError as missing:
        raise BackupRefused(f"There is no file {source}.") from missing
    except (tarfile.TarError, EOFError, OSError, ValueError, KeyError, TypeError) as damaged:
        raise BackupRefused(f"{source} is not a whole Waymark backup.") from damaged
    absent = [name for name in manifest.sha256 if not (folder / name).exists()]
    if absent:
        raise BackupRefused(f"{source} is not a whole Waymark backup: {absent[0]} is missing.")
    return manifest


def read_manifest(archive: tarfile.TarFile) -> Manifest:
    first = archive.next()
    file = archive.extractfile(first) if first is not None and first.name == f"waymark/{MANIFEST}" else None
    if file is None:
        raise ValueError("no manifest")
    manifest = Manifest(**json.loads(file.read()))
    if manifest.format != FORMAT:
        raise BackupRefused(f"This backup has format {manifest.format}; this Waymark reads format {FORMAT}.")
    return manifest


def unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, manifest: Manifest, folder: Path) -> None:
    """Only plain files that the manifest names, only inside `folder`, only with the content the manifest says."""
    name = member.name.removeprefix("waymark/")
    if name == MANIFEST:
        return
    file = archive.extractfile(member) if member.isreg() and name in manifest.sha256 else None
    target = (folder / name).resolve()
    if file is None or not target.is_relative_to(folder.resolve()):
        raise ValueError(f"unexpected {member.name}")
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    target.touch(mode=0o600)
    with target.open("wb") as copy:
        shutil.copyfileobj(file, copy)
    if digest(target) != manifest.sha256[name]:
        raise ValueError(f"{name} was changed")
