"""Reports: asked for, claimed, made, published. The row is the truth; whoever claims it makes it, and nobody else at the same time."""

import hashlib
import logging
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from careers.actions import audit
from careers.actions.locking import alone_in
from careers.models import School, User
from careers.pdf import PdfUnavailable, make_pdf
from reporting.models import Report, ReportQuerySet
from reporting.rules import terms
from reporting.sections.governors import NothingToReport, barely_known, governors_story

log = logging.getLogger(__name__)
TEMPLATES = {Report.Audience.GOVERNORS: "reporting/governors/report.html"}
CLAIM_LASTS = timedelta(minutes=10)  # a report takes seconds: whoever claimed it longer ago has died


class NotReady(Exception):
    """Only a report that was made can be published."""


@transaction.atomic
def ask_for(*, school: School, term: str, by: User | None, as_at: date | None = None, audience: str = Report.Audience.GOVERNORS) -> Report:
    """A report to be made; the same one where it is already waiting or being made. `as_at` None is the term's usual day.

    Raises ValueError for what is not a term or has not begun, and for a day before the term or after today.
    """
    as_at = terms.day_of(term, as_at, timezone.localdate())
    alone_in(school)  # two clicks at once ask for one report
    under_way = Report.objects.filter(school=school, term=term, audience=audience, as_at=as_at).being_made().first()
    if under_way:
        return under_way
    report = Report.objects.create(school=school, term=term, audience=audience, as_at=as_at, asked_by=by)
    audit.record(school=school, by=by, verb="asked for a report", subject=report, term=term, audience=audience, as_at=as_at)
    return report


@transaction.atomic
def ask_for_the_term_that_ended(*, school: School) -> Report | None:
    """The report as at the end of the last term, once. None where there is one, or the school was not here yet, or has no students."""
    term = terms.last_ended(timezone.localdate())
    as_at = terms.as_at(term, timezone.localdate())
    was_here = timezone.localdate(school.created_at) <= as_at
    made = Report.objects.filter(school=school, term=term, as_at=as_at).exists()
    at_a_stage = school.cohorts.filter(leaving__in=[stage.leaving for stage in terms.stages_of(term)]).exists()
    return ask_for(school=school, term=term, by=None) if was_here and at_a_stage and not made else None


@transaction.atomic
def try_again(*, report: Report, by: User) -> bool:
    """A report that could not be made waits to be made again, asked for by whoever tries. False when it has not failed."""
    again = {"state": Report.State.WAITING, "problem": "", "asked_at": timezone.now(), "asked_by": by}
    if not Report.objects.filter(pk=report.pk, state=Report.State.FAILED).update(**again):
        return False
    audit.record(school=report.school, by=by, verb="asked for a report again", subject=report, term=report.term)
    return True


def make(*, report_id: int) -> bool:
    """Make a report that waits, or whose maker has died. False when somebody else has it or it is made: doing it twice does no harm."""
    claimed_at = claim(report_id)
    if claimed_at is None:
        return False
    report = Report.objects.select_related("school", "asked_by").get(pk=report_id)
    try:
        pdf = write(report, claimed_at)
    except (NothingToReport, PdfUnavailable) as problem:
        give_up(report, claimed_at, str(problem))
    except Exception:
        log.exception("Report %s could not be made", report_id)
        give_up(report, claimed_at, f"Something went wrong that was not foreseen. The log says more: look for report {report_id}.")
    else:
        finish(report, claimed_at, pdf)
    return True


def claim(report_id: int) -> datetime | None:
    """The moment from which the report is ours, or None. One conditional update, so that only one of many can succeed."""
    now = timezone.now()
    free = Q(state=Report.State.WAITING) | Q(state=Report.State.WORKING, claimed_at__lt=now - CLAIM_LASTS)
    won = Report.objects.filter(free, pk=report_id).update(
        state=Report.State.WORKING, claimed_at=now, step="Starting", percent=5, problem=""
    )
    return now if won else None


