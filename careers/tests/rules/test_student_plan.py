"""The plan of an import, without a database or a file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.characteristics import YES, Span
from careers.rules.problems import Cell, Problem
from careers.rules.student_plan import Reading, make_plan
from careers.rules.students import KEPT, Incoming, Known, Register
from careers.tests.factories import upn

TODAY, BORN = date(2025, 9, 8), date(2009, 3, 14)
COLUMNS = {
    "upn": "UPN",
    "uln": "ULN",
    "admission_number": "Adno",
    "surname": "Legal Surname",
    "forename": "Legal Forename",
    "date_of_birth": "DOB",
}


def row(number, **values):
    values = {"surname": "Ashworth", "forename": "Robin", "date_of_birth": BORN} | values
    marks = values.pop("marks", {})
    former = values.pop("former_upn", "")
    cells = {name: Cell(COLUMNS.get(name, name), str(value)) for name, value in values.items()}
    return Incoming(number, values, marks, cells, former)


def known(pk, leaving=2025, spans=(), missing_since=None, **values):
    usual = dict.fromkeys(KEPT, "") | {"surname": "Ashworth", "forename": "Robin", "date_of_birth": BORN, "attendance": None}
    return Known(pk, leaving, usual | values, spans, missing_since)


def plan(rows, students=(), unusable=(), problems=()):
    return make_plan(Reading(list(rows), list(unusable), list(problems)), Register(tuple(students), "digest"), leaving=2025, today=TODAY)


def refusal(made):
    (problem,) = made.refused
    return problem


def test_a_student_we_do_not_know_is_new():
    assert [part.values["upn"] for part in plan([row(2, upn=upn(1))]).new] == [upn(1)]


def test_a_student_whose_row_says_what_we_hold_is_left_alone():
    assert plan([row(2, upn=upn(1))], [known(5, upn=upn(1))]).same == (2,)


def test_a_changed_value_is_shown_old_and_new():
    (changed,) = plan([row(2, upn=upn(1), form="11C")], [known(5, upn=upn(1), form="11A")]).changed
    assert [(c.field, c.old, c.new) for c in changed.changes] == [("form", "11A", "11C")]


def test_an_empty_cell_clears_a_form_but_never_a_number_or_a_birth_date():
    (changed,) = plan(
        [row(2, upn=upn(1), form=None, uln=None, date_of_birth=None)], [known(5, upn=upn(1), uln="1000102504", form="11A")]
    ).changed
    assert [(c.field, c.new) for c in changed.changes] == [("form", "")]


def test_without_a_upn_the_uln_says_who_it_is_and_without_that_the_admission_number():
    students = [known(5, upn=upn(1), uln="1000102504"), known(6, upn=upn(2), admission_number="0042")]
    made = plan([row(2, uln="1000102504"), row(3, admission_number="0042")], students)
    assert made.same == (2, 3)
    assert not made.missing


def test_a_student_who_had_no_upn_is_found_by_uln_and_given_one():
    (changed,) = plan([row(2, upn=upn(1), uln="1000102504")], [known(5, uln="1000102504")]).changed
    assert (changed.student, changed.changes[0].new) == (5, upn(1))


def test_a_former_upn_leads_to_the_student():
    (changed,) = plan([row(2, upn=upn(9), former_upn=upn(1))], [known(5, upn=upn(1))]).changed
    assert changed.student == 5


def test_another_upn_with_a_known_uln_is_the_same_student_only_when_name_and_birth_date_agree():
    student = known(5, upn=upn(1), uln="1000102504")
    assert plan([row(2, upn=upn(9), uln="1000102504")], [student]).changed[0].student == 5
    made = plan([row(2, upn=upn(9), uln="1000102504", surname="Bell", forename="Kit", date_of_birth=date(2009, 9, 1))], [student])
    assert made.new[0].values.get("uln") is None
    assert refusal(made).message == "This ULN is already that of Robin Ashworth, leavers 2025. It was left out."
    assert refusal(made).kept


def test_a_student_in_another_cohort_is_refused_with_both_cohorts_named():
    problem = refusal(plan([row(2, upn=upn(1))], [known(5, leaving=2024, upn=upn(1))]))
    assert (problem.row, problem.column, problem.value) == (2, "UPN", upn(1))
    assert problem.message == "This student is already among the leavers of 2024, and this file is for the leavers of 2025."


def test_a_second_row_about_one_student_is_refused_naming_both_rows():
    problem = refusal(plan([row(2, upn=upn(1)), row(9, upn=upn(1), form="11C")]))
    assert problem.row == 9
    assert "Rows 2 and 9" in problem.message


def test_of_two_rows_about_one_student_the_one_with_the_stronger_number_is_looked_at():
    problem = refusal(plan([row(2, uln="1000102504"), row(3, upn=upn(1), uln="1000102504")]))
    assert (problem.row, problem.message) == (2, "Rows 2 and 3 are about the same student. Only row 3 was looked at.")


def test_a_row_that_contradicts_the_number_of_a_student_with_a_row_of_their_own_is_somebody_new():
    student = known(5, upn=upn(1), uln="1000102504")
    made = plan([row(2, uln="1000102504", forename="Kit"), row(3, upn=upn(1), uln="2218396784")], [student])
    assert [part.row for part in made.new] == [2]
    assert [part.student for part in made.changed] == [5]


@pytest.mark.parametrize(
    ("values", "column", "words"),
    [
        ({}, "", "no UPN, ULN or admission number"),
        ({"upn": upn(1), "surname": None}, "Legal Surname", "no surname"),
        ({"upn": upn(1), "forename": None}, "Legal Forename", "no first name"),
        ({"upn": upn(1), "date_of_birth": date(1959, 1, 1)}, "DOB", "born in 1959"),
        ({"upn": upn(1), "date_of_birth": date(2024, 1, 1)}, "DOB", "born in 2024"),
    ],
)
def test_a_row_that_nobody_can_be_told_from_is_refused(values, column, words):
    problem = refusal(plan([row(2, **values)]))
    assert (problem.column, problem.kept) == (column, False)
    assert words in problem.message


def test_a_new_student_needs_a_name_but_a_known_one_may_come_without_those_columns():
    bare = Incoming(2, {"upn": upn(1), "form": "11C"}, cells={"upn": Cell("UPN", upn(1))})
    assert "no surname" in refusal(plan([bare])).message
    assert plan([bare], [known(5, upn=upn(1))]).changed[0].student == 5


def test_a_birth_date_outside_the_usual_band_and_an_unknown_authority_only_warn():
    made = plan([row(2, upn="A111402400001", date_of_birth=date(2008, 5, 1))])
    assert not made.refused
    assert [warning.column for warning in made.warnings] == ["UPN", "DOB"]


def test_another_name_and_another_birth_date_under_a_known_upn_warn():
    made = plan([row(2, upn=upn(1), surname="Bell", forename="Kit", date_of_birth=date(2009, 4, 1))], [known(5, upn=upn(1))])
    assert "We know this number as Robin Ashworth" in made.warnings[0].message


def test_who_is_not_in_the_file_is_missing_since_today_and_stays_missing_since_the_first_day():
    made = plan([row(2, upn=upn(1))], [known(5, upn=upn(1)), known(6, upn=upn(2)), known(7, upn=upn(3), missing_since=date(2025, 1, 1))])
    assert [(m.student, m.since, m.newly) for m in made.missing] == [(6, TODAY, True), (7, date(2025, 1, 1), False)]


def test_the_missing_of_other_cohorts_are_no_concern_of_this_file():
    assert not plan([row(2, upn=upn(1))], [known(5, leaving=2024, upn=upn(2))]).missing


def test_who_comes_back_is_no_longer_missing():
    (changed,) = plan([row(2, upn=upn(1))], [known(5, upn=upn(1), missing_since=date(2025, 1, 1))]).changed
    assert changed.changes[0].field == "missing_since"


def test_a_student_whose_row_is_refused_is_not_missing():
    slip = row(3, upn=None, surname="Bell", forename="Kit")
    students = [known(5, upn=upn(1)), known(6, upn=upn(2), surname="Bell", forename="Kit"), known(7, upn=upn(3))]
    made = plan([row(2, upn=upn(1))], students, unusable=[slip], problems=[Problem(3, "UPN", "X", "is not a UPN")])
    assert [m.student for m in made.missing] == [7]


def test_a_file_without_one_row_that_can_be_taken_in_changes_nothing():
    made = plan([row(2, upn=upn(1))], [known(5, leaving=2024, upn=upn(1)), known(6, upn=upn(2))])
    assert made.changes_nothing
    assert not made.missing


def test_two_students_whose_numbers_were_swapped_are_put_right_by_one_file():
    students = [known(5, upn=upn(1), uln="1000102504"), known(6, upn=upn(2), uln="2218396784", forename="Kit")]
    made = plan([row(2, upn=upn(1), uln="2218396784"), row(3, upn=upn(2), uln="1000102504", forename="Kit")], students)
    assert not made.refused
    assert {c.student: c.changes[0].new for c in made.changed} == {5: "2218396784", 6: "1000102504"}


def test_a_number_given_to_two_rows_stays_with_the_first():
    made = plan([row(2, upn=upn(1), uln="1000102504"), row(3, upn=upn(2), uln="1000102504", forename="Kit")])
    assert [part.values.get("uln") for part in made.new] == ["1000102504", None]
    assert "already that of row 2" in refusal(made).message


def test_a_problem_is_not_kept_when_its_row_is_refused_for_another_reason():
    made = plan([row(2)], problems=[Problem(2, "Postcode", "X", "X is not a postcode.", kept=True)])
    assert [problem.kept for problem in made.refused] == [False, False]


def test_a_newcomers_characteristics_are_planned_with_them():
    (newcomer,) = plan([row(2, upn=upn(1), marks={"fsm": YES})]).new
    assert newcomer.spans[0].span == Span("fsm")


numbers = st.fixed_dictionaries(
    {
        "upn": st.sampled_from([None, *map(upn, range(5))]),
        "uln": st.sampled_from([None, "1000102504", "2218396784", "5848939941"]),
        "admission_number": st.sampled_from([None, "1", "2", "3"]),
        "forename": st.sampled_from(["Robin", "Kit"]),
    }
)


@st.composite
def schools(draw):
    """Students of a school in two cohorts, no two with one number."""
    held, taken = [], set()
    for pk, values in enumerate(draw(st.lists(numbers, max_size=5)), start=1):
        own = {name: value or "" for name, value in values.items()}
        mine = {(name, own[name]) for name in ("upn", "uln", "admission_number") if own[name]}
        if mine and not mine & taken:
            taken |= mine
            held.append(known(pk, leaving=draw(st.sampled_from([2024, 2025])), **own))
    return held


@given(schools(), st.lists(numbers, max_size=6))
def test_no_row_is_lost_and_no_number_becomes_two_students(students, wild):
    made = plan([row(number, **values) for number, values in enumerate(wild, start=2)], students)
    assert len(made.new) + len(made.changed) + len(made.same) + made.rows_refused == len(wild)
    for name in ("upn", "uln", "admission_number"):
        held = [student.values[name] for student in carried_out(made, students) if student.values[name]]
        assert len(held) == len(set(held))


@given(schools(), st.lists(numbers, max_size=6))
def test_a_file_in_which_nothing_was_refused_changes_nothing_the_second_time(students, wild):
    made = plan([row(number, **values) for number, values in enumerate(wild, start=2)], students)
    if not made.refused:
        again = plan([row(number, **values) for number, values in enumerate(wild, start=2)], carried_out(made, students))
        assert (again.new, again.changed, len(again.same)) == ((), (), len(wild))


def carried_out(made, students):
    """The register as the plan would leave it."""
    after = {student.id: student for student in students}
    for part in made.changed:
        old = after[part.student]
        values = dict(old.values) | {c.field: c.new for c in part.changes if c.field in KEPT}
        after[part.student] = Known(old.id, old.leaving, values, old.spans)
    for number, part in enumerate(made.new, start=100):
        after[number] = known(number, **part.values)
    return list(after.values())
