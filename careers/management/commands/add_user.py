import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from careers.actions.accounts import Scope, give_role, one_time_link
from careers.commands import PlainCommand, refuse, school_with
from careers.models import Membership
from careers.rules.accounts import forms_in, sees_nobody_yet
from careers.rules.permissions import Role


class Command(PlainCommand):
    help = "Gives somebody a role in a school. Prints a link to set a password, once, unless one is given or they have one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--role", required=True, choices=[role.value for role in Role])
        parser.add_argument("--name", default="", help="the person's name")
        parser.add_argument("--forms", default="", metavar="11A,11B", help="the forms that a tutor, year lead or adviser sees")
        parser.add_argument("--leaving", type=int, metavar="YEAR", help="only the forms of this cohort")
        parser.add_argument("--group", default="", metavar="KEY", help="the group of a group lead, for example sen or pupil_premium")
        parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")
        parser.add_argument("--site", metavar="URL", help="where people reach Waymark, for the link; else where serve last answered")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, email: str, school: str, **options: Any) -> None:
        password = read_password() if options["password_stdin"] else ""
        scope = Scope(forms_in(options["forms"]), options["leaving"], options["group"])
        into = school_with(school)
        try:
            with transaction.atomic():
                membership = give_role(
                    school=into,
                    email=email,
                    role=options["role"],
                    scope=scope,
                    by=None,
                    giver=None,
                    name=options["name"],
                    password=password,
                )
                link = link_for(membership, options["site"] or last_address())
        except ValidationError as problem:
            raise refuse(problem) from None
        if options["json"]:
            self.print_json({"email": membership.user.email, "school": into.urn, "role": membership.role, "link": link})
        else:
            self.tell(membership, link)

    def tell(self, membership: Membership, link: str | None) -> None:
        role, school = Role(membership.role).label.lower(), membership.school
        self.stdout.write(f"{membership.user.email} is now {role} at {school.name}.")
        if sees_nobody_yet(membership.role, forms=membership.forms, group=membership.group):
            self.stdout.write("This role sees no student yet: name --forms or --group.")
        if link:
            self.stdout.write(f"To set a password, once, within three days:\n{link}")


def last_address() -> str:
    """Where `serve` last answered (config/serving/address.py keeps it), else where it would."""
    kept = settings.VAR / "address"
    return kept.read_text().strip() if kept.exists() else "http://127.0.0.1:8000"


def link_for(membership: Membership, site: str) -> str | None:
    """Somebody who has a password already signs in with it."""
    if membership.user.has_usable_password():
        return None
    return site.rstrip("/") + one_time_link(user=membership.user, school=membership.school, by=None, giver=None)


def read_password() -> str:
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise refuse("No password came on standard input.")
    return password
