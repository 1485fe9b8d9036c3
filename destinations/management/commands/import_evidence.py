"""Bring evidence in from a plain file, one statement a row."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import CommandParser

from careers.commands import PlainCommand, file_at, refuse, school_with
from careers.imports.apart import UnreadableFile, read_apart
from careers.imports.cells import Cell, column_letter
from careers.imports.sheets import Sheet
from careers.imports.values import to_text
from destinations.actions.evidence_files import import_evidence
from destinations.rules.evidence_rows import COLUMNS, NEEDED


class Command(PlainCommand):
    help = f"Brings evidence in from a file with the columns {', '.join(COLUMNS)}."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--school", required=True, metavar="URN")
        parser.add_argument("--json", action="store_true", help="accepted for scripts; the answer is always JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        school = school_with(options["school"])
        data, name = file_at(options["file"])
        try:
            sheet = next(sheet for sheet in read_apart(data, name) if sheet.rows)
        except UnreadableFile as refused:
            raise refuse(refused.sentence) from None
        done = import_evidence(school=school, rows=rows_of(sheet), file_name=name, by=None)
        self.print_json({"added": done.added, "already": done.already, "refused": [asdict(row) for row in done.refused]})
        self.done(some_refused=bool(done.refused))


def rows_of(sheet: Sheet) -> list[tuple[int, dict[str, Cell]]]:
    """Each row that is not blank as (number, cells by column name). Raises CommandError when a needed column is missing or there twice."""
    heads = ["_".join((to_text(cell) or "").lower().split()) for cell in sheet.rows[0]]
    if missing := [name for name in NEEDED if name not in heads]:
        raise refuse(f"The first row must name the columns. Missing: {', '.join(missing)}.")
    for name in COLUMNS:
        if len(letters := [column_letter(place) for place, head in enumerate(heads) if head == name]) > 1:
            raise refuse(f"Columns {letters[0]} and {letters[1]} are both headed “{name}”. Rename or remove one of them.")
    rows = enumerate(sheet.rows[1:], start=2)
    return [(number, dict(zip(heads, row, strict=True))) for number, row in rows if any(cell is not None for cell in row)]
