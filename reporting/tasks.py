"""What wakes by the clock. Every sweep is over what is due, however late it comes, and may run twice."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from careers.models import School
from reporting.actions import reports
from reporting.models import Report

PATIENCE = timedelta(seconds=30)  # longer, and the message that should have started it was lost


@shared_task
def make_report(report_id: int) -> None:
    reports.make(report_id=report_id)


@shared_task
def make_waiting_reports() -> None:
    """Reports that were asked for and never started, or whose maker has died."""
    for report_id in Report.objects.left_behind(timezone.now(), PATIENCE, reports.CLAIM_LASTS).values_list("pk", flat=True):
        make_report.delay(report_id)


@shared_task
def make_termly_reports() -> None:
    """Each school's report as at the end of the term that ended last, once."""
    for school in School.objects.all():
        report = reports.ask_for_the_term_that_ended(school=school)
        if report:
            make_report.delay(report.pk)
