import pytest

from careers.rules.permissions import Role
from careers.tests.factories import MembershipFactory
from conftest import sign_in
from surveys.actions import answering
from surveys.tests.told import a_levels
from surveys.tests.visitors import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(visitor):
    told = a_levels() | {"worry": {"worry": "The bus is full."}}
    for page, values in told.items():
        answering.save_page(response=visitor.visit.response, page=page, values=values, visit="one")
    answering.finish(response=visitor.visit.response)
    return visitor


def reader(answered, role=Role.CAREERS_LEADER, **more):
    return sign_in(MembershipFactory(school=answered.invitation.student.school, role=role, **more)).client


def test_careers_staff_read_what_a_student_answered_but_not_the_worry(answered):
    page = text(reader(answered).get(f"/students/{answered.invitation.student_id}/answers/"))
    assert "Biology, Chemistry, Maths" in page
    assert "4 December 2026" in page
    assert "full" not in page


def test_what_was_answered_before_stands_beside_it(answered):
    answering.save_page(response=answered.visit.response, page="sure", values={"sure": "very"}, visit="two")
    page = text(reader(answered).get(f"/students/{answered.invitation.student_id}/answers/"))
    assert "Very sure" in page
    assert ": Quite sure" in page
    assert "not sent again" in page


def test_an_adviser_reads_their_own_students_alone(answered):
    address = f"/students/{answered.invitation.student_id}/answers/"
    assert reader(answered, Role.ADVISER, forms=[answered.invitation.student.form]).get(address).status_code == 200
    assert reader(answered, Role.ADVISER, forms=["11Z"]).get(address).status_code == 404


def test_a_tutor_reads_no_answers_and_is_not_led_to_them(answered):
    tutor = reader(answered, Role.TUTOR, forms=[answered.invitation.student.form])
    assert tutor.get(f"/students/{answered.invitation.student_id}/answers/").status_code == 403
    assert "answers/" not in text(tutor.get(f"/students/{answered.invitation.student_id}/"))


def test_the_story_leads_to_the_answers(answered):
    assert f"/students/{answered.invitation.student_id}/answers/" in text(
        reader(answered).get(f"/students/{answered.invitation.student_id}/")
    )


def test_the_page_asks_little_of_the_database(answered, django_assert_max_num_queries):
    client = reader(answered)
    with django_assert_max_num_queries(12):
        client.get(f"/students/{answered.invitation.student_id}/answers/")
