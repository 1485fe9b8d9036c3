"""Decide a row that waits for a person: whom it is about, or that it is nobody of ours."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from careers.commands import PlainCommand, refuse, student_with, user_with
from destinations.actions.returns import decide
from destinations.models import DataReturn, ReturnRow


class Command(PlainCommand):
    help = "Decides a row of an applied return that waits for a person, and writes what it says."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data_return", type=int, metavar="RETURN")
        parser.add_argument("sheet", metavar="SHEET")
        parser.add_argument("row", type=int, metavar="ROW")
        answer = parser.add_mutually_exclusive_group(required=True)
        answer.add_argument("--upn", help="the row is about the student with this UPN")
        answer.add_argument("--not-ours", action="store_true", help="the row is about nobody of ours")
        parser.add_argument("--by", metavar="EMAIL", help="who decided")

    def handle(self, *args: Any, **options: Any) -> None:
        data_return = return_numbered(options["data_return"])
        row = ReturnRow.objects.filter(data_return=data_return, sheet=options["sheet"], row=options["row"]).first()
        if row is None:
            raise refuse(f"Return {data_return.pk} has no row {options['row']} on a sheet {options['sheet']} that waits for a decision.")
        student = student_with(data_return.school, options["upn"]) if options["upn"] else None
        try:
            decide(row=row, student=student, by=user_with(options["by"]))
        except ValidationError as problem:
            raise refuse(problem) from None
        self.stdout.write("Decided: the row is about that student." if student else "Decided: the row is about nobody of ours.")


def return_numbered(number: int) -> DataReturn:
    """Raises CommandError when there is no such return."""
    found = DataReturn.objects.filter(pk=number).select_related("school").first()
    if found is None:
        raise refuse(f"There is no return {number}.")
    return found
