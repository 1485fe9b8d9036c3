import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from careers.models import User
from careers.tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db
PHRASE = "a long enough phrase"
NEW = "otter lantern quarry violin"


def sign_in(client: Client, email: str, password: str):
    return client.post(reverse("account_login"), {"login": email, "password": password})


@pytest.fixture
def person() -> User:
    return MembershipFactory(user=UserFactory(email="mina@hodder.example")).user


def words_of(page) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", page.content.decode())


def test_the_right_password_leads_home(person):
    answer = sign_in(Client(), person.email, PHRASE)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


def test_the_address_may_be_written_in_capitals(person):
    assert sign_in(Client(), person.email.upper(), PHRASE).status_code == 302


def test_a_wrong_password_does_not_say_whether_the_address_has_an_account(person):
    known, unknown = (words_of(sign_in(Client(), email, "wrong")) for email in (person.email, "nobody@hodder.example"))
    assert "do not go together" in known
    assert known.replace(person.email, "") == unknown.replace("nobody@hodder.example", "")


def test_a_closed_account_does_not_open(person):
    User.objects.filter(pk=person.pk).update(is_active=False)
    client = Client()
    sign_in(client, person.email, PHRASE)
    assert client.get("/").headers["Location"].startswith(reverse("account_login"))


def test_many_wrong_passwords_are_stopped_for_a_while(person):
    client = Client()
    for _ in range(6):
        last = sign_in(client, person.email, "wrong")
    assert "Too many tries" in words_of(last)
    assert "Too many tries" in words_of(sign_in(client, person.email, PHRASE))


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_confirm_email", "account_email_verification_sent"])
def test_there_is_no_page_to_sign_up_or_to_add_addresses(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def link_in(mail) -> str:
    return next(word for word in mail.body.split() if "/password/reset/key/" in word).split("testserver", 1)[1]


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(person, mailoutbox):
    client = Client()
    asked = client.post(reverse("account_reset_password"), {"email": person.email}, follow=True)
    assert "Look in your email" in words_of(asked)
    assert person.name not in mailoutbox[0].subject
    link = link_in(mailoutbox[0])
    page = client.get(link, follow=True)
    done = client.post(page.redirect_chain[-1][0], {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your password is changed" in words_of(done)
    assert sign_in(Client(), person.email, NEW).status_code == 302
    assert "This link no longer works" in words_of(Client().get(link))
    assert "If it was not" in mailoutbox[1].body


def test_asking_for_a_strangers_password_answers_the_same_and_sends_nothing(person, mailoutbox):
    known = Client().post(reverse("account_reset_password"), {"email": person.email}, follow=True)
    sent = len(mailoutbox)
    unknown = Client().post(reverse("account_reset_password"), {"email": "nobody@hodder.example"}, follow=True)
    assert words_of(known) == words_of(unknown)
    assert len(mailoutbox) == sent == 1


def test_changing_the_password_leads_home_and_keeps_the_person_signed_in(person):
    client = Client()
    client.force_login(person)
    answer = client.post(reverse("account_change_password"), {"oldpassword": PHRASE, "password1": NEW, "password2": NEW})
    assert answer.headers["Location"] == "/"
    assert client.get("/").wsgi_request.user == person


def test_what_is_wrong_with_a_new_password_is_said_above_its_field_and_at_the_top(person):
    client = Client()
    client.force_login(person)
    page = client.post(reverse("account_change_password"), {"oldpassword": PHRASE, "password1": "short", "password2": "short"})
    text = page.content.decode()
    assert "<title>Error: Change your password" in text
    assert 'href="#id_password1"' in text
    assert text.index('id="id_password1_error"') < text.index('id="id_password1"')
    assert 'aria-describedby="id_password1_helptext id_password1_error"' in text


def test_signing_out_asks_for_a_press_of_a_button(person):
    client = Client()
    client.force_login(person)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.post(reverse("account_logout")).headers["Location"] == reverse("account_login")
    assert not client.get(reverse("account_login")).wsgi_request.user.is_authenticated


def test_a_sign_in_never_leads_to_another_site(person):
    answer = Client().post(f"{reverse('account_login')}?next=https://elsewhere.example/", {"login": person.email, "password": PHRASE})
    assert answer.headers["Location"] == "/"
