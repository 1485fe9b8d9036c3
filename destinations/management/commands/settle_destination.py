"""Decide by hand what the school stands by at one checkpoint."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from careers.commands import PlainCommand, refuse, school_with, student_with, user_with
from careers.models import School
from destinations.actions.destinations import settle
from destinations.actions.providers import provider_called
from destinations.models import Provider
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import Route


class Command(PlainCommand):
    help = "Settles a student's destination at a checkpoint, with a reason. Later evidence does not overrule it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--upn", required=True)
        parser.add_argument("--checkpoint", required=True, choices=[c.value for c in Checkpoint])
        parser.add_argument("--outcome", default="", metavar="CODE", help="the national activity code")
        parser.add_argument("--provider", metavar="NAME", help="by name or alias")
        parser.add_argument("--route", default="", choices=["", *(r.value for r in Route)])
        parser.add_argument("--reason", required=True)
        parser.add_argument("--by", metavar="EMAIL", help="who decided")

    def handle(self, *args: Any, **options: Any) -> None:
        school = school_with(options["school"])
        student, by = student_with(school, options["upn"]), user_with(options["by"])
        provider = registered(school, options["provider"]) if options["provider"] else None
        told = {name: options[name] for name in ("outcome", "route", "reason")}
        try:
            settle(student=student, checkpoint=Checkpoint(options["checkpoint"]), provider=provider, by=by, **told)
        except ValidationError as problem:
            raise refuse(problem) from None
        self.stdout.write("Settled.")


def registered(school: School, name: str) -> Provider:
    """Raises CommandError when nobody in the school's register goes by this name."""
    provider = provider_called(school, name)
    if provider is None:
        raise refuse(f"“{name}” is not in the school's register. Add it with import_providers.")
    return provider
