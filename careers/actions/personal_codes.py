"""Personal codes, printed on slips: made when first asked for, said again whenever they are printed, renewed by staff."""

import secrets
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from careers.actions import audit
from careers.actions.audit import Entry
from careers.actions.locking import alone_in
from careers.among import among
from careers.models import PersonalCode, School, Student, User
from careers.rules.secrets import are_same, keyed_digest, personal_code, personal_code_typed
from careers.secret_keys import PERSONAL, key, keys

SEED_BYTES = 32


@transaction.atomic
def codes_for(students: Sequence[Student], *, by: User | None = None) -> dict[int, str]:
    """Each student's code, by id, made for those of this one school who have none. `as_printed` of careers/rules/secrets.py groups it."""
    if not students:
        return {}
    school = students[0].school
    alone_in(school)
    kept = PersonalCode.objects.filter(student__in=among([student.pk for student in students]))
    codes = {code.student_id: said_again(school, code) for code in kept}
    missing = [student for student in students if not codes.get(student.pk)]
    if missing:
        codes |= make(school, missing, by)
    return codes


@transaction.atomic
def renew(*, student: Student, by: User | None) -> str:
    """A new code for a slip that was lost. The old one opens nothing from now on."""
    alone_in(student.school)
    return make(student.school, [student], by)[student.pk]


def make(school: School, students: Sequence[Student], by: User | None) -> dict[int, str]:
    """New codes in place of any they have."""
    now = timezone.now()
    PersonalCode.objects.filter(student__in=among([student.pk for student in students])).delete()
    taken = set(PersonalCode.objects.filter(student__school=school).values_list("digest", flat=True))
    codes, rows = {}, []
    for student in students:
        seed, code, digest = unused(school, taken)
        taken.add(digest)
        codes[student.pk] = code
        rows.append(PersonalCode(student=student, seed=seed, digest=digest, made_at=now))
    PersonalCode.objects.bulk_create(rows)
    audit.record_all(school=school, by=by, entries=[Entry("made a personal code", student) for student in students])
    return codes


def unused(school: School, taken: set[str]) -> tuple[str, str, str]:
    """A seed, its code and the code's digest, which nobody in the school has."""
    while True:
        seed = secrets.token_hex(SEED_BYTES)
        code = personal_code(key(PERSONAL), seed)
        digest = digest_of(key(PERSONAL), school, code)
        if digest not in taken:
            return seed, code, digest


def said_again(school: School, kept: PersonalCode) -> str:
    """The code of this row, derived again; empty where the key it was made with is no longer known."""
    for known in keys(PERSONAL):
        code = personal_code(known, kept.seed)
        if are_same(digest_of(known, school, code), kept.digest):
            return code
    return ""


def find(school: School, typed: str) -> Student | None:
    """The student of this school whose code was typed, however it was typed; None also for who is on hold or has died."""
    code = personal_code_typed(typed)
    digests = [digest_of(known, school, code) for known in keys(PERSONAL)]
    whose = Student.objects.filter(school=school, safeguarding_hold=False, deceased=False, personal_code__digest__in=digests)
    return whose.select_related("school", "cohort").first() if code else None


def digest_of(known: bytes, school: School, code: str) -> str:
    return keyed_digest(known, f"{school.pk}:{code}")
