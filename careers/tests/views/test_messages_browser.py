"""The outbox and its settings in a real browser: nothing axe can find, nothing sideways, nothing too small to press."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from careers.models import Message, SchoolHoliday
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from careers.tests.outbox import an_invitation, reached
from careers.tests.views.test_look_browser import SIZES, assert_good, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STATES = ("in_doubt", "failed", "bounced", "sent", "stopped")


@pytest.fixture
def leader():
    leader = MembershipFactory()
    student = StudentFactory(cohort=CohortFactory(school=leader.school), surname="Featherstonehaugh-Cholmondeley")
    detail = reached(student, value="robin.featherstonehaugh-cholmondeley@averylongschoolname.example")
    for state in STATES:
        message = an_invitation(detail, key=state, to_name=student.name)
        Message.objects.filter(pk=message.pk).update(state=state, problem="Waymark was interrupted while it was being sent.")
    an_invitation(detail, key="waiting", to_name=student.name)
    an_invitation(reached(student, kind="mobile", value="+447700900123"), key="text", channel="text", to_name=student.name)
    an_invitation(reached(student, kind="address", value="1 Fell Lane\nHodder"), key="letter", channel="letter", to_name=student.name)
    SchoolHoliday.objects.create(school=leader.school, name="Half term", first="2025-10-27", last="2025-10-31")
    return leader


@SIZES
def test_every_pile_and_message_can_be_read_by_everyone(page: Page, axe, live_server, leader, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    for pile in (*STATES, "waiting", "by_hand"):
        page.goto(f"{live_server.url}{reverse('messages:list')}?pile={pile}")
        assert_good(page, axe, size)
    for state in ("in_doubt", "sent"):
        page.goto(live_server.url + reverse("messages:detail", args=[Message.objects.filter(state=state).values_list("pk", flat=True)[0]]))
        assert_good(page, axe, size)


@SIZES
def test_the_other_pages_of_messages_can_be_read_by_everyone(page: Page, axe, live_server, leader, size):
    page.set_viewport_size(size)
    sign_in(page, live_server.url, leader.user)
    for name in ("messages:coming", "messages:by_hand", "message_settings:show", "message_settings:holidays", "message_settings:words"):
        page.goto(live_server.url + reverse(name))
        assert_good(page, axe, size)
    for channel in ("email", "text", "letter"):
        page.goto(live_server.url + reverse("message_settings:word", args=["invitation", channel]))
        assert_good(page, axe, size)


def test_own_words_are_refused_previewed_and_saved(page: Page, axe, live_server, leader):
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("message_settings:word", args=["invitation", "email"]))
    page.get_by_label("Words").fill("Dear {first_name}, no link")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("It needs {link}")
    axe(page)
    page.get_by_label("Words").fill("Dear {first_name}, here it is: {link}")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_text("Dear Robin, here it is:")).to_be_visible()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("These are your own words.")).to_be_visible()


def test_a_doubt_is_settled_and_letters_are_printed_and_marked_as_sent(page: Page, live_server, leader):
    sign_in(page, live_server.url, leader.user)
    page.goto(live_server.url + reverse("messages:list"))
    page.get_by_role("link", name="Featherstonehaugh").first.click()
    page.get_by_role("button", name="It has gone").click()
    expect(page.get_by_text("It counts as sent.")).to_be_visible()
    page.goto(live_server.url + reverse("messages:by_hand"))
    with page.expect_download() as letters:
        page.get_by_role("button", name="Letters to print (PDF)").click()
    assert letters.value.suggested_filename == "letters.pdf"
    page.get_by_role("button", name="Mark all 1 as sent").last.click()
    expect(page.get_by_text("1 message is marked as sent.")).to_be_visible()
