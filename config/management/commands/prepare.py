import io
from contextlib import redirect_stdout
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from careers.models import School


class Command(BaseCommand):
    help = "Brings the database up to date and, when it has no school yet, loads the demo. bin/serve runs this at every start."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demo into a database without schools")
        parser.add_argument("--no-demo", dest="demo", action="store_false")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if demo and not School.objects.exists():
            self.stdout.write("Loading the demo: two invented schools…")
            # Cut short, it leaves no half of a demo behind. What it says is left out: `serve` prints the sign-ins.
            with transaction.atomic(), redirect_stdout(io.StringIO()):
                call_command("load_demo", stdout=io.StringIO())
