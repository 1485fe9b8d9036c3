"""A sender is killed outright at random moments, against a mail server that counts. The whole measurement: benchmarks/outbox.py."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.django_db(transaction=True)  # so that it runs on PostgreSQL too, in a database of its own


def run(*arguments: str) -> dict:
    without = {"DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "EMAIL_URL", "DJANGO_SETTINGS_MODULE"}
    given = {name: value for name, value in os.environ.items() if name not in without}
    if connection.vendor == "postgresql":
        given["DATABASE_URL"] = os.environ["DATABASE_URL"]
    command = [sys.executable, "benchmarks/outbox.py", "--json", *arguments]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=given, capture_output=True, text=True, timeout=240)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_nothing_is_lost_and_nothing_goes_twice_unless_it_was_listed_in_doubt(workers):
    found = run("--kills", "10", "--workers", workers)
    assert found["kills"] >= 3  # a quick machine has sent everything before the tenth
    assert (found["lost"], found["twice"]) == (0, 0)
    assert found["in_doubt"] <= found["kills"] and found["sent"] + found["in_doubt"] == found["messages"]
    assert found["after_sending_again"]["never_arrived"] == 0
    assert found["after_sending_again"]["twice_and_not_in_doubt"] == 0


def test_two_workers_at_once_send_each_message_once():
    found = run("--kills", "0", "--workers", "2", "--messages", "300")
    assert (found["sent"], found["in_doubt"], found["lost"], found["twice"]) == (300, 0, 0, 0)
