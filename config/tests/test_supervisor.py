import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from config.serving import supervisor as keeping
from config.serving.supervisor import LONGEST_PAUSE, Program, Supervisor, pause_after

Keep = Callable[[], tuple[Supervisor, list[str]]]


@pytest.fixture
def supervisor(tmp_path: Path) -> Keep:
    def make() -> tuple[Supervisor, list[str]]:
        said: list[str] = []
        return Supervisor(os.environ, tmp_path / "log", said.append), said

    return make


def python(name: str, script: str, folder: Path, **more: bool) -> Program:
    return Program(name, [sys.executable, "-c", script], folder, patience=5, **more)


def after(seconds: float, supervisor: Supervisor) -> Callable[[], None]:
    deadline = time.monotonic() + seconds

    def stop_then() -> None:
        supervisor.asked_to_stop += time.monotonic() > deadline

    return stop_then


def test_the_pause_grows_with_each_failure_in_a_row_and_has_a_limit() -> None:
    assert [pause_after(failures) for failures in (0, 1, 2)] == [0.5, 1.0, 2.0]
    assert pause_after(40) == LONGEST_PAUSE


def test_a_program_that_ends_is_said_and_started_again_more_and_more_slowly(supervisor: Keep, tmp_path: Path) -> None:
    kept, said = supervisor()
    kept.start(python("hasty", "raise SystemExit(3)", tmp_path))
    kept.watch(after(2.5, kept))
    kept.stop()
    assert 1 < len(said) <= 4
    assert said[0].startswith("hasty stopped (exit code 3); starting it again (see ")


def test_a_program_that_forked_leaves_no_child_behind_when_it_is_restarted(supervisor: Keep, tmp_path: Path) -> None:
    kept, _ = supervisor()
    forks = "import os, pathlib, time; child = os.fork()\nif child == 0: time.sleep(60)\npathlib.Path('child').write_text(str(child))"
    kept.start(python("parent", forks, tmp_path))
    kept.watch(after(1.0, kept))
    kept.stop()
    child = int((tmp_path / "child").read_text())
    deadline = time.monotonic() + 10
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)  # the kernel takes a moment between the signal and the end
    assert not alive(child)


def alive(pid: int) -> bool:
    """Whether it runs; one that is dead and only not yet buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_the_others_need_is_stopped_after_them(supervisor: Keep, tmp_path: Path) -> None:
    kept, _ = supervisor()
    last_words = (
        "import signal, sys, time\n"
        "def end(*_):\n"
        "    time.sleep({wait}); open('order', 'a').write('{name} '); sys.exit()\n"
        "signal.signal(signal.SIGTERM, end); open('ready-{name}', 'w').close(); time.sleep(60)"
    )
    kept.start(python("broker", last_words.format(name="broker", wait=0), tmp_path, needed_by_others=True))
    kept.start(python("web", last_words.format(name="web", wait=0.5), tmp_path))
    while len(list(tmp_path.glob("ready-*"))) < 2:
        time.sleep(0.05)
    kept.stop()
    assert (tmp_path / "order").read_text() == "web broker "


def test_a_program_that_will_not_stop_is_killed_after_its_patience(supervisor: Keep, tmp_path: Path) -> None:
    kept, _ = supervisor()
    deaf = python(
        "deaf", "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open('ready', 'w').close(); time.sleep(60)", tmp_path
    )
    deaf.patience = 0.5
    kept.start(deaf)
    while not (tmp_path / "ready").exists():
        time.sleep(0.05)
    started = time.monotonic()
    kept.stop()
    assert time.monotonic() - started < 5
    assert not deaf.running


def test_a_second_ctrl_c_waits_for_nobody(supervisor: Keep, tmp_path: Path) -> None:
    kept, _ = supervisor()
    slow = python("slow", "import signal, time; signal.signal(signal.SIGTERM, lambda *_: time.sleep(60)); time.sleep(60)", tmp_path)
    slow.patience = 60
    kept.start(slow)
    kept.asked_to_stop = 2
    started = time.monotonic()
    kept.stop()
    assert time.monotonic() - started < 5


def test_signals_ask_it_to_stop(supervisor: Keep) -> None:
    kept, _ = supervisor()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        kept.listen()
        os.kill(os.getpid(), signal.SIGTERM)
        kept.watch()
        assert kept.asked_to_stop == 1
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_long_log_is_put_aside_and_a_new_one_begun(supervisor: Keep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LOG_LIMIT", 1000)
    kept, _ = supervisor()
    chatty = "import time\nfor number in range(40): print(f'{number:050}', flush=True); time.sleep(0.02)\ntime.sleep(60)"
    kept.start(python("chatty", chatty, tmp_path))
    kept.watch(after(2.0, kept))
    kept.stop()
    assert (tmp_path / "log" / "chatty.log").stat().st_size <= 1000
    assert (tmp_path / "log" / "chatty.log.1").stat().st_size > 1000
