"""Evidence from a plain file, row by row: what can be believed is stated, the rest is refused with its reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from careers.imports.cells import Cell
from careers.models import School, Student, User
from destinations.actions.evidence import noon, state
from destinations.actions.providers import add_provider, authority_called, find_source, provider_called
from destinations.models import Evidence, Provider, Source
from destinations.rules.evidence_rows import Refused, StatedRow, outcome_told, read_stated, type_of_new
from destinations.rules.sources import HOSTS, SourceKind


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was refused: its number as a person sees it, and why."""

    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    added: int
    already: int
    refused: list[RefusedRow]


@transaction.atomic
def import_evidence(*, school: School, rows: Iterable[tuple[int, Mapping[str, Cell]]], file_name: str, by: User | None) -> Imported:
    """State what the rows (number, cells by column name) say. Rows that cannot be believed are refused one by one."""
    today, refused, believed = timezone.localdate(), [], []
    students = {student.upn: student for student in Student.objects.filter(school=school).exclude(upn="")}
    for number, cells in rows:
        try:
            stated = read_stated(cells, today)
            if stated.upn not in students:
                raise Refused("upn", stated.upn, "The school has no student with this UPN.")
            believed.append((number, stated))
        except Refused as why:
            refused.append(RefusedRow(number, why.column, why.value, why.message))
    places = Places(school, by)
    statements = [as_evidence(stated, students[stated.upn], places, f"row {number} of {file_name}"[:250]) for number, stated in believed]
    done = state(school=school, by=by, statements=statements, verb="imported evidence")
    return Imported(len(done.added), done.already, refused)


def as_evidence(row: StatedRow, student: Student, places: "Places", place: str) -> Evidence:
    source = places.source_of(row)
    provider = places.called(row.provider, row, as_source=False) if row.provider else source.provider
    evidence = Evidence(
        student=student,
        source=source,
        said=row.said,
        outcome=outcome_told(row, provider.type if provider else None),
        route=row.route,
        provider=provider,
        said_on=row.said_on or row.recorded_on or timezone.localdate(),
        dated=row.said_on is not None,
        place=place,
    )
    if row.recorded_on and row.recorded_on < timezone.localdate():
        evidence.recorded_at = noon(row.recorded_on)
    return evidence


class Places:
    """Providers and sources by the names rows give them, each looked up or added once."""

    def __init__(self, school: School, by: User | None) -> None:
        self.school, self.by = school, by
        self.providers: dict[str, Provider] = {}
        self.sources: dict[tuple[SourceKind, str], Source] = {}

    def called(self, name: str, row: StatedRow, *, as_source: bool) -> Provider:
        """The provider of this name; one that is not in the register is added, to be confirmed."""
        if name not in self.providers:
            self.providers[name] = provider_called(self.school, name) or add_provider(
                school=self.school, by=self.by, name=name, type=type_of_new(row, as_source=as_source), to_confirm=True
            )
        return self.providers[name]

    def source_of(self, row: StatedRow) -> Source:
        key = (row.kind, row.source)
        if key not in self.sources:
            provider = self.called(row.source, row, as_source=True) if row.kind in HOSTS else None
            if row.kind is SourceKind.LOCAL_AUTHORITY:
                self.sources[key] = authority_called(self.school, row.source)
            else:
                self.sources[key] = find_source(self.school, row.kind, row.source, provider=provider)
        return self.sources[key]
