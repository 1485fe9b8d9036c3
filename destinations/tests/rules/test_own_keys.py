"""Lists whose codes are explained by a key of their own."""

import pytest

from careers.imports.legends import legends_in
from careers.imports.sheets import Sheet
from careers.imports.vocabularies import RETURN
from destinations.rules.layouts import lay_out
from destinations.rules.own_keys import in_words, kind_of
from destinations.rules.plan import NOT_A_STUDENT, Sender, Terms, plan
from destinations.rules.sources import SourceKind
from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED
from destinations.tests.rules.lists import COLLEGE, HEADINGS, LISTED, REGISTER, TODAY, about, matched

STATUS = [*HEADINGS, "Status"]
HERE, GONE, NEVER = Said.PRESENT, Said.LEFT, Said.NOT_HERE


def table(*rows, name="Sheet1"):
    width = max(map(len, rows))
    return Sheet(name, [[*row, *[None] * (width - len(row))] for row in rows])


def people(*codes):
    return [about(n, code) for n, code in enumerate(codes)]


def laid_out(*sheets, corrections=None):
    legends = legends_in(sheets, RETURN)
    return [lay_out(each, corrections or {}, today=TODAY, legends=legends) for each in sheets]


def rows_of(*sheets, authority=False, corrections=None):
    sender = Sender(SourceKind.LOCAL_AUTHORITY, "Lancashire") if authority else Sender(SourceKind.PROVIDER, COLLEGE.name, COLLEGE)
    return plan(laid_out(*sheets, corrections=corrections), Terms(sender, LISTED, True, TODAY, 2025), REGISTER, matched)


def said(*sheets):
    return [row.said for row in rows_of(*sheets) if row.pile != NOT_A_STUDENT]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([["C = current, L = left, N = never enrolled"], []], []),
        ([["Key:"], ["C - Current"], ["L - Left"], ["N - Never enrolled"], []], []),
        ([], [[], ["C = Current; L = Left; N = Never enrolled"]]),
        ([], [[], ["Key"], ["C", "Current"], ["L", "Left"], ["N", "Never enrolled"]]),
        ([], [["Current (C), Left (L), Never enrolled (N)"]]),
    ],
)
def test_a_key_above_or_below_the_table_gives_the_codes_their_meaning(above, below):
    assert said(table(*above, STATUS, *people("C", "L", "N"), *below)) == [HERE, GONE, NEVER]


def test_numbers_are_codes_where_a_key_says_so():
    assert said(table(STATUS, *people(1, 2, 1), [], ["1 = Enrolled; 2 = Withdrawn"])) == [HERE, GONE, HERE]


def test_a_key_on_another_sheet_holds_for_every_sheet():
    key = table(["Code", "Description"], ["E", "Enrolled"], ["T", "Withdrawn"], name="Codes")
    assert said(table(STATUS, *people("E", "T", "E")), table(STATUS, *people("T"), name="Late"), key) == [HERE, GONE, HERE, GONE]


def test_a_key_beside_the_table_adds_no_columns():
    beside = table([*STATUS, None, "Key", None], [*about(0, "E"), None, "E", "Enrolled"], [*about(1, "T"), None, "T", "Withdrawn"])
    assert said(beside) == [HERE, GONE]
    assert list(laid_out(beside)[0].columns.headings) == ["A", "B", "C", "D"]


def test_a_key_in_the_heading_is_that_columns():
    assert said(table([*HEADINGS, "Status (E = enrolled, T = transferred out)"], *people("E", "T", "E"))) == [HERE, GONE, HERE]


def test_a_line_of_a_key_says_nothing_of_everybody():
    rows = rows_of(table(["W = withdrawn"], [*HEADINGS, "Course"], *people("A levels", "BTEC", "A levels")))
    assert {row.said for row in rows} == {HERE}


def test_a_column_of_an_odd_heading_is_the_status_where_the_key_says_so():
    layout = laid_out(table(["W = withdrawn, E = enrolled"], [*HEADINGS, "St"], *people("E", "W", "E")))[0]
    assert layout.columns.fields["D"] == "status"
    assert "By the list's own key, “E” 2 rows: enrolled; “W” 1 row: withdrawn" in layout.words["D"]


