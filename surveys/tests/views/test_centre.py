from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from careers.actions import contact
from careers.models import AuditEvent, Message
from careers.rules.permissions import Role
from careers.tests.factories import CohortFactory, MembershipFactory, StudentFactory
from conftest import sign_in
from surveys.models import FormPeriod, Invitation, PageAnswer, Response, Wave
from surveys.tests.factories import InvitationFactory, WaveFactory, leaving

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort():
    return CohortFactory(leaving=leaving())


@pytest.fixture
def wave(cohort):
    return WaveFactory(cohort=cohort)


@pytest.fixture
def leader(cohort):
    return sign_in(MembershipFactory(school=cohort.school)).client


@pytest.fixture
def tutor(cohort):
    return sign_in(MembershipFactory(school=cohort.school, tutor_of_11a=True)).client


def asked(wave, *, form="11A", plan="", **times) -> Invitation:
    invitation = InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort, form=form), **times)
    if plan:
        now = timezone.now()
        response = Response.objects.create(invitation=invitation, started_at=now, saved_at=now)
        PageAnswer.objects.create(response=response, page="plan", values={"plan": plan}, saved_at=now, visit="x")
    return invitation


def done(wave, **more) -> Invitation:
    now = timezone.now()
    return asked(wave, opened_at=now, started_at=now, finished_at=now, **more)


def page(client, name, *args, **query):
    return client.get(reverse(f"surveys:{name}", args=args), query)


def queries(what) -> int:
    with CaptureQueriesContext(connection) as caught:
        what()
    return len(caught)


# a new wave


def new_wave(cohort, **values):
    today = timezone.localdate()
    plan = {"plan-use_2": "on", "plan-day_2": "0"} | {f"plan-day_{n}": "0" for n in range(14) if n != 2}
    told = {"survey": "first", "name": "Autumn", "opens_on": today, "closes_on": today + timedelta(days=30), "answered": "", **plan}
    return told | values


def test_a_wave_is_prepared_shown_and_then_opened(leader, cohort):
    for _ in range(3):
        StudentFactory(cohort=cohort)
    StudentFactory(cohort=cohort, safeguarding_hold=True)
    response = leader.post(reverse("surveys:new"), new_wave(cohort))
    wave = Wave.objects.get()
    assert response["Location"] == reverse("surveys:wave", args=[wave.pk])
    shown = page(leader, "wave", wave.pk).content.decode()
    assert "3 of 4 will be asked; 1 not: 1 on a safeguarding hold." in shown
    assert Invitation.objects.count() == 0
    leader.post(reverse("surveys:open", args=[wave.pk]))
    assert Invitation.objects.count() == 3
    assert "0 of 3 have finished" in page(leader, "wave", wave.pk).content.decode()


def test_a_wave_with_wrong_dates_is_refused_beside_its_field(leader, cohort):
    today = timezone.localdate()
    response = leader.post(reverse("surveys:new"), new_wave(cohort, closes_on=today - timedelta(days=2)))
    assert "The last day is before the first." in response.content.decode()
    assert not Wave.objects.exists()


def test_the_same_message_twice_on_a_day_is_refused(leader, cohort):
    first = page(leader, "new").context["plan_form"]
    emails = [n for n, step in enumerate(first.steps) if (step.channel, step.words) == ("email", "reminder")]
    values = {f"plan-use_{n}": "on" for n in emails} | {f"plan-day_{n}": "9" for n in emails}
    response = leader.post(reverse("surveys:new"), new_wave(cohort, **values))
    assert "twice on one day" in response.content.decode()


def test_the_usual_plan_is_offered_and_can_be_changed_before_the_wave_opens(leader, cohort):
    StudentFactory(cohort=cohort)
    leader.post(reverse("surveys:new"), new_wave(cohort))
    wave = Wave.objects.get()
    assert [step["words"] for step in wave.plan]
    change = page(leader, "change", wave.pk)
    assert change.context["plan_form"].steps
    leader.post(reverse("surveys:change", args=[wave.pk]), new_wave(cohort, name="Late autumn", only_forms=["11A"]))
    wave.refresh_from_db()
    assert (wave.name, wave.audience) == ("Late autumn", {"forms": ["11A"]})


# how it goes


def test_the_centre_answers_in_a_sentence_and_counts_by_form_and_group(leader, wave):
    done(wave)
    asked(wave, form="11B", opened_at=timezone.now())
    StudentFactory(cohort=wave.cohort, having=["fsm"])
    shown = page(leader, "wave", wave.pk)
    standing = shown.context["standing"]
    assert standing.sentence.startswith("1 of 2 have finished (50%).")
    assert [(row.label, row.n, row.opened, row.finished) for row in standing.forms] == [("11A", 1, 1, 1), ("11B", 1, 1, 0)]
    assert "1 more student now fits" in shown.content.decode()


