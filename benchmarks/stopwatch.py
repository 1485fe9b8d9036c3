"""Seconds by the clock, and seconds of processor time: on a busy machine the second says more than the first."""

import os
import resource
import time
from pathlib import Path
from typing import NamedTuple


class Taken(NamedTuple):
    """Seconds by the clock; of processor time of this process and of those it started; and of the database's process for it."""

    clock: float
    own: float
    database: float

    @property
    def work(self) -> float:
        return self.own + self.database

    def beside(self, other: "Taken | None") -> str:
        told = f"{self.clock:.2f} s by the clock, {self.work:.2f} s of work ({self.own:.2f} ours, {self.database:.2f} the database's)"
        if other is None:
            return told
        return f"{told} = {self.clock / other.clock:.1f} × COPY by the clock, {self.work / other.work:.1f} × by work"


class Stopwatch:
    """Times what is done with one connection. `backend` is the process of PostgreSQL that serves it."""

    def __init__(self, backend: int | None) -> None:
        self.backend = backend
        self.start, self.began, self.served = time.perf_counter(), self.own(), self.database()

    def taken(self) -> Taken:
        return Taken(time.perf_counter() - self.start, self.own() - self.began, self.database() - self.served)

    @staticmethod
    def own() -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    def database(self) -> float:
        stat = Path(f"/proc/{self.backend}/stat")
        if self.backend is None or not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
