import pytest
from django.urls import reverse

from careers.actions.characteristics import add_characteristic
from careers.models import Characteristic, OwnCharacteristic
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leavers(client):
    cohort = CohortFactory()
    client.force_login(MembershipFactory(school=cohort.school, role=Role.CAREERS_LEADER).user)
    return cohort


@pytest.fixture
def more_able(leavers):
    return add_characteristic(school=leavers.school, name="More able", by=None)


def test_a_group_is_named_and_then_ticked(client, leavers):
    said = client.post(reverse("groups:list"), {"name": "More able"}, follow=True).content.decode()
    assert "Tick who is in it" in said
    assert OwnCharacteristic.objects.get().name == "More able"
    assert "by 13 groups, 1 of them your own" in client.get(reverse("groups:list")).content.decode()


def test_a_name_that_is_taken_is_said_beside_the_field(client, more_able):
    assert "already one called More able" in client.post(reverse("groups:list"), {"name": "more able"}).content.decode()


def test_ticks_are_saved_for_the_form_that_is_shown_and_no_other(client, leavers, more_able):
    mine, other = StudentFactory(cohort=leavers, form="11A"), StudentFactory(cohort=leavers, form="11B")
    Characteristic.objects.create(student=other, kind=more_able.key)
    address = f"{reverse('groups:detail', args=[more_able.pk])}?form=11A"
    client.post(address, {"shown": [mine.pk, other.pk], "student": [mine.pk]})
    assert set(Characteristic.objects.filter(until=None).values_list("student", flat=True)) == {mine.pk, other.pk}
    page = client.get(address).content.decode()
    assert mine.register_name in page
    assert other.register_name not in page


def test_it_is_renamed_and_removed(client, more_able):
    client.post(reverse("groups:rename", args=[more_able.pk]), {"name": "Stretch"})
    more_able.refresh_from_db()
    assert more_able.name == "Stretch"
    client.post(reverse("groups:remove", args=[more_able.pk]))
    assert not OwnCharacteristic.objects.exists()


def test_a_group_in_use_says_why_it_stays(client, leavers, more_able):
    Characteristic.objects.create(student=StudentFactory(cohort=leavers), kind=more_able.key)
    assert "Remove this group" not in client.get(reverse("groups:detail", args=[more_able.pk])).content.decode()
    assert "so it stays" in client.post(reverse("groups:remove", args=[more_able.pk]), follow=True).content.decode()


def test_an_empty_cohort_says_what_to_do(client, more_able):
    assert "import the students first" in client.get(reverse("groups:detail", args=[more_able.pk])).content.decode()


def test_the_pages_ask_as_much_of_the_database_for_many_students_as_for_few(client, leavers, more_able, django_assert_max_num_queries):
    StudentFactory.create_batch(40, cohort=leavers, having=["fsm"])
    for address in (reverse("groups:list"), reverse("groups:detail", args=[more_able.pk])):
        with django_assert_max_num_queries(18):
            client.get(address)