def test_the_curve_stands_beside_the_one_of_the_year_before(leader, wave, cohort):
    before = WaveFactory(
        cohort=CohortFactory(school=cohort.school, leaving=cohort.leaving - 1),
        name="Last autumn",
        opens_on=wave.opens_on - timedelta(days=364),
        closes_on=wave.closes_on - timedelta(days=364),
        closed=True,
    )
    done(wave)
    asked(before, finished_at=timezone.now() - timedelta(days=364))
    shown = page(leader, "wave", wave.pk).content.decode()
    assert "Last autumn" in shown
    assert "a year before, it was 100% on the same day" in shown


def test_the_live_part_asks_again_only_while_the_wave_is_open(leader, wave):
    done(wave)
    address = reverse("surveys:live", args=[wave.pk])
    assert leader.get(address).status_code == 302, "without a script the page itself is shown"
    assert "every 5s" in leader.get(address, headers={"HX-Request": "true"}).content.decode()
    leader.post(reverse("surveys:close", args=[wave.pk]))
    assert "every 5s" not in leader.get(address, headers={"HX-Request": "true"}).content.decode()


def test_the_pages_of_a_wave_take_as_many_queries_for_400_as_for_200(cohort):
    counts = []
    for n in (200, 400):
        wave = WaveFactory(cohort=CohortFactory(school=cohort.school, leaving=cohort.leaving - len(counts) - 3))
        students = StudentFactory.create_batch(n, cohort=wave.cohort, having=["fsm"])
        Invitation.objects.bulk_create(Invitation(wave=wave, student=student, invited_at=timezone.now()) for student in students)
        client = sign_in(MembershipFactory(school=cohort.school)).client
        tutor = sign_in(MembershipFactory(school=cohort.school, tutor_of_11a=True)).client
        names = ("wave", "waiting", "waiting_export")
        counted = [queries(lambda name=name, client=client, wave=wave: page(client, name, wave.pk)) for name in names]
        counted += [
            queries(lambda client=client: page(client, "list")),
            queries(lambda tutor=tutor, wave=wave: page(tutor, "own", wave.pk)),
        ]
        counts.append(counted)
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 50, counts


# who has not answered


def test_the_list_holds_who_has_not_finished_and_can_be_filtered(leader, wave):
    done(wave)
    started, other = asked(wave, started_at=timezone.now(), opened_at=timezone.now()), asked(wave, form="11B")
    rows = page(leader, "waiting", wave.pk).context["rows"]
    assert {row.student.pk for row in rows} == {started.student_id, other.student_id}
    assert [row.student.pk for row in page(leader, "waiting", wave.pk, stage="started").context["rows"]] == [started.student_id]
    assert [row.student.pk for row in page(leader, "waiting", wave.pk, form="11B").context["rows"]] == [other.student_id]
    assert page(leader, "waiting", wave.pk, stage="nonsense").status_code == 200


def test_the_file_leaves_out_safety_marks_and_is_audited(leader, wave):
    shown, hidden = asked(wave), asked(wave)
    type(hidden.student).objects.filter(pk=hidden.student_id).update(confidential_address=True)
    file = page(leader, "waiting_export", wave.pk, format="csv").content.decode()
    assert shown.student.surname in file
    assert hidden.student.surname not in file
    assert AuditEvent.objects.get(verb="exported who has not answered").details == {"students": 1, "held_back": 1}


def test_a_name_that_is_a_formula_does_nothing_in_the_file(leader, wave):
    row = asked(wave)
    type(row.student).objects.filter(pk=row.student_id).update(surname="=1+1")
    assert "'=1+1" in page(leader, "waiting_export", wave.pk, format="csv").content.decode()


def test_an_email_goes_to_those_who_were_ticked(leader, wave):
    one, other = asked(wave), asked(wave)
    for row in (one, other):
        contact.keep(student=row.student, kind="email", value=f"s{row.pk}@pupils.example", source="test", by=None)
    address = reverse("surveys:write", args=[wave.pk])
    leader.post(address, {"student": [one.student_id, "nonsense", "99999999999999999999"]})
    assert [m.student_id for m in Message.objects.all()] == [one.student_id]
    leader.post(address, {})
    assert Message.objects.count() == 1


def test_somebody_can_be_taken_off_the_list_and_put_back(leader, wave):
    row = asked(wave)
    address = reverse("surveys:take_off", args=[wave.pk, row.pk])
    leader.post(address, {"back": "/surveys/"})
    assert not page(leader, "waiting", wave.pk).context["rows"]
    assert len(page(leader, "waiting", wave.pk, stage="off").context["rows"]) == 1
    leader.post(address, {"again": "yes", "back": "//evil.example/"})
    assert len(page(leader, "waiting", wave.pk).context["rows"]) == 1


def test_nobody_is_sent_to_another_site(leader, wave):
    row = asked(wave)
    address = reverse("surveys:take_off", args=[wave.pk, row.pk])
    for wrong in ("https://evil.example/surveys/", "//evil.example", "/surveys/\\evil", "javascript:alert(1)"):
        where = leader.post(address, {"back": wrong})["Location"]
        assert where.startswith("/surveys/")


