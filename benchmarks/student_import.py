"""Student import measured against a bare COPY of the same rows: `python benchmarks/student_import.py [--rows 20000] [--big] [--sqlite]`.

Makes an export of invented students, copies it into a bare indexed table, imports it through `import_students` as it is documented
(read, plan, apply, audit), and prints each time, its ratio to COPY and the most memory. PostgreSQL at --host, in a database of its own
that is dropped afterwards; --sqlite uses a file instead and also says how long another writer had to wait. --big adds 600,000 rows.
"""

import argparse
import csv
import io
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HEADINGS = (
    "UPN", "ULN", "Adno", "Legal Surname", "Legal Forename", "Middle Name(s)", "Preferred Forename", "Preferred Surname",
    "Former Surname", "DOB", "Sex", "Reg Group", "Postcode", "Attendance", "Enrolment Status", "SEN Status", "FSM",
    "Pupil Premium", "EAL", "Looked After", "Young Carer", "Year",
)  # fmt: skip
SURNAMES = "Ashworth Bell Cartwright Dyson Entwistle Fielding Grimshaw Hargreaves Iddon Jolly Kershaw Lomax Marsden Nuttall Okafor".split()
FORENAMES = "Ada Ben Cyd Dev Eve Finn Gia Hal Ivy Jay Kit Liv Mo Nia Oli Pia Quin Roz Sam Tia Una Val Wes Xan Yas Zoe".split()
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
COLUMNS = ", ".join(f"c{place} text" for place in range(len(HEADINGS)))
INDEXED = ("c0", "c1", "c2", "c3, c4", "c9", "c11")
LEAVING = 2025


def upn(number: int) -> str:
    digits = f"888{number // 100000:02d}{20:02d}{number % 100000:05d}"
    return UPN_LETTERS[sum(weight * int(digit) for weight, digit in enumerate(digits, start=2)) % 23] + digits


def uln(number: int) -> str | None:
    """None for the tenth of the numbers that no digit completes."""
    digits = f"{100_000_000 + number}"
    remainder = sum((10 - place) * int(digit) for place, digit in enumerate(digits)) % 11
    return f"{digits}{10 - remainder}" if remainder else None


