"""Claim, send, mark. What was interrupted is in doubt; nothing goes twice unless a person says so."""

import smtplib
from datetime import timedelta
from email.header import decode_header, make_header

import pytest
import time_machine
from anymail.exceptions import AnymailRecipientsRefused, AnymailRequestsAPIError
from django.core import mail
from django.core.mail.message import sanitize_address
from django.utils import timezone

from careers.actions import codes, links, messages, permissions, sending
from careers.actions.message_decisions import decide
from careers.models import ContactDetail, Message, MessageSettings, OneTimeCode, Student
from careers.rules.asking import Answer, Channel, Purpose, Who
from careers.rules.outbox import MOST_TRIES
from careers.tests.factories import StudentFactory, UserFactory
from careers.tests.outbox import NOON, Server, an_invitation, reached, refuses

pytestmark = pytest.mark.django_db
TEMPORARY = [refuses(450, "4.2.0 greylisted"), smtplib.SMTPDataError(451, b"later"), smtplib.SMTPSenderRefused(421, b"busy", "a@b.example")]
BROKEN = [TimeoutError(), ConnectionResetError(), smtplib.SMTPServerDisconnected("gone"), AnymailRequestsAPIError("no answer")]


@pytest.fixture(autouse=True)
def noon(settings):
    settings.EMAIL_BACKEND = "careers.tests.outbox.Server"
    Server.temper = None
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock
    Server.temper = None


