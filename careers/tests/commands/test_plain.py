"""What every command keeps to when something is wrong."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DataError

from careers.commands import PlainCommand, refuse
from careers.models import School

PRINTS_A_LOT = """
import django; django.setup()
from careers.commands import PlainCommand
class Command(PlainCommand):
    def handle(self, **options):
        for n in range(100_000):
            self.stdout.write("a line of the answer")
Command().run_from_argv(["manage.py", "answer"])
"""


def ended(wrong, capsys, *arguments):
    class Command(PlainCommand):
        def add_arguments(self, parser):
            parser.add_argument("words", nargs="*")

        def handle(self, **options):
            raise wrong

    with pytest.raises(SystemExit) as end:
        Command().run_from_argv(["manage.py", "command", *arguments])
    told = capsys.readouterr()
    return end.value.code, told.out, told.err.strip()


def test_what_a_model_will_not_take_is_one_sentence_that_names_the_field(capsys):
    wrong = ValidationError({"name": "This field cannot be blank."})
    assert ended(wrong, capsys) == (1, "", "The name cannot be blank.")


def test_what_the_database_cannot_hold_is_one_sentence(capsys):
    code, out, err = ended(DataError("value too long for type character varying(200)"), capsys)
    assert (code, out) == (1, "")
    assert "too long or too large" in err
    assert len(err.splitlines()) == 1


def test_an_argument_that_is_not_text_is_refused_before_anything_is_done(capsys):
    code, out, err = ended(AssertionError("the command was run"), capsys, "Cardwell \udce9cole")
    assert (code, out, err) == (1, "", "Argument 1 is not readable as text. Write it in UTF-8.")


def test_a_reader_that_closes_the_pipe_ends_a_command_quietly():
    with subprocess.Popen([sys.executable, "-c", PRINTS_A_LOT], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout.readline() == b"a line of the answer\n"
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 0


def test_a_refusal_names_the_field_that_django_does_not():
    with pytest.raises(ValidationError) as wrong:
        School(urn="150123", name="x" * 201, la_code="").clean_fields()
    assert str(refuse(wrong.value)) == "Ensure the name has at most 200 characters (it has 201). The la code cannot be blank."


def test_a_sentence_of_our_own_stays_as_it_is():
    assert str(refuse(ValidationError({"type": "“king” is not a type of provider."}))) == "“king” is not a type of provider."
    assert str(refuse(ValidationError("Nothing to do."))) == "Nothing to do."


def test_a_database_without_tables_is_said_plainly_and_how_to_make_it(tmp_path):
    environment = os.environ | {"WAYMARK_VAR": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"}
    add = [sys.executable, "manage.py", "add_school", "--urn", "123456", "--name", "Hodder", "--la", "888"]
    ran = subprocess.run(add, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("The database has no tables yet.") and "Traceback" not in ran.stderr
