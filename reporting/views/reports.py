"""Reports: ask for one, watch it being made, publish it, download it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from kombu.exceptions import OperationalError

from careers.guards import StaffRequest, needs
from careers.rules.permissions import May
from reporting.actions import reports as actions
from reporting.forms.report import ReportForm
from reporting.models import Report
from reporting.sections.offered import offers
from reporting.tasks import make_report


def report_seen(request: StaffRequest, pk: int) -> Report:
    """The report, if this person may see it; otherwise a page that does not exist."""
    return get_object_or_404(Report.objects.visible_to(request.viewer).select_related("school"), pk=pk)


@needs(May.MAKE_REPORTS, May.READ_REPORTS)
@require_safe
def all_reports(request: StaffRequest) -> HttpResponse:
    return reports_page(request, form_for(request) if request.viewer.may(May.MAKE_REPORTS) else None)


def form_for(request: StaffRequest) -> ReportForm:
    today = timezone.localdate()
    return ReportForm(request.POST or None, offers=offers(request.viewer.school, today), today=today)


def reports_page(request: StaffRequest, form: ReportForm | None) -> HttpResponse:
    """The list, with the form for those who make reports."""
    reports = list(Report.objects.visible_to(request.viewer).select_related("asked_by", "published_by")[:100])
    context = {"heading": "Reports", "reports": reports, "makes": form is not None, "form": form}
    return render(request, "reporting/reports.html", context)


@needs(May.MAKE_REPORTS)
@require_POST
def make(request: StaffRequest) -> HttpResponse:
    form = form_for(request)
    if not form.is_valid():
        return reports_page(request, form)
    report = actions.ask_for(school=request.viewer.school, term=form.cleaned_data["term"], as_at=form.day, by=request.user)
    send(request, report)
    return redirect("reports:list")


@needs(May.MAKE_REPORTS)
@require_POST
def again(request: StaffRequest, pk: int) -> HttpResponse:
    report = report_seen(request, pk)
    if actions.try_again(report=report, by=request.user):
        send(request, report)
    return redirect("reports:list")


def send(request: StaffRequest, report: Report) -> None:
    """Tell the worker of a report that waits; where nobody hears it, the clock does later."""
    try:
        make_report.apply_async((report.pk,), retry=False)
    except OperationalError:
        messages.info(request, "The report is waiting to start: nothing answers that could make it now. It starts by itself.")


@needs(May.MAKE_REPORTS)
@require_safe
def progress(request: StaffRequest, pk: int) -> HttpResponse:
    """How far a report has come: the part of the page that asks again, or the whole list where there is no script."""
    report = report_seen(request, pk)
    if not request.htmx:
        return redirect("reports:list")
    response = render(request, "reporting/parts/report_progress.html", {"report": report})
    if not report.is_being_made:
        response["HX-Refresh"] = "true"  # the rest of the row has changed as well
    return response


@needs(May.MAKE_REPORTS)
@require_POST
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    report = report_seen(request, pk)
    try:
        if request.POST.get("publish") == "no":
            actions.unpublish(report=report, by=request.user)
            messages.success(request, f"{report} is no longer shown to governors.")
        else:
            actions.publish(report=report, by=request.user)
            messages.success(request, f"{report} is published: governors can download it.")
    except actions.NotReady as problem:
        messages.error(request, str(problem))
    return redirect("reports:list")


@needs(May.MAKE_REPORTS, May.READ_REPORTS)
@require_safe
def download(request: StaffRequest, pk: int) -> HttpResponse:
    report = report_seen(request, pk)
    if not report.file:
        raise Http404
    pdf = actions.hand_out(report=report, by=request.user)
    if pdf is None:
        return render(request, "reporting/not_the_report.html", {"heading": "This file cannot be given out", "report": report}, status=410)
    return HttpResponse(pdf, content_type="application/pdf", headers={"Content-Disposition": f'attachment; filename="{report.file_name}"'})
