"""What somebody tells of their own applications, without a list: the door by hand."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import Student, User
from destinations.actions.applications import applications_of, work_out
from destinations.actions.providers import add_provider, provider_called
from destinations.models import ApplicationStatement, Provider, Source
from destinations.rules.applications import Told
from destinations.rules.names import LONGEST_NAME, normalise
from destinations.rules.places import likely_type, names_a_place
from destinations.rules.statuses import plain

CONTENT = tuple(field.name for field in fields(Told) if field.name != "provider")
NO_PLACE = frozenset(
    {"not sure", "not sure yet", "unsure", "dont know", "i dont know", "do not know", "i do not know", "idk", "undecided", "anywhere"}
)
Key = tuple[int, str]  # the place applied to and the course: two courses at one place are two things told


@transaction.atomic
def tell_applications(
    *, student: Student, source: Source, told: Sequence[Told], place: str, known_by: str, since: datetime,
    said_on: date, now: datetime, by: User | None,
) -> int:  # fmt: skip
    """State what `source` tells of every application of this student. Returns how many statements were added.

    `place` says where it was told. It ends with `known_by`, which with `since` finds what was told there before, under whatever name:
    what is told again unchanged is not stated twice, what is told otherwise is stated anew beside it, and what is told no more is
    withdrawn. What others said is not touched.
    """
    alone_in(student.school)
    before = told_before(student, source, known_by, since)
    wanted: dict[Key, Told] = {(each.provider, each.course): each for each in told}
    fresh = [each for key, each in wanted.items() if key not in before or content_of(before[key]) != content_of(each)]
    dropped = {key[0] for key in before if key not in wanted}
    withdrawn = withdraw_told(student, source, known_by, since, {key for key in before if key not in wanted}, by)
    applications = applications_of(student.school, [(student.pk, each.provider) for each in fresh])
    ApplicationStatement.objects.bulk_create(
        ApplicationStatement(
            application=applications[student.pk, each.provider], source=source, place=place[:250], said_on=said_on,
            recorded_at=now, recorded_by=by, **{name: getattr(each, name) for name in CONTENT},
        )
        for each in fresh
    )  # fmt: skip
    touched = {found.pk for found in applications.values()}
    work_out(touched | set(student.applications.filter(provider__in=dropped).values_list("pk", flat=True)))
    if fresh or withdrawn:
        verb = "stated what a student says of applications"
        audit.record(school=student.school, by=by, verb=verb, subject=student, applications=len(fresh), withdrawn=withdrawn)
    return len(fresh)


def told_before(student: Student, source: Source, known_by: str, since: datetime) -> dict[Key, ApplicationStatement]:
    """The last standing word about each place and course that was told here since then."""
    here = told_here(student, source, known_by, since).select_related("application").order_by("recorded_at", "pk")
    return {(said.application.provider_id, said.course): said for said in here}


def told_here(student: Student, source: Source, known_by: str, since: datetime) -> QuerySet[ApplicationStatement]:
    return ApplicationStatement.objects.filter(
        application__student=student, source=source, place__endswith=known_by, return_row=None, recorded_at__gte=since, withdrawn_at=None
    )


def withdraw_told(student: Student, source: Source, known_by: str, since: datetime, keys: set[Key], by: User | None) -> int:
    return sum(
        told_here(student, source, known_by, since)
        .filter(application__provider=provider, course=course)
        .update(withdrawn_at=timezone.now(), withdrawn_by=by)
        for provider, course in keys
    )


def content_of(said: Told | ApplicationStatement) -> tuple:
    return tuple(getattr(said, name) for name in CONTENT)


def place_told(student: Student, name: str, by: User | None) -> Provider | None:
    """The place that somebody names in their own words, added to the register to be confirmed where nobody knew it.

    None where the words name no place ("not sure yet", "NEET").
    """
    known = provider_called(student.school, name)
    if known or not is_a_name(name):
        return known
    return add_provider(school=student.school, by=by, name=name, type=likely_type(name, None), to_confirm=True)


def is_a_name(name: str) -> bool:
    """Whether words can be the name of a place in the register."""
    fits = len(name) <= LONGEST_NAME and 0 < len(normalise(name)) <= LONGEST_NAME
    return fits and names_a_place(name) and plain(name) not in NO_PLACE
