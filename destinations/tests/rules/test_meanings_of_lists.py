"""Lists of every kind of sender, a row or two each: what they say, and of what."""

from dataclasses import replace
from datetime import date

import pytest

from destinations.rules.layouts import lay_out
from destinations.rules.marks import Marked, crosses_among, ticked, told_of_marks
from destinations.rules.names import normalise
from destinations.rules.outcomes import ProviderType, Route
from destinations.rules.places import Place
from destinations.rules.plan import Sender, Terms, plan
from destinations.rules.remembered import WordMeaning, normalised
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.tests.rules.lists import COLLEGE, HEADINGS, LISTED, REGISTER, TODAY, TRAINER, about, matched, planned, sheet

UNIVERSITY = Place(3, "University of Lancaster", ProviderType.UNIVERSITY)
EMPLOYER = Place(4, "Ribble Motors", ProviderType.EMPLOYER)
FURTHER = Place(5, "Rosehall College", ProviderType.FURTHER_EDUCATION_COLLEGE)
SPECIAL = Place(6, "Moorside", ProviderType.SPECIAL_POST_16)
STATUS = (*HEADINGS, "Course", "Status")
APPLICANTS = (*HEADINGS, "Course", "Application Status", "Interview Date", "Conditions")


def with_fields(fields, *rows, headings, remembered=None, place=COLLEGE, listed_on=LISTED):
    """A list whose columns a person has set: {letter: field}."""
    layout = lay_out(sheet(headings, *rows), fields, today=TODAY)
    sender = Sender(SourceKind.PROVIDER, place.name, place)
    return plan([layout], Terms(sender, listed_on, True, TODAY, 2025), REGISTER, matched, remembered)


def state(row):
    """The state of the application that a row speaks of."""
    return (row.application or {}).get("state")


def status_said(*statuses, place=COLLEGE, **more):
    rows = [about(n, "A Levels", status) for n, status in enumerate(statuses)]
    return planned(sheet(STATUS, *rows, **more), place=place)


@pytest.mark.parametrize(
    ("place", "outcome"), [(UNIVERSITY, "240"), (EMPLOYER, "330"), (FURTHER, "230"), (SPECIAL, "280"), (TRAINER, "430"), (COLLEGE, "220")]
)
def test_enrolled_is_what_the_kind_of_place_does(place, outcome):
    assert status_said("Enrolled", "Withdrawn", place=place)[0].outcome == outcome


def test_one_column_for_each_status_says_the_one_that_is_ticked():
    headings = (*HEADINGS, "Enrolled", "Withdrawn", "Did not attend")
    fields = {"D": "marked", "E": "marked", "F": "marked"}
    rows = with_fields(fields, about(0, "✓"), about(1, None, "✓"), about(2, None, None, "✓"), headings=headings)
    assert [row.said for row in rows] == [Said.PRESENT, Said.LEFT, Said.NOT_HERE]
    assert rows[1].told["marked"] == "Withdrawn"


def test_nothing_ticked_is_not_stated_and_named():
    headings = (*HEADINGS, "Enrolled", "Withdrawn")
    row = with_fields({"D": "marked", "E": "marked"}, about(0), about(1, "x"), headings=headings)[0]
    assert (row.said, "is ticked" in row.problems[0].message) == (NOT_STATED, True)


def test_ticks_that_contradict_go_to_a_person():
    headings = (*HEADINGS, "Enrolled", "Did not enrol")
    row = with_fields({"D": "marked", "E": "marked"}, about(0, "x", "x"), about(1, "x"), headings=headings)[0]
    assert (row.pile, row.said, [c.id for c in row.candidates]) == ("check", NOT_STATED, [1])


def test_of_ticks_that_are_days_the_latest_holds():
    marks = {"Enrolled": "04/09/2025", "Withdrawn": "12/10/2025"}
    days = {"Enrolled": date(2025, 9, 4), "Withdrawn": date(2025, 10, 12)}
    assert ticked(marks, days, {}, x_means={}).said == Said.LEFT


def test_applied_and_enrolled_ticks_do_not_contradict():
    assert ticked({"Applied": "✓", "Enrolled": "✓"}, {}, {}, x_means={}).said == Said.PRESENT


def test_an_authority_s_ticked_columns_are_activities():
    marks = ticked({"Apprenticeship": "x"}, {}, {}, x_means={}, by_authority=True)
    assert (marks.said, marks.code) == (Said.PRESENT, "310")