def write(report: Report, claimed_at: datetime) -> bytes:
    """The report's PDF; how far it has come is saved on the way. Raises NothingToReport, PdfUnavailable."""
    progress(report, claimed_at, "Counting students", 15)
    story = governors_story(report.school, report.term, as_at=report.as_at, today=timezone.localdate())
    progress(report, claimed_at, "Laying out the pages", 45)
    ours(report, claimed_at).update(barely_known=barely_known(story)[:200])
    return make_pdf(TEMPLATES[Report.Audience(report.audience)], {"story": story})


def ours(report: Report, claimed_at: datetime) -> ReportQuerySet:
    """The row while the claim holds: someone who was given up for dead must not write over the one who took over."""
    return Report.objects.filter(pk=report.pk, state=Report.State.WORKING, claimed_at=claimed_at)


def progress(report: Report, claimed_at: datetime, step: str, percent: int) -> None:
    ours(report, claimed_at).update(step=step, percent=percent)


def finish(report: Report, claimed_at: datetime, pdf: bytes) -> None:
    report.file.save(f"{report.school.urn}-{report.term}-{report.pk}.pdf", ContentFile(pdf), save=False)
    digest = hashlib.sha256(pdf).hexdigest()
    with transaction.atomic():
        kept = ours(report, claimed_at).update(
            state=Report.State.READY, file=report.file.name, digest=digest, made_at=timezone.now(), step="", percent=100
        )
        if kept:
            audit.record(school=report.school, by=report.asked_by, verb="made a report", subject=report, term=report.term, sha256=digest)
    if not kept:
        report.file.delete(save=False)


@transaction.atomic
def give_up(report: Report, claimed_at: datetime, problem: str) -> None:
    if ours(report, claimed_at).update(state=Report.State.FAILED, problem=problem[:300], step="", percent=0):
        audit.record(school=report.school, by=report.asked_by, verb="could not make a report", subject=report, problem=problem)


@transaction.atomic
def publish(*, report: Report, by: User) -> None:
    """Let everyone who reads reports download it. Raises NotReady."""
    if not Report.objects.ready().filter(pk=report.pk).update(published_at=timezone.now(), published_by=by):
        raise NotReady("This report has not been made yet.")
    audit.record(school=report.school, by=by, verb="published a report", subject=report, term=report.term, audience=report.audience)


@transaction.atomic
def unpublish(*, report: Report, by: User) -> None:
    """Take it back. Whoever downloaded it keeps the copy."""
    if Report.objects.filter(pk=report.pk).exclude(published_at=None).update(published_at=None, published_by=None):
        audit.record(school=report.school, by=by, verb="took a report back", subject=report, term=report.term)


def hand_out(*, report: Report, by: User) -> bytes | None:
    """The report's bytes, with a note of who took them. None when the file is gone or is not the one that was made."""
    try:
        with report.file.open("rb") as kept:
            pdf = kept.read()
    except OSError:
        return None
    if hashlib.sha256(pdf).hexdigest() != report.digest:
        return None
    audit.record(school=report.school, by=by, verb="downloaded a report", subject=report, term=report.term)
    return pdf


def make_copy(*, school: School, term: str, audience: str, today: date, by: User | None, as_at: date | None = None) -> bytes:
    """A report straight to bytes, for the command line; nothing is kept but the note of it.

    Raises ValueError as ask_for does, NothingToReport, PdfUnavailable.
    """
    as_at = terms.day_of(term, as_at, today)
    story = governors_story(school, term, as_at=as_at, today=today)
    pdf = make_pdf(TEMPLATES[Report.Audience(audience)], {"story": story})
    digest = hashlib.sha256(pdf).hexdigest()
    audit.record(school=school, by=by, verb="made a copy of a report", term=term, audience=audience, as_at=as_at, sha256=digest)
    return pdf
