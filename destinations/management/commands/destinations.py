"""What the school stands by for every student of a cohort at one checkpoint."""

from typing import Any

from django.core.management.base import CommandParser

from careers.commands import PlainCommand, a_day, cohort_of, school_with
from careers.models import Student
from destinations import asking
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.outcomes import Route

SHOWN = ("student", "status", "outcome", "provider", "route", "source", "reason")


class Command(PlainCommand):
    help = "Prints every student of a cohort with the destination at a checkpoint and why."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR")
        parser.add_argument("--checkpoint", required=True, choices=[c.value for c in Checkpoint])
        parser.add_argument("--as-at", type=a_day, metavar="DATE", help="use only what was recorded by the end of this day")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        cohort = cohort_of(school_with(options["school"]), options["leaving"])
        answers = asking.ask(cohort, Checkpoint(options["checkpoint"]), as_at=options["as_at"])
        rows = [as_json(student, answers[student.pk]) for student in Student.objects.filter(cohort=cohort)]
        if options["json"]:
            self.print_json(rows)
        else:
            self.stdout.writelines(f"{line}\n" for line in table(rows))


def as_json(student: Student, standing: asking.Standing) -> dict[str, Any]:
    """The documented answer. `excluded` is the reason, null for a student who is counted; a route nobody knows is "unknown"."""
    answer = standing.answer
    return {
        "upn": student.upn or None,
        "student": student.name,
        "status": answer.status,
        "settled": answer.settled,
        "excluded": standing.excluded.reason if standing.excluded else None,
        "outcome": answer.outcome,
        "provider": answer.provider_name or None,
        "route": answer.route or Route.UNKNOWN,
        "level": answer.level or None,
        "source": answer.source,
        "said_on": answer.said_on,
        "sources_agree": answer.sources_agree,
        "reason": answer.reason,
    }


def table(rows: list[dict[str, Any]]) -> list[str]:
    """The same in columns, for a person."""
    lines = [list(SHOWN), *([str(row[name] or "") for name in SHOWN] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]
