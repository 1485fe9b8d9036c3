"""What every documented command keeps to: plain sentences, JSON alone on standard output, and exit codes that scripts can trust.

0 done · 1 file or argument refused and nothing written · 2 usage · 3 done, but some rows were refused or have problems.
"""

import json
import os
import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, OperationalError, ProgrammingError

from careers.models import Cohort, School, Student, User

SOME_REFUSED = 3
NOT_READY = "The database has no tables yet. Run bin/serve once, or: .venv/bin/python manage.py prepare --no-demo"


class PlainCommand(BaseCommand):
    """A command that speaks to people and to scripts. Set `self.exit_code` to SOME_REFUSED where some rows were."""

    exit_code = 0
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        try:
            must_be_text(argv)
            super().run_from_argv([*argv, "--traceback"])  # makes Django hand the refusal on instead of printing its class
            self.stdout.flush()
        except CommandError as refusal:
            self.end(str(refusal), refusal.returncode)
        except ValidationError as refused:
            self.end(in_plain_words(refused))
        except DataError:
            self.end("Something in the file or the arguments is too long or too large to be kept. Nothing was written.")
        except (OperationalError, ProgrammingError) as problem:
            self.end(NOT_READY if is_unprepared(problem) else f"The database did not answer: {type(problem).__name__}.")
        except BrokenPipeError:
            stop_printing()
        sys.exit(self.exit_code)

    def end(self, sentence: str, code: int = 1) -> NoReturn:
        self.stderr.write(sentence)
        sys.exit(code)

    def print_json(self, value: Any) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, default=str))

    def done(self, *, some_refused: bool) -> None:
        self.exit_code = SOME_REFUSED if some_refused else 0


def is_unprepared(problem: Exception) -> bool:
    """Whether a table is missing: SQLite and PostgreSQL each say so in their own words."""
    return "no such table" in str(problem) or "does not exist" in str(problem)


def must_be_text(arguments: list[str]) -> None:
    """Raises CommandError for an argument whose bytes are not UTF-8, which no database and no file name of ours can hold."""
    for number, argument in enumerate(arguments[1:]):
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise refuse(f"Argument {number} is not readable as text. Write it in UTF-8.") from None


def stop_printing() -> None:
    """Whoever was reading has closed the pipe, as `head` does: let Python close standard output without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def refuse(problem: str | ValidationError) -> CommandError:
    """The refusal to raise, from a sentence or from what a form or model would not take."""
    return CommandError(problem if isinstance(problem, str) else in_plain_words(problem))


def in_plain_words(problem: ValidationError) -> str:
    """What a form or model would not take, each sentence with the field it is about: "The name cannot be blank."."""
    if not hasattr(problem, "error_dict"):
        return " ".join(problem.messages)
    return " ".join(about(name, message) for name, messages in problem.message_dict.items() for message in messages)


def about(field: str, message: str) -> str:
    """Django's sentences speak of "this field" and "this value"; ours say what they are about."""
    if field == NON_FIELD_ERRORS:
        return message
    words = field.replace("_", " ")
    said = message.replace("This field", f"The {words}").replace("this field", f"the {words}").replace("this value", f"the {words}")
    return said if words.casefold() in said.casefold() or "“" in said else f"{words.capitalize()}: {said}"


def a_day(text: str) -> date:
    """An argument that is a date. ArgumentTypeError makes it a usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f'"{text}" is not a date. Write it like 2025-11-01.') from None


def school_with(urn: str) -> School:
    """Raises CommandError when there is no school with this URN."""
    school = School.objects.filter(urn=urn).first()
    if school is None:
        raise refuse(f'There is no school with URN "{urn}". Add it with add_school.')
    return school


def cohort_of(school: School, leaving: int) -> Cohort:
    """Raises CommandError when the school has no such cohort."""
    cohort = Cohort.objects.filter(school=school, leaving=leaving).select_related("school").first()
    if cohort is None:
        raise refuse(f"{school} has no leavers of {leaving} yet. Import its students first.")
    return cohort


def student_with(school: School, upn: str) -> Student:
    """Raises CommandError when the school has no student with this UPN. The UPN is not repeated: output may be logged."""
    student = Student.objects.filter(school=school, upn=upn.strip().upper()).select_related("school", "cohort__school").first()
    if student is None:
        raise refuse(f"{school} has no student with that UPN.")
    return student


def user_with(email: str | None) -> User | None:
    """The person a command acts for; None is the command line itself."""
    if not email:
        return None
    user = User.objects.filter(email__iexact=email).first()
    if user is None:
        raise refuse(f'There is no account with the email "{email}".')
    return user


def file_at(path: str) -> tuple[bytes, str]:
    """A file's bytes and its name. Raises CommandError in plain words when it cannot be read."""
    try:
        return Path(path).read_bytes(), Path(path).name
    except FileNotFoundError:
        raise refuse(f'There is no file "{path}".') from None
    except OSError as problem:
        raise refuse(f'"{path}" cannot be read: {problem.strerror}.') from None
