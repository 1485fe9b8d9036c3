"""A survey asked of one cohort at one time, who is asked, and which classes it is open for."""

from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models import Cohort, Membership, PersonalLink, Student
from careers.models.personal import sort_fields
from careers.rules.permissions import May


class WaveQuerySet(models.QuerySet["Wave"]):
    def visible_to(self, viewer: Membership) -> "WaveQuerySet":
        if not viewer.may_any((May.RUN_SURVEYS, May.SEE_DONE)):
            return self.none()
        ours = self.filter(cohort__school=viewer.school)
        return ours.filter(cohort__leaving=viewer.leaving) if viewer.leaving else ours

    def running(self, today: date) -> "WaveQuerySet":
        return self.exclude(opened_at=None).filter(closed_at=None, opens_on__lte=today, closes_on__gte=today)


class Wave(models.Model):
    """One survey for one cohort with dates, an audience and a reminder plan.

    `survey` is a key of surveys/questions. `audience` narrows the cohort: {"forms": […], "groups": […], "answered": "yes" or "no"};
    empty means everybody. `plan` is the reminder plan as data (surveys/rules/reminders.py): a list of steps.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="waves")
    survey = models.CharField(max_length=20)
    name = models.CharField(max_length=80)
    opens_on = models.DateField()
    closes_on = models.DateField()
    audience = models.JSONField(default=dict, blank=True)
    plan = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = WaveQuerySet.as_manager()
    personal = sort_fields(neutral="id cohort survey name opens_on closes_on audience plan made_at made_by opened_at closed_at")

    class Meta:
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(closes_on__gte=models.F("opens_on")), name="a_wave_closes_after_it_opens"),
            models.UniqueConstraint(fields=["cohort", "name"], name="a_wave_is_named_once_in_a_cohort"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open(self, today: date) -> bool:
        return bool(self.opened_at) and not self.closed_at and self.opens_on <= today <= self.closes_on


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, viewer: Membership) -> "InvitationQuerySet":
        if not viewer.may_any((May.RUN_SURVEYS, May.SEE_DONE)):
            return self.none()
        return self.filter(student__in=Student.objects.visible_to(viewer))


class Invitation(models.Model):
    """One student asked in one wave, and how far they have come. A tutor sees these times and never an answer."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="invitations")
    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="invitations")
    link = models.ForeignKey(PersonalLink, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    invited_at = models.DateTimeField()
    signed_in_at = models.DateTimeField("last came in with a personal code", null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_why = models.CharField(max_length=60, blank=True)

    objects = InvitationQuerySet.as_manager()
    personal = sort_fields(
        describing="signed_in_at opened_at started_at finished_at stopped_at stopped_why", neutral="id wave student link invited_at"
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["wave", "student"], name="a_student_is_asked_once_in_a_wave")]

    def __str__(self) -> str:
        return f"invitation to {self.wave}"

    @property
    def latest(self) -> datetime:
        return self.finished_at or self.started_at or self.opened_at or self.invited_at


class FormPeriodQuerySet(models.QuerySet["FormPeriod"]):
    def visible_to(self, viewer: Membership) -> "FormPeriodQuerySet":
        if not viewer.may_any((May.RUN_SURVEYS, May.OPEN_CLASS)):
            return self.none()
        ours = self.filter(wave__cohort__school=viewer.school)
        return ours if viewer.may(May.RUN_SURVEYS) else ours.filter(opened_by=viewer.user)

    def open_at(self, now: datetime) -> "FormPeriodQuerySet":
        return self.filter(opened_at__lte=now, closes_at__gt=now)


class FormPeriod(models.Model):
    """A wave opened for a class by its tutor. `code` is short, shown on the board, and nothing without a personal code and birth date."""

    wave = models.ForeignKey(Wave, on_delete=models.CASCADE, related_name="form_periods")
    forms = models.JSONField(default=list)
    code = models.CharField(max_length=12, unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closes_at = models.DateTimeField()

    objects = FormPeriodQuerySet.as_manager()
    personal = sort_fields(neutral="id wave forms code opened_at opened_by closes_at")

    class Meta:
        ordering = ["-opened_at"]

    def __str__(self) -> str:
        return f"form period of {self.wave}"
