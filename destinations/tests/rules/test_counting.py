import pytest

from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import GROUP_OF_PLANNED_ROUTE, Counted, Doing, count
from destinations.rules.outcomes import OUTCOMES, Group, Route

Y12, INTENDED = Checkpoint.Y12, Checkpoint.Y11_INTENDED
AT_COLLEGE = Doing("220", "a_level", 1, "sixth form college")


def test_a_provisional_answer_is_known():
    assert count(Y12, 1, "provisional", AT_COLLEGE).known


def test_a_provisional_answer_is_not_verified():
    assert not count(Y12, 1, "provisional", AT_COLLEGE).verified


@pytest.mark.parametrize("code", ["810", "820", "830"])
def test_not_known_codes_are_not_known_even_when_settled(code):
    assert not count(Y12, 1, "unknown", Doing(code), settled=True).known


def test_not_in_education_employment_or_training_is_known():
    assert count(Y12, 1, "verified", Doing("619", "neet")).group is Group.NEET


def test_a_conflict_is_not_known_and_has_no_place_or_route():
    assert count(Y12, 1, "conflicting", Doing("220", "a_level", 1)) == Counted(1, conflicting=True)


def test_a_settled_conflict_is_known_by_what_was_settled_and_no_longer_conflicting():
    counted = count(Y12, 1, "conflicting", AT_COLLEGE, settled=True)
    assert (counted.group, counted.conflicting, counted.verified, counted.source) == (Group.EDUCATION, False, False, "settled")


def test_a_verified_answer_settled_on_the_same_thing_stays_verified():
    assert count(Y12, 1, "verified", AT_COLLEGE, AT_COLLEGE, settled=True).verified


def test_a_verified_answer_settled_on_something_else_is_not_verified():
    assert not count(Y12, 1, "verified", Doing("330", provider=2), AT_COLLEGE, settled=True).verified
    assert not count(Y12, 1, "verified", Doing("220", provider=2), AT_COLLEGE, settled=True).verified


def test_education_whose_route_cannot_be_read_has_an_unknown_route():
    assert count(Y12, 1, "verified", Doing("230")).route is Route.UNKNOWN


@pytest.mark.parametrize(("route", "group"), [(r, g) for r, g in GROUP_OF_PLANNED_ROUTE.items()])
def test_a_plan_is_counted_by_its_route(route, group):
    assert count(INTENDED, 1, "provisional", Doing(None, route)).group is group


def test_every_planned_route_but_unknown_has_a_group():
    assert set(GROUP_OF_PLANNED_ROUTE) == set(Route) - {Route.UNKNOWN}


@pytest.mark.parametrize("route", [None, "unknown"])
def test_a_plan_without_a_route_is_counted_by_the_kind_of_place(route):
    counted = count(INTENDED, 1, "provisional", Doing(None, route, 1, "further education college"))
    assert (counted.group, counted.route) == (Group.EDUCATION, Route.UNKNOWN)


def test_a_plan_to_go_to_a_place_whose_kind_does_not_tell_is_known_as_other():
    assert count(INTENDED, 1, "provisional", Doing(None, None, 1, "alternative provision")).group is Group.OTHER


def test_a_plan_without_route_or_place_is_not_known():
    assert not count(INTENDED, 1, "unknown", Doing()).known


def test_a_route_without_a_code_does_not_answer_year_12():
    assert not count(Y12, 1, "unknown", Doing(None, "a_level"), settled=True).known


@pytest.mark.parametrize("code", OUTCOMES)
def test_every_activity_code_is_counted_in_the_group_of_the_national_table(code):
    assert count(Y12, 1, "verified", Doing(code)).group is OUTCOMES[code].group
