"""A whole Waymark is started, hurt and stopped."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from config.tests.house import ROOT
from config.tests.running import Running, environment, manage, wait_until

SERVE = [sys.executable, str(ROOT / "manage.py"), "serve", "--port"]


def some_port() -> str:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return str(asking.getsockname()[1])


def prepared(folder: Path) -> Path:
    var = folder / "var"
    var.mkdir(parents=True, mode=0o700)
    done = manage(var, "prepare", "--no-demo")
    assert done.returncode == 0, done.stderr
    return var


@pytest.fixture(scope="module")
def waymark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(prepared(tmp_path_factory.mktemp("way mark")), [*SERVE, some_port()])
    yield running
    running.clear_away()


def mains(waymark: Running, holding: str) -> set[int]:
    """The processes that lead their own group: one for each program."""
    return {pid for pid in waymark.processes(holding) if os.getpgid(pid) == pid and pid != waymark.process.pid}


@pytest.mark.parametrize("program", ["gunicorn", " worker ", " beat ", "unixsocket"])
def test_a_program_that_is_killed_is_started_again(waymark: Running, program: str) -> None:
    wait_until(lambda: len(mains(waymark, program)) == 1, f"one {program}")
    (killed,) = mains(waymark, program)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: len(mains(waymark, program) - {killed}) == 1, f"another {program}")
    wait_until(lambda: waymark.status() == 200, "the page")
    assert len(mains(waymark, program)) == 1


def test_a_job_is_done_by_the_worker_even_after_the_kills(waymark: Running) -> None:
    give_it_a_job(waymark, REDIS_URL=f"unix://{broker_socket(waymark)}")


def give_it_a_job(waymark: Running, **broker: str) -> None:
    sessions = "from django.contrib.sessions.models import Session; from django.utils import timezone; "
    old = "Session.objects.create(session_key='old', session_data='', expire_date=timezone.now()); "
    job = "from config.tasks import forget_old_sessions; forget_old_sessions.delay()"
    assert manage(waymark.var, "shell", "-c", sessions + old + job, **broker).returncode == 0
    count = "print('left:', Session.objects.count())"
    wait_until(lambda: "left: 0" in manage(waymark.var, "shell", "-c", sessions + count).stdout, "the job to be done")


def broker_socket(waymark: Running) -> str:
    for pid in waymark.processes("gunicorn"):
        for line in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
            if line.startswith(b"REDIS_URL=unix://"):
                return line.decode().removeprefix("REDIS_URL=unix://")
    raise AssertionError("no REDIS_URL was given to the web server")


def test_the_broker_is_private_and_listens_on_no_network(waymark: Running) -> None:
    address = broker_socket(waymark)
    assert Path(address).stat().st_mode & 0o077 == 0
    server = redis.Redis(unix_socket_path=address)
    assert server.config_get("port") == {"port": "0"}
    assert server.config_get("appendonly") == {"appendonly": "yes"}


def test_the_styles_are_served_without_collecting_them(waymark: Running) -> None:
    assert waymark.status("/static/bootstrap/css/bootstrap.min.css") == 200


def test_where_it_answers_is_kept_for_the_commands_that_print_links(waymark: Running) -> None:
    assert (waymark.var / "address").read_text() == f"http://127.0.0.1:{waymark.port}/\n"


def test_everything_it_writes_is_for_its_user_alone(waymark: Running) -> None:
    shared = [path for path in waymark.var.rglob("*") if path.is_file() and path.stat().st_mode & 0o077]
    assert [path.name for path in shared if path.parent == waymark.var and path.name != "waymark.sqlite3"] == []
    assert waymark.var.stat().st_mode & 0o077 == 0


def test_a_second_one_on_the_same_data_is_refused_in_plain_words(waymark: Running) -> None:
    for command in ([*SERVE, some_port()], [str(ROOT / "bin/serve"), "--no-demo"]):
        second = subprocess.run(command, env=environment(waymark.var), capture_output=True, text=True, timeout=60, cwd="/")
        assert second.returncode == 1
        assert "Waymark is already running" in second.stderr
        assert str(waymark.process.pid) in second.stderr
    assert waymark.status() == 200


def test_a_taken_port_is_said_and_the_next_one_used(tmp_path: Path, waymark: Running) -> None:
    other = Running(prepared(tmp_path), [*SERVE, str(waymark.port)])
    try:
        assert f"Port {waymark.port} is taken" in other.said
        assert other.port > waymark.port
        assert other.status() == 200
    finally:
        other.clear_away()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopping_it_leaves_no_process_behind_and_keeps_the_data(tmp_path: Path, number: signal.Signals) -> None:
    var = prepared(tmp_path)
    running = Running(var, [*SERVE, some_port()])
    try:
        assert running.stop(number) == 0
        assert running.processes() == set()
        assert "Waymark has stopped." in running.said
        assert (var / "waymark.sqlite3").exists()
        assert not list(var.glob("*.sock"))
    finally:
        running.clear_away()


def test_when_it_is_killed_outright_its_programs_stop_too_and_it_can_start_again(tmp_path: Path) -> None:
    running = Running(prepared(tmp_path), [*SERVE, some_port()])
    try:
        running.process.kill()
        running.process.wait()
        wait_until(lambda: running.processes() == set(), "the programs to notice", 30)
        again = Running(running.var, [*SERVE, some_port()])
        assert again.status() == 200
        assert again.stop() == 0
    finally:
        running.clear_away()


def test_without_a_broker_program_it_says_so_and_serves_from_files(tmp_path: Path) -> None:
    var = prepared(tmp_path)
    no_broker = tmp_path / "no_broker.py"
    no_broker.write_text(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from config.serving import broker; broker.find_server = lambda: None\n"
        "from django.core.management import execute_from_command_line; import os\n"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings'; execute_from_command_line(sys.argv)\n"
    )
    running = Running(var, [sys.executable, str(no_broker), "serve", "--port", some_port()])
    try:
        assert "using files instead" in running.said
        give_it_a_job(running, CELERY_BROKER_URL="filesystem://")
        assert running.status() == 200
        assert running.stop() == 0
    finally:
        running.clear_away()


def test_the_one_command_makes_a_new_place_and_keeps_it_at_the_second_start(tmp_path: Path) -> None:
    var = tmp_path / "a new place"
    keys = set()
    for _ in range(2):
        running = Running(var, [str(ROOT / "bin/serve"), "--no-demo", "--port", some_port()])
        try:
            assert running.status() == 200
            assert len(running.processes("manage.py serve")) == 1
            assert running.stop() == 0
            assert running.processes() == set()
        finally:
            running.clear_away()
        keys.add((var / "secret_key").read_text())
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--port", "many"], "whole number"),
        (["--port", "0"], "whole number"),
        (["--port"], "needs a value"),
        (["--colour"], "does not know --colour"),
    ],
)
def test_a_wrong_use_is_explained_and_ends_with_2(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    wrong = subprocess.run([ROOT / "bin/serve", *arguments], env=environment(tmp_path), capture_output=True, text=True, timeout=10)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert sentence in wrong.stderr
    assert "Usage: bin/serve" in wrong.stderr
