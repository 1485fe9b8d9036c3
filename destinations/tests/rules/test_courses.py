import pytest

from destinations.rules.courses import heads_apprenticeships, is_apprenticeship, is_part_time, level_of, route_of_course
from destinations.rules.outcomes import Route


@pytest.mark.parametrize(
    ("course", "route", "level"),
    [
        ("A Levels: English Lit, History, Sociology", Route.A_LEVEL, "3"),
        ("Biology, Chemistry, Maths", Route.A_LEVEL, "3"),
        ("A Level Biology + BTEC Sport", Route.MIXED, "3"),
        ("T Level Digital Production", Route.T_LEVEL, "3"),
        ("Level 3 Extended Diploma Sport", Route.VOCATIONAL, "3"),
        ("Applied General Business", Route.VOCATIONAL, "3"),
        ("Motor Vehicle L1 Diploma", Route.VOCATIONAL, "1"),
        ("Electrical Installation L2", Route.VOCATIONAL, "2"),
        ("GCSE resit + Level 2 Health", Route.VOCATIONAL, "2"),
        ("NVQ 2 Beauty", Route.VOCATIONAL, "2"),
        ("Level 2 Apprenticeship Hairdressing", Route.APPRENTICESHIP, "2"),
        ("Advanced Apprenticeship in Engineering", Route.APPRENTICESHIP, "3"),
        ("ESOL Entry 3", Route.OTHER, "E"),
        ("Foundation Learning", Route.OTHER, ""),
        ("GCSE Maths", Route.OTHER, "2"),
    ],
)
def test_a_course_title_tells_the_route_and_the_level(course, route, level):
    assert (route_of_course(course), level_of("", course)) == (route, level)


@pytest.mark.parametrize(
    "course", ["Access to A-levels", "Pre-apprenticeship Construction", "Pathway to Apprenticeships", "T Level Foundation Year"]
)
def test_preparation_for_something_is_not_that_thing(course):
    assert route_of_course(course) is Route.VOCATIONAL
    assert not is_apprenticeship(course)


def test_a_title_that_names_no_qualification_tells_nothing():
    assert route_of_course("Business") is None


def test_one_list_of_subjects_below_level_three_is_not_a_levels():
    assert route_of_course("English, Maths", "2") is not Route.A_LEVEL


@pytest.mark.parametrize(
    ("written", "level"),
    [("E", "E"), ("Entry 3", "E"), ("L2", "2"), ("Level 3", "3"), ("3.0", "3"), ("Advanced", "3"), ("Level 1/2", "2"), ("", "")],
)
def test_a_level_column_is_read_however_it_is_written(written, level):
    assert level_of(written) == level


def test_the_level_column_is_believed_before_the_course():
    assert level_of("2", "Level 3 Diploma") == "2"


def test_part_time_is_sixteen_guided_hours_a_week_or_fewer():
    assert is_part_time("Art (12 hours a week)")
    assert is_part_time("Uniformed Services (part-time)")
    assert not is_part_time("Study programme, 18 hours per week")
    assert not is_part_time("Sport, 580 hours a year")


@pytest.mark.parametrize("heading", ["Course / apprenticeship", "Course or apprenticeship", "Apprenticeship/course title"])
def test_a_heading_that_offers_both_makes_no_apprenticeship(heading):
    assert not heads_apprenticeships(heading)
    assert is_apprenticeship("Plumbing apprenticeship")


def test_a_heading_that_only_says_apprenticeship_is_believed():
    assert heads_apprenticeships("Apprenticeship title")
