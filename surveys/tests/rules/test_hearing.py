from datetime import date

from destinations.rules.applications import ApplicationState
from destinations.rules.outcomes import Route
from destinations.rules.statements import Said
from surveys.rules.hearing import AppliedFor, Place, hear

TOLD = {
    "plan": {"plan": "a_level"},
    "sure": {"sure": "quite"},
    "interest": {"interest": "Nursing"},
    "applied": {"applied": "yes"},
    "application-1": {"provider": 7, "place": "Cardwell College"},
    "application-1-course": {"course": "Biology, Chemistry", "level": "3"},
    "application-1-state": {"state": "interview"},
    "application-1-interview": {"interview_on": "2026-12-04"},
    "application-1-conditions": {"conditions": "left from before the state was put right"},
    "application-2": {"provider": None, "place": "Hillside College"},
    "application-2-state": {"state": "conditional"},
    "application-2-conditions": {"conditions": "five grade 5s"},
    "applications": {"more": "no"},
    "first-choice": {"first-choice": "1"},
    "backup": {"backup": "2"},
    "help": {"help": ["travel"]},
    "worry": {"worry": "  "},
    "meeting": {"meeting": "no"},
}


def test_a_plan_is_an_intention_with_the_route_and_the_first_choice() -> None:
    intention = hear(TOLD).intention
    assert intention is not None
    assert (intention.said, intention.route, intention.place, intention.course) == (
        Said.INTENDS, Route.A_LEVEL, Place(7, "Cardwell College"), "Biology, Chemistry",
    )  # fmt: skip
    assert intention.words == "sure: quite; interested in Nursing; back-up: Hillside College"


def test_not_knowing_is_undecided_and_never_a_route() -> None:
    intention = hear({"plan": {"plan": "do_not_know"}}).intention
    assert intention is not None
    assert (intention.said, intention.route) == (Said.UNDECIDED, None)


def test_applications_keep_their_state_days_and_conditions() -> None:
    assert hear(TOLD).applications == (
        AppliedFor(Place(7, "Cardwell College"), ApplicationState.INTERVIEW, "Biology, Chemistry", "3", interview_on=date(2026, 12, 4)),
        AppliedFor(Place(None, "Hillside College"), ApplicationState.CONDITIONAL, conditions="five grade 5s"),
    )


def test_a_choice_can_be_a_place_not_applied_to() -> None:
    told = TOLD | {"first-choice": {"first-choice": "elsewhere"}, "first-choice-place": {"provider": 9, "place": "Newlands College"}}
    intention = hear(told).intention
    assert intention is not None
    assert (intention.place, intention.course) == (Place(9, "Newlands College"), "")


def test_nobody_is_given_a_choice_they_did_not_make() -> None:
    intention = hear(TOLD | {"first-choice": {"first-choice": "not_sure"}}).intention
    assert intention is not None
    assert intention.place == Place()


def test_another_plan_is_kept_in_the_students_words() -> None:
    intention = hear({"plan": {"plan": "other"}, "plan-other": {"plan-other": "Join a circus"}}).intention
    assert intention is not None
    assert (intention.route, intention.words) == (Route.OTHER, "Join a circus")


def test_having_applied_nowhere_is_not_the_same_as_saying_nothing() -> None:
    assert hear(TOLD | {"applied": {"applied": "not_yet"}}).applications == ()
    assert hear(TOLD | {"plan": {"plan": "do_not_know"}}).applications is None


def test_pages_left_by_a_changed_plan_say_nothing() -> None:
    heard = hear(TOLD | {"plan": {"plan": "do_not_know"}})
    assert heard.applications is None
    assert heard.intention is not None
    assert heard.intention.place == Place()


def test_help_that_is_ticked_is_a_request_for_later_and_need_is_one_for_soon() -> None:
    asked = hear(TOLD).help
    assert asked is not None
    assert (asked.when, asked.what) == ("later", ("travel",))
    needing = hear(TOLD | {"applied": {"applied": "need_help"}}).help
    assert needing is not None
    assert needing.when == "soon"


def test_an_empty_worry_is_none() -> None:
    assert hear(TOLD).worry == ""
    assert hear(TOLD | {"worry": {"worry": " I am scared of the bus. "}}).worry == "I am scared of the bus."


def test_nothing_answered_means_nothing() -> None:
    heard = hear({})
    assert (heard.intention, heard.applications, heard.help, heard.worry) == (None, None, None, "")
