"""The first survey (brief A5): what can be answered, and which page follows which. Values are stored; the words stand in surveys/questions.

A page's key is its address. Answers are a mapping of page key to the values that page was last sent with.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

Answers = Mapping[str, Mapping[str, Any]]
MOST_APPLICATIONS = 10


class Plan(StrEnum):
    A_LEVEL = "a_level"
    T_LEVEL = "t_level"
    VOCATIONAL = "vocational"
    MIXED = "mixed"
    APPRENTICESHIP = "apprenticeship"
    JOB = "job"
    SUPPORTED = "supported"
    OTHER = "other"
    DO_NOT_KNOW = "do_not_know"


class Sure(StrEnum):
    VERY = "very"
    QUITE = "quite"
    NOT_VERY = "not_very"
    NO_IDEA = "no_idea"


class Applied(StrEnum):
    YES = "yes"
    STARTED = "started"
    NOT_YET = "not_yet"
    NEED_HELP = "need_help"


class Looking(StrEnum):
    """How far somebody is with an apprenticeship."""

    FOUND = "found"
    APPLIED = "applied"
    LOOKING = "looking"
    NEED_HELP = "need_help"


class Help(StrEnum):
    INTERVIEW = "careers_interview"
    OPEN_DAYS = "open_days"
    APPLICATIONS = "applications"
    PRACTICE = "interview_practice"
    TRAVEL = "travel"
    MONEY = "money"
    SUPPORT = "support_with_learning"
    ENGLISH_MATHS = "english_maths"
    SOMEONE = "someone_to_talk_to"


class Meeting(StrEnum):
    SOON = "soon"
    LATER = "later"
    NO = "no"


PLAN, SURE, INTEREST, APPLIED, APPLICATIONS, CHOICE = "plan", "sure", "interest", "applied", "applications", "choice"
LOOKING, HELP, WORRY, MEETING = "apprenticeship", "help", "worry", "meeting"
APPLICATION = "application-"


def pages(answers: Answers) -> list[str]:
    """The keys of the pages somebody with these answers is asked, in order. The pages of single applications come before their list.

    "I do not know yet" is a short path: what would help, is anything worrying you, shall we meet.
    """
    return list(path(answers))


def path(answers: Answers) -> Iterator[str]:
    plan = said(answers, PLAN)
    yield PLAN
    if plan == Plan.DO_NOT_KNOW:
        yield from (HELP, WORRY, MEETING)
        return
    yield from (SURE, INTEREST, APPLIED)
    if said(answers, APPLIED) == Applied.YES:
        numbers = applications(answers)
        yield from (application_page(number) for number in numbers or [next_application(answers)])
        yield APPLICATIONS
        if numbers:
            yield CHOICE
    if plan == Plan.APPRENTICESHIP:
        yield LOOKING
    yield from (HELP, WORRY, MEETING)


def after(page: str, answers: Answers) -> str | None:
    """The page that follows `page`, once it has been answered; None after the last. "Add another" leads to a new application."""
    if page.startswith(APPLICATION):
        return APPLICATIONS
    if page == APPLICATIONS and said(answers, APPLICATIONS, "more") == "yes" and len(applications(answers)) < MOST_APPLICATIONS:
        return application_page(next_application(answers))
    asked = pages(answers)
    return next(iter(asked[asked.index(page) + 1 :]), None) if page in asked else PLAN


def before(page: str, answers: Answers) -> str | None:
    """The page that Back leads to; None on the first."""
    asked = pages(answers)
    if page not in asked:
        return APPLICATIONS if page.startswith(APPLICATION) and applications(answers) else PLAN
    at = asked.index(page)
    return asked[at - 1] if at else None


def first_unanswered(answers: Answers) -> str | None:
    """Where somebody who comes back goes on: the first page of their path that they have not sent; None where all are answered."""
    return next((page for page in pages(answers) if page not in answers), None)


def applications(answers: Answers) -> list[int]:
    """The numbers of the applications they told us of and did not take off the list again."""
    numbers = (int(page.removeprefix(APPLICATION)) for page in answers if page.startswith(APPLICATION))
    return sorted(number for number in numbers if not answers[application_page(number)].get("removed"))


def next_application(answers: Answers) -> int:
    """The number of a new application. One that was taken off the list never gives its number to another."""
    return max((int(page.removeprefix(APPLICATION)) for page in answers if page.startswith(APPLICATION)), default=0) + 1


def application_page(number: int) -> str:
    return f"{APPLICATION}{number}"


def said(answers: Answers, page: str, field: str = "") -> Any:
    """What was answered on `page`; a page of one question names its field as itself."""
    return answers.get(page, {}).get(field or page, "")
