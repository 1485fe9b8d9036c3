"""`may_we` of real students: what the rule has to know, fetched with a bounded number of questions to the database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import prefetch_related_objects
from django.utils import timezone

from careers.among import among
from careers.models import LawfulBasis, Permission, School, Student
from careers.rules.asking import USUAL_BASIS, Answer, Basis, Purpose, Who
from careers.rules.may_we import Marks, Ruling, Situation, Word
from careers.rules.may_we import may_we as ruled

SCHOOL_YEAR_ENDS = (8, 31)
YEARS_OF_CONTACT = 3


def may_we(student: Student, purpose: Purpose, to_whom: str = "", on: date | None = None) -> Ruling:
    """Whether this may be done with what is known of the student, with which fields, and why. `on` is today unless given."""
    return may_we_all([student], purpose, to_whom, on)[student.pk]


def may_we_all(students: Sequence[Student], purpose: Purpose, to_whom: str = "", on: date | None = None) -> dict[int, Ruling]:
    """The same for many students, by id: four questions to the database however many they are."""
    return rulings(students, [purpose], to_whom, on)[purpose]


def rulings(
    students: Sequence[Student], purposes: Sequence[Purpose], to_whom: str = "", on: date | None = None
) -> dict[Purpose, dict[int, Ruling]]:
    """The same for several purposes."""
    on = on or timezone.localdate()
    prefetch_related_objects(students, "cohort")
    words = words_of(students)
    bases = {school: bases_of(school) for school in {student.school_id for student in students}}
    return {
        purpose: {
            student.pk: ruled(
                purpose, bases[student.school_id][purpose], situation(student, words[student.pk, purpose]), to_whom=to_whom, on=on
            )
            for student in students
        }
        for purpose in purposes
    }


def situation(student: Student, words: Sequence[Word]) -> Situation:
    return Situation(marks_of(student), words, sixteen_on(student), date(student.cohort.leaving + YEARS_OF_CONTACT, *SCHOOL_YEAR_ENDS))


def marks_of(student: Student) -> Marks:
    return Marks(**{mark: getattr(student, mark) for mark in Student.SAFETY_MARKS})


def sixteen_on(student: Student) -> date:
    """The sixteenth birthday. By the end of Year 11's summer everybody in the cohort has had it."""
    born = student.date_of_birth
    return born.replace(year=born.year + 16) if born else date(student.cohort.leaving, *SCHOOL_YEAR_ENDS)


def words_of(students: Sequence[Student]) -> Mapping[tuple[int, str], list[Word]]:
    """What was said, by student and purpose, in the order it was recorded."""
    words: defaultdict[tuple[int, str], list[Word]] = defaultdict(list)
    said = Permission.objects.filter(student__in=among([student.pk for student in students])).order_by("on", "recorded_at", "id")
    for student, purpose, answer, who, on, to_whom in said.values_list("student", "purpose", "answer", "who", "on", "to_whom"):
        words[student, purpose].append(Word(Answer(answer), Who(who), on, to_whom))
    return words


def bases_of(school: School | int) -> dict[Purpose, Basis]:
    """The school's basis for each purpose: its own, else the usual one."""
    own = LawfulBasis.objects.filter(school=school).values_list("purpose", "basis")
    return USUAL_BASIS | {Purpose(purpose): Basis(basis) for purpose, basis in own}
