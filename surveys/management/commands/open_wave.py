"""Ask a cohort: make a wave and open it."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser
from django.db import transaction
from django.utils import timezone

from careers.commands import PlainCommand, a_day, cohort_of, refuse, school_with, user_with
from careers.models import Cohort, kinds_of
from surveys.actions import waves
from surveys.audiences import choice_for, forms_of
from surveys.models import Wave
from surveys.rules.audience import Audience, in_words
from surveys.rules.plans import usual_plan
from surveys.rules.surveys import FIRST, SURVEYS

USUAL_LENGTH = timedelta(days=32)


class Command(PlainCommand):
    help = (
        "Makes a wave with the usual reminder plan and opens it: invitations, links and first messages. --dry-run says whom it would ask."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR")
        parser.add_argument("--name", required=True, help="what staff call it")
        parser.add_argument("--survey", default=FIRST.key, choices=list(SURVEYS))
        parser.add_argument("--opens", type=a_day, metavar="DATE", help="first day; today if not given")
        parser.add_argument("--closes", type=a_day, metavar="DATE", help="last day; 32 days after the first if not given")
        parser.add_argument("--form", action="append", default=[], help="only this form; may be given several times")
        parser.add_argument("--group", action="append", default=[], help="only who is in this group, for example fsm")
        parser.add_argument("--answered", choices=("yes", "no"), default="", help="only who has, or has not, answered an earlier wave")
        parser.add_argument("--by", metavar="EMAIL", help="who opens it")
        parser.add_argument("--dry-run", action="store_true", help="nothing is written or sent")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        cohort = cohort_of(school_with(options["school"]), options["leaving"])
        opens_on = options["opens"] or timezone.localdate()
        told = {"survey": options["survey"], "name": options["name"], "opens_on": opens_on}
        told |= {"closes_on": options["closes"] or opens_on + USUAL_LENGTH, "audience": audience_of(cohort, options)}
        with transaction.atomic():
            try:
                wave = waves.make(cohort=cohort, plan=usual_plan(), by=user_with(options["by"]), **told)
                choice = choice_for(wave)
                if not options["dry_run"]:
                    waves.open_wave(wave=wave, by=user_with(options["by"]))
            except (ValidationError, waves.NotNow) as problem:
                raise refuse(problem if isinstance(problem, ValidationError) else str(problem)) from None
            if options["dry_run"]:
                transaction.set_rollback(True)
        self.say(wave, choice, options)

    def say(self, wave: Wave, choice: Any, options: dict[str, Any]) -> None:
        if options["json"]:
            made = None if options["dry_run"] else wave.pk
            self.print_json({"wave": made, "asked": len(choice.asked), "of": choice.of, "left_out": choice.left_out})
        else:
            self.stdout.write(in_words(choice) if options["dry_run"] else in_words(choice).replace("will be", "are"))


def audience_of(cohort: Cohort, options: dict[str, Any]) -> Audience:
    """Raises CommandError for a form or a group that the cohort does not have."""
    for asked, known, what in (
        (options["form"], forms_of(cohort), "form"),
        (options["group"], [kind.key for kind in kinds_of(cohort.school)], "group"),
    ):
        for name in asked:
            if name not in known:
                raise refuse(f'There is no {what} "{name}". There is: {", ".join(known) or "none"}.')
    return Audience(tuple(options["form"]), tuple(options["group"]), options["answered"])
