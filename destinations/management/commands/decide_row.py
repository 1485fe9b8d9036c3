"""Decide a row that waits for a person: whom it is about, or that it is nobody of ours."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from careers.commands import PlainCommand, refuse, student_with, user_with
from destinations.actions.returns import decide, reopen
from destinations.models import DataReturn, ReturnRow

TOLD = {
    "student": "Decided: the row is about that student.",
    "nobody": "Decided: the row is about nobody of ours.",
    "taken back": "Taken back: the row waits for a decision again.",
}


class Command(PlainCommand):
    help = "Decides a row of a return that waits for a person, and writes what it says; or takes a decision back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data_return", type=int, metavar="RETURN")
        parser.add_argument("sheet", metavar="SHEET")
        parser.add_argument("row", type=int, metavar="ROW")
        parser.add_argument("--part", type=int, metavar="TABLE", help="which table, where several stand on one sheet")
        answer = parser.add_mutually_exclusive_group(required=True)
        answer.add_argument("--upn", help="the row is about the student with this UPN")
        answer.add_argument("--not-ours", action="store_true", help="the row is about nobody of ours")
        answer.add_argument("--reopen", action="store_true", help="takes the decision back, so that the row waits again")
        parser.add_argument("--by", metavar="EMAIL", help="who decided")

    def handle(self, *args: Any, **options: Any) -> None:
        data_return = return_numbered(options["data_return"])
        row = row_at(data_return, options)
        student, by = student_with(data_return.school, options["upn"]) if options["upn"] else None, user_with(options["by"])
        try:
            if options["reopen"]:
                reopen(row=row, by=by)
            else:
                decide(row=row, student=student, by=by)
        except ValidationError as problem:
            raise refuse(problem) from None
        self.stdout.write(TOLD["taken back" if options["reopen"] else "student" if student else "nobody"])


def row_at(data_return: DataReturn, options: dict[str, Any]) -> ReturnRow:
    """The row that is meant. Of several tables side by side, where none is named: the one whose row proposes this student, else the only
    one whose row waits, or is decided if that is to be taken back. Raises CommandError where it is none of them, or cannot be told."""
    rows = ReturnRow.objects.filter(data_return=data_return, sheet=options["sheet"][:100], row=options["row"]).order_by("part")
    found = list(rows if options["part"] is None else rows.filter(part=options["part"]))
    if len(found) > 1 and options["upn"]:
        student = student_with(data_return.school, options["upn"])
        found = [row for row in found if student.pk in {candidate["student"] for candidate in row.candidates}] or found
    if len(found) > 1:
        open_to_it = [row for row in found if row.pile == ReturnRow.Pile.CHECK and bool(row.decision) == options["reopen"]]
        found = open_to_it or found[:1]
    if len(found) > 1:
        parts = " or ".join(str(row.part) for row in found)
        raise refuse(f"Several tables stand beside each other on this sheet. Add --part {parts} to say which is meant.")
    if not found:
        raise refuse(f"Return {data_return.pk} has no row {options['row']} on a sheet {options['sheet']} that waits for a decision.")
    return found[0]


def return_numbered(number: int) -> DataReturn:
    """Raises CommandError when there is no such return."""
    found = DataReturn.objects.filter(pk=number).select_related("school").first()
    if found is None:
        raise refuse(f"There is no return {number}.")
    return found
