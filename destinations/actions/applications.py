"""Stating and withdrawing what is said of applications. Nothing else writes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from destinations.actions.providers import add_provider, provider_called
from destinations.models import Application, ApplicationStatement, DataReturn, Provider, ReturnRow
from destinations.rules.applications import ApplicationState, Heard, standing
from destinations.rules.places import likely_type
from destinations.rules.plan import dating

# Two statements alike in all of these are the same statement made twice.
SAME = (
    "application_id", "source_id", "state", "course", "level", "applied_on", "interview_on", "offered_on", "conditions", "said_on",
)  # fmt: skip
WORKED_OUT = ("state", "course", "level", "interview_on", "conditions", "said_on")


@transaction.atomic
def state_applications(data_return: DataReturn, rows: Sequence[ReturnRow], by: User | None, recorded_at: datetime | None = None) -> int:
    """State what rows whose student is known say of an application, recorded now or when it was. Returns how many statements were added.

    A statement that stands already is not made again. Rows that speak of no application are passed over.
    """
    telling = [row for row in rows if row.application.get("state") and row.student_id]
    if not telling:
        return 0
    alone_in(data_return.school)
    now = recorded_at or timezone.now()
    whose = {row.pk: (row.student_id or 0, place_of(data_return, row, by).pk) for row in telling}
    applications = applications_of(data_return.school, whose.values())
    statements = [as_statement(data_return, row, applications[whose[row.pk]], by, now) for row in telling]
    known = set(ApplicationStatement.objects.filter(application__in=applications.values(), withdrawn_at=None).values_list(*SAME))
    fresh = {mark: made for made in statements if (mark := tuple(getattr(made, name) for name in SAME)) not in known}
    ApplicationStatement.objects.bulk_create(fresh.values(), batch_size=500)
    work_out({made.application_id for made in fresh.values()})
    audit.record(
        school=data_return.school, by=by, verb="stated what a return says of applications", subject=data_return, applications=len(fresh)
    )
    return len(fresh)


@transaction.atomic
def withdraw_applications(data_return: DataReturn, by: User | None, rows: Sequence[ReturnRow] | None = None) -> int:
    """Take back what a return, or some of its rows, said of applications. What others said of them stands. Returns how many statements
    were withdrawn."""
    alone_in(data_return.school)
    theirs = ApplicationStatement.objects.filter(return_row__data_return=data_return, withdrawn_at=None)
    if rows is not None:
        theirs = theirs.filter(return_row__in=rows)
    pks, applications = list(theirs.values_list("pk", flat=True)), set(theirs.values_list("application", flat=True))
    ApplicationStatement.objects.filter(pk__in=pks).update(withdrawn_at=timezone.now(), withdrawn_by=by)
    work_out(applications)
    if pks:
        audit.record(
            school=data_return.school, by=by, verb="withdrew what a return said of applications", subject=data_return, applications=len(pks)
        )
    return len(pks)


def place_of(data_return: DataReturn, row: ReturnRow, by: User | None) -> Provider:
    """The place applied to. One that nobody knew is added to the register, to be confirmed."""
    if row.provider:
        return row.provider
    name = row.provider_text
    if not name:
        return the_sender(data_return)
    known = provider_called(data_return.school, name)
    return known or add_provider(school=data_return.school, by=by, name=name, type=likely_type(name, None), to_confirm=True)


def the_sender(data_return: DataReturn) -> Provider:
    """Raises ValueError for an application to nowhere: the plan makes none."""
    if data_return.source.provider is None:
        raise ValueError("An application names the place applied to.")
    return data_return.source.provider


def applications_of(school: School, wanted: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Application]:
    """The application of each (student, provider), made where there is none. `wanted` are of this school."""
    wanted = set(wanted)
    Application.objects.bulk_create(
        (Application(student_id=student, provider_id=provider) for student, provider in sorted(wanted)), ignore_conflicts=True
    )
    made = Application.objects.filter(student__school=school, student__in={s for s, _ in wanted}, provider__in={p for _, p in wanted})
    return {(found.student_id, found.provider_id): found for found in made if (found.student_id, found.provider_id) in wanted}


def as_statement(
    data_return: DataReturn, row: ReturnRow, application: Application, by: User | None, recorded_at: datetime
) -> ApplicationStatement:
    told = row.application
    said_on, _ = dating(row.verified_on, data_return.listed_on, date_given=data_return.date_given, by_authority=False)
    return ApplicationStatement(
        application=application,
        source=data_return.source,
        state=ApplicationState(told["state"]),
        course=row.course,
        level=row.level,
        applied_on=a_day(told.get("applied_on")),
        interview_on=a_day(told.get("interview_on")),
        offered_on=a_day(told.get("offered_on")),
        conditions=(told.get("conditions") or "")[:300],
        words=row.words,
        said_on=said_on,
        recorded_at=recorded_at,
        recorded_by=by,
        return_row=row,
        place=f"row {row.row} of {data_return.file_name}"[:250],
    )


def a_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def work_out(applications: Collection[int]) -> None:
    """Write beside each application what its standing statements come to."""
    heard: defaultdict[int, list[Heard]] = defaultdict(list)
    standing_statements = ApplicationStatement.objects.filter(application__in=applications, withdrawn_at=None)
    for said in standing_statements.select_related("source", "application"):
        heard[said.application_id].append(as_heard(said))
    changed = list(Application.objects.filter(pk__in=applications))
    for application in changed:
        come_to = standing(heard[application.pk])
        for name in WORKED_OUT:
            setattr(application, name, getattr(come_to, name))
    Application.objects.bulk_update(changed, WORKED_OUT, batch_size=500)


def as_heard(said: ApplicationStatement) -> Heard:
    return Heard(
        state=ApplicationState(said.state),
        said_on=said.said_on,
        recorded_at=said.recorded_at,
        own=said.source.provider_id == said.application.provider_id,
        course=said.course,
        level=said.level,
        interview_on=said.interview_on,
        conditions=said.conditions,
    )
