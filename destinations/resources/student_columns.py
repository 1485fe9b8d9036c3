"""A school's export as a table whose columns are understood, guessed or as somebody has put them right."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from careers.imports.columns import ColumnGuess, guess_columns
from careers.imports.headings import plain
from careers.imports.tables import Table
from careers.imports.values import to_text
from careers.imports.vocabularies import IGNORE, STUDENTS, Field, Vocabulary
from careers.models import School
from careers.rules.groups import OWN_PREFIX, STANDARD_BY_KEY, own_key
from destinations.resources.files import FileRefused, ReadTable, headings_of, longest_table, no_heading_twice, one_of_each

OWN = "own"
OWN_LABEL = "one of our own characteristics, called as its heading"
LONGEST_NAME = 70
NOT_KEPT = ("email", "year")  # understood, so that they are not taken for something else, and left out
NO_TABLE = "No table of students was found in this file. It needs a row of headings, such as UPN, Surname, Forename and Date of birth."
STANDARD_KEYS = {own_key(words) for kind in STANDARD_BY_KEY.values() for words in (kind.key.replace("_", " "), kind.name)}


def read_students(
    data: bytes, filename: str, school: School, *, today: date, columns: Mapping[str, str] | None = None, own: Iterable[str] = ()
) -> ReadTable:
    """The file with its columns guessed. `columns` (letter → field) replaces guesses; `own` names columns that are the school's own
    characteristics. Raises FileRefused."""
    table, others = longest_table(data, filename, STUDENTS, NO_TABLE)
    return understood(table, others, school, today=today, columns=columns, own=own)


def understood(
    table: Table, others: list[str], school: School, *, today: date, columns: Mapping[str, str] | None = None, own: Iterable[str] = ()
) -> ReadTable:
    """A table with its columns guessed, or as they are put right. Raises FileRefused."""
    guesses = tuple(without_those(columns or {}, guess_columns(table, vocabulary_of(school), today=today), table, school, today))
    return put_right(ReadTable(table, {}, guesses), others, school, columns=columns, own=own)


def without_those(
    chosen: Mapping[str, str], guesses: list[ColumnGuess], table: Table, school: School, today: date
) -> Iterable[ColumnGuess]:
    """The guesses, with what the columns set by hand have given up going to the next best column that was left out. What a person leaves
    out is not wanted: it goes to a column with the very same heading or to none."""
    given_up = {guess.field: guess for guess in guesses if chosen.get(guess.letter, guess.field) != guess.field}
    freed = set(given_up) - set(chosen.values())
    others = {letter: heading for letter, heading in table.headings.items() if letter not in chosen}
    again = guess_columns(replace(table, headings=others), vocabulary_of(school), today=today) if freed else []
    instead = {guess.letter: guess for guess in again if guess.field in freed and may_have(guess, given_up[guess.field], chosen)}
    for guess in guesses:
        yield instead.get(guess.letter, guess) if guess.field == IGNORE else guess


def may_have(heir: ColumnGuess, given_up: ColumnGuess, chosen: Mapping[str, str]) -> bool:
    return chosen[given_up.letter] != IGNORE or plain(heir.heading) == plain(given_up.heading)


def put_right(
    file: ReadTable, others: list[str], school: School, *, columns: Mapping[str, str] | None = None, own: Iterable[str] = ()
) -> ReadTable:
    """The file with what its guesses, and those who know better, say of its columns. Raises FileRefused."""
    table, vocabulary = file.table, vocabulary_of(school)
    fields = {guess.letter: guess.field for guess in file.guesses} | dict(columns or {})
    kept = {letter: IGNORE if name in NOT_KEPT else name for letter, name in fields.items()}
    no_heading_twice(table, kept, vocabulary, chosen=columns or ())
    fields |= {letter_headed(table, name): OWN for name in own}
    ours = own_among(table, fields, school)
    notes = tuple(notes_about(table, fields, others))
    return replace(file, columns=one_of_each(table, fields, vocabulary), own=ours, notes=notes)


def own_among(table: Table, fields: dict[str, str], school: School) -> dict[str, str]:
    """The school's own characteristics among the fields, key → name; in `fields`, "own" becomes the key that the heading gives."""
    names, ours = {kept.key: kept.name for kept in school.own_characteristics.all()}, {}
    for letter, name in fields.items():
        if name == OWN:
            name = fields[letter] = key_of_own(table, letter)
            ours[name] = names.get(name, table.headings[letter].strip())
        elif name in names:
            ours[name] = names[name]
    return ours


def vocabulary_of(school: School) -> Vocabulary:
    """The words for a student's export, with the school's own characteristics."""
    own = school.own_characteristics.all()
    return STUDENTS.with_fields(*(Field(kept.key, kept.name, headings=(kept.name,), shape="yes_no") for kept in own))


def field_choices(school: School) -> list[tuple[str, str]]:
    """What a column may be put right to, for a drop-down."""
    return [*vocabulary_of(school).choices(), (OWN, OWN_LABEL)]


def letter_headed(table: Table, name: str) -> str:
    """The column with a heading, however it is written. Raises FileRefused."""
    for letter, heading in table.headings.items():
        if heading and own_key(heading) == own_key(name):
            return letter
    raise FileRefused(f"There is no column headed “{name}”. The headings are: {headings_of(table)}.")


def key_of_own(table: Table, letter: str) -> str:
    """The key of a school's own characteristic, from its heading. Raises FileRefused."""
    heading = table.headings[letter].strip()
    key = own_key(heading)
    if len(key) <= len(OWN_PREFIX) or len(heading) > LONGEST_NAME:
        raise FileRefused(f"Column {letter} needs a heading of at most {LONGEST_NAME} letters to be a characteristic of the school’s own.")
    if key in STANDARD_KEYS:
        raise FileRefused(f"“{heading}” is a characteristic that every school has. It is understood as it is.")
    return key


def notes_about(table: Table, fields: Mapping[str, str], other_sheets: list[str]) -> Iterable[str]:
    if other_sheets:
        yield f"Only the sheet “{table.sheet_name}” is read. These have students too: {', '.join(other_sheets)}."
    for letter, name in fields.items():
        if name == "year" and len(years := sorted({to_text(cell) or "" for cell in table.column(letter)} - {""})) > 1:
            yield f"The year column has several year groups ({', '.join(years[:8])}). Every row goes into the cohort you chose."
