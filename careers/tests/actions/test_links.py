from datetime import timedelta

import pytest
from django.utils import timezone

from careers.actions import links
from careers.actions.safety import mark_safety
from careers.models import AuditEvent, PersonalLink, Student
from careers.tests.factories import CohortFactory, StudentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def student() -> Student:
    return StudentFactory()


def given(student: Student, about: int | None = 1, days: int = 30) -> PersonalLink:
    return links.give(student=student, purpose="wave", about=about, expires_at=timezone.now() + timedelta(days=days), by=None)


def token(link: PersonalLink) -> str:
    return links.address_of(link).rstrip("/").rpartition("/")[2]


def test_a_link_is_found_again_by_its_secret_and_the_secret_is_nowhere(student: Student) -> None:
    link = given(student)
    assert links.find(token(link), timezone.now()) == link
    row = PersonalLink.objects.values().get()
    assert token(link) not in str(row)
    assert token(link) not in str(list(AuditEvent.objects.values()))


def test_a_standing_link_is_used_again_and_its_time_is_never_cut_short(student: Student) -> None:
    first = given(student, days=30)
    assert given(student, days=10) == first
    assert given(student, days=60).expires_at > first.expires_at
    assert links.address_of(given(student)) == links.address_of(first)


def test_another_purpose_or_wave_has_another_link(student: Student) -> None:
    assert len({given(student, 1).pk, given(student, 2).pk, given(student, None).pk}) == 3
    assert given(student, None) == given(student, None)


def test_an_expired_link_is_replaced(student: Student) -> None:
    old = given(student, days=-1)
    new = given(student)
    assert new != old
    assert links.find(token(old), timezone.now()) is None
    assert links.find(token(new), timezone.now()) == new


@pytest.mark.parametrize("mark", ["safeguarding_hold", "deceased"])
def test_a_hold_closes_a_link_and_its_end_opens_it_again(student: Student, mark: str) -> None:
    link = given(student)
    mark_safety(student=student, by=None, marks={mark: True})
    assert links.find(token(link), timezone.now()) is None
    mark_safety(student=student, by=None, marks={mark: False})
    assert links.find(token(link), timezone.now()) == link


def test_a_revoked_link_opens_nothing_and_the_next_is_a_new_one(student: Student) -> None:
    link = given(student)
    assert links.revoke(link=link, by=UserFactory())
    assert not links.revoke(link=link, by=None)
    assert links.find(token(link), timezone.now()) is None
    assert token(given(student)) != token(link)


def test_a_link_with_one_letter_changed_opens_nothing(student: Student) -> None:
    secret = token(given(student))
    for place in range(len(secret)):
        other = "A" if secret[place] != "A" else "B"
        assert links.find(secret[:place] + other + secret[place + 1 :], timezone.now()) is None


def test_a_new_key_of_the_installation_leaves_links_open_while_the_old_one_is_kept(student: Student, settings) -> None:
    link, old = given(student), settings.SECRET_KEY
    address = links.address_of(link)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key", [old]
    assert links.address_of(link) == address
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(ValueError, match="SECRET_KEY_FALLBACKS"):
        links.address_of(link)


def test_links_of_a_whole_cohort_take_a_few_questions(django_assert_max_num_queries) -> None:
    cohort = CohortFactory()
    students = [StudentFactory(cohort=cohort) for _ in range(60)]
    for_three = links.give_all(students=students[:3], purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=9), by=None)
    with django_assert_max_num_queries(14):
        every = links.give_all(students=students, purpose="wave", about=1, expires_at=timezone.now() + timedelta(days=30), by=None)
    assert set(every) == {student.pk for student in students}
    assert all(every[pk] == link for pk, link in for_three.items())
    assert all(link.pk for link in every.values())
    assert AuditEvent.objects.filter(verb="gave a personal link").count() == 60


def test_the_database_itself_refuses_a_second_link_for_the_same_thing(student: Student) -> None:
    from django.db import IntegrityError, transaction

    for about in (1, None):
        given(student, about)
        twin = links.new_link(student.pk, "wave", about, timezone.now(), timezone.now())
        with pytest.raises(IntegrityError), transaction.atomic():
            twin.save()
