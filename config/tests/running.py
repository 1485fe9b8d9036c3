"""A whole Waymark, started as a person would start it, in a folder of its own; and what can be seen of it from outside."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from config.tests.house import ROOT

PATIENCE = 60.0


def wait_until(true: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, f"waited {patience:.0f} s for: {what}"
        time.sleep(0.1)


def environment(var: Path, **more: str) -> dict[str, str]:
    without = {"REDIS_URL", "CELERY_BROKER_URL", "DATABASE_URL", "WAYMARK_LOCK", "ALLOWED_HOSTS", "HTTPS"}
    return {name: value for name, value in os.environ.items() if name not in without} | {"WAYMARK_VAR": str(var), **more}


def manage(var: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment(var, **more), capture_output=True, text=True, timeout=PATIENCE)


class Running:
    """`bin/serve` or `manage.py serve` on `var`. What it says on the terminal is kept in a file."""

    def __init__(self, var: Path, command: list[str], **more: str) -> None:
        self.var, self.terminal = var, var.parent / f"terminal-{time.monotonic_ns()}.txt"
        with self.terminal.open("w") as terminal:
            self.process = subprocess.Popen(
                command, cwd="/", env=environment(var, **more), stdout=terminal, stderr=subprocess.STDOUT, start_new_session=True
            )
        wait_until(lambda: self.process.poll() is not None or "Waymark is at" in self.said, "the address")
        assert self.process.poll() is None, self.said

    @property
    def said(self) -> str:
        return self.terminal.read_text()

    @property
    def port(self) -> int:
        return int(self.said.split("Waymark is at http://127.0.0.1:")[1].split("/")[0])

    def status(self, path: str = "/accounts/login/") -> int:
        """0 when nobody answers."""
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            asking.request("GET", path)
            return asking.getresponse().status
        except OSError:
            return 0
        finally:
            asking.close()

    def processes(self, holding: str = "") -> set[int]:
        """Every living process of this `var`: given it in its environment, or at work inside it. `holding`: in its command line."""
        return {pid for pid, command in living(self.var) if holding in command}

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def clear_away(self) -> None:
        if self.process.poll() is None:
            self.stop()
        for pid in self.processes():
            os.kill(pid, signal.SIGKILL)


def living(var: Path) -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            given = (folder / "environ").read_bytes().split(b"\0")
            at_work = (folder / "cwd").readlink()
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if command and (f"WAYMARK_VAR={var}".encode() in given or at_work.is_relative_to(var)):
            found.append((int(folder.name), command))
    return found
