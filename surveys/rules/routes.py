"""The way through each survey, by key: what follows what, and what its answers mean. The words stand in surveys/questions."""

from collections.abc import Callable
from dataclasses import dataclass

from surveys.rules import first_survey, hearing
from surveys.rules.first_survey import Answers
from surveys.rules.hearing import Heard
from surveys.rules.surveys import FIRST


@dataclass(frozen=True, slots=True)
class Route:
    """The pages of one survey, and what its answers mean. `worry`: the page whose words staff can read as soon as it is sent.
    `asked_of_all`: pages on every path, so that naming one tells nothing of what was answered."""

    pages: Callable[[Answers], list[str]]
    after: Callable[[str, Answers], str | None]
    before: Callable[[str, Answers], str | None]
    may_be_asked: Callable[[str, Answers], bool]
    first_unanswered: Callable[[Answers], str | None]
    hear: Callable[[Answers], Heard]
    worry: str = ""
    asked_of_all: tuple[str, ...] = ()


ROUTES = {
    FIRST.key: Route(
        first_survey.pages,
        first_survey.after,
        first_survey.before,
        first_survey.may_be_asked,
        first_survey.first_unanswered,
        hearing.hear,
        first_survey.WORRY,
        first_survey.ASKED_OF_ALL,
    ),
}
