"""How each sheet of a return is laid out: where its table is, what its columns hold, and what its titles say of everybody in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from careers.imports.columns import guess_columns
from careers.imports.sheets import Sheet
from careers.imports.tables import Table, TableRow, find_table
from careers.imports.values import date_order, to_text
from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.rows import DATES, Columns
from destinations.rules.statuses import Marked, cross_means, said_by_title

Corrections = Mapping[str, Mapping[str, str]]  # sheet → letter → field


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet as it will be read. `header_row` is None where no table was found, 0 where the table has no headings."""

    sheet: str
    header_row: int | None
    columns: Columns
    words: Mapping[str, str] = field(default_factory=dict)
    sure: Mapping[str, float] = field(default_factory=dict)
    rows: Sequence[TableRow] = ()
    titles: tuple[str, ...] = ()
    x_means: Marked = Marked.NO
    hidden: bool = False
    part: int = 0

    @property
    def said(self) -> str | None:
        """What the sheet's name, else a line above its table, says of everybody in it."""
        return next((said for title in (self.sheet, *reversed(self.titles)) if (said := said_by_title(title))), None)


def lay_out(sheet: Sheet, corrections: Mapping[str, str], *, today: date) -> SheetLayout:
    """Find the table and guess its columns; `corrections` (letter → field) are a person's and win.

    Raises ValueError for a column or field that there is not.
    """
    table = None if sheet.hidden else find_table(sheet, RETURN)
    if table is None:
        return SheetLayout(sheet.name, None, Columns({}, {}), hidden=sheet.hidden, part=sheet.part)
    guesses = {guess.letter: guess for guess in guess_columns(table, RETURN, today=today)}
    fields = corrected({letter: guess.field for letter, guess in guesses.items()}, corrections)
    orders = {
        letter: guesses[letter].date_order if guesses[letter].field == name else date_order(table.column(letter))
        for letter, name in fields.items()
        if name in DATES
    }
    columns = Columns(table.headings, fields, orders)
    kept = {letter for letter, guess in guesses.items() if guess.field == fields[letter]}
    status = columns.letter_of("status")
    return SheetLayout(
        sheet=sheet.name,
        part=sheet.part,
        header_row=table.header_row,
        columns=columns,
        words={letter: guess.words if letter in kept else told_by_person(letter, fields[letter]) for letter, guess in guesses.items()},
        sure={letter: guess.sure if letter in kept else 1.0 for letter, guess in guesses.items()},
        rows=table.rows,
        titles=titles_above(sheet, table),
        x_means=cross_means(to_text(cell) for cell in table.column(status)) if status else Marked.NO,
    )


def corrected(guessed: Mapping[str, str], corrections: Mapping[str, str]) -> dict[str, str]:
    """The fields once a person has corrected some. A field given to one column is taken from any other."""
    for letter, name in corrections.items():
        if letter not in guessed or name not in RETURN:
            raise ValueError(f"There is no column {letter}, or nothing called {name}.")
    given = {name for name in corrections.values() if name != IGNORE}
    return {letter: corrections.get(letter) or (IGNORE if name in given else name) for letter, name in guessed.items()}


def told_by_person(letter: str, name: str) -> str:
    if name == IGNORE:
        return f"Column {letter} will be left out"
    return f"Column {letter} is {RETURN[name].label}, as you said"


def titles_above(sheet: Sheet, table: Table) -> tuple[str, ...]:
    """The lines of words above the headings."""
    above = sheet.rows[: max(table.header_row - 1, 0)]
    lines = (" ".join(text for cell in row if (text := to_text(cell))) for row in above)
    return tuple(line for line in lines if line)
