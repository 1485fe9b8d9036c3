"""From rows whose student is known to evidence, and to the places they name."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime

from careers.models import User
from destinations.actions.applications import state_applications
from destinations.actions.evidence import Prepared, Stated, prepare, state, state_prepared
from destinations.actions.providers import add_provider, provider_called
from destinations.models import DataReturn, Evidence, Provider, ReturnRow
from destinations.rules.names import normalise
from destinations.rules.places import likely_type
from destinations.rules.plan import dating
from destinations.rules.statements import Said

VERB = "stated what a return says"
Decision = ReturnRow.Decision
STATED = frozenset({Said.PRESENT, Said.LEFT, Said.NOT_HERE})


def is_settled(row: ReturnRow) -> bool:
    """Whether it is known whom a row is about."""
    if row.student_id is None:
        return False
    return row.decision == Decision.STUDENT or (row.pile == ReturnRow.Pile.CERTAIN and row.decision == Decision.NONE)


def state_rows(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None, recorded_at: datetime | None = None) -> Stated:
    """Evidence of rows whose student is known, recorded now or when it was. A student listed twice with the same word says it once."""
    telling = [row for row in rows if row.said in STATED]
    register_places(data_return, telling, by)
    statements = statements_in(data_return, telling)
    for statement in statements:
        if recorded_at:
            statement.recorded_at = recorded_at
    stated = state(school=data_return.school, by=by, statements=statements, verb=VERB)
    state_applications(data_return, rows, by, recorded_at)
    return stated


def prepare_rows(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None) -> Prepared | None:
    """What `state_rows` would write, worked out beforehand. None where a place must be added to the register first."""
    telling = [row for row in rows if row.said in STATED]
    if any(row.provider_id is None and row.provider_text for row in telling):
        return None
    return prepare(by=by, statements=statements_in(data_return, telling))


def state_prepared_rows(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None, prepared: Prepared) -> Stated:
    stated = state_prepared(school=data_return.school, by=by, prepared=prepared, verb=VERB)
    state_applications(data_return, rows, by)
    return stated


def statements_in(data_return: DataReturn, rows: Sequence[ReturnRow]) -> list[Evidence]:
    """What the rows say, not saved: one statement for each student and word."""
    several = sum(sheet["header_row"] is not None for sheet in data_return.layout) > 1
    statements: dict[tuple, Evidence] = {}
    for row in rows:
        word = (row.student_id, row.said, row.outcome, row.provider_id)
        statements.setdefault(word, as_evidence(data_return, row, several_sheets=several))
    return list(statements.values())


def as_evidence(data_return: DataReturn, row: ReturnRow, *, several_sheets: bool) -> Evidence:
    said_on, dated = dating(
        row.verified_on, data_return.listed_on, date_given=data_return.date_given, by_authority=data_return.source.provider_id is None
    )
    sheet = f"{row.sheet}, " if several_sheets else ""
    return Evidence(
        student_id=row.student_id or 0,  # a settled row has one
        source=data_return.source,
        said=row.said,
        outcome=row.outcome,
        route=row.route,
        provider=row.provider,
        course=row.course,
        level=row.level,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        said_on=said_on,
        dated=dated,
        words=row.words,
        lead=row.lead,
        return_row=row,
        place=f"{sheet}row {row.row} of {data_return.file_name}"[:250],
    )


def register_places(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None) -> None:
    """Give each row the place it names. One that nobody knew is added to the register, to be confirmed; most rows decide its type."""
    unknown: defaultdict[str, list[ReturnRow]] = defaultdict(list)
    for row in rows:
        if row.provider_id is None and row.provider_text:
            unknown[normalise(row.provider_text)].append(row)
    for theirs in unknown.values():
        provider = provider_called(data_return.school, theirs[0].provider_text) or added(data_return, theirs, by)
        for row in theirs:
            row.provider = provider
        ReturnRow.objects.filter(pk__in=[row.pk for row in theirs]).update(provider=provider)


def added(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None) -> Provider:
    name = rows[0].provider_text
    likely = Counter(likely_type(name, row.outcome or None) for row in rows).most_common(1)[0][0]
    return add_provider(school=data_return.school, by=by, name=name, type=likely, to_confirm=True)
