"""What one student has told us in surveys, as staff read it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from careers.models import Membership, Student
from surveys.models import PageAnswer, Response
from surveys.questions.fields import Text
from surveys.questions.page import Asked
from surveys.questions.registry import REGISTRY, Questions
from surveys.rules.answers import latest
from surveys.rules.first_survey import APPLICATIONS, Answers


@dataclass(frozen=True, slots=True)
class Told:
    """One question and what was answered. `earlier`: what was answered before, with the day."""

    question: Text
    said: list[Text]
    earlier: list[tuple[datetime, list[Text]]]


@dataclass(frozen=True, slots=True)
class ToldInSurvey:
    response: Response
    told: list[Told]

    @property
    def is_unsent(self) -> bool:
        """Whether something is saved that has not been sent, so that it is no evidence yet."""
        return self.response.finished_at is None or self.response.saved_at > self.response.finished_at


def told_by(student: Student, viewer: Membership) -> list[ToldInSurvey]:
    """Every survey the student has begun, latest first, as far as the viewer may read it. Worries stand elsewhere. Two queries."""
    responses = Response.objects.visible_to(viewer).filter(invitation__student=student).select_related("invitation__wave", "keyed_by")
    return [in_survey(response) for response in responses.prefetch_related("pages") if response.invitation.wave.survey in REGISTRY]


def in_survey(response: Response) -> ToldInSurvey:
    sent = list(response.pages.all())
    answers = latest(sent)
    savings: defaultdict[str, list[PageAnswer]] = defaultdict(list)
    for saving in sent:
        savings[saving.page].append(saving)
    questions = REGISTRY[response.invitation.wave.survey]
    told = (told_on(questions, page, answers, savings[page]) for page in questions.route.pages(answers) if page in answers)
    return ToldInSurvey(response, [one for one in told if one])


def told_on(questions: Questions, page: str, answers: Answers, savings: list[PageAnswer]) -> Told | None:
    """One page; None for what staff do not read here."""
    called = questions.page_called(page)
    if called is None or called.private or page == APPLICATIONS:
        return None
    form = called(asked=Asked(page, answers, frozenset(answers)))
    earlier = [(saving.saved_at, form.said(saving.values)) for saving in without_repeats(savings)[:-1]]
    return Told(form.heading(), form.said(answers[page]), earlier)


def without_repeats(savings: Iterable[PageAnswer]) -> list[PageAnswer]:
    """Savings that say something else than the one before."""
    kept: list[PageAnswer] = []
    for saving in savings:
        if kept and kept[-1].values == saving.values:
            kept.pop()
        kept.append(saving)
    return kept