def test_a_birth_date_in_three_columns_is_one_date():
    headings = ("Surname", "Forename", "Day", "Month", "Year", "Course")
    fields = {"C": "birth_day", "D": "birth_month", "E": "birth_year"}
    rows = with_fields(
        fields, ["Ashworth", "Poppy", 14, "March", 2009, "A Levels"], ["Clegg", "Maya", 30, 11, 8, "A Levels"], headings=headings
    )
    assert [row.student for row in rows] == [1, 3]
    assert [row.pile for row in rows] == ["certain", "certain"]


def test_a_birth_date_that_cannot_be_is_named():
    fields = {"C": "birth_day", "D": "birth_month", "E": "birth_year"}
    headings = ("Surname", "Forename", "Day", "Month", "Year")
    row = with_fields(fields, ["Ashworth", "Poppy", 31, 2, 2009], ["Clegg", "Maya", 30, 11, 2008], headings=headings)[0]
    assert row.problems[0].value == "31 2 2009"


def test_a_rounded_upn_is_named_and_matching_goes_on_without_it():
    row = planned(sheet(("UPN", *HEADINGS), ["8.88449E+11", *about(0)], ["8.88411E+11", *about(1)]))[0]
    assert (row.pile, row.student) == ("certain", 1)
    assert "UPN" in row.problems[0].message


def test_applicants_say_nothing_of_where_they_are_and_become_applications():
    rows = planned(
        sheet(
            APPLICANTS,
            about(0, "A Levels", "Conditional offer", "12/03/2025", "5 GCSEs"),
            about(1, "T Level", "Rejected"),
            about(2, "BTEC", "W"),
        )
    )
    assert [row.said for row in rows] == [NOT_STATED] * 3
    assert [state(row) for row in rows] == ["conditional", "turned_down", "withdrawn"]
    assert (rows[0].application or {})["interview_on"] == "2025-03-12"
    assert not any(row.problems for row in rows)


def test_an_enrolled_status_wins_over_an_application_in_the_same_row():
    row = status_said("Offer accepted - enrolled", "Enrolled", "Withdrawn")[0]
    assert (row.said, row.outcome, state(row)) == (Said.PRESENT, "220", "accepted")


def test_firm_choices_of_university_applicants_are_accepted_and_enrolled_ones_are_there():
    rows = planned(
        sheet((*HEADINGS, "Course", "Offer status"), about(0, "BSc Nursing", "UF"), about(1, "BA", "CF"), about(2, "LLB", "Enrolled")),
        place=UNIVERSITY,
    )
    assert [(row.said, row.outcome) for row in rows] == [(NOT_STATED, None), (NOT_STATED, None), (Said.PRESENT, "240")]
    assert [state(row) for row in rows[:2]] == ["accepted", "accepted"]


def test_a_list_made_before_anybody_can_start_speaks_of_applications():
    fields = {"D": "status"}
    rows = with_fields(
        fields,
        about(0, "Withdrawn"),
        about(1, "Accepted"),
        about(2, "Declined"),
        headings=(*HEADINGS, "Status"),
        listed_on=date(2025, 4, 2),
    )
    assert [(row.said, state(row)) for row in rows] == [
        (NOT_STATED, "withdrawn"),
        (NOT_STATED, "accepted"),
        (NOT_STATED, "declined"),
    ]


def test_an_offer_to_come_is_no_offer_yet():
    headings = (*HEADINGS, "Application Status", "Offer date")
    row = planned(sheet(headings, about(0, "Interviewed", "01/12/2025"), about(1, "Offer made", "01/09/2025")))[0]
    assert state(row) == "interview"


@pytest.mark.parametrize(
    ("status", "said", "lead"),
    [
        ("Transferred to Rosehall College", Said.LEFT, "Rosehall College"),
        ("Enrolled at Rosehall College", Said.NOT_HERE, "Rosehall College"),
        ("Gone to Rosehall College", Said.NOT_HERE, "Rosehall College"),
        ("Left - apprenticeship", Said.LEFT, "apprenticeship"),
        ("Withdrawn (now working)", Said.LEFT, "working"),
        ("Left in October", Said.LEFT, ""),
        ("Did not enrol - chose Rosehall College", Said.NOT_HERE, "chose Rosehall College"),
    ],
)
def test_where_somebody_went_is_a_lead_and_never_an_outcome(status, said, lead):
    row = status_said(status, "Enrolled", "Withdrawn")[0]
    assert (row.said, row.outcome, row.lead) == (said, None, lead)


