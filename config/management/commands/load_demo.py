from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from careers.commands import PlainCommand, refuse
from config.demo import loading


def a_number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f'"{text}" is not a number of 1 or more.')
    return int(text)


class Command(PlainCommand):
    help = "Loads invented schools to try Waymark on, and prints how to sign in. Refused where there is a real school."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--students", type=a_number, default=200, metavar="N", help="students in each of the four cohorts (200)")
        parser.add_argument("--schools", type=a_number, default=2, metavar="N", help="how many schools (2)")

    def handle(self, *args: Any, students: int, schools: int, **options: Any) -> None:
        try:
            if loading.is_here():
                self.stdout.write(f"The demonstration is here already; nothing was changed. The sign-ins are in var/{loading.SIGN_INS}.")
                return
            self.stdout.write(loading.load(students=students, schools=schools).in_words)
        except loading.DemoRefused as refused:
            raise refuse(str(refused)) from None
