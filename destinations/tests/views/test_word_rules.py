import pytest
from django.urls import reverse

from careers.tests.factories import CohortFactory
from destinations.rules.word_tables import subjects

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(careers_leader):
    CohortFactory()
    return careers_leader.client


def looked_up(client, words):
    return client.get(reverse("returns:word_rules"), {"find": words}).content.decode()


def test_the_index_leads_to_each_subject_and_holds_none_of_their_examples(client):
    page = client.get(reverse("returns:word_rules")).content.decode()
    assert all(reverse("returns:word_subject", args=[subject.key]) in page for subject in subjects())
    assert "“Did not enrol”" not in page


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.key)
def test_each_subject_shows_all_its_meanings_and_examples(client, subject):
    page = client.get(reverse("returns:word_subject", args=[subject.key])).content.decode()
    assert page.count('role="rowheader"') == len(subject.meanings)
    assert page.count("“") >= subject.examples


def test_a_subject_that_there_is_not_is_no_page(client):
    assert client.get(reverse("returns:word_subject", args=["colours"])).status_code == 404


def test_words_that_are_looked_up_are_found_among_the_examples_and_told_how_they_are_read(client):
    page = looked_up(client, "Waiting LIST")
    assert "“Waiting list”" in page
    assert "On a waiting list" in page
    assert "“Did not enrol”" not in page


def test_words_that_stand_in_no_example_are_still_told_how_they_are_read(client):
    page = looked_up(client, "Withdrew on the second Tuesday")
    assert "No example holds" in page
    assert "Left" in page


def test_words_that_nobody_understands_are_said_to_be_so(client):
    assert "not understood in any column" in looked_up(client, "Banana")


def test_looking_up_nothing_or_a_page_of_words_shows_the_index(client):
    for words in ("", "  ", "?!", "x" * 101):
        assert "Look up words" in looked_up(client, words)
