from datetime import date, timedelta

import pytest
from django.utils import timezone

from careers.actions import personal_codes
from careers.models import Try
from careers.rules.secrets import check_sign
from careers.tests.factories import StudentFactory, UserFactory
from surveys.actions import form_periods
from surveys.actions.form_periods import NotAsked, NotLetIn
from surveys.actions.waves import NotNow
from surveys.models import Invitation
from surveys.tests.factories import InvitationFactory, WaveFactory

pytestmark = pytest.mark.django_db
BORN, HERE, NO_ONES = date(2009, 3, 14), "device:one", "CDFG234" + check_sign("CDFG234")


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


def check_in(period, code, born=BORN, device=HERE):
    return form_periods.check_in(period=period, code=code, born=born, device=device, now=timezone.now())


def wrongly(times, period, code, born=BORN, device=HERE):
    """Types what is wrong so often, on one device or, where `device` has a gap, on another each time."""
    for n in range(times):
        with pytest.raises(NotLetIn):
            check_in(period, code, born, device.format(n))


def test_the_code_on_the_slip_and_the_birth_date_let_a_student_in(period, wave):
    invitation, code = asked(wave)
    assert check_in(period, code.lower()) == invitation
    until = form_periods.come_in(period=period, invitation=invitation)
    assert until == period.closes_at + form_periods.FINISHING
    assert Invitation.objects.get().signed_in_at is not None


def test_another_birth_date_does_not_and_neither_does_another_code(period, wave):
    _, code = asked(wave)
    for wrong in [(code, date(2009, 3, 15)), (NO_ONES, BORN), ("CDFG2345", BORN), ("", BORN)]:
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


def test_guessing_one_students_birth_date_ends_after_ten_tries_even_on_many_devices(period, wave):
    _, code = asked(wave)
    for n in range(10):
        with pytest.raises(NotLetIn):
            check_in(period, code, date(2009, 1, 1) + timedelta(days=n), f"device:{n}")
    with pytest.raises(NotLetIn):
        check_in(period, code, BORN, "device:another")


def test_guessing_codes_on_one_device_ends_and_shuts_no_other_out(period, wave):
    _, code = asked(wave)
    wrongly(31, period, NO_ONES)
    with pytest.raises(NotLetIn):
        check_in(period, code)
    assert check_in(period, code, device="device:another")


def test_what_can_be_no_code_is_refused_and_not_counted(period, wave):
    _, code = asked(wave)
    wrongly(40, period, "CDFG2346" if NO_ONES.endswith("5") else "CDFG2345")
    wrongly(40, period, "junk")
    assert not Try.objects.exists()
    assert check_in(period, code)


def test_nobody_can_shut_the_page_for_a_school_but_many_wrong_codes_raise_an_alarm(period, wave):
    _, code = asked(wave)
    school = wave.cohort.school
    wrongly(299, period, NO_ONES, device="device:{}")
    assert not form_periods.are_guessing(school, timezone.now())
    wrongly(11, period, NO_ONES, device="device:other-{}")
    assert form_periods.are_guessing(school, timezone.now())
    assert not form_periods.are_guessing(school, timezone.now() + timedelta(minutes=31))
    assert not form_periods.are_guessing(WaveFactory().cohort.school, timezone.now())
    assert Try.objects.count() == 310 + 300, "an alarm that is up counts no further"
    assert check_in(period, code, device="device:hers")


def test_tries_while_a_code_is_locked_count_nothing_right_or_wrong(period, wave):
    _, code = asked(wave)
    wrongly(10, period, code, date(2009, 1, 1), device="device:{}")
    counted = Try.objects.count()
    wrongly(5, period, code, BORN, device="device:hers")
    wrongly(5, period, code, date(2009, 1, 2), device="device:theirs")
    assert Try.objects.count() == counted
    after = timezone.now() + timedelta(minutes=5, seconds=10)
    assert form_periods.check_in(period=period, code=code, born=BORN, device="device:hers", now=after)


def test_240_students_behind_one_address_get_in_though_each_mistypes_once(period, wave):
    students = StudentFactory.create_batch(240, cohort=wave.cohort)
    for student in students:
        InvitationFactory(wave=wave, student=student)
    for student, code in personal_codes.codes_for(students).items():
        with pytest.raises(NotLetIn):
            check_in(period, code, date(2009, 4, 13), f"device:{student}")
        assert check_in(period, code, device=f"device:{student}").student_id == student
    assert not form_periods.are_guessing(wave.cohort.school, timezone.now())


def test_a_form_named_twice_is_kept_once(wave, tutor):
    assert form_periods.open_period(wave=wave, forms=["11B", "11A", "11B"], minutes=60, by=tutor).forms == ["11A", "11B"]


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
