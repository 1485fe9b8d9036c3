import hashlib
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from django.utils import timezone

from careers.actions.students import RegisterChanged, last_event
from careers.commands import PlainCommand, file_at, refuse, school_with
from careers.models import School
from careers.rules.academic_year import leaving_year_problem
from careers.rules.student_plan import Plan
from careers.tidying import without_tidying
from destinations.actions.students import import_parts
from destinations.resources.files import FileRefused, digest_of
from destinations.resources.kept_plans import HeldPlan, KeptPlan, hold_or_keep
from destinations.resources.long_texts import FROM_BYTES, is_long_text, long_text
from destinations.resources.student_columns import read_students
from destinations.resources.student_parts import parts_of_plan
from destinations.resources.students import plan_import

MOST = 40


@dataclass(frozen=True, slots=True)
class Source:
    """A file: `data` is None where it is too long to be read at once. `digest` is the mark by which it is known again."""

    path: Path
    data: bytes | None
    digest: str


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
        with without_tidying(), TemporaryFile() as room:
            try:
                source, begun_at = whole_or_long(file), last_event(into)
                planned = hold_or_keep(plan_of(source, into, leaving, today, options["characteristic"]), room)
                if not options["dry_run"]:
                    import_parts(
                        school=into,
                        outline=planned.outline,
                        parts=planned.parts(room),
                        by=None,
                        file_name=Path(file).name,
                        file_digest=source.digest,
                        begun_at=begun_at,
                    )
            except (FileRefused, RegisterChanged) as problem:
                raise refuse(problem.sentence) from None
            if options["json"]:
                self.print_json(as_json(planned, room))
            else:
                self.tell(planned, room, dry_run=options["dry_run"])
        self.done(some_refused=bool(planned.outline.refused))

    def tell(self, planned: KeptPlan | HeldPlan, room: BinaryIO, *, dry_run: bool) -> None:
        plan = planned.outline
        counts = f"{plan.new} new, {plan.changed} changed, {plan.same} the same, {plan.missing} no longer in the export"
        self.stdout.write(f"{'Would be: ' if dry_run else ''}{counts}, {plan.rows_refused} rows refused.")
        told = [*planned.lines(room, "refused", 0, MOST), *planned.lines(room, "warnings", 0, MOST)]
        for problem in told[:MOST]:
            self.stdout.write(f"Row {problem.row}, {problem.column}, “{problem.value}”: {problem.whole_message}")
        if (more := plan.refused + plan.warnings - MOST) > 0:
            self.stdout.write(f"… and {more} more. --json lists every row that was refused.")
        for note in plan.notes:
            self.stdout.write(note)


def whole_or_long(path: str) -> Source:
    """Raises CommandError when the file cannot be read."""
    file = Path(path)
    if file.is_file() and file.stat().st_size >= FROM_BYTES and is_readable_long_text(file):
        with file.open("rb") as opened:
            return Source(file, None, hashlib.file_digest(opened, "sha256").hexdigest())
    data, _ = file_at(path)
    return Source(file, data, digest_of(data))


def is_readable_long_text(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return is_long_text(opened.read(FROM_BYTES))
    except OSError:
        return False


def plan_of(source: Source, school: School, leaving: int, today: date, own: list[str]) -> Iterator[Plan]:
    """The plan in one part, or in many where the file is long. Raises FileRefused."""
    if source.data is None:
        yield from parts_of_plan(long_text(source.path, school, today=today, own=own), school, leaving=leaving, today=today)
        return
    sheet = read_students(source.data, source.path.name, school, today=today, own=own)
    yield plan_import(sheet, school, leaving=leaving, today=today)


def as_json(planned: KeptPlan | HeldPlan, room: BinaryIO) -> dict[str, Any]:
    plan = planned.outline
    problems = planned.lines(room, "refused", 0, plan.refused)
    refused = [{"row": p.row, "column": p.column, "value": p.value, "message": p.whole_message} for p in problems]
    return {"new": plan.new, "changed": plan.changed, "same": plan.same, "missing": plan.missing, "refused": refused}
