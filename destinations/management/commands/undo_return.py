"""Undo a whole return: withdraw all evidence that came of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandParser

from careers.commands import PlainCommand, refuse, user_with
from destinations.actions.returns import undo
from destinations.management.commands.decide_row import return_numbered


class Command(PlainCommand):
    help = "Withdraws all evidence of an applied return and nothing else."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("data_return", type=int, metavar="RETURN")
        parser.add_argument("--by", metavar="EMAIL", help="who undid it")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        data_return, by = return_numbered(options["data_return"]), user_with(options["by"])
        try:
            withdrawn = undo(data_return=data_return, by=by)
        except ValidationError as problem:
            raise refuse(problem) from None
        if options["json"]:
            self.print_json({"return": data_return.pk, "withdrawn": withdrawn})
        else:
            self.stdout.write(f"Undone: {withdrawn} statement{'' if withdrawn == 1 else 's'} withdrawn.")
