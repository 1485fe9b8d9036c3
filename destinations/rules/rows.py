"""One row of a list as plain values: its words by field, its days, its numbers, and what could not be read."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from careers.imports.cells import Cell
from careers.imports.names import NameOrder, to_name_part
from careers.imports.tables import TableRow
from careers.imports.values import BadValue, Name, Order, to_date, to_name_parts, to_text, to_uln, to_upn
from destinations.rules.told_beside import columns_beside, earlier_statuses, words_beside

Reader = Callable[[Cell], str | date | None]
DATES = ("date_of_birth", "start_date", "end_date", "date_verified")
# Columns that hold a day or words about one ("invited", "to be arranged"): read where it is a day, and no problem where it is not.
PERHAPS_DATES = ("applied_date", "offer_date", "interview")
BIRTH_PARTS = ("birth_day", "birth_month", "birth_year")
MARKED = "marked"
NAMES = ("full_name", "surname", "forename", "known_as", "initials")
NOT_A_NAME = re.compile(
    r"\b(?:totals?|sub ?total|page \d|printed|produced|report(?:ed)?|end of|signed|signature|notes?|confidential|number of|key|nb|please"
    r"|contact|list|exported|count|students?|learners?|pupils?|as at|prepared|source|date)\b|[*:=@]|https?",
    re.I,
)


DAY_IN_NAME = re.compile(r"(?<!\d)(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d\d-\d\d)(?!\d)")
# What stands beside a number below a list: "NEET 20", "Total learners: 140".
COUNTED = re.compile(
    r"(?:eet|neet|unknown|not known|enrolled|withdrawn|left|did not (?:enrol|start|attend)|no shows?|(?:grand |sub ?)?totals?\b.*"
    r"|(?:number|count) of .*|(?:all |total )?(?:students|learners|pupils))\W*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read in a row: the column as they head it, the value they typed, and a sentence."""

    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a sheet holds, by letter: its heading, its field, and how its dates and whole names are ordered."""

    headings: Mapping[str, str]
    fields: Mapping[str, str]
    orders: Mapping[str, Order | None] = field(default_factory=dict)
    names: NameOrder | None = None

    letters: Mapping[str, str] = field(init=False, compare=False)
    beside: Mapping[str, str] = field(init=False, compare=False)
    earlier_statuses: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        first = {name: letter for letter, name in reversed(list(self.fields.items()))}
        object.__setattr__(self, "letters", first)  # looked up for every row of a list
        object.__setattr__(self, "beside", columns_beside(self.headings, self.fields))
        object.__setattr__(self, "earlier_statuses", earlier_statuses(self.headings, self.fields, self.heading_of("status")))

    def letter_of(self, name: str) -> str | None:
        """The first column taken for a field."""
        return self.letters.get(name)

    def heading_of(self, name: str) -> str:
        """The heading they wrote over a field, "" where there is no such column."""
        letter = self.letter_of(name) or self.beside.get(name)
        return self.headings.get(letter, "") if letter else ""

    def called(self, name: str) -> str:
        """How to speak of a column to whoever typed it: its heading, else its letter."""
        letter = self.letter_of(name)
        return (self.headings.get(letter, "") or f"column {letter}") if letter else ""

    @property
    def marked(self) -> dict[str, str]:
        """The heading of each column of ticks, by letter."""
        return {letter: self.headings.get(letter) or f"column {letter}" for letter, name in self.fields.items() if name == MARKED}

    def has(self, name: str) -> bool:
        return self.letter_of(name) is not None


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row read by its columns. `texts` has every field that is not blank, as typed.

    `marks` has what stands under each heading of a column of ticks, `marked_on` what of it is a day,
    `marks_asked` every such heading and `marks_ticked` those that are ticked, once that is known.
    """

    number: int
    texts: Mapping[str, str]
    dates: Mapping[str, date]
    name: Name
    upn: str
    uln: str
    problems: tuple[Problem, ...]
    marks: Mapping[str, str] = field(default_factory=dict)
    marked_on: Mapping[str, date] = field(default_factory=dict)
    marks_asked: tuple[str, ...] = ()
    marks_ticked: tuple[str, ...] = ()

    def text(self, name: str) -> str:
        return self.texts.get(name, "")

    @property
    def is_about_somebody(self) -> bool:
        """Whether the row has a name or a number that is a person's."""
        if self.upn or self.uln:
            return True
        written = " ".join(self.texts.get(part, "") for part in NAMES).strip()
        if not any(c.isalpha() for c in written):
            return False
        if "date_of_birth" not in self.texts and COUNTED.fullmatch(written):
            return False
        return len(self.texts) > 1 or (NOT_A_NAME.search(written) is None and len(written.split()) <= 6)


