"""Lists that ask on: whether somebody came, and whether they are still there."""

import pytest

from destinations.rules.in_turn import answered, asked_in_turn
from destinations.rules.layouts import lay_out
from destinations.rules.marks import Marked
from destinations.tests.rules.lists import HEADINGS, TODAY, about, planned, sheet


def said(headings, rows):
    """What rows say, each given as its marks with a bar between, "·" for a blank."""
    marks = [[None if mark == "·" else mark for mark in row.split("|")] for row in rows]
    listed = planned(sheet((*HEADINGS, "Course", *headings.split(" | ")), *[about(n % 3, "A levels", *row) for n, row in enumerate(marks)]))
    return " ".join(str(row.said) for row in listed)


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        ("Started (Y/N) | Still on roll (Y/N)", ["Y|Y", "Y|N", "N|N", "N|·"], "present left not_here not_here"),
        ("Enrolled? | Still attending?", ["✔|✔", "✔|✘", "✘|✘"], "present left not_here"),
        ("Enrolled | Still on course", ["Yes|Yes", "Yes|No", "No|·"], "present left not_here"),
        ("Enrolled? | Current?", ["Yes|Yes", "Yes|No", "No|No"], "present left not_here"),
        ("Did they start? | Are they still with you?", ["Yes|Yes", "Yes|No", "No|No"], "present left not_here"),
        ("Enrolled in Sept? (Y/N) | Still attending at 6 weeks? (Y/N)", ["Y|Y", "Y|N", "N|·", "N|N"], "present left not_here not_here"),
        ("Enrolled Sept 25 | On roll 31 Oct", ["Y|Y", "Y|N", "N|N"], "present left not_here"),
        ("On roll Sept | On roll Oct | On roll Nov", ["Y|Y|Y", "Y|Y|N", "Y|N|N", "N|N|N"], "present left left not_here"),
        ("Enrolled | Still here", ["✓|✓", "✓|✓", "✓|·"], "present present left"),
        ("Joined | Still with us", ["Yes|Yes", "Yes|Yes - poor attendance", "Yes|No - left Oct", "No|·"], "present present left not_here"),
    ],
)
def test_who_came_and_is_not_there_any_more_left(headings, rows, expected):
    assert said(headings, rows) == expected


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        ("Enrolled | Withdrawn", ["Yes|No", "Yes|Yes", "No|No"], "present left not_here"),
        ("Started (Y/N) | Left (Y/N)", ["Y|·", "Y|Y", "N|·", "Y|N"], "present left not_here present"),
        ("Enrolled | Withdrawn (date)", ["Y|·", "Y|15/09/2025", "N|·"], "present left not_here"),
        ("Withdrawn? | Did not start?", ["N|N", "Y|N", "N|Y"], "present left not_here"),
        ("Current | Withdrawn", ["x|·", "·|x", "x|x"], "present left not_stated"),
        ("Enrolled - A level | Enrolled - BTEC | Withdrawn", ["x|·|·", "·|x|·", "·|·|x"], "present present left"),
    ],
)
def test_who_left_had_come(headings, rows, expected):
    assert said(headings, rows) == expected


@pytest.mark.parametrize(
    ("headings", "rows", "expected"),
    [
        ("Offer accepted | Enrolled | Left since", ["✓|✓|·", "✓|✓|✓", "✓|✓|·"], "present left present"),
        ("Offer made | Offer accepted | Enrolled Sept 25 | On roll 31 Oct", ["Y|Y|Y|Y", "Y|Y|Y|N", "Y|N|N|N"], "present left not_here"),
        ("Offer accepted | Enrolled", ["Y|Y", "Y|N", "N|N"], "present not_here not_here"),
        ("Offer made | Offer accepted", ["Y|Y", "Y|N", "N|N"], "not_stated not_stated not_stated"),
    ],
)
def test_an_offer_beside_them_changes_nothing(headings, rows, expected):
    assert said(headings, rows) == expected


