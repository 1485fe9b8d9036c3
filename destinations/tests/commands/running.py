"""Run a command as a shell does: what it prints, what it says on standard error, and how it ends."""

import json
from dataclasses import dataclass
from io import StringIO
from typing import Any

from django.core.management import load_command_class
from django.core.management.base import OutputWrapper


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def run(name: str, *arguments: object) -> Run:
    """Through `run_from_argv`, so that exit codes are the real ones."""
    out, err = StringIO(), StringIO()
    command = load_command_class("destinations", name)
    command.stdout, command.stderr = OutputWrapper(out), OutputWrapper(err)
    try:
        command.run_from_argv(["manage.py", name, *map(str, arguments)])
    except SystemExit as end:
        return Run(int(end.code or 0), out.getvalue(), err.getvalue())
    return Run(0, out.getvalue(), err.getvalue())