def students(rows: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Invented students as a school's system writes them, one in a thousand with a birth date that cannot be."""
    rng = random.Random(seed)  # noqa: S311
    first = date(LEAVING - 17, 9, 1)
    for number in range(rows):
        born = first + timedelta(days=rng.randrange(365))
        surname, forename = f"{rng.choice(SURNAMES)}{rng.choice(('', '-Hall', 'son'))}", rng.choice(FORENAMES)
        yield (
            upn(number), uln(number) or "", f"{number:06d}", surname, forename, rng.choice(("", "", "Jo")), rng.choice(("", "", "Kit")),
            "", "", "31/02/2009" if number % 1000 == 999 else f"{born:%d/%m/%Y}", rng.choice("MF"),
            f"11{chr(65 + number % 12)}", f"PR{1 + number % 9} {number % 10}{rng.choice('ABDEF')}{rng.choice('ABDEF')}",
            f"{80 + rng.randrange(200) / 10:.1f}", "C", rng.choice("NNNNNNKE"), rng.choice("NNNNNNNY"), rng.choice("NNNNNNY"),
            rng.choice("NNNNNY"), "Y" if not rng.randrange(80) else "N", "Y" if not rng.randrange(60) else "N", "11",
        )  # fmt: skip


def write_csv(path: Path, rows: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerows(students(rows))
    return path


def write_xlsx(path: Path, rows: int) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Students")
    sheet.append(HEADINGS)
    for row in students(rows):
        sheet.append(row)
    book.save(path)
    return path


class Taken(NamedTuple):
    """Seconds by the clock, and seconds of processor time of this process and of the database's for it."""

    clock: float
    work: float

    def beside(self, other: "Taken | None") -> str:
        if other is None:
            return f"{self.clock:.2f} s ({self.work:.2f} s of work)"
        ratios = f"{self.clock / other.clock:.1f} × COPY by the clock, {self.work / other.work:.1f} × by work"
        return f"{self.clock:.2f} s ({self.work:.2f} s of work), {ratios}"


class Stopwatch:
    """Times what is done with one connection; on a busy machine work says more than the clock."""

    def __init__(self, backend: int | None) -> None:
        self.backend = backend
        self.start, self.worked = time.perf_counter(), self.work()

    def work(self) -> float:
        ours = time.process_time()
        stat = Path(f"/proc/{self.backend}/stat")
        if self.backend is None or not stat.exists():
            return ours
        fields = stat.read_text().rpartition(")")[2].split()
        return ours + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def taken(self) -> Taken:
        return Taken(time.perf_counter() - self.start, self.work() - self.worked)


def bare_copy(url: str, path: Path) -> Taken:
    """What COPY of the file takes into a table with a key, a foreign key and six indexes."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS bare, bare_school")
        connection.execute("CREATE TABLE bare_school (id int PRIMARY KEY)")
        connection.execute("INSERT INTO bare_school VALUES (1)")
        key = "id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, school int NOT NULL DEFAULT 1 REFERENCES bare_school"
        connection.execute(f"CREATE TABLE bare ({key}, {COLUMNS})")
        for place, columns in enumerate(INDEXED):
            connection.execute(f"CREATE INDEX bare_{place} ON bare ({columns})")
        names = ", ".join(f"c{place}" for place in range(len(HEADINGS)))
        watch = Stopwatch(connection.info.backend_pid)
        with connection.cursor().copy(f"COPY bare ({names}) FROM STDIN WITH (FORMAT csv, HEADER)") as copy, path.open("rb") as file:
            while block := file.read(1 << 20):
                copy.write(block)
        taken = watch.taken()
        connection.execute("DROP TABLE bare, bare_school")
    return taken


def in_a_process(arguments: list[str], env: dict[str, str]) -> tuple[Taken, float]:
    """Time and MiB of one import in a process of its own, its start not counted."""
    done = subprocess.run(
        [sys.executable, __file__, "--import", *arguments], env=env, capture_output=True, text=True, check=False, cwd=ROOT
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    clock, work, mib, counts = done.stdout.strip().split(" ", 3)
    print(f"    {counts}")
    return Taken(float(clock), float(work)), float(mib)


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
    taken = watch.taken()
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*taken, mib, said.getvalue().splitlines()[0])


@contextmanager
def database(options: argparse.Namespace, var: str) -> Iterator[tuple[dict[str, str], str]]:
    """An environment whose database is empty and migrated, and its address."""
    env = os.environ | {"WAYMARK_VAR": var, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT), "REDIS_URL": ""}
    if options.sqlite:
        url, drop = f"sqlite:///{var}/benchmark.sqlite3", lambda: None
    else:
        url, drop = scratch_database(options.host)
    env["DATABASE_URL"] = url
    try:
        manage(env, "migrate", "--verbosity", "0")
        yield env, url
    finally:
        drop()


def scratch_database(host: str):
    import psycopg

    name, server = f"waymark_bench_{os.getpid()}", f"postgresql://postgres@{host}/postgres"

    def tell(statement: str) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(statement)

    tell(f"CREATE DATABASE {name}")
    return f"postgresql://postgres@{host}/{name}", lambda: tell(f"DROP DATABASE {name} WITH (FORCE)")


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
    with tempfile.TemporaryDirectory(prefix="waymark-benchmark-") as var, database(options, var) as (env, url):
        urns = iter(f"{number}" for number in range(150001, 150100))
        small = write_csv(Path(var, "small.csv"), options.rows)
        copied = None if options.sqlite else min(bare_copy(url, small) for _ in range(3))
        if copied:
            print(f"COPY {options.rows:,} rows: {copied.beside(None)}")
        once = told(options, env, url, small, next(urns), copied, "CSV")
        if options.xlsx:
            told(options, env, url, write_xlsx(Path(var, "small.xlsx"), options.rows), next(urns), copied, "xlsx")
        if options.big:
            big = write_csv(Path(var, "big.csv"), options.rows * 30)
            many = told(options, env, url, big, next(urns), None if options.sqlite else bare_copy(url, big), "CSV, 30 times as many")
            print(f"  {many.clock / once.clock:.1f} × the time of {options.rows:,} rows, {many.work / once.work:.1f} × the work")


def told(options: argparse.Namespace, env: dict[str, str], url: str, path: Path, urn: str, copied: Taken | None, words: str) -> Taken:
    """Three imports: into an empty school, the same again, and with each form changed. Returns what the first took."""
    manage(env, "add_school", "--urn", urn, "--name", "Benchmark Academy", "--la", "888")
    first: Taken | None = None
    for again, file in (("first", path), ("the same again", path), ("every form changed", changed(path))):
        if again != "first" and path.suffix != ".csv":
            break
        writer = OtherWriter(url.removeprefix("sqlite:///")) if options.sqlite else None
        if writer:
            writer.start()
        taken, mib = in_a_process([str(file), urn], env)
        first = first or taken
        waited = ""
        if writer:
            writer.over.set()
            writer.join()
            waited = f", another writer waited at most {writer.longest:.2f} s, failed {writer.failed} times"
        print(f"  {words}, {again}: {taken.beside(copied)}, at most {mib:.0f} MiB{waited}")
    assert first  # noqa: S101
    return first


def changed(path: Path) -> Path:
    """The same students in other forms."""
    if path.suffix != ".csv":
        return path
    other = path.with_name(f"changed-{path.name}")
    with path.open(encoding="utf-8", newline="") as rows, other.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        for row in csv.reader(rows):
            row[11] = row[11].replace("11", "10", 1)
            writer.writerow(row)
    return other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--host", default="127.0.0.1:5432")
    parser.add_argument("--sqlite", action="store_true")
    parser.add_argument("--xlsx", action="store_true")
    parser.add_argument("--big", action="store_true", help="also thirty times as many rows")
    parser.add_argument("--import", nargs=2, dest="importing", metavar=("FILE", "URN"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.importing:
        import_once(*options.importing)
    else:
        measure(options)


if __name__ == "__main__":
    main()
