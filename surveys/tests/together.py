"""Many at once against a database in a file, as in a classroom: run as a program of its own with a WAYMARK_VAR of its own.

Twenty students each send their whole survey; one of them from four devices at once, each page with a double click. Prints what is there
afterwards as JSON.
"""

import json
import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import django

STUDENTS, DEVICES = 20, 4


def send_all(invitation_id: int) -> list[int]:
    """The status of everything that was sent from one device."""
    from django.db import connection

    from surveys.models import Invitation
    from surveys.tests.visitors import UNDECIDED_PAGES, Visitor

    visitor = Visitor(Invitation.objects.select_related("wave", "student").get(pk=invitation_id))
    sent = [visitor.start().status_code]
    for page, values in UNDECIDED_PAGES.items():
        sent += [visitor.send(f"{page}/", values).status_code for _click in range(2)]
    sent += [visitor.send("check/").status_code for _click in range(2)]
    connection.close()
    return sent


def run() -> dict:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from careers.models import HelpRequest
    from careers.tests.factories import StudentFactory
    from destinations.models import Evidence
    from surveys.models import Response, Worry
    from surveys.tests.factories import InvitationFactory, WaveFactory

    wave = WaveFactory()
    invited = [InvitationFactory(wave=wave, student=StudentFactory(cohort=wave.cohort)).pk for _student in range(STUDENTS)]
    with ThreadPoolExecutor(STUDENTS) as threads:
        statuses = Counter(status for sent in threads.map(send_all, invited[:1] * DEVICES + invited[1:]) for status in sent)
    return {
        "statuses": dict(statuses),
        "finished": Response.objects.exclude(finished_at=None).count(),
        "pages": {response.pages.count() for response in Response.objects.exclude(invitation=invited[0])} == {4},
        "evidence": Evidence.objects.count(),
        "help": HelpRequest.objects.count(),
        "worries": Worry.objects.count(),
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    settings.WHITENOISE_AUTOREFRESH = True
    print(json.dumps(run()))  # noqa: T201  what it is run for
