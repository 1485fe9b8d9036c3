"""What a page of answering shows."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from surveys.questions.fields import Text
from surveys.questions.page import Page
from surveys.rules.first_survey import APPLICATIONS
from surveys.visiting import Visit


@dataclass(frozen=True, slots=True)
class Row:
    """One page among the answers. `said` is empty where this visit may not see it."""

    page: str
    question: Text
    said: list[Text]
    seen: bool
    answered: bool


def page_context(visit: Visit, page: str, form: Page, *, checked: bool) -> dict[str, Any]:
    """`checked`: what was sent has been looked at, and its problems are shown."""
    parts = form.parts(with_problems=checked)
    return {
        **common(visit),
        "heading": form.heading(),
        "form": form,
        "page": page,
        "parts": parts,
        "problems": problems_of(parts) if checked else [],
        "progress": progress(visit, page),
        "has_back": visit.questions.route.before(page, visit.answers) is not None,
        "fresh": not form.is_bound,
    }


def common(visit: Visit) -> dict[str, Any]:
    """What every page of a visit shows."""
    return {"visit": visit, "school_name": visit.school.name, "easy": visit.easy, "mark": visit.mark}


def problems_of(parts: list) -> list[tuple[str, str]]:
    """(where it is, what is wrong) for the summary at the head."""
    return [(part.first_id, part.problem) for part in parts if part.problem]


def progress(visit: Visit, page: str) -> str:
    """How far, in words. "About", because answers make the way longer or shorter. No numbers where another visit's answers
    made it as long as it is: they would tell what was answered."""
    asked = visit.questions.route.pages(visit.answers)
    if page not in asked:
        return ""
    left = len(asked) - asked.index(page) - 1
    if left == 0:
        return _("The last question")
    if not visit.sees_all:
        return _("More questions follow")
    words = {"here": asked.index(page) + 1, "left": left}
    return ngettext("Question %(here)d, about %(left)d more", "Question %(here)d, about %(left)d more", left) % words


def rows(visit: Visit) -> list[Row]:
    """The pages of the path with their answers in words. Of what another visit answered only what everybody is asked: the rest of the path,
    and how many applications there are, would tell."""
    route = visit.questions.route
    named = {*visit.seen, *route.asked_of_all} - {APPLICATIONS}  # whether there is one more is no answer to read
    return [row(visit, page) for page in route.pages(visit.answers) if page in named]


def row(visit: Visit, page: str) -> Row:
    form = visit.form(page)
    if form is None:
        raise KeyError(page)
    told = visit.answers.get(page)
    said = form.said(told) if told is not None and page in visit.seen else []
    if form.private and said and told and any(told.values()):
        said = [_("You wrote something")]
    return Row(page, form.heading(), said, page in visit.seen, told is not None)
