import logging
from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from careers import passes
from careers.actions import codes, links, tries
from careers.actions.safety import mark_safety
from careers.client_address import counted_address
from careers.models import Message, PersonalLink, Try
from careers.tests.asking_factories import ContactDetailFactory
from careers.tests.factories import StudentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A purpose of this floor's own: its page is the one where a code is typed."""
    monkeypatch.setitem(passes.LEADS_TO, "test", "one_time_code")


@pytest.fixture
def link() -> PersonalLink:
    student = ContactDetailFactory(value="robin@mail.example", student__forename="Robin", student__surname="Ashworth").student
    return links.give(student=student, purpose="test", about=1, expires_at=timezone.now() + timedelta(days=30), by=None)


def way_in(link: PersonalLink) -> str:
    return "/go/" + links.address_of(link).partition("/go/")[2]


def opened(link: PersonalLink) -> Client:
    client = Client()
    assert client.get(way_in(link)).status_code == 302
    return client


def with_cookie(value: str) -> HttpRequest:
    request = RequestFactory().get("/")
    request.COOKIES[passes.COOKIE] = value
    return request


def test_a_link_is_exchanged_for_a_cookie_and_a_clean_address(link: PersonalLink) -> None:
    response = Client().get(way_in(link))
    assert (response.status_code, response["Location"]) == (302, "/go/code/")
    cookie = response.cookies[passes.COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 3600)
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]


def test_opening_uses_nothing_up_and_is_noted_once(link: PersonalLink) -> None:
    client = Client()
    assert [client.get(way_in(link)).status_code for _ in range(5)] == [302] * 5
    assert client.head(way_in(link)).status_code == 302
    link.refresh_from_db()
    first = link.first_opened_at
    client.get(way_in(link))
    link.refresh_from_db()
    assert first and link.first_opened_at == first


def test_every_link_that_opens_nothing_gets_the_same_answer(link: PersonalLink) -> None:
    def another(days: int = 30, purpose: str = "test", **student) -> PersonalLink:
        expires_at = timezone.now() + timedelta(days=days)
        return links.give(student=StudentFactory(**student), purpose=purpose, about=1, expires_at=expires_at, by=None)

    revoked, tampered = another(), way_in(link)[:-2] + ("A/" if way_in(link)[-2] != "A" else "B/")
    links.revoke(link=revoked, by=None)
    over = [another(days=-1), revoked, another(on_safeguarding_hold=True), another(deceased=True), another(purpose="no such page")]
    answers = {
        (response.status_code, response.content, str(sorted(response.headers.items())))
        for where in [tampered, "/go/x/", "/go/%F0%9F%8D%8E/", *map(way_in, over)]
        for response in [Client().get(where)]
    }
    assert len(answers) == 1
    assert next(iter(answers))[0] == 404


def test_a_link_is_opened_by_reading_alone(link: PersonalLink) -> None:
    assert Client().post(way_in(link)).status_code == 405


