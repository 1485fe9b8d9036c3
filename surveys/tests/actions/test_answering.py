import pytest
import time_machine
from django.utils import timezone

from careers.models import AuditEvent, HelpRequest, Preferences
from careers.tests.factories import StudentFactory, UserFactory
from destinations.models import Application, ApplicationStatement, Destination, Evidence, Provider
from destinations.tests.factories import ProviderFactory
from surveys.actions import answering, waves
from surveys.actions.answering import Closed, NotAllAnswered
from surveys.models import PageAnswer, Response, Worry
from surveys.tests.factories import InvitationFactory
from surveys.tests.told import UNDECIDED, a_levels

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    return InvitationFactory()


@pytest.fixture
def college(invitation) -> Provider:
    return ProviderFactory(school=invitation.student.school, name="Cardwell College")


@pytest.fixture
def response(invitation) -> Response:
    return answering.begin(invitation=invitation, visit="one")


def send(response: Response, told: dict, visit: str = "one") -> Response:
    for page, values in told.items():
        answering.save_page(response=response, page=page, values=values, visit=visit)
    return answering.finish(response=response)


def standing() -> list[tuple]:
    said = Evidence.objects.standing().order_by("recorded_at", "pk")
    return list(said.values_list("said", "route", "provider__name"))


# Beginning and saving


def test_beginning_on_two_devices_is_one_response(invitation):
    assert answering.begin(invitation=invitation, visit="one") == answering.begin(invitation=invitation, visit="two")
    invitation.refresh_from_db()
    assert invitation.opened_at and invitation.started_at and not invitation.finished_at


def test_how_somebody_likes_to_be_asked_is_kept_with_them(invitation):
    response = answering.begin(invitation=invitation, language="en-gb", easy_read=True, helped_by="Mrs Khan", visit="one")
    assert (response.easy_read, response.helped_by) == (True, "Mrs Khan")
    assert Preferences.objects.get().easy_read is True
    answering.read_easily(response=response, easy_read=False)
    assert Preferences.objects.get().easy_read is False


def test_a_double_click_keeps_a_page_once(response):
    assert answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="one")
    assert not answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="one")
    assert PageAnswer.objects.count() == 1


def test_what_was_typed_is_never_written_over(response):
    for plan in ("a_level", "t_level", "a_level"):
        answering.save_page(response=response, page="plan", values={"plan": plan}, visit="one")
    assert [page.values["plan"] for page in response.pages.all()] == ["a_level", "t_level", "a_level"]


def test_the_same_words_of_another_visit_are_that_visits_own(response):
    answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="one")
    assert answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="two")


def test_a_closed_wave_takes_nothing(response):
    response.invitation.wave.closed_at = timezone.now()
    response.invitation.wave.save()
    with pytest.raises(Closed):
        answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="one")
    with pytest.raises(Closed):
        answering.finish(response=response)
    with pytest.raises(Closed):
        answering.begin(invitation=response.invitation, visit="one")


def test_nothing_is_heard_before_the_path_is_answered(response):
    answering.save_page(response=response, page="plan", values={"plan": "a_level"}, visit="one")
    with pytest.raises(NotAllAnswered) as missing:
        answering.finish(response=response)
    assert missing.value.page == "sure"
    assert standing() == []


# Hearing


def test_answers_become_an_intention_of_the_student_and_an_answer(response, college):
    send(response, a_levels(college.pk))
    said = Evidence.objects.get()
    assert (said.source.kind, said.source.name, said.said, said.route, said.provider) == (
        "student",
        "Student",
        "intends",
        "a_level",
        college,
    )
    assert said.words == "sure: quite; interested in Nursing"
    assert Destination.objects.get(checkpoint="y11_intended").route == "a_level"


def test_an_application_is_told_with_its_interview(response, college):
    send(response, a_levels(college.pk))
    application = Application.objects.get()
    assert (application.provider, application.state, str(application.interview_on)) == (college, "interview", "2026-12-04")


def test_a_place_nobody_knew_is_added_to_be_confirmed(response):
    send(response, a_levels(place="Moorside Riding School"))
    provider = Provider.objects.get()
    assert (provider.name, provider.to_confirm) == ("Moorside Riding School", True)
    assert Application.objects.get().provider == provider


@pytest.mark.parametrize("words", ["not sure", "I don’t know", "working full time", "!!!", "N/A", "st " * 66])
def test_words_that_name_no_place_add_none(response, words):
    send(response, a_levels(place=words))
    assert not Provider.objects.exists()
    assert Evidence.objects.get().route == "a_level"


