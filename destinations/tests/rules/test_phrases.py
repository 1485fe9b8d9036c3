"""The phrases that people write are read as they mean them."""

import pytest

from destinations.rules.activities import code_of_words
from destinations.rules.application_words import state_of_words
from destinations.rules.course_examples import COURSES, LEVELS
from destinations.rules.courses import level_of, route_of_course
from destinations.rules.statuses import said_by
from destinations.rules.word_examples import ACTIVITIES, APPLICATIONS, STATUSES, TURNED_AROUND


def each(table):
    return [(phrase.strip(), meaning) for meaning, phrases in table.items() for phrase in phrases.split(" | ")]


@pytest.mark.parametrize(("phrase", "said"), each(STATUSES))
def test_a_status_is_read_as_it_is_meant(phrase, said):
    assert said_by(phrase, heading="Status") == said


@pytest.mark.parametrize(("phrase", "code"), each(ACTIVITIES))
def test_words_about_an_activity_stand_for_its_code(phrase, code):
    assert code_of_words(phrase) == code


@pytest.mark.parametrize(("phrase", "code"), TURNED_AROUND.items())
def test_what_is_over_or_denied_stands_for_nothing(phrase, code):
    assert code_of_words(phrase) == code


@pytest.mark.parametrize(("title", "route", "level"), [(title, *told) for title, told in COURSES.items()])
def test_a_course_title_tells_its_route_and_level(title, route, level):
    assert (route_of_course(title, level_of("", title)), level_of("", title)) == (route, level)


@pytest.mark.parametrize(("written", "level"), LEVELS.items())
def test_a_level_is_read_however_it_is_written(written, level):
    assert level_of(written) == level


@pytest.mark.parametrize(("phrase", "state"), each(APPLICATIONS))
def test_words_about_an_application_tell_how_far_it_got(phrase, state):
    assert state_of_words(phrase) == state
