import pytest

from destinations.rules.statements import Said
from destinations.rules.statuses import NOT_STATED, Marked, cross_means, said_by, said_by_title

HERE, LEFT, NEVER = Said.PRESENT, Said.LEFT, Said.NOT_HERE


@pytest.mark.parametrize(
    ("words", "heading", "said"),
    [
        ("Enrolled", "Status", HERE),
        ("On programme", "Status", HERE),
        ("Transferred in", "Status", HERE),
        ("Enrolment complete", "Status", HERE),
        ("Withdrawn", "Status", LEFT),
        ("W/D", "Status", LEFT),
        ("Transferred to another course at Myerscroft", "Status", LEFT),
        ("No longer attending", "Status", LEFT),
        ("Did not enrol", "Status", NEVER),
        ("Didn’t start", "Status", NEVER),
        ("Non-starter", "Status", NEVER),
        ("DNS", "Status", NEVER),
        ("Offer declined", "Status", NEVER),
        ("Not known to us", "Status", NEVER),
        ("✓", "Did they join you?", HERE),
        ("y", "Did they join you?", HERE),
        ("n", "Did they join you?", NEVER),
        ("3", "Completion status", LEFT),
        ("1", "Completion status", HERE),
        ("12/10/2025", "Date withdrawn", LEFT),
        ("04/09/2025", "Enrolled", HERE),
    ],
)
def test_common_words_say_what_a_college_means_by_them(words, heading, said):
    assert said_by(words, heading=heading) == said


@pytest.mark.parametrize("words", ["Enrolled 4/9, withdrew week 2", "Y - left in October", "N - withdrew wk 2"])
def test_leaving_is_believed_before_the_older_word_beside_it(words):
    assert said_by(words, heading="Attending (Y/N)") == LEFT


@pytest.mark.parametrize("words", ["N - never started", "Withdrew before start", "Application withdrawn", "Enrolled elsewhere"])
def test_never_having_come_is_believed_before_leaving(words):
    assert said_by(words, heading="Status") == NEVER


def test_yes_and_no_answer_the_question_of_the_heading():
    assert said_by("Y", heading="Withdrawn?") == LEFT
    assert said_by("N", heading="Withdrawn?") == HERE
    assert said_by("Y", heading="Did not enrol") == NEVER
    assert said_by("N", heading="Still attending") == LEFT
    assert said_by("N", heading="Attending") == NEVER


def test_an_empty_cell_in_a_tick_list_says_nothing():
    assert said_by("", heading="Did they join you?") == NOT_STATED


def test_an_empty_cell_under_withdrawn_is_somebody_who_has_not():
    assert said_by("", heading="Withdrawn") == HERE


def test_words_of_an_application_are_not_a_place_taken_up():
    assert said_by("Conditional offer", heading="Status") == NOT_STATED


def test_words_that_mean_nothing_are_not_guessed():
    assert said_by("banana", heading="Status") is None


def test_a_cross_beside_ticks_means_no_and_alone_it_is_the_tick():
    assert cross_means(["✓", "x", None]) is Marked.NO
    assert cross_means(["x", None, "x"]) is Marked.YES
    assert said_by("x", heading="Attending", x_means=Marked.YES) == HERE
    assert said_by("x", heading="Attending", x_means=Marked.NO) == NEVER


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Did not enrol", NEVER),
        ("Offers declined", NEVER),
        ("Non-starters", NEVER),
        ("Withdrawn", LEFT),
        ("Leavers", LEFT),
        ("New starters September 2025", HERE),
        ("Year 11 leavers 2025", None),
        ("Lower Hodder Academy leavers", None),
        ("Early leavers", LEFT),
        ("In-year leavers", LEFT),
        ("Leavers since September", LEFT),
        ("Joined but since left", LEFT),
        ("Joined and left", None),
        ("Enrolled and withdrawn", None),
        ("Declined & withdrawn", None),
        ("Sheet1", None),
    ],
)
def test_the_name_of_a_sheet_speaks_for_everybody_in_it_unless_it_speaks_of_two_things(title, said):
    assert said_by_title(title) == said


@pytest.mark.parametrize("words", ["Not known", "Unknown", "TBC", "not yet known", "Status unknown", "To be confirmed", "N/K"])
def test_not_known_says_nothing_and_never_that_they_did_not_come(words):
    assert said_by(words, heading="Status") == NOT_STATED
    assert said_by(words, heading="Withdrawn?") == NOT_STATED
    assert said_by_title(words) is None


@pytest.mark.parametrize("words", ["Not known to us", "Unknown to the college", "Not known at this college"])
def test_not_known_to_them_is_not_with_them(words):
    assert said_by(words, heading="Status") == NEVER


@pytest.mark.parametrize("mark", ["Y", "N"])
def test_yes_and_no_to_a_question_about_an_application_say_nothing_of_being_there(mark):
    assert said_by(mark, heading="Accepted?") == NOT_STATED
    assert said_by(mark, heading="Offer made?") == NOT_STATED


def test_no_to_still_planning_to_come_is_never_came_and_no_to_still_here_is_left():
    assert said_by("No", heading="Are you still planning to study with us?") == NEVER
    assert said_by("No", heading="Still attending?") == LEFT
