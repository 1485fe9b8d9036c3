"""A big list read, matched and applied, beside a bare COPY of what that writes: `python benchmarks/returns.py [--sqlite] [--profile]`.

15,000 rows of an authority's list against 45,000 invented students of three cohorts. PostgreSQL at --host, in a database of its own that is
dropped afterwards; --sqlite uses a file instead. Prints each station's time, the ratio to COPY, and how long another writer had to wait
at most while it went on. Fails when it all takes longer than --within seconds.
"""

import argparse
import csv
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "waymark_returns_benchmark"
LEAVING = (2025, 2024, 2023)
CODES = ("210", "220", "230", "310", "330", "540")
PLACES = [f"{town} {kind}" for town in ("Cardwell", "Hodder", "Wyre", "Ribble") for kind in ("Sixth Form College", "College", "Academy")]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--students", type=int, default=45_000)
    options.add_argument("--rows", type=int, default=15_000)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--within", type=float, default=20.0)
    options.add_argument("--sqlite", action="store_true")
    options.add_argument("--profile", action="store_true", help="print where the time goes")
    chosen = options.parse_args()
    with scratch_database(chosen):
        measure(chosen)


@contextmanager
def scratch_database(chosen: argparse.Namespace) -> Iterator[None]:
    """Waymark on an empty database of its own."""
    with tempfile.TemporaryDirectory(prefix="waymark-returns-") as var:
        os.environ["WAYMARK_VAR"], server = var, ["-h", chosen.host, "-U", "postgres"]
        if not chosen.sqlite:
            os.environ["DATABASE_URL"] = f"postgres://postgres@{chosen.host}/{NAME}"
            subprocess.run(["dropdb", *server, "--if-exists", NAME], check=True)  # noqa: S607
            subprocess.run(["createdb", *server, NAME], check=True)  # noqa: S607
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0)
        try:
            yield
        finally:
            connections.close_all()
            if not chosen.sqlite:
                subprocess.run(["dropdb", *server, NAME], check=True)  # noqa: S607


def measure(chosen: argparse.Namespace) -> None:
    from destinations.actions import returns
    from destinations.actions.providers import source_of_authority

    cohort, people = a_register(chosen.students)
    data = a_list(people, chosen.rows)
    database = "SQLite" if chosen.sqlite else "PostgreSQL"
    print(f"{chosen.rows:,} rows ({len(data) // 1000:,} kB) against {len(people):,} students, {database}")
    with another_writer() as waited, profiled(chosen.profile):
        began, worked = time.perf_counter(), time.process_time()
        draft = returns.stage(
            cohort=cohort, source=source_of_authority(cohort.school), data=data, file_name="county.csv", by=None,
            received_on=date(2025, 11, 14),
        )  # fmt: skip
        read = time.perf_counter() - began
        staged = bare_copy(("destinations_returnrow",)) if not chosen.sqlite else 0.0
        began = time.perf_counter()
        applied = returns.apply(data_return=draft, by=None)
        wrote = time.perf_counter() - began
        worked = time.process_time() - worked
    total = read + wrote
    print(f"read, matched and staged {read:6.2f} s   {draft.counts['certain']:,} certain, {draft.counts['check']:,} to check")
    print(f"applied and answered     {wrote:6.2f} s   {applied.counts['added']:,} statements")
    print(f"together                 {total:6.2f} s   {worked:.2f} s of them at work here")
    print(f"another writer waited    {max(waited):6.2f} s   at most")
    if not chosen.sqlite:
        bare = staged + bare_copy(("destinations_evidence", "destinations_destination"))
        print(f"bare COPY of the rows, statements and answers {bare:.2f} s: {total / bare:.1f} times that")
    if total > chosen.within:
        sys.exit(f"Too slow: {total:.1f} s, and {chosen.within:.0f} s is the goal.")


