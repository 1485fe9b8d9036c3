"""The process that reads one file, with its memory and its time capped, and then ends. Started by `apart`, never imported by it.

Standard input is the file, standard output the answer in `frames`. It knows no settings, no database and no secret.
"""

import contextlib
import gc
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO

from .frames import MAX_OUTPUT, TOO_MUCH_MEMORY, write_end, write_refusal, write_sheets
from .reading import UnreadableFile, read_file


def main(memory: int, seconds: int, max_bytes: int) -> None:
    """Read standard input and answer, within `memory` bytes and `seconds` of processor time."""
    confine(memory, seconds)
    gc.disable()  # cells refer to nothing, so there are no rings to look for
    started = time.perf_counter()
    data = sys.stdin.buffer.read(max_bytes + 1)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        _answer(data, max_bytes, out)
        write_end(_peak(), time.perf_counter() - started, out)
        out.flush()
        os._exit(0)  # nothing is left to do, and taking millions of cells apart takes a while


def confine(memory: int, seconds: int) -> None:
    """Caps that the operating system keeps, where it can: memory, time, what is written, open files, and no trace of a crash."""
    try:
        import resource
    except ImportError:  # not every system has them; the parent's clock still runs
        return
    limits = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, MAX_OUTPUT),
        (resource.RLIMIT_NOFILE, 32),
    )
    for kind, most in limits:
        hard = resource.getrlimit(kind)[1]
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(kind, (within, within))


def _answer(data: bytes, max_bytes: int, out: BinaryIO) -> None:
    try:
        write_sheets(read_file(data, max_bytes=max_bytes), out)
    except UnreadableFile as refused:
        write_refusal(refused.sentence, out)
    except MemoryError:
        write_refusal(TOO_MUCH_MEMORY, out)


def _peak() -> int:
    """The most memory that this process held at once, in KiB; 0 where the system does not say."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
