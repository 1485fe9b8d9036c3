"""What the answers of the first survey mean: an intention, applications, a request for help, a worry. Nothing is written here.

What a student says is what a student says: it becomes evidence by the source "student", weighed by the rule like every other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import Route
from destinations.rules.statements import Said
from surveys.rules.first_survey import (
    APPLIED,
    BACKUP,
    BACKUP_PLACE,
    FIRST,
    FIRST_PLACE,
    HELP,
    INTEREST,
    LOOKING,
    MEETING,
    NOT_SURE,
    PLAN,
    PLAN_OTHER,
    SURE,
    WORRY,
    Answers,
    Applied,
    Choice,
    Looking,
    Meeting,
    Plan,
    application,
    applications,
    pages,
    said,
)  # fmt: skip

ROUTES = {
    Plan.A_LEVEL: Route.A_LEVEL,
    Plan.T_LEVEL: Route.T_LEVEL,
    Plan.VOCATIONAL: Route.VOCATIONAL,
    Plan.MIXED: Route.MIXED,
    Plan.APPRENTICESHIP: Route.APPRENTICESHIP,
    Plan.JOB: Route.JOB_WITH_TRAINING,
    Plan.SUPPORTED: Route.OTHER,
    Plan.OTHER: Route.OTHER,
}


@dataclass(frozen=True, slots=True)
class Place:
    """A provider of the register by id, and the words it was named by; the words alone where it is "not in the list"."""

    provider: int | None = None
    words: str = ""

    def __bool__(self) -> bool:
        return self.provider is not None or bool(self.words)


@dataclass(frozen=True, slots=True)
class AppliedFor:
    """One application as the student tells it."""

    place: Place
    state: ApplicationState
    course: str = ""
    level: str = ""
    applied_on: date | None = None
    interview_on: date | None = None
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Intention:
    """What somebody means to do after Year 11. `words` keep how sure they are, what they are interested in and their back-up."""

    said: Said
    route: Route | None = None
    place: Place = Place()
    course: str = ""
    level: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """`when` is "soon" or "later"; `what` are keys of surveys.rules.first_survey.Help."""

    when: str
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What answers come to. `applications` is None where nothing was said of any, and empty where there are none."""

    intention: Intention | None = None
    applications: tuple[AppliedFor, ...] | None = None
    help: HelpAsked | None = None
    worry: str = ""


def hear(answers: Answers) -> Heard:
    """What finished answers mean. Pages that are no longer on the student's path say nothing."""
    asked = set(pages(answers))
    standing = {page: values for page, values in answers.items() if page in asked}
    return Heard(intention(standing), every_application(standing), help_asked(standing), worry(standing))


def intention(answers: Answers) -> Intention | None:
    plan = said(answers, PLAN)
    if not plan:
        return None
    if plan == Plan.DO_NOT_KNOW:
        return Intention(Said.UNDECIDED)
    chosen = chosen_place(answers, FIRST, FIRST_PLACE)
    return Intention(
        said=Said.INTENDS,
        route=ROUTES[Plan(plan)],
        place=place(chosen),
        course=chosen.get("course", ""),
        level=level(chosen),
        words=in_words(answers),
    )


def in_words(answers: Answers) -> str:
    """What is not a field of evidence, kept beside it as said: at most 300 characters."""
    told = (
        said(answers, PLAN_OTHER),
        f"sure: {str(said(answers, SURE)).replace('_', ' ')}" if said(answers, SURE) else "",
        f"interested in {said(answers, INTEREST)}" if said(answers, INTEREST) else "",
        f"back-up: {name}" if (name := chosen_place(answers, BACKUP, BACKUP_PLACE).get("place", "")) else "",
    )
    return "; ".join(part for part in told if part)[:300]


def chosen_place(answers: Answers, page: str, place_page: str) -> Mapping[str, Any]:
    """The application chosen on `page`, or the place named on `place_page` where it is none of them; empty where none was chosen."""
    chosen = str(said(answers, page))
    if chosen == Choice.ELSEWHERE:
        return answers.get(place_page, {})
    return application(answers, int(chosen)) if chosen.isdecimal() and int(chosen) in applications(answers) else {}


def every_application(answers: Answers) -> tuple[AppliedFor, ...] | None:
    """None where they were not asked whether they have applied. Only a started form is no application yet."""
    if not said(answers, APPLIED):
        return None
    if said(answers, APPLIED) != Applied.YES:
        return ()
    told = (application(answers, number) for number in applications(answers))
    return tuple(as_told(values) for values in told if place(values))


def as_told(values: Mapping[str, Any]) -> AppliedFor:
    return AppliedFor(
        place=place(values),
        state=ApplicationState(values.get("state") or ApplicationState.SENT),
        course=values.get("course", ""),
        level=level(values),
        applied_on=a_day(values.get("applied_on")),
        interview_on=a_day(values.get("interview_on")),
        conditions=values.get("conditions", ""),
    )


def level(values: Mapping[str, Any]) -> str:
    return "" if values.get("level") == NOT_SURE else str(values.get("level", ""))


def worry(answers: Answers) -> str:
    return str(said(answers, WORRY)).strip()


def place(values: Mapping[str, Any]) -> Place:
    provider = values.get("provider") or None
    return Place(int(provider) if provider else None, str(values.get("place", "")).strip())


def help_asked(answers: Answers) -> HelpAsked | None:
    """A meeting that is wanted, or help that is asked for anywhere. Somebody who needs help to apply is asked to come soon."""
    what = tuple(said(answers, HELP) or ())
    needs = said(answers, APPLIED) == Applied.NEED_HELP or said(answers, LOOKING) == Looking.NEED_HELP
    meeting = said(answers, MEETING)
    if meeting == Meeting.SOON or needs:
        return HelpAsked(Meeting.SOON, what)
    if meeting == Meeting.LATER or what:
        return HelpAsked(Meeting.LATER, what)
    return None


def a_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