def a_register(size: int) -> tuple:
    """A school with `size` students in three cohorts, each with the answers of somebody of whom nothing is known."""
    from benchmarks.match_generator import Town
    from careers.models import Cohort, School, Student
    from careers.rules.academic_year import usual_results_day
    from destinations.actions.providers import add_provider

    school = School.objects.create(name="Lower Hodder Academy", urn="100001", la_code="888")
    cohorts = [Cohort.objects.create(school=school, leaving=year, results_day=usual_results_day(year)) for year in LEAVING]
    town, people, students = Town(1), [], []
    for cohort in cohorts:
        for _ in range(size // len(cohorts)):
            drawn = town.person(cohort.leaving - 16)
            person = drawn.known
            people.append(drawn)
            students.append(
                Student(
                    school=school, cohort=cohort, upn=person.upn, uln="", surname=person.surname, forename=person.forename,
                    date_of_birth=person.date_of_birth, sex=person.sex, postcode=person.postcode, form=person.form,
                )
            )  # fmt: skip
    Student.objects.bulk_create(students, batch_size=2000)
    nothing_known([student.pk for student in students])
    for place in PLACES:
        add_provider(school=school, by=None, name=place, type="further education college")
    return cohorts[0], people


def nothing_known(students: list[int]) -> None:
    from django.utils import timezone

    from destinations.models import Destination
    from destinations.rules.checkpoints import Checkpoint

    blank = {"status": "unknown", "reason": "Nobody has said anything yet.", "computed_at": timezone.now()}
    rows = (Destination(student_id=student, checkpoint=checkpoint, **blank) for student in students for checkpoint in Checkpoint)
    Destination.objects.bulk_create(rows, batch_size=5000)


def a_list(people: list, rows: int) -> bytes:
    """What an authority sends: four in five rows about students of ours, of any cohort, with the slips that lists carry."""
    from benchmarks.match_generator import Clerk, Town

    clerk, town, out = Clerk(2), Town(3), io.StringIO()
    ours = town.rng.sample(people, rows * 4 // 5)
    strangers = [town.person(2009) for _ in range(rows - len(ours))]
    everybody = [*ours, *strangers]
    town.rng.shuffle(everybody)
    writer = csv.writer(out)
    writer.writerow(("Surname", "Forename", "DOB", "Postcode", "Activity Code", "Establishment", "Start Date", "Date Verified"))
    for n, person in enumerate(everybody):
        row = clerk.row(person, n, postcode=True)
        born = f"{row.date_of_birth:%d/%m/%Y}" if row.date_of_birth else ""
        code = town.rng.choice(CODES)
        place = town.rng.choice(PLACES) if code[0] in "23" else ""
        writer.writerow((row.surname, row.forename, born, row.postcode, code, place, "02/09/2025", f"{1 + n % 28:02d}/10/2025"))
    return out.getvalue().encode()


@contextmanager
def another_writer() -> Iterator[list[float]]:
    """Somebody else who saves something small all the time; how long each saving took."""
    from django.contrib.sessions.models import Session
    from django.db import connection
    from django.utils import timezone

    waited, done = [0.0], threading.Event()

    def write() -> None:
        while not done.wait(0.05):
            began = time.perf_counter()
            Session.objects.update_or_create(session_key="benchmark", defaults={"session_data": "", "expire_date": timezone.now()})
            waited.append(time.perf_counter() - began)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        yield waited
    finally:
        done.set()
        thread.join()


@contextmanager
def profiled(wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    import cProfile
    import pstats

    with cProfile.Profile(time.process_time) as profile:
        yield
    pstats.Stats(profile).sort_stats("cumulative").print_stats(70)


def bare_copy(tables: tuple[str, ...]) -> float:
    """Seconds to COPY what these tables hold (of the answers, those that are known) into tables just like them."""
    from django.db import connection

    took = 0.0
    with connection.cursor() as cursor:
        for table in tables:
            which = " WHERE evidence_id IS NOT NULL" if table.endswith("destination") else ""
            with cursor.cursor.copy(f"COPY (SELECT * FROM {table}{which}) TO STDOUT") as copy:  # noqa: S608 - tables of ours
                rows = b"".join(bytes(part) for part in copy)
            cursor.execute(f"CREATE TEMPORARY TABLE bare (LIKE {table} INCLUDING ALL)")
            began = time.perf_counter()
            with cursor.cursor.copy("COPY bare FROM STDIN") as copy:
                copy.write(rows)
            took += time.perf_counter() - began
            cursor.execute("DROP TABLE bare")
    return took


if __name__ == "__main__":
    main()
