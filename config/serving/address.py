"""Where Waymark listens, and what a person types to get there."""

import errno
import http.client
import os
import socket
from pathlib import Path

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORTS_TO_TRY = 50
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - compared, not bound


class CannotListen(Exception):
    """One sentence that says why."""


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or the next port that nobody listens on. Raises CannotListen."""
    for port in range(wanted, min(wanted + PORTS_TO_TRY, 65536)):
        if is_free(host, port):
            return port
    raise CannotListen(f"No port from {wanted} to {port} is free.")


def is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((host, port))
        except PermissionError as refused:
            raise CannotListen(f"Port {port} needs root; choose one above 1023.") from refused
        except OSError as taken:
            if isinstance(taken, socket.gaierror) or taken.errno == errno.EADDRNOTAVAIL:
                raise CannotListen(f"This machine has no address {host}.") from taken
            return False
    return True


def reachable(host: str) -> str:
    """An address a browser on this machine can open when `host` means "every address"."""
    return EVERYWHERE.get(host, host)


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def url_of(host: str, port: int) -> str:
    return f"http://{bracketed(reachable(host))}:{port}/"


def remember(var: Path, url: str) -> None:
    """Keeps where Waymark answers, for commands that print a link to it (careers/management/commands/add_user.py)."""
    draft = var / f"address.{os.getpid()}"
    draft.touch(mode=0o600)
    draft.write_text(f"{url}\n")
    draft.replace(var / "address")


def answers(host: str, port: int) -> bool:
    """Whether the web server answers, be it with a refusal or a redirect to https; an error of its own is no answer."""
    asking = http.client.HTTPConnection(reachable(host), port, timeout=2)
    try:
        asking.request("GET", "/accounts/login/")
        return asking.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asking.close()
