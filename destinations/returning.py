"""A return from its bytes to its plan: fetch what the stations need, run them, write nothing."""

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils import timezone

from careers.imports.apart import Sheet, UnreadableFile, read_apart
from careers.imports.legends import legends_in
from careers.imports.pasted import read_pasted
from careers.imports.side_by_side import parts_of
from careers.imports.tables import TableRow
from careers.imports.vocabularies import RETURN
from careers.matching.records import Listed, Match, Pile
from careers.models import Cohort, School
from destinations import remembering
from destinations.meant import known_students, leaving_of, mark_of, match_all, nearest_to
from destinations.models import DataReturn, Provider, ProviderName, ReturnRow
from destinations.rules.layouts import Corrections, SheetLayout, lay_out
from destinations.rules.places import Place
from destinations.rules.plan import Matcher, PlannedRow, Sender, Terms, plan
from destinations.rules.same_layout import Recognised, title_of
from destinations.rules.sources import SourceKind
from destinations.rules.table_rows import only

PASTED = "Pasted text"
Tell = Callable[[int, str], None]  # how far it has come, out of 100, and what is being done
EACH = 500


def silence(percent: int, doing: str) -> None:
    """Where nobody watches."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a return would do. `students` marks the students it was matched against: another mark, other matches.

    `before` is the day on which the very same file was applied, when it was. `recognised` says by table (`title_of`) how it is like the
    sender's earlier lists; a table that is like none of them is not in it.
    """

    layouts: Sequence[SheetLayout]
    rows: Sequence[PlannedRow]
    terms: Terms
    digest: str
    students: str
    before: date | None = None
    recognised: Mapping[str, Recognised] = field(default_factory=dict)
    has_memory: bool = False


