"""What the columns of a file are, kept as plain values, so that they can be shown and put right without reading the file again."""

from dataclasses import dataclass, field
from typing import Any

from careers.imports.columns import ColumnGuess
from careers.imports.tables import Table
from destinations.resources.files import ReadTable


@dataclass(frozen=True, slots=True)
class KeptFile(ReadTable):
    """A file whose rows are elsewhere."""

    shown: dict[str, str] = field(default_factory=dict)

    def examples(self, letter: str) -> str:
        return self.shown.get(letter, "")


def as_dict(file: ReadTable) -> dict[str, Any]:
    """Plain values, for a JSON field."""
    return {
        "sheet": file.table.sheet_name,
        "header_row": file.table.header_row,
        "headings": file.table.headings,
        "columns": file.columns,
        "own": file.own,
        "guesses": [[guess.letter, guess.heading, guess.field, guess.sure, guess.words] for guess in file.guesses],
        "examples": {letter: file.examples(letter) for letter in file.table.headings},
    }


def from_dict(told: dict[str, Any]) -> KeptFile:
    table = Table(told["sheet"], told["header_row"], by_letter(told["headings"]), [])
    guesses = tuple(ColumnGuess(*guess) for guess in told["guesses"])
    return KeptFile(table, by_letter(told["columns"]), guesses, own=told["own"], shown=told["examples"])


def by_letter(told: dict[str, str]) -> dict[str, str]:
    """In the order of the sheet: a database may keep keys in an order of its own."""
    return {letter: told[letter] for letter in sorted(told, key=lambda letter: (len(letter), letter))}
