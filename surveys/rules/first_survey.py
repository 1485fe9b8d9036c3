"""The first survey (brief A5): what can be answered, and which page follows which. Values are stored; the words stand in surveys/questions.

A page's key is its address. Answers are a mapping of page key to the values that page was last sent with.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

Answers = Mapping[str, Mapping[str, Any]]
MOST_APPLICATIONS, MOST_EVER = 10, 99  # at one time, and with those taken off the list again


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


class Choice(StrEnum):
    """A first choice or back-up that is none of the applications, which are named by their number."""

    ELSEWHERE = "elsewhere"
    NONE = "none"
    NOT_SURE = "not_sure"


PLAN, PLAN_OTHER, SURE, INTEREST, APPLIED, APPLICATIONS = "plan", "plan-other", "sure", "interest", "applied", "applications"
FIRST, FIRST_PLACE, BACKUP, BACKUP_PLACE = "first-choice", "first-choice-place", "backup", "backup-place"
LOOKING, HELP, WORRY, MEETING = "apprenticeship", "help", "worry", "meeting"
ASKED_OF_ALL = (PLAN, HELP, WORRY, MEETING)
APPLICATION = "application-"
NOT_SURE = "not_sure"  # a level that somebody does not know
COURSE, STATE, INTERVIEW, CONDITIONS = "course", "state", "interview", "conditions"
NEEDS_A_PAGE = {"interview": INTERVIEW, "conditional": CONDITIONS}  # what a state of an application leads to
PAGE_OF_APPLICATION = re.compile(rf"{APPLICATION}([1-9]\d?)(?:-({COURSE}|{STATE}|{INTERVIEW}|{CONDITIONS}))?")


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
    if plan == Plan.OTHER:
        yield PLAN_OTHER
    yield from (SURE, INTEREST, APPLIED)
    if said(answers, APPLIED) == Applied.YES:
        yield from about_applications(answers)
    if plan == Plan.APPRENTICESHIP:
        yield LOOKING
    yield from (HELP, WORRY, MEETING)


def about_applications(answers: Answers) -> Iterator[str]:
    numbers = applications(answers)
    for number in numbers or [next_application(answers)]:
        yield from application_pages(number, answers)
    yield APPLICATIONS
    if numbers:
        for choice, place in ((FIRST, FIRST_PLACE), (BACKUP, BACKUP_PLACE)):
            yield choice
            if said(answers, choice) == Choice.ELSEWHERE:
                yield place


def application_pages(number: int, answers: Answers) -> list[str]:
    """The pages of one application: where, what, how far, and the interview or the conditions where there are any."""
    more = NEEDS_A_PAGE.get(said(answers, application_page(number, STATE), STATE))
    return [application_page(number, part) for part in ("", COURSE, STATE, *([more] if more else []))]


def after(page: str, answers: Answers) -> str | None:
    """The page that follows `page`, once it has been answered; None after the last. "Add another" leads to a new application, and
    every application leads to the list of them."""
    number = application_number(page)
    if number:
        own = application_pages(number, answers)
        return next(iter(own[own.index(page) + 1 :]), APPLICATIONS) if page in own else APPLICATIONS
    if page == APPLICATIONS and said(answers, APPLICATIONS, "more") == "yes" and may_add(answers):
        return application_page(next_application(answers))
    asked = pages(answers)
    return next(iter(asked[asked.index(page) + 1 :]), None) if page in asked else PLAN


def before(page: str, answers: Answers) -> str | None:
    """The page that Back leads to; None on the first. From one more application, not told yet, it is the list of them."""
    asked = pages(answers)
    if page in asked:
        return asked[asked.index(page) - 1] if asked.index(page) else None
    return APPLICATIONS if application_number(page) and applications(answers) else PLAN


def may_be_asked(page: str, answers: Answers) -> bool:
    """Whether somebody with these answers may open this page: it is on their path, or the first page of one more application."""
    one_more = said(answers, APPLIED) == Applied.YES and may_add(answers) and page == application_page(next_application(answers))
    return one_more or page in pages(answers)


def first_unanswered(answers: Answers) -> str | None:
    """Where somebody who comes back goes on: the first page of their path that they have not sent; None where all are answered."""
    return next((page for page in pages(answers) if page not in answers), None)


def applications(answers: Answers) -> list[int]:
    """The numbers of the applications they told us of and did not take off the list again."""
    return sorted(number for number in every_number(answers) if not answers[application_page(number)].get("removed"))


def every_number(answers: Answers) -> Iterator[int]:
    return (number for page in answers if (number := application_number(page)) and page == application_page(number))


def next_application(answers: Answers) -> int:
    """The number of a new application. One that was taken off the list never gives its number to another."""
    return max(every_number(answers), default=0) + 1


def may_add(answers: Answers) -> bool:
    return len(applications(answers)) < MOST_APPLICATIONS and next_application(answers) <= MOST_EVER


def application_page(number: int, part: str = "") -> str:
    return f"{APPLICATION}{number}-{part}" if part else f"{APPLICATION}{number}"


def application_number(page: str) -> int:
    """The number of the application that a page is about; 0 where it is about none."""
    found = PAGE_OF_APPLICATION.fullmatch(page)
    return int(found[1]) if found else 0


def application(answers: Answers, number: int) -> dict[str, Any]:
    """All that was told of one application. Conditions of an offer that has none any more are left out."""
    asked = application_pages(number, answers)
    return {name: value for page in asked for name, value in answers.get(page, {}).items()}


def said(answers: Answers, page: str, field: str = "") -> Any:
    """What was answered on `page`; a page of one question names its field as itself."""
    return answers.get(page, {}).get(field or page, "")
