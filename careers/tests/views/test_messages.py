from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from careers.actions import links
from careers.models import AuditEvent, Message, MessageSettings, MessageTemplate, Student
from careers.tests.factories import MembershipFactory, StudentFactory
from careers.tests.outbox import an_invitation, reached

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(client):
    leader = MembershipFactory()
    client.force_login(leader.user)
    return leader


@pytest.fixture
def robin(leader):
    return reached(StudentFactory(school=leader.school, cohort__school=leader.school, forename="Robin", surname="Ashworth"))


def words_on(response) -> str:
    return response.content.decode()


def test_the_outbox_opens_at_what_wants_a_person(client, robin):
    an_invitation(robin)
    doubtful = an_invitation(robin, key="doubtful")
    Message.objects.filter(pk=doubtful.pk).update(state="in_doubt")
    response = client.get(reverse("messages:list"))
    assert list(response.context["page_obj"]) == [doubtful]
    assert "1 in doubt: decide what becomes of it." in " ".join(words_on(response).split())


@pytest.mark.parametrize(
    ("state", "pile"), [("claimed", "waiting"), ("sent", "sent"), ("failed", "failed"), ("bounced", "bounced"), ("stopped", "stopped")]
)
def test_every_message_is_in_a_pile(client, robin, state, pile):
    message = an_invitation(robin)
    Message.objects.update(state=state)
    assert list(client.get(reverse("messages:list"), {"pile": pile}).context["page_obj"]) == [message]


def test_the_messages_of_one_student_and_one_way_of_sending(client, robin):
    theirs = an_invitation(robin)
    an_invitation(reached(StudentFactory(cohort=robin.student.cohort)), key="another's")
    an_invitation(robin, key="text", channel="text")
    response = client.get(reverse("messages:list"), {"student": robin.student.pk, "channel": "email", "pile": "waiting"})
    assert list(response.context["page_obj"]) == [theirs]


def test_nonsense_in_the_address_is_passed_over(client, robin):
    an_invitation(robin)
    assert client.get(reverse("messages:list"), {"pile": "x", "channel": "x", "student": "x", "page": "x"}).status_code == 200


def test_a_message_is_shown_without_the_link_that_opens_answers(client, robin):
    message = an_invitation(robin)
    shown = words_on(client.get(reverse("messages:detail", args=[message.pk])))
    assert "{link}" in shown and links.address_of(message.link) not in shown


def test_a_decision_is_carried_out_and_sent_at_once_where_that_is_what_it_is(client, robin, settings):
    message = an_invitation(robin, at_once=True)
    Message.objects.update(state="in_doubt")
    client.post(reverse("messages:decide", args=[message.pk]), {"what": "again"})
    message.refresh_from_db()
    assert message.state == "sent" and len(mail.outbox) == 1


def test_what_may_not_go_any_more_cannot_be_sent_again_and_the_page_says_why(client, robin):
    message = an_invitation(robin)
    Message.objects.update(state="in_doubt")
    links.revoke(link=message.link, by=None)
    shown = words_on(client.get(reverse("messages:detail", args=[message.pk])))
    assert "It cannot be sent again. The link in it has run out" in shown and "Send it again" not in shown
    refused = client.post(reverse("messages:decide", args=[message.pk]), {"what": "again"}, follow=True)
    assert "It cannot be sent again." in words_on(refused) and Message.objects.get().state == "in_doubt"


@pytest.mark.parametrize("what", ["", "nonsense"])
def test_what_is_no_decision_changes_nothing(client, robin, what):
    message = an_invitation(robin)
    client.post(reverse("messages:decide", args=[message.pk]), {"what": what})
    message.refresh_from_db()
    assert message.state == "waiting"


def test_what_would_go_out_is_told_by_day_with_what_would_be_stopped(client, robin):
    an_invitation(robin, due_at=timezone.now() + timedelta(days=3))
    an_invitation(robin, key="letter", channel="letter")
    Student.objects.update(safeguarding_hold=True)
    response = client.get(reverse("messages:coming"))
    assert response.context["number"] == 2 and response.context["would_stop"] == 2
    assert "safeguarding hold" in words_on(response) and len(response.context["days"]) == 2


def test_texts_to_send_by_hand_are_saved_with_their_links_and_no_formula(client, robin):
    mobile = reached(robin.student, kind="mobile", value="+447700900123")
    text = an_invitation(mobile, channel="text", to_name="=cmd|' /C calc'!A1")
    saved = client.post(reverse("messages:by_hand_export", args=["text", "csv"])).content.decode("utf-8-sig")
    assert links.address_of(text.link) in saved and "07700 900123," in saved and "'=cmd" in saved
    assert AuditEvent.objects.filter(verb="took messages to send by hand").exists()


def test_letters_come_as_a_pdf(client, robin):
    an_invitation(reached(robin.student, kind="address", value="12 Fell Lane\nClitheroe"), channel="letter")
    response = client.post(reverse("messages:letters"))
    assert response["Content-Type"] == "application/pdf" and response.content.startswith(b"%PDF")
    assert "no-store" in response["Cache-Control"]


def test_nothing_due_is_said_and_no_empty_file_is_made(client, leader):
    for where in (reverse("messages:letters"), reverse("messages:by_hand_export", args=["text", "xlsx"])):
        assert client.post(where).status_code == 302


def test_a_list_of_links_is_not_opened_by_an_address(client, leader):
    assert client.get(reverse("messages:by_hand_export", args=["text", "csv"])).status_code == 405


