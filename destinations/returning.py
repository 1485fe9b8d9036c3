"""A return from its bytes to its plan: fetch what the stations need, run them, write nothing."""

import hashlib
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from careers.imports.apart import UnreadableFile, read_apart
from careers.matching.decide import match
from careers.matching.records import Known, Listed, Match
from careers.models import Cohort, School, Student
from destinations.models import DataReturn, Provider, ProviderName
from destinations.rules.layouts import Corrections, SheetLayout, lay_out
from destinations.rules.places import Place
from destinations.rules.plan import PlannedRow, Sender, Terms, plan
from destinations.rules.sources import SourceKind

KNOWN = (
    "pk", "upn", "uln", "surname", "forename", "middle_names", "known_as", "preferred_surname", "former_surname", "date_of_birth", "sex",
    "postcode", "form",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """What a return would do. `students` marks the students it was matched against: another mark, other matches.

    `before` is the day on which the very same file was applied, when it was.
    """

    layouts: Sequence[SheetLayout]
    rows: Sequence[PlannedRow]
    terms: Terms
    digest: str
    students: str
    before: date | None = None


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
) -> Plan:
    """Read, guess the columns, match and say what each row means. Raises UnreadableFile, or ValueError for a wrong correction.

    `date_given` says whether somebody gave either date; left out, it follows from them. A file that was applied before, byte for byte,
    from the same sender keeps the dates it had then: the same file twice is one list.
    """
    digest, today = hashlib.sha256(data).hexdigest(), timezone.localdate()
    before = applied_before(cohort, sender, digest)
    if date_given is None:
        date_given = (received_on or said_on) is not None
    if before:
        received_on, said_on, date_given = before.received_on, before.said_on, before.date_given
    terms = Terms(sender, said_on or received_on or today, date_given, today, cohort.leaving)
    layouts = [lay_out(sheet, (corrections or {}).get(sheet.name, {}), today=today) for sheet in read_apart(data, file_name)]
    if all(layout.header_row is None for layout in layouts):
        raise UnreadableFile("No list of students was found in this file: no sheet has columns with names. Nothing was read.")
    known = known_students(cohort)
    rows = plan(layouts, terms, register_of(cohort.school), lambda listed: match_all(listed, known, cohort.school))
    applied_on = timezone.localdate(before.applied_at) if before and before.applied_at else None
    return Plan(layouts, rows, terms, digest, mark_of(known), applied_on)


def plan_of(data_return: DataReturn) -> Plan:
    """The plan of a staged return, made again from its file: what the preview shows beside the stored rows."""
    with data_return.file.open("rb") as kept:
        data = kept.read()
    return plan_file(
        data,
        data_return.file_name,
        data_return.cohort,
        sender_of(data_return),
        received_on=data_return.received_on,
        said_on=data_return.said_on,
        date_given=data_return.date_given,
        corrections=corrections_of(data_return),
    )


def corrections_of(data_return: DataReturn) -> dict[str, dict[str, str]]:
    """The columns a person has set by hand, by sheet and letter."""
    return {sheet["sheet"]: sheet["corrected"] for sheet in data_return.layout if sheet.get("corrected")}


def sender_of(data_return: DataReturn) -> Sender:
    source = data_return.source
    return Sender(SourceKind(source.kind), source.name, as_place(source.provider) if source.provider else None)


def as_place(provider: Provider) -> Place:
    return Place(provider.pk, provider.name, provider.type)


def register_of(school: School) -> dict[str, Place]:
    """Every name the school's providers go by, normalised. One query."""
    names = ProviderName.objects.filter(school=school).select_related("provider")
    return {name.normalised: as_place(name.provider) for name in names}


def known_students(cohort: Cohort) -> list[Known]:
    """The cohort as matching takes it. One query."""
    rows = Student.objects.filter(cohort=cohort).order_by("pk").values_list(*KNOWN)
    return [Known(*row) for row in rows]


def mark_of(known: Sequence[Known]) -> str:
    """A digest of whom a return was matched against, without saying who they are."""
    return hashlib.sha256(repr(known).encode()).hexdigest()


def match_all(listed: Sequence[Listed], known: Sequence[Known], school: School) -> Mapping[Hashable, Match]:
    matches = match(listed, known, our_school_names=(school.name,), our_urn=school.urn)
    return {found.key: found for found in matches}


def applied_before(cohort: Cohort, sender: Sender, digest: str) -> DataReturn | None:
    """The return that was applied from the very same file, by the same sender, and stands."""
    same = DataReturn.objects.filter(cohort=cohort, digest=digest, state=DataReturn.State.APPLIED, source__kind=sender.kind)
    same = same.filter(source__provider=sender.place.id) if sender.place else same.filter(source__provider=None)
    return same.order_by("applied_at").first()