def test_a_page_with_a_form_lets_the_browser_say_where_it_comes_from(link: PersonalLink) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(way_in(link))
    page = client.get("/go/code/")
    assert page["Referrer-Policy"] == "same-origin"
    sent = {"to": link.student.contact_details.get().pk, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    assert client.post("/go/code/send/", sent, headers={"origin": "http://testserver"}).status_code == 200
    assert client.post("/go/code/send/", sent, headers={"origin": "null"}).status_code == 403


def test_many_wrong_links_from_an_address_never_close_it_to_a_right_one(link: PersonalLink, caplog: pytest.LogCaptureFixture) -> None:
    client, now = Client(), timezone.now()
    for _ in range(300):
        tries.record("open a link", ["address:127.0.0.1"], now)
    with caplog.at_level(logging.WARNING):
        assert client.get("/go/wrong/").status_code == 404
    assert "Many personal links" in caplog.text
    assert Try.objects.count() == 300
    assert client.get(way_in(link)).status_code == 302


def test_a_page_without_a_name_tells_nobody_anything(link: PersonalLink) -> None:
    page = opened(link).get("/go/code/").content.decode()
    assert "r•••@m•••.example" in page
    assert "Ashworth" not in page
    assert "robin@mail" not in page


@pytest.mark.parametrize("end", ["revoke", "hold", "expiry", "an hour"])
def test_a_visit_ends_with_its_link(link: PersonalLink, end: str, time_machine) -> None:
    client = opened(link)
    assert client.get("/go/code/").status_code == 200
    if end == "revoke":
        links.revoke(link=link, by=None)
    elif end == "hold":
        mark_safety(student=link.student, by=None, marks={"safeguarding_hold": True})
    elif end == "expiry":
        PersonalLink.objects.update(expires_at=timezone.now())
    else:
        time_machine.move_to(timezone.now() + timedelta(minutes=61))
    assert client.get("/go/code/").status_code == 410


def test_each_page_gives_another_hour(link: PersonalLink, time_machine) -> None:
    start, client = timezone.now(), opened(link)
    for hour in range(1, 4):
        time_machine.move_to(start + timedelta(minutes=50 * hour))
        assert client.get("/go/code/").status_code == 200


def test_a_pass_opens_one_purpose_and_cannot_be_made_up(link: PersonalLink) -> None:
    client = opened(link)
    value = client.cookies[passes.COOKIE].value
    assert passes.read(with_cookie(value), "test") == passes.unsigned(value)
    assert passes.read(with_cookie(value), "wave") is None
    for wrong in ("", "x", value[:-1] + ("A" if value[-1] != "A" else "B"), value[1:]):
        assert passes.read(with_cookie(wrong), "test") is None


def test_another_link_takes_the_place_of_the_first(link: PersonalLink) -> None:
    client = opened(link)
    other = links.give(student=StudentFactory(), purpose="test", about=1, expires_at=timezone.now() + timedelta(days=1), by=None)
    client.get(way_in(other))
    the_pass = passes.read(with_cookie(client.cookies[passes.COOKIE].value), "test")
    assert the_pass and the_pass.student_id == other.student_id


def test_two_visits_are_told_apart(link: PersonalLink) -> None:
    visits = {passes.unsigned(opened(link).cookies[passes.COOKIE].value).visit for _ in range(2)}
    assert len(visits) == 2


def test_a_class_pass_ends_with_its_period(time_machine) -> None:
    student, now = StudentFactory(), timezone.now()
    response = HttpResponse()
    passes.give(response, passes.for_student(student, purpose="test", about=3, until=now + timedelta(minutes=20)))
    request = with_cookie(response.cookies[passes.COOKIE].value)
    assert passes.read(request, "test")
    time_machine.move_to(now + timedelta(minutes=21))
    assert passes.read(request, "test") is None


def sees(client: Client) -> bool:
    the_pass = passes.unsigned(client.cookies[passes.COOKIE].value)
    return bool(the_pass and the_pass.sees)


def test_a_code_lets_the_visit_see_and_only_this_visit(link: PersonalLink) -> None:
    client, another = opened(link), opened(link)
    detail = link.student.contact_details.get()
    assert "on its way" in client.post("/go/code/send/", {"to": detail.pk}).content.decode()
    digits = codes.digits_of(Message.objects.get().code)
    assert client.post("/go/code/", {"code": digits}).status_code == 302
    assert (sees(client), sees(another)) == (True, False)
    assert another.post("/go/code/", {"code": digits}).status_code == 200
    assert not sees(another)


def test_wrong_codes_are_counted_and_then_none_is_right(link: PersonalLink) -> None:
    client = opened(link)
    client.post("/go/code/send/", {"to": link.student.contact_details.get().pk})
    digits = codes.digits_of(Message.objects.get().code)
    wrong = f"{(int(digits) + 1) % 10**6:06d}"
    for _ in range(5):
        assert "not the code" in client.post("/go/code/", {"code": wrong}).content.decode()
    assert client.post("/go/code/", {"code": digits}).status_code == 200
    assert not sees(client)


def test_a_code_is_sent_to_none_but_a_known_address_of_this_student(link: PersonalLink) -> None:
    client, other = opened(link), ContactDetailFactory()
    for to in (other.pk, "", "robin@elsewhere.example"):
        assert client.post("/go/code/send/", {"to": to}).status_code == 200
    assert not Message.objects.exists()


def test_a_visit_by_the_class_door_gets_no_code() -> None:
    student, client = ContactDetailFactory().student, Client()
    response = HttpResponse()
    passes.give(response, passes.for_student(student, purpose="test", about=3))
    client.cookies[passes.COOKIE] = response.cookies[passes.COOKIE].value
    assert "no email address" in client.get("/go/code/").content.decode()
    assert client.post("/go/code/send/", {"to": student.contact_details.get().pk}).status_code == 200
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("proxies", "header", "counted"),
    [
        (0, "203.0.113.7", "address:127.0.0.1"),
        (1, "203.0.113.7", "address:203.0.113.7"),
        (1, "1.1.1.1, 203.0.113.7", "address:203.0.113.7"),
        (1, "2001:db8:1:2:3:4:5:6", "address:2001:db8:1:2::"),
    ],
)
def test_an_address_is_counted_as_far_as_the_proxies_are_trusted(settings, proxies: int, header: str, counted: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert counted_address(RequestFactory().get("/", headers={"x-forwarded-for": header})) == counted
