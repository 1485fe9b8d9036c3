import io

import pytest
import time_machine
from pypdf import PdfReader

from careers import outbox
from careers.actions import by_hand, links
from careers.actions.message_decisions import decide, open_to
from careers.letters import MOST_LINES, in_the_window, letter_of, letters_pdf
from careers.mail import text_sent
from careers.models import AuditEvent, MessageSettings, Student
from careers.tests.factories import StudentFactory, UserFactory
from careers.tests.outbox import NOON, an_invitation, reached

pytestmark = pytest.mark.django_db
ADDRESS = "12 Fell Lane\nLower Hodder\nClitheroe\nBB7 1AA"


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def a_letter(student: Student | None = None, **more):
    detail = reached(student, kind="address", value=ADDRESS)
    return an_invitation(detail, channel="letter", to_name=more.pop("to_name", "Robin Ashworth"), **more)


def test_what_is_due_is_handed_out_with_its_link_and_a_note_of_who_took_it():
    letter, by = a_letter(), UserFactory()
    handed = by_hand.hand_out(school=letter.school, channel="letter", by=by)
    assert handed.messages == [letter] and links.address_of(letter.link) in text_sent(handed.messages[0])
    assert AuditEvent.objects.get(verb="took messages to send by hand").by == by


def test_it_may_be_handed_out_again_until_it_is_marked_as_sent():
    letter, by = a_letter(), UserFactory()
    for _ in range(2):
        assert len(by_hand.hand_out(school=letter.school, channel="letter", by=by).messages) == 1
    assert by_hand.mark_sent(school=letter.school, ids=[letter.pk], by=by) == 1
    assert by_hand.mark_sent(school=letter.school, ids=[letter.pk], by=by) == 0
    assert by_hand.hand_out(school=letter.school, channel="letter", by=by).messages == []


def test_another_schools_messages_are_neither_handed_out_nor_marked():
    letter, other = a_letter(), StudentFactory().school
    assert by_hand.hand_out(school=other, channel="letter", by=UserFactory()).messages == []
    assert by_hand.mark_sent(school=other, ids=[letter.pk], by=UserFactory()) == 0


@pytest.mark.parametrize("mark", Student.SAFETY_MARKS)
def test_every_safety_mark_keeps_a_letter_from_being_handed_out(mark):
    letter = a_letter()
    Student.objects.update(**{mark: True})
    handed = by_hand.hand_out(school=letter.school, channel="letter", by=UserFactory())
    letter.refresh_from_db()
    assert (handed.messages, handed.stopped, letter.state) == ([], 1, "stopped")


@pytest.mark.parametrize("mark", ["contacts_not_to_be_used", "safeguarding_hold", "deceased"])
def test_a_text_is_not_handed_out_either(mark):
    text = an_invitation(reached(kind="mobile", value="+447700900123"), channel="text")
    Student.objects.update(**{mark: True})
    assert by_hand.hand_out(school=text.school, channel="text", by=UserFactory()).messages == []


def test_handing_out_asks_as_often_for_many_as_for_few(django_assert_max_num_queries):
    first = a_letter(key="first")
    for number in range(30):
        a_letter(StudentFactory(cohort=first.student.cohort), key=f"letter {number}")
    with django_assert_max_num_queries(20):
        assert len(by_hand.hand_out(school=first.school, channel="letter", by=UserFactory()).messages) == 31


def test_a_letter_is_one_page_with_the_address_where_the_window_is():
    letter = a_letter()
    MessageSettings.objects.create(school=letter.school, sender_name="Ms Hall", postal_address="School Lane\nClitheroe")
    pdf = letters_pdf([letter, letter], outbox.settings_of(letter.school))
    reader, found = PdfReader(io.BytesIO(pdf)), {}
    assert len(reader.pages) == 2

    def note(text, cm, tm, *_):
        left, up = multiplied(tm, cm)[4:]
        if text.strip():
            found[text.strip()] = (left / 72 * 25.4, 297 - up / 72 * 25.4)

    reader.pages[0].extract_text(visitor_text=note)
    for line in ("Robin Ashworth", *ADDRESS.split("\n")):
        left, down = found[line]
        assert 20 <= left <= 25 and 57 <= down <= 81, line
    shows = {text for text, (left, down) in found.items() if 46 <= down <= 91 and left <= 110}
    assert shows == {"Robin Ashworth", *ADDRESS.split("\n")}


def multiplied(one, two):
    """Two PDF matrices as one."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m]


def test_a_long_address_is_brought_into_as_many_lines_as_the_window_shows():
    lines = [f"line {number}" for number in range(9)]
    shown = in_the_window(lines)
    assert len(shown) == MOST_LINES and shown[-1] == "line 8" and ", ".join(lines[5:8]) in shown
    assert in_the_window(lines[:7]) == lines[:7]


def test_a_letter_has_a_square_for_its_link_and_one_without_a_link_has_none():
    assert letter_of(a_letter()).square.startswith("<svg")
    assert letter_of(a_letter(key="to parents", template="parent_reminder", link=None)).square is None


def test_what_a_name_says_is_never_markup_in_a_letter():
    letter = a_letter(to_name="<b>Robin</b> & Co")
    text = PdfReader(io.BytesIO(letters_pdf([letter], outbox.settings_of(letter.school)))).pages[0].extract_text()
    assert "<b>Robin</b> & Co" in text


def test_a_letter_is_never_sent_again_by_a_button():
    letter = a_letter()
    assert {decision.key for decision in open_to(letter)} == {"gone", "stop"}
    assert not decide(message=letter, what="again", by=UserFactory())
