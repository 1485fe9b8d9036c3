"""One row of a school's past, read: who it is about and what it says at each checkpoint. Pure; every problem is a sentence."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from careers.imports.cells import Cell
from careers.imports.dates import BadValue, Order, date_order, to_date
from careers.imports.names import to_name_parts
from careers.imports.tables import TableRow
from careers.imports.values import to_sex, to_text, to_uln, to_upn, to_yes_no
from careers.matching.names import words as words_of_name
from careers.rules.characteristics import sen_marks
from destinations.rules.checkpoints import Checkpoint, Question
from destinations.rules.history_columns import CHARACTERISTICS, Column, HistorySheet, Part
from destinations.rules.history_words import Meaning, NotAnOutcome, meaning_of, with_route
from destinations.rules.outcomes import Group, group_of
from destinations.rules.places import names_a_place
from destinations.rules.telling import day

LONGEST = {"surname": 100, "forename": 100, "middle_names": 150, "known_as": 100, "form": 20, "admission_number": 20}
LONGEST_PROVIDER = 200
LONGEST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, in the words of the spreadsheet: its row, the heading over it, the value typed, and why."""

    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who a row is about."""

    upn: str = ""
    uln: str = ""
    admission_number: str = ""
    surname: str = ""
    forename: str = ""
    middle_names: str = ""
    known_as: str = ""
    date_of_birth: date | None = None
    sex: str = ""
    form: str = ""
    characteristics: tuple[str, ...] = ()

    @property
    def name_key(self) -> str:
        """Surname and forename without accents, hyphens, capitals and spaces."""
        return name_key(self.surname, self.forename)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a row says at one checkpoint. `said_on` is the day it is entered under; `dated` whether the file gave it."""

    checkpoint: Checkpoint
    meaning: Meaning
    provider: str
    source: str
    said_on: date
    dated: bool
    words: str


class RowRefused(ValueError):
    """Why a row that could be read cannot be loaded. `where` is the field or the column that is wrong."""

    def __init__(self, where: str | Column, message: str) -> None:
        super().__init__(message)
        self.where, self.message = where, message


@dataclass(slots=True)
class Reading:
    """A row as far as it could be read. With `refused`, nothing of it is loaded; with `notes`, it is loaded all the same."""

    row: TableRow
    person: Person = field(default_factory=Person)
    sayings: list[Saying] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def problem(self, sheet: HistorySheet, letter: str | None, message: str) -> Problem:
        value = to_text(self.row.cells.get(letter)) if letter else None
        return Problem(self.row.number, sheet.heading(letter), value or "", message)


def name_key(surname: str, forename: str) -> str:
    return f"{''.join(words_of_name(surname))}|{''.join(words_of_name(forename))}"


def window(asked: Question) -> tuple[date, date]:
    """First and last day of what answers a checkpoint. Intentions: from the September of Year 11 to the eve of results day."""
    if asked.checkpoint is Checkpoint.Y11_INTENDED:
        return date(asked.opens.year - 1, 9, 1), asked.opens - timedelta(days=1)
    return asked.opens, asked.closes


def usual_day(asked: Question, today: date) -> date:
    """The day of what was said at a checkpoint without a date: the one it is about, or today while that has not come."""
    first, last = window(asked)
    return max(first, min(asked.reference, last, today))


def read_rows(sheet: HistorySheet, questions: dict[Checkpoint, Question], today: date) -> list[Reading]:
    """Every row of a history sheet about a student, in the order of the sheet."""
    orders = {letter: date_order(sheet.table.column(letter)) for letter in date_letters(sheet)}
    return [RowReader(sheet, row, orders, questions, today).read() for row in sheet.table.data_rows]


def date_letters(sheet: HistorySheet) -> set[str]:
    of_birth = {sheet.fields["date_of_birth"]} if "date_of_birth" in sheet.fields else set()
    return of_birth | {letter for (_, part), letter in sheet.columns.items() if part is Part.DATE}


