import io
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from careers.actions import personal_codes
from careers.models import AuditEvent, PersonalCode
from careers.rules.secrets import as_printed
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from conftest import sign_in
from surveys.tests.factories import InvitationFactory, WaveFactory, leaving

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave():
    return WaveFactory(cohort=CohortFactory(leaving=leaving()))


def signed_in(wave, **role):
    return sign_in(MembershipFactory(school=wave.cohort.school, **role)).client


def paper(response) -> PdfReader:
    assert response["Content-Type"] == "application/pdf", response.get("Location")
    return PdfReader(io.BytesIO(response.content))


def asked(wave, n=1, **student):
    return [InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, **student)) for _ in range(n)]


def test_eight_slips_stand_on_a_page_each_with_its_own_code(wave):
    rows = asked(wave, 9)
    made = paper(signed_in(wave).post(reverse("surveys:slips", args=[wave.pk])))
    assert len(made.pages) == 2
    text = " ".join(page.extract_text() for page in made.pages)
    codes = personal_codes.codes_for([row.student for row in rows])
    assert all(as_printed(code) in text for code in codes.values())
    assert "2009" not in text, "the date of birth is not on the slip"
    assert AuditEvent.objects.get(verb="printed personal codes").details == {"students": 9}


def test_slips_can_be_for_one_form_and_for_who_has_not_finished(wave):
    asked(wave, 2), asked(wave, 1, form="11B")
    wave.invitations.filter(pk=wave.invitations.first().pk).update(finished_at=timezone.now())
    client, address = signed_in(wave), reverse("surveys:slips", args=[wave.pk])
    text = paper(client.post(address, {"only_forms": ["11A"], "waiting": "yes"})).pages[0].extract_text()
    assert len(re.findall("Your own code", text)) == 1
    assert client.post(address, {"only_forms": ["11Z"]}).status_code == 302


def test_a_tutor_prints_the_slips_of_the_own_form_alone(wave):
    asked(wave), asked(wave, form="11B")
    made = paper(signed_in(wave, tutor_of_11a=True).post(reverse("surveys:slips", args=[wave.pk]), {"only_forms": ["11A", "11B"]}))
    assert len(re.findall("Your own code", made.pages[0].extract_text())) == 1


def test_who_is_on_hold_has_no_slip(wave):
    asked(wave, safeguarding_hold=True)
    assert signed_in(wave).post(reverse("surveys:slips", args=[wave.pk])).status_code == 302
    assert not PersonalCode.objects.exists()


def test_the_poster_is_one_page_and_names_nobody(wave):
    row = asked(wave)[0]
    made = paper(signed_in(wave).get(reverse("surveys:poster", args=[wave.pk])))
    assert len(made.pages) == 1
    assert row.student.surname not in made.pages[0].extract_text()
    assert "/class/" in made.pages[0].extract_text()
