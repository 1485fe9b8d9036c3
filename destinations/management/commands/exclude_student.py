"""Count a student out of every figure, with a reason."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from careers.commands import PlainCommand, a_day, refuse, school_with, student_with, user_with
from destinations.actions.destinations import exclude
from destinations.models import Exclusion


class Command(PlainCommand):
    help = "Leaves a student out of every figure, with a reason and a date. Figures list exclusions by reason."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--upn", required=True)
        parser.add_argument("--reason", required=True, help=f"one of: {', '.join(Exclusion.Reason.values)}")
        parser.add_argument("--on", type=a_day, metavar="DATE", help="since when; today if not given")
        parser.add_argument("--note", default="")
        parser.add_argument("--by", metavar="EMAIL", help="who decided")

    def handle(self, *args: Any, **options: Any) -> None:
        student = student_with(school_with(options["school"]), options["upn"])
        told = {name: options[name] for name in ("on", "note")}
        try:
            exclude(student=student, reason=as_reason(options["reason"]), by=user_with(options["by"]), **told)
        except ValidationError as problem:
            raise refuse(problem) from None
        self.stdout.write("Excluded.")


def as_reason(words: str) -> str:
    """A reason however it is written: "Moved_Abroad" is moved abroad."""
    return " ".join(words.replace("-", " ").replace("_", " ").lower().split())