@dataclass(slots=True)
class RowReader:
    """Reads one row; what is wrong is collected on the way, so that one look at the list is enough to put the row right."""

    sheet: HistorySheet
    row: TableRow
    orders: dict[str, Order | None]
    questions: dict[Checkpoint, Question]
    today: date
    into: Reading = field(init=False)

    def read(self) -> Reading:
        self.into = Reading(self.row)
        self.into.person = self.read_person()
        for checkpoint, asked in self.questions.items():
            if saying := self.read_saying(checkpoint, asked):
                self.into.sayings.append(saying)
        return self.into

    def cell(self, letter: str | None) -> Cell:
        return self.row.cells.get(letter) if letter else None

    def refuse(self, letter: str | None, message: str) -> None:
        self.into.refused.append(self.into.problem(self.sheet, letter, message))

    def value(self, name: str, read: Callable[[Cell], str | None]) -> str:
        """An identity field as text; a value that cannot be right refuses the row."""
        letter = self.sheet.fields.get(name)
        try:
            text = read(self.cell(letter)) or ""
        except BadValue as bad:
            self.refuse(letter, bad.sentence)
            return ""
        if len(text) > LONGEST.get(name, LONGEST_WORDS):
            self.refuse(letter, f"This is longer than {LONGEST[name]} characters.")
        return text

    def read_person(self) -> Person:
        upn, uln = self.value("upn", to_upn), self.value("uln", to_uln)
        surname, forename, middle, known = (self.value(n, to_text) for n in ("surname", "forename", "middle_names", "known_as"))
        if "full_name" in self.sheet.fields and not (surname and forename):
            surname, forename, middle, known = self.names_in_one_cell()
        born = self.day_in(self.sheet.fields.get("date_of_birth"))
        if not (upn or uln or (surname and forename and born)) and not self.into.refused:
            letter = next(iter(self.sheet.fields.values()))
            self.refuse(letter, "This row does not say who it is about: it needs a UPN, a ULN, or name and date of birth.")
        return Person(
            upn, uln, self.value("admission_number", to_text), surname, forename, middle, known, born, self.value("sex", to_sex),
            self.value("form", to_text), self.read_characteristics(),
        )  # fmt: skip

    def names_in_one_cell(self) -> tuple[str, str, str, str]:
        letter = self.sheet.fields["full_name"]
        try:
            name = to_name_parts(self.cell(letter))
        except BadValue as bad:
            self.refuse(letter, bad.sentence)
            return "", "", "", ""
        return (name.surname, name.forename, name.middle, name.known_as) if name else ("", "", "", "")

    def day_in(self, letter: str | None) -> date | None:
        try:
            return to_date(self.cell(letter), self.orders.get(letter or ""), latest_year=self.today.year) if letter else None
        except BadValue as bad:
            self.refuse(letter, bad.sentence)
            return None

    def read_characteristics(self) -> tuple[str, ...]:
        kinds = []
        for name, kind in CHARACTERISTICS.items():
            letter = self.sheet.fields.get(name)
            try:
                if letter and to_yes_no(self.cell(letter), x_means_yes=True):
                    kinds.append(kind)
            except BadValue as bad:
                self.refuse(letter, bad.sentence)
        kinds += self.sen() + (["sen"] if "ehc_plan" in kinds else [])
        return tuple(kind for kind in dict.fromkeys(kinds) if kind != "sen_support" or "ehc_plan" not in kinds)

    def sen(self) -> list[str]:
        letter = self.sheet.fields.get("sen")
        word = to_text(self.cell(letter)) if letter else None
        try:
            return [kind for kind, mark in sen_marks(word).items() if mark.now] if word else []
        except ValueError as problem:
            self.refuse(letter, str(problem))
            return []

    def read_saying(self, checkpoint: Checkpoint, asked: Question) -> Saying | None:
        letters = {part: self.sheet.columns.get((checkpoint, part)) for part in Part}
        told = {part: to_text(self.cell(letter)) or "" for part, letter in letters.items()}
        told[Part.PROVIDER] = told[Part.PROVIDER] if names_a_place(told[Part.PROVIDER]) else ""
        if not (told[Part.OUTCOME] or told[Part.ROUTE] or told[Part.PROVIDER]):
            return None
        meaning = self.read_meaning(letters)
        said_on = self.day_in(letters[Part.DATE])
        if said_on:
            self.check_day(letters[Part.DATE], said_on, checkpoint, asked, meaning)
        elif window(asked)[0] > self.today:
            self.refuse(letters[Part.OUTCOME] or letters[Part.PROVIDER], f"{checkpoint.label} begins on {day(window(asked)[0])}.")
        if len(told[Part.PROVIDER]) > LONGEST_PROVIDER:
            self.refuse(letters[Part.PROVIDER], f"This is longer than {LONGEST_PROVIDER} characters.")
        if meaning is None:
            return None
        words = " / ".join(filter(None, (told[Part.OUTCOME], told[Part.ROUTE])))[:LONGEST_WORDS]
        day_of_it = said_on or usual_day(asked, self.today)
        return Saying(checkpoint, meaning, told[Part.PROVIDER], told[Part.SOURCE], day_of_it, said_on is not None, words)

    def read_meaning(self, letters: dict[Part, str | None]) -> Meaning | None:
        """What the outcome and route cells say together; a provider alone says where, and its type says what."""
        letter = letters[Part.OUTCOME]
        try:
            outcome, route = to_text(self.cell(letter)), to_text(self.cell(letters[Part.ROUTE]))
            meaning = meaning_of(outcome) if outcome else Meaning()
            letter = letters[Part.ROUTE] if route else letter
            return meaning if not route else with_route(meaning, route) if outcome else meaning_of(route)
        except NotAnOutcome as problem:
            self.refuse(letter, str(problem))
            return None

    def check_day(self, letter: str | None, said_on: date, checkpoint: Checkpoint, asked: Question, meaning: Meaning | None) -> None:
        first, last = window(asked)
        if not first <= said_on <= last:
            self.refuse(letter, f"{checkpoint.label} is answered by what was said from {day(first)} to {day(last)}.")
        elif said_on > self.today:
            self.refuse(letter, "This day has not come yet.")
        elif meaning and group_of(meaning.code) is Group.NEET and said_on > asked.cut_off:
            message = f"Kept, but NEET from after {day(asked.cut_off)} does not change the {checkpoint.label} answer."
            self.into.notes.append(self.into.problem(self.sheet, letter, message))
