from django.conf import settings
from django.db import models
from django.db.models import Q

from careers.models import Membership, Student
from careers.models.personal import sort_fields
from destinations.models.provider import Provider, Source
from destinations.models.returns import ReturnRow
from destinations.rules.applications import ApplicationState


class ApplicationQuerySet(models.QuerySet["Application"]):
    def visible_to(self, viewer: Membership) -> "ApplicationQuerySet":
        return self.filter(student__in=Student.objects.visible_to(viewer))

    def standing(self) -> "ApplicationQuerySet":
        """Applications that somebody still speaks of."""
        return self.exclude(state="")


class Application(models.Model):
    """A student asking a provider: one record for the two of them. What it says is worked out from its statements, never edited."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="applications")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="applications")
    state = models.CharField(max_length=20, blank=True, choices=[(s.value, s.label) for s in ApplicationState])
    course = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40, blank=True)
    interview_on = models.DateField(null=True, blank=True)
    conditions = models.CharField(max_length=300, blank=True)
    said_on = models.DateField(null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()
    personal = sort_fields(describing="state course level interview_on conditions said_on", neutral="id student provider")

    class Meta:
        ordering = ["provider__name"]
        constraints = [models.UniqueConstraint(fields=["student", "provider"], name="a_student_and_a_provider_have_one_application")]

    def __str__(self) -> str:
        return f"{self.provider}"


class ApplicationStatement(models.Model):
    """What one source said of an application on one day. Append-only; a mistake is withdrawn."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="statements")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="application_statements")
    state = models.CharField(max_length=20, choices=[(s.value, s.label) for s in ApplicationState])
    course = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=40, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    interview_on = models.DateField(null=True, blank=True)
    offered_on = models.DateField(null=True, blank=True)
    conditions = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=300, blank=True)
    said_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    return_row = models.ForeignKey(ReturnRow, on_delete=models.PROTECT, null=True, blank=True, related_name="application_statements")
    place = models.CharField(max_length=250, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    personal = sort_fields(
        identifying="place",
        describing="state course level applied_on interview_on offered_on conditions words said_on",
        neutral="id application source recorded_at recorded_by return_row withdrawn_at withdrawn_by",
    )

    class Meta:
        ordering = ["said_on", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in ApplicationState]), name="an_application_statement_says_a_known_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}, {self.said_on:%-d %B %Y}"
