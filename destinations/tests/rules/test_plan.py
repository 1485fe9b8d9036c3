from datetime import date

from destinations.rules.outcomes import ProviderType, Route
from destinations.rules.places import Place
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.tests.rules.lists import COLLEGE, HEADINGS, LISTED, TRAINER, about, planned, sheet

COURSE = (*HEADINGS, "Course")
STATUS = (*HEADINGS, "Course", "Status")
AUTHORITY = (*HEADINGS, "Activity Code", "Current Activity", "Establishment", "Date Verified")


def test_a_list_without_a_status_column_says_present():
    row = planned(sheet(COURSE, about(0, "A Levels: History, French")))[0]
    assert (row.pile, row.student, row.said, row.outcome, row.place) == ("certain", 1, Said.PRESENT, "220", COLLEGE)
    assert (row.route, row.level, row.said_on, row.dated) == (Route.A_LEVEL, "3", LISTED, True)


def test_a_provider_list_without_any_date_is_undated():
    assert not planned(sheet(COURSE, about(0, "History")), date_given=False)[0].dated


def test_a_row_that_says_left_carries_no_outcome():
    row = planned(sheet(STATUS, about(0, "BTEC Sport", "Withdrawn"), about(1, "BTEC Sport", "Enrolled")))[0]
    assert (row.said, row.outcome) == (Said.LEFT, None)


def test_a_status_that_cannot_be_read_is_not_stated_and_named():
    row = planned(sheet(STATUS, about(0, "BTEC Sport", "banana"), about(1, "BTEC Sport", "Enrolled"), about(2, "BTEC Sport", "Enrolled")))[
        0
    ]
    assert row.said == NOT_STATED
    assert [(problem.column, problem.value) for problem in row.problems] == [("Status", "banana")]


def test_a_sheet_called_did_not_enrol_says_so_of_everybody_in_it():
    rows = planned(sheet(COURSE, about(0, "History"), name="Enrolled"), sheet(COURSE, about(1, "History"), name="Did not enrol"))
    assert [row.said for row in rows] == [Said.PRESENT, Said.NOT_HERE]


def test_a_line_within_the_table_heads_the_rows_below_it():
    rows = planned(sheet(COURSE, about(0, "History"), ["Withdrawn:"], about(1, "History")))
    assert [(row.pile, row.said) for row in rows] == [("certain", Said.PRESENT), ("not_a_student", ""), ("certain", Said.LEFT)]


def test_a_past_leaving_date_without_a_status_says_left_and_ends_the_spell():
    row = planned(sheet((*HEADINGS, "Start Date", "Date Left"), about(0, "04/09/2025", "12/09/2025"), about(1, "04/09/2025", None)))[0]
    assert (row.said, row.starts_on, row.ends_on) == (Said.LEFT, date(2025, 9, 4), date(2025, 9, 12))


def test_an_authority_row_is_dated_only_by_its_own_date():
    rows = planned(
        sheet(AUTHORITY, about(0, "220", "", COLLEGE.name, "18/09/2025"), about(1, "220", "", COLLEGE.name, None)), authority=True
    )
    assert [(row.said_on, row.dated) for row in rows] == [(date(2025, 9, 18), True), (LISTED, False)]


def test_a_code_says_present_whether_neet_or_not_known_and_names_no_place():
    rows = planned(
        sheet(AUTHORITY, about(0, "619", "", COLLEGE.name), about(1, "810", "", None), about(2, "220", "", COLLEGE.name)), authority=True
    )
    assert [(row.said, row.outcome, row.place) for row in rows] == [
        (Said.PRESENT, "619", None),
        (Said.PRESENT, "810", None),
        (Said.PRESENT, "220", COLLEGE),
    ]


def test_a_code_wins_over_the_type_of_the_provider():
    assert (
        planned(sheet(AUTHORITY, about(0, "330", "", COLLEGE.name), about(1, "220", "", COLLEGE.name)), authority=True)[0].outcome == "330"
    )


def test_words_of_an_activity_stand_in_for_a_missing_code():
    row = planned(
        sheet((*HEADINGS, "Current Activity", "Establishment"), about(0, "Seeking EET", None), about(1, "Further Education", "X")),
        authority=True,
    )
    assert row[0].outcome == "619"


def test_a_code_of_school_age_says_nothing_and_is_named():
    row = planned(sheet(AUTHORITY, about(0, "110", "", None), about(1, "220", "", COLLEGE.name)), authority=True)[0]
    assert row.said == NOT_STATED
    assert row.problems[0].value == "110"


def test_an_apprenticeship_anywhere_is_310_at_the_same_provider():
    row = planned(sheet(COURSE, about(0, "Level 2 Apprenticeship Joinery")))[0]
    assert (row.outcome, row.route, row.place) == ("310", Route.APPRENTICESHIP, COLLEGE)


