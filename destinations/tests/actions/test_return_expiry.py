"""What nobody applied or decided goes when its time is over."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.storage import default_storage
from django.utils import timezone

from careers.models import AuditEvent
from destinations import retention, tasks
from destinations.actions import return_expiry, returns
from destinations.models import DataReturn, Evidence, ReturnRow
from destinations.tests.lists import LIST, RECEIVED, college, school_of_three, student

pytestmark = pytest.mark.django_db
Pile = ReturnRow.Pile


@pytest.fixture
def draft():
    cohort = school_of_three()
    return returns.stage(cohort=cohort, source=college(cohort), data=LIST.encode(), file_name="list.csv", by=None, received_on=RECEIVED)


def in_days(days):
    return time_machine.travel(timezone.now() + timedelta(days=days, minutes=1))


def test_a_list_nobody_applied_goes_with_its_file_after_fourteen_days(draft, django_capture_on_commit_callbacks):
    name = draft.file.name
    with in_days(13):
        assert return_expiry.sweep() == 0
    with in_days(14), django_capture_on_commit_callbacks(execute=True):
        tasks.forget_old_returns()
    assert not DataReturn.objects.exists()
    assert not default_storage.exists(name)
    event = AuditEvent.objects.get(verb="forgot a return nobody applied")
    assert (event.details["certain"], event.details["not_ours"]) == (2, 1)
    assert "Ashworth" not in str(event.details)


def test_rows_nobody_decided_go_fourteen_days_after_applying_and_their_number_stays(draft):
    done = returns.apply(data_return=draft, by=None)
    with in_days(13):
        assert return_expiry.sweep() == 0
    with in_days(14):
        assert return_expiry.sweep() == 1
        assert return_expiry.sweep() == 0
    done.refresh_from_db()
    assert not done.rows.filter(pile=Pile.CHECK).exists()
    assert (done.counts["waiting"], done.counts["expired"], done.counts["check"]) == (0, 1, 1)
    assert Evidence.objects.standing().count() == 2
    assert AuditEvent.objects.get(verb="forgot rows nobody decided").details == {"rows": 1}


def test_a_decided_rows_own_words_go_then_and_what_it_said_stays(draft):
    row = returns.apply(data_return=draft, by=None).rows.get(pile=Pile.CHECK)
    clegg = student(draft.cohort, "Clegg")
    returns.decide(row=row, student=clegg, by=None)
    with in_days(14):
        return_expiry.sweep()
    row.refresh_from_db()
    assert (row.seen, row.student) == ({}, clegg)
    assert Evidence.objects.standing().filter(student=clegg).exists()
    with pytest.raises(returns.NotNow):
        returns.reopen(row=row, by=None)


def test_a_row_decided_not_to_be_ours_goes_then(draft):
    row = returns.apply(data_return=draft, by=None).rows.get(pile=Pile.CHECK)
    returns.decide(row=row, student=None, by=None)
    with in_days(14):
        assert return_expiry.sweep() == 1
    assert not ReturnRow.objects.filter(pk=row.pk).exists()


def test_how_long_is_a_setting(draft, settings):
    settings.RETURNS_KEPT_DAYS = 3
    assert retention.kept_until(draft) == timezone.localdate() + timedelta(days=3)
    with in_days(3):
        assert return_expiry.sweep() == 1


def test_a_list_being_applied_is_not_forgotten_under_way(draft):
    returns.ask_to_apply(data_return=draft, by=None)
    with in_days(20):
        assert return_expiry.sweep() == 0


def test_a_list_with_nothing_left_to_decide_is_kept_until_no_day(draft):
    returns.decide(row=draft.rows.get(pile=Pile.CHECK), student=None, by=None)
    assert retention.kept_until(returns.apply(data_return=draft, by=None)) is None
