import pytest
from hypothesis import given
from hypothesis import strategies as st

from destinations.rules.checkpoints import Checkpoint
from destinations.rules.counting import Counted
from destinations.rules.outcomes import Group, Route
from reporting.rules.figures import Figures, Members, as_json, figures
from reporting.rules.words import headline

PROVIDERS = {1: "Cardwell College", 2: "Ribble Sixth Form", 3: "Ash & Co Joinery"}


ANSWERS = st.tuples(
    st.sampled_from(Group),
    st.sampled_from(Route),
    st.sampled_from([None, *PROVIDERS]),
    st.booleans(),
    st.sampled_from(["", "", "died"]),
    st.sampled_from(["provider", "student", "settled"]),
)
COHORTS = st.lists(ANSWERS, max_size=30).map(lambda answers: [one(student, *answer) for student, answer in enumerate(answers)])


def one(student: int, group: Group, route: Route, provider: int | None, yes: bool, excluded: str, source: str) -> Counted:
    if group is Group.NOT_KNOWN:
        return Counted(student, conflicting=yes, excluded=excluded)
    return Counted(student, group, route, provider, verified=yes, excluded=excluded, source=source)


def counted(cohort) -> Figures:
    halves = [Members("fsm", "Free school meals", range(0, 30, 2)), Members("own-x", "More able", [])]
    return figures(cohort, providers=PROVIDERS, groups=halves)


@given(COHORTS)
def test_everything_adds_up(cohort):
    f = counted(cohort)
    assert f.cohort + sum(f.excluded.values()) == len(cohort)
    assert f.known + f.not_known == f.cohort
    assert sum(f.outcomes.values()) == sum(f.routes.values()) == f.cohort
    assert f.outcomes[Group.NOT_KNOWN] == f.not_known
    assert sum(p.n for p in f.providers) + f.no_provider == f.known == sum(f.sources.values())
    assert f.conflicting <= f.not_known
    assert f.verified <= f.known
    for group in f.groups:
        assert sum(group.outcomes.values()) == group.n
        assert group.n - group.outcomes[Group.NOT_KNOWN] == group.known


@given(COHORTS, st.randoms())
def test_counting_does_not_depend_on_the_order(cohort, random):
    shuffled = list(cohort)
    random.shuffle(shuffled)
    assert as_json(counted(shuffled)) == as_json(counted(cohort))


def test_the_json_has_every_outcome_and_route_and_nothing_else():
    told = as_json(Figures())
    assert list(told) == ["cohort", "known", "verified", "conflicting", "excluded", "outcomes", "providers", "routes", "groups"]
    assert list(told["outcomes"]) == [
        "education", "apprenticeship", "employment", "training", "re_engagement", "neet", "other", "not_known",
    ]  # fmt: skip
    assert set(told["routes"]) == set(Route)


def test_providers_are_listed_from_the_largest():
    f = figures(
        [Counted(1, Group.EDUCATION, provider=2), Counted(2, Group.EDUCATION, provider=1), Counted(3, Group.EDUCATION, provider=1)],
        providers=PROVIDERS,
    )
    assert [(p.name, p.n) for p in f.providers] == [("Cardwell College", 2), ("Ribble Sixth Form", 1)]


def cohort_of(known: int, neet: int, conflicting: int, unknown: int) -> Figures:
    people = [Counted(1, Group.EDUCATION)] * known + [Counted(1, Group.NEET)] * neet
    return figures(people + [Counted(1, conflicting=True)] * conflicting + [Counted(1)] * unknown, providers={})


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (cohort_of(174, 9, 0, 17), "183 of 200 known, 9 not in education, employment or training, 17 to find."),
        (cohort_of(174, 9, 3, 14), "183 of 200 known, 9 not in education, employment or training, 3 where sources disagree, 14 to find."),
        (cohort_of(5, 0, 0, 0), "5 of 5 known, 0 not in education, employment or training, nobody to find."),
        (cohort_of(5, 0, 1, 0), "5 of 6 known, 0 not in education, employment or training, 1 where sources disagree, nobody else to find."),
        (cohort_of(0, 0, 0, 0), "There are no students in this cohort yet."),
    ],
)
def test_the_headline_never_leaves_out_who_is_not_known(figures, words):
    assert headline(figures) == words


def test_a_plan_that_is_not_known_is_not_a_student_to_find():
    assert headline(cohort_of(3, 0, 0, 2), Checkpoint.Y11_INTENDED).endswith("2 without a known plan.")