def plan_file(
    data: bytes,
    file_name: str,
    cohort: Cohort,
    sender: Sender,
    *,
    received_on: date | None = None,
    said_on: date | None = None,
    date_given: bool | None = None,
    corrections: Corrections | None = None,
    tell: Tell = silence,
) -> Plan:
    """Read, guess the columns, match and say what each row means. Raises UnreadableFile, or ValueError for a wrong correction.

    `date_given` says whether somebody gave either date; left out, it follows from them. A file that was applied before, byte for byte,
    from the same sender keeps the dates it had then: the same file twice is one list.
    """
    digest, today = digest_of(data), timezone.localdate()
    before = applied_before(cohort, sender, digest)
    if date_given is None:
        date_given = (received_on or said_on) is not None
    if before:
        received_on, said_on, date_given = before.received_on, before.said_on, before.date_given
    terms = Terms(sender, said_on or received_on or today, date_given, today, cohort.leaving)
    tell(5, "Reading the file")
    sheets = sheets_of(data, file_name)
    tell(20, "Finding out what the columns hold")
    memory = remembering.layouts_of(cohort.school, sender)
    legends = legends_in(sheets, RETURN)
    laid_out = [remembering.lay_out_again(sheet, corrections or {}, memory, today=today, legends=legends) for sheet in sheets]
    layouts = [layout for layout, _ in laid_out]
    if all(layout.header_row is None for layout in layouts):
        raise UnreadableFile("No list of students was found in this file: no sheet has columns with names. Nothing was read.")
    known = known_students(cohort, terms.listed_on)
    remembered = remembering.words_of(cohort.school, sender)

    def matched(listed: Sequence[Listed]) -> Mapping[Hashable, Match]:
        tell(50, f"Matching {len(listed):,} rows with {len(known):,} students")
        return match_all(listed, known, cohort, lambda n, of: tell(50 + 25 * n // max(of, 1), f"Matching row {n:,} of {of:,}"))

    rows = plan(counted(layouts, tell), terms, register_of(cohort.school), matched, remembered, leaving_of(known, cohort))
    applied_on = timezone.localdate(before.applied_at) if before and before.applied_at else None
    recognised = {title_of(layout.sheet, layout.part): found for layout, found in laid_out if found}
    return Plan(layouts, rows, terms, digest, mark_of(known), applied_on, recognised, bool(memory))


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sheets_of(data: bytes, file_name: str) -> list[Sheet]:
    """The tables of a file, those that stand side by side apart. Raises UnreadableFile."""
    return parts_of(read_pasted(data.decode()) if file_name == PASTED else read_apart(data, file_name), RETURN)


class Counted(Sequence[TableRow]):
    """The rows of a table, telling how far somebody has come who goes through them."""

    def __init__(self, rows: Sequence[TableRow], first: int, total: int, tell: Tell) -> None:
        self.rows, self.first, self.total, self.tell = rows, first, total, tell

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: Any) -> Any:
        return self.rows[at]

    def __iter__(self) -> Iterator[TableRow]:
        for n, row in enumerate(self.rows, self.first):
            if n % EACH == 0:
                self.tell(25 + 25 * n // self.total, f"Reading row {n:,} of {self.total:,}")
            yield row


def counted(layouts: Sequence[SheetLayout], tell: Tell) -> Iterator[SheetLayout]:
    total, first = sum(len(layout.rows) for layout in layouts), 0
    for layout in layouts:
        yield replace(layout, rows=Counted(layout.rows, first, max(total, 1), tell))
        first += len(layout.rows)


def plan_of(data_return: DataReturn, tell: Tell = silence) -> Plan:
    """The plan of a staged return, made again from its file: what the preview shows beside the stored rows."""
    return plan_file(
        kept_bytes(data_return),
        data_return.file_name,
        data_return.cohort,
        sender_of(data_return),
        received_on=data_return.received_on,
        said_on=data_return.said_on,
        date_given=data_return.date_given,
        corrections=corrections_of(data_return),
        tell=tell,
    )


def kept_bytes(data_return: DataReturn) -> bytes:
    with data_return.file.open("rb") as kept:
        return kept.read()


def ask_nobody(listed: Sequence[Listed]) -> Mapping[Hashable, Match]:
    """Where it does not matter whom rows are about."""
    return {}


def rows_at(
    data_return: DataReturn, rows: Collection[ReturnRow], match: Matcher = ask_nobody, leaving: int | None = None
) -> list[PlannedRow]:
    """What these rows of a kept file say, read again as they were staged without asking whom they are about, unless `match` does. Of the
    rest of the file only the columns are looked at: a page of rows costs what a page of rows costs. A row that is not there any more is
    left out. `leaving` is the leaving year of whoever the rows are about, where it is not that of the chosen cohort."""
    wanted = {(row.sheet, row.part, row.row) for row in rows}
    sender, cohort = sender_of(data_return), data_return.cohort
    terms = Terms(sender, data_return.listed_on, data_return.date_given, timezone.localdate(), leaving or cohort.leaving)
    staged = layouts_as_staged(data_return, {(sheet, part) for sheet, part, _ in wanted})
    layouts = [only(layout, lambda sheet, part, row: (sheet[:100], part, row) in wanted) for layout in staged]
    register, words = register_of(cohort.school), remembering.words_of(cohort.school, sender)
    planned = plan(layouts, terms, register, match, words)
    return [row for row in planned if (row.sheet[:100], row.part, row.row) in wanted]


def with_nearest(data_return: DataReturn, row: ReturnRow) -> PlannedRow | None:
    """A row that is not ours, as the file has it, with the students of ours who are most like it, for a person who knows better."""

    def match(listed: Sequence[Listed]) -> Mapping[Hashable, Match]:
        known = known_students(data_return.cohort, data_return.listed_on)
        return {one.key: Match(one.key, Pile.NOT_OURS, candidates=nearest_to(one, known, data_return.cohort)) for one in listed}

    return next(iter(rows_at(data_return, [row], match)), None)


def layouts_as_staged(data_return: DataReturn, tables: Collection[tuple[str, int]] | None = None) -> list[SheetLayout]:
    """The tables of a kept file, or some of them (sheet, part), with the columns they were staged with. Raises UnreadableFile."""
    as_staged = {
        title_of(sheet["sheet"], sheet.get("part", 0)): {column["letter"]: column["field"] for column in sheet["columns"]}
        for sheet in data_return.layout
    }
    sheets = sheets_of(kept_bytes(data_return), data_return.file_name)
    legends = legends_in(sheets, RETURN)
    return [
        lay_out(sheet, as_staged.get(title_of(sheet.name, sheet.part), {}), today=timezone.localdate(), legends=legends)
        for sheet in sheets
        if tables is None or (sheet.name[:100], sheet.part) in tables
    ]


def corrections_of(data_return: DataReturn) -> dict[str, dict[str, str]]:
    """The columns a person has set by hand, by table (`title_of`) and letter."""
    return {title_of(sheet["sheet"], sheet.get("part", 0)): sheet["corrected"] for sheet in data_return.layout if sheet.get("corrected")}


def sender_of(data_return: DataReturn) -> Sender:
    source = data_return.source
    return Sender(SourceKind(source.kind), source.name, as_place(source.provider) if source.provider else None)


def as_place(provider: Provider) -> Place:
    return Place(provider.pk, provider.name, provider.type)


def register_of(school: School) -> dict[str, Place]:
    """Every name the school's providers go by, normalised. One query."""
    names = ProviderName.objects.filter(school=school).select_related("provider")
    return {name.normalised: as_place(name.provider) for name in names}


def applied_before(cohort: Cohort, sender: Sender, digest: str) -> DataReturn | None:
    """The return that was applied from the very same file, by the same sender, and stands."""
    same = DataReturn.objects.filter(cohort=cohort, digest=digest, state=DataReturn.State.APPLIED, source__kind=sender.kind)
    same = same.filter(source__provider=sender.place.id) if sender.place else same.filter(source__provider=None)
    return same.order_by("applied_at").first()
