"""A school's export, from bytes to a plan. All people are invented."""

import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from import_export.results import RowResult
from openpyxl import Workbook

from careers.register import register_of
from careers.rules.characteristics import NO, YES
from careers.tests.factories import CohortFactory, SchoolFactory, StudentFactory, upn
from destinations.resources.files import FileRefused
from destinations.resources.student_columns import read_students
from destinations.resources.student_readers import attendance, meaning_of_crosses, yes_no
from destinations.resources.students import StudentResource, plan_import

pytestmark = pytest.mark.django_db
TODAY = date(2025, 9, 8)
HEADINGS = ["UPN", "Legal Surname", "Legal Forename", "DOB", "Reg Group"]


def csv_of(headings, *rows) -> bytes:
    return "\n".join(",".join(str(cell) for cell in row) for row in (headings, *rows)).encode()


def student(number, **other):
    usual = {
        "UPN": upn(number),
        "Legal Surname": f"Ashworth{chr(97 + number)}",
        "Legal Forename": "Robin",
        "DOB": "14/03/2009",
        "Reg Group": "11A",
    }
    return list((usual | other).values())


def plan(data, school=None, **asked):
    school = school or SchoolFactory()
    return plan_import(read_students(data, "export.csv", school, today=TODAY, **asked), school, leaving=2025, today=TODAY)


@pytest.mark.parametrize(
    "headings",
    [
        ["UPN", "Legal Surname", "Legal Forename", "DOB", "Reg Group"],
        ["UPN", "Surname", "Forename", "DoB", "RegGroup"],
        ["Unique Pupil Number", "Last Name", "First Name", "Date of Birth", "Registration Form"],
        ["UPN", "Family Name", "Given Name", "DateOfBirth", "Tutor Group"],
    ],
)
def test_columns_are_recognised_whatever_the_system_calls_them(headings):
    (newcomer,) = plan(csv_of(headings, student(1))).new
    assert newcomer.values == {
        "upn": upn(1), "surname": "Ashworthb", "forename": "Robin", "date_of_birth": date(2009, 3, 14), "form": "11A",
    }  # fmt: skip


def test_a_workbook_and_a_csv_say_the_same():
    book = Workbook()
    book.active.append(HEADINGS)
    book.active.append([upn(1), "Ashworthb", "Robin", date(2009, 3, 14), "11A"])
    out = io.BytesIO()
    book.save(out)
    assert plan(out.getvalue()).new == plan(csv_of(HEADINGS, student(1))).new


def test_the_chosen_cohort_wins_over_a_year_column():
    made = plan(csv_of([*HEADINGS, "Year"], [*student(1), "11"], [*student(2), "13"]))
    assert len(made.new) == 2
    assert "Every row goes into the cohort you chose" in made.notes[0]


def test_a_refused_row_names_row_heading_value_and_reason():
    wrong = "A" + upn(3)[1:] if upn(3)[0] != "A" else "B" + upn(3)[1:]
    made = plan(csv_of(HEADINGS, student(1), student(2, DOB="31/02/2009"), student(3, UPN=wrong)))
    assert [(p.row, p.column, p.value, p.kept) for p in made.refused] == [(3, "DOB", "31/02/2009", False), (4, "UPN", wrong, False)]
    assert "February 2009 has no day 31" in made.refused[0].message
    assert len(made.new) == 1


def test_rows_are_numbered_as_a_person_sees_them_under_title_lines_and_blank_rows():
    data = b"Hodder Academy leavers\n\n" + csv_of(HEADINGS, student(1), [""] * 5, student(2, DOB="30/02/2009"))
    assert [p.row for p in plan(data).refused] == [6]


def test_a_wrong_postcode_is_left_out_and_the_rest_of_the_row_goes_in():
    made = plan(csv_of([*HEADINGS, "Postcode", "ULN"], [*student(1), "Preston", "1000102505"], [*student(2), "pr11aa", "1000102504"]))
    assert [("postcode" in part.values, "uln" in part.values) for part in made.new] == [(False, False), (True, True)]
    assert [(p.column, p.kept) for p in made.refused] == [("Postcode", True), ("ULN", True)]
    assert made.new[1].values["postcode"] == "PR1 1AA"


def test_a_whole_name_in_one_column_is_taken_apart():
    made = plan(csv_of(["UPN", "Full Name", "DOB"], [upn(1), '"Ashworth, Robin May"', "14/03/2009"], [upn(2), '"Bell, Kit"', "15/03/2009"]))
    assert [made.new[0].values[name] for name in ("surname", "forename", "middle_names")] == ["Ashworth", "Robin", "May"]


def test_columns_of_characteristics_become_marks():
    headings = [*HEADINGS, "SEN Status", "FSM", "Ever 6", "First Language", "In Care"]
    (newcomer,) = plan(csv_of(headings, [*student(1), "E", "N", "Y", "POL", "PLAC"])).new
    assert {(c.kind, c.what) for c in newcomer.spans} == {
        ("sen", "begins"), ("ehc_plan", "begins"), ("fsm", "has been"), ("eal", "begins"), ("looked_after", "has been"),
    }  # fmt: skip


def test_a_yes_or_no_that_is_neither_is_a_problem_and_changes_nothing():
    made = plan(csv_of([*HEADINGS, "FSM"], [*student(1), "Perhaps"], [*student(2), "Y"]))
    assert [(p.row, p.column, p.value, p.kept) for p in made.refused] == [(2, "FSM", "Perhaps", True)]
    assert [len(part.spans) for part in made.new] == [0, 1]


