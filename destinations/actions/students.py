"""Students come in: whoever is new gets an answer at every checkpoint at once."""

from django.db import transaction

from careers.actions import students
from careers.actions.students import Applied
from careers.models import School, User
from careers.rules.student_plan import Plan
from destinations.actions.destinations import recompute

TOGETHER = 1000


@transaction.atomic
def import_students(*, school: School, plan: Plan, by: User | None, file_name: str, file_digest: str) -> Applied:
    """Write a plan and answer the checkpoints of the new students. Raises RegisterChanged when the plan is out of date."""
    applied = students.apply_import(school=school, plan=plan, by=by, file_name=file_name, file_digest=file_digest)
    for start in range(0, len(applied.added), TOGETHER):
        recompute(students=applied.added[start : start + TOGETHER])
    return applied
