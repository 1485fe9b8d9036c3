"""What makes the pages good for everyone: easy words, pictures, languages; and what is never asked."""

import re
from collections.abc import Iterator

import pytest

from careers import languages
from surveys.actions import answering
from surveys.questions.first.survey import OF_APPLICATION, PAGES
from surveys.questions.page import Asked, Page
from surveys.tests.visitors import text

KEYS = [*PAGES, *(f"application-1-{part}".rstrip("-") for part in OF_APPLICATION)]
ANSWERS = {"plan": {"plan": "a_level"}, "application-1": {"place": "Cardwell College"}}
UNWANTED = r"\b(?:special (?:educational )?needs|send|ehcp|free school|meals|in care|looked after|date of birth|your name|surname|upn)\b"
LONGEST_SENTENCE = 15  # words, in easy read


def asked(key: str, *, easy: bool) -> Page:
    called = PAGES.get(key) or OF_APPLICATION[key.removeprefix("application-1").removeprefix("-")]
    return called(asked=Asked(key, ANSWERS, frozenset(ANSWERS), easy=easy))


def words_on(page: Page) -> Iterator[str]:
    yield str(page.heading())
    yield str(page.hint_shown())
    for part in page.parts():
        yield from (str(part.label), str(part.hint))
        yield from (f"{option.label}. {option.hint}" for option in part.options)


@pytest.mark.parametrize("key", KEYS)
def test_easy_read_is_in_short_sentences(key):
    sentences = [sentence for words in words_on(asked(key, easy=True)) for sentence in re.split(r"[.?:!]", words)]
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("key", KEYS)
def test_every_question_says_why_it_is_asked_and_has_its_picture(key, settings):
    page = asked(key, easy=True)
    pictures = {page.picture_file, *(option.picture_file for part in page.parts() for option in part.options if option.picture)}
    assert [picture for picture in pictures if not (settings.BASE_DIR / "static" / picture).exists()] == []
    assert page.why or key == "applications"


@pytest.mark.parametrize("key", KEYS)
def test_nothing_is_asked_of_special_needs_meals_or_care_nor_what_the_school_knows(key):
    told = " ".join(words_on(asked(key, easy=False))).casefold()
    assert re.findall(UNWANTED, told) == []


def test_every_picture_is_used(settings):
    used = {page.picture for page in (asked(key, easy=True) for key in KEYS)} | {"done"}
    used |= {option.picture for key in KEYS for field in asked(key, easy=True).fields.values() for option in field.options}
    drawn = {file.stem for file in (settings.BASE_DIR / "static/img/pictures").glob("*.svg")}
    assert drawn <= used


@pytest.mark.django_db
def test_a_language_that_is_written_from_the_right_turns_the_page(visitor, monkeypatch):
    monkeypatch.setattr(languages, "languages", lambda: ("en-gb", "ar"))
    answering.ask_so(visitor.visit.response, language="ar")
    page = text(visitor.get("plan/"))
    assert '<html lang="ar" dir="rtl">' in page
    answering.ask_so(visitor.visit.response, language="en-gb")
    assert '<html lang="en-GB" dir="ltr">' in text(visitor.get("plan/"))


@pytest.mark.django_db
def test_staff_can_set_easy_read_and_the_first_page_is_in_it(invitation):
    from careers.actions import contact
    from surveys.tests.visitors import Visitor

    contact.prefer(student=invitation.student, by=None, easy_read=True)
    page = text(Visitor(invitation).get(""))
    assert '<body class="easy">' in page
    assert 'name="easy_read" checked' in page


@pytest.mark.django_db
def test_help_from_somebody_is_recorded(visitor):
    visitor.start(helped_by="Mrs Khan")
    assert visitor.visit.response.helped_by == "Mrs Khan"
