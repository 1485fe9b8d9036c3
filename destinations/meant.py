"""Whom a list may be about: the students it is matched against, and the matching of its rows to them."""

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet

from careers.matching.decide import match
from careers.matching.nearest import nearest
from careers.matching.records import Candidate, Known, Listed, Match
from careers.models import Cohort, Student
from destinations.rules.checkpoints import is_followed

KNOWN = (
    "pk", "upn", "uln", "surname", "forename", "middle_names", "known_as", "preferred_surname", "former_surname", "date_of_birth", "sex",
    "postcode", "form", "cohort",
)  # fmt: skip


def cohorts_meant(cohort: Cohort, on: date) -> list[int]:
    """The cohorts (ids) that a list about one of them may speak of: it first, then those of its school followed on that day. One query."""
    every = Cohort.objects.filter(school=cohort.school_id).exclude(pk=cohort.pk).values_list("pk", "leaving")
    return [cohort.pk, *(pk for pk, leaving in every if is_followed(leaving, on))]


def students_meant(cohort: Cohort, on: date) -> QuerySet[Student]:
    """Whom a row of a list may be about. Evaluates one query, and is one."""
    return Student.objects.filter(school=cohort.school_id, cohort__in=cohorts_meant(cohort, on))


def known_students(cohort: Cohort, on: date) -> list[Known]:
    """Everybody whom a row may be about, as matching takes them. Two queries."""
    rows = students_meant(cohort, on).order_by("pk").values_list(*KNOWN)
    return [Known(*row) for row in rows]


def leaving_of(known: Sequence[Known], cohort: Cohort) -> dict[Hashable, int]:
    """The year in which each of these students of the cohort's school leaves Year 11. One query."""
    years = dict(Cohort.objects.filter(school=cohort.school_id).values_list("pk", "leaving"))
    return {one.id: years[one.cohort] for one in known if one.cohort in years}


def mark_of(known: Sequence[Known]) -> str:
    """A digest of whom a return was matched against, without saying who they are."""
    return hashlib.sha256(repr(known).encode()).hexdigest()


def match_all(
    listed: Sequence[Listed], known: Sequence[Known], cohort: Cohort, progress: Callable[[int, int], None] | None = None
) -> Mapping[Hashable, Match]:
    """One match for each row, by its key. Where nothing else decides, the students of the chosen cohort go before others.

    `progress` is told how many rows of how many are done.
    """
    school = cohort.school
    matches = match(listed, known, our_school_names=(school.name,), our_urn=school.urn, first_cohort=cohort.pk, progress=progress)
    return {found.key: found for found in matches}


def nearest_to(listed: Listed, known: Sequence[Known], cohort: Cohort) -> tuple[Candidate, ...]:
    """The students most like a row, however little: at most three."""
    return nearest(listed, known, our_school_names=(cohort.school.name,), our_urn=cohort.school.urn)
