from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careers.actions.characteristics import Given, add_characteristic, give_characteristic, remove_characteristic, rename_characteristic
from careers.models import AuditEvent, Characteristic, kinds_of
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leavers():
    return CohortFactory()


@pytest.fixture
def more_able(leavers):
    return add_characteristic(school=leavers.school, name=" More  able ", by=None)


def test_a_group_of_the_schools_own_is_beside_the_standard_ones(leavers, more_able):
    assert (more_able.key, kinds_of(leavers.school)[-1].name) == ("own-more-able", "More able")


@pytest.mark.parametrize("name", ["more able", "MORE-ABLE", "Pupil premium", "FSM", "  ", "—", "x" * 80])
def test_a_name_that_is_taken_standard_empty_or_too_long_is_refused(leavers, more_able, name):
    with pytest.raises(ValidationError):
        add_characteristic(school=leavers.school, name=name, by=None)


def test_two_schools_may_have_a_group_of_the_same_name(more_able):
    assert add_characteristic(school=CohortFactory().school, name="More able", by=None).pk != more_able.pk


def test_who_is_ticked_has_it_from_today_and_of_who_is_not_it_ends_today(leavers, more_able):
    one, two, three = StudentFactory.create_batch(3, cohort=leavers)
    ids = [one.pk, two.pk, three.pk]
    give_characteristic(characteristic=more_able, among=ids, to=[one.pk, two.pk], by=None)
    assert give_characteristic(characteristic=more_able, among=ids, to=[two.pk, three.pk], by=None) == Given(1, 1)
    today = timezone.localdate()
    spans = Characteristic.objects.filter(kind=more_able.key).values_list("student", "since", "until")
    assert set(spans) == {(one.pk, today, today), (two.pk, today, None), (three.pk, today, None)}


def test_who_was_not_on_the_page_and_whom_another_school_has_is_left_alone(leavers, more_able):
    shown, not_shown, stranger = StudentFactory(cohort=leavers), StudentFactory(cohort=leavers), StudentFactory()
    give_characteristic(characteristic=more_able, among=[shown.pk, stranger.pk], to=[not_shown.pk, stranger.pk], by=None)
    assert not Characteristic.objects.exists()


def test_a_new_name_keeps_everybody_in_the_group(leavers, more_able):
    student = StudentFactory(cohort=leavers)
    give_characteristic(characteristic=more_able, among=[student.pk], to=[student.pk], by=None)
    rename_characteristic(characteristic=more_able, name="Stretch", by=None)
    assert kinds_of(leavers.school)[-1].name == "Stretch"
    assert Characteristic.objects.get().kind == more_able.key
    with pytest.raises(ValidationError, match="already"):
        add_characteristic(school=leavers.school, name="stretch", by=None)


def test_a_group_somebody_was_in_or_a_role_is_about_stays(leavers, more_able):
    student = StudentFactory(cohort=leavers)
    yesterday = timezone.localdate() - timedelta(days=1)
    span = Characteristic.objects.create(student=student, kind=more_able.key, since=yesterday, until=yesterday)
    with pytest.raises(ValidationError, match="it stays"):
        remove_characteristic(characteristic=more_able, by=None)
    span.delete()
    role = MembershipFactory(school=leavers.school, role=Role.GROUP_LEAD, group=more_able.key)
    with pytest.raises(ValidationError, match="role"):
        remove_characteristic(characteristic=more_able, by=None)
    role.delete()
    remove_characteristic(characteristic=more_able, by=None)
    assert len(kinds_of(leavers.school)) == len(kinds_of(CohortFactory().school))


def test_every_change_leaves_a_trace_without_a_name_of_a_student(leavers, more_able):
    student = StudentFactory(cohort=leavers, surname="Zephaniah")
    give_characteristic(characteristic=more_able, among=[student.pk], to=[student.pk], by=None)
    events = AuditEvent.objects.filter(school=leavers.school).order_by("id")
    assert list(events.values_list("verb", flat=True)) == ["added a characteristic", "changed a student"]
    assert "Zephaniah" not in str(list(events.values_list("details", flat=True)))
