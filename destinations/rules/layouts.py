"""How each sheet of a return is laid out: where its table is, what its columns hold, and what its titles say of everybody in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from careers.imports.columns import ColumnGuess, guess_columns
from careers.imports.legends import Legend
from careers.imports.name_order import name_order
from careers.imports.sheets import Sheet
from careers.imports.tables import Table, TableRow
from careers.imports.values import date_order, to_text
from careers.imports.vocabularies import IGNORE, RETURN
from destinations.rules.application_words import lists_applicants, speaks_of_applications
from destinations.rules.in_turn import InTurn, asked_in_turn
from destinations.rules.marks import NOTHING_IN_TURN, crosses_among, told_of_answers, told_of_marks, told_of_ticks
from destinations.rules.own_keys import Codes, table_in_words, with_codes, with_keys
from destinations.rules.rows import DATES, PERHAPS_DATES, Columns
from destinations.rules.statuses import Marked, cross_means, said_by_title

Corrections = Mapping[str, Mapping[str, str]]  # sheet → letter → field


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet as it will be read. `header_row` is None where no table was found, 0 where the table has no headings.

    `keys` has by letter what the list's own key makes of the codes of a column; its rows hold the meanings already.
    """

    sheet: str
    header_row: int | None
    columns: Columns
    words: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, str] = field(default_factory=dict)
    guessed: Mapping[str, str] = field(default_factory=dict)
    sure: Mapping[str, float] = field(default_factory=dict)
    rows: Sequence[TableRow] = ()
    titles: tuple[str, ...] = ()
    x_means: Marked = Marked.NO
    hidden: bool = False
    part: int = 0
    cross_in_marks: Mapping[str, Marked] = field(default_factory=dict)
    in_turn: InTurn = NOTHING_IN_TURN
    applicants: bool = False
    of_applications: bool = False
    keys: Mapping[str, Codes] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return " ".join((self.sheet, *self.titles))

    @property
    def said(self) -> str | None:
        """What the sheet's name, else a line above its table, says of everybody in it."""
        return next((said for title in (self.sheet, *reversed(self.titles)) if (said := said_by_title(title))), None)


def lay_out(sheet: Sheet, corrections: Mapping[str, str], *, today: date, legends: Sequence[Legend] = ()) -> SheetLayout:
    """Find the table and guess its columns; `corrections` (letter → field) are a person's and win. `legends` are those of the whole file:
    codes that they explain are read as their meanings.

    Raises ValueError for a column or field that there is not.
    """
    table, keys = (None, {}) if sheet.hidden else table_in_words(sheet, legends)
    if table is None:
        return SheetLayout(sheet.name, None, Columns({}, {}), hidden=sheet.hidden, part=sheet.part)
    guesses = {guess.letter: guess for guess in guess_columns(table, RETURN, today=today)}
    fields = corrected(with_keys({letter: guess.field for letter, guess in guesses.items()}, keys), corrections)
    orders = {
        letter: guesses[letter].date_order if guesses[letter].field == name else date_order(table.column(letter))
        for letter, name in fields.items()
        if name in (*DATES, *PERHAPS_DATES)
    }
    names = next((name_order(table.column(letter), table.headings[letter]) for letter, name in fields.items() if name == "full_name"), None)
    columns = Columns(table.headings, fields, orders, names)
    words = {letter: told_of(letter, fields[letter], guess) for letter, guess in guesses.items()}
    titles = titles_above(sheet, table, legends)
    status = texts_of(table, columns.letter_of("status"))
    x_means = cross_means(status) if columns.has("status") else Marked.NO
    marks = {letter: texts_of(table, letter) for letter in columns.marked}
    cross_in_marks = crosses_among({columns.marked[letter]: texts for letter, texts in marks.items()})
    in_turn = asked_in_turn({columns.marked[letter]: texts for letter, texts in marks.items()}, cross_in_marks)
    counts = counted(columns, status, x_means, marks, cross_in_marks, in_turn)
    return SheetLayout(
        sheet=sheet.name,
        part=sheet.part,
        header_row=table.header_row,
        columns=columns,
        words=with_codes(words | {letter: f"{words[letter]}. {more}" for letter, more in counts.items()}, keys),
        counts=counts,
        guessed={letter: guess.field for letter, guess in guesses.items()},
        sure={letter: guess.sure if guess.field == fields[letter] else 1.0 for letter, guess in guesses.items()},
        rows=table.rows,
        titles=titles,
        x_means=x_means,
        cross_in_marks=cross_in_marks,
        in_turn=in_turn,
        applicants=(applicants := lists_applicants(columns, " ".join((sheet.name, *titles)))),
        of_applications=speaks_of_applications(status, applicants=applicants),
        keys={letter: key.shown for letter, key in keys.items()},
    )


def texts_of(table: Table, letter: str | None) -> list[str]:
    """What stands in a column, "" where it is blank; nothing where there is no such column."""
    return [to_text(cell) or "" for cell in table.column(letter)] if letter else []


def counted(
    columns: Columns,
    status: Sequence[str],
    x_means: Marked,
    marks: Mapping[str, Sequence[str]],
    cross_in_marks: Mapping[str, Marked],
    in_turn: InTurn,
) -> dict[str, str]:
    """For each column of marks how many there are of each and what it says: “✓” 31 rows: there; blank 2 rows: left."""
    answers = told_of_answers({columns.marked[letter]: texts for letter, texts in marks.items()}, cross_in_marks, in_turn)
    told = {
        letter: answers.get(heading) or told_of_ticks(heading, texts, cross_in_marks[heading])
        for letter, texts in marks.items()
        for heading in [columns.marked[letter]]
    }
    if letter := columns.letter_of("status"):
        told[letter] = told_of_marks(columns.headings.get(letter, ""), status, x_means)
    return {letter: more for letter, more in told.items() if more}


def corrected(guessed: Mapping[str, str], corrections: Mapping[str, str]) -> dict[str, str]:
    """The fields once a person has corrected some. A field given to one column is taken from any other."""
    for letter, name in corrections.items():
        if letter not in guessed or name not in RETURN:
            raise ValueError(f"There is no column {letter}, or nothing called {name}.")
    given = {name for name in corrections.values() if not RETURN[name].repeats}
    return {letter: corrections.get(letter) or (IGNORE if name in given else name) for letter, name in guessed.items()}


def told_of(letter: str, name: str, guess: ColumnGuess) -> str:
    return guess.words if guess.field == name else told_by_person(letter, name)


def told_by_person(letter: str, name: str) -> str:
    if name == IGNORE:
        return f"Column {letter} will be left out"
    return f"Column {letter} is {RETURN[name].label}, as you said"


def titles_above(sheet: Sheet, table: Table, legends: Sequence[Legend] = ()) -> tuple[str, ...]:
    """The lines of words above the headings, the title of the page first. A legend is no title: "W = withdrawn" says it of nobody."""
    keys = {
        row for legend in legends if (legend.sheet, legend.part) == (sheet.name, sheet.part) and not legend.beside for row in legend.rows
    }
    above = [row for number, row in enumerate(sheet.rows[: max(table.header_row - 1, 0)], start=1) if number not in keys]
    lines = (" ".join(text for cell in row if (text := to_text(cell))) for row in above)
    return tuple(line for line in (sheet.title, *lines) if line)
