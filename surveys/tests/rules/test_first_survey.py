from hypothesis import given
from hypothesis import strategies as st

from surveys.rules.first_survey import Applied, Plan, after, applications, before, first_unanswered, next_application, pages

APPLIED = {"plan": {"plan": "a_level"}, "applied": {"applied": "yes"}}


def test_who_does_not_know_is_asked_three_more_things() -> None:
    assert pages({"plan": {"plan": Plan.DO_NOT_KNOW}}) == ["plan", "help", "worry", "meeting"]


def test_who_has_applied_is_asked_about_an_application_first() -> None:
    assert after("applied", APPLIED) == "application-1"
    told = APPLIED | {"application-1": {"provider": 7}}
    assert pages(told)[4:7] == ["application-1", "applications", "choice"]
    assert after("application-1", told) == "applications"


def test_adding_another_leads_to_a_new_application_and_back_to_the_list() -> None:
    told = APPLIED | {"application-1": {"provider": 7}, "applications": {"more": "yes"}}
    assert after("applications", told) == "application-2"
    assert after("application-2", told | {"application-2": {"provider": 8}}) == "applications"


def test_an_application_taken_off_the_list_is_asked_of_no_more_and_keeps_its_number() -> None:
    told = APPLIED | {"application-1": {"provider": 7, "removed": True}, "application-2": {"provider": 8}}
    assert applications(told) == [2]
    assert next_application(told) == 3
    assert "application-1" not in pages(told)


def test_who_has_not_applied_is_asked_nothing_about_applications() -> None:
    assert "choice" not in pages({"plan": {"plan": "a_level"}, "applied": {"applied": Applied.NOT_YET}})


def test_only_who_wants_an_apprenticeship_is_asked_how_far_they_are() -> None:
    assert "apprenticeship" in pages({"plan": {"plan": "apprenticeship"}})
    assert "apprenticeship" not in pages({"plan": {"plan": "t_level"}})


def test_somebody_who_comes_back_goes_on_where_they_stopped() -> None:
    assert first_unanswered({"plan": {"plan": "a_level"}, "sure": {"sure": "very"}}) == "interest"
    assert first_unanswered({"plan": {"plan": "do_not_know"}, "help": {}, "worry": {}, "meeting": {"meeting": "no"}}) is None


answers = st.fixed_dictionaries(
    {},
    optional={
        "plan": st.fixed_dictionaries({"plan": st.sampled_from(list(Plan))}),
        "applied": st.fixed_dictionaries({"applied": st.sampled_from(list(Applied))}),
        "application-1": st.fixed_dictionaries({"provider": st.just(1)}, optional={"removed": st.booleans()}),
        "application-3": st.fixed_dictionaries({"provider": st.just(1)}, optional={"removed": st.booleans()}),
        "applications": st.fixed_dictionaries({"more": st.sampled_from(["yes", "no"])}),
    },
)


@given(answers)
def test_back_undoes_going_on(told: dict) -> None:
    path = pages(told)
    assert len(path) == len(set(path))
    assert [before(page, told) for page in path] == [None, *path[:-1]]
    assert after(path[-1], told) is None
