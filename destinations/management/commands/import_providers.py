from argparse import ArgumentParser
from typing import Any

from careers.commands import PlainCommand, file_at, refuse, school_with
from destinations.actions.provider_lists import RegisterChanged, import_providers
from destinations.resources.files import FileRefused, digest_of
from destinations.resources.providers import plan_import, read_providers
from destinations.rules.provider_plan import ProviderPlan


class Command(PlainCommand):
    help = "Takes a list of providers into a school's register: name, type, aliases, UKPRN, URN, postcode, contact. Removes nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file", help="spreadsheet or CSV (aliases separated by semicolons), or an extract of Get Information about Schools"
        )
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--la", action="append", metavar="CODE", help="of such an extract, this authority's (may be repeated)")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done and change nothing")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, file: str, school: str, **options: Any) -> None:
        into = school_with(school)
        data, name = file_at(file)
        try:
            plan = plan_import(read_providers(data, name, home=into.la_code, authorities=options["la"]), into)
            if not options["dry_run"]:
                import_providers(school=into, plan=plan, by=None, file_name=name, file_digest=digest_of(data))
        except (FileRefused, RegisterChanged) as problem:
            raise refuse(problem.sentence) from None
        self.print_json(as_json(plan)) if options["json"] else self.tell(plan, dry_run=options["dry_run"])
        self.done(some_refused=bool(plan.refused))

    def tell(self, plan: ProviderPlan, *, dry_run: bool) -> None:
        counts = f"{len(plan.new)} new, {len(plan.changed)} changed, {len(plan.same)} the same, {plan.rows_refused} rows refused."
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{counts}")
        for problem in plan.refused:
            self.stdout.write(f"Row {problem.row}, {problem.column}, “{problem.value}”: {problem.whole_message}")


def as_json(plan: ProviderPlan) -> dict[str, Any]:
    refused = [{"row": p.row, "column": p.column, "value": p.value, "message": p.whole_message} for p in plan.refused]
    return {"new": len(plan.new), "changed": len(plan.changed), "same": len(plan.same), "refused": refused}
