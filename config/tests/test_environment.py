"""What bin/serve and bin/test do to a machine, tried in a folder of its own with a list of no packages: nothing is downloaded."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from config.tests.house import ROOT

INSTALL = ". bin/environment.sh; need_requirements requirements.txt"
SENTENCE = "Installing the packages"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = tmp_path / "a new clone"
    (folder / "bin").mkdir(parents=True)
    shutil.copy(ROOT / "bin" / "environment.sh", folder / "bin")
    (folder / "requirements.txt").write_text("# nothing\n")
    return folder


def run(clone: Path, script: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, "PATH": path or os.environ["PATH"]}
    return subprocess.run(["/bin/sh", "-euc", script], cwd=clone, env=given, capture_output=True, text=True, timeout=120)


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_the_packages_are_installed_once_and_again_only_when_the_list_changes(clone: Path) -> None:
    first = run(clone, INSTALL)
    assert (first.returncode, SENTENCE in first.stdout) == (0, True), first.stderr
    started = time.monotonic()
    assert run(clone, INSTALL).stdout == ""
    assert time.monotonic() - started < 2
    (clone / "requirements.txt").write_text("# a new version\n")
    assert SENTENCE in run(clone, INSTALL).stdout
    assert run(clone, INSTALL).stdout == ""


def test_an_installation_that_was_cut_short_is_begun_afresh(clone: Path) -> None:
    (clone / ".venv" / "bin").mkdir(parents=True)
    (clone / ".venv" / "install-not-finished").touch()
    (clone / ".venv" / "half-written").touch()
    repaired = run(clone, INSTALL)
    assert repaired.returncode == 0, repaired.stderr
    assert "was not finished" in repaired.stdout
    assert not (clone / ".venv" / "half-written").exists()
    assert not (clone / ".venv" / "install-not-finished").exists()
    assert run(clone, INSTALL).stdout == ""


def test_a_venv_whose_python_has_gone_is_made_again(clone: Path) -> None:
    run(clone, INSTALL)
    (clone / ".venv" / "bin" / "python").unlink()
    (clone / ".venv" / "bin" / "python").symlink_to("/usr/bin/python-of-last-year")
    assert "its Python has gone" in run(clone, INSTALL).stdout
    assert run(clone, ".venv/bin/python -c 'print(1)'").stdout == "1\n"


def test_a_failed_installation_says_so_and_the_next_start_tries_again(clone: Path) -> None:
    (clone / "requirements.txt").write_text(f"./no-such-file.whl --hash=sha256:{'0' * 64}\n")
    failed = run(clone, INSTALL)
    assert failed.returncode == 1
    assert "The packages could not be installed" in failed.stderr
    (clone / "requirements.txt").write_text("# mended\n")
    assert run(clone, INSTALL).returncode == 0


def test_two_starts_at_once_install_once(clone: Path) -> None:
    both = [subprocess.Popen(["/bin/sh", "-euc", INSTALL], cwd=clone, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate(timeout=120)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0]
    assert sum(SENTENCE in words for words in said) == 1


def test_without_a_python_it_says_which_and_how(clone: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    for name in ("cmp", "mkdir", "cp"):
        program(tools, name, "exit 1")
    program(tools, "id", "echo 1000")
    program(tools, "python3", "exit 1")  # there, but too old
    said = run(clone, INSTALL, path=str(tools))
    assert said.returncode == 1
    assert "Waymark needs Python 3.11, 3.12 or 3.13" in said.stderr
    assert "sudo apt-get install python3-venv" in said.stderr


REPORTS = ". bin/environment.sh; mkdir -p .venv/bin; printf '#!/bin/sh\\ntest -e pango\\n' >.venv/bin/python; chmod +x .venv/bin/python; "


def test_without_pango_and_without_leave_to_install_it_one_sentence_says_what_to_do(clone: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    program(tools, "id", "echo 1000")
    program(tools, "sudo", "exit 1")
    program(tools, "apt-get", "echo must not be run; exit 1")
    said = run(clone, REPORTS + "need_pango || echo going on", path=f"{tools}:{os.environ['PATH']}")
    assert said.stdout == "going on\n"
    assert len(said.stderr.splitlines()) == 1
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0" in said.stderr


@pytest.mark.parametrize("user", ["0", "1000"])
def test_root_and_a_user_with_sudo_have_pango_installed_for_them(clone: Path, tmp_path: Path, user: str) -> None:
    tools = tmp_path / "tools"
    program(tools, "id", f"echo {user}")
    program(tools, "sudo", 'shift; "$@"')
    program(tools, "apt-get", 'case "$*" in *libpango-1.0-0*) touch pango ;; *) exit 1 ;; esac')
    said = run(clone, REPORTS + "need_pango && echo reports can be made", path=f"{tools}:{os.environ['PATH']}")
    assert said.stdout.endswith("reports can be made\n"), said.stderr
