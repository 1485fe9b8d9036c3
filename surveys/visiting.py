"""One visit of somebody who answers: who they are, what they are asked, what they have told us, and what of it they may see."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.crypto import salted_hmac

from careers.models import Preferences, School, Student
from careers.passes import Pass
from surveys.models import Invitation, Response, Wave
from surveys.places import Register, register_of
from surveys.questions.page import Asked, Page
from surveys.questions.registry import REGISTRY, Questions

SALT = "surveys.visiting"


@dataclass
class Visit:
    """What every page of answering needs. Read once for a request, in three queries."""

    the_pass: Pass
    invitation: Invitation
    response: Response | None
    answers: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()

    @property
    def wave(self) -> Wave:
        return self.invitation.wave

    @property
    def student(self) -> Student:
        return self.invitation.student

    @property
    def school(self) -> School:
        return self.student.school

    @property
    def first_name(self) -> str:
        return self.student.known_as or self.student.forename

    @property
    def questions(self) -> Questions:
        return REGISTRY[self.wave.survey]

    @cached_property
    def preferences(self) -> Preferences:
        return Preferences.objects.filter(student=self.student).first() or Preferences(student=self.student)

    @property
    def easy(self) -> bool:
        return self.response.easy_read if self.response else self.preferences.easy_read

    @property
    def language(self) -> str:
        return self.response.language if self.response else self.preferences.language

    @property
    def is_open(self) -> bool:
        return self.wave.is_open(timezone.localdate())

    @property
    def closes_on(self) -> date:
        return self.wave.closes_on

    @property
    def next_page(self) -> str | None:
        """Where they go on; None where every page is answered."""
        return self.questions.route.first_unanswered(self.answers)

    @property
    def own(self) -> dict[str, Mapping[str, Any]]:
        """The answers that this visit may see."""
        return {page: values for page, values in self.answers.items() if page in self.seen}

    @property
    def sees_all(self) -> bool:
        return len(self.seen) == len(self.answers)

    @property
    def has_unsent(self) -> bool:
        """Whether something was changed after the answers were sent."""
        return bool(self.response and self.response.finished_at and self.response.saved_at > self.response.finished_at)

    @property
    def can_get_a_code(self) -> bool:
        """A code goes to an address of the student's; a class sign-in has no link to send one for."""
        return self.the_pass.link_id is not None and not self.the_pass.sees

    @property
    def mark(self) -> str:
        """Whose page this is, unreadable: a page that one student left open is not saved as another's."""
        return salted_hmac(SALT, f"{self.invitation.pk}").hexdigest()[:24]

    @cached_property
    def register(self) -> Register:
        return register_of(self.school)

    def asked(self, page: str, *, with_places: bool = False) -> Asked:
        return Asked(page, self.answers, self.seen, self.register if with_places else Register(), self.easy)

    def form(self, page: str, data: Any = None) -> Page | None:
        """The form of a page with what this visit may see of it, or with what was just typed. None where there is no such page."""
        called = self.questions.page_called(page)
        if called is None:
            return None
        asked = self.asked(page, with_places=called.needs_places)
        return called(data, asked=asked, values=asked.told(page))


def visit_of(the_pass: Pass) -> Visit | None:
    """None where the pass is for a wave that does not ask this student, or not any more: who was taken off the list is refused alike."""
    asked = Invitation.objects.select_related("wave", "student__school", "response")
    theirs = asked.filter(wave=the_pass.about, student=the_pass.student_id, stopped_at=None)
    invitation = next(iter(theirs.order_by()), None)
    if invitation is None or invitation.wave.survey not in REGISTRY:
        return None
    response = getattr(invitation, "response", None)
    if response is None:
        return Visit(the_pass, invitation, None)
    response.invitation = invitation
    sent = list(response.pages.order_by("saved_at", "pk").values_list("page", "values", "visit"))
    answers = {page: values for page, values, _visit in sent}
    last_visit = {page: visit for page, _values, visit in sent}
    seen = frozenset(page for page in answers if the_pass.sees or last_visit[page] == the_pass.visit)
    return Visit(the_pass, invitation, response, answers, seen)
