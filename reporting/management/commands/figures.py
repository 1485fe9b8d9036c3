from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from careers.commands import PlainCommand, a_day, cohort_of, refuse, school_with
from careers.models import kinds_of
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import Group
from reporting.rules.figures import Figures, as_json
from reporting.rules.words import headline
from reporting.sections.counting import measure


class Command(PlainCommand):
    help = "Prints the figures of one cohort at one checkpoint: known, outcomes, providers, routes and groups."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR", help="the summer in which the cohort finished Year 11")
        parser.add_argument("--checkpoint", required=True, choices=[str(c) for c in Checkpoint])
        parser.add_argument("--as-at", type=a_day, metavar="DATE", help="as they stood at the end of this day, for example 2025-12-31")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        today = timezone.localdate()
        if options["as_at"] and options["as_at"] > today:
            raise refuse(f"{options['as_at']:%-d %B %Y} has not come yet.")
        school = school_with(options["school"])
        cohort = cohort_of(school, options["leaving"])
        checkpoint = Checkpoint(options["checkpoint"])
        found = measure(cohort, checkpoint, as_at=options["as_at"], today=today, kinds=kinds_of(school))
        if options["json"]:
            self.print_json(as_json(found))
        else:
            self.print_words(found, checkpoint)

    def print_words(self, found: Figures, checkpoint: Checkpoint) -> None:
        self.stdout.write(headline(found, checkpoint))
        for group in Group:
            self.stdout.write(f"{found.outcomes[group]:6}  {group.label}")
