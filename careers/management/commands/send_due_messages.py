from argparse import ArgumentParser
from typing import Any

from careers.actions.sending import AT_ONE_GO, send_due
from careers.commands import PlainCommand


class Command(PlainCommand):
    help = "Sends the emails that are due, as the worker does every minute. May run beside it: each message goes once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=int, default=AT_ONE_GO, metavar="N", help="at most so many")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, limit: int, json: bool, **options: Any) -> None:
        done = send_due(limit=limit)
        if json:
            self.print_json(done)
        else:
            self.stdout.write(", ".join(f"{number} {what.replace('_', ' ')}" for what, number in done.items()))
        self.done(some_refused=bool(done["failed"] or done["later"] or done["in_doubt"]))
