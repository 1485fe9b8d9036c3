"""Keeps a few programs running together: starts them in order, starts again what stops, and stops them all."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG = 1
TICK = 0.2  # seconds between two looks at the programs
STEADY = 30.0  # seconds after which a program counts as running well
LONGEST_PAUSE = 30.0  # seconds between two attempts, at most
LOG_LIMIT = 5_000_000  # bytes; then the log is moved to NAME.log.1
Say = Callable[[str], None]


@dataclass(slots=True)
class Program:
    """One thing to keep running. `patience`: seconds it may take to finish what it is doing when told to stop.

    `needed_by_others`: it is stopped after them.
    """

    name: str
    command: Sequence[str]
    folder: Path
    patience: float = 15.0
    needed_by_others: bool = False
    failures: int = 0
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    start_at: float = 0.0

    @property
    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None


def pause_after(failures: int) -> float:
    """Seconds to wait before starting again: half a second at first, doubling with each failure in a row."""
    return min(0.5 * 2**failures, LONGEST_PAUSE)


def told_when_the_parent_dies(parent: int) -> Callable[[], None]:
    """What a child does before its program starts: asks Linux to be stopped if the supervisor is killed outright."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def ask() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != parent:
                os._exit(1)

    return ask


def signal_group(program: Program, number: signal.Signals) -> None:
    if program.process is not None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(program.process.pid, number)


def how_it_ended(returncode: int) -> str:
    return f"was killed (signal {-returncode})" if returncode < 0 else f"stopped (exit code {returncode})"


class Supervisor:
    """`keep`: a file descriptor that every program inherits (the lock of var/)."""

    def __init__(self, environment: Mapping[str, str], logs: Path, say: Say, keep: int | None = None) -> None:
        self.environment, self.logs, self.say = dict(environment), logs, say
        self.keep = () if keep is None else (keep,)
        self.programs: list[Program] = []
        self.asked_to_stop = 0
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)

    def listen(self) -> None:
        """Ctrl-C, SIGTERM and a closed terminal all mean: stop everything. Twice means: now."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._hear)

    def _hear(self, number: int, frame: object) -> None:
        self.asked_to_stop += 1

    def start(self, program: Program) -> None:
        if program not in self.programs:
            self.programs.append(program)
        program.started_at = time.monotonic()
        with (self.logs / f"{program.name}.log").open("ab") as log:
            program.process = subprocess.Popen(
                program.command,
                cwd=program.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=self.keep,
                preexec_fn=told_when_the_parent_dies(os.getpid()),
            )

    def watch(self, each_tick: Callable[[], None] = lambda: None) -> None:
        """Returns when asked to stop."""
        while not self.asked_to_stop:
            for program in self.programs:
                self._look_at(program)
            each_tick()
            time.sleep(TICK)

    def _look_at(self, program: Program) -> None:
        self._keep_log_small(program)
        if program.running:
            return
        if program.process is not None:
            self._note_the_end(program, program.process)
        if time.monotonic() >= program.start_at:
            self.start(program)

    def _note_the_end(self, program: Program, process: subprocess.Popen[bytes]) -> None:
        signal_group(program, signal.SIGKILL)  # its own children must not outlive it
        steady = time.monotonic() - program.started_at >= STEADY
        program.failures = 0 if steady else program.failures + 1
        program.start_at = time.monotonic() + pause_after(program.failures - 1 if program.failures else 0)
        program.process = None
        self.say(f"{program.name} {how_it_ended(process.returncode)}; starting it again (see {self.logs / program.name}.log)")

    def _keep_log_small(self, program: Program) -> None:
        log = self.logs / f"{program.name}.log"
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.with_suffix(".log.1").write_bytes(log.read_bytes())
            os.truncate(log, 0)  # the program keeps appending to the same file

    def stop(self) -> None:
        for needed in (False, True):
            self._stop_together([program for program in self.programs if program.needed_by_others is needed])

    def _stop_together(self, programs: Sequence[Program]) -> None:
        for program in programs:
            if program.running and program.process is not None:
                program.process.terminate()
        deadline = time.monotonic() + max((program.patience for program in programs), default=0)
        while any(program.running for program in programs) and time.monotonic() < deadline and self.asked_to_stop < 2:
            time.sleep(TICK / 4)
        for program in programs:
            signal_group(program, signal.SIGKILL)
            if program.process is not None:
                program.process.wait()
                program.process = None
