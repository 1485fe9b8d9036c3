"""What may be written to a log: that something failed, and where in the code. Never the value it failed on, which may be a person's."""

import logging
import re
import traceback
from types import TracebackType
from typing import Any

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

SECRET_PATH = re.compile(r"/go/[^/\s]+")


class WithoutValues(logging.Formatter):
    """Tracebacks keep their lines and the error's class; its message is left out."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's own name
        kind, _, trace = ei
        if kind is None:
            return ""
        return "".join(traceback.format_tb(trace)) + f"{kind.__module__}.{kind.__qualname__} (its message is not logged)"


class TaskErrorsByClass(logging.Filter):
    """Celery puts the error itself into its sentence: its class is put there instead."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, dict) and "exc" in record.args:
            record.args = {**record.args, "exc": "see the lines below", "args": "", "kwargs": ""}
        return True


class WithoutSecrets(logging.Filter):
    """A personal link that opens nothing, or fails, is not written out: its secret may be live."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "/go/" in message:
            record.msg, record.args = SECRET_PATH.sub("/go/…", message), ()
        return True


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": WithoutValues, "format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"task_errors": {"()": TaskErrorsByClass}, "secrets": {"()": WithoutSecrets}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines", "filters": ["task_errors", "secrets"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "celery": {"level": "INFO"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
