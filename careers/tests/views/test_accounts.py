import re

import pytest
from django.urls import reverse

from careers.models import Membership, User
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(client):
    membership = MembershipFactory()
    client.force_login(membership.user)
    return membership


def test_somebody_new_is_shown_a_link_once(client, leader):
    response = client.post(reverse("accounts:add"), {"email": "sam@hodder.example", "name": "Sam Reid", "role": "governor"})
    link = re.search(r'value="(http[^"]+/accounts/password/reset/key/[^"]+)"', response.content.decode())[1]
    assert b"password1" in client.get(link, follow=True).content
    assert link not in client.get(reverse("accounts:list")).content.decode()


def test_somebody_with_an_account_gets_no_link(client, leader):
    other = MembershipFactory()
    assert client.post(reverse("accounts:add"), {"email": other.user.email, "role": "slt"})["Location"] == reverse("accounts:list")
    assert Membership.objects.filter(user=other.user, school=leader.school, role="slt").exists()


def test_a_data_manager_is_not_offered_the_role_of_careers_leader_and_cannot_post_it(client):
    keeper = MembershipFactory(role=Role.DATA_MANAGER)
    client.force_login(keeper.user)
    offered = [role for role, _ in client.get(reverse("accounts:add")).context["form"].fields["role"].choices]
    assert not {"careers_leader", "coordinator", "adviser", "safeguarding_lead"} & set(offered) and "tutor" in offered
    assert "A careers leader gives the roles that are not here" in client.get(reverse("accounts:add")).content.decode()
    client.post(reverse("accounts:add"), {"email": "sam@hodder.example", "role": "careers_leader"})
    assert not User.objects.filter(email="sam@hodder.example").exists()


def test_what_a_tutor_sees_is_changed_by_the_form(client, leader):
    tutor = MembershipFactory(school=leader.school, tutor_of_11a=True)
    client.post(reverse("accounts:change", args=[tutor.pk]), {"forms": "11B, 11C", "leaving": "", "group": ""})
    tutor.refresh_from_db()
    assert tutor.forms == ["11B", "11C"]


def test_a_scope_that_means_nothing_to_the_role_is_refused_beside_its_field(client, leader):
    tutor = MembershipFactory(school=leader.school, tutor_of_11a=True)
    response = client.post(reverse("accounts:change", args=[tutor.pk]), {"forms": "11B", "leaving": "", "group": "sen"})
    assert "A group means nothing" in response.content.decode()


def test_a_role_that_is_ended_works_no_longer(client, leader):
    tutor = MembershipFactory(school=leader.school, tutor_of_11a=True)
    client.post(reverse("accounts:end", args=[tutor.pk]))
    client.force_login(tutor.user)
    assert client.get(reverse("students:board")).status_code == 403


def test_the_last_careers_leader_cannot_end_their_own_role(client, leader):
    client.post(reverse("accounts:end", args=[leader.pk]))
    leader.refresh_from_db()
    assert leader.until is None
    assert "only careers leader" in client.get(reverse("accounts:list")).content.decode()


@pytest.mark.parametrize("page", ["change", "end", "link"])
def test_a_role_in_another_school_does_not_exist(client, leader, page):
    theirs = MembershipFactory(tutor_of_11a=True)
    where = reverse(f"accounts:{page}", args=[theirs.pk])
    assert (client.get(where) if page == "change" else client.post(where)).status_code == 404


def test_the_list_asks_as_often_for_many_as_for_few(client, leader, django_assert_max_num_queries):
    for count in (2, 60):
        MembershipFactory.create_batch(count, school=leader.school, tutor_of_11a=True)
        with django_assert_max_num_queries(12):
            client.get(reverse("accounts:list"))
