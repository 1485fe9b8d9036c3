from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from careers.actions.students import RegisterChanged
from careers.commands import PlainCommand, file_at, refuse, school_with
from careers.rules.academic_year import leaving_year_problem
from careers.rules.student_plan import Plan
from destinations.actions.students import import_students
from destinations.resources.files import FileRefused, digest_of
from destinations.resources.student_columns import read_students
from destinations.resources.students import plan_import

MOST = 40


class Command(PlainCommand):
    help = "Takes in a school's export of students for one cohort: adds, updates, and lists who is no longer in it. Removes nobody."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the export of a management information system, as a spreadsheet or CSV")
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR", help="the summer in which these students leave Year 11")
        parser.add_argument(
            "--characteristic",
            action="append",
            default=[],
            metavar="HEADING",
            help="a yes/no column that is a characteristic of the school's own; may be repeated",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, file: str, school: str, leaving: int, **options: Any) -> None:
        into, today = school_with(school), timezone.localdate()
        if unlikely := leaving_year_problem(leaving, today):
            raise refuse(unlikely)
        data, name = file_at(file)
        try:
            sheet = read_students(data, name, into, today=today, own=options["characteristic"])
            plan = plan_import(sheet, into, leaving=leaving, today=today)
            if not options["dry_run"]:
                import_students(school=into, plan=plan, by=None, file_name=name, file_digest=digest_of(data))
        except (FileRefused, RegisterChanged) as problem:
            raise refuse(problem.sentence) from None
        self.print_json(as_json(plan)) if options["json"] else self.tell(plan, dry_run=options["dry_run"])
        self.done(some_refused=bool(plan.refused))

    def tell(self, plan: Plan, *, dry_run: bool) -> None:
        counts = f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.same)} the same, {len(plan.missing)} no longer in the export"
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{counts}, {plan.rows_refused} rows refused.")
        told = (*plan.refused, *plan.warnings)
        for problem in told[:MOST]:
            self.stdout.write(f"Row {problem.row}, {problem.column}, “{problem.value}”: {problem.whole_message}")
        if len(told) > MOST:
            self.stdout.write(f"… and {len(told) - MOST} more. --json lists every row that was refused.")
        for note in plan.notes:
            self.stdout.write(note)


def as_json(plan: Plan) -> dict[str, Any]:
    refused = [{"row": p.row, "column": p.column, "value": p.value, "message": p.whole_message} for p in plan.refused]
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "missing": len(plan.missing),
        "refused": refused,
    }
