"""The answers about students nobody has said anything about: the same for a whole cohort, so written for all of them at once."""

from collections.abc import Collection

from django.utils import timezone

from careers.actions.many_rows import add_for_each
from careers.models import Cohort
from destinations import asking
from destinations.actions.destinations import ANSWERED, as_destination
from destinations.models import Destination
from destinations.rules import standing
from destinations.rules.checkpoints import Checkpoint
from destinations.rules.reconciliation import reconcile

FIELDS = [Destination._meta.get_field(name).attname for name in ("checkpoint", *ANSWERED)]  # type: ignore[union-attr]


def answer_for_newcomers(*, cohort: Cohort, students: Collection[int]) -> None:
    """Write all four answers of students (ids) who came in with this transaction: without evidence, settlement or exclusion.

    What `recompute` would write, which a test proves. The cohort's school must be loaded.
    """
    now = timezone.now()
    silence = [as_destination(checkpoint, nothing_heard(cohort, checkpoint), now) for checkpoint in Checkpoint]
    add_for_each(Destination, list(students), "student_id", [{name: getattr(one, name) for name in FIELDS} for one in silence])


def nothing_heard(cohort: Cohort, checkpoint: Checkpoint) -> asking.Standing:
    answer = standing.stand_by(reconcile((), asking.question_for(cohort, checkpoint)), None)
    return asking.Standing(0, answer)
