import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from careers.actions import contact
from careers.models import Message
from careers.tests.factories import CohortFactory, StudentFactory
from surveys.models import Invitation, Wave
from surveys.tests.factories import InvitationFactory, WaveFactory, leaving

pytestmark = pytest.mark.django_db


@pytest.fixture
def cohort():
    return CohortFactory(leaving=leaving())


def run(capsys, name, cohort, *args):
    call_command(name, "--school", cohort.school.urn, *args)
    return capsys.readouterr().out


def opened(capsys, cohort, *args):
    return json.loads(run(capsys, "open_wave", cohort, "--leaving", str(cohort.leaving), "--name", "Autumn", "--json", *args))


def test_a_wave_is_opened_from_the_command_line(capsys, cohort):
    student = StudentFactory(cohort=cohort)
    contact.keep(student=student, kind="email", value="a@pupils.example", source="test", by=None)
    StudentFactory(cohort=cohort, safeguarding_hold=True)
    told = opened(capsys, cohort)
    assert told == {"wave": Wave.objects.get().pk, "asked": 1, "of": 2, "left_out": {"on a safeguarding hold": 1}}
    assert Message.objects.count() == 1


def test_a_dry_run_says_the_same_and_writes_nothing(capsys, cohort):
    StudentFactory.create_batch(3, cohort=cohort)
    dry = opened(capsys, cohort, "--dry-run")
    assert not Wave.objects.exists()
    assert dry == opened(capsys, cohort) | {"wave": None}


def test_only_the_forms_named_are_asked(capsys, cohort):
    StudentFactory(cohort=cohort), StudentFactory(cohort=cohort, form="11B")
    assert opened(capsys, cohort, "--form", "11B")["asked"] == 1


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--form", "11Z"], "no form"),
        (["--group", "x"], "no group"),
        (["--opens", "2026-01-05", "--closes", "2026-01-01"], "last day"),
        (["--opens", "2020-01-05", "--closes", "2020-01-08"], "over"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(capsys, cohort, args, said):
    StudentFactory(cohort=cohort)
    with pytest.raises(CommandError, match=said):
        opened(capsys, cohort, *args)
    assert not Wave.objects.exists()


def test_the_status_counts_and_names_nobody(capsys, cohort):
    wave = WaveFactory(cohort=cohort, name="Autumn")
    now = timezone.now()
    rows = [
        InvitationFactory(wave=wave, student__cohort=cohort, finished_at=now, started_at=now, opened_at=now),
        InvitationFactory(wave=wave, student__cohort=cohort, opened_at=now),
        InvitationFactory(wave=wave, student__cohort=cohort, stopped_at=now),
    ]
    out = run(capsys, "survey_status", cohort, "--json")
    told = json.loads(out)["waves"][0]
    assert {name: told[name] for name in ("asked", "opened", "started", "finished", "taken_off", "state")} == {
        "asked": 2,
        "opened": 2,
        "started": 1,
        "finished": 1,
        "taken_off": 1,
        "state": "open",
    }
    assert not any(row.student.surname in out for row in rows)
    assert "1 finished" in run(capsys, "survey_status", cohort)


def test_the_status_of_a_wave_that_is_not_there_is_refused(capsys, cohort):
    assert "no wave yet" in run(capsys, "survey_status", cohort)
    with pytest.raises(CommandError, match="no wave"):
        run(capsys, "survey_status", cohort, "--wave", "Nothing")


def test_a_wave_whose_last_day_is_over_is_closed(capsys, cohort):
    today = timezone.localdate()
    WaveFactory(cohort=cohort, opens_on=today - timedelta(days=9), closes_on=today - timedelta(days=1))
    assert json.loads(run(capsys, "survey_status", cohort, "--json"))["waves"][0]["state"] == "closed"
    assert not Invitation.objects.exists()
