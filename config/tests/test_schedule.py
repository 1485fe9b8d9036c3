from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from config.celery import app
from config.schedule import SCHEDULE


def test_every_job_in_the_schedule_exists() -> None:
    app.loader.import_default_modules()
    assert {row["task"] for row in SCHEDULE.values()} <= set(app.tasks)


@pytest.mark.django_db
def test_a_sign_in_that_has_run_out_is_forgotten_and_a_current_one_is_kept() -> None:
    from config.tasks import forget_old_sessions

    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(minutes=1))
    Session.objects.create(session_key="current", session_data="", expire_date=now + timedelta(hours=1))
    forget_old_sessions()
    assert [session.session_key for session in Session.objects.all()] == ["current"]