def test_an_alias_is_the_place_it_belongs_to(response, college):
    college.names.create(school=college.school, name="CC", normalised="cc")
    send(response, a_levels(place="C.C."))
    assert Application.objects.get().provider == college


def test_a_provider_of_another_school_is_never_used(response):
    elsewhere = ProviderFactory(name="Elsewhere College")
    send(response, a_levels(elsewhere.pk, place="Elsewhere College"))
    assert Application.objects.get().provider.school == response.invitation.student.school


def test_sending_twice_doubles_nothing(response, college):
    send(response, a_levels(college.pk) | {"worry": {"worry": "The bus."}, "meeting": {"meeting": "soon"}})
    before = (Evidence.objects.count(), ApplicationStatement.objects.count(), HelpRequest.objects.count(), Worry.objects.count())
    events = AuditEvent.objects.count()
    answering.finish(response=response)
    send(response, a_levels(college.pk) | {"worry": {"worry": "The bus."}, "meeting": {"meeting": "soon"}}, visit="two")
    assert (Evidence.objects.count(), ApplicationStatement.objects.count(), HelpRequest.objects.count(), Worry.objects.count()) == before
    assert before == (1, 1, 1, 1)
    assert AuditEvent.objects.count() == events + 1  # that it was sent again


def test_the_next_day_unchanged_answers_are_still_said_once(response, college):
    send(response, a_levels(college.pk))
    with time_machine.travel(timezone.now() + timezone.timedelta(days=2), tick=True):
        send(response, a_levels(college.pk), visit="two")
    assert (Evidence.objects.count(), ApplicationStatement.objects.count()) == (1, 1)


def test_a_changed_plan_stands_and_the_first_stays_readable(response, college):
    send(response, a_levels(college.pk))
    send(response, UNDECIDED)
    assert [said[0] for said in standing()] == ["intends", "undecided"]
    assert Destination.objects.get(checkpoint="y11_intended").status == "unknown"


def test_there_and_back_on_one_day_ends_where_it_ended(response, college):
    for told in (a_levels(college.pk), UNDECIDED, a_levels(college.pk)):
        send(response, told)
    assert [said[0] for said in standing()] == ["undecided", "intends"]
    assert Evidence.objects.count() == 3
    assert Destination.objects.get(checkpoint="y11_intended").route == "a_level"


def test_an_application_changed_and_changed_back_ends_as_it_ended(response, college):
    told = a_levels(college.pk)
    for state in ("sent", "unconditional", "sent"):
        send(response, told | {"application-1-state": {"state": state}})
    assert Application.objects.get().state == "sent"


def test_an_application_taken_off_the_list_is_withdrawn_and_readable(response, college):
    send(response, a_levels(college.pk))
    answering.remove_application(response=response, page="application-1", visit="one")
    send(response, {"applied": {"applied": "not_yet"}})
    assert Application.objects.get().state == ""
    assert ApplicationStatement.objects.get().withdrawn_at is not None


def test_a_plan_that_asks_nothing_of_applications_takes_none_back(response, college):
    send(response, a_levels(college.pk))
    send(response, UNDECIDED)
    assert Application.objects.get().state == "interview"


def test_two_courses_at_one_college_are_both_told_once(response, college):
    second = {
        "application-2": {"provider": college.pk, "place": college.name},
        "application-2-course": {"course": "T Level Health", "level": "3"},
        "application-2-state": {"state": "sent"},
    }
    send(response, a_levels(college.pk) | second)
    send(response, {"sure": {"sure": "very"}})
    assert sorted(ApplicationStatement.objects.values_list("course", flat=True)) == ["Biology, Chemistry, Maths", "T Level Health"]


def test_not_knowing_asks_for_a_meeting_soon(response):
    send(response, UNDECIDED)
    asked, wave = HelpRequest.objects.get(), response.invitation.wave
    assert (asked.when, asked.what, asked.came_by) == ("soon", ["open_days"], f"survey: {wave.name} (wave {wave.pk})")


def test_an_open_request_is_brought_up_to_date_not_doubled(response):
    student = response.invitation.student
    HelpRequest.objects.create(student=student, when="later", what=["money"], asked_at=timezone.now(), came_by="phone")
    send(response, UNDECIDED)
    asked = HelpRequest.objects.get()
    assert (asked.when, asked.what, asked.came_by) == ("soon", ["money", "open_days"], "phone")


def test_help_that_was_dealt_with_is_not_asked_for_again_by_the_same_words(response):
    send(response, UNDECIDED)
    HelpRequest.objects.update(closed_at=timezone.now())
    send(response, {"plan": {"plan": "do_not_know"}, "worry": {"worry": "I cannot sleep."}}, visit="two")
    assert HelpRequest.objects.count() == 1


