"""Cohorts come into being when the first student does."""

from careers.actions import audit
from careers.models import Cohort, School, User
from careers.rules import academic_year


def cohort_for(*, school: School, leaving: int, by: User | None) -> Cohort:
    """The school's leavers of one summer, made when they are new. Called inside the transaction of whatever needs them."""
    results_day = academic_year.usual_results_day(leaving)
    cohort, is_new = Cohort.objects.get_or_create(school=school, leaving=leaving, defaults={"results_day": results_day})
    if is_new:
        audit.record(school=school, by=by, verb="added a cohort", subject=cohort, leaving=leaving)
    return cohort