def test_what_was_ticked_is_marked_as_sent(client, robin):
    one, other = (an_invitation(robin, key=key, channel="text") for key in ("one", "other"))
    client.post(reverse("messages:by_hand_sent"), {"message": [one.pk, "x", "99999999999999999999"]})
    assert dict(Message.objects.values_list("pk", "state")) == {one.pk: "sent", other.pk: "by_hand"}


def test_a_test_message_goes_to_whoever_asks_for_it_at_once(client, leader, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("message_settings:test"), follow=True)
    assert [email.to for email in mail.outbox] == [[f"{leader.user.name} <{leader.user.email}>"]]
    assert "on its way" in words_on(response) and Message.objects.get().state == "sent"


def settings_posted(**changes):
    usual = {"sender_name": "Ms Hall", "reply_to": "careers@hodder.example", "quiet_from": 19, "quiet_until": 8, "most_touches": 6}
    return usual | changes


def test_the_name_that_messages_come_from_is_one_line(client, leader):
    client.post(reverse("message_settings:show"), settings_posted(sender_name="Ms\r\nHall =?utf-8?q?=0aBcc?="))
    assert MessageSettings.objects.get().sender_name == "Ms Hall = ?utf-8?q?=0aBcc?="


def test_settings_are_saved(client, leader):
    client.post(reverse("message_settings:show"), settings_posted(quiet_from=18, weekends="on"))
    kept = MessageSettings.objects.get()
    assert (kept.school, kept.quiet_from, kept.weekends, kept.sender_name) == (leader.school, 18, True, "Ms Hall")


@pytest.mark.parametrize("wrong", [{"reply_to": "nobody"}, {"quiet_from": 24}, {"most_touches": 0}])
def test_settings_that_cannot_be_are_refused_beside_their_field(client, leader, wrong):
    response = client.post(reverse("message_settings:show"), settings_posted(**wrong))
    assert set(response.context["form"].errors) == set(wrong) and not MessageSettings.objects.exists()


@pytest.mark.parametrize(("last", "says"), [("2025-10-24", "before the first"), ("2026-10-31", "Check the year")])
def test_a_holiday_that_cannot_be_is_refused(client, leader, last, says):
    response = client.post(reverse("message_settings:holidays"), {"name": "Half term", "first": "2025-10-27", "last": last})
    assert says in words_on(response) and not leader.school.holidays.exists()


def test_a_holiday_is_added_once_and_removed(client, leader):
    half_term = {"name": "Half term", "first": "2025-10-27", "last": "2025-10-31"}
    client.post(reverse("message_settings:holidays"), half_term)
    assert "already" in words_on(client.post(reverse("message_settings:holidays"), half_term))
    client.post(reverse("message_settings:remove_holiday", args=[leader.school.holidays.get().pk]))
    assert not leader.school.holidays.exists()


WORD = reverse("message_settings:word", args=["invitation", "email"])


def test_own_words_are_previewed_without_being_saved(client, leader):
    response = client.post(WORD, {"subject": "From {school}", "body": "Dear {first_name}: {link}", "preview": "yes"})
    assert "Dear Robin" in words_on(response) and not MessageTemplate.objects.exists()


def test_own_words_are_saved_and_reset(client, leader):
    client.post(WORD, {"subject": "From {school}", "body": "Dear {first_name}: {link}"})
    assert MessageTemplate.objects.get().body == "Dear {first_name}: {link}\n"
    client.post(reverse("message_settings:reset_word", args=["invitation", "email"]))
    assert not MessageTemplate.objects.exists()


def test_saving_waymarks_own_words_keeps_none(client, leader):
    form = client.get(WORD).context["form"]
    client.post(WORD, {"subject": form["subject"].value(), "body": form["body"].value().replace("\n", "\r\n")})
    assert not MessageTemplate.objects.exists()


@pytest.mark.parametrize("preview", [{}, {"preview": "yes"}])
@pytest.mark.parametrize(
    ("subject", "body", "field"),
    [
        ("For {first_name}", "{link}", "subject"),
        ("Hello", "Hello", "body"),
        ("Hello", "{link} {surname}", "body"),
        ("", "{link}", "subject"),
    ],
)
def test_words_that_would_go_wrong_are_refused_beside_their_field(client, leader, subject, body, field, preview):
    response = client.post(WORD, {"subject": subject, "body": body} | preview)
    assert field in response.context["form"].errors and not MessageTemplate.objects.exists()


def test_a_text_has_no_subject_and_says_what_it_costs(client, leader):
    response = client.get(reverse("message_settings:word", args=["reminder", "text"]))
    assert "subject" not in response.context["form"].fields and response.context["preview"]["texts"] >= 1


@pytest.mark.parametrize("where", [("nothing", "email"), ("test", "letter"), ("invitation", "pigeon")])
def test_a_message_that_does_not_exist_has_no_words(client, leader, where):
    assert client.get(reverse("message_settings:word", args=where)).status_code == 404


def test_the_pages_ask_as_often_for_many_as_for_few(client, robin, django_assert_max_num_queries):
    for number in range(40):
        student = StudentFactory(cohort=robin.student.cohort)
        an_invitation(reached(student), key=f"email {number}")
        an_invitation(reached(student, kind="mobile", value="+447700900123"), key=f"text {number}", channel="text")
    for page in ("messages:list", "messages:coming", "messages:by_hand"):
        with django_assert_max_num_queries(20):
            client.get(reverse(page))


def test_all_that_were_shown_are_marked_as_sent_and_none_that_came_meanwhile(client, robin):
    shown, later = (an_invitation(robin, key=key, channel="text") for key in ("shown", "later"))
    client.post(reverse("messages:by_hand_sent"), {"all": "yes", "shown": [shown.pk]})
    assert dict(Message.objects.values_list("pk", "state")) == {shown.pk: "sent", later.pk: "by_hand"}
