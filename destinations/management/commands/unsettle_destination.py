"""Let the evidence answer a checkpoint again."""

from typing import Any

from django.core.management.base import CommandParser

from careers.commands import PlainCommand, refuse, school_with, student_with, user_with
from destinations.actions.destinations import unsettle
from destinations.rules.checkpoints import Checkpoint


class Command(PlainCommand):
    help = "Ends a decision made by hand, so that the evidence answers again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--upn", required=True)
        parser.add_argument("--checkpoint", required=True, choices=[c.value for c in Checkpoint])
        parser.add_argument("--by", metavar="EMAIL", help="who decided")

    def handle(self, *args: Any, **options: Any) -> None:
        student = student_with(school_with(options["school"]), options["upn"])
        if not unsettle(student=student, checkpoint=Checkpoint(options["checkpoint"]), by=user_with(options["by"])):
            raise refuse("This destination is not settled, so there is nothing to end.")
        self.stdout.write("The evidence answers again.")
