import pytest
from django.test import Client
from django.urls import reverse

from careers.models import Membership
from careers.navigation import first_page
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, SchoolFactory, StudentFactory, UserFactory

pytestmark = pytest.mark.django_db


def signed_in(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.user)
    return client


def test_a_stranger_is_sent_to_sign_in():
    assert Client().get("/").headers["Location"].startswith(reverse("account_login"))


def test_someone_whose_role_has_no_page_is_told_so_and_by_whom_it_can_be_changed():
    page = signed_in(MembershipFactory(role=Role.EXAMS_OFFICER)).get("/").content.decode()
    assert "There is nothing for your role here yet" in page
    assert "ask the school’s careers leader" in page


def test_someone_without_a_school_is_told_so():
    client = Client()
    client.force_login(UserFactory())
    assert "belongs to no school today" in client.get("/").content.decode()


def test_a_role_that_has_ended_opens_nothing():
    assert "belongs to no school today" in signed_in(MembershipFactory(ended=True)).get("/").content.decode()


def test_home_leads_to_the_first_page_of_the_role():
    leader = MembershipFactory()
    start = first_page(leader)
    answer = signed_in(leader).get("/")
    assert (answer.status_code, answer.headers.get("Location")) == ((302, start) if start else (200, None))


def test_working_in_another_school_is_remembered_and_the_cohort_of_the_first_forgotten():
    here = MembershipFactory()
    there = MembershipFactory(user=here.user)
    cohort = CohortFactory(school=here.school)
    client = signed_in(here)
    client.post(reverse("choose_cohort"), {"cohort": cohort.pk})
    client.post(reverse("choose_school"), {"membership": there.pk})
    assert client.get("/no-such-page/").context["viewer"] == there
    assert "cohort" not in client.session


def test_nobody_can_choose_a_school_they_do_not_work_in():
    ours, theirs = MembershipFactory(), MembershipFactory()
    client = signed_in(ours)
    client.post(reverse("choose_school"), {"membership": theirs.pk})
    assert client.get("/no-such-page/").context["viewer"] == ours


def test_nobody_can_choose_a_cohort_of_another_school():
    client = signed_in(MembershipFactory())
    client.post(reverse("choose_cohort"), {"cohort": CohortFactory().pk})
    assert "cohort" not in client.session


def test_choosing_a_cohort_comes_back_to_the_same_page_for_that_cohort():
    leader = MembershipFactory()
    chosen = CohortFactory(school=leader.school, leaving=2024)
    back = reverse("account_change_password") + "?leaving=2025&page=3&form=11A"
    answer = signed_in(leader).post(reverse("choose_cohort"), {"cohort": chosen.pk, "next": back})
    assert answer.headers["Location"] == reverse("account_change_password") + "?leaving=2024&form=11A"


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "/no-such-page/", "javascript:alert(1)", ""])
def test_choosing_a_cohort_never_leads_out_of_the_house(back):
    leader = MembershipFactory()
    answer = signed_in(leader).post(reverse("choose_cohort"), {"cohort": CohortFactory(school=leader.school).pk, "next": back})
    assert answer.headers["Location"] == reverse("home")


@pytest.mark.parametrize("name", ["choose_school", "choose_cohort"])
def test_a_choice_is_never_made_by_following_a_link(name):
    assert signed_in(MembershipFactory()).get(reverse(name)).status_code == 405


def test_the_top_of_the_page_lists_only_the_cohorts_of_the_school():
    leader = MembershipFactory()
    for leaving in (2024, 2025):
        CohortFactory(school=leader.school, leaving=leaving)
    CohortFactory(school=SchoolFactory(), leaving=2019)
    page = signed_in(leader).get("/no-such-page/").content.decode()
    assert "Leavers 2024" in page
    assert "Leavers 2019" not in page


def test_a_governor_is_shown_no_cohort_because_no_page_of_theirs_has_one():
    governor = MembershipFactory(governor=True)
    CohortFactory(school=governor.school)
    assert "Leavers 2025" not in signed_in(governor).get("/no-such-page/").content.decode()


def test_a_student_stays_in_their_cohort_so_choosing_another_leads_to_the_board():
    leader = MembershipFactory()
    student = StudentFactory(cohort__school=leader.school)
    chosen = CohortFactory(school=leader.school, leaving=2024)
    answer = signed_in(leader).post(reverse("choose_cohort"), {"cohort": chosen.pk, "next": reverse("students:story", args=[student.pk])})
    assert answer.headers["Location"] == reverse("students:board")


def test_on_a_students_page_the_top_names_the_cohort_of_the_student():
    leader = MembershipFactory()
    student = StudentFactory(cohort__school=leader.school, cohort__leaving=2023)
    CohortFactory(school=leader.school, leaving=2025)
    page = signed_in(leader).get(reverse("students:story", args=[student.pk])).content.decode()
    assert '<span class="visually-hidden">Cohort: </span>Leavers 2023</summary>' in page
