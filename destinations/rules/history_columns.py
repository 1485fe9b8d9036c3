"""The columns of a school's past: a row a student, and for each checkpoint outcome, provider, source and date (docs/history.md)."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from careers.imports.apart import Sheet, read_apart
from careers.imports.cells import column_index
from careers.imports.headings import meanings, plain
from careers.imports.tables import Table, find_table
from careers.imports.values import to_text
from careers.imports.vocabularies import STUDENTS, Vocabulary
from careers.imports.vocabulary import field
from destinations.rules.checkpoints import CHECKPOINT_NAMES, Checkpoint


class Part(StrEnum):
    OUTCOME = "outcome"
    ROUTE = "route"
    PROVIDER = "provider"
    SOURCE = "source"
    DATE = "date"


Column = tuple[Checkpoint, Part]
CHARACTERISTICS = {
    "ehc": "ehc_plan", "fsm": "fsm", "ever6_fsm": "fsm", "pupil_premium": "pupil_premium", "eal": "eal", "looked_after": "looked_after",
    "social_worker": "social_worker", "alternative_provision": "alternative_provision", "nurture": "nurture",
    "service_child": "service_child", "young_carer": "young_carer",
}  # fmt: skip
IDENTITY = (
    "upn", "uln", "admission_number", "surname", "forename", "middle_names", "known_as", "full_name", "date_of_birth", "sex", "form", "sen",
    *CHARACTERISTICS,
)  # fmt: skip
SURE = 0.85

INTENDED = frozenset({"intended", "intention", "intentions", "intends", "intend", "planned", "plan", "plans"})
CONFIRMED = frozenset({"confirmed", "results", "result"})
YEAR = frozenset({"year", "y", "group", "nc"})
PARTS: tuple[tuple[Part, frozenset[str]], ...] = (
    (Part.DATE, frozenset({"date", "dated", "dates", "when"})),
    (Part.SOURCE, frozenset({"source", "sources", "who", "evidence", "by", "from"})),
    (Part.ROUTE, frozenset({"route", "routes", "pathway"})),
    (Part.PROVIDER, frozenset(
        "provider providers college institution establishment employer where place placement school university organisation centre".split()
    )),
    (Part.OUTCOME, frozenset("outcome outcomes destination activity code what doing".split())),
)  # fmt: skip


class HistoryRefused(ValueError):
    """A file that cannot be loaded as it stands; the message says why to whoever chose it."""


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """A file's table with what each column is: identity fields and checkpoint columns by letter. `left_out` are headings not read."""

    table: Table
    fields: dict[str, str]
    columns: dict[Column, str]
    left_out: tuple[str, ...]

    def letter(self, where: str | Column) -> str | None:
        """The letter of a field or a checkpoint's column; of what says who the row is about, when there is no such column."""
        found = self.fields.get(where) if isinstance(where, str) else self.columns.get(where)
        return found or next(iter(self.fields.values()), None)

    def heading(self, letter: str | None) -> str:
        return self.table.headings.get(letter or "", "") or (f"column {letter}" if letter else "")


def read_history(data: bytes, file_name: str) -> HistorySheet:
    """The one table in a file that holds destinations. Raises HistoryRefused, or UnreadableFile of careers.imports."""
    found = []
    for sheet in read_apart(data, file_name):
        table = None if sheet.hidden else find_table(sheet, HISTORY)
        if table and table.header_row:
            table = replace(table, headings=with_short_ones(table, sheet))
            if any(column_of(heading) for heading in table.headings.values()):
                found.append(table)
    if not found:
        raise HistoryRefused(
            "No sheet of this file has a heading such as “Year 12 outcome” over a row a student. Compare it with the sample."
        )
    if len(found) > 1:
        named = ", ".join(table.sheet_name for table in found)
        raise HistoryRefused(f"Several sheets hold destinations ({named}). Save the sheet of these leavers as a file of its own.")
    return laid_out(found[0])


def with_short_ones(table: Table, sheet: Sheet) -> dict[str, str]:
    """The headings, with those that are mostly digits ("Y12"), which elsewhere are values and not headings."""
    row = sheet.rows[table.header_row - 1]
    return {letter: heading or to_text(row[column_index(letter)]) or "" for letter, heading in table.headings.items()}


