from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.actions.accounts import Scope, add_school, change_scope, end_membership, give_role, one_time_link
from careers.models import AuditEvent, Membership, School, User
from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory, SchoolFactory, UserFactory

pytestmark = pytest.mark.django_db


def give(giver, email="new@hodder.example", role=Role.GOVERNOR, scope=None, **other):
    return give_role(school=giver.school, email=email, role=role, scope=scope or Scope(), by=giver.user, giver=giver, **other)


@pytest.fixture
def leader():
    return MembershipFactory()


@pytest.fixture
def keeper(leader):
    """The IT or data manager of the same school."""
    return MembershipFactory(school=leader.school, role=Role.DATA_MANAGER)


def test_a_school_is_added_with_the_name_of_its_authority():
    assert add_school(urn="150777", name="Hodder  Academy", la_code="888", by=None).la_name == "Lancashire"
    assert School.objects.get().name == "Hodder Academy"


@pytest.mark.parametrize(
    ("values", "words"),
    [({"urn": "15077"}, "six digits"), ({"urn": "abcdef"}, "six digits"), ({"la_code": "88"}, "three digits"), ({"name": " "}, "blank")],
)
def test_a_school_with_something_malformed_is_refused(values, words):
    with pytest.raises(ValidationError, match=words):
        add_school(**({"urn": "150777", "name": "Hodder", "la_code": "888", "by": None} | values))
    assert not School.objects.exists()


def test_a_urn_that_is_taken_names_the_school_that_has_it():
    SchoolFactory(urn="150777", name="Hodder Academy")
    with pytest.raises(ValidationError, match="already a school with URN 150777: Hodder Academy"):
        add_school(urn="150777", name="Another", la_code="888", by=None)


def test_somebody_new_gets_an_account_without_a_password(leader):
    membership = give(leader, name="Sam Reid")
    assert (membership.user.name, membership.user.has_usable_password()) == ("Sam Reid", False)
    assert AuditEvent.objects.get(verb="gave a role").by == leader.user


def test_somebody_who_has_an_account_keeps_name_and_password_and_works_in_both_schools(leader):
    elsewhere = MembershipFactory(user=UserFactory(email="sam@hodder.example", name="Sam Reid"))
    membership = give(leader, email="SAM@hodder.example", name="Someone Else")
    assert membership.user == elsewhere.user
    assert (membership.user.name, membership.user.has_usable_password()) == ("Sam Reid", True)
    assert User.objects.filter(email__iexact="sam@hodder.example").count() == 1


def test_a_role_that_ended_is_taken_up_again(leader):
    membership = give(leader)
    end_membership(membership=membership, by=leader.user, giver=leader)
    assert give(leader).until is None
    assert Membership.objects.filter(user=membership.user).count() == 1


@pytest.mark.parametrize("role", [Role.SLT, Role.GOVERNOR, Role.TUTOR, Role.YEAR_LEAD, Role.DATA_MANAGER])
def test_a_data_manager_gives_the_roles_that_read_nothing_told_in_confidence(keeper, role):
    assert give(keeper, role=role).role == role


CONFIDANTS = [Role.CAREERS_LEADER, Role.COORDINATOR, Role.ADVISER, Role.SAFEGUARDING_LEAD]


@pytest.mark.parametrize("role", CONFIDANTS)
def test_a_data_manager_gives_no_role_that_reads_what_was_told_in_confidence(keeper, role):
    with pytest.raises(ValidationError, match=f"may not give or end “{role.label}”.*Ask a careers leader"):
        give(keeper, email="other@hodder.example", role=role)
    assert not User.objects.filter(email="other@hodder.example").exists()


@pytest.mark.parametrize("role", CONFIDANTS)
def test_a_data_manager_makes_no_link_for_somebody_who_reads_what_was_told_in_confidence(keeper, role):
    member = MembershipFactory(school=keeper.school, role=role)
    with pytest.raises(ValidationError, match="could sign in as them"):
        one_time_link(user=member.user, school=keeper.school, by=keeper.user, giver=keeper)


def test_a_second_role_that_reads_in_confidence_keeps_the_link_back(keeper):
    tutor = give(keeper, role=Role.TUTOR)
    MembershipFactory(user=tutor.user, school=keeper.school, role=Role.SAFEGUARDING_LEAD)
    with pytest.raises(ValidationError, match="could sign in as them"):
        one_time_link(user=tutor.user, school=keeper.school, by=keeper.user, giver=keeper)


