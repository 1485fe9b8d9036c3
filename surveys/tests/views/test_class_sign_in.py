from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from careers import passes
from careers.actions import personal_codes, tries
from careers.models import AuditEvent
from careers.rules.permissions import Role
from careers.rules.secrets import check_sign
from careers.tests.factories import MembershipFactory, StudentFactory, UserFactory
from surveys.actions import form_periods
from surveys.models import Invitation
from surveys.tests.factories import InvitationFactory, WaveFactory
from surveys.views import devices

pytestmark = pytest.mark.django_db
BORN = {"day": "14", "month": "3", "year": "2009"}


@pytest.fixture
def wave():
    return WaveFactory()


@pytest.fixture
def period(wave):
    return form_periods.open_period(wave=wave, forms=["11A"], minutes=60, by=UserFactory())


@pytest.fixture
def amina(wave):
    return InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, forename="Amina"))


def code_of(invitation: Invitation) -> str:
    return personal_codes.codes_for([invitation.student])[invitation.student_id]


def come_in(client, period, code, **born):
    return client.post(reverse("class:sign_in", args=[period.code]), {"code": code, **BORN, **born})


def test_the_code_on_the_board_leads_to_the_class_page(period):
    response = Client().post(reverse("class:code"), {"code": f" {period.code.lower()}"})
    assert response["Location"] == reverse("class:sign_in", args=[period.code])


def test_a_student_comes_in_and_is_asked_whether_it_is_them(period, amina):
    client = Client()
    asked = come_in(client, period, code_of(amina))
    assert "Are you Amina?" in asked.content.decode()
    assert amina.student.surname not in asked.content.decode()
    assert passes.COOKIE not in client.cookies
    yes = client.post(reverse("class:confirm", args=[period.code]), {"who": asked.context["who"], "yes": "yes"})
    assert yes["Location"] == reverse("answer:start")
    assert client.get(yes["Location"]).status_code == 200
    amina.refresh_from_db()
    assert amina.signed_in_at is not None


def test_saying_no_gives_no_pass(period, amina):
    client = Client()
    asked = come_in(client, period, code_of(amina))
    no = client.post(reverse("class:confirm", args=[period.code]), {"who": asked.context["who"]})
    assert no["Location"] == reverse("class:sign_in", args=[period.code])
    assert passes.COOKIE not in client.cookies


def words_of(response) -> str:
    """The page without what the student typed and the token of the form."""
    text = response.content.decode()
    return "".join(line for line in text.splitlines() if "<input" not in line and "data-" not in line)


def test_every_failure_looks_the_same(period, amina, wave):
    on_hold = InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, safeguarding_hold=True))
    code, held = code_of(amina), code_of(on_hold)
    client = Client()
    failures = [
        come_in(client, period, code, day="15"),
        come_in(client, period, code, day="99"),
        come_in(client, period, "CDFG2345"),
        come_in(client, period, "nonsense"),
        come_in(client, period, held),
    ]
    assert len({words_of(response) for response in failures}) == 1
    for n in range(10):
        come_in(client, period, code, day=str(n + 1), month="1")
    assert words_of(come_in(client, period, code)) == words_of(failures[0]), "nor when there were too many tries"


@pytest.mark.parametrize("who", ["", "x", "1:2:3"])
def test_a_confirmation_that_was_not_ours_lets_nobody_in(period, amina, who):
    client = Client()
    client.post(reverse("class:confirm", args=[period.code]), {"who": who, "yes": "yes"})
    assert passes.COOKIE not in client.cookies


def test_a_confirmation_of_another_class_lets_nobody_in(period, amina):
    other = form_periods.open_period(wave=WaveFactory(), forms=[], minutes=60, by=UserFactory())
    client = Client()
    asked = come_in(client, period, code_of(amina))
    client.post(reverse("class:confirm", args=[other.code]), {"who": asked.context["who"], "yes": "yes"})
    assert passes.COOKIE not in client.cookies


