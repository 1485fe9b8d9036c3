"""A file that somebody chose, as one table whose columns mean something."""

import hashlib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from careers.imports.apart import UnreadableFile, read_apart
from careers.imports.columns import ColumnGuess, guess_columns
from careers.imports.dates import Order, date_order
from careers.imports.headings import plain
from careers.imports.tables import Table, find_table
from careers.imports.values import to_text
from careers.imports.vocabularies import IGNORE, Vocabulary


@dataclass(frozen=True, slots=True)
class Authority:
    """A local authority of a national register: how many of its rows are of use, and whether they are wanted."""

    code: str
    name: str
    number: int
    wanted: bool


class FileRefused(Exception):
    """A file nothing can be taken from; `sentence` says why to whoever chose it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table and the field of each of its columns by letter. `own` are a school's own characteristics in it: key → name."""

    table: Table
    columns: dict[str, str]
    guesses: tuple[ColumnGuess, ...]
    own: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    authorities: tuple[Authority, ...] = ()

    def order_of_dates(self, letter: str) -> Order | None:
        return date_order(self.table.column(letter))

    def heading(self, letter: str) -> str:
        return self.table.headings[letter] or f"Column {letter}"

    def examples(self, letter: str) -> str:
        """The first three different values of a column, for whoever puts its meaning right."""
        found = dict.fromkeys(text for cell in self.table.column(letter)[:200] if (text := to_text(cell)))
        return ", ".join(text[:30] for text in list(found)[:3])


def longest_table(data: bytes, filename: str, vocabulary: Vocabulary, when_none: str) -> tuple[Table, list[str]]:
    """The longest table of a file, and the names of the other sheets that have one. Raises FileRefused."""
    try:
        sheets = read_apart(data, filename)
    except UnreadableFile as problem:
        raise FileRefused(problem.sentence) from problem
    tables = [table for sheet in sheets if not sheet.hidden and (table := find_table(sheet, vocabulary)) and table.data_rows]
    if not tables:
        raise FileRefused(when_none)
    longest = max(tables, key=lambda table: len(table.data_rows))
    return longest, [table.sheet_name for table in tables if table is not longest]


def one_of_each(table: Table, fields: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """The columns of a table, when no two are said to be the same thing. Raises FileRefused otherwise."""
    letters: dict[str, str] = {}
    columns = {letter: name for letter, name in fields.items() if letter in table.headings}
    for letter, name in columns.items():
        if name != IGNORE and name in letters:
            label = vocabulary[name].label if name in vocabulary else table.headings[letter]
            raise FileRefused(f"Columns {letters[name]} and {letter} cannot both be the {label}. Leave one of them out.")
        letters[name] = letter
    return columns


def no_heading_twice(table: Table, fields: Mapping[str, str], vocabulary: Vocabulary, *, chosen: Container[str]) -> None:
    """Raises FileRefused where two columns have the same heading and either could be taken for something: nobody can say which is right.

    `chosen` are the letters of columns that somebody has put right, which settles it for them.
    """
    first: dict[str, str] = {}
    for letter, heading in table.headings.items():
        if not (words := plain(heading)) or letter in chosen:
            continue
        other = first.setdefault(words, letter)
        if other != letter and both_tell(table, fields, vocabulary, other, letter):
            raise FileRefused(f"Columns {other} and {letter} are both headed “{heading}”. Rename one of them in the file, or remove it.")


def both_tell(table: Table, fields: Mapping[str, str], vocabulary: Vocabulary, one: str, other: str) -> bool:
    """Whether each of two columns with the same heading would be taken for something if the other were not there."""
    taken = [letter for letter in (one, other) if fields.get(letter, IGNORE) != IGNORE]
    if len(taken) != 1:
        return len(taken) == 2
    alone = replace(table, headings={letter: heading for letter, heading in table.headings.items() if letter != taken[0]})
    left = other if taken[0] == one else one
    return any(guess.letter == left and guess.field != IGNORE for guess in guess_columns(alone, vocabulary))


def headings_of(table: Table) -> str:
    return ", ".join(heading for heading in table.headings.values() if heading) or "without headings"


def digest_of(data: bytes) -> str:
    """The mark by which the same file is known again."""
    return hashlib.sha256(data).hexdigest()