# tutors


def test_a_tutor_sees_done_and_not_done_of_the_own_form_and_never_an_answer(tutor, wave):
    mine, theirs = done(wave, plan="apprenticeship"), asked(wave, form="11B", plan="a_level")
    shown = page(tutor, "own", wave.pk).content.decode()
    assert mine.student.surname in shown
    assert theirs.student.surname not in shown
    assert "pprenticeship" not in shown
    assert "All 1 are done." in shown
    for name in ("wave", "waiting", "waiting_export", "live"):
        assert page(tutor, name, wave.pk).status_code == 403
    assert page(tutor, "compare").status_code == 403


def test_a_tutor_opens_the_survey_for_the_own_form_and_no_other(tutor, wave):
    asked(wave), asked(wave, form="11B")
    address = reverse("surveys:start_period", args=[wave.pk])
    tutor.post(address, {"only_forms": ["11B"], "minutes": "60"})
    assert not FormPeriod.objects.exists()
    response = tutor.post(address, {"only_forms": ["11A"], "minutes": "60"})
    period = FormPeriod.objects.get()
    board = tutor.get(response["Location"]).content.decode()
    assert period.code in board
    assert "<svg" in board
    assert "0</strong> of 1 have come in" in board


def test_the_board_counts_who_came_in_during_this_period(tutor, wave):
    row = asked(wave)
    tutor.post(reverse("surveys:start_period", args=[wave.pk]), {"only_forms": ["11A"], "minutes": "60"})
    period = FormPeriod.objects.get()
    Invitation.objects.filter(pk=row.pk).update(signed_in_at=timezone.now(), finished_at=timezone.now())
    live = tutor.get(reverse("surveys:period_live", args=[period.pk]), headers={"HX-Request": "true"}).content.decode()
    assert "1</strong> of 1 have come in" in live
    tutor.post(reverse("surveys:close_period", args=[period.pk]))
    assert "every 3s" not in tutor.get(reverse("surveys:period_live", args=[period.pk]), headers={"HX-Request": "true"}).content.decode()


def test_another_tutor_does_not_see_the_period(tutor, wave, cohort):
    asked(wave)
    tutor.post(reverse("surveys:start_period", args=[wave.pk]), {"only_forms": ["11A"], "minutes": "60"})
    other = sign_in(MembershipFactory(school=cohort.school, role=Role.TUTOR, forms=["11B"])).client
    assert page(other, "period", FormPeriod.objects.get().pk).status_code == 404


# two waves compared


@pytest.fixture
def spring(wave, cohort):
    return WaveFactory(
        cohort=cohort, name="Spring", opens_on=wave.opens_on + timedelta(days=60), closes_on=wave.closes_on + timedelta(days=60)
    )


def test_two_waves_are_compared_with_who_changed_from_what_to_what(leader, wave, spring):
    row = asked(wave, plan="a_level")
    again = InvitationFactory(wave=spring, student=row.student)
    now = timezone.now()
    response = Response.objects.create(invitation=again, started_at=now, saved_at=now)
    for plan in ("do_not_know", "apprenticeship"):
        PageAnswer.objects.create(response=response, page="plan", values={"plan": plan}, saved_at=now, visit="x")
    shown = page(leader, "compare")
    assert shown.context["found"].changed == 1
    assert shown.context["changed"][0].flow.after.label == "Apprenticeship"
    asked_for = {"before": wave.pk, "after": spring.pk, "flow": "a_level-apprenticeship"}
    assert len(page(leader, "compare", **asked_for).context["changed"]) == 1
    file = page(leader, "compare_export", before=wave.pk, after=spring.pk, format="csv").content.decode()
    assert "A levels,Apprenticeship" in file
    assert AuditEvent.objects.filter(verb="exported who changed their plan").exists()


def test_an_adviser_compares_the_own_caseload_alone(wave, spring, cohort):
    for form in ("11A", "11B"):
        InvitationFactory(wave=spring, student=asked(wave, form=form, plan="a_level").student)
    adviser = sign_in(MembershipFactory(school=cohort.school, role=Role.ADVISER, forms=["11A"])).client
    assert page(adviser, "compare", before=wave.pk, after=spring.pk).context["found"].n == 1


def test_waves_of_two_cohorts_or_of_another_school_are_not_compared(leader, wave):
    theirs = WaveFactory()
    assert page(leader, "compare", before=wave.pk, after=theirs.pk).context["pair"] is None
    assert page(leader, "compare", before=wave.pk, after=wave.pk).context["pair"] is None
    assert page(leader, "compare", before="x", after="\0").status_code == 200


def test_comparing_takes_as_many_queries_for_many_as_for_few(leader, wave, spring):
    counts = []
    for n in (2, 40):
        for _ in range(n):
            row = asked(wave, plan="a_level")
            InvitationFactory(wave=spring, student=row.student)
        counts.append(queries(lambda: page(leader, "compare", before=wave.pk, after=spring.pk)))
    assert counts[0] == counts[1]
