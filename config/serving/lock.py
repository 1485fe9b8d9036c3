"""One Waymark to one var/. The lock is on `serve.lock` and lasts until the last process that holds its descriptor has gone."""

import fcntl
import os
from pathlib import Path

FROM_BIN_SERVE = 9  # the descriptor on which bin/serve already holds the lock


class AlreadyRunning(Exception):
    """One sentence that names the process."""


def lock_var(var: Path) -> int:
    """Returns the descriptor that holds the lock. Raises AlreadyRunning."""
    descriptor = FROM_BIN_SERVE if held_by_bin_serve(var) else os.open(var / "serve.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as taken:
        raise AlreadyRunning(f"Waymark is already running on {var} (process {process_of(var)}).") from taken
    (var / "serve.pid").write_text(f"{os.getpid()}\n")
    return descriptor


def held_by_bin_serve(var: Path) -> bool:
    try:
        return os.fstat(FROM_BIN_SERVE).st_ino == (var / "serve.lock").stat().st_ino
    except OSError:
        return False


def process_of(var: Path) -> str:
    pid_file = var / "serve.pid"
    return pid_file.read_text().strip() if pid_file.exists() else "unknown"
