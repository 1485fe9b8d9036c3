"""What a page says of columns that are answered yes or no."""

from destinations.rules.in_turn import asked_in_turn
from destinations.rules.marks import Marked, no_to, ticked, told_of_answers
from destinations.rules.remembered import WordMeaning, normalised
from destinations.rules.wording import SaidRow, lines_of
from destinations.tests.rules.lists import HEADINGS, PEOPLE, planned, sheet

CAME, STILL = "Enrolled in Sept? (Y/N)", "Still attending at 6 weeks? (Y/N)"
ANSWERS = {CAME: ["Y"] * 6 + ["N"] * 2 + [""], STILL: ["Y"] * 4 + ["N"] * 2 + [""] * 3}
CROSSES = dict.fromkeys(ANSWERS, Marked.NO)


def test_each_answer_is_told_with_its_rows_and_what_they_come_to():
    told = told_of_answers(ANSWERS, CROSSES, asked_in_turn(ANSWERS, CROSSES))
    assert told[CAME] == "“Y” 6 rows: 4 present, 2 left; “N” 2 rows: not there; blank 1 row: not stated"
    assert told[STILL] == "“Y” 4 rows: present; “N” 2 rows: left; blank 3 rows: 2 not there, 1 not stated"


def test_columns_of_ticks_alone_are_told_as_ticks():
    assert told_of_answers({"Enrolled": ["✓", "", "x"]}, {"Enrolled": Marked.NO}, asked_in_turn({}, {})) == {}


def test_a_no_is_a_line_of_its_own_among_the_words_and_a_blank_is_only_a_blank():
    rows = planned(sheet([*HEADINGS, CAME, STILL], [*PEOPLE[0], "Y", "N"], [*PEOPLE[1], "N", None], [*PEOPLE[2], "Y", "Y"]))
    lines = lines_of(SaidRow(row.told, row.said, row.outcome or "") for row in rows)["marked"]
    means = {line.words: {meaning.split(":")[0] for meaning, _ in line.means} for line in lines}
    assert means == {CAME: {"Present", "Left"}, STILL: {"Present"}, no_to(STILL): {"Left"}, no_to(CAME): {"Not there"}}


def test_what_a_person_said_of_a_no_holds():
    remembered = {("marked", normalised(no_to(CAME))): WordMeaning("left")}
    assert ticked({CAME: "N"}, {}, remembered, x_means={}).said == "left"
    assert ticked({}, {}, remembered, x_means={}, asked=(CAME,)).said is None
