from careers.tests.factories import UserFactory
from surveys.actions import waves
from surveys.models import PageAnswer
from surveys.tests.factories import InvitationFactory
from surveys.tests.visitors import UNDECIDED_PAGES, Visitor, text


def test_the_first_page_shows_the_first_name_and_nothing_else(invitation):
    page = text(Visitor(invitation).get(""))
    assert "Hello Amira" in page
    assert invitation.student.school.name in page
    assert not [known for known in ("Okafor", invitation.student.upn, "11A", "2009") if known in page]


def test_the_whole_path_from_start_to_sent(visitor):
    assert visitor.get("plan/").status_code == 200
    for page, values, follows in (
        ("plan/", {"plan": "a_level"}, "sure/"),
        ("sure/", {"sure": "quite"}, "interest/"),
        ("interest/", {"interest": "Nurse"}, "applied/"),
        ("applied/", {"applied": "yes"}, "application-1/"),
        ("application-1/", {"place": "Moorside Riding School"}, "application-1-course/"),
        ("application-1-course/", {"course": "Horse care", "level": "2"}, "application-1-state/"),
        ("application-1-state/", {"state": "interview"}, "application-1-interview/"),
        ("application-1-interview/", {"interview_on_day": "4", "interview_on_month": "12", "interview_on_year": "2026"}, "applications/"),
        ("applications/", {"more": "no"}, "first-choice/"),
        ("first-choice/", {"first-choice": "1"}, "backup/"),
        ("backup/", {"backup": "none"}, "help/"),
        ("help/", {}, "worry/"),
        ("worry/", {}, "meeting/"),
        ("meeting/", {"meeting": "no"}, "check/"),
        ("check/", {}, "done/"),
    ):
        assert visitor.get(page).status_code == 200, page
        response = visitor.send(page, values)
        assert (response.status_code, response["Location"]) == (302, f"/answer/{follows}"), text(response)
    assert "Thank you, Amira" in text(visitor.get("done/"))
    visitor.invitation.refresh_from_db()
    assert visitor.invitation.finished_at


def finished(visitor) -> Visitor:
    for page, values in UNDECIDED_PAGES.items():
        visitor.send(f"{page}/", values)
    visitor.send("check/")
    return visitor


def test_the_short_path_ends_with_the_offer_of_a_meeting(visitor):
    finished(visitor)
    page = text(visitor.get("done/"))
    assert "A careers adviser will find a time to meet you" in page
    assert "0800 1111" in page


def test_a_change_after_sending_is_sent_again_from_the_list(visitor):
    finished(visitor)
    assert visitor.send("meeting/?from=check", {"meeting": "no", "from": "check"})["Location"] == "/answer/check/"
    assert "Send my answers again" in text(visitor.get("check/"))
    assert "have not sent it yet" in text(visitor.get(""))
    visitor.send("check/")
    assert "There is nothing to send" in text(visitor.get("check/"))


def test_a_changed_plan_leads_through_what_it_asks_and_back_to_the_list(visitor):
    finished(visitor)
    send = visitor.send("plan/?from=check", {"plan": "a_level", "from": "check"})
    assert send["Location"] == "/answer/sure/?from=check"
    visitor.send("sure/", {"sure": "very", "from": "check"})
    visitor.send("interest/", {"not_sure": "on", "from": "check"})
    assert visitor.send("applied/", {"applied": "not_yet", "from": "check"})["Location"] == "/answer/check/"


def test_finishing_on_this_computer_ends_the_pass(visitor):
    finished(visitor)
    response = visitor.client.post("/answer/leave/")
    assert response["Location"] == "/answer/left/"
    assert visitor.client.get("/answer/plan/").status_code == 410
    assert "Amira" not in text(visitor.client.get("/answer/left/"))


def test_stopping_for_now_saves_and_ends_the_pass(visitor):
    assert visitor.send("plan/", {"plan": "a_level"}, go="leave")["Location"] == "/answer/left/"
    assert PageAnswer.objects.get().values == {"plan": "a_level"}
    assert visitor.client.get("/answer/").status_code == 410


def test_without_a_pass_nothing_opens(client):
    for address in ("", "plan/", "check/", "done/", "remove/1/"):
        assert client.get(f"/answer/{address}").status_code == 410
    assert client.get("/answer/left/").status_code == 200


def test_a_pass_for_a_wave_that_does_not_ask_them_opens_nothing(invitation):
    other = Visitor(invitation)
    invitation.delete()
    assert other.get("").status_code == 410


def test_a_student_put_on_hold_is_asked_no_more(visitor):
    visitor.invitation.student.safeguarding_hold = True
    visitor.invitation.student.save()
    assert visitor.get("plan/").status_code == 410


def test_pages_are_stored_nowhere_and_told_to_nobody(visitor):
    page = visitor.get("plan/")
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "same-origin"
    assert not [name for name in ("sessionid",) if name in visitor.client.cookies]


def come_back(invitation, **how) -> Visitor:
    return Visitor(invitation, **how)


def test_who_comes_back_goes_on_where_they_stopped_and_sees_no_earlier_answer(visitor, invitation):
    visitor.send("plan/", {"plan": "other"})
    visitor.send("plan-other/", {"plan-other": "Join a circus"})
    again = come_back(invitation)
    assert again.start()["Location"] == "/answer/sure/"
    page = text(again.get("plan-other/"))
    assert "You have answered this" in page
    assert "circus" not in page
    assert "circus" not in text(again.get("plan-other/?anew=1"))


