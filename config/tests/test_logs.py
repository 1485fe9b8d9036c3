import logging
import sys

import pytest

from config.logs import TaskErrorsByClass, WithoutSecrets, WithoutValues

SECRET = "Zebedee Quillfeather"


def written(record: logging.LogRecord) -> str:
    TaskErrorsByClass().filter(record)
    return WithoutValues("%(message)s").format(record)


def test_a_traceback_is_written_without_the_value_it_failed_on() -> None:
    try:
        raise ValueError(f"cannot read a date for {SECRET}")
    except ValueError:
        text = written(logging.LogRecord("django", logging.ERROR, "x.py", 1, "Internal Server Error: /", None, sys.exc_info()))
    assert "ValueError" in text
    assert "test_logs.py" in text
    assert SECRET not in text.replace('raise ValueError(f"cannot read a date for {SECRET}")', "")


def test_a_failed_job_is_written_without_the_value_it_failed_on(caplog: pytest.LogCaptureFixture) -> None:
    context = {"name": "a.job", "id": "1", "description": "raised unexpected", "exc": f"ValueError('{SECRET}')"}
    record = logging.LogRecord("celery.app.trace", logging.ERROR, "x.py", 1, "Task %(name)s %(description)s: %(exc)s", (context,), None)
    text = written(record)
    assert "a.job raised unexpected" in text
    assert SECRET not in text


@pytest.mark.parametrize("path", ["/go/j_kFxZrl-GM_u0taawkThrSOl4SxvojuPEsaQ/", "/go/j_kFxZrl"])
def test_a_personal_link_is_written_without_its_secret(path: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "x.py", 1, "Not Found: %s", (path,), None)
    WithoutSecrets().filter(record)
    assert "j_kFx" not in record.getMessage()
    assert record.getMessage().startswith("Not Found: /go/")
