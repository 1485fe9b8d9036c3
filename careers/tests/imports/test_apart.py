"""Files are read in a process that knows nothing, may take little, and is not believed."""

import io
import json
import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.imports import apart, apart_child
from careers.imports.apart import UnreadableFile, read_apart, run_apart
from careers.imports.cells import Cell
from careers.imports.frames import BrokenFrames, read_frames, write_end, write_refusal, write_sheets
from careers.imports.sheets import Sheet

from .files import csv_bytes, with_entry, xlsx_bytes

ROWS: list[list[Cell]] = [["Surname", "Born", "Seen", "At"], ["Nuñez 😀", date(2009, 3, 14), datetime(2025, 9, 1, 9, 30), time(9, 30)]]
BOOK = xlsx_bytes(ROWS)
PAGE = b"<table><tr><td>x</table>"
OPENED = "[os.readlink(place) for n in range(3, 64) if os.path.exists(place := f'/proc/self/fd/{n}')]"
TELL = (
    "import os, sys; sys.path[:] = sys.argv[4:]; from careers.imports.frames import *; out = sys.stdout.buffer; {}; write_end(0, 0.0, out)"
)
CELL = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False), st.dates(), st.datetimes(),
    st.times(), st.text(st.characters(exclude_categories=["Cs"])),
)  # fmt: skip


def told(monkeypatch: pytest.MonkeyPatch, python: str) -> str:
    """What a process started as the reader is answers to a line of Python."""
    monkeypatch.setattr(apart, "START", TELL.format(f"write_refusal(str({python}), out)"))
    return run_apart(b"a,b").refused or ""


def cells_of(sheets: list[Sheet]) -> list[Cell]:
    return [cell for sheet in sheets for row in sheet.rows for cell in row]


def test_a_file_read_apart_is_what_it_is_read_here() -> None:
    assert read_apart(BOOK)[0].rows == ROWS


def test_what_it_took_is_told() -> None:
    answer = run_apart(BOOK)
    assert 0 < answer.peak < 64 * 1024
    assert 0 < answer.seconds < 4


def test_a_refusal_comes_back_as_one_sentence() -> None:
    with pytest.raises(UnreadableFile, match=r"macros.*try again\.$"):
        read_apart(with_entry(BOOK, "xl/vbaProject.bin", b"x"))


def test_a_short_plain_text_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    assert read_apart(b"Surname,Forename\nQuince,Al\n")[0].rows[1] == ["Quince", "Al"]


@pytest.mark.parametrize("data", [BOOK, PAGE, b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + PAGE, b"a,b\n" * 300_000])
def test_all_else_is_read_apart(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(apart, "run_apart", lambda data, **_: asked.append(data) or apart.Answer([], None, 0, 0.0))
    read_apart(data)
    assert asked == [data]


def test_a_file_over_the_limit_is_refused_before_anything_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(UnreadableFile, match="larger than 1 MB"):
        read_apart(BOOK + bytes(2_000_000), max_bytes=1_000_000)


def test_the_command_line_may_allow_more_bytes() -> None:
    data = csv_bytes([["Surname", "Forename", "x" * 150]] * 80_000)
    assert len(data) > apart.MAX_BYTES
    assert len(read_apart(data, max_bytes=50_000_000)[0].rows) == 80_000


def test_a_file_that_takes_too_long_is_stopped_and_said_so() -> None:
    answer = run_apart(csv_bytes([["Surname", "Forename"]] * 90_000), seconds=0.01)
    assert "far longer" in (answer.refused or "")


def test_a_file_that_takes_too_much_memory_is_stopped_and_said_so() -> None:
    answer = run_apart(csv_bytes([[f"Surname{n}", f"Forename{n}"] for n in range(90_000)]), memory=40 * 1024 * 1024)
    assert "far more memory" in (answer.refused or "")


def test_no_process_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    real = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **kwargs: started.append(real(*args, **kwargs)) or started[-1])
    run_apart(csv_bytes([["Surname", "Forename"]] * 90_000), seconds=0.01)
    assert started[0].returncode is not None


def test_many_may_read_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert [sheets[0].rows for sheets in pool.map(read_apart, [BOOK] * 8)] == [ROWS] * 8


def test_the_process_knows_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "known to nobody")
    monkeypatch.setenv("DATABASE_URL", "postgres://known:to@nobody/")
    assert "nobody" not in told(monkeypatch, "dict(os.environ)")


def test_the_process_stands_in_no_folder_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, "os.getcwd()") == os.sep


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_the_process_inherits_no_open_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    with (tmp_path / "secret").open() as file:
        os.set_inheritable(file.fileno(), True)
        opened = told(monkeypatch, OPENED)
    assert opened == "[]"