def test_a_provider_s_own_name_and_campus_are_no_other_place():
    rows = status_said("Enrolled at Newlands College", "Attending at Fylde campus", "Attending sixth form")
    assert [row.said for row in rows] == [Said.PRESENT] * 3


def test_another_kind_of_place_in_the_status_is_not_this_one():
    assert status_said("School sixth form", "Enrolled", "Enrolled", place=TRAINER)[0].said == Said.NOT_HERE


def test_the_course_left_keeps_its_route_whatever_came_after():
    assert status_said("Left - apprenticeship", "Enrolled", "Enrolled")[0].route == Route.A_LEVEL


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [
        ("Mode", "PT", "250"), ("Mode", "P/T", "250"), ("Mode", "FT", "220"), ("Hours", "12", "250"), ("Hours", 16, "250"),
        ("Hours per week", "16.5", "250"), ("Hours", "17", "220"), ("Planned hours", "539", "250"), ("GLH", "540", "220"),
        ("Hours", "60", "220"), ("PLH", 540, "220"),
        ("Total hrs", "540", "220"), ("Weekly learning hours", "15", "250"),
        ("Hours", "0", "220"), ("Hours", "n/a", "220"), ("Course", "Level 2 PT Fitness", "220"),
    ],
)  # fmt: skip
def test_few_hours_and_a_short_mode_are_part_time_education(heading, cell, code):
    (row,) = planned(sheet((*HEADINGS, heading), about(0, cell)))
    assert row.outcome == code


def test_a_part_time_mode_is_part_time_education():
    rows = planned(
        sheet((*HEADINGS, "Course", "Mode of study"), about(0, "Level 2", "Part Time"), about(1, "Level 2", "Full Time")), place=FURTHER
    )
    assert [row.outcome for row in rows] == ["250", "230"]


def test_a_reason_for_leaving_says_left_and_a_blank_one_nothing():
    headings, fields = (*HEADINGS, "Course", "Withdrawal reason"), {"D": "course", "E": "ignore"}
    rows = with_fields(fields, about(0, "A Levels", "Personal"), about(1, "A Levels"), about(2, "A", "Did not start"), headings=headings)
    assert [row.said for row in rows] == [Said.LEFT, Said.PRESENT, Said.NOT_HERE]
    as_status = with_fields({"E": "status"}, about(0, "A Levels", "Personal"), about(1, "A Levels"), headings=headings)
    assert [row.said for row in as_status] == [Said.LEFT, Said.PRESENT]


def test_counts_below_a_list_are_nobody():
    rows = planned(sheet((*HEADINGS, "Course"), about(0, "A Levels"), ["NEET", 20], ["Total learners:", 140]))
    assert [row.pile for row in rows] == ["certain", "not_a_student", "not_a_student"]


def test_words_put_right_win_over_the_rules_and_a_code_wins_over_them():
    sorted_, football = WordMeaning(Said.LEFT), WordMeaning("", "250", Route.OTHER, "1")
    remembered = {("status", normalised("Sorted!")): sorted_, ("course", "football"): football}
    fields, rows = {"D": "course", "E": "status"}, (about(0, "A Levels", "sorted"), about(1, "Football", "Enrolled"))
    told = with_fields(fields, *rows, headings=STATUS, remembered=remembered)
    assert [(row.said, row.outcome, row.level) for row in told] == [(Said.LEFT, None, "3"), (Said.PRESENT, "250", "1")]
    fields, headings = {"D": "activity_code", "E": "status"}, (*HEADINGS, "Code", "Status")
    coded = with_fields(fields, about(0, "230", "sorted"), about(1, "230", "Enrolled"), headings=headings, remembered=remembered)
    assert (coded[0].said, coded[0].outcome) == (Said.PRESENT, "230")


def test_a_code_that_was_put_right_wins_over_itself():
    remembered = {("activity_code", "230"): WordMeaning(Said.PRESENT, "220")}
    fields = {"D": "activity_code"}
    row = with_fields(fields, about(0, "230"), about(1, "220"), headings=(*HEADINGS, "Code"), remembered=remembered)[0]
    assert row.outcome == "220"


def test_the_words_a_row_was_read_from_are_told_with_a_blank_status():
    rows = status_said("Enrolled", None, "Withdrawn")
    assert dict(rows[1].told) == {"status": "", "course": "A Levels"}


def test_an_authority_s_words_alone_are_codes():
    register = {**REGISTER, normalise(FURTHER.name): FURTHER}
    headings = (*HEADINGS, "Activity", "Establishment")
    said = ("Left college - now apprentice", "Full time education", "NEET – available")
    rows = planned(sheet(headings, *(about(n, words, FURTHER.name) for n, words in enumerate(said))), authority=True, register=register)
    assert [(row.outcome, row.place) for row in rows] == [("310", FURTHER), ("230", FURTHER), ("619", None)]