def read_row(row: TableRow, columns: Columns, *, latest_birth: int) -> ReadRow:
    """Read one row. A value that cannot be right is left out and becomes a problem. `latest_birth` reads years of two digits."""
    cells = {name: row.cells.get(letter) for letter, name in columns.fields.items() if name not in ("ignore", MARKED)}
    texts = texts_of(row, columns)
    values: dict[str, str | date] = {}
    problems = []
    for name, read in readers(columns, latest_birth).items():
        try:
            if (value := read(cells.get(name))) is not None:
                values[name] = value
        except BadValue as wrong:
            problems.append(Problem(columns.called(name), texts.get(name, ""), wrong.sentence))
    dates = {name: value for name, value in values.items() if isinstance(value, date)}
    born = born_in_parts(texts, latest_birth, problems) or born_in_name(texts.get("full_name", ""), columns, latest_birth)
    if "date_of_birth" not in dates and born:
        dates["date_of_birth"] = born
    dates |= {name: day for name in PERHAPS_DATES if (day := perhaps_a_day(cells.get(name)))}
    upn, uln = str(values.get("upn", "")), str(values.get("uln", ""))
    marks, marked_on = marks_of(row, columns)
    return ReadRow(
        row.number,
        texts,
        dates,
        name_of(cells, texts, columns.names),
        upn,
        uln,
        tuple(problems),
        marks,
        marked_on,
        tuple(columns.marked.values()),
    )


def texts_of(row: TableRow, columns: Columns) -> dict[str, str]:
    """What stands under each field; of several columns of one field (Subject 1, Subject 2…) all of it, with commas between.

    With it what columns that are left out tell; a status that is blank is what it was on an earlier day."""
    said: dict[str, list[str]] = {}
    for letter, name in columns.fields.items():
        if name not in ("ignore", MARKED) and (text := to_text(row.cells.get(letter))):
            said.setdefault(name, []).append(text)
    texts = {name: ", ".join(texts) for name, texts in said.items()} | dict(words_beside(row.cells, columns.beside))
    earlier = (to_text(row.cells.get(letter)) for letter in columns.earlier_statuses)
    return texts if "status" in texts or not (before := next(filter(None, earlier), "")) else {**texts, "status": before}


def born_in_parts(texts: Mapping[str, str], latest_birth: int, problems: list[Problem]) -> date | None:
    """The birth date of a list that has a column each for day, month and year. What makes no date becomes a problem."""
    parts = [texts.get(name, "") for name in BIRTH_PARTS]
    if not any(parts):
        return None
    written = ("/" if parts[1].isdecimal() else " ").join(parts)
    try:
        if all(parts):
            return to_date(written, order="dmy", latest_year=latest_birth)
    except BadValue as wrong:
        problems.append(Problem("date of birth", " ".join(parts), wrong.sentence))
    else:
        problems.append(Problem("date of birth", " ".join(filter(None, parts)), "The day, the month or the year of birth is missing."))
    return None


def born_in_name(text: str, columns: Columns, latest_birth: int) -> date | None:
    """The birth date that stands in the cell of the name, where no column has it: "Joshua White (08/01/2009)"."""
    found = None if columns.has("date_of_birth") else DAY_IN_NAME.search(text)
    with suppress(BadValue):
        return to_date(found[1], order="dmy", latest_year=latest_birth) if found else None
    return None


def perhaps_a_day(cell: Cell) -> date | None:
    with suppress(BadValue):
        return to_date(cell)
    return None


def marks_of(row: TableRow, columns: Columns) -> tuple[dict[str, str], dict[str, date]]:
    """(text, day) under the heading of each column of ticks that is not blank."""
    under = {heading: row.cells.get(letter) for letter, heading in columns.marked.items()}
    days = {heading: day for heading, cell in under.items() if (day := perhaps_a_day(cell))}
    return {heading: text for heading, cell in under.items() if (text := to_text(cell))}, days


def readers(columns: Columns, latest_birth: int) -> dict[str, Reader]:
    """How each field that is more than words is read. Dates are read in the order of their column."""

    def day(name: str) -> Reader:
        order = columns.orders.get(columns.letter_of(name) or "")
        return partial(to_date, order=order, latest_year=latest_birth if name == "date_of_birth" else 2049)

    return {"upn": to_upn, "uln": to_uln} | {name: day(name) for name in DATES}


def name_of(cells: Mapping[str, Cell], texts: Mapping[str, str], order: NameOrder | None) -> Name:
    """The parts of the name, from their own columns or taken from one whose names are mostly in this order."""
    whole = Name("")
    if texts.get("full_name"):
        with suppress(BadValue):
            whole = to_name_parts(cells["full_name"], order) or whole
    surname, _ = to_name_part(texts.get("surname", ""))
    forename, called = to_name_part(texts.get("forename", "").replace(",", " "))
    given, known_as = forename or whole.forename, texts.get("known_as") or called or whole.known_as
    return Name(
        surname=surname or whole.surname,
        forename=given or known_as,  # a list with no other first name than the one somebody goes by
        middle=texts.get("middle_names") or whole.middle,
        known_as=known_as if given else "",
    )
