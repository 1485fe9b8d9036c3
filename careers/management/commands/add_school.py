from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError

from careers.actions.accounts import add_school
from careers.commands import PlainCommand, refuse


class Command(PlainCommand):
    help = "Adds a school."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--urn", required=True, help="the school's unique reference number, six digits")
        parser.add_argument("--name", required=True)
        parser.add_argument("--la", required=True, metavar="CODE", help="the three-digit code of its local authority, for example 888")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, urn: str, name: str, la: str, **options: Any) -> None:
        try:
            school = add_school(urn=urn.strip(), name=name, la_code=la.strip(), by=None)
        except ValidationError as problem:
            raise refuse(problem) from None
        if options["json"]:
            self.print_json({"urn": school.urn, "name": school.name, "la_code": school.la_code, "local_authority": school.local_authority})
        else:
            self.stdout.write(f"{school.name} (URN {school.urn}, {school.local_authority}) was added.")
