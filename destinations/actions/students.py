"""Students come in: whoever is new gets an answer at every checkpoint at once."""

from collections.abc import Callable, Iterable

from django.db import transaction

from careers.actions import students
from careers.actions.many_rows import together
from careers.actions.students import Applied
from careers.models import School, User
from careers.rules.student_plan import Outline, Plan
from destinations.actions.first_answers import answer_for_newcomers


def import_students(*, school: School, plan: Plan, by: User | None, file_name: str, file_digest: str) -> Applied:
    """Write a plan and answer the checkpoints of the new students. Raises RegisterChanged when the plan is out of date."""
    return import_parts(school=school, outline=plan.outline, parts=[plan], by=by, file_name=file_name, file_digest=file_digest)


def import_parts(
    *,
    school: School,
    outline: Outline,
    parts: Iterable[Plan],
    by: User | None,
    file_name: str,
    file_digest: str,
    begun_at: int | None = None,
    finish: Callable[[], None] = lambda: None,
) -> Applied:
    """As `import_students`, for a plan too large to be held at once. All or nothing: one transaction, which begins when all is ready and
    ends with `finish`. `begun_at` is the last event of the school from before the plan was begun."""
    ready = students.make_ready(school=school, outline=outline, begun_at=begun_at)
    with transaction.atomic():
        applied = students.apply_import(ready=ready, parts=parts, by=by, file_name=file_name, file_digest=file_digest)
        if applied.cohort:
            for some in together(applied.added):
                answer_for_newcomers(cohort=applied.cohort, students=some)
        finish()
    return applied
