"""Statuses that name the course as well."""

from datetime import date

import pytest

from careers.imports.names import Name
from careers.imports.pasted import read_pasted
from destinations.rules.course_in_status import with_course_in_status
from destinations.rules.layouts import lay_out
from destinations.rules.plan import Sender, Terms, plan
from destinations.rules.rows import ReadRow
from destinations.rules.sources import SourceKind
from destinations.tests.rules.lists import COLLEGE, TODAY


def course(status: str, own: str = "") -> str:
    texts = {"status": status} | ({"course": own} if own else {})
    return with_course_in_status(ReadRow(2, texts, {}, Name("Bell"), "", "", ())).text("course")


@pytest.mark.parametrize(
    ("status", "named"),
    [
        ("enrolled on Level 2 Plumbing", "Level 2 Plumbing"),
        ("Enrolled with us on a BTEC Level 3 in Sport", "BTEC Level 3 in Sport"),
        ("has started A levels", "A levels"),
        ("Enrolled - Level 1 Hairdressing", "Level 1 Hairdressing"),
        ("studying T Level Digital", "T Level Digital"),
        ("Enrolled on Level 2 Plumbing but withdrew in October", "Level 2 Plumbing"),
        ("Enrolled on Level 2 Plumbing (Burnley campus)", "Level 2 Plumbing"),
    ],
)
def test_a_status_that_names_the_course_gives_the_course(status, named):
    assert course(status) == named


@pytest.mark.parametrize(
    "status",
    ["", "Enrolled", "enrolled on 3 September", "Enrolled on roll", "attending well", "started 03/09/2025", "left for an apprenticeship"],
)
def test_a_status_that_names_none_gives_none(status):
    assert course(status) == ""


def test_the_course_in_its_own_column_is_the_course():
    assert course("Enrolled on Level 2 Plumbing", "Level 3 Plumbing") == "Level 3 Plumbing"


def test_a_line_of_an_email_gives_the_course_its_route_and_its_level():
    (sheet,) = read_pasted("> Charlie Lord - enrolled on Level 2 Plumbing\n> Amy Bell - left in October")
    terms = Terms(Sender(SourceKind.PROVIDER, COLLEGE.name, COLLEGE), date(2025, 10, 12), True, TODAY, 2025)
    charlie, amy = plan([lay_out(sheet, {}, today=TODAY)], terms, {}, lambda listed: {})
    assert (charlie.said, charlie.course, charlie.level, charlie.route) == ("present", "Level 2 Plumbing", "2", "vocational")
    assert (amy.said, amy.course) == ("left", "")