def test_a_status_left_blank_is_what_it_was_on_an_earlier_day():
    rows = ["Enrolled|Enrolled", "Enrolled|Withdrawn", "Did not enrol|·", "Enrolled|Enrolled"]
    assert said("Sept 2025 status | Oct 2025 status", rows) == "present left not_here present"


@pytest.mark.parametrize("heading", ["W/D", "WD?", "WD Date", "DOL", "W/d date", "Enrolment end date", "Withdrawal date"])
def test_short_headings_of_leaving_are_known(heading):
    mark = "Y" if heading in ("W/D", "WD?") else "19/09/2025"
    assert said(heading, ["·", mark, "·"]) == "present left present"


@pytest.mark.parametrize("heading", ["Attending? Y / N / Left", "Status (Enrolled/Withdrawn)", "Enrolled? Yes, No, Withdrawn"])
def test_the_choices_in_a_heading_do_not_turn_its_question_round(heading):
    assert said(heading, ["Y", "N", "Y"]) == "present not_here present"


def test_values_speak_where_the_heading_is_of_something_else():
    assert said("Enrolment day", ["Enrolled", "Did not attend", "Enrolled - now withdrawn", "Enrolled", "Enrolled"]).split()[1:3] == [
        "not_here",
        "left",
    ]


def test_only_what_hardly_anybody_answers_yes_without_the_first_asks_on():
    columns = {"Enrolled A levels": ["x", "", ""], "Enrolled BTEC": ["", "x", "x"]}
    assert not asked_in_turn(columns, dict.fromkeys(columns, Marked.YES)).still


def test_an_answer_is_yes_no_or_nothing():
    assert [answered(text, Marked.YES) for text in ("Y", "No - left", "", "N/A", "x")] == [Marked.YES, Marked.NO, None, None, Marked.YES]


def test_the_birth_date_in_the_cell_of_the_name_is_read():
    rows = planned(sheet(("Student", "Course"), ["Poppy Ashworth (14/03/2009)", "A levels"], ["Maya Clegg (30/11/2008)", "BTEC"]))
    assert [(row.pile, row.student) for row in rows] == [("certain", 1), ("certain", 3)]


@pytest.mark.parametrize(
    ("heading", "mark", "outcome"),
    [
        ("Programme type", "Apprenticeship", "310"), ("Programme type", "Study Programme", "430"), ("Provision", "Apprenticeship", "310"),
        ("Funding model", "36", "310"), ("Apprentice?", "Y", "310"), ("Apprentice?", "N", "430"), ("Employer (if apprentice)", None, "430"),
        ("Employer (if apprentice)", "Salon 21", "310"), ("Route", "Study Programme", "430"), ("Learner type", "Apprenticeship", "310"),
    ],
)  # fmt: skip
def test_a_trainers_list_says_who_is_an_apprentice(heading, mark, outcome):
    from destinations.tests.rules.lists import TRAINER

    other = {"Apprenticeship": "Study Programme", "Study Programme": "Apprenticeship", "Y": "N", "N": "Y", "36": "25"}.get(mark or "")
    headings = (*HEADINGS, "Qualification", heading)
    rows = planned(
        sheet(headings, about(0, "Hairdressing L2", mark), about(1, "Retail L1", other), about(2, "Care L2", mark)), place=TRAINER
    )
    assert rows[0].outcome == outcome


def test_a_column_of_days_is_dated_by_its_heading():
    layout = lay_out(
        sheet((*HEADINGS, "Activity", "Status Confirmed"), about(0, "FE college", "14/09/2025"), about(1, "NEET", "15/09/2025")),
        {},
        today=TODAY,
    )
    assert layout.columns.fields["E"] == "date_verified"


def test_a_comment_says_who_left_where_nothing_else_does():
    assert (
        said("College comment", ["Good start", "Did not enrol", "Withdrawn 18/9", "Left message with mum"])
        == "present not_here left present"
    )
    assert said("Status | Notes", ["Enrolled|Left early Tues", "Enrolled|Withdrawn from maths", "Withdrawn|·"]) == "present present left"
