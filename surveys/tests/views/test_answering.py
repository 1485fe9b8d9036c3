import pytest

from surveys.tests.factories import InvitationFactory
from surveys.tests.visitors import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    return InvitationFactory(student__forename="Amira", student__surname="Okafor")


@pytest.fixture
def visitor(invitation) -> Visitor:
    visitor = Visitor(invitation)
    visitor.start()
    return visitor


def text(response) -> str:
    return response.content.decode()


def test_the_first_page_shows_the_first_name_and_nothing_else(invitation):
    page = text(Visitor(invitation).get(""))
    assert "Hello Amira" in page
    assert invitation.student.school.name in page
    assert not [known for known in ("Okafor", invitation.student.upn, "11A", "2009") if known in page]


def test_the_whole_path_from_start_to_sent(visitor):
    assert visitor.get("plan/").status_code == 200
    for page, values, follows in (
        ("plan/", {"plan": "a_level"}, "sure/"),
        ("sure/", {"sure": "quite"}, "interest/"),
        ("interest/", {"interest": "Nurse"}, "applied/"),
        ("applied/", {"applied": "yes"}, "application-1/"),
        ("application-1/", {"place": "Moorside Riding School"}, "application-1-course/"),
        ("application-1-course/", {"course": "Horse care", "level": "2"}, "application-1-state/"),
        ("application-1-state/", {"state": "interview"}, "application-1-interview/"),
        ("application-1-interview/", {"interview_on_day": "4", "interview_on_month": "12", "interview_on_year": "2026"}, "applications/"),
        ("applications/", {"more": "no"}, "first-choice/"),
        ("first-choice/", {"first-choice": "1"}, "backup/"),
        ("backup/", {"backup": "none"}, "help/"),
        ("help/", {}, "worry/"),
        ("worry/", {}, "meeting/"),
        ("meeting/", {"meeting": "no"}, "check/"),
        ("check/", {}, "done/"),
    ):
        assert visitor.get(page).status_code == 200, page
        response = visitor.send(page, values)
        assert (response.status_code, response["Location"]) == (302, f"/answer/{follows}"), text(response)
    assert "Thank you, Amira" in text(visitor.get("done/"))
    visitor.invitation.refresh_from_db()
    assert visitor.invitation.finished_at
