from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.rules.message_text import as_html, filled, one_line, problems, texts_needed, with_secrets
from careers.rules.message_words import DEFAULTS, NAMES, PLACEHOLDERS, words_for

INVITATION = words_for("invitation", "email")
PERSONAL = {"first_name", "to_name", "link", "code", "closes_on"}


@pytest.mark.parametrize("words", DEFAULTS, ids=lambda words: f"{words.key} by {words.channel}")
class TestTheWordsWaymarkComesWith:
    def test_keep_the_rules_for_a_schools_own(self, words):
        assert problems(words, words.subject, words.body) == []

    def test_have_no_person_in_the_subject(self, words):
        assert not any(f"{{{name}}}" in words.subject for name in PERSONAL)

    def test_can_be_filled_from_what_they_offer(self, words):
        values = {name: PLACEHOLDERS[name].example for name in words.offers if not PLACEHOLDERS[name].secret}
        assert "{" not in filled(words.subject, values)
        assert "{" not in with_secrets(filled(words.body, values), {"link": "https://x.example", "code": "1"})

    def test_have_a_name(self, words):
        assert words.name == NAMES[words.key]


def test_a_worry_is_told_of_without_a_word_of_it_and_without_a_name():
    words = words_for("worry_waiting", "email")
    assert set(words.offers) & {"first_name", "to_name", "survey"} == set()


@pytest.mark.parametrize(
    ("subject", "body", "where", "says"),
    [
        ("For {first_name}", "{link}", "subject", "at a glance"),
        ("Hello", "Hello", "body", "It needs {link}"),
        ("Hello", "{link} {code}", "body", "{code} is not known here"),
        ("Hello", "{link} {surname}", "body", "{surname} is not known here"),
        ("Hello", "{link} {first_name.__class__}", "body", "not known here"),
        ("Hello", "{link} {", "body", "other half"),
        ("Hello {", "{link}", "subject", "other half"),
    ],
)
def test_a_schools_words_are_refused_with_a_sentence_beside_their_field(subject, body, where, says):
    assert any(field == where and says in sentence for field, sentence in problems(INVITATION, subject, body))


def test_a_secret_stays_between_its_braces_until_it_is_sent():
    assert filled("Hello {first_name}: {link}", {"first_name": "Robin"}) == "Hello Robin: {link}"
    assert with_secrets("Hello Robin: {link}", {"link": "https://x.example/go/1"}) == "Hello Robin: https://x.example/go/1"


def test_a_name_with_braces_is_no_placeholder():
    assert filled("Hello {first_name}", {"first_name": "{link}"}) == "Hello link"


def test_a_value_that_is_missing_is_said_by_its_name():
    with pytest.raises(ValueError, match="closes_on"):
        filled("Until {closes_on}", {})


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@given(st.text())
def test_nothing_in_a_message_becomes_markup(text):
    tags = Reader(as_html(text)).tags
    assert {tag for tag, _ in tags} <= {"html", "head", "meta", "title", "body", "p", "br", "a"}
    assert all(attrs["href"].startswith(("http://", "https://")) and set(attrs) == {"href"} for tag, attrs in tags if tag == "a")


def test_an_address_can_be_pressed_without_the_full_stop_after_it():
    tags = Reader(as_html("Open https://x.example/go/a_b-c?x=1&y=2.")).tags
    assert ("a", {"href": "https://x.example/go/a_b-c?x=1&y=2"}) in tags


@given(st.text(), st.text())
def test_whatever_a_value_is_a_secret_placeholder_of_it_is_never_filled(name, link):
    sent = with_secrets(filled("Hello {first_name}", {"first_name": name}), {"link": link, "code": link})
    assert sent == "Hello " + name.replace("{", "").replace("}", "")


@given(st.text())
def test_a_subject_is_one_line(text):
    line = one_line(text, 150)
    assert len(line) <= 150 and len(line.splitlines()) <= 1 and (line.isprintable() or not line)


@pytest.mark.parametrize(
    ("text", "number"), [("", 1), ("a" * 160, 1), ("a" * 161, 2), ("a" * 307, 3), ("’" * 70, 1), ("’" * 71, 2), ("€" * 81, 2)]
)
def test_a_text_is_counted_as_it_is_charged(text, number):
    assert texts_needed(text) == number
