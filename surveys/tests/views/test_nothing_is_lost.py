import pytest
from django.utils import timezone

from careers import passes
from careers.tests.factories import StudentFactory
from surveys.models import PageAnswer, Response
from surveys.tests.factories import InvitationFactory
from surveys.tests.visitors import Visitor, text


def test_a_page_that_is_not_filled_in_says_what_is_missing(visitor):
    page = text(visitor.send("plan/", {}))
    assert "There is a problem" in page
    assert 'href="#id_plan_0"' in page
    assert "<title>Error:" in page


def test_a_double_click_saves_once_and_goes_on(visitor):
    for _click in range(2):
        assert visitor.send("plan/", {"plan": "a_level"})["Location"] == "/answer/sure/"
    assert PageAnswer.objects.count() == 1


def test_back_keeps_what_was_filled_in(visitor):
    visitor.send("plan/", {"plan": "a_level"})
    assert visitor.send("sure/", {"sure": "quite"}, go="back")["Location"] == "/answer/plan/"
    assert 'value="a_level" checked' in text(visitor.get("plan/"))
    assert 'value="quite" checked' in text(visitor.get("sure/"))


def test_back_from_an_empty_page_answers_nothing(visitor):
    visitor.send("plan/", {"plan": "do_not_know"})
    visitor.send("help/", {}, go="back")
    assert not PageAnswer.objects.filter(page="help").exists()


def test_easy_read_is_turned_on_without_losing_what_was_typed(visitor):
    visitor.send("plan/", {"plan": "do_not_know"})
    page = text(visitor.send("worry/", {"worry": "The bus is full."}, go="easy"))
    assert "The bus is full." in page
    assert '<body class="easy">' in page
    assert "pictures/cloud" in page
    assert not PageAnswer.objects.filter(page="worry").exists()


def test_what_was_typed_after_the_pass_ended_is_shown_and_can_be_sent_again(visitor):
    visitor.send("plan/", {"plan": "do_not_know"})
    mark = visitor.visit.mark
    del visitor.client.cookies[passes.COOKIE]
    ended = visitor.client.post("/answer/worry/", {"mark": mark, "worry": "The bus is full."})
    assert ended.status_code == 410
    assert "The bus is full." in text(ended)
    assert mark in text(ended)
    assert visitor.invitation.student.forename not in text(ended)
    visitor.come_in()
    assert visitor.client.post("/answer/worry/", {"mark": mark, "worry": "The bus is full."}).status_code == 302
    assert PageAnswer.objects.get(page="worry").values == {"worry": "The bus is full."}


def test_a_choice_that_only_they_can_be_shown_is_kept_when_the_pass_ends(visitor):
    visitor.send_all(
        {"plan": {"plan": "a_level"}, "sure": {"sure": "quite"}, "interest": {"not_sure": "on"}, "applied": {"applied": "yes"}}
    )
    visitor.send_all({"application-1": {"place": "Moorside"}, "application-1-course": {}, "application-1-state": {"state": "sent"}})
    del visitor.client.cookies[passes.COOKIE]
    ended = text(visitor.client.post("/answer/first-choice/", {"mark": visitor.visit.mark, "first-choice": "1", "from": "check"}))
    assert '<input type="hidden" name="first-choice" value="1">' in ended
    assert '<input type="hidden" name="from" value="check">' in ended
    assert "Moorside" not in ended


def test_what_was_typed_after_the_wave_closed_is_shown_and_not_saved(visitor):
    wave = visitor.invitation.wave
    wave.closed_at = timezone.now()
    wave.save()
    closed = visitor.send("plan/", {"plan": "other"})
    assert closed.status_code == 409
    assert "This survey is closed" in text(closed)
    assert 'value="other" checked' in text(closed)
    assert not PageAnswer.objects.exists()
    assert "not open" in text(visitor.get(""))


def test_a_page_left_open_by_another_student_is_not_saved_as_mine(visitor):
    first = visitor.visit.mark
    other = Visitor(InvitationFactory(wave=visitor.invitation.wave, student=StudentFactory(cohort=visitor.invitation.wave.cohort)))
    other.start()
    answer = other.client.post("/answer/plan/", {"mark": first, "plan": "a_level"})
    assert answer.status_code == 409
    assert "Somebody else has come in at this computer" in text(answer)
    assert first in text(answer)
    assert other.visit.mark not in text(answer)
    assert not PageAnswer.objects.exists()


def test_a_page_left_open_shows_nothing_of_whoever_is_here_now(visitor):
    visitor.send_all({"plan": {"plan": "a_level"}, "sure": {"sure": "quite"}, "interest": {"not_sure": "on"}})
    visitor.send_all({"applied": {"applied": "yes"}, "application-1": {"place": "Moorside"}})
    answer = visitor.client.post("/answer/application-1-course/", {"mark": "another's", "course": "Biology"})
    assert "Biology" in text(answer)
    assert "Moorside" not in text(answer)


def test_two_devices_change_one_response_and_lose_nothing(visitor, invitation):
    phone = Visitor(invitation)
    visitor.send("plan/", {"plan": "do_not_know"})
    phone.send("help/", {"help": ["money"]})
    visitor.send("worry/", {})
    phone.send("meeting/", {"meeting": "later"})
    assert visitor.send("check/")["Location"] == "/answer/done/"
    assert phone.send("check/")["Location"] == "/answer/done/"
    assert Response.objects.get().finished_at
    assert invitation.student.evidence.count() == 1


def test_a_page_that_left_the_path_on_another_device_is_still_saved(visitor):
    visitor.send("plan/", {"plan": "a_level"})
    visitor.send("plan/", {"plan": "do_not_know"})
    assert visitor.send("sure/", {"sure": "quite"}).status_code == 302
    assert PageAnswer.objects.filter(page="sure").exists()


@pytest.mark.parametrize("page", ["nonsense", "application-0", "application-1-colour", "application-100"])
def test_other_addresses_are_no_pages(visitor, page):
    assert visitor.get(f"{page}/").status_code == 404
    assert visitor.send(f"{page}/", {}).status_code == 404


def test_a_page_ahead_of_the_path_leads_to_where_they_are(visitor):
    assert visitor.get("backup/")["Location"] == "/answer/plan/"
    assert visitor.get("check/")["Location"] == "/answer/plan/"


def test_the_first_page_of_one_student_is_not_taken_as_anothers(visitor):
    other = Visitor(InvitationFactory(wave=visitor.invitation.wave, student=StudentFactory(cohort=visitor.invitation.wave.cohort)))
    sent = other.client.post("/answer/", {"mark": visitor.visit.mark, "helped_by": "Aunt Zaynab", "easy_read": "on"})
    assert sent.status_code == 409
    assert "opened for somebody else" in text(sent)
    assert "Zaynab" not in text(sent)
    assert not Response.objects.filter(invitation=other.invitation).exists()
    assert other.client.post("/answer/", {"helped_by": "Aunt Zaynab"}).status_code == 409
    assert other.start()["Location"] == "/answer/plan/"