@pytest.mark.parametrize("role", Role)
def test_a_careers_leader_gives_every_role(leader, role):
    assert give(leader, role=role).role == role


def test_a_data_manager_gives_nothing_to_themselves(keeper):
    with pytest.raises(ValidationError, match="Your own role"):
        give(keeper, email=keeper.user.email, role=Role.SLT)


def test_a_data_manager_does_not_end_a_careers_leader(keeper, leader):
    with pytest.raises(ValidationError):
        end_membership(membership=leader, by=keeper.user, giver=keeper)


def test_the_only_careers_leader_of_a_school_stays(leader):
    MembershipFactory(school=leader.school, ended=True)
    with pytest.raises(ValidationError, match="only careers leader"):
        end_membership(membership=leader, by=leader.user, giver=leader)
    MembershipFactory(school=leader.school)
    end_membership(membership=leader, by=leader.user, giver=leader)
    assert leader.until == timezone.localdate() - timedelta(days=1)


def test_a_role_given_today_can_end_today(leader):
    membership = give(leader)
    end_membership(membership=membership, by=leader.user, giver=leader)
    assert not Membership.objects.filter(pk=membership.pk).current(timezone.localdate()).exists()


@pytest.mark.parametrize(
    ("role", "scope", "words"),
    [
        (Role.GROUP_LEAD, Scope(group="oboe"), "not a group of this school"),
        (Role.GOVERNOR, Scope(forms=["11A"]), "mean nothing"),
        (Role.SLT, Scope(group="sen"), "means nothing"),
    ],
)
def test_what_a_role_sees_must_mean_something_to_it(leader, role, scope, words):
    with pytest.raises(ValidationError, match=words):
        give(leader, role=role, scope=scope)


def test_what_a_tutor_sees_is_changed_and_the_audit_keeps_both(leader):
    tutor = give(leader, role=Role.TUTOR, scope=Scope(forms=["11A"]))
    change_scope(membership=tutor, scope=Scope(forms=["11B"], leaving=2026), by=leader.user, giver=leader)
    event = AuditEvent.objects.get(verb="changed what a role sees")
    assert (event.details["old"]["forms"], event.details["new"]["leaving"]) == (["11A"], 2026)


def test_a_weak_password_is_refused_and_no_account_is_made(leader):
    with pytest.raises(ValidationError, match="too short"):
        give(leader, password="short")
    assert not User.objects.filter(email="new@hodder.example").exists()


def test_a_link_works_once(leader, client):
    user = give(leader).user
    path = one_time_link(user=user, school=leader.school, by=leader.user, giver=leader)
    form = client.get(path, follow=True)
    assert form.status_code == 200
    client.post(form.redirect_chain[-1][0], {"password1": "quite a long phrase", "password2": "quite a long phrase"})
    user.refresh_from_db()
    assert user.check_password("quite a long phrase")
    client.logout()
    again = client.get(path, follow=True)
    assert "form" not in again.context or b"password1" not in again.content


def test_a_new_link_ends_the_earlier_one_of_somebody_without_a_password(leader, client):
    user = give(leader).user
    earlier = one_time_link(user=user, school=leader.school, by=None, giver=None)
    one_time_link(user=user, school=leader.school, by=None, giver=None)
    assert b"password1" not in client.get(earlier, follow=True).content


def test_nobody_takes_over_an_account_by_a_link(leader, keeper):
    with pytest.raises(ValidationError, match="could sign in as them"):
        one_time_link(user=leader.user, school=leader.school, by=keeper.user, giver=keeper)
    visitor = give(leader, email="visitor@hodder.example")
    MembershipFactory(user=visitor.user, role=Role.CAREERS_LEADER, since=date(2020, 9, 1))
    with pytest.raises(ValidationError, match="another school"):
        one_time_link(user=visitor.user, school=leader.school, by=leader.user, giver=leader)


def test_a_data_manager_neither_makes_nor_takes_over_the_lead_of_a_group_in_care(keeper):
    assert give(keeper, role=Role.GROUP_LEAD, scope=Scope(group="sen")).group == "sen"
    with pytest.raises(ValidationError, match="sees who is in care"):
        give(keeper, email="other@hodder.example", role=Role.GROUP_LEAD, scope=Scope(group="looked_after"))
    lead = MembershipFactory(school=keeper.school, role=Role.GROUP_LEAD, group="looked_after")
    with pytest.raises(ValidationError, match="sees who is in care"):
        one_time_link(user=lead.user, school=keeper.school, by=keeper.user, giver=keeper)
