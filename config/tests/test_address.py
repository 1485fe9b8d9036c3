import http.server
import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.serving import lock
from config.serving.address import CannotListen, answers, free_port, remember, url_of
from config.serving.lock import AlreadyRunning, lock_var


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_free_port_is_used_and_a_taken_one_passed_over(taken: int) -> None:
    found = free_port("127.0.0.1", taken)
    assert taken < found < taken + 50
    assert free_port("127.0.0.1", found) == found


def test_an_address_that_is_not_this_machines_is_refused_in_plain_words() -> None:
    with pytest.raises(CannotListen, match=r"no address 192\.0\.2\.1"):
        free_port("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:80/"), ("0.0.0.0", "http://127.0.0.1:80/"), ("::1", "http://[::1]:80/"), ("::", "http://[::1]:80/")],  # noqa: S104
)
def test_the_address_shown_can_be_opened_on_this_machine(host: str, url: str) -> None:
    assert url_of(host, 80) == url


@pytest.mark.parametrize(("status", "counts"), [(200, True), (301, True), (400, True), (500, False)])
def test_any_answer_counts_but_an_error_of_the_server(status: int, counts: bool) -> None:
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert answers("127.0.0.1", server.server_port) is counts
        server.shutdown()


def test_the_address_is_remembered_for_its_user_alone_and_the_last_one_counts(tmp_path: Path) -> None:
    for port in (8000, 8123):
        remember(tmp_path, f"http://127.0.0.1:{port}/")
    kept = tmp_path / "address"
    assert kept.read_text() == "http://127.0.0.1:8123/\n"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [kept]


def test_nobody_there_is_no_answer() -> None:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port = asking.getsockname()[1]
    assert not answers("127.0.0.1", port)


def test_var_is_locked_once_and_the_refusal_names_the_process(tmp_path: Path) -> None:
    held = lock_var(tmp_path)
    try:
        with pytest.raises(AlreadyRunning, match=f"process {os.getpid()}"):
            lock_var(tmp_path)
    finally:
        os.close(held)
    os.close(lock_var(tmp_path))


def test_the_lock_that_bin_serve_holds_is_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = lock_var(tmp_path)
    monkeypatch.setattr(lock, "FROM_BIN_SERVE", held)
    try:
        assert lock_var(tmp_path) == held
    finally:
        os.close(held)
