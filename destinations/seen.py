"""What a viewer sees of what students told in surveys: whoever may not read answers sees only that there is one, and when it was given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from careers.models import Membership, Student
from careers.rules.permissions import May
from destinations.actions.applications import WORKED_OUT, as_heard
from destinations.models import Application, ApplicationStatement, Destination, Evidence
from destinations.rules.applications import standing
from destinations.rules.sources import IN_A_SURVEY

ANSWERED = "Answered in a survey"
WHO_READS = "Whoever reads the answers of students sees what it was."


@dataclass(frozen=True, slots=True)
class WithheldStatement:
    """That a student answered, in which survey and when; it takes the place of what the student said there."""

    said_on: date
    place: str
    withheld: bool = True


@dataclass(frozen=True, slots=True)
class WithheldAnswer:
    """The answer at a checkpoint as it is shown to whoever may not read what it stands on. It has no status: that, too, would tell."""

    excluded: str = ""
    words: str = ANSWERED
    reason: str = f"The student answered in a survey. {WHO_READS}"
    outcome: str = ""
    outcome_name: str = ""
    provider: None = None
    route_name: str = ""
    level: str = ""
    source_name: str = ""
    said_on: None = None
    status: str = ""
    settled: bool = False
    withheld: bool = True

    @property
    def shown_status(self) -> str:
        return "excluded" if self.excluded else ""


def reads_answers(viewer: Membership) -> bool:
    return viewer.may(May.READ_ANSWERS)


def rests_on_a_survey(*, settled: bool, place: str | None, reason: str) -> bool:
    """Whether an answer would tell what a student said in a survey: it stands on that, or its reason quotes it.

    `place` is where the evidence it stands on was said. What a named person settled is that person's word.
    """
    return not settled and ((place or "").startswith(IN_A_SURVEY) or IN_A_SURVEY in reason)


def answer_seen(viewer: Membership, answer: Destination) -> Destination | WithheldAnswer:
    """`answer` comes with its evidence."""
    place = answer.evidence.place if answer.evidence else None
    if reads_answers(viewer) or not rests_on_a_survey(settled=answer.settled, place=place, reason=answer.reason):
        return answer
    return WithheldAnswer(excluded=answer.excluded)


def statements_seen(viewer: Membership, evidence: Sequence[Evidence]) -> list[Evidence | WithheldStatement]:
    """The statements in their order. An answer that is withheld is one line for each survey and day, however often it was changed."""
    if reads_answers(viewer):
        return list(evidence)
    seen: dict[object, Evidence | WithheldStatement] = {}
    for statement in evidence:
        if not statement.place.startswith(IN_A_SURVEY):
            seen[statement.pk] = statement
        elif statement.withdrawn_at is None:
            withheld = WithheldStatement(statement.said_on, statement.place)
            seen[withheld] = withheld
    return list(seen.values())


def applications_seen(viewer: Membership, student: Student) -> list[Application]:
    """The student's applications with who said so, latest first; what they come to without what may not be read."""
    said = ApplicationStatement.objects.filter(withdrawn_at=None).select_related("source").order_by("-said_on", "-recorded_at")
    if not reads_answers(viewer):
        said = said.exclude(place__startswith=IN_A_SURVEY)
    found = Application.objects.visible_to(viewer).standing().filter(student=student).select_related("provider")
    applications = list(found.prefetch_related(Prefetch("statements", queryset=said)))
    return applications if reads_answers(viewer) else without_surveys(applications)


def without_surveys(applications: Iterable[Application]) -> list[Application]:
    """Those that somebody else speaks of, saying what these others say. Never to be saved."""
    spoken_of = [application for application in applications if application.statements.all()]
    for application in spoken_of:
        come_to = standing(as_heard(said) for said in application.statements.all())
        for name in WORKED_OUT:
            setattr(application, name, getattr(come_to, name))
    return spoken_of