def after(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_a_message_that_is_due_goes_once():
    message = an_invitation()
    assert sending.send_due()["sent"] == 1
    assert sending.send_due()["sent"] == 0
    assert len(mail.outbox) == 1 and after(message).state == "sent" and message.sent_at == NOON


def test_the_link_is_put_in_while_it_is_sent_plain_and_as_html(settings):
    settings.SITE_ADDRESS = "https://waymark.example/"
    message = an_invitation()
    sending.send_due()
    address = links.address_of(message.link)
    assert address in mail.outbox[0].body and f'<a href="{address}">' in mail.outbox[0].alternatives[0][0]
    assert address not in after(message).body and "{link}" in message.body


def test_it_comes_from_the_school_with_answers_to_the_school_and_the_id_it_was_given():
    message = an_invitation()
    MessageSettings.objects.create(school=message.school, sender_name="Ms Hall, careers", reply_to="careers@harefield.example")
    sending.send_due()
    headers = mail.outbox[0].message()
    assert "Ms Hall, careers" in headers["From"] and headers["Reply-To"] == "careers@harefield.example"
    assert headers["Message-ID"] == message.message_id and headers["Auto-Submitted"] == "auto-generated"


def test_a_name_with_accents_is_carried():
    detail = reached(StudentFactory(forename="Zoë", surname="Müller"))
    an_invitation(detail, to_name="Zoë Müller")
    assert sending.send_due()["sent"] == 1
    assert mail.outbox[0].message().as_bytes()


@pytest.mark.parametrize("name", ["Ms Hall\r\nBcc: all@harefield.example", "=?utf-8?q?=0aBcc?=", "=?utf-8?q?=0aBcc: all?=", "Ms\u2028Hall"])
def test_a_sender_whose_name_would_break_a_header_is_one_line(name):
    message = an_invitation()
    MessageSettings.objects.create(school=message.school, sender_name=name, reply_to="careers@harefield.example")
    assert sending.send_due()["sent"] == 1
    headers = mail.outbox[0].message()
    assert "Bcc" not in headers and "\n" not in str(make_header(decode_header(headers["From"])))
    assert sanitize_address(mail.outbox[0].from_email, "utf-8")  # as the connection to a mail server writes the sender


def test_an_address_that_no_mail_server_takes_fails_in_plain_words():
    message = an_invitation()
    Message.objects.update(to="zoë@hodder.example")
    sending.send_due()
    assert after(message).state == "failed" and "accent" in message.problem and "codec" not in message.problem and not mail.outbox


def test_what_is_not_due_waits():
    an_invitation(due_at=NOON + timedelta(hours=1))
    assert sending.send_due()["sent"] == 0


def test_quiet_hours_that_were_set_since_put_it_off():
    message = an_invitation()
    MessageSettings.objects.create(school=message.school, quiet_from=9, quiet_until=15)
    sending.send_due()
    assert after(message).state == "waiting" and message.due_at == NOON.replace(hour=14)


def test_what_somebody_waits_for_goes_in_quiet_hours(noon):
    noon.move_to(NOON + timedelta(hours=12))
    an_invitation(at_once=True)
    assert sending.send_due()["sent"] == 1


@pytest.mark.parametrize("mark", Student.SAFETY_MARKS)
def test_a_safety_mark_set_since_it_was_written_stops_it(mark):
    message = an_invitation()
    Student.objects.update(**{mark: True})
    sending.send_due()
    expected = "sent" if mark == "confidential_address" else "stopped"  # no address stands in an email
    assert after(message).state == expected and len(mail.outbox) == (expected == "sent")


def test_a_permission_withdrawn_while_it_waits_stops_it_even_where_nobody_told_the_outbox(monkeypatch):
    message = an_invitation()
    monkeypatch.setattr(messages, "stop", lambda **_: 0)
    who = {"who": Who.STUDENT, "channel": Channel.LINK, "on": NOON.date(), "by": None}
    permissions.record(student=message.student, purpose=Purpose.CONTACT, answer=Answer.WITHDRAWN, **who)
    sending.send_due()
    assert after(message).state == "stopped" and "took their yes back" in message.problem and not mail.outbox


@pytest.mark.parametrize("change", [{"ended_at": NOON}, {"bounced_at": NOON}])
def test_an_address_that_ended_since_is_not_written_to(change):
    message = an_invitation()
    ContactDetail.objects.update(**change)
    sending.send_due()
    assert after(message).state == "stopped" and not mail.outbox


def test_a_school_email_is_not_written_to_once_the_summer_is_over(noon):
    message = an_invitation(reached(StudentFactory(cohort__leaving=2025), kind="school_email"))
    noon.move_to(NOON.replace(month=9, day=2))
    message.link.expires_at = timezone.now() + timedelta(days=1)
    message.link.save()
    sending.send_due()
    assert after(message).state == "stopped" and "31 August" in message.problem


def test_a_link_revoked_since_stops_it():
    message = an_invitation()
    links.revoke(link=message.link, by=None)
    sending.send_due()
    assert after(message).state == "stopped" and "link" in message.problem


def test_a_code_that_ran_out_before_it_could_go_is_not_sent(noon):
    detail = reached()
    link = links.give(student=detail.student, purpose="wave", about=1, expires_at=NOON + timedelta(days=9), by=None)
    codes.send(link=link, detail=detail)
    noon.shift(timedelta(minutes=11))
    sending.send_due()
    assert Message.objects.get().state == "stopped" and not mail.outbox


def test_a_code_goes_with_its_digits_and_they_are_not_kept():
    detail = reached()
    link = links.give(student=detail.student, purpose="wave", about=1, expires_at=NOON + timedelta(days=9), by=None)
    codes.send(link=link, detail=detail)
    sending.send_due()
    digits = codes.digits_of(OneTimeCode.objects.get())
    assert digits in mail.outbox[0].body and digits not in Message.objects.get().body and digits not in mail.outbox[0].subject


@pytest.mark.parametrize("temper", TEMPORARY)
def test_a_temporary_failure_is_tried_again_with_the_same_id(temper, noon):
    message, Server.temper = an_invitation(), temper
    assert sending.send_due()["later"] == 1
    assert after(message).state == "waiting" and message.due_at == NOON + timedelta(minutes=2) and message.problem
    Server.temper = None
    noon.shift(timedelta(minutes=2))
    sending.send_due()
    assert after(message).state == "sent" and mail.outbox[0].extra_headers["Message-ID"] == message.message_id


def test_a_message_that_fails_again_and_again_is_shown_to_a_person_in_the_end(noon):
    message, Server.temper = an_invitation(), refuses(450, "4.2.0 greylisted")
    for _ in range(5 * MOST_TRIES):
        noon.shift(timedelta(minutes=30))
        sending.send_due()
    assert after(message).state == "failed" and message.tries == MOST_TRIES


def test_an_address_that_does_not_exist_came_back_and_is_not_used_again():
    message, Server.temper = an_invitation(), refuses(550, "5.1.1 no such user")
    sending.send_due()
    assert after(message).state == "bounced"
    assert ContactDetail.objects.get().bounced_at == NOON and not ContactDetail.objects.usable().exists()


def test_a_message_that_is_refused_for_good_failed_and_its_address_stays():
    message, Server.temper = an_invitation(), smtplib.SMTPDataError(554, b"5.7.1 looks like spam")
    sending.send_due()
    assert after(message).state == "failed" and ContactDetail.objects.usable().exists()


@pytest.mark.parametrize("temper", BROKEN)
def test_a_connection_that_broke_leaves_it_in_doubt_and_it_is_not_sent_again_by_itself(temper, noon):
    message, Server.temper = an_invitation(), temper
    assert sending.send_due()["in_doubt"] == 1
    Server.temper = None
    noon.shift(timedelta(days=1))
    sending.send_due()
    assert after(message).state == "in_doubt" and not mail.outbox


def test_a_mail_service_that_refuses_the_address_is_heard():
    message, Server.temper = an_invitation(), AnymailRecipientsRefused()
    sending.send_due()
    assert after(message).state == "bounced"


def test_a_mail_server_that_cannot_be_reached_claims_nothing_and_the_message_says_so(settings):
    message, settings.EMAIL_BACKEND = an_invitation(), "careers.tests.outbox.DeadServer"
    assert sending.send_due()["later"] == 1
    assert after(message).state == "waiting" and "cannot be reached" in message.problem and message.due_at > NOON


def test_a_claim_older_than_any_sending_is_in_doubt(noon):
    message = an_invitation()
    assert sending.claim(message.pk, NOON) is not None
    noon.shift(timedelta(minutes=4))
    assert sending.send_due()["in_doubt"] == 0
    noon.shift(timedelta(hours=9))
    assert sending.send_due()["in_doubt"] == 1
    assert after(message).state == "in_doubt" and not mail.outbox


def test_whoever_was_given_up_for_dead_and_finishes_settles_the_doubt(noon):
    message = sending.claim(an_invitation().pk, NOON)
    noon.shift(timedelta(minutes=6))
    sending.send_due()
    assert sending.sent(message, "") == "sent" and after(message).state == "sent"


def test_only_one_of_two_who_claim_gets_it():
    message = an_invitation()
    assert [bool(sending.claim(message.pk, NOON)) for _ in range(2)] == [True, False]


@pytest.fixture
def in_doubt():
    message, Server.temper = an_invitation(), TimeoutError()
    sending.send_due()
    Server.temper = None
    return after(message)


def test_a_person_sends_it_again_with_the_same_id(in_doubt):
    assert decide(message=in_doubt, what="again", by=UserFactory())
    sending.send_due()
    assert after(in_doubt).state == "sent" and mail.outbox[0].extra_headers["Message-ID"] == in_doubt.message_id


def test_a_person_marks_it_as_gone(in_doubt):
    by = UserFactory()
    assert decide(message=in_doubt, what="gone", by=by)
    assert after(in_doubt).state == "sent" and in_doubt.settled_by == by and not mail.outbox


def test_two_people_decide_and_the_first_is_heard(in_doubt):
    same = Message.objects.get()
    assert decide(message=in_doubt, what="gone", by=UserFactory())
    assert not decide(message=same, what="again", by=UserFactory())
    assert after(in_doubt).state == "sent"


def test_a_message_that_a_person_says_came_back_ends_its_address():
    message = an_invitation()
    sending.send_due()
    assert decide(message=after(message), what="back", by=UserFactory())
    assert after(message).state == "bounced" and not ContactDetail.objects.usable().exists()


def test_a_batch_ends_at_its_limit_and_the_rest_go_next_time():
    detail = reached()
    for number in range(5):
        an_invitation(detail, key=f"message {number}")
    assert sending.send_due(limit=3)["sent"] == 3
    assert sending.send_due(limit=3)["sent"] == 2


def test_a_batch_with_a_broken_connection_in_it_goes_on_with_the_others(monkeypatch):
    detail, tempers = reached(), iter([None, ConnectionResetError(), None])
    for number in range(3):
        an_invitation(detail, key=f"message {number}")
    real = Server.send_messages

    def moody(self, emails):
        Server.temper = next(tempers)
        return real(self, emails)

    monkeypatch.setattr(Server, "send_messages", moody)
    done = sending.send_due()
    assert (done["sent"], done["in_doubt"]) == (2, 1)


def test_nothing_about_a_person_is_in_a_subject():
    message = an_invitation(reached(StudentFactory(forename="Robin", surname="Ashworth")))
    assert "Robin" not in message.subject and "Ashworth" not in message.subject