def test_the_process_loads_neither_django_nor_pandas() -> None:
    code = (
        f"import sys; from careers.imports.apart_child import *; read_file({BOOK!r}); print(sorted(m.split('.')[0] for m in sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=apart.ROOT).stdout
    assert "python_calamine" in loaded
    assert not {name for name in ("django", "pandas", "numpy", "openpyxl", "celery") if f"'{name}'" in loaded}


def test_the_caps_are_kept_by_the_operating_system() -> None:
    resource = pytest.importorskip("resource")
    names = ["RLIMIT_CORE", "RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_NOFILE"]
    code = (
        "import resource; from careers.imports.apart_child import confine; confine(10**9, 7);"
        f"print([resource.getrlimit(getattr(resource, n)) for n in {names}])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=apart.ROOT).stdout
    assert shown.strip() == "[(0, 0), (1000000000, 1000000000), (7, 7), (32, 32)]"
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 10**9


def test_a_system_without_such_caps_reads_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    apart_child.confine(1, 1)
    monkeypatch.delattr(os, "memfd_create", raising=False)
    monkeypatch.delattr(os, "pidfd_open", raising=False)
    assert run_apart(BOOK).sheets[0].rows == ROWS
    assert "far longer" in (run_apart(BOOK, seconds=0.001).refused or "")


def test_a_reader_that_cannot_start_is_a_sentence_and_a_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(apart, "START", "import nothing_of_that_name")
    with pytest.raises(UnreadableFile, match="damaged"):
        read_apart(BOOK)
    assert "status 1" in caplog.text


def test_a_system_that_can_start_no_more_processes_says_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(UnreadableFile, match="Try again in a minute"):
        read_apart(BOOK)


def test_a_process_that_may_have_no_children_of_its_own_may_still_read() -> None:
    with multiprocessing.get_context("fork").Pool(1) as pool:  # its workers are daemons, as Celery's are
        assert pool.apply(read_apart, [BOOK])[0].rows == ROWS


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(st.lists(CELL, min_size=2, max_size=2), max_size=5), max_size=3), st.booleans())
def test_sheets_come_back_as_they_were_sent(tables: list[list[list[Cell]]], hidden: bool) -> None:
    sheets = [Sheet(f"S{n}", rows, hidden, n) for n, rows in enumerate(tables)]
    out = io.BytesIO()
    write_sheets(sheets, out)
    write_end(7, 0.5, out)
    out.seek(0)
    answer = read_frames(out)
    assert answer.sheets == sheets
    assert list(map(type, cells_of(answer.sheets))) == list(map(type, cells_of(sheets)))
    assert (answer.refused, answer.peak, answer.seconds) == (None, 7, 0.5)


@pytest.mark.parametrize(
    "line",
    [
        ["rows", [["before its sheet"]]],
        ["sheet", "a", False, 0, "more"],
        ["sheet", {"d": "2009-03-14"}, False, 0],
        ["rows", [[["a list in a cell"]]]],
        ["rows", [{"d": "2009-03-14"}]],
        ["rows", [[{"os": "system"}]]],
        ["rows", [[{"d": "2009-03-14", "m": "2009-03-14"}]]],
        ["rows", [[{"d": "yesterday"}]]],
        ["rows", [["x"] * 301]],
        ["end", "much", 1.0],
        ["pickle", "gASVIQAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjAZ3aG9hbWmUhZRSlC4="],
        "no list",
    ],
)
def test_what_no_reader_writes_is_not_believed(line: object) -> None:
    with pytest.raises(BrokenFrames):
        read_frames(io.BytesIO(json.dumps(line).encode() + b"\n"))


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"[" * 100_000, b'["rows",[[NaN]]]\n', b'["rows",[[' + b"9" * 5_000 + b"]]]\n", b"\x80\x04\x95\xff"]
)
def test_bytes_that_are_no_answer_are_not_believed(data: bytes) -> None:
    with pytest.raises(BrokenFrames):
        read_frames(io.BytesIO(data))


def test_an_answer_that_was_cut_short_is_no_answer() -> None:
    out = io.BytesIO()
    write_sheets([Sheet("List", [["Surname"]])], out)
    out.seek(0)
    with pytest.raises(BrokenFrames):
        read_frames(out)


def test_a_refusal_is_never_longer_than_a_sentence() -> None:
    out = io.BytesIO()
    write_refusal("x" * 10_000, out)
    write_end(0, 0.0, out)
    out.seek(0)
    assert len(read_frames(out).refused or "") == 500
