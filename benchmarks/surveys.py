"""A year group answers at once: `python benchmarks/surveys.py [--students 240] [--rounds 5] [--json]`.

Starts Waymark's own web server (gunicorn with config/web_server.py) on a new SQLite database with one wave and an open form period. As many
students as are asked for come in with their personal codes behind one address and answer the whole first survey at the same moment, page by
page as a browser does. Whatever was acknowledged must be there afterwards and heard: none lost. Then, in turns on the same server, pages of
surveys and a bare one-row form are posted: the ratio of their posts a second says what a page costs beside the least that a post can do.
DATABASE_URL names another database, which must be empty.
"""

import argparse
import http.client
import json
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
THREADS = 8  # of the web server: two workers of four
A_TURN = 32  # students whose pages are posted in one turn of the ratio
GOAL = 0.33  # of the posts a second that a bare form takes
BORN = {"day": "14", "month": "3", "year": "2010"}
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|mark|who)" value="([^"]*)"')
PAGES: list[tuple[str, dict[str, object]]] = [
    ("plan", {"plan": "a_level"}),
    ("sure", {"sure": "quite"}),
    ("interest", {"interest": "Nurse"}),
    ("applied", {"applied": "yes"}),
    ("application-1", {"place": "Cardwell Newlands College"}),
    ("application-1-course", {"course": "Biology, Chemistry, Maths", "level": "3"}),
    ("application-1-state", {"state": "interview"}),
    ("application-1-interview", {"interview_on_day": "4", "interview_on_month": "12", "interview_on_year": "2026"}),
    ("applications", {"more": "no"}),
    ("first-choice", {"first-choice": "1"}),
    ("backup", {"backup": "none"}),
    ("help", {"help": ["travel", "money"]}),
    ("worry", {"worry": ""}),
    ("meeting", {"meeting": "later"}),
]
# The least that a form can be: the same server, middleware, session-less visitor, CSRF check and database, one row in one transaction.
BARE = """
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import path
from django.utils import timezone
from careers.models import Try
from config.urls import urlpatterns as house

form = engines["django"].from_string('<form method="post">{% csrf_token %}<input name="words"><button>Send</button></form>')

@login_not_required
def bare(request):
    if request.method == "POST":
        with transaction.atomic():
            Try.objects.create(door="bare", whose=request.POST.get("words", "")[:64], at=timezone.now())
        return HttpResponseRedirect("/bare/")
    return HttpResponse(form.render({}, request))

urlpatterns = [path("bare/", bare, name="bare"), *house]
"""


@dataclass
class Clock:
    """How long each request took, by kind, and what was acknowledged."""

    posts: list[float] = field(default_factory=list)
    gets: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    finished: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, name: str, seconds: float) -> None:
        with self.lock:
            getattr(self, name).append(seconds)


class Phone:
    """One student's browser: keeps its cookies and the hidden fields of the page it is on. Each request is a connection of its own."""

    def __init__(self, port: int, clock: Clock) -> None:
        self.port, self.clock, self.cookies, self.hidden = port, clock, {}, {}

    def ask(self, method: str, address: str, values: dict[str, object] | None = None, kind: str = "") -> tuple[int, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if values is not None:
            body = urlencode({**self.hidden, **values}, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, address, body, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        if kind:
            self.clock.add(kind, time.perf_counter() - began)
        for header, value in answer.getheaders():
            if header.lower() == "set-cookie":
                name, _, rest = value.partition("=")
                self.cookies[name] = rest.partition(";")[0]
        if answer.status == 200:
            self.hidden = dict(HIDDEN.findall(text))
        return answer.status, answer.getheader("Location") or text

    def get(self, address: str) -> str:
        status, text = self.ask("GET", address, kind="gets")
        if status != 200:
            raise WrongAnswer(f"GET {address}: {status} {text[:100]}")
        return text

    def post(self, address: str, values: dict[str, object], kind: str = "posts") -> str:
        status, where = self.ask("POST", address, values, kind)
        if status != 302:
            raise WrongAnswer(f"POST {address}: {status} {where[:100]}")
        return where


class WrongAnswer(Exception):
    """The server did not answer as it should."""


def come_in(phone: Phone, class_code: str, code: str) -> None:
    phone.get(f"/class/{class_code}/")
    status, text = phone.ask("POST", f"/class/{class_code}/", {"code": code, **BORN})
    if status != 200 or "who" not in phone.hidden:
        raise WrongAnswer(f"not let in: {status} {text[:100]}")
    phone.post(f"/class/{class_code}/yes/", {"yes": "yes"}, kind="")


def answer(phone: Phone, at_once: threading.Barrier) -> None:
    """Come in first; then everybody begins at one moment."""
    phone.get("/answer/")
    at_once.wait(timeout=600)
    where = phone.post("/answer/", {"language": "en-gb"})
    for page, values in PAGES:
        phone.get(f"/answer/{page}/")
        where = phone.post(f"/answer/{page}/", values)
    if where != "/answer/check/":
        raise WrongAnswer(f"after the last page: {where}")
    phone.get(where)
    if phone.post("/answer/check/", {}, kind="sent") != "/answer/done/":
        raise WrongAnswer("not sent")


def one_student(port: int, clock: Clock, class_code: str, code: str, at_once: threading.Barrier) -> None:
    phone = Phone(port, clock)
    try:
        come_in(phone, class_code, code)
        answer(phone, at_once)
        with clock.lock:
            clock.finished += 1
    except (WrongAnswer, OSError, threading.BrokenBarrierError) as wrong:
        clock.wrong.append(str(wrong))
        at_once.abort()


def everybody(port: int, class_code: str, codes: list[str]) -> tuple[Clock, float]:
    """All of them at the same time, each from a thread of its own. The seconds are from the moment at which all begin to answer."""
    clock, began = Clock(), []
    at_once = threading.Barrier(len(codes), action=lambda: began.append(time.perf_counter()))
    with ThreadPoolExecutor(len(codes)) as threads:
        for code in codes:
            threads.submit(one_student, port, clock, class_code, code, at_once)
    return clock, time.perf_counter() - (began or [time.perf_counter()])[0]


def posts_a_second(jobs: list[Callable[[], None]], posts: int) -> float:
    """Done by as many at once as the server has threads."""
    began = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(lambda job: job(), jobs))
    return posts / (time.perf_counter() - began)


def ready_to_answer(port: int, class_code: str, code: str) -> Phone:
    phone = Phone(port, Clock())
    come_in(phone, class_code, code)
    phone.get("/answer/")
    phone.post("/answer/", {"language": "en-gb"})
    phone.get("/answer/plan/")
    return phone


def ratios(port: int, class_code: str, codes: list[str], rounds: int) -> list[tuple[float, float]]:
    """(posts of pages of the survey, bare posts) a second: whole surveys, page after page without looking at one in between, and as many of
    the bare form; in turns, so that what else the machine does falls on both."""
    found = []
    for turn in range(rounds):
        students = [ready_to_answer(port, class_code, code) for code in codes[turn * A_TURN : (turn + 1) * A_TURN]]
        others = [Phone(port, Clock()) for _ in students]
        for phone in others:
            phone.get("/bare/")
        posts = len(students) * len(PAGES)
        survey = [partial(post_pages, phone) for phone in students]
        bare = [partial(post_bare, phone, len(PAGES)) for phone in others]
        found.append((posts_a_second(survey, posts), posts_a_second(bare, posts)))
    return found


def post_pages(phone: Phone) -> None:
    for page, values in PAGES:
        phone.post(f"/answer/{page}/", values)


def post_bare(phone: Phone, number: int) -> None:
    for turn in range(number):
        phone.post("/bare/", {"words": f"words {turn}"})


def free_port() -> int:
    with socket.socket() as trying:
        trying.bind(("127.0.0.1", 0))
        return int(trying.getsockname()[1])


@contextmanager
def web_server(folder: Path) -> Iterator[int]:
    """The port of gunicorn as it is started for a school, with one more page."""
    (folder / "bare_urls.py").write_text(BARE)
    (folder / "bare_settings.py").write_text('from config.settings import *\nROOT_URLCONF = "bare_urls"\n')
    port = free_port()
    environment = {**os.environ, "PYTHONPATH": f"{folder}:{ROOT}", "DJANGO_SETTINGS_MODULE": "bare_settings"}
    command = [sys.executable, "-m", "gunicorn", "-c", "python:config.web_server", "--bind", f"127.0.0.1:{port}", "config.wsgi"]
    log = (folder / "web.log").open("w")
    running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        for _ in range(300):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield port
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(timeout=30)


def a_school(students: int) -> tuple[str, list[str]]:
    """A school with an open wave and an open class: the class code, and everybody's personal code."""
    from datetime import date, timedelta

    from django.utils import timezone

    from careers.actions import personal_codes
    from careers.models import Cohort, School, Student, User
    from destinations.actions.providers import add_provider
    from surveys.actions import form_periods, waves
    from surveys.rules.audience import Audience
    from surveys.rules.plans import usual_plan

    today = timezone.localdate()
    school = School.objects.create(urn="199999", name="Harefield Academy", la_code="888")
    cohort = Cohort.objects.create(school=school, leaving=today.year + (today.month >= 9))
    by = User.objects.create(email="leader@harefield.example", name="Rowan Hall")
    for number in range(60):
        add_provider(school=school, by=by, name=f"Harefield {number} College", type="further education college")
    add_provider(school=school, by=by, name="Cardwell Newlands College", type="sixth form college", aliases=["CNC"])
    born = date(int(BORN["year"]), int(BORN["month"]), int(BORN["day"]))
    Student.objects.bulk_create(
        [
            Student(
                school=school, cohort=cohort, forename=f"Robin{n}", surname="Ashworth", form=f"11{'ABCDEFGH'[n % 8]}", date_of_birth=born
            )
            for n in range(students)
        ]
    )
    last = today + timedelta(days=20)
    wave = waves.make(
        cohort=cohort, survey="first", name="Autumn", opens_on=today, closes_on=last, audience=Audience(), plan=usual_plan(), by=by
    )
    waves.open_wave(wave=wave, by=by)
    period = form_periods.open_period(wave=wave, forms=[], minutes=120, by=by)
    everyone = list(Student.objects.select_related("school", "cohort"))
    return period.code, list(personal_codes.codes_for(everyone, by=by).values())


def what_is_there() -> dict[str, int]:
    from destinations.models import Application, Evidence
    from surveys.models import Invitation, PageAnswer, Response

    done = Response.objects.exclude(finished_at=None).exclude(heard_at=None)
    return {
        "responses": done.count(),
        "invitations": Invitation.objects.exclude(finished_at=None).count(),
        "pages": PageAnswer.objects.filter(response__in=done).count(),
        "statements": Evidence.objects.count(),
        "applications": Application.objects.count(),
    }


def at(share: float, times: list[float]) -> float:
    return sorted(times)[min(int(share * len(times)), len(times) - 1)] if times else float("nan")


def measure(students: int, rounds: int, folder: Path) -> dict[str, object]:
    class_code, codes = a_school(students + rounds * A_TURN)
    with web_server(folder) as port:
        clock, seconds = everybody(port, class_code, codes[:students])
        there = what_is_there()
        found = ratios(port, class_code, codes[students:], rounds)
    expected = {
        "responses": students,
        "invitations": students,
        "pages": students * len(PAGES),
        "statements": students,
        "applications": students,
    }
    survey, bare = (statistics.median(side) for side in zip(*found, strict=True)) if found else (0.0, 0.0)
    return {
        "students": students,
        "acknowledged": clock.finished,
        "wrong": clock.wrong[:5],
        "lost": sum(max(expected[name] - there[name], 0) for name in expected) if clock.finished == students else None,
        "there": there,
        "seconds": round(seconds, 1),
        "page_p50_ms": round(1000 * at(0.5, clock.posts)),
        "page_p99_ms": round(1000 * at(0.99, clock.posts)),
        "sent_p50_ms": round(1000 * at(0.5, clock.sent)),
        "sent_p99_ms": round(1000 * at(0.99, clock.sent)),
        "page_posts_a_second": round(survey),
        "bare_posts_a_second": round(bare),
        "ratio": round(survey / bare, 2) if bare else None,
        "goal": GOAL,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="A year group answers the first survey at once.")
    parser.add_argument("--students", type=int, default=240)
    parser.add_argument("--rounds", type=int, default=5, help="turns of the ratio (5)")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-surveys-") as kept:
        os.environ |= {"WAYMARK_VAR": kept, "DJANGO_SETTINGS_MODULE": "config.settings", "REDIS_URL": "", "CELERY_BROKER_URL": ""}
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        told = measure(asked.students, asked.rounds, Path(kept))
        good = told["acknowledged"] == asked.students and told["lost"] == 0
        if told["wrong"]:
            sys.stderr.write(Path(kept, "web.log").read_text()[-2000:])
    if asked.json:
        print(json.dumps(told))
    else:
        print(f"{told['acknowledged']} of {told['students']} surveys were acknowledged in {told['seconds']} s; lost: {told['lost']}.")
        print(f"A page: {told['page_p50_ms']} ms at the median, {told['page_p99_ms']} ms for 99 of 100, with everybody at it at once.")
        print(f"Sending it all: {told['sent_p50_ms']} ms and {told['sent_p99_ms']} ms.")
        print(f"Posts a second: {told['page_posts_a_second']} of a page, {told['bare_posts_a_second']} of the bare form.")
        print(f"Ratio {told['ratio']}, goal {GOAL}.")
        for wrong in told["wrong"]:
            print(wrong)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
