"""What somebody told a member of staff, as one more statement."""

from datetime import date

from django.db import transaction

from careers.models import Student, User
from destinations.actions.evidence import Stated, state
from destinations.actions.providers import find_source, source_of_provider
from destinations.models import Evidence, Provider, Source
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said


@transaction.atomic
def add_statement(
    *,
    student: Student,
    by: User,
    kind: SourceKind,
    said: Said,
    said_on: date,
    outcome: str = "",
    route: str = "",
    provider: Provider | None = None,
    course: str = "",
) -> Stated:
    """Add what the place itself, the family, the student or staff said. What does not belong to `said` is left out.

    For the place itself (`kind` provider) `provider` is both who speaks and what is spoken of.
    """
    statement = Evidence(
        student=student,
        source=who_speaks(student, by, kind, provider),
        said=said,
        outcome=outcome if said is Said.PRESENT else "",
        route=route if said in (Said.PRESENT, Said.INTENDS) else "",
        provider=None if said is Said.UNDECIDED else provider,
        course=course,
        said_on=said_on,
        place="" if kind is SourceKind.STAFF else f"told to {by}",
    )
    return state(school=student.school, by=by, statements=[statement], verb="added a statement")


def who_speaks(student: Student, by: User, kind: SourceKind, provider: Provider | None) -> Source:
    if kind is SourceKind.PROVIDER and provider:
        return source_of_provider(provider)
    names = {SourceKind.FAMILY: "Family", SourceKind.STUDENT: "Student", SourceKind.STAFF: str(by)}
    return find_source(student.school, kind, names[kind])