def test_after_a_code_everything_is_seen(visitor, invitation):
    visitor.send("plan/", {"plan": "other"})
    visitor.send("plan-other/", {"plan-other": "Join a circus"})
    assert "Join a circus" in text(come_back(invitation, sees=True).get("plan-other/"))


def test_answering_anew_shows_it_in_this_visit_and_keeps_the_first(visitor, invitation):
    visitor.send("plan/", {"plan": "a_level"})
    again = come_back(invitation)
    again.send("plan/", {"plan": "t_level"})
    assert 'value="t_level" checked' in text(again.get("plan/"))
    assert PageAnswer.objects.count() == 2


def test_the_list_of_answers_hides_what_another_visit_wrote_and_always_hides_a_worry(visitor, invitation):
    for page, values in UNDECIDED_PAGES.items():
        visitor.send(f"{page}/", values)
    own = text(visitor.get("check/"))
    assert "I do not know yet" in own
    assert "You wrote something" in own
    assert "full" not in own
    other = text(come_back(invitation).get("check/"))
    assert "I do not know yet" not in other
    assert "Answer again" in other


def test_a_code_is_offered_only_where_one_can_be_sent(visitor, invitation):
    visitor.send("plan/", {"plan": "a_level"})
    assert "/go/code/" not in text(come_back(invitation).get("plan/"))


def test_a_place_of_an_earlier_visit_is_not_named(visitor, invitation):
    for page, values in {"plan": "a_level", "sure": "quite", "applied": "yes"}.items():
        visitor.send(f"{page}/", {page: values})
    visitor.send("interest/", {"not_sure": "on"})
    visitor.send("application-1/", {"place": "Moorside Riding School"})
    again = come_back(invitation)
    assert "Moorside" not in text(again.get("application-1-course/"))
    assert "Moorside" in text(visitor.get("application-1-course/"))


APPLIED_TWICE = {
    "plan": {"plan": "a_level"}, "sure": {"sure": "quite"}, "interest": {"not_sure": "on"}, "applied": {"applied": "yes"},
    "application-1": {"place": "Moorside"}, "application-1-course": {}, "application-1-state": {"state": "sent"},
    "application-2": {"place": "Cardwell"}, "application-2-course": {}, "application-2-state": {"state": "sent"},
    "applications": {"more": "no"}, "first-choice": {"first-choice": "1"}, "backup": {"backup": "none"},
    "help": {"help": ["money"]}, "worry": {"worry": "The bus is full."}, "meeting": {"meeting": "soon"},
}  # fmt: skip
QUIET = {page: {} for page in ("help", "worry")} | {"plan": {"plan": "do_not_know"}, "meeting": {"meeting": "no"}}


def seen_by_another(invitation, pages: dict) -> list[str]:
    """What a visit that answered nothing is shown on the list and at the end, without what changes from one showing to the next."""
    visitor = Visitor(invitation)
    visitor.start()
    for page in sorted(pages, key=list(APPLIED_TWICE).index):
        visitor.send(f"{page}/", pages[page])
    visitor.send("check/")
    other = Visitor(invitation)
    shown = [text(other.get(page)) for page in ("check/", "done/")]
    return [line for page in shown for line in page.splitlines() if "csrfmiddlewaretoken" not in line and other.visit.mark not in line]


def test_another_visit_is_told_the_same_whatever_was_answered(invitation):
    second = InvitationFactory(wave=invitation.wave, student__forename="Amira", student__cohort=invitation.wave.cohort)
    assert seen_by_another(invitation, APPLIED_TWICE) == seen_by_another(second, QUIET)


def test_who_answered_is_told_of_their_own_help_and_worry_and_of_no_other(invitation):
    seen_by_another(invitation, APPLIED_TWICE)
    third = Visitor(invitation)
    assert "Childline" in text(third.get("done/")), "whoever reads it, whatever was written"
    third.send("meeting/", {"meeting": "later"})
    third.send("check/")
    done = text(third.get("done/"))
    assert "get in touch with you this year" in done
    assert "what worries you" not in done


def test_how_far_it_is_has_no_numbers_where_another_visit_made_the_way(visitor, invitation):
    visitor.send("plan/", {"plan": "do_not_know"})
    assert "about" in progress_in(visitor, "help/")
    assert progress_in(come_back(invitation), "help/") == "More questions follow"


def progress_in(visitor, page: str) -> str:
    return visitor.get(page).context["progress"]


def test_who_was_taken_off_the_list_is_refused_as_whoever_was_never_asked(visitor):
    visitor.send("plan/", {"plan": "a_level"})
    waves.take_off(invitation=visitor.invitation, why="", by=UserFactory())
    assert {visitor.get(page).status_code for page in ("", "plan/", "sure/", "check/", "done/")} == {410}
    assert visitor.client.post("/answer/sure/", {"sure": "quite"}).status_code == 410
    assert not PageAnswer.objects.filter(page="sure").exists()
    waves.put_back(invitation=visitor.invitation, by=UserFactory())
    assert visitor.get("sure/").status_code == 200
