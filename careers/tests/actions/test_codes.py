from datetime import timedelta

import pytest
from django.utils import timezone

from careers.actions import codes, links, personal_codes, tries
from careers.models import Message, OneTimeCode, PersonalCode, PersonalLink, Try
from careers.rules.secrets import as_printed
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import CohortFactory, StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> PersonalLink:
    detail = ContactDetailFactory(value="robin@mail.example")
    return links.give(student=detail.student, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=30), by=None)


def send(link: PersonalLink) -> OneTimeCode:
    return codes.send(link=link, detail=link.student.contact_details.get())


def use(link: PersonalLink, typed: str, minutes: float = 0) -> bool:
    return codes.use(link=link, typed=typed, now=timezone.now() + timedelta(minutes=minutes))


def test_a_code_goes_to_the_known_address_at_once_and_is_stored_nowhere(link: PersonalLink) -> None:
    code = send(link)
    digits = codes.digits_of(code)
    message = Message.objects.get()
    assert (message.to, message.at_once, message.code) == ("robin@mail.example", True, code)
    assert digits not in message.body + message.subject
    assert digits not in str(OneTimeCode.objects.values("digest", "seed", "link").get())


def test_a_code_is_right_once(link: PersonalLink) -> None:
    digits = codes.digits_of(send(link))
    assert use(link, f" {digits[:3]} {digits[3:]} ")
    assert not use(link, digits)


def test_a_code_is_over_after_ten_minutes(link: PersonalLink) -> None:
    digits = codes.digits_of(send(link))
    assert not use(link, digits, minutes=10.1)
    assert use(link, digits, minutes=9.9)


def test_five_wrong_tries_end_a_code(link: PersonalLink) -> None:
    digits = codes.digits_of(send(link))
    wrong = f"{(int(digits) + 1) % 10**6:06d}"
    assert not any(use(link, wrong) for _ in range(5))
    assert not use(link, digits)


def test_a_new_code_ends_the_one_before(link: PersonalLink) -> None:
    old, new = codes.digits_of(send(link)), codes.digits_of(send(link))
    assert old == new or not use(link, old)
    assert use(link, new)


def test_a_code_of_another_link_is_no_code(link: PersonalLink) -> None:
    digits = codes.digits_of(send(link))
    other = links.give(student=StudentFactory(), purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=30), by=None)
    assert not use(other, digits)
    assert use(link, digits)


def test_a_code_goes_to_nobody_else_and_to_no_address_that_is_over(link: PersonalLink) -> None:
    student = link.student
    wrong = [
        ContactDetailFactory(),
        ContactDetailFactory(student=student, of_a_parent=True),
        ContactDetailFactory(student=student, ended=True),
        ContactDetailFactory(student=student, bounced=True),
    ]
    for detail in wrong:
        with pytest.raises(ValueError, match="student's own"):
            codes.send(link=link, detail=detail)
    assert not Message.objects.exists()


def test_a_mailbox_is_not_flooded(link: PersonalLink) -> None:
    for _ in range(5):
        send(link)
    with pytest.raises(codes.TooManyCodes):
        send(link)
    assert Message.objects.count() == 5


def test_wrong_guesses_are_counted_by_a_mark_that_says_nothing() -> None:
    now = timezone.now()
    for _ in range(10):
        assert tries.may_try("class", ["student:17", "address:192.0.2.1"], now)
        tries.record("class", ["student:17", "address:192.0.2.1"], now)
    assert not tries.may_try("class", ["student:17", "address:192.0.2.9"], now)
    assert tries.may_try("class", ["student:18", "address:192.0.2.1"], now)
    assert tries.may_try("another door", ["student:17"], now)
    assert not any(row.whose == "17" or "." in row.whose for row in Try.objects.all())
    assert tries.may_try("class", ["student:17"], now + timedelta(minutes=6))
    assert tries.forget_old(now + timedelta(days=1)) == 20


def test_a_personal_code_is_said_again_and_found_however_it_is_typed() -> None:
    cohort = CohortFactory()
    students = [StudentFactory(cohort=cohort) for _ in range(30)]
    made = personal_codes.codes_for(students)
    assert personal_codes.codes_for(students) == made
    assert len(set(made.values())) == 30
    for student in students:
        assert personal_codes.find(cohort.school, as_printed(made[student.pk]).lower()) == student
    assert not any(code in str(row) for row in PersonalCode.objects.values() for code in made.values())


def test_a_personal_code_opens_nothing_elsewhere_nor_for_who_is_on_hold() -> None:
    held, other = StudentFactory(on_safeguarding_hold=True), StudentFactory()
    code = personal_codes.codes_for([held])[held.pk]
    assert personal_codes.find(held.school, code) is None
    code = personal_codes.codes_for([other])[other.pk]
    assert personal_codes.find(held.school, code) is None
    assert personal_codes.find(other.school, code[:-1] + ("2" if code[-1] != "2" else "3")) is None
    assert personal_codes.find(other.school, "") is None


def test_a_lost_slip_is_renewed() -> None:
    student = StudentFactory()
    old = personal_codes.codes_for([student])[student.pk]
    new = personal_codes.renew(student=student, by=None)
    assert old != new
    assert personal_codes.find(student.school, old) is None
    assert personal_codes.find(student.school, new) == student


def test_slips_of_a_cohort_take_a_few_questions(django_assert_max_num_queries) -> None:
    cohort = CohortFactory()
    students = [StudentFactory(cohort=cohort) for _ in range(60)]
    with django_assert_max_num_queries(12):
        personal_codes.codes_for(students)
    with django_assert_max_num_queries(4):
        personal_codes.codes_for(students)
