"""Backed up, lost, restored: on SQLite, and on PostgreSQL when DATABASE_URL leads to one."""

import io
import json
import os
import secrets
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from config.backups.archive import BackupRefused, read_archive
from config.tests.house import ROOT
from config.tests.running import environment, manage

ADD_SCHOOL = "from careers.models import School; School.objects.create(urn='{urn}', name='{name}', la_code='999')"
SCHOOLS = "from careers.models import School; print('schools:', *School.objects.values_list('name', flat=True), sep='|')"


class Place:
    """A Waymark of its own on the kind of database that the tests run on."""

    def __init__(self, var: Path, **database: str) -> None:
        self.var, self.database = var, database

    def manage(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return manage(self.var, *arguments, **self.database)

    def add_school(self, urn: str, name: str) -> None:
        done = self.manage("shell", "-c", ADD_SCHOOL.format(urn=urn, name=name))
        assert done.returncode == 0, done.stderr

    @property
    def schools(self) -> list[str]:
        return self.manage("shell", "-c", SCHOOLS).stdout.split("schools:|")[1].strip().split("|")


def prepared(place: Place) -> Place:
    done = place.manage("prepare", "--no-demo")
    assert done.returncode == 0, done.stderr
    place.add_school("100001", "Harefield Academy")
    (place.var / "files" / "reports").mkdir(parents=True)
    (place.var / "files" / "reports" / "autumn.pdf").write_bytes(b"%PDF the autumn report")
    return place


@contextmanager
def database(template: str = "template1") -> Iterator[dict[str, str]]:
    """A new PostgreSQL database beside the tests' own, as the environment names it; nothing on SQLite, whose database is a file in var/."""
    if connection.vendor == "sqlite":
        yield {}
        return
    name = f"waymark_backup_{secrets.token_hex(4)}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield {"DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}"}
        finally:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def first_place(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Iterator[Place]:
    with django_db_blocker.unblock(), database() as made:
        yield prepared(Place(tmp_path_factory.mktemp("first") / "var", **made))


@pytest.fixture
def place(tmp_path: Path, first_place: Place, django_db_blocker: DjangoDbBlocker) -> Iterator[Place]:
    shutil.copytree(first_place.var, tmp_path / "var")
    (tmp_path / "var").chmod(0o700)
    with django_db_blocker.unblock(), database(first_place.database.get("DATABASE_URL", "").rpartition("/")[2]) as made:
        yield Place(tmp_path / "var", **made)


def test_what_was_backed_up_comes_back_whole_and_what_was_there_is_kept(place: Place, tmp_path: Path) -> None:
    key = (place.var / "secret_key").read_text()
    backup = tmp_path / "elsewhere" / "monday.tar.gz"
    made = place.manage("backup", str(backup))
    assert made.returncode == 0, made.stderr
    assert "schools: 1" in made.stdout

    place.add_school("100002", "Made by mistake")
    (place.var / "files" / "reports" / "autumn.pdf").unlink()
    (place.var / "secret_key").write_text("lost")
    restored = place.manage("restore", str(backup))

    assert restored.returncode == 0, restored.stderr
    assert place.schools == ["Harefield Academy"]
    assert (place.var / "files" / "reports" / "autumn.pdf").read_bytes() == b"%PDF the autumn report"
    assert (place.var / "secret_key").read_text() == key
    (aside,) = place.var.glob("before-restore-*")
    assert (aside / "secret_key").read_text() == "lost"
    assert any(aside.glob("database.*"))


def test_a_backup_can_be_restored_on_an_empty_machine_and_backed_up_again(place: Place, tmp_path: Path) -> None:
    place.manage("backup", str(tmp_path / "one.tar.gz"))
    if connection.vendor == "sqlite":
        place.var = tmp_path / "new machine"
    assert place.manage("restore", str(tmp_path / "one.tar.gz")).returncode == 0
    assert place.schools == ["Harefield Academy"]
    assert place.manage("backup", str(tmp_path / "two.tar.gz")).returncode == 0
    assert place.manage("restore", str(tmp_path / "two.tar.gz")).returncode == 0
    assert place.schools == ["Harefield Academy"]


def test_there_is_nothing_to_back_up_before_the_first_start(tmp_path: Path) -> None:
    refused = Place(tmp_path / "var").manage("backup", str(tmp_path / "one.tar.gz"))
    assert (refused.returncode, refused.stderr) == (1, "There is no Waymark database here yet: nothing to back up.\n")
    assert not (tmp_path / "one.tar.gz").exists()


def test_a_backup_is_for_its_owner_alone_and_leaves_nothing_lying_about(place: Place, tmp_path: Path) -> None:
    assert place.manage("backup", str(tmp_path / "one.tar.gz")).returncode == 0
    assert (tmp_path / "one.tar.gz").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("*.part"))
    assert not list(place.var.glob("backing-up-*"))