def test_an_activity_where_an_authority_s_place_should_be_is_read_as_one():
    headings = (*HEADINGS, "Establishment", "Date verified")
    rows = planned(sheet(headings, about(0, "In FE college", "10/09/2025"), about(1, COLLEGE.name, "10/09/2025")), authority=True)
    assert [(row.outcome, row.place) for row in rows] == [("230", None), ("220", COLLEGE)]


def test_an_authority_s_word_that_denies_work_is_what_somebody_does_now():
    headings = (*HEADINGS, "Current status", "Date verified")
    row = planned(
        sheet(headings, about(0, "Not employed", "10/09/2025"), about(1, "Left college, seeking work", "10/09/2025")), authority=True
    )
    assert [(one.said, one.outcome) for one in row] == [(Said.PRESENT, "619")] * 2


def test_a_yes_to_accepted_is_an_application_accepted_and_nobody_there():
    fields = {"D": "offer", "E": "status"}
    headings = (*HEADINGS, "Offer type", "Accepted?")
    rows = with_fields(
        fields, about(0, "Conditional", "Y"), about(1, "Conditional", "N"), about(2, "Unconditional", "Y"), headings=headings
    )
    assert [(row.said, state(row)) for row in rows] == [(NOT_STATED, "accepted"), (NOT_STATED, "conditional"), (NOT_STATED, "accepted")]


def test_a_line_that_says_they_joined_and_left_heads_those_who_left():
    rows = planned(sheet(HEADINGS, about(0), ["Joined but since left"], about(1), ["Offered but did not join"], about(2)))
    assert [row.said for row in rows] == [Said.PRESENT, "", Said.LEFT, "", Said.NOT_HERE]


def test_marks_are_counted_with_what_they_mean():
    layout = lay_out(sheet((*HEADINGS, "Did they enrol?"), about(0, "✓"), about(1, "✗"), about(2, None)), {}, today=TODAY)
    assert "“✓” 1 row: present; “✗” 1 row: not there; blank 1 row: not stated" in layout.words["D"]


def test_a_study_programme_beside_apprenticeship_standards_is_none():
    fields = {"D": "course", "E": "employer"}
    headings = (*HEADINGS, "Framework/Standard", "Employer")
    people = about(0, "Bricklayer", "Ribble Motors"), about(1, "Prep for Work Study Programme", None)
    assert [row.outcome for row in with_fields(fields, *people, headings=headings, place=TRAINER)] == ["310", "430"]


def test_long_words_are_no_marks():
    assert told_of_marks("Status", ["Phase 2B", "Enrolled after the induction week"], Marked.NO) == ""


def test_side_by_side_tables_keep_their_part():
    layout = replace(lay_out(sheet(STATUS, about(0, "A Levels", "Enrolled")), {}, today=TODAY), part=2)
    sender = Sender(SourceKind.PROVIDER, COLLEGE.name, COLLEGE)
    assert plan([layout], Terms(sender, LISTED, True, TODAY, 2025), REGISTER, matched)[0].part == 2


CROSSED = (*HEADINGS, "Enrolled", "Withdrawn", "Did not attend")


def test_a_cross_alone_in_its_column_is_the_tick_there():
    rows = planned(sheet(CROSSED, about(0, "✓", None, None), about(1, None, "x", None), about(2, None, None, "Y")))
    assert [row.said for row in rows] == [Said.PRESENT, Said.LEFT, Said.NOT_HERE]


def test_a_cross_in_a_row_that_is_ticked_elsewhere_means_no():
    means = crosses_among({"Enrolled": ["✓", "x"], "Withdrawn": ["x", "✓"], "Did not attend": ["x", "x"]})
    assert set(means.values()) == {Marked.NO}
    assert ticked({"Enrolled": "✓", "Did not attend": "x"}, {}, {}, x_means=means).said == Said.PRESENT


def test_the_count_of_a_ticked_column_tells_of_its_crosses():
    listed = sheet(CROSSED, about(0, "✓", None, None), about(1, None, "x", None), about(2, "x", None, "Y"))
    told = lay_out(listed, {}, today=TODAY).words
    assert "1 row ticked: present; 2 rows not ticked (1 by “x”)" in told["D"]
    assert "1 row ticked (1 by “x”): left; 2 rows not ticked" in told["E"]
