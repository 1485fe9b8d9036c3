from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.actions import messages, permissions
from careers.models import AuditEvent, LawfulBasis, Message, Permission, Student, Wording
from careers.permitted import may_we, may_we_all
from careers.rules.asking import Answer, Basis, Channel, Purpose, Who
from careers.rules.permission_words import DEFAULT_WORDS
from careers.tests.asking_factories import ContactDetailFactory, PermissionFactory
from careers.tests.factories import CohortFactory, StudentFactory, UserFactory
from careers.wordings import latest_versions, wording

pytestmark = pytest.mark.django_db


@pytest.fixture
def student() -> Student:
    """Sixteen on 14 March 2025."""
    return StudentFactory(date_of_birth=date(2009, 3, 14))


def record(student: Student, purpose=Purpose.CONTACT, answer=Answer.GIVEN, **also) -> Permission:
    usual = {"who": Who.STUDENT, "channel": Channel.PAPER, "on": timezone.localdate(), "by": None}
    return permissions.record(student=student, purpose=purpose, answer=answer, **usual | also)


def waiting(student: Student, key: str, purpose=Purpose.CONTACT) -> Message:
    detail = ContactDetailFactory(student=student)
    message = messages.write(
        school=student.school,
        student=student,
        key=key,
        template="reminder",
        channel="email",
        detail=detail,
        values={"first_name": "Robin", "survey": "Your plans", "closes_on": "Friday"},
        purpose=purpose,
    )
    assert message
    return message


def test_what_is_said_is_kept_with_the_wording_it_answered(student: Student) -> None:
    leader = UserFactory()
    permissions.set_words(school=student.school, purpose=Purpose.CONTACT, words="May we?\n\nWe ask.", by=leader)
    said = record(student, by=leader)
    assert (said.version, said.recorded_by) == (1, leader)
    assert AuditEvent.objects.filter(verb="recorded a permission", subject_id=student.pk).exists()


def test_withdrawal_stops_every_message_that_waits_at_once_and_no_other(student: Student) -> None:
    other = waiting(StudentFactory(cohort=student.cohort), "c")
    stopped = [waiting(student, "a"), waiting(student, "b")]
    alumni = waiting(student, "d", Purpose.ALUMNI)
    record(student, answer=Answer.WITHDRAWN)
    assert {Message.objects.get(pk=m.pk).state for m in stopped} == {Message.State.STOPPED}
    assert {Message.objects.get(pk=m.pk).state for m in (other, alumni)} == {Message.State.WAITING}
    assert not may_we(student, Purpose.CONTACT).yes


def test_what_the_law_requires_is_told_and_cannot_be_refused(student: Student) -> None:
    with pytest.raises(ValidationError, match="told"):
        record(student, Purpose.SHARE_AUTHORITY, Answer.REFUSED)
    record(student, Purpose.SHARE_AUTHORITY, Answer.TOLD)
    assert may_we(student, Purpose.SHARE_AUTHORITY).yes


def test_from_sixteen_a_parent_cannot_newly_object(student: Student) -> None:
    with pytest.raises(ValidationError, match="only the student"):
        record(student, Purpose.SHARE_AUTHORITY_MORE, Answer.REFUSED, who=Who.PARENT, on=date(2025, 3, 14))
    record(student, Purpose.SHARE_AUTHORITY_MORE, Answer.REFUSED, who=Who.PARENT, on=date(2025, 3, 13))
    assert not may_we(student, Purpose.SHARE_AUTHORITY_MORE).yes


def test_nothing_is_said_tomorrow(student: Student) -> None:
    with pytest.raises(ValidationError, match="has not come"):
        record(student, on=timezone.localdate() + timedelta(days=1))


def test_a_school_s_own_basis_decides_silence(student: Student) -> None:
    assert may_we(student, Purpose.SHARE_PROVIDERS).yes
    permissions.set_basis(school=student.school, purpose=Purpose.SHARE_PROVIDERS, basis=Basis.CONSENT, note="Trust policy", by=None)
    assert not may_we(student, Purpose.SHARE_PROVIDERS).yes
    permissions.set_basis(school=student.school, purpose=Purpose.SHARE_PROVIDERS, basis=Basis.PUBLIC_TASK, note="", by=None)
    assert not LawfulBasis.objects.exists()
    with pytest.raises(ValidationError):
        permissions.set_basis(school=student.school, purpose=Purpose.SHARE_AUTHORITY, basis=Basis.CONSENT, note="", by=None)
    with pytest.raises(ValidationError):
        permissions.set_basis(school=student.school, purpose=Purpose.ALUMNI, basis=Basis.LEGAL_OBLIGATION, note="", by=None)


def test_changed_words_are_a_new_version_and_the_old_ones_stay(student: Student) -> None:
    school = student.school
    assert wording(school, Purpose.ALUMNI) == (DEFAULT_WORDS[Purpose.ALUMNI], 0)
    assert permissions.set_words(school=school, purpose=Purpose.ALUMNI, words=DEFAULT_WORDS[Purpose.ALUMNI], by=None) == 0
    assert permissions.set_words(school=school, purpose=Purpose.ALUMNI, words="Join {school}?\n\nDo.", by=None) == 1
    assert permissions.set_words(school=school, purpose=Purpose.ALUMNI, words="Join us?\n\nDo.", by=None) == 2
    assert wording(school, Purpose.ALUMNI, 1)[0].startswith("Join {school}")
    assert latest_versions(school)[Purpose.ALUMNI] == 2
    assert Wording.objects.count() == 2
    for wrong in ("", "  ", "Hello {upn}", "x" * 6_001):
        with pytest.raises(ValidationError):
            permissions.set_words(school=school, purpose=Purpose.ALUMNI, words=wrong, by=None)


def test_a_student_without_a_birth_date_is_sixteen_when_the_year_ends() -> None:
    student = StudentFactory(date_of_birth=None)
    PermissionFactory(student=student, purpose=Purpose.SHARE_PROVIDERS, refused=True, by_a_parent=True, on=date(2025, 8, 30))
    assert not may_we(student, Purpose.SHARE_PROVIDERS).yes


def test_rulings_for_a_cohort_take_a_few_questions(django_assert_max_num_queries) -> None:
    cohort = CohortFactory()
    students = [StudentFactory(cohort=cohort) for _ in range(30)]
    for student in students[:10]:
        PermissionFactory(student=student, refused=True)
    fresh = list(Student.objects.filter(cohort=cohort))
    with django_assert_max_num_queries(3):
        rulings = may_we_all(fresh, Purpose.CONTACT, on=date(2025, 9, 1))
    assert sum(ruling.yes for ruling in rulings.values()) == 20
