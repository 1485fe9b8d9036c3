"""Who of a wave has not answered yet, for the list of those to look after."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from careers.models import Membership, Student
from destinations.board import kinds_visible_to
from surveys.centre import NO_FORM
from surveys.chasing import known_of, sent_in
from surveys.models import Invitation, Wave
from surveys.rules.progress import Stage, stage_of

STOPPED = "off"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the address asks for; empty means everybody who has not finished."""

    form: str = ""
    group: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One student who has not finished. `messages`: how many of the wave went to them or their parents; `last`: the latest of them."""

    invitation: Invitation
    stage: Stage
    messages: int
    last: datetime | None
    known: bool

    @property
    def student(self) -> Student:
        return self.invitation.student


def invitations(viewer: Membership, wave: Wave, filters: Filters) -> QuerySet[Invitation]:
    """Those who have not finished, as filtered, by name."""
    found = Invitation.objects.visible_to(viewer).filter(wave=wave, finished_at=None)
    found = found.exclude(stopped_at=None) if filters.stage == STOPPED else found.filter(stopped_at=None)
    if filters.form:
        found = found.filter(student__form="" if filters.form == NO_FORM else filters.form)
    if filters.group:
        kind = next((kind for kind in kinds_visible_to(viewer) if kind.key == filters.group), None)
        students = Student.objects.with_characteristic(kind.key, ever=kind.ever) if kind else Student.objects.none()
        found = found.filter(student__in=students)
    if filters.stage == Stage.STARTED:
        found = found.exclude(started_at=None)
    elif filters.stage == Stage.OPENED:
        found = found.filter(started_at=None).exclude(opened_at=None)
    elif filters.stage == Stage.ASKED:
        found = found.filter(opened_at=None, started_at=None)
    return found.select_related("student__cohort", "student__school", "link").order_by("student__surname", "student__forename", "pk")


def shown(wave: Wave, rows: list[Invitation]) -> list[Waiting]:
    """Two queries."""
    sent, known = sent_in(wave), known_of(wave)
    return [as_shown(row, sent[row.student_id].at, row.student_id in known) for row in rows]


def as_shown(row: Invitation, sent: list[datetime], known: bool) -> Waiting:
    stage = stage_of(opened=row.opened_at is not None, started=row.started_at is not None, finished=False)
    return Waiting(row, stage, len(sent), max(sent, default=None), known)
