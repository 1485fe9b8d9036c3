from datetime import date, timedelta

import pytest
from django.utils import timezone

from careers.actions import personal_codes
from careers.models import Try
from careers.tests.factories import StudentFactory, UserFactory
from surveys.actions import form_periods
from surveys.actions.form_periods import NotAsked, NotLetIn
from surveys.actions.waves import NotNow
from surveys.models import Invitation
from surveys.tests.factories import InvitationFactory, WaveFactory

pytestmark = pytest.mark.django_db
BORN, HERE = date(2009, 3, 14), "address:192.0.2.1"


@pytest.fixture
def wave():
    return WaveFactory()


@pytest.fixture
def tutor():
    return UserFactory()


@pytest.fixture
def period(wave, tutor):
    return form_periods.open_period(wave=wave, forms=["11A"], minutes=60, by=tutor)


def asked(wave, **student):
    invitation = InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, **student))
    return invitation, personal_codes.codes_for([invitation.student])[invitation.student_id]


def check_in(period, code, born=BORN, address=HERE):
    return form_periods.check_in(period=period, code=code, born=born, address=address, now=timezone.now())


def test_the_code_on_the_slip_and_the_birth_date_let_a_student_in(period, wave):
    invitation, code = asked(wave)
    assert check_in(period, code.lower()) == invitation
    until = form_periods.come_in(period=period, invitation=invitation)
    assert until == period.closes_at + form_periods.FINISHING
    assert Invitation.objects.get().signed_in_at is not None


def test_another_birth_date_does_not_and_neither_does_another_code(period, wave):
    _, code = asked(wave)
    for wrong in [(code, date(2009, 3, 15)), ("CDFG2345", BORN), ("", BORN)]:
        with pytest.raises(NotLetIn):
            check_in(period, *wrong)


def test_a_student_on_hold_is_not_let_in(period, wave):
    _, code = asked(wave, safeguarding_hold=True)
    with pytest.raises(NotLetIn):
        check_in(period, code)


def test_a_student_without_a_birth_date_is_not_let_in(period, wave):
    _, code = asked(wave, date_of_birth=None)
    with pytest.raises(NotLetIn):
        check_in(period, code)


def test_a_code_of_another_school_is_no_code(period):
    _, code = asked(WaveFactory())
    with pytest.raises(NotLetIn):
        check_in(period, code)


def test_whoever_is_not_asked_or_in_another_form_is_told_so_once_they_have_shown_who_they_are(period, wave):
    _, code = asked(wave, form="11B")
    with pytest.raises(NotAsked, match="11A"):
        check_in(period, code)
    student = StudentFactory(cohort=wave.cohort)
    code = personal_codes.codes_for([student])[student.pk]
    with pytest.raises(NotAsked, match="not asked"):
        check_in(period, code)


def test_guessing_one_students_birth_date_ends_after_ten_tries_even_from_many_addresses(period, wave):
    _, code = asked(wave)
    for n in range(10):
        with pytest.raises(NotLetIn):
            check_in(period, code, date(2009, 1, 1) + timedelta(days=n), f"address:192.0.2.{n}")
    with pytest.raises(NotLetIn):
        check_in(period, code, BORN, "address:192.0.2.99")


def test_guessing_codes_from_one_address_ends(period, wave):
    _, code = asked(wave)
    for _ in range(300):
        with pytest.raises(NotLetIn):
            check_in(period, "CDFG2345")
    with pytest.raises(NotLetIn):
        check_in(period, code)
    assert check_in(period, code, address="address:198.51.100.7"), "another address is not locked out with it"


def test_240_students_behind_one_address_get_in_though_each_mistypes_once(period, wave):
    students = StudentFactory.create_batch(240, cohort=wave.cohort)
    for student in students:
        InvitationFactory(wave=wave, student=student)
    for student, code in personal_codes.codes_for(students).items():
        with pytest.raises(NotLetIn):
            check_in(period, code, date(2009, 4, 13))
        assert check_in(period, code).student_id == student
    assert Try.objects.count() == 480


def test_a_period_closes_by_itself_and_by_hand(period, tutor, wave):
    now = timezone.now()
    assert form_periods.find(f" {period.code.lower()} ", now) == period
    assert form_periods.find(period.code, period.closes_at) is None
    assert form_periods.close_period(period=period, by=tutor)
    assert not form_periods.close_period(period=period, by=tutor)
    assert form_periods.find(period.code, timezone.now()) is None
    invitation, _ = asked(wave)
    with pytest.raises(NotLetIn):
        form_periods.come_in(period=period, invitation=invitation)


def test_closing_the_wave_closes_its_periods(period, wave):
    wave.closed_at = timezone.now()
    wave.save()
    assert form_periods.find(period.code, timezone.now()) is None


def test_a_wave_that_is_not_open_is_not_opened_for_a_class(tutor):
    for wave in (WaveFactory(closed=True), WaveFactory(opened_at=None)):
        with pytest.raises(NotNow):
            form_periods.open_period(wave=wave, forms=["11A"], minutes=60, by=tutor)


def test_what_is_no_code_finds_nothing():
    assert form_periods.find("\0" * 300, timezone.now()) is None
    assert form_periods.find("", timezone.now()) is None
