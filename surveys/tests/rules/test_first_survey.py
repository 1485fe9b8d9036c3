import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.rules.first_survey import (
    Applied,
    Plan,
    after,
    application_number,
    applications,
    before,
    first_unanswered,
    may_be_asked,
    next_application,
    pages,
)  # fmt: skip

APPLIED = {"plan": {"plan": "a_level"}, "applied": {"applied": "yes"}}


def test_who_does_not_know_is_asked_three_more_things() -> None:
    assert pages({"plan": {"plan": Plan.DO_NOT_KNOW}}) == ["plan", "help", "worry", "meeting"]


def test_who_has_applied_is_asked_about_an_application_first() -> None:
    assert after("applied", APPLIED) == "application-1"
    told = APPLIED | {"application-1": {"provider": 7}}
    assert pages(told)[4:10] == [
        "application-1", "application-1-course", "application-1-state", "applications", "first-choice", "backup",
    ]  # fmt: skip
    assert after("application-1", told) == "application-1-course"
    assert after("application-1-state", told) == "applications"


@pytest.mark.parametrize(("state", "page"), [("interview", "application-1-interview"), ("conditional", "application-1-conditions")])
def test_an_interview_has_a_day_and_conditions_have_words(state, page) -> None:
    told = APPLIED | {"application-1": {"provider": 7}, "application-1-state": {"state": state}}
    assert after("application-1-state", told) == page
    assert after(page, told) == "applications"
    assert page not in pages(told | {"application-1-state": {"state": "sent"}})


def test_a_choice_that_is_none_of_the_applications_is_asked_where() -> None:
    told = APPLIED | {"application-1": {"provider": 7}, "first-choice": {"first-choice": "elsewhere"}}
    assert after("first-choice", told) == "first-choice-place"
    assert after("first-choice-place", told) == "backup"


def test_adding_another_leads_to_a_new_application_and_back_to_the_list() -> None:
    told = APPLIED | {"application-1": {"provider": 7}, "applications": {"more": "yes"}}
    assert after("applications", told) == "application-2"
    assert after("application-2-state", told | {"application-2": {"provider": 8}}) == "applications"
    assert before("application-2", told) == "applications"


def test_an_application_taken_off_the_list_is_asked_of_no_more_and_keeps_its_number() -> None:
    told = APPLIED | {"application-1": {"provider": 7, "removed": True}, "application-2": {"provider": 8}}
    assert applications(told) == [2]
    assert next_application(told) == 3
    assert "application-1" not in pages(told)


def test_nobody_lists_more_than_ten_applications() -> None:
    ten = APPLIED | {f"application-{number}": {"provider": number} for number in range(1, 11)}
    assert not may_be_asked("application-11", ten)
    assert after("applications", ten | {"applications": {"more": "yes"}}) == "first-choice"
    assert may_be_asked("application-11", ten | {"application-1": {"provider": 1, "removed": True}})


@pytest.mark.parametrize("page", ["application-0", "application-100", "application-1-colour", "application-", "application-1-course-x"])
def test_other_addresses_are_no_applications(page) -> None:
    assert application_number(page) == 0
    assert not may_be_asked(page, APPLIED)


def test_who_has_not_applied_is_asked_nothing_about_applications() -> None:
    assert "first-choice" not in pages({"plan": {"plan": "a_level"}, "applied": {"applied": Applied.NOT_YET}})


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
        "application-3-state": st.fixed_dictionaries({"state": st.sampled_from(["sent", "interview", "conditional"])}),
        "applications": st.fixed_dictionaries({"more": st.sampled_from(["yes", "no"])}),
        "first-choice": st.fixed_dictionaries({"first-choice": st.sampled_from(["1", "3", "elsewhere", "not_sure"])}),
    },
)


@given(answers)
def test_back_undoes_going_on(told: dict) -> None:
    path = pages(told)
    assert len(path) == len(set(path))
    assert [before(page, told) for page in path] == [None, *path[:-1]]
    assert after(path[-1], told) is None


@given(answers)
def test_going_on_always_ends(told: dict) -> None:
    """However the pages are answered, Continue visits no page twice: "add another" aside."""
    page, seen = "plan", []
    told = told | ({"applications": {"more": "no"}} if "applications" in told else {})
    while page is not None:
        assert page not in seen
        assert may_be_asked(page, told)
        seen.append(page)
        page = after(page, told)