def laid_out(table: Table) -> HistorySheet:
    fields: dict[str, str] = {}
    columns: dict[Column, str] = {}
    left_out: list[str] = []
    for letter, heading in table.headings.items():
        column, name = column_of(heading), identity_of(heading)
        if column in columns:
            raise HistoryRefused(twice(column, table.headings[columns[column]], heading))
        if column:
            columns[column] = letter
        elif name and name not in fields:
            fields[name] = letter
        elif name and plain(heading) == plain(table.headings[fields[name]]):
            raise HistoryRefused(f"Columns {fields[name]} and {letter} are both headed “{heading}”. Rename or remove one of them.")
        elif heading:
            left_out.append(heading)
    if not {"upn", "uln", "full_name"} & set(fields) and not {"surname", "forename"} <= set(fields):
        raise HistoryRefused("This file does not say who each row is about: it needs a UPN, a ULN, or surname and forename.")
    return HistorySheet(table, fields, columns, tuple(left_out))


def twice(column: Column, first: str, second: str) -> str:
    checkpoint, part = column
    return f"“{first}” and “{second}” both look like the {part} of {checkpoint.label}. Rename or remove one."


def identity_of(heading: str) -> str | None:
    """The field about the student that a heading means, if it is surely one."""
    if year_in(plain(heading).split()):
        return None
    return next((m.field for m in meanings(heading, STUDENTS)[:1] if m.fit >= SURE and m.field in IDENTITY), None)


def column_of(heading: str) -> Column | None:
    """The checkpoint and its part that a heading means; None for any other column.

    Raises HistoryRefused for a Year 11 column that does not say whether it is the intended or the confirmed destination.
    """
    words = plain(heading).split()
    part, checkpoint = part_of(words), checkpoint_of(words)
    if checkpoint and part:
        return checkpoint, part
    if part is Part.OUTCOME and year_in(words) == 11:
        raise HistoryRefused(f"“{heading}” does not say whether it is Year 11 intended or Year 11 confirmed. Add one of the two words.")
    return None


def year_in(words: list[str]) -> int | None:
    """The year group of a heading: "y 12 outcome", "year 14"."""
    pairs = pairwise(words)
    return next((int(b) for a, b in pairs if a in ("y", "year", "group") and b.isdecimal() and int(b) in range(11, 15)), None)


def checkpoint_of(words: list[str]) -> Checkpoint | None:
    year = year_in(words)
    if year in (12, 14):
        return Checkpoint.Y12 if year == 12 else Checkpoint.Y14
    if year == 13:
        return None
    if INTENDED & set(words):
        return Checkpoint.Y11_INTENDED
    results_day = bool({"results", "result"} & set(words)) and "day" in words
    return Checkpoint.Y11_CONFIRMED if results_day or (year == 11 and CONFIRMED & set(words)) else None


def part_of(words: list[str]) -> Part | None:
    """What of a checkpoint the words name; a heading that names the checkpoint and nothing else is its outcome."""
    if words[-1:] == ["on"]:
        return Part.DATE
    if part := next((part for part, known in PARTS if known & set(words)), None):
        return part
    rest = {word for word in words if not word.isdigit()} - YEAR
    if year_in(words) in (12, 14):
        return None if rest else Part.OUTCOME
    return Part.OUTCOME if rest and rest <= INTENDED | CONFIRMED | {"gcse", "day"} else None


def vocabulary() -> Vocabulary:
    """The words of these headings for finding their row, also where the checkpoint stands over its columns in a row of its own."""
    parts = {
        Part.OUTCOME: ("outcome", "destination", "activity", "code"),
        Part.ROUTE: ("route", "pathway"),
        Part.PROVIDER: ("provider", "college", "institution", "employer", "where"),
        Part.SOURCE: ("source", "verified by", "confirmed by", "told by", "who said"),
        Part.DATE: ("date", "date verified", "verified date", "verified on", "when"),
    }
    names: dict[Checkpoint, tuple[str, ...]] = {c: (label, label.replace("Year ", "Y")) for c, label in CHECKPOINT_NAMES.items()}
    names[Checkpoint.Y11_INTENDED] += ("intended",)
    names[Checkpoint.Y11_CONFIRMED] += ("results day", "GCSE results day")
    more = (
        field(f"{c}_{part}", f"{c.label} {part}", " | ".join(f"{name} {word}" for name in names[c] for word in words))
        for c in Checkpoint
        for part, words in parts.items()
    )
    return STUDENTS.with_fields(*more)


HISTORY = vocabulary()