def test_in_a_column_of_ticks_a_blank_means_no_and_beside_written_noes_it_says_nothing():
    assert yes_no("fsm", ["Y", None, None])(None) == {"fsm": NO}
    assert yes_no("fsm", ["Y", "N", None])(None) == {}
    assert yes_no("fsm", [None, None])(None) == {}
    assert yes_no("fsm", ["Y", None])("Y") == {"fsm": YES}


@pytest.mark.parametrize(("cells", "meaning"), [(["x", None], True), (["x", "no"], True), (["x", "✓"], False), (["x", "yes", "no"], None)])
def test_a_cross_means_yes_or_no_by_what_stands_beside_it(cells, meaning):
    assert meaning_of_crosses(cells) is meaning


def test_attendance_is_a_percentage_also_where_the_spreadsheet_holds_a_fraction():
    assert attendance([0.957, 0.8])(0.957) == Decimal("95.7")
    assert attendance([95.7, 100])("95.7%") == Decimal("95.7")
    with pytest.raises(ValueError, match="is not a percentage"):
        attendance([95.7])("often")


def test_a_named_column_becomes_a_characteristic_of_the_school():
    made = plan(csv_of([*HEADINGS, "More able"], [*student(1), "Y"], [*student(2), "N"]), own=["more  ABLE"])
    assert made.own == {"own-more-able": "More able"}
    assert made.new[0].spans[0].kind == "own-more-able"


def test_a_named_column_that_is_not_there_refuses_the_file_and_lists_the_headings():
    with pytest.raises(FileRefused, match=r"no column headed “More able”\. The headings are: UPN, Legal Surname"):
        plan(csv_of(HEADINGS, student(1)), own=["More able"])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"This is a letter about something else entirely.\nYours faithfully", "No table of students"),
        (csv_of(["Surname", "Forename", "DOB"], ["Ashworth", "Robin", "14/03/2009"]), "No column of UPNs"),
    ],
)
def test_a_file_nothing_can_be_taken_from_is_refused_in_a_sentence(data, words):
    with pytest.raises(FileRefused, match=words):
        plan(data)


def test_two_columns_cannot_be_put_right_to_the_same_thing():
    with pytest.raises(FileRefused, match="Columns B and C cannot both be the surname"):
        plan(csv_of(HEADINGS, student(1)), columns={"C": "surname"})


def test_the_rows_of_the_library_tell_what_the_plan_tells():
    cohort = CohortFactory(leaving=2025)
    for number in (1, 2):
        StudentFactory(cohort=cohort, upn=upn(number), surname=f"Ashworth{chr(97 + number)}", forename="Robin", sex="")
    data = csv_of(HEADINGS, student(1), student(2, **{"Reg Group": "11C"}), student(3), student(4, DOB="never"))
    file = read_students(data, "export.csv", cohort.school, today=TODAY)
    result = StudentResource(file, register_of(cohort.school), leaving=2025, today=TODAY).read()
    assert [row.import_type for row in result.rows] == ["skip", "update", "new", "invalid"]
    assert result.rows[1].diff[0].new == "11C"
    assert result.totals[RowResult.IMPORT_TYPE_INVALID] == 1


def test_planning_writes_nothing_and_asks_as_often_for_many_as_for_few(django_assert_max_num_queries):
    cohort = CohortFactory(leaving=2025)
    data = csv_of(HEADINGS, *(student(number) for number in range(20)))
    file = read_students(data, "export.csv", cohort.school, today=TODAY)
    with django_assert_max_num_queries(2):
        plan_import(file, cohort.school, leaving=2025, today=TODAY)
    assert not cohort.students.exists()


class AnyCells(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.lists(st.text(max_size=12), min_size=6, max_size=6), max_size=5))
    def test_whatever_the_cells_hold_each_row_is_taken_in_or_refused(self, wild):
        book = Workbook()
        book.active.append([*HEADINGS, "FSM"])
        book.active.append([*student(1), "Y"])
        for row in wild:
            book.active.append(["".join(c for c in cell if c.isprintable()) for cell in row])
        out = io.BytesIO()
        book.save(out)
        school = SchoolFactory()
        file = read_students(out.getvalue(), "wild.xlsx", school, today=TODAY)
        if "upn" in file.columns.values():
            made = plan_import(file, school, leaving=2025, today=TODAY)
            assert len(made.new) + made.rows_refused == len(file.table.data_rows)


@pytest.mark.parametrize("headings", [["UPN", "Surname", "Surname", "Forename", "DOB"], ["UPN", "Legal Surname", "Forename", "DOB", "dob"]])
def test_two_columns_with_the_same_heading_are_refused_by_their_letters(headings):
    same = [heading.casefold() for heading in headings]
    letters = ["ABCDE"[place] for place, heading in enumerate(same) if same.count(heading) > 1]
    cells = {"UPN": upn(1), "Legal Surname": "Hall", "Forename": "Robin"} | dict.fromkeys(("DOB", "dob"), "14/03/2009")
    rows = [[cells.get(heading, f"Hall{number}") for number, heading in enumerate(headings)]]
    with pytest.raises(FileRefused, match=f"Columns {letters[0]} and {letters[1]} are both headed “.*”"):
        plan(csv_of(headings, *rows, *rows))


def test_the_same_heading_over_columns_that_are_left_out_does_no_harm():
    headings = [*HEADINGS, "Notes", "Notes", "", ""]
    assert len(plan(csv_of(headings, [*student(1), "tall", "short", "", ""], [*student(2), "loud", "quiet", "", ""])).new) == 2


def test_a_column_headed_as_another_and_left_out_by_whoever_looked_does_no_harm():
    headings = [*HEADINGS, "Reg Group"]
    file = csv_of(headings, [*student(1), "11B"], [*student(2), "11C"])
    (first, _) = plan(file, columns={"F": "ignore"}).new
    assert first.values["form"] == "11A"
