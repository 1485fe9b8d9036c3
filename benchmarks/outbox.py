"""The outbox under kill -9: `python benchmarks/outbox.py [--kills 200] [--workers 2] [--messages N] [--json]`.

Starts a counting SMTP sink and as many senders as are asked for, each a process of its own that sends what is due in short batches, and
kills one of them outright at random moments, starting another each time. In the end every message must be sent or listed in doubt: none
lost, none twice. Then a person is played who has everything in doubt sent again: what comes twice must be one of those, with the same
Message-ID. SQLite in a folder of its own, or the PostgreSQL that DATABASE_URL names, in a database of its own that is dropped afterwards.
"""

import argparse
import json
import os
import random
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
A_BATCH = 25  # messages over one connection, so that connections are opened and closed while kills come
SINK = """
import asyncio, email, random, sys
from aiosmtpd.controller import Controller
class Count:
    async def handle_DATA(self, server, session, envelope):
        name = email.message_from_bytes(envelope.content)["Message-ID"]
        kept.write(name + "\\n"); kept.flush()
        await asyncio.sleep(random.random() * 0.004)
        return "250 OK"
kept = open(sys.argv[1], "a")
controller = Controller(Count(), hostname="127.0.0.1", port=int(sys.argv[2]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
"""
SENDER = """
import os, sys, time
sys.path.insert(0, os.environ["WAYMARK_ROOT"])
import django
django.setup()
from django.db import connection
from careers.actions.sending import send_due
print("ready", flush=True)
while True:
    forked = os.fork()
    if forked == 0:
        connection.close()
        while True:
            send_due(limit=int(sys.argv[1]))
            time.sleep(0.001)
    connection.close()
    print(forked, flush=True)
    os.waitpid(forked, 0)
"""


def free_port() -> int:
    import socket

    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return int(trying.getsockname()[1])


@contextmanager
def database(url: str) -> Iterator[str]:
    """The address of a new PostgreSQL database beside the one that is named; empty for SQLite."""
    if not url:
        yield ""
        return
    import psycopg

    name = f"waymark_outbox_{secrets.token_hex(4)}"
    with psycopg.connect(url.rpartition("/")[0] + "/postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")  # a name of ours
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def sink(kept: Path, port: int) -> Iterator[None]:
    """A mail server that counts: the Message-ID of each message it took, a line each, written before it says so."""
    running = subprocess.Popen([sys.executable, "-c", SINK, str(kept), str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        running.stdout.readline()
        yield
    finally:
        running.kill()
        running.wait()


class Sender:
    """A process that forks the one that sends. Killing the fork leaves the parent to fork another, without loading Django again."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SENDER, str(A_BATCH)], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self.process.stdout.readline()
        self.at_work = int(self.process.stdout.readline())

    def kill(self) -> None:
        os.kill(self.at_work, signal.SIGKILL)
        self.at_work = int(self.process.stdout.readline())

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def write_messages(number: int) -> None:
    from datetime import date

    from careers.actions.messages import Draft, write_all
    from careers.models import Cohort, MessageSettings, School, Student

    school = School.objects.create(urn="199999", name="Harefield Academy", la_code="888")
    MessageSettings.objects.create(school=school, quiet_from=0, quiet_until=0, weekends=True)  # at any hour
    cohort = Cohort.objects.create(school=school, leaving=date.today().year + 1)  # noqa: DTZ011
    students = Student.objects.bulk_create(
        [Student(school=school, cohort=cohort, forename=f"Robin{n}", surname="Ashworth", form="11A") for n in range(min(number, 500))]
    )
    values = {"first_name": "Robin", "survey": "Your plans", "closes_on": "Friday"}
    drafts = [
        Draft(
            key=f"message {n}", template="parent_reminder", channel="email", student=students[n % len(students)],
            to=f"reader{n}@example.org", to_name="Sam Ashworth", values=values,
        )
        for n in range(number)
    ]  # fmt: skip
    write_all(school=school, drafts=drafts, by=None)


def kill_at_random(senders: list[Sender], kills: int, waiting: Any) -> int:
    """Kill one of them so often, 5 to 400 ms apart, as long as there is something to send. Returns how many kills it came to."""
    rng = random.Random()  # noqa: S311
    for done in range(kills):
        time.sleep(rng.uniform(0.005, 0.4))
        if not waiting():
            return done
        rng.choice(senders).kill()
    return kills


def finish(waiting: Any, patience: float = 300) -> None:
    deadline = time.monotonic() + patience
    while waiting() and time.monotonic() < deadline:
        time.sleep(0.05)


def run(kills: int, workers: int, number: int, kept: Path) -> dict[str, Any]:
    """One whole run. Returns what was counted."""
    from datetime import timedelta

    from django.utils import timezone

    from careers.actions.message_decisions import decide
    from careers.actions.sending import doubt, send_due
    from careers.models import Message, User

    write_messages(number)
    waiting = Message.objects.filter(state="waiting").exists
    senders = [Sender() for _ in range(workers)]
    started = time.monotonic()
    try:
        killed = kill_at_random(senders, kills, waiting)
        finish(waiting)
        time.sleep(0.5)  # the last ones are being marked
    finally:
        for sender in senders:
            sender.stop()
    seconds = time.monotonic() - started
    doubt(timezone.now() + timedelta(hours=1))
    taken = Counter(kept.read_text().split())
    ids = {state: set(Message.objects.filter(state=state).values_list("message_id", flat=True)) for state in ("sent", "in_doubt")}
    result = {
        "messages": number,
        "workers": workers,
        "kills": killed,
        "seconds": round(seconds, 1),
        "sent": len(ids["sent"]),
        "in_doubt": len(ids["in_doubt"]),
        "in_doubt_and_gone": len(ids["in_doubt"] & set(taken)),
        "lost": number - len(ids["sent"] | ids["in_doubt"]) + len(ids["sent"] - set(taken)),
        "twice": sum(count > 1 for count in taken.values()),
    }
    person = User.objects.create_user("person@example.org")
    for message in Message.objects.filter(state="in_doubt").select_related("school"):
        decide(message=message, what="again", by=person)
    while send_due()["sent"]:
        pass
    taken = Counter(kept.read_text().split())
    twice = {name for name, count in taken.items() if count > 1}
    result["after_sending_again"] = {
        "never_arrived": number - len(taken),
        "twice": len(twice),
        "twice_and_not_in_doubt": len(twice - ids["in_doubt"]),
        "not_sent": Message.objects.exclude(state="sent").count(),
    }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--messages", type=int, default=0, metavar="N", help="usually ten for each kill and worker")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, database(os.environ.get("DATABASE_URL", "")) as url:
        os.environ |= {
            "WAYMARK_VAR": folder,
            "DATABASE_URL": url or f"sqlite:///{folder}/waymark.sqlite3",
            "EMAIL_URL": f"smtp://127.0.0.1:{port}",
        }
        os.environ |= {"DJANGO_SETTINGS_MODULE": "config.settings", "WAYMARK_ROOT": str(ROOT)}
        os.environ.pop("EMAIL_BACKEND", None)
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        kept = Path(folder) / "taken"
        kept.touch()
        with sink(kept, port):
            result = run(asked.kills, asked.workers, asked.messages or max(asked.kills * 10 * asked.workers, 150), kept)
        connections.close_all()
    print(json.dumps(result) if asked.json else "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in result.items()))
    again = result["after_sending_again"]
    sys.exit(bool(result["lost"] or result["twice"] or again["never_arrived"] or again["twice_and_not_in_doubt"] or again["not_sent"]))


if __name__ == "__main__":
    main()
