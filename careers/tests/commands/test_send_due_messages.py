import json

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command

from careers.models import Message
from careers.tests.outbox import NOON, an_invitation, reached

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


def test_it_sends_what_is_due_once_and_counts(capsys):
    an_invitation()
    for sent in (1, 0):
        call_command("send_due_messages", "--json")
        assert json.loads(capsys.readouterr().out) == {"sent": sent, "later": 0, "failed": 0, "stopped": 0, "in_doubt": 0}
    assert len(mail.outbox) == 1


def test_it_sends_no_more_than_it_is_told(capsys):
    detail = reached()
    for number in range(3):
        an_invitation(detail, key=f"message {number}")
    call_command("send_due_messages", "--limit", "2")
    assert "2 sent" in capsys.readouterr().out and Message.objects.filter(state="waiting").count() == 1


def test_nothing_of_a_person_is_printed(capsys):
    an_invitation()
    call_command("send_due_messages")
    assert "Robin" not in capsys.readouterr().out
