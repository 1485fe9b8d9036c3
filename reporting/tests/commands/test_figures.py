import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from careers.tests.factories import CohortFactory
from reporting.tests.population import a_cohort

pytestmark = pytest.mark.django_db


def run(cohort, *more: str) -> str:
    out = StringIO()
    call_command("figures", "--school", cohort.school.urn, "--leaving", str(cohort.leaving), "--checkpoint", "y12", *more, stdout=out)
    return out.getvalue()


def test_figures_prints_json_and_nothing_else():
    told = json.loads(run(a_cohort(20), "--json"))
    assert told["cohort"] + sum(told["excluded"].values()) == 20
    assert sum(told["outcomes"].values()) == told["cohort"]
    assert told["groups"]["Free school meals"]["n"] == sum(told["groups"]["Free school meals"]["outcomes"].values())


def test_figures_as_at_a_day_uses_what_was_recorded_by_then():
    assert json.loads(run(a_cohort(20), "--json", "--as-at", "2025-08-01"))["known"] == 0


def test_figures_without_json_answers_in_words():
    assert " known, " in run(a_cohort(20))


def test_a_day_that_has_not_come_is_refused():
    with pytest.raises(CommandError, match=r"31 December 2999 has not come yet\."):
        run(CohortFactory(), "--as-at", "2999-12-31")


def test_a_cohort_that_is_not_there_is_refused_in_plain_words():
    cohort = CohortFactory(leaving=2025)
    cohort.leaving = 2031
    with pytest.raises(CommandError, match="has no leavers of 2031 yet"):
        run(cohort)
