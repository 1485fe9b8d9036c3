"""The invented people: valid numbers, real-life rates, the same again from the same seed."""

from datetime import date
from random import Random

import pytest

from careers.rules.identifiers import postcode_problem, uln_problem, upn_problem
from config.demo.fates import AT_COLLEGE, BY_RISK, Turn, fates
from config.demo.people import Numbers, people
from config.demo.places import setting


def invented(n: int, seed: str = "any"):
    return people(Random(seed), n, Numbers("888", 0, 2026), "PR", date(2026, 11, 21))


def test_the_same_seed_makes_the_same_people():
    assert [p.values for p in invented(50)] == [p.values for p in invented(50)]
    assert [p.values for p in invented(50)] != [p.values for p in invented(50, "another")]


def test_every_number_is_valid_and_nobody_elses():
    made = invented(9000)
    for name, problem in (("upn", upn_problem), ("uln", uln_problem), ("postcode", postcode_problem)):
        assert [p.values[name] for p in made if problem(p.values[name])] == []
    for name in ("upn", "uln", "admission_number"):
        assert len({p.values[name] for p in made}) == 9000


def test_cohorts_and_schools_do_not_share_numbers():
    numbers = [Numbers("888", school, leaving) for school in (0, 1) for leaving in (2026, 2027)]
    upns = [upn for one in numbers for _, upn in zip(range(3000), one.upns(), strict=False)]
    ulns = [uln for one in numbers for _, uln in zip(range(3000), one.ulns(), strict=False)]
    assert len(set(upns)) == len(upns) and len(set(ulns)) == len(ulns)


def test_there_are_twins_and_namesakes():
    made = invented(200)
    births = [(p.values["surname"], p.values["date_of_birth"]) for p in made]
    names = [(p.values["surname"], p.values["forename"]) for p in made]
    assert len(births) - len(set(births)) >= 2 and len(names) - len(set(names)) >= 1


def test_characteristics_come_at_the_rates_of_a_real_school():
    made = invented(4000)
    usual = {"fsm": 26, "pupil_premium": 29, "sen_support": 13, "ehc_plan": 4, "eal": 14, "looked_after": 1}
    assert {kind: sum(p.has(kind) for p in made) / 40 for kind in usual} == pytest.approx(usual, abs=3)
    assert all(span.since is None or span.until is None or span.since <= span.until for p in made for span in p.spans)


def test_each_turn_a_story_can_take_is_taken():
    drawn = [fate.turn for fate in fates(Random("any"), invented(200), setting(0))]
    assert {turn: drawn.count(turn) for turn, _ in (*BY_RISK, *AT_COLLEGE)} == dict((*BY_RISK, *AT_COLLEGE))
    assert set(drawn) == set(Turn)
