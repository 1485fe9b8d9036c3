"""Reading a file that somebody sent, away from everything else: in a process of its own, with its time and its memory capped.

Lines of text of less than a megabyte are read here. They are the one kind that unpacks to nothing and is parsed by nothing but
Python's own text reader, so that they cost a fraction of a second and some 40 MB at the very worst.
"""

import logging
import math
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from .frames import MAX_OUTPUT, TOO_MUCH_MEMORY, Answer, BrokenFrames, read_frames
from .reading import DAMAGED, MAX_BYTES, Sheet, UnreadableFile, is_plain_text, read_file, refuse_size

__all__ = ["MAX_BYTES", "Sheet", "UnreadableFile", "read_apart", "run_apart"]

logger = logging.getLogger(__name__)

SECONDS = float(os.environ.get("READING_SECONDS", "4"))  # with starting and handing over, five at most
MEMORY = int(os.environ.get("READING_MEGABYTES", "256")) * 1024 * 1024
READ_HERE = 1_000_000  # bytes of plain text
KEPT_FROM_ENVIRONMENT = ("LD_LIBRARY_PATH", "SYSTEMROOT")  # without which Python itself may not start
ROOT = str(Path(__file__).resolve().parents[2])
START = "import sys; sys.path[:] = sys.argv[4:]; from careers.imports.apart_child import main; main(*map(int, sys.argv[1:4]))"
OUT_OF_MEMORY = frozenset({-signal.SIGABRT, -getattr(signal, "SIGKILL", 9), -signal.SIGSEGV})  # how a refused allocation ends
NOT_NOW = "This file cannot be opened just now. Try again in a minute; if it goes on, tell whoever looks after this program."
TOO_SLOW = "This file takes far longer to open than a list does. Copy the list into a new workbook, save that as .xlsx, and try again."


def read_apart(data: bytes, filename: str = "", *, max_bytes: int = MAX_BYTES) -> list[Sheet]:
    """The sheets of a file, as `read_file`. Raises `UnreadableFile`, and nothing else, for any bytes."""
    refuse_size(len(data), max_bytes)
    if not sys.executable or (len(data) < READ_HERE and is_plain_text(data)):
        return read_file(data, filename, max_bytes=max_bytes)
    longer = max(1.0, len(data) / MAX_BYTES)  # whoever allows more bytes allows what they take
    answer = run_apart(data, max_bytes=max_bytes, seconds=SECONDS * longer, memory=int(MEMORY * longer))
    if answer.refused is not None:
        raise UnreadableFile(answer.refused)
    return answer.sheets


def run_apart(data: bytes, *, max_bytes: int = MAX_BYTES, seconds: float = SECONDS, memory: int = MEMORY) -> Answer:
    """What a process of its own makes of these bytes, and what it took. A limit that it hits is a refusal in the answer."""
    limits = [str(memory), str(math.ceil(seconds) + 1), str(max_bytes)]
    began = time.monotonic()
    with _scratch() as source, _scratch() as answer:
        source.write(data)
        source.seek(0)
        try:
            child = _started(limits, source, answer)
        except OSError:
            logger.exception("No process could be started to read a file.")
            return Answer([], NOT_NOW, 0, 0.0)
        try:
            in_time = _wait(child, seconds)
        finally:
            child.kill()
            status = child.wait()
        return _answer(answer, status, time.monotonic() - began, in_time=in_time)


def _started(limits: list[str], source: BinaryIO, answer: BinaryIO) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", START, *limits, ROOT, *filter(None, sys.path)],
        stdin=source,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in KEPT_FROM_ENVIRONMENT if name in os.environ},
        cwd=os.path.abspath(os.sep),  # noqa: PTH100 - a place that is there on every system
        start_new_session=True,
    )


def _scratch() -> BinaryIO:
    """Room for bytes that never reach a disk where the system has such, and that nobody else can open."""
    if hasattr(os, "memfd_create"):
        with suppress(OSError):  # an older kernel under a newer Python
            return os.fdopen(os.memfd_create("list", os.MFD_CLOEXEC), "w+b")
    return cast(BinaryIO, tempfile.TemporaryFile())


def _wait(child: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether the child ended in time. On a busy machine it gets back, once, what it spent queueing for a processor."""
    return _ended(child, seconds) or _ended(child, min(seconds, _queued(child.pid)))


def _queued(pid: int) -> float:
    """The seconds a process was ready to run and could not; 0 where the system does not say."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _ended(child: subprocess.Popen[bytes], seconds: float) -> bool:
    if hasattr(os, "pidfd_open"):
        with suppress(OSError):
            return _ended_by_handle(os.pidfd_open(child.pid), seconds)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _ended_by_handle(handle: int, seconds: float) -> bool:
    try:
        poll = select.poll()
        poll.register(handle, select.POLLIN)
        return bool(poll.poll(seconds * 1000))
    finally:
        os.close(handle)


def _answer(written: BinaryIO, status: int, seconds: float, *, in_time: bool) -> Answer:
    if not in_time or status == -getattr(signal, "SIGXCPU", 0):
        return Answer([], TOO_SLOW, 0, seconds)
    written.seek(0, os.SEEK_END)
    if written.tell() <= MAX_OUTPUT:
        written.seek(0)
        try:
            return read_frames(written)
        except BrokenFrames:
            pass
    if status in OUT_OF_MEMORY:
        return Answer([], TOO_MUCH_MEMORY, 0, seconds)
    logger.error("The process that reads files ended with status %s and without an answer.", status)
    return Answer([], DAMAGED, 0, seconds)
