"""Every survey that can be asked, with its words. A survey of later uses pages of an earlier one by naming them in its own table."""

from collections.abc import Callable
from dataclasses import dataclass

from surveys.questions.first.survey import page_called as first_page_called
from surveys.questions.page import Page
from surveys.rules.routes import ROUTES, Route
from surveys.rules.surveys import FIRST, SURVEYS, Survey


@dataclass(frozen=True, slots=True)
class Questions:
    """One survey: what it is called, the way through it, and the form of each page."""

    survey: Survey
    route: Route
    page_called: Callable[[str], type[Page] | None]


REGISTRY = {FIRST.key: Questions(SURVEYS[FIRST.key], ROUTES[FIRST.key], first_page_called)}


def anybodys_page(key: str) -> type[Page] | None:
    """The form of a page of whichever survey has one of this name: for words that came in without a pass."""
    return next((page for questions in REGISTRY.values() if (page := questions.page_called(key))), None)
