from argparse import ArgumentParser
from typing import Any

from careers.commands import PlainCommand, file_at, refuse, school_with
from careers.imports.reading import UnreadableFile
from destinations.actions.history import HistoryPlan, load_history, plan_history
from destinations.rules.history_columns import HistoryRefused, read_history


class Command(PlainCommand):
    help = "Loads the school's past from a wide template: a row a student and, for each checkpoint, outcome, provider, source and date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="spreadsheet or CSV laid out as in docs/history.md")
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--leaving", required=True, type=int, metavar="YEAR", help="the summer in which these students left Year 11")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, file: str, school: str, leaving: int, dry_run: bool, **options: Any) -> None:
        into = school_with(school)
        data, name = file_at(file)
        try:
            sheet = read_history(data, name)
            if dry_run:
                plan = plan_history(school=into, leaving=leaving, sheet=sheet)
            else:
                plan = load_history(school=into, leaving=leaving, sheet=sheet, file_name=name, by=None)
        except (UnreadableFile, HistoryRefused) as problem:
            raise refuse(str(problem)) from None
        self.print_json(plan.summary) if options["json"] else self.tell(plan, dry_run=dry_run)
        self.done(some_refused=bool(plan.refused or plan.notes))

    def tell(self, plan: HistoryPlan, *, dry_run: bool) -> None:
        self.stdout.write(plan.answer(loaded=not dry_run))
        for problem in (*plan.refused, *plan.notes):
            self.stdout.write(f"Row {problem.row}, {problem.column}, “{problem.value}”: {problem.message}")
