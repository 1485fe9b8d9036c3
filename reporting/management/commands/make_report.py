from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone

from careers.commands import PlainCommand, a_day, refuse, school_with, user_with
from careers.pdf import PdfUnavailable
from reporting.actions import reports
from reporting.models import Report
from reporting.sections.governors import NothingToReport


class Command(PlainCommand):
    help = "Makes a report of one term as a PDF file. Needs no worker and no broker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--term", required=True, help="for example 2025-autumn: the year in which the academic year starts")
        parser.add_argument("--audience", default="governors", choices=[str(audience) for audience in Report.Audience])
        parser.add_argument("--as-at", type=a_day, metavar="DATE", help="instead of the end of the term, for example 2026-01-20")
        parser.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
        parser.add_argument("--by", metavar="EMAIL", help="who asks for it, for the record")

    def handle(self, **options: Any) -> None:
        school, by, out = school_with(options["school"]), user_with(options["by"]), options["out"]
        if not out.parent.is_dir():
            raise refuse(f'There is no folder "{out.parent}".')
        try:
            asked = {"term": options["term"], "audience": options["audience"], "as_at": options["as_at"]}
            pdf = reports.make_copy(school=school, today=timezone.localdate(), by=by, **asked)
            out.write_bytes(pdf)
        except (ValueError, NothingToReport, PdfUnavailable) as problem:
            raise refuse(str(problem)) from problem
        except OSError as problem:
            raise refuse(f'"{out}" cannot be written: {problem.strerror}.') from problem
        self.stdout.write(f"Wrote {out}.")