def test_a_closed_class_and_one_that_never_was_look_the_same(period, amina):
    form_periods.close_period(period=period, by=UserFactory())
    pages = [Client().get(reverse("class:sign_in", args=[code])) for code in (period.code, "CDFGH", "x" * 200, "%00")]
    assert {page.status_code for page in pages} == {404}
    assert len({words_of(page) for page in pages}) == 1


def test_a_student_of_another_form_is_told_so(period, wave):
    row = InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, form="11B"))
    assert "another form" in come_in(Client(), period, code_of(row)).content.decode()


def test_the_visit_ends_when_the_period_has_and_another_hour_is_not_given(period, amina):
    client = Client()
    asked = come_in(client, period, code_of(amina))
    client.post(reverse("class:confirm", args=[period.code]), {"who": asked.context["who"], "yes": "yes"})
    the_pass = passes.unsigned(client.cookies[passes.COOKIE].value)
    assert the_pass.until == int((period.closes_at + form_periods.FINISHING).timestamp())
    assert passes.is_good(the_pass, timezone.now())
    assert not passes.is_good(the_pass, period.closes_at + timedelta(minutes=31))


def test_a_form_without_answers_says_what_is_missing(period):
    page = Client().post(reverse("class:sign_in", args=[period.code]), {}).content.decode()
    assert "Type the code on your slip." in page
    assert "Type the day, the month and the year" in page


def test_a_year_of_two_digits_is_understood(period, amina):
    assert "Are you Amina?" in come_in(Client(), period, code_of(amina), year="09").content.decode()


def test_240_students_behind_one_address_come_in_and_each_is_who_they_say(wave):
    period = form_periods.open_period(wave=wave, forms=[], minutes=60, by=UserFactory())
    students = StudentFactory.create_batch(240, cohort=wave.cohort)
    for student in students:
        InvitationFactory(wave=wave, student=student)
    codes = personal_codes.codes_for(students)
    for student in students:
        client = Client(REMOTE_ADDR="192.0.2.1")
        come_in(client, period, codes[student.pk], day="15")
        asked = come_in(client, period, codes[student.pk])
        client.post(reverse("class:confirm", args=[period.code]), {"who": asked.context["who"], "yes": "yes"})
        assert passes.unsigned(client.cookies[passes.COOKIE].value).student_id == student.pk
    assert wave.invitations.exclude(signed_in_at=None).count() == 240


def test_a_device_that_guesses_waits_and_the_one_beside_it_does_not(period, amina):
    code, other, guesser = code_of(amina), "CDFG234" + check_sign("CDFG234"), Client()
    for _ in range(31):
        come_in(guesser, period, other)
    assert "Are you Amina?" not in come_in(guesser, period, code).content.decode()
    assert "Are you Amina?" in come_in(Client(), period, code).content.decode()


def test_the_cookie_that_names_a_device_is_signed_and_another_is_replaced(period):
    client = Client()
    client.get(reverse("class:sign_in", args=[period.code]))
    given = client.cookies[devices.COOKIE]
    assert given["httponly"]
    for forged in ("device:9", given.value[:-1], ""):
        client.cookies[devices.COOKIE] = forged
        client.get(reverse("class:sign_in", args=[period.code]))
        assert client.cookies[devices.COOKIE].value != forged


def test_the_board_says_when_many_wrong_codes_come_from_the_school(client, period):
    leader = MembershipFactory(school=period.wave.cohort.school, role=Role.CAREERS_LEADER)
    client.force_login(leader.user)
    board = reverse("surveys:period", args=[period.pk])
    assert "Many wrong codes" not in client.get(board).content.decode()
    tries.record(form_periods.DOOR, [form_periods.counted(period.wave.cohort.school)] * 300, timezone.now())
    assert "Many wrong codes from your school" in client.get(board).content.decode()


def test_nothing_about_the_student_is_in_an_address_or_the_audit_details(period, amina):
    client = Client()
    asked = come_in(client, period, code_of(amina))
    client.post(reverse("class:confirm", args=[period.code]), {"who": asked.context["who"], "yes": "yes"})
    event = AuditEvent.objects.get(verb="came in with a personal code")
    assert event.details == {}
    assert date(2009, 3, 14).isoformat() not in str(list(AuditEvent.objects.values_list("details", flat=True)))