def test_where_only_leaving_has_a_code_no_code_is_still_here():
    assert said(table(["W = withdrawn"], [*HEADINGS, "Notes"], *people(None, "W", None))) == [HERE, GONE, HERE]


def test_a_key_may_explain_the_blank():
    assert said(table(["W = withdrawn, blank = no information"], STATUS, *people(None, "W", None))) == [NOT_STATED, GONE, NOT_STATED]


def test_words_behind_a_code_are_kept():
    assert in_words("W 12/10/2025", {"w": "Withdrawn"}) == "Withdrawn 12/10/2025"
    assert in_words("Was here", {"w": "Withdrawn"}) == "Was here"


def test_codes_of_an_authority_become_activities():
    key = table(["Destination codes"], ["A", "School sixth form"], ["B", "FE college"], ["C", "NEET seeking"], name="Key")
    assert [row.outcome for row in rows_of(table([*HEADINGS, "Dest code"], *people("A", "B", "C")), key, authority=True)] == [
        "210",
        "230",
        "619",
    ]


def test_codes_of_courses_become_their_titles():
    key = table(["Course code", "Title"], ["BUS3", "BTEC Level 3 Business"], ["AL", "A levels"], name="Courses")
    rows = rows_of(table([*HEADINGS, "Course code"], *people("BUS3", "AL", "BUS3")), key)
    assert [(row.course, row.level) for row in rows][:2] == [("BTEC Level 3 Business", "3"), ("A levels", "3")]


def test_codes_of_offers_become_applications():
    rows = rows_of(
        table(["CO = conditional offer, R = rejected"], [*HEADINGS, "Course", "Decision"], about(0, "BTEC", "CO"), about(1, "BTEC", "R"))
    )
    assert [(row.application or {}).get("state") for row in rows] == ["conditional", "turned_down"]


def test_a_heading_that_says_something_else_gives_way_where_the_column_holds_nothing_but_codes():
    layout = laid_out(table(["A = Active, W = Withdrawn"], [*HEADINGS, "Prog"], *people("A", "W", "A")))[0]
    assert layout.columns.fields["D"] == "status"


@pytest.mark.parametrize(
    ("line", "heading", "values"),
    [
        ("M = Male, F = Female", "Sex", "MFM"),
        ("K = SEN support, E = EHCP, N = none", "SEN", "KEN"),
        ("A = ate, B = bus", "Mark", "ABA"),
        ("310 = level three, 230 = something", "Activity Code", ["310", "230", "310"]),
    ],
)
def test_other_keys_change_nothing(line, heading, values):
    assert laid_out(table([line], [*HEADINGS, heading, "Status"], *[about(n, v, "Enrolled") for n, v in enumerate(values)]))[0].keys == {}


def test_of_two_keys_each_explains_the_column_that_it_is_named_for():
    key = table(
        ["Status codes"], ["A", "Enrolled"], ["B", "Withdrawn"], [], ["Destination codes"], ["A", "FE college"], ["B", "NEET"], name="Codes"
    )
    layout = laid_out(table([*HEADINGS, "Status", "Destination"], about(0, "A", "A"), about(1, "B", "B"), about(2, "A", "B")), key)[0]
    assert layout.keys == {"D": {"A": "Enrolled", "B": "Withdrawn"}, "E": {"A": "FE college", "B": "NEET"}}


def test_what_a_person_says_of_the_column_wins_over_the_key():
    layout = laid_out(table(["W = withdrawn, E = enrolled"], [*HEADINGS, "St"], *people("E", "W", "E")), corrections={"D": "ignore"})[0]
    assert layout.columns.fields["D"] == "ignore"


def test_the_kind_of_a_key_is_that_of_most_of_its_meanings():
    assert kind_of(["Enrolled", "Withdrawn", "School trip"]) == "status"
    assert kind_of(["Male", "Female"]) is None
