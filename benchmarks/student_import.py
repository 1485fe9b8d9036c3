"""Student import measured against a bare COPY of the same rows:
`python benchmarks/student_import.py [--rows 20000] [--times 3] [--xlsx] [--big] [--sqlite]`.

Makes an export of invented students, copies it into a bare indexed table, imports it through `import_students` as it is documented
(read, plan, apply, audit), and prints each time, its ratio to COPY and the most memory. Everything is done several times and the least
counts. Beside it stands what PostgreSQL alone takes for COPY of all the rows that the import has written. PostgreSQL at --host, in
databases of its own that are dropped afterwards; --sqlite uses a file instead and also says how long another writer had to wait.
--xlsx imports a workbook too, and says what reading alone takes of it. --big adds 600,000 rows.
"""

import argparse
import io
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.bare_copy import bare_copy, copy_of_all  # noqa: E402
from benchmarks.stopwatch import Stopwatch, Taken  # noqa: E402
from benchmarks.student_file import LEAVING, changed, write_csv, write_xlsx  # noqa: E402


def in_a_process(arguments: list[str], env: dict[str, str]) -> tuple[Taken, float, str]:
    """Time, MiB and counts of one import in a process of its own, its start not counted."""
    done = subprocess.run([sys.executable, __file__, *arguments], env=env, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    clock, own, served, mib, counts = done.stdout.strip().split(" ", 4)
    return Taken(float(clock), float(own), float(served)), float(mib), counts


def import_once(path: str, urn: str) -> None:
    """The command as a shell would run it, measured from where Django stands ready."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    connection.ensure_connection()
    from destinations.management.commands import import_students  # noqa: F401

    backend = connection.connection.info.backend_pid if connection.vendor == "postgresql" else None
    said, watch = io.StringIO(), Stopwatch(backend)
    call_command("import_students", path, "--school", urn, "--leaving", str(LEAVING), stdout=said)
    print_taken(watch, said.getvalue().splitlines()[0])


def read_once(path: str) -> None:
    """What the reader alone takes for a file."""
    from careers.imports.apart import read_apart

    data, watch = Path(path).read_bytes(), Stopwatch(None)
    sheets = read_apart(data, path)
    print_taken(watch, f"{sum(len(sheet.rows) for sheet in sheets)} rows")


def print_taken(watch: Stopwatch, counts: str) -> None:
    taken = watch.taken()
    print(*taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, counts)


@contextmanager
def database(options: argparse.Namespace, var: str) -> Iterator[tuple[dict[str, str], str, str]]:
    """An environment whose database is empty and migrated, its address, and that of another such database."""
    env = os.environ | {"WAYMARK_VAR": var, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT), "REDIS_URL": ""}
    if options.sqlite:
        env["DATABASE_URL"] = url = f"sqlite:///{var}/benchmark.sqlite3"
        manage(env, "migrate", "--verbosity", "0")
        yield env, url, url
        return
    name, server = f"waymark_bench_{os.getpid()}", f"postgresql://postgres@{options.host}"
    env["DATABASE_URL"] = url = f"{server}/{name}"
    tell(server, f"CREATE DATABASE {name}")
    try:
        manage(env, "migrate", "--verbosity", "0")
        tell(server, f"CREATE DATABASE {name}_empty TEMPLATE {name}")
        yield env, url, f"{url}_empty"
    finally:
        tell(server, f"DROP DATABASE {name} WITH (FORCE)")
        tell(server, f"DROP DATABASE IF EXISTS {name}_empty WITH (FORCE)")


def tell(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(statement)


def manage(env: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, str(ROOT / "manage.py"), *arguments], env=env, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)


class OtherWriter(threading.Thread):
    """Somebody else who saves something small all the time. `longest` is how long one save took, in seconds."""

    def __init__(self, path: str) -> None:
        super().__init__(daemon=True)
        self.path, self.longest, self.failed, self.over = path, 0.0, 0, threading.Event()

    def run(self) -> None:
        import sqlite3

        connection = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        connection.execute("CREATE TABLE IF NOT EXISTS other_writer (n int)")
        while not self.over.wait(0.02):
            start = time.perf_counter()
            try:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("INSERT INTO other_writer VALUES (1)")
                connection.execute("COMMIT")
            except sqlite3.OperationalError:
                self.failed += 1
            self.longest = max(self.longest, time.perf_counter() - start)
        connection.execute("DROP TABLE other_writer")
        connection.close()


def measure(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as var, database(options, var) as (env, url, empty):
        urns = iter(f"{number}" for number in range(150001, 150100))
        small = write_csv(Path(var, "small.csv"), options.rows)
        copied = None if options.sqlite else least(bare_copy(url, small) for _ in range(max(3, options.times)))
        if copied:
            print(f"COPY {options.rows:,} rows: {copied.beside(None)}")
        once = told(options, env, url, [small, small, changed(small)], urns, copied, "CSV", empty)
        if options.xlsx:
            book = write_xlsx(Path(var, "small.xlsx"), options.rows)
            reader = least(in_a_process(["--read", str(book)], env)[0] for _ in range(options.times))
            print(f"  reading the workbook alone: {reader.beside(copied)}")
            told(options, env, url, [book], urns, copied, "xlsx")
        if options.big:
            options.times = 1
            big = write_csv(Path(var, "big.csv"), options.rows * 30)
            copied = None if options.sqlite else bare_copy(url, big)
            many = told(options, env, url, [big, big, changed(big)], urns, copied, "CSV, 30 times as many")
            print(f"  {many.clock / once.clock:.1f} × the time of {options.rows:,} rows, {many.work / once.work:.1f} × the work")


def least(taken: Iterable[Taken]) -> Taken:
    return min(taken, key=lambda one: one.work)


def told(
    options: argparse.Namespace, env: dict[str, str], url: str, files: list[Path], urns: Iterator[str], copied: Taken | None,
    words: str, empty: str = "",
) -> Taken:  # fmt: skip
    """Up to three imports in a row, into an empty school each time: the first, the same again, and with each form changed. Returns what
    the first took at best."""
    found: dict[str, list[Taken]] = {}
    most: dict[str, float] = {}
    notes: dict[str, str] = {}
    for again in range(options.times):
        urn = next(urns)
        manage(env, "add_school", "--urn", urn, "--name", "Benchmark Academy", "--la", "888")
        for step, file in zip(("first", "the same again", "every form changed"), files, strict=False):
            with other_writer(options, url) as waited:
                taken, mib, counts = in_a_process(["--import", str(file), urn], env)
            found.setdefault(step, []).append(taken)
            most[step], notes[step] = max(most.get(step, 0.0), mib), f"{counts}{waited()}"
            if copied and empty and step == "first" and not again:
                print(f"  COPY of all that an import writes, its tables as they are: {copy_of_all(url, empty).beside(copied)}")
    for step, times in found.items():
        print(f"  {words}, {step}: {least(times).beside(copied)}, at most {most[step]:.0f} MiB\n      {notes[step]}")
    return least(found["first"])


@contextmanager
def other_writer(options: argparse.Namespace, url: str) -> Iterator[Callable[[], str]]:
    """With SQLite, somebody else who writes meanwhile; says afterwards how long they had to wait."""
    if not options.sqlite:
        yield lambda: ""
        return
    writer = OtherWriter(url.removeprefix("sqlite:///"))
    writer.start()
    try:
        yield lambda: f" Another writer waited at most {writer.longest:.2f} s and failed {writer.failed} times."
    finally:
        writer.over.set()
        writer.join()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--host", default="127.0.0.1:5432")
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--xlsx", action="store_true")
    parser.add_argument("--big", action="store_true", help="also thirty times as many rows, once")
    parser.add_argument("--import", nargs=2, dest="importing", metavar=("FILE", "URN"), help=argparse.SUPPRESS)
    parser.add_argument("--read", dest="reading", metavar="FILE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.importing:
        import_once(*options.importing)
    elif options.reading:
        read_once(options.reading)
    else:
        measure(options)


if __name__ == "__main__":
    main()