def test_help_no_longer_wanted_is_closed_where_it_was_asked_here(response):
    send(response, UNDECIDED)
    send(response, {"help": {"help": []}, "meeting": {"meeting": "no"}})
    assert HelpRequest.objects.get().closed_why == "The student no longer asks for it"


# Worries


def test_a_worry_is_there_as_soon_as_its_page_is_saved(response):
    answering.save_page(response=response, page="worry", values={"worry": " I am scared to go home. "}, visit="one")
    worry = Worry.objects.get()
    assert (worry.words, worry.student) == ("I am scared to go home.", response.invitation.student)
    assert worry.escalate_at > worry.said_at


def test_a_worry_taken_out_again_has_still_been_said(response):
    answering.save_page(response=response, page="worry", values={"worry": "I am scared to go home."}, visit="one")
    answering.save_page(response=response, page="worry", values={"worry": "Nothing."}, visit="one")
    answering.save_page(response=response, page="worry", values={"worry": ""}, visit="one")
    assert sorted(Worry.objects.values_list("words", flat=True)) == ["I am scared to go home.", "Nothing."]


def test_more_of_the_same_worry_is_one_worry_until_it_is_read(response):
    for words in ("The bus.", "The bus. And the money."):
        answering.save_page(response=response, page="worry", values={"worry": words}, visit="one")
    assert Worry.objects.get().words == "The bus. And the money."
    Worry.objects.update(read_at=timezone.now())
    answering.save_page(response=response, page="worry", values={"worry": "The bus. And the money. And home."}, visit="one")
    assert Worry.objects.count() == 2


def test_no_answer_stands_in_the_audit(response, college):
    send(response, a_levels(college.pk) | {"worry": {"worry": "I am scared to go home."}})
    kept = " ".join(f"{event.verb} {event.details}" for event in AuditEvent.objects.all())
    assert not [secret for secret in ("scared", "Nursing", "a_level", "Biology") if secret in kept]


def test_another_students_answers_are_untouched(response, college):
    other = InvitationFactory(wave=response.invitation.wave, student=StudentFactory(cohort=response.invitation.wave.cohort))
    send(answering.begin(invitation=other, visit="x"), a_levels(college.pk))
    send(response, a_levels(college.pk))
    answering.remove_application(response=response, page="application-1", visit="one")
    send(response, {"applied": {"applied": "not_yet"}})
    assert Application.objects.get(student=other.student).state == "interview"


def renamed(response: Response, name: str) -> Response:
    waves.change(wave=response.invitation.wave, by=UserFactory(), name=name)
    return Response.objects.select_related("invitation__wave", "invitation__student__school").get(pk=response.pk)


def test_what_was_said_is_found_again_after_the_wave_got_another_name(response, college):
    send(response, a_levels(college.pk))
    again = renamed(response, "Autumn, the second try")
    send(again, {"sure": {"sure": "very"}})
    assert ApplicationStatement.objects.count() == 1
    answering.remove_application(response=again, page="application-1", visit="one")
    answering.save_page(response=again, page="applied", values={"applied": "not_yet"}, visit="one")
    answering.finish(response=again)
    assert not ApplicationStatement.objects.filter(withdrawn_at=None).exists()


def test_the_same_plan_and_the_same_help_are_not_said_twice_under_another_name(response):
    send(response, UNDECIDED)
    again = renamed(response, "Autumn, the second try")
    send(again, {"worry": {"worry": "I cannot sleep."}})
    assert Evidence.objects.count() == 1
    assert HelpRequest.objects.count() == 1
    send(again, {"help": {"help": []}, "meeting": {"meeting": "no"}})
    assert HelpRequest.objects.get().closed_why == "The student no longer asks for it"


def test_two_waves_whose_long_names_begin_alike_take_back_only_their_own_request(response):
    first = renamed(response, "Plans of the leavers of this summer, asked in the autumn term, week one")
    send(first, UNDECIDED)
    other = InvitationFactory(student=response.invitation.student, wave__cohort=response.invitation.wave.cohort)
    second = answering.begin(invitation=other, visit="two")
    second = renamed(second, "Plans of the leavers of this summer, asked in the autumn term, week two")
    assert len(HelpRequest.objects.get().came_by) <= 60
    send(second, {**UNDECIDED, "help": {"help": []}, "meeting": {"meeting": "no"}}, visit="two")
    assert HelpRequest.objects.get().closed_at is None
