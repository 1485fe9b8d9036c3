from hypothesis import given
from hypothesis import strategies as st

from surveys.rules.comparison import Kind, compare, in_words, kind_of
from surveys.rules.first_survey import Plan


def test_who_changed_from_what_to_what():
    found = compare({1: "a_level", 2: "a_level", 3: "do_not_know", 4: ""}, {1: "a_level", 2: "apprenticeship", 3: "t_level", 4: "a_level"})
    assert [(f.before, f.after, f.students) for f in found.flows if f.changed] == [
        (Kind.A_LEVEL, Kind.APPRENTICESHIP, (2,)),
        (Kind.DO_NOT_KNOW, Kind.T_LEVEL, (3,)),
    ]
    said = "2 of the 3 who answered both waves changed their plan; 1 of them did not know before, and none did but do not know now."
    assert in_words(found) == said


def test_only_those_asked_in_both_waves_are_compared_and_the_others_counted():
    found = compare({1: "a_level", 2: ""}, {2: "", 3: ""})
    assert (found.n, found.only_before, found.only_after) == (1, 1, 1)
    assert in_words(found) == "1 were asked in both waves, and nobody has answered both."


def test_every_plan_has_its_kind_and_there_are_few_enough_to_read():
    assert {kind_of(plan) for plan in Plan} | {Kind.NO_ANSWER} == set(Kind)
    assert len(Kind) <= 8


answers = st.dictionaries(st.integers(1, 40), st.sampled_from([*Plan, "", "nonsense"]))


@given(answers, answers)
def test_nobody_is_lost_and_nobody_counted_twice(before, after):
    found = compare(before, after)
    students = [student for flow in found.flows for student in flow.students]
    assert sorted(students) == sorted(before.keys() & after.keys())
    first, second = found.totals()
    assert sum(first.values()) == sum(second.values()) == found.n
    assert found.changed <= found.answered_both <= found.n
    in_words(found)