def damaged(whole: Path) -> Iterator[tuple[str, bytes]]:
    content = whole.read_bytes()
    yield "cut short", content[: len(content) // 2]
    yield "not an archive", b"a letter to the governors"
    yield "empty", b""
    yield "a changed file", rewritten(whole, {"waymark/files/reports/autumn.pdf": b"%PDF the autumn report, improved"})
    yield "a file outside the backup", rewritten(whole, {}, added="waymark/../../escaped")
    yield "no database", rewritten(whole, {}, without="waymark/database")


def rewritten(whole: Path, changed: dict[str, bytes], added: str = "", without: str = "nothing") -> bytes:
    made = io.BytesIO()
    with tarfile.open(whole) as old, tarfile.open(fileobj=made, mode="w:gz") as new:
        members = [(member.name, old.extractfile(member).read()) for member in old if not member.name.startswith(without)]
        if added:
            manifest = json.loads(members[0][1])
            manifest["sha256"]["../../escaped"] = "0" * 64
            members = [(members[0][0], json.dumps(manifest).encode()), *members[1:], (added, b"out")]
        for name, content in members:
            head = tarfile.TarInfo(name)
            head.size = len(changed.get(name, content))
            new.addfile(head, io.BytesIO(changed.get(name, content)))
    return made.getvalue()


def test_a_damaged_backup_is_refused_in_one_sentence_and_nothing_is_touched(place: Place, tmp_path: Path) -> None:
    whole = tmp_path / "whole.tar.gz"
    assert place.manage("backup", str(whole)).returncode == 0
    place.add_school("100002", "Added since")
    for what, content in damaged(whole):
        (tmp_path / "damaged.tar.gz").write_bytes(content)
        (tmp_path / what).mkdir()
        with pytest.raises(BackupRefused, match="is not a whole Waymark backup"):
            read_archive(tmp_path / "damaged.tar.gz", tmp_path / what)
    refused = place.manage("restore", str(tmp_path / "damaged.tar.gz"))
    assert (refused.returncode, len(refused.stderr.strip().splitlines())) == (1, 1)
    assert "There is no file" in place.manage("restore", str(tmp_path / "nowhere.tar.gz")).stderr
    assert place.schools == ["Added since", "Harefield Academy"]
    assert not list(place.var.glob("before-restore-*"))
    assert not list(tmp_path.rglob("escaped"))


def test_a_running_waymark_is_not_restored_over(place: Place, tmp_path: Path) -> None:
    place.manage("backup", str(tmp_path / "one.tar.gz"))
    hold = "import sys, time; from config.serving.lock import lock_var; from django.conf import settings; lock_var(settings.VAR)"
    holding = f"{hold}; print('held', flush=True); time.sleep(60)"
    with subprocess.Popen(
        [str(ROOT / ".venv/bin/python"), "manage.py", "shell", "-c", holding],
        cwd=ROOT,
        env=environment(place.var, **place.database),
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        while "held" not in holder.stdout.readline():
            pass
        refused = place.manage("restore", str(tmp_path / "one.tar.gz"))
        holder.kill()
    assert refused.returncode == 1
    assert "already running" in refused.stderr


def test_the_commands_in_bin_take_a_file_from_where_one_stands(tmp_path: Path) -> None:
    here = Place(tmp_path / "var")
    prepared(here)
    for command in (["bin/backup", "here.tar.gz"], ["bin/restore", "here.tar.gz"]):
        done = subprocess.run([ROOT / command[0], command[1]], cwd=tmp_path, env=environment(here.var), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "here.tar.gz").exists()
    assert not (ROOT / "here.tar.gz").exists()
