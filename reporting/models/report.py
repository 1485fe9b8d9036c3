from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models import Membership, School
from careers.models.personal import sort_fields
from careers.rules.permissions import May
from reporting.rules import terms


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, viewer: Membership) -> "ReportQuerySet":
        """Whoever makes reports sees them all; whoever reads them sees those that were published."""
        ours = self.filter(school=viewer.school)
        if viewer.may(May.MAKE_REPORTS):
            return ours
        if viewer.may(May.READ_REPORTS):
            return ours.filter(state=Report.State.READY, published_at__isnull=False)
        return ours.none()

    def ready(self) -> "ReportQuerySet":
        return self.filter(state=Report.State.READY)

    def being_made(self) -> "ReportQuerySet":
        return self.filter(state__in=[Report.State.WAITING, Report.State.WORKING])

    def left_behind(self, now: datetime, patience: timedelta, claim_lasts: timedelta) -> "ReportQuerySet":
        """Waiting for longer than `patience`, or claimed by someone who has died."""
        waiting = Q(state=Report.State.WAITING, asked_at__lt=now - patience)
        return self.filter(waiting | Q(state=Report.State.WORKING, claimed_at__lt=now - claim_lasts))


class Report(models.Model):
    """The story of a term as a PDF for one audience, with its progress while it is being made. Its numbers never move afterwards."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        WORKING = "working", "Being made"
        READY = "ready", "Ready"
        FAILED = "failed", "Could not be made"

    class Audience(models.TextChoices):
        GOVERNORS = "governors", "Governors"

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="reports")
    term = models.CharField(max_length=11)
    audience = models.CharField(max_length=12, choices=Audience, default=Audience.GOVERNORS)
    as_at = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    step = models.CharField(max_length=60, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    barely_known = models.CharField(max_length=200, blank=True)  # its stages of which less than half is known, in words
    file = models.FileField(upload_to="reports/", blank=True)
    digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReportQuerySet.as_manager()
    personal = sort_fields(
        neutral="id school term audience as_at state step percent problem barely_known file digest asked_at asked_by claimed_at made_at"
        " published_at published_by"
    )

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(state="ready") | ~Q(Q(file="") | Q(digest="")), name="a_ready_report_has_its_file"),
            models.CheckConstraint(condition=Q(published_at=None) | Q(state="ready"), name="only_a_ready_report_is_published"),
        ]

    def __str__(self) -> str:
        return f"{self.get_audience_display()}’ report, {self.title.lower()}"

    @property
    def title(self) -> str:
        """ "Autumn term 2025/26" """
        return terms.title(self.term)

    @property
    def file_name(self) -> str:
        """What the file is called where someone saves it."""
        return f"{self.audience}-report-{self.term}-as-at-{self.as_at:%Y-%m-%d}.pdf"

    @property
    def is_after_the_term(self) -> bool:
        """Whether it uses what was recorded after its term had ended."""
        return terms.is_over(self.term, self.as_at)

    @property
    def is_being_made(self) -> bool:
        return self.state in (Report.State.WAITING, Report.State.WORKING)
