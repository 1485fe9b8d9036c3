"""What was answered in two waves, for those who may read answers. Two queries a wave."""

from collections.abc import Iterable

from careers.models import Membership, Student
from surveys.models import Invitation, PageAnswer, Response, Wave
from surveys.rules.comparison import Comparison, compare
from surveys.rules.first_survey import PLAN


def comparison_of(viewer: Membership, before: Wave, after: Wave) -> Comparison:
    return compare(plans_in(viewer, before), plans_in(viewer, after))


def plans_in(viewer: Membership, wave: Wave) -> dict[int, str]:
    """What each student asked in a wave last said to the first question; "" for who has not. Also of those who have not sent it all."""
    plans = dict.fromkeys(Invitation.objects.visible_to(viewer).filter(wave=wave).values_list("student_id", flat=True), "")
    readable = Response.objects.visible_to(viewer).filter(invitation__wave=wave)
    said = PageAnswer.objects.filter(response__in=readable, page=PLAN).order_by("saved_at", "id")
    for student, values in said.values_list("response__invitation__student_id", "values"):
        if student in plans:
            plans[student] = str(values.get(PLAN, ""))
    return plans


def students_in(viewer: Membership, ids: Iterable[int]) -> dict[int, Student]:
    return Student.objects.visible_to(viewer).in_bulk(list(ids))
