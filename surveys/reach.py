"""How those who would be asked can be reached, told before a wave opens. Bounded queries."""

from collections.abc import Sequence

from careers.among import among
from careers.models import PersonalCode, Student
from careers.reaching import best_all
from careers.rules.contact import MessageChannel
from surveys.chasing import WHOSE, known_of, plan_of
from surveys.models import Wave
from surveys.rules.plans import To

NAMES = {
    (To.STUDENT, MessageChannel.EMAIL): "have an email address we may use",
    (To.STUDENT, MessageChannel.TEXT): "have a mobile number we may use",
    (To.STUDENT, MessageChannel.LETTER): "have a postal address we may use",
    (To.PARENT, MessageChannel.EMAIL): "have a parent or carer with an email address we may use",
    (To.PARENT, MessageChannel.TEXT): "have a parent or carer with a mobile number we may use",
    (To.PARENT, MessageChannel.LETTER): "have a parent or carer with a postal address we may use",
}


def reach_of(wave: Wave, asked: Sequence[int]) -> list[str]:
    """Sentences about those who would be asked, each beginning with how many."""
    students = list(Student.objects.filter(pk__in=among(asked)).select_related("cohort"))
    used = sorted({(step.to, step.channel) for step in plan_of(wave) if step.is_message})
    said = [f"{len(best_all(students, way, whose=WHOSE[to]))} {NAMES[to, MessageChannel(way)]}." for to, way in used]
    unborn = sum(student.date_of_birth is None for student in students)
    said += [f"{unborn} have no date of birth on record, so they cannot come in with a personal code."] if unborn else []
    known = len(known_of(wave) & set(asked))
    said += [f"{known} are known from a list already: they are asked, and not reminded."] if known else []
    coded = PersonalCode.objects.filter(student__in=among(asked)).count()
    return [
        *said,
        f"{coded} have a personal code; printing the slips makes the others." if coded < len(students) else "All have a personal code.",
    ]