def test_a_standard_beside_an_employer_is_an_apprenticeship():
    row = planned(sheet((*HEADINGS, "Employer", "Standard"), about(0, "Ribble Motors Ltd", "Motor Vehicle L2")), place=TRAINER)[0]
    assert (row.outcome, row.place, row.words) == ("310", TRAINER, "employer: Ribble Motors Ltd")


def test_an_apprentice_who_left_left_an_apprenticeship():
    headings = (*HEADINGS, "Employer", "Standard", "Status")
    rows = planned(
        sheet(headings, about(0, "Acme Ltd", "Joinery L2", "Withdrawn"), about(1, "Acme Ltd", "Joinery L2", "Active")), place=TRAINER
    )
    assert [(row.said, row.outcome, row.route) for row in rows] == [
        (Said.LEFT, None, Route.APPRENTICESHIP),
        (Said.PRESENT, "310", Route.APPRENTICESHIP),
    ]


def test_a_pre_apprenticeship_at_a_training_provider_is_training():
    assert planned(sheet(COURSE, about(0, "Pre-apprenticeship")), place=TRAINER)[0].outcome == "430"


def test_part_time_education_is_250():
    assert planned(sheet(COURSE, about(0, "GCSE English (part-time)")))[0].outcome == "250"


def test_a_new_establishment_is_proposed_with_a_likely_type():
    row = planned(sheet(AUTHORITY, about(0, "230", "", "Wyre Estuary College"), about(1, "220", "", COLLEGE.name)), authority=True)[0]
    assert row.place == Place(None, "Wyre Estuary College", ProviderType.FURTHER_EDUCATION_COLLEGE)


def test_a_name_nearly_in_the_register_is_taken_for_it_and_said():
    row = planned(sheet(AUTHORITY, about(0, "220", "", "Cardwel Newlands College"), about(1, "220", "", COLLEGE.name)), authority=True)[0]
    assert row.place == COLLEGE
    assert row.problems[0].column == "Establishment"


def test_totals_notes_and_nameless_rows_are_not_students():
    rows = planned(
        sheet(COURSE, about(0, "History"), [None, None, None, "History"], ["Total", 2], ["Printed 4 October by admissions at the college"])
    )
    assert [row.pile for row in rows] == ["certain", "not_a_student", "not_a_student", "not_a_student"]


def test_an_impossible_date_is_a_problem_and_never_a_crash():
    row = planned(sheet((*HEADINGS, "Start Date"), about(0, "31/02/2025"), about(1, "04/09/2025"), about(2, "04/09/2025")))[0]
    assert (row.starts_on, [(p.column, p.value) for p in row.problems]) == (None, [("Start Date", "31/02/2025")])


def test_a_verified_date_to_come_is_a_problem_and_dates_nothing():
    row = planned(
        sheet(AUTHORITY, about(0, "220", "", COLLEGE.name, "01/12/2025"), about(1, "220", "", COLLEGE.name, "18/09/2025")), authority=True
    )[0]
    assert (row.dated, row.problems[0].column) == (False, "Date Verified")


def test_one_student_twice_with_the_same_word_is_certain_and_with_another_to_check():
    same = planned(sheet(STATUS, about(0, "History", "Enrolled"), about(0, "French", "Enrolled"), about(1, "French", "Enrolled")))
    other = planned(sheet(STATUS, about(0, "History", "Enrolled"), about(0, "French", "Withdrawn"), about(1, "French", "Enrolled")))
    assert [row.pile for row in same] == ["certain"] * 3
    assert [row.pile for row in other] == ["check", "check", "certain"]


def test_every_row_of_the_plan_carries_its_own_words_for_the_person_who_looks():
    nearly, stranger = ["Clegg", "Mia", "30/11/2008", "History"], ["Zephaniah", "Quill", "01/01/2009", "History"]
    names = {row.pile: row.seen["surname"] for row in planned(sheet(COURSE, about(0, "History"), nearly, stranger)) if row.seen}
    assert names == {"certain": "Ashworth", "check": "Clegg", "not_ours": "Zephaniah"}


def test_where_they_went_is_a_lead_and_not_a_statement():
    rows = planned(
        sheet((*HEADINGS, "Did they join you?", "If not, where did they go?"), about(0, "n", "Rosehall College"), about(1, "y", None))
    )
    assert (rows[0].said, rows[0].lead, rows[0].place) == (Said.NOT_HERE, "Rosehall College", COLLEGE)


def test_a_status_that_says_there_beside_a_past_end_date_is_kept_and_named():
    headings = (*HEADINGS, "Status", "Start Date", "End Date")
    rows = planned(sheet(headings, about(0, "Live", "01/09/2025", "12/09/2025"), about(1, "Live", "01/09/2025", "30/06/2027")))
    assert [row.said for row in rows] == [Said.PRESENT, Said.PRESENT]
    assert [[problem.message for problem in row.problems] for row in rows] == [
        ["The status says Live, but the end date 12 September 2025 is past."],
        [],
    ]
