import pytest
from django.urls import reverse

from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory
from destinations.actions.providers import add_provider
from destinations.models import Provider
from destinations.tests.factories import ProviderFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(client):
    membership = MembershipFactory(role=Role.DATA_MANAGER)
    client.force_login(membership.user)
    return membership


@pytest.fixture
def two(keeper):
    return [
        add_provider(school=keeper.school, by=None, name=name, type="sixth form college")
        for name in ("Cardwell Newlands College", "Cardwell Newlands Sixth Form College")
    ]


def test_look_alikes_are_listed_with_a_way_to_merge_either_way(client, two):
    page = client.get(reverse("providers:doubles")).content.decode()
    assert "1 pair of providers" in page
    for keep, gone in (two, reversed(two)):
        assert f"{reverse('providers:merge', args=[keep.pk])}?other={gone.pk}" in page


def test_a_register_without_look_alikes_says_what_else_one_can_do(client, keeper):
    assert "No two providers look alike" in client.get(reverse("providers:doubles")).content.decode()


def test_two_entries_are_seen_side_by_side_and_then_made_one(client, two):
    keep, gone = two
    address = reverse("providers:merge", args=[keep.pk])
    assert "Choose the other entry" in client.get(address).content.decode()
    assert "cannot be undone" in client.get(address, {"other": gone.pk}).content.decode()
    assert Provider.objects.count() == 2
    assert client.post(address, {"other": gone.pk}).status_code == 302
    assert list(Provider.objects.all()) == [keep]


def test_another_schools_provider_cannot_be_merged_in(client, two):
    theirs = ProviderFactory(name="Theirs")
    assert client.post(reverse("providers:merge", args=[two[0].pk]), {"other": theirs.pk}).status_code == 200
    assert Provider.objects.count() == 3


def test_the_page_asks_as_much_of_the_database_for_forty_look_alikes_as_for_two(client, two, django_assert_max_num_queries):
    for number in range(40):
        add_provider(school=two[0].school, by=None, name=f"Cardwell Newlands College {number} Site", type="sixth form college")
    with django_assert_max_num_queries(14):
        client.get(reverse("providers:doubles"))
