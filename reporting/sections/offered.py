"""The terms a report can be made of, and what a school knew by the end of each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Min
from django.utils import timezone

from careers.models import School, Student
from reporting.rules import terms


@dataclass(frozen=True, slots=True)
class Offer:
    """A term that has begun. `as_at` is its usual day.

    `has_students`: the school holds students at one of its stages. `known_since`: when the first thing about them was recorded.
    """

    term: str
    as_at: date
    has_students: bool
    known_since: date | None

    @property
    def nothing_known_by_then(self) -> bool:
        """Whether something is known now, and none of it had been recorded by the usual day."""
        return self.known_since is not None and self.known_since > self.as_at

    @property
    def title(self) -> str:
        """The term, and what to know of it before it is chosen."""
        if not self.has_students:
            return f"{terms.title(self.term)}: no students in Year 11, 12 or 14 then"
        if self.nothing_known_by_then:
            return f"{terms.title(self.term)}: nothing about its students had been recorded by its end"
        return terms.title(self.term)


def offers(school: School, today: date) -> list[Offer]:
    """The last terms that have begun, this one first. One query."""
    recorded = first_recorded(school)
    return [offer(term, recorded, today) for term in terms.recent(today)]


def can_be_made(school: School, term: str) -> bool:
    """Whether the school has students at one of the term's stages. One query."""
    leaving = [stage.leaving for stage in terms.stages_of(term)]
    return Student.objects.filter(school=school, cohort__leaving__in=leaving).exists()


def first_recorded(school: School) -> dict[int, date | None]:
    """For each cohort that has students, by its summer: the day on which anything about their whereabouts was first recorded."""
    rows = Student.objects.filter(school=school).order_by().values_list("cohort__leaving")
    firsts = rows.annotate(Min("evidence__recorded_at"), Min("settlements__at"))
    return {leaving: min((timezone.localdate(at) for at in found if at), default=None) for leaving, *found in firsts}


def offer(term: str, recorded: dict[int, date | None], today: date) -> Offer:
    there = [recorded[stage.leaving] for stage in terms.stages_of(term) if stage.leaving in recorded]
    return Offer(term, terms.as_at(term, today), bool(there), min((day for day in there if day), default=None))
